import { DISCOUNT_TAXES } from '@docket/core/tax/line-tax';
import { TAX_ROUNDINGS, type TaxRate } from '@docket/core/tax/tax-rates';
import { Type } from 'typebox';
import { STORE_PROVIDERS, type TaxSettings } from '../../tax/tax-settings.js';
import { RequestProblem } from '../problem.js';
import { code, country, named, oneOf, ref, text } from './schemas/fields.js';
import { validFrom, validUntil } from './schemas/pricing.js';
import { orNull, settingSchemas } from './schemas/setting-schemas.js';
import {
  companyCode,
  rateMillionths,
  region,
  serviceAccount,
  serviceUrl,
  TaxAddressBody,
  taxCategory,
} from './schemas/taxes.js';
import { emptyValidity } from './pricing-resources.js';
import type { SettingResource } from './setting-resources.js';

export const TAX_RATE_RESOURCE: SettingResource<TaxRate> = {
  name: 'TaxRate',
  path: '/tax-rates',
  kind: 'tax_rate',
  view: 'settings.view',
  edit: 'settings.edit',
  tag: 'taxes',
  schemas: settingSchemas(
    'TaxRate',
    ['taxRate', code()],
    {
      name: text(200, 'What people call it, such as VAT 19 %.'),
      country: orNull(country('ISO 3166 alpha-2, capitals; null: wherever no rate names the country.')),
      region: orNull(region('A state or province, as addresses write it; null: the whole country.')),
      category: taxCategory('Goods of this tax category; `standard` is that of products that name none.'),
      rateMillionths: rateMillionths(),
      validFrom: validFrom(),
      validUntil: validUntil(),
    },
    ['country', 'region', 'category', 'validFrom', 'validUntil'],
  ),
  defaults: { country: null, region: null, category: 'standard', validFrom: null, validUntil: null },
  check: (rate) => {
    if (rate.region !== null && rate.country === null)
      throw new RequestProblem('field_invalid', { pointer: '/region', detail: '/region needs a /country.' });
    return emptyValidity(rate);
  },
  loaded: true,
  removed: 'yes',
};

export const TAX_SETTINGS_RESOURCE: SettingResource<TaxSettings> = {
  name: 'TaxSettings',
  path: '/tax-settings',
  kind: 'tax_settings',
  view: 'settings.view',
  edit: 'settings.edit',
  tag: 'taxes',
  schemas: settingSchemas(
    'TaxSettings',
    ['store', code('A store of the account.')],
    {
      provider: oneOf(
        STORE_PROVIDERS,
        'Who counts the tax: nobody (whoever places an order names it), the rates of the account, or AvaTax.',
      ),
      taxesOrders: Type.Boolean({
        description: 'True: orders whose senders name no tax and do not say `taxed` are taxed, and so are quotes.',
      }),
      discounts: oneOf(
        DISCOUNT_TAXES,
        'Discounts on the order lower what tax is counted on (`distribute`), or are taken off `after` it.',
      ),
      rounding: oneOf(TAX_ROUNDINGS, 'Of the account’s own rates: each line by itself, or all of one rate together.'),
      shippingCategory: orNull(taxCategory('Of what a delivery costs; null: it bears no tax.')),
      shipFrom: Type.Unsafe<object | null>({
        anyOf: [ref(TaxAddressBody), { type: 'null' }],
        description: 'Where goods leave from; what nobody takes anywhere is sold there.',
      }),
      taxCodes: named(
        '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
        text(25, 'The code of the tax service.'),
        500,
        'The codes of the tax service by tax category of the account.',
      ),
      serviceUrl: orNull(serviceUrl()),
      serviceAccount: orNull(serviceAccount()),
      companyCode: orNull(companyCode()),
    },
    [
      'taxesOrders', 'discounts', 'rounding', 'shippingCategory', 'shipFrom', 'taxCodes', 'serviceUrl', 'serviceAccount', 'companyCode',
    ], // prettier-ignore
    {
      hasLicenceKey: Type.Boolean({
        description: 'Whether there is a licence key. It is written by a route of its own, and never read.',
      }),
    },
  ),
  defaults: {
    taxesOrders: false,
    discounts: 'distribute',
    rounding: 'line',
    shippingCategory: 'standard',
    shipFrom: null,
    taxCodes: {},
    serviceUrl: null,
    serviceAccount: null,
    companyCode: null,
    hasLicenceKey: false,
  },
  check: () => null,
  loaded: false,
  removed: 'yes',
};
