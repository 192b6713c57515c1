import { gtinProblem } from '@docket/core/gtin/gtin';
import { isCurrency } from '@docket/core/money/currency';
import { STORE_TEMPLATE_KINDS } from '@docket/core/order/document-number';
import { templateProblem } from '@docket/core/order/number-template';
import { refuse, type Refusal } from '@docket/core/order/refusals';
import { Type } from 'typebox';
import type { Permission } from '../../access/permissions.js';
import type { Sight } from '../../access/sight.js';
import type { Product } from '../../catalogue/products.js';
import type { Customer } from '../../customers/customers.js';
import type { HoldType } from '../../holds/hold-types.js';
import type { SettingKind } from '../../settings-history/setting-kinds.js';
import type { ShippingMethod } from '../../shipping/methods.js';
import type { StockPlace } from '../../stock/places.js';
import { type Channel, CHANNEL_KINDS } from '../../stores/channels.js';
import type { Store } from '../../stores/stores.js';
import { blocked, releaseByOrNull } from './schemas/holds.js';
import {
  amount,
  category,
  closed,
  code,
  country,
  id,
  imageUrl,
  names,
  oneOf,
  sku,
  text,
  unitPrice,
} from './schemas/fields.js';
import { taxCategory } from './schemas/taxes.js';
import { orNull, settingSchemas, type SettingSchemas } from './schemas/setting-schemas.js';

/** A kind of setting as the API shows it: everything in which one differs from the others. */
export interface SettingResource<Row extends object> {
  /** Singular, for operation ids and schemas: `ShippingMethod`. */
  readonly name: string;
  readonly path: `/${string}`;
  readonly kind: SettingKind;
  readonly view: Permission;
  readonly edit: Permission;
  /** In the document of the API; absent: `loading` where rows are loaded, else `settings`. */
  readonly tag?: string;
  readonly schemas: SettingSchemas;
  /** What a body may leave out. */
  readonly defaults: Partial<Row>;
  /** The row as somebody with this sight may see it; absent: there is nothing to leave out. */
  readonly shown?: (row: Row, sight: Sight) => Row;
  /** What a schema cannot see, with pointers into one row. */
  readonly check: (row: Row) => Refusal | null;
  /** `POST` of up to 1,000 rows. */
  readonly loaded: boolean;
  /** `DELETE` takes it away; else it is refused with this code, always. */
  readonly removed: 'yes' | 'customer_kept';
}

const nothing = (): null => null;

/** RFC 5646 in the shape that people write: `pt-BR`, `sr-Latn`. */
const language = (description: string) =>
  Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$', maxLength: 35, description });

export const languages = (minItems: number, description: string) =>
  Type.Array(language('BCP 47, such as pt-BR.'), { minItems, maxItems: 50, uniqueItems: true, description });

export const timeZone = () => text(64, 'IANA, such as America/Sao_Paulo.');

export const orderNumbers = (otherwise: string) =>
  text(100, `Template of displayed numbers, such as {year}-{sequence:6}; ${otherwise}`);

export const documentNumbers = (kinds: readonly string[], description: string) =>
  closed(
    Object.fromEntries(kinds.map((kind) => [kind, Type.Optional(text(100, 'Template, such as R-{year}-{yearly:5}.'))])),
    { description },
  );

export function templateRefusal({ orderNumbers: template }: { readonly orderNumbers: string | null }): Refusal | null {
  const problem = template === null ? null : templateProblem(template);
  return problem === null ? null : refuse('number_template_invalid', '/orderNumbers', { problem });
}

export function documentTemplateRefusal(
  { documentNumbers }: { readonly documentNumbers: object },
  of: 'account' | 'store' = 'account',
): Refusal | null {
  const invalid = (kind: string, problem: string): Refusal =>
    refuse('number_template_invalid', `/documentNumbers/${kind}`, { problem });
  const templates = Object.entries(documentNumbers) as [string, string][];
  for (const [kind, template] of templates) {
    const problem = templateProblem(template, kind === 'consignment' ? 'consignment' : 'document');
    if (problem !== null) return invalid(kind, problem);
    // Its counter is its own: without its name another store would give the same numbers.
    if (of === 'store' && /\{(?:sequence|daily|weekly|monthly|yearly)/.test(template) && !template.includes('{store}'))
      return invalid(kind, 'not_unique');
  }
  // Both are papers of one book, and are told apart by their numbers.
  const { invoice, return_invoice: returned } = Object.fromEntries(templates);
  const shape = (template: string): string => template.replaceAll(/:\d+\}/g, '}');
  return invoice !== undefined && returned !== undefined && shape(invoice) === shape(returned)
    ? invalid('return_invoice', 'not_unique')
    : null;
}

const currencyRefusal = ({ currency }: { readonly currency: string | null }): Refusal | null =>
  currency === null || isCurrency(currency) ? null : refuse('currency_unknown', '/currency', { currency });

/** Whether the runtime knows the zone: what cannot be computed with must not be stored. */
export function timeZoneRefusal({ timeZone: zone }: { readonly timeZone: string | null }): Refusal | null {
  if (zone === null || zone === 'UTC') return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return null;
  } catch {
    return refuse('reference_unknown', '/timeZone', { timeZone: zone });
  }
}

export const STORE_RESOURCE: SettingResource<Store> = {
  name: 'Store',
  path: '/stores',
  kind: 'store',
  view: 'settings.view',
  edit: 'settings.edit',
  schemas: settingSchemas(
    'Store',
    ['store', code('Stands in orders, and cannot be changed.')],
    {
      name: text(200),
      currency: orNull(text(8, 'ISO 4217; null: none of its own.')),
      languages: languages(0, 'Empty: those of the account.'),
      timeZone: orNull(timeZone()),
      active: Type.Boolean({ description: 'False: takes no new orders.' }),
      orderNumbers: orNull(orderNumbers('null: those of the account.')),
      documentNumbers: documentNumbers(
        STORE_TEMPLATE_KINDS,
        'Templates of the numbers of its documents, which count by themselves; a kind that is absent is numbered as the account does.',
      ),
    },
    ['currency', 'languages', 'timeZone', 'active', 'orderNumbers', 'documentNumbers'],
  ),
  defaults: { currency: null, languages: [], timeZone: null, active: true, orderNumbers: null, documentNumbers: {} },
  check: (store) =>
    currencyRefusal(store) ??
    timeZoneRefusal(store) ??
    templateRefusal(store) ??
    documentTemplateRefusal(store, 'store'),
  loaded: false,
  removed: 'yes',
};

export const CHANNEL_RESOURCE: SettingResource<Channel> = {
  name: 'Channel',
  path: '/channels',
  kind: 'channel',
  view: 'settings.view',
  edit: 'settings.edit',
  schemas: settingSchemas(
    'Channel',
    ['channel', code('Stands in orders, and cannot be changed.')],
    {
      name: text(200),
      kind: oneOf(CHANNEL_KINDS),
      store: orNull(code('Its orders belong to this store; null: to the one that they name.')),
      active: Type.Boolean({ description: 'False: takes no new orders.' }),
    },
    ['kind', 'store', 'active'],
  ),
  defaults: { kind: 'shop', store: null, active: true },
  check: nothing,
  loaded: false,
  removed: 'yes',
};

export const STOCK_PLACE_RESOURCE: SettingResource<StockPlace> = {
  name: 'StockPlace',
  path: '/stock-places',
  kind: 'stock_place',
  view: 'stock.view',
  edit: 'settings.edit',
  schemas: settingSchemas(
    'StockPlace',
    ['place', code('Part of the key of stock, and cannot be changed.')],
    {
      name: text(200),
      active: Type.Boolean({ description: 'False: new orders claim nothing here.' }),
      address: orNull(
        closed({
          street: Type.Optional(text(200)),
          city: Type.Optional(text(200)),
          state: Type.Optional(text(100)),
          postalCode: Type.Optional(text(20)),
          country: country(),
        }),
      ),
    },
    ['active', 'address'],
  ),
  defaults: { active: true, address: null },
  check: nothing,
  loaded: false,
  removed: 'yes',
};

export const PRODUCT_RESOURCE: SettingResource<Product> = {
  name: 'Product',
  path: '/products',
  kind: 'product',
  view: 'catalogue.view',
  edit: 'catalogue.edit',
  schemas: settingSchemas(
    'Product',
    ['sku', sku()],
    {
      gtin: orNull(text(20, 'GTIN-8, -12, -13 or -14.')),
      name: text(500),
      priceMicros: orNull(unitPrice()),
      currency: orNull(text(8, 'Of the price; needed with it.')),
      counted: Type.Boolean({ description: 'True where absent: orders claim its pieces from stock.' }),
      place: code('Where its pieces lie; `main` where absent.'),
      imageUrl: orNull(imageUrl('A picture of it: an https address, or a path of this server.')),
      category: orNull(category('Such as garden/tools; promotions ask for it.')),
      taxCategory: orNull(taxCategory('Names its tax rates; null: standard.')),
    },
    ['gtin', 'priceMicros', 'currency', 'counted', 'place', 'imageUrl', 'category', 'taxCategory'],
  ),
  defaults: {
    gtin: null,
    priceMicros: null,
    currency: null,
    counted: true,
    place: 'main',
    imageUrl: null,
    category: null,
    taxCategory: null,
  },
  check: productRefusal,
  loaded: true,
  removed: 'yes',
};

function productRefusal(product: Product): Refusal | null {
  const { gtin, currency, priceMicros } = product;
  const wrong = gtin === null ? null : gtinProblem(gtin);
  if (wrong !== null) return refuse('gtin_invalid', '/gtin', { problem: wrong });
  return priceMicros !== null && currency === null ? refuse('currency_unknown', '/currency') : currencyRefusal(product);
}

export const SHIPPING_METHOD_RESOURCE: SettingResource<ShippingMethod> = {
  name: 'ShippingMethod',
  path: '/shipping-methods',
  kind: 'shipping_method',
  view: 'shipping.view',
  edit: 'shipping.edit',
  schemas: settingSchemas(
    'ShippingMethod',
    ['code', code()],
    { name: text(200), price: amount(), currency: text(8, 'ISO 4217.') },
    [],
  ),
  defaults: {},
  check: currencyRefusal,
  loaded: true,
  removed: 'yes',
};

export const HOLD_TYPE_RESOURCE: SettingResource<HoldType> = {
  name: 'HoldType',
  path: '/hold-types',
  kind: 'hold_type',
  // who places a hold has to choose among them
  view: 'orders.view',
  edit: 'settings.edit',
  schemas: settingSchemas(
    'HoldType',
    ['holdType', code('Stands in holds, and cannot be changed.')],
    {
      name: text(200),
      blocks: blocked(),
      releaseBy: releaseByOrNull(),
      active: Type.Boolean({ description: 'False: no new hold is of it.' }),
    },
    ['releaseBy', 'active'],
  ),
  defaults: { releaseBy: null, active: true },
  check: nothing,
  loaded: false,
  removed: 'yes',
};

const personal = (maxLength: number) => orNull(Type.String({ maxLength }));

const NOBODY = {
  email: null,
  firstName: null,
  lastName: null,
  phone: null,
  document: null,
  company: null,
  locale: null,
  groups: [],
  organisation: null,
  taxExemption: null,
} as const;

export const CUSTOMER_RESOURCE: SettingResource<Customer> = {
  name: 'Customer',
  path: '/customers',
  kind: 'customer',
  view: 'customers.view',
  edit: 'customers.edit',
  schemas: settingSchemas(
    'Customer',
    ['customerId', id()],
    {
      email: personal(320),
      firstName: personal(200),
      lastName: personal(200),
      phone: personal(50),
      document: personal(100),
      company: personal(300),
      locale: personal(35),
      groups: names(id(), 'Groups that price lists and promotions ask for.'),
      organisation: orNull(id('Of the company that the customer buys for.')),
      taxExemption: orNull(text(25, 'Why the customer pays no tax: of AvaTax an entity use code; null: pays it.')),
    },
    [
      'email',
      'firstName',
      'lastName',
      'phone',
      'document',
      'company',
      'locale',
      'groups',
      'organisation',
      'taxExemption',
    ],
    { forgotten: Type.Boolean({ description: 'True: emptied for good; whoever comes back under the id is new.' }) },
  ),
  defaults: { ...NOBODY, forgotten: false },
  shown: (customer, { personal: seen }) => (seen ? customer : { ...customer, ...NOBODY }),
  check: nothing,
  loaded: true,
  removed: 'customer_kept',
};
