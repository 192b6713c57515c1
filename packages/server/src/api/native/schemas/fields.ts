import { MAX_AMOUNT } from '@docket/core/money/amount';
import type { OrderEventType } from '@docket/core/order/events';
import { EVENT_SCHEMA } from '@docket/core/order/upcast';
import { type Static, type TObject, type TProperties, type TSchema, type TString, type TUnsafe, Type } from 'typebox';

/** Pieces of one line; above it a typing error is likelier than an order. */
const MAX_QUANTITY = 1_000_000;
/** 9 thousand million of the major unit; the largest round number of millionths that a double counts exactly. */
const MAX_UNIT_PRICE = 9_000_000_000_000_000;

/** An object that refuses fields it does not know. */
export const closed = <P extends TProperties>(properties: P, options: object = {}): TObject<P> =>
  Type.Object(properties, { additionalProperties: false, ...options });

/** Names a shared schema instead of repeating it, so that it has a name in the OpenAPI document too. */
export const ref = <S extends TSchema>(schema: S): TUnsafe<Static<S>> => {
  const { $id } = schema as { $id?: string };
  if ($id === undefined) throw new Error('only a schema with an $id can be referred to');
  return Type.Unsafe<Static<S>>({ $ref: `${$id}#` });
};

export const text = (maxLength: number, description?: string, minLength = 1) =>
  Type.String({ minLength, maxLength, ...(description === undefined ? {} : { description }) });

/** An https address, or a path of this server: no other scheme and no other host hide in it. */
export const imageUrl = (description: string) =>
  Type.String({ pattern: '^(https://[^\\s\\\\]+|/[^\\s\\\\/][^\\s\\\\]*)$', maxLength: 1_000, description });

/** A text that may be null or empty: what other systems send for "not known". */
export const nullableText = (maxLength: number, description?: string) =>
  Type.Unsafe<string | null>({
    type: ['string', 'null'],
    maxLength,
    ...(description === undefined ? {} : { description }),
  });

/** A name that becomes a key and part of an address: an id of a line, payment, package, delivery. */
export const id = (description?: string) =>
  Type.String({
    minLength: 1,
    maxLength: 64,
    pattern: '^[A-Za-z0-9][A-Za-z0-9._:@+-]*$',
    'x-key': true,
    ...(description === undefined ? {} : { description }),
  });

/** A key of our own making: a store, a channel, a shipping method. */
export const code = (description?: string) =>
  Type.String({
    minLength: 1,
    maxLength: 64,
    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
    'x-key': true,
    ...(description === undefined ? {} : { description }),
  });

/** Names of some things, each once. */
export const names = (name: TString, description: string) =>
  Type.Array(name, { maxItems: 1_000, uniqueItems: true, description });

/** A path of names, from the widest to the narrowest. */
export const category = (description: string) =>
  Type.String({
    pattern: '^[^\\s/\\u0000-\\u001f][^/\\u0000-\\u001f]*(?:/[^\\s/\\u0000-\\u001f][^/\\u0000-\\u001f]*)*$',
    maxLength: 300,
    description,
  });

/** A number of a paper, as its issuer writes it. */
export const paperNumber = (description: string) =>
  Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\s](?:.*[^\\s])?$', 'x-key': true, description });

/** Merchants write their SKUs in many ways; only control characters and blank ends are refused. */
export const sku = (description = 'The stock keeping unit of the account.') =>
  Type.String({
    minLength: 1,
    maxLength: 100,
    pattern: '^[^\\s\\u0000-\\u001f](?:[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f])?$',
    'x-key': true,
    description,
  });

export const amount = (description = 'Minor units: 12.34 EUR is 1234.', minimum = 0) =>
  Type.Integer({ minimum, maximum: MAX_AMOUNT, description, 'x-refusal': 'amount_invalid' });

export const signedAmount = (description: string) => amount(description, -MAX_AMOUNT);

export const unitPrice = (description = 'Millionths of the major unit: 1.50 EUR is 1500000.') =>
  Type.Integer({ minimum: 0, maximum: MAX_UNIT_PRICE, description, 'x-refusal': 'amount_invalid' });

export const quantity = (description = 'Pieces.') => Type.Integer({ minimum: 1, maximum: MAX_QUANTITY, description });

export const instant = (description = 'A date-time of RFC 3339; kept in UTC.') =>
  Type.String({ maxLength: 40, format: 'date-time', 'x-instant': true, description, 'x-refusal': 'date_out_of_range' });

/** JSON that decides nothing and is given back as it came. */
export const freeObject = (description: string) =>
  Type.Unsafe<Record<string, unknown>>({ type: 'object', maxProperties: 500, 'x-free-json': true, description });

export const freeValue = (description: string) => Type.Unsafe<unknown>({ 'x-free-json': true, description });

/** A record whose names are chosen by whoever defines it. */
export const named = (pattern: string, value: TSchema, maxProperties: number, description: string) =>
  Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    propertyNames: { pattern, 'x-key': true },
    additionalProperties: value,
    maxProperties,
    description,
  });

export const oneOf = <const V extends readonly string[]>(values: V, description?: string) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values], ...(description === undefined ? {} : { description }) });

export const country = (description = 'ISO 3166 alpha-2, capitals.') =>
  Type.String({ pattern: '^[A-Z]{2}$', maxLength: 2, description });

/** Text of a query or path: percent-encoding can smuggle NUL in where a JSON body could not. */
export const queryText = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, 'x-storable': true, 'x-refusal': 'text_invalid', description });

export const orderId = () =>
  Type.String({
    minLength: 1,
    maxLength: 64,
    pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]*$',
    description: 'Such as 1480000500001-01.',
  });

/** Two digits of position are added to make an order id of it. */
export const groupId = () =>
  Type.String({
    minLength: 1,
    maxLength: 60,
    pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]*$',
    description: 'Such as 1480000500001.',
  });

const EVENT_TYPES = Object.keys(EVENT_SCHEMA) as OrderEventType[];

export const eventTypes = () =>
  Type.Array(oneOf(EVENT_TYPES), {
    minItems: 1,
    maxItems: EVENT_TYPES.length,
    description: 'Only events of these types. Repeat the parameter for more than one.',
  });
