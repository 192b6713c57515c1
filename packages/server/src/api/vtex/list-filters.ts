import type { OrderFilters, OrderListQuery } from '../../read-models/order-list-query.js';
import { OWN_SELLER } from './order-items.js';
import { type Fields, flagOf, integerOf, invalid, textOf } from './reading.js';
import { readTime } from './times.js';

/** What the admin of VTEX sends for "all of them" (vtex-oms §1.2). */
const EVERYTHING = '$$ALL_VALUES$$';
const USUAL_ROWS = 15;
const MOST_ROWS = 100;

/** A page of the list as it was asked for. */
export interface AskedPage {
  readonly page: number;
  readonly perPage: number;
}

/** Pages count from 1; a larger page is cut to 100 (vtex-oms §1.2). */
export function pageOf(query: Fields): AskedPage {
  const page = integerOf(query, 'page') ?? 1;
  const perPage = integerOf(query, 'per_page') ?? USUAL_ROWS;
  if (page < 1) throw invalid('page', 'must be 1 or more');
  if (perPage < 1) throw invalid('per_page', 'must be 1 or more');
  return { page, perPage: Math.min(perPage, MOST_ROWS) };
}

/** Names that guides use for a status beside its own (vtex-oms §1.2, §3.1); understood, and never written. */
const STATUS_ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'waiting-for-sellers-confirmation': 'waiting-for-authorization',
    'waiting-for-seller-confirmation': 'waiting-for-authorization',
    'order-completed': 'on-order-completed',
    'cancelation-request': 'cancellation-requested',
    canceling: 'cancel',
  }),
);

/** Parameters whose values are words of an order, and the words of the list that they ask for. */
const WORDS = {
  f_status: 'vtexStatus',
  f_sellerNames: 'seller',
  sku_Ids: 'sku',
} as const satisfies Readonly<Record<string, keyof OrderFilters>>;

/** Parameters that ask for what only VTEX knows of an order (`read-models/order-list-facets.ts`). */
const FACETS = {
  f_salesChannel: 'sales_channel',
  salesChannelId: 'sales_channel',
  f_affiliateId: 'affiliate',
  f_UtmSource: 'utm_source',
  f_callCenterOperatorName: 'operator_name',
  CallCenterOperatorEmail: 'operator_email',
  f_paymentNames: 'payment_name',
  f_RnB: 'promotion',
  listId: 'gift_list',
  tid: 'transaction',
  pci_tid: 'transaction',
  paymentId: 'payment',
  nsu: 'transaction',
} as const;

/** Values with OR between them, or undefined for all (vtex-oms §1.2). */
function valuesOf(query: Fields, name: string): readonly string[] | undefined {
  const text = textOf(query, name, 8_000);
  if (text === null || text.includes(EVERYTHING)) return undefined;
  const values = text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return values.length === 0 ? undefined : values;
}

/**
 * The filters of a list; unknown parameters are left out of account.
 *
 * @param now the present instant, for what is late
 * @param account by whose name its own seller is shown, and asked for
 */
export function filtersOf(
  query: Fields,
  { now, account }: { readonly now: string; readonly account: string },
): OrderListQuery {
  const words = Object.entries(WORDS).flatMap(([name, filter]): [string, readonly string[]][] => {
    const values = valuesOf(query, name);
    if (values === undefined) return [];
    if (filter === 'vtexStatus') return [[filter, values.map((value) => STATUS_ALIASES.get(value) ?? value)]];
    return [[filter, filter === 'seller' && values.includes(account) ? [...values, OWN_SELLER] : values]];
  });
  const facets: Record<string, readonly string[]> = {};
  for (const [name, facet] of Object.entries(FACETS)) {
    const values = valuesOf(query, name);
    if (values !== undefined) facets[facet] = values;
  }
  if (flagOf(query, 'f_isInstore')) facets['in_store'] = ['yes'];
  const q = textOf(query, 'q');
  return {
    ...Object.fromEntries(words),
    ...(Object.keys(facets).length === 0 ? {} : { facets }),
    ...(q === null ? {} : { text: q }),
    ...rangeOf(query, 'f_creationDate', 'createdFrom', 'createdTo'),
    ...rangeOf(query, 'f_authorizedDate', 'authorisedFrom', 'authorisedTo'),
    ...rangeOf(query, 'f_invoicedDate', 'invoicedFrom', 'invoicedTo'),
    ...dueOf(query, now),
    ...wanted(query, 'f_hasInputInvoice', 'hasReturnInvoice'),
    ...(flagOf(query, 'incompleteOrders') ? { complete: false } : {}),
    ...orderOf(query),
  };
}

const wanted = (query: Fields, name: string, filter: keyof OrderFilters): OrderListQuery =>
  textOf(query, name) === null ? {} : { [filter]: flagOf(query, name) };

/** By creation or by value, either way; the newest first where nothing is said (vtex-oms §1.2). */
function orderOf(query: Fields): OrderListQuery {
  const asked = textOf(query, 'orderBy');
  if (asked === null) return {};
  const [name = '', direction = 'desc'] = asked.split(',').map((part) => part.trim().toLowerCase());
  const sort = SORTS.get(name);
  if (sort === undefined) throw invalid('orderBy', `must begin with one of ${[...SORTS.keys()].join(', ')}`);
  return { sort, descending: direction !== 'asc' };
}

/** Ids are given in the order of creation. By items or origin Docket does not sort. */
const SORTS: ReadonlyMap<string, 'created' | 'total'> = new Map([
  ['creationdate', 'created'],
  ['orderid', 'created'],
  ['totalvalue', 'total'],
]);

/**
 * `field:[from TO to]`, both inclusive, `*` for an open end; with any prefix or none, with `+` or blanks around `TO`
 * (vtex-oms §1.2, §10.2 row 25).
 */
const RANGE = /^\s*(?:[A-Za-z]+\s*:)?\s*\[?\s*(\S+?)[\s+]+TO[\s+]+(\S+?)\s*\]?\s*$/i;

/** A zone whose plus was not encoded, and came to be a blank. */
const BLANK_ZONE = /(\d\d:\d\d(?:\.\d+)?) (\d\d:?\d\d)/g;

function rangeOf(query: Fields, name: string, from: keyof OrderFilters, to: keyof OrderFilters): OrderListQuery {
  const text = textOf(query, name);
  if (text === null || text.includes(EVERYTHING)) return {};
  const [, first, last] = RANGE.exec(text.replaceAll(BLANK_ZONE, '$1+$2')) ?? [];
  if (first === undefined || last === undefined) throw invalid(name, 'must be [from TO to]');
  const begin = boundOf(name, first);
  const end = boundOf(name, last);
  return {
    ...(begin === null ? {} : { [from]: begin }),
    // The list ends before its bound, VTEX at it; a bare day is meant whole.
    ...(end === null ? {} : { [to]: after(end, last.length === DAY ? 86_400_000 : 1) }),
  };
}

const DAY = '2026-03-02'.length;

function boundOf(name: string, text: string): string | null {
  if (text === '*') return null;
  const instant = readTime(text);
  if (instant === null) throw invalid(name, `has a bound that is no date: ${text.slice(0, 50)}`);
  return instant;
}

const after = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** `7.days`: due in the next seven; `0.days`: today; `1.days`: tomorrow; `-1.days`: late (vtex-oms §1.2). */
function dueOf(query: Fields, now: string): OrderListQuery {
  const text = textOf(query, 'f_shippingEstimate');
  if (text === null || text.includes(EVERYTHING)) return {};
  const days = /^(-?\d{1,3})\.days?$/i.exec(text)?.[1];
  if (days === undefined) throw invalid('f_shippingEstimate', 'must be a number of days, such as 7.days');
  const count = Number(days);
  const midnight = `${now.slice(0, 10)}T00:00:00.000Z`;
  if (count < 0) return { lateAt: now };
  // One and none are that very day, more are the days until then.
  return {
    dueFrom: after(midnight, count === 1 ? 86_400_000 : 0),
    dueTo: after(midnight, (count + 1) * 86_400_000),
  };
}
