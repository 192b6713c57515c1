import type { QueryOf } from '@docket/sdk';

type ListParameters = QueryOf<'listOrders'>;

/** Filters and sort of the list, as the API takes them. */
export type OrderQuery = Omit<ListParameters, 'limit' | 'cursor' | 'offset' | 'count' | 'sum' | 'view'>;

/**
 * What stands in the address of the list: filters and sort under the names of the API, and the saved view they came from.
 * `q` stands there as it was typed.
 */
export type OrderSearch = OrderQuery & { readonly view?: string };

export type FilterName = Exclude<keyof OrderQuery, 'q' | 'sort' | 'order'>;

export const ORION_STATUSES = [
  'pending', 'processing', 'partially_shipped', 'shipped', 'delivered', 'cancelled', 'refunded',
] as const; // prettier-ignore
export const VIRTO_STATUSES = [
  'New', 'Not paid', 'Pending', 'Processing', 'Ready to send', 'Partially sent', 'Completed', 'Cancelled',
] as const; // prettier-ignore
const STAGES = ['placing', 'paying', 'handling', 'handing_over', 'travelling', 'received', 'ended'] as const;
const PAYMENT_STATES = [
  'none', 'pending', 'authorised', 'partly_paid', 'paid', 'overpaid', 'partly_refunded', 'refunded', 'denied', 'cancelled',
] as const; // prettier-ignore
const SHIPPING_STATES = ['none', 'partly_shipped', 'shipped', 'partly_delivered', 'delivered'] as const;

/** Lists whose words are closed: another word is left out of the query, where the server would refuse all of it. */
export const CLOSED: Readonly<Partial<Record<keyof OrderQuery, readonly string[]>>> = {
  orionStatus: ORION_STATUSES,
  virtoStatus: VIRTO_STATUSES,
  stage: STAGES,
  paymentState: PAYMENT_STATES,
  shippingState: SHIPPING_STATES,
};
const CHOICES: Readonly<Partial<Record<keyof OrderQuery, readonly string[]>>> = {
  complete: ['false', 'any'],
  deleted: ['true', 'any'],
  sort: ['created', 'updated', 'total', 'due'],
  order: ['asc', 'desc'],
};
const WORDS = [
  'status', 'vtexStatus', 'store', 'channel', 'origin', 'workflow', 'currency', 'group', 'customerId', 'email', 'sku',
  'gtin', 'seller', 'tag', 'assignee', 'externalId',
] as const; // prettier-ignore
const INSTANTS = ['createdFrom', 'createdTo', 'updatedFrom', 'updatedTo', 'dueFrom', 'dueTo'] as const;

/** The address as it came: what it cannot mean is left out. */
export function orderSearch(raw: Record<string, unknown>): OrderSearch {
  const found: Record<string, unknown> = {};
  const take = (name: string, value: unknown): void => {
    if (value !== undefined) found[name] = value;
  };
  for (const name of ['q', 'view', 'externalSource'] as const) take(name, textOf(raw[name]));
  for (const name of WORDS) take(name, listOf(raw[name], null));
  for (const [name, words] of Object.entries(CLOSED)) take(name, listOf(raw[name], words));
  for (const [name, words] of Object.entries(CHOICES)) take(name, listOf(raw[name], words)?.[0]);
  for (const name of INSTANTS) take(name, instantOf(raw[name]));
  for (const name of ['hasNote', 'onHold', 'late'] as const) take(name, flagOf(raw[name]));
  for (const name of ['totalFrom', 'totalTo'] as const)
    take(name, Number.isSafeInteger(raw[name]) ? raw[name] : undefined);
  return found;
}

/** The router reads `?tag=5` as a number. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined;
}

function listOf(value: unknown, words: readonly string[] | null): string[] | undefined {
  const items = [value].flat().flatMap((item) => textOf(item) ?? []);
  const kept = [...new Set(items)].filter((item) => words === null || words.includes(item)).slice(0, 50);
  return kept.length === 0 ? undefined : kept;
}

const instantOf = (value: unknown): string | undefined =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined;

const flagOf = (value: unknown): boolean | undefined =>
  value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;

/** Names of the filters that are set, in the order in which they came. */
export function filtersOf(search: OrderSearch): FilterName[] {
  const { q: _words, sort: _sort, order: _order, view: _view, ...filters } = search;
  return Object.keys(filters) as FilterName[];
}

/**
 * The query of an address. While somebody types, the last word is the beginning of one, from 3 characters on; who may not
 * see people searches by whole numbers alone, and so is a telephone number with blanks.
 */
export function queryOf({ view: _view, q, ...search }: OrderSearch, mayFindPeople: boolean): OrderQuery {
  const text = q?.trim() ?? '';
  if (text === '') return search;
  const isTelephone = /^[\d\s()+./-]*\s[\d\s()+./-]*$/.test(text);
  const last = text.split(/\s+/).at(-1) ?? '';
  const begins = mayFindPeople && !isTelephone && last.length >= 3 && /[\p{L}\p{N}]$/u.test(last);
  return { ...search, q: begins ? `${text}*` : text };
}
