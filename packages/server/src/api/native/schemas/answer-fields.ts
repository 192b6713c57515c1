import { Type } from 'typebox';
import { freeObject } from './fields.js';

/** What an answer holds. Bounds stand in the request schemas; here only the shape is stated. */
export const str = (description?: string) => Type.String(description === undefined ? {} : { description });
export const int = (description?: string) => Type.Integer(description === undefined ? {} : { description });
export const date = (description?: string) =>
  Type.String({ format: 'date-time', ...(description === undefined ? {} : { description }) });
export const orNull = (type: 'string' | 'integer', description?: string) =>
  Type.Unsafe<string | number | null>({ type: [type, 'null'], ...(description === undefined ? {} : { description }) });
export const dateOrNull = (description?: string) =>
  Type.Unsafe<string | null>({
    type: ['string', 'null'],
    format: 'date-time',
    ...(description === undefined ? {} : { description }),
  });
/** An amount in minor units, or a unit price, that only some callers see. */
export const money = (description = 'Minor units.') => orNull('integer', `${description} Null without prices.view.`);
export const refOrNull = (name: string) => Type.Unsafe<unknown>({ anyOf: [{ $ref: `${name}#` }, { type: 'null' }] });
export const listOf = (name: string) => Type.Unsafe<unknown[]>({ type: 'array', items: { $ref: `${name}#` } });

/** Only there where a field is set. */
export const customFields = Type.Optional(
  Type.Unsafe<Record<string, unknown>>({
    ...freeObject('Fields of the account by name; absent where none is set.'),
    additionalProperties: true,
  }),
);

/** Of a document: what a screen offers about it. */
export const may = Type.Array(Type.String(), {
  description: 'Commands that the reader may send about it now; none of an order of the past.',
});
