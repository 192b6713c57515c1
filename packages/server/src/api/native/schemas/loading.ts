import { type Static, type TObject, Type } from 'typebox';
import { amount, closed, code, id, nullableText, ref, sku, text, unitPrice } from './fields.js';

/** Rows of one load: above it, send several. */
const MAX_LOAD = 1_000;

export const ProductInput = closed(
  {
    sku: sku(),
    gtin: Type.Optional(text(20, 'GTIN-8, -12, -13 or -14.')),
    name: text(500),
    priceMicros: Type.Optional(unitPrice()),
    currency: Type.Optional(text(8, 'Of the price; needed with it.')),
    counted: Type.Optional(Type.Boolean({ description: 'True where absent: orders claim its pieces from stock.' })),
    place: Type.Optional(code('Where its pieces lie; `main` where absent.')),
  },
  { $id: 'ProductInput' },
);
export type ProductInput = Static<typeof ProductInput>;

export const StockInput = closed(
  {
    sku: sku(),
    place: Type.Optional(code('`main` where absent.')),
    onHand: Type.Integer({
      minimum: 0,
      maximum: 1_000_000_000,
      description: 'Pieces on the shelf, those that orders hold included.',
    }),
  },
  { $id: 'StockInput' },
);
export type StockInput = Static<typeof StockInput>;

export const CustomerInput = closed(
  {
    customerId: id(),
    email: Type.Optional(nullableText(320)),
    firstName: Type.Optional(nullableText(200)),
    lastName: Type.Optional(nullableText(200)),
    phone: Type.Optional(nullableText(50)),
    document: Type.Optional(nullableText(100)),
    company: Type.Optional(nullableText(300)),
    locale: Type.Optional(nullableText(35)),
  },
  { $id: 'CustomerInput' },
);
export type CustomerInput = Static<typeof CustomerInput>;

export const ShippingMethodInput = closed(
  { code: code(), name: text(200), price: amount(), currency: text(8, 'ISO 4217.') },
  { $id: 'ShippingMethodInput' },
);
export type ShippingMethodInput = Static<typeof ShippingMethodInput>;

/** The body of a load: up to 1,000 rows, each put in the place of what was there under its key. */
export const loadBody = (item: TObject) =>
  closed({ items: Type.Array(ref(item), { minItems: 1, maxItems: MAX_LOAD }) });

const LoadAnswer = closed({ loaded: Type.Integer() }, { $id: 'LoadAnswer' });

const rows = (name: string, properties: object) =>
  closed(
    {
      items: Type.Unsafe<unknown[]>({
        type: 'array',
        items: { type: 'object', properties, additionalProperties: false },
      }),
      next: Type.Unsafe<string | null>({
        type: ['string', 'null'],
        description: 'The `after` of the next page; null at the end.',
      }),
    },
    { $id: name },
  );
const str = { type: 'string' };
const int = { type: 'integer' };
const strOrNull = { type: ['string', 'null'] };
const intOrNull = { type: ['integer', 'null'] };

const ProductPage = rows('ProductPage', {
  sku: str,
  gtin: strOrNull,
  name: str,
  priceMicros: intOrNull,
  currency: strOrNull,
  counted: { type: 'boolean' },
  place: str,
});
const StockPage = rows('StockPage', {
  sku: str,
  place: str,
  onHand: int,
  claimed: int,
  confirmed: int,
  available: { ...int, description: 'onHand − claimed − confirmed.' },
});
const CustomerPage = rows('CustomerPage', {
  customerId: str,
  email: strOrNull,
  firstName: strOrNull,
  lastName: strOrNull,
  phone: strOrNull,
  document: strOrNull,
  company: strOrNull,
  locale: strOrNull,
});
const ShippingMethodPage = rows('ShippingMethodPage', { code: str, name: str, price: int, currency: str });

export const LOAD_INPUTS = [ProductInput, StockInput, CustomerInput, ShippingMethodInput];
export const LOAD_ANSWERS = [LoadAnswer, ProductPage, StockPage, CustomerPage, ShippingMethodPage];
