import type { Facts } from './decision.js';
import { numberOf, type NumberParts } from './number-template.js';
import type { Documents, OrderHead } from './order.js';

/** Built-in kinds that Docket numbers when they come about. */
export const NUMBERED_KINDS = [
  'payment',
  'capture',
  'void',
  'refund',
  'shipment',
  'package',
  'return',
] as const satisfies readonly (keyof Documents)[];
export type NumberedKind = (typeof NUMBERED_KINDS)[number];

/** Kinds whose numbers a store may make by a template of its own: a paper that comes with a number keeps it. */
export const STORE_TEMPLATE_KINDS = [...NUMBERED_KINDS, 'invoice', 'return_invoice'] as const;

/** Those of an account. A consignment is of several orders, and none of their documents. */
export const TEMPLATE_KINDS = [...STORE_TEMPLATE_KINDS, 'consignment'] as const;

/** Templates of their numbers by kind; a kind without one is counted inside its order, a consignment in its account. */
export type NumberTemplates = Readonly<Partial<Record<(typeof TEMPLATE_KINDS)[number], string>>>;

/** The same of a store. */
export type StoreNumberTemplates = Readonly<Partial<Record<(typeof STORE_TEMPLATE_KINDS)[number], string>>>;

/** Numbers that documents got by their templates, by kind and id. */
export type GivenNumbers = Readonly<Partial<Record<NumberedKind, Readonly<Record<string, string>>>>>;

/**
 * What a document is called where its kind has no template of its own: the order's number and a mark that counts inside
 * the order, such as `2026-000123-R2` for the second return. `mark` is at most 8 characters.
 */
export const countedNumber = ({ number, orderId }: Pick<OrderHead, 'number' | 'orderId'>, mark: string): string =>
  `${number ?? orderId}-${mark}`;

/**
 * The template of a kind for orders of a store, and the name of its counter; null: it is counted inside the order. The
 * template of the store goes before that of the account, and counts by itself (virto-orders §1.14).
 */
export function templateFor(
  kind: (typeof STORE_TEMPLATE_KINDS)[number],
  store: string,
  { stores, defaults }: Pick<Facts, 'stores' | 'defaults'>,
): { readonly template: string; readonly counter: string } | null {
  const own = stores.find((one) => one.store === store)?.documentNumbers?.[kind];
  if (own !== undefined) return { template: own, counter: `${kind}/${store}` };
  const template = defaults.documentNumbers?.[kind];
  return template === undefined ? null : { template, counter: kind };
}

/** The number of a document by a template. */
export const documentNumber = (
  template: string,
  { number, orderId, group, position, store }: OrderHead,
  parts: Pick<NumberParts, 'at' | 'sequence'> & { readonly count: number },
): string => numberOf(template, { ...parts, group, position, store, order: number ?? orderId });

/** The name of a series of document numbers, one for each counter and each period in which it begins anew. */
export const seriesName = (counter: string, period: string): string =>
  period === '' ? counter : `${counter}@${period}`;

/** Documents under the numbers that an event gave them. */
export function withGivenNumbers(documents: Documents, given: GivenNumbers): Documents {
  let next = documents;
  for (const kind of NUMBERED_KINDS) {
    for (const [id, number] of Object.entries(given[kind] ?? {})) {
      const document = next[kind][id];
      if (document === undefined) throw new Error(`a number was given to ${kind} ${id}, which the order does not have`);
      next = { ...next, [kind]: { ...next[kind], [id]: { ...document, number } } };
    }
  }
  return next;
}
