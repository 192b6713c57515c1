import type { Statement } from '../database/pool.js';
import type { ListRow } from './order-list.js';
import type { Position } from './order-list-cursor.js';
import type { CompiledFilters, Lead } from './order-list-filters.js';
import { isDescending, type OrderFilters, type OrderListQuery, SORT_COLUMN } from './order-list-query.js';

/** A statement with its parameters. */
export interface Bound {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** What a listed order shows: all but the tokens. */
export const COLUMNS = [
  'account', 'created_at', 'order_id', 'updated_at', 'due_at', 'sequence', 'number', 'total', 'due_amount', 'version', 'order_group',
  'group_position', 'pieces', 'complete', 'deleted', 'has_note', 'status', 'orion_status', 'virto_status', 'stage',
  'payment_state', 'shipping_state', 'store', 'channel', 'origin', 'workflow', 'currency', 'customer_id', 'assignee',
  'buyer_name', 'buyer_email', 'sellers', 'tags', 'external_ids', 'on_hold',
] as const satisfies readonly (keyof ListRow)[]; // prettier-ignore

const SELECTED = COLUMNS.map((column) => `l.${column}`).join(', ');
const SELECTED_BARE = COLUMNS.join(', ');

/**
 * A plan over all partitions is 100 to 300 KB that each connection keeps for each named statement, so only so many
 * shapes of query get a name; later ones are planned each time, which costs some milliseconds.
 */
const MOST_NAMES = 64;
const names = new Map<string, string>();

function named(text: string): Statement {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= MOST_NAMES) return { text };
    name = `order_list_${names.size + 1}`;
    names.set(text, name);
  }
  return { name, text };
}

interface Parameters {
  readonly values: readonly unknown[];
  /** Takes a value and answers what stands for it in the text. */
  readonly add: (value: unknown) => string;
}

function parametersAfter(first: readonly unknown[]): Parameters {
  const values = [...first];
  return {
    values,
    add: (value) => {
      values.push(value);
      return `$${values.length}`;
    },
  };
}

/**
 * Limits stand in the text, because for a limit that it does not know the planner assumes a tenth of the table; in few
 * steps, because each text has a plan of its own. Callers cut off what is too much.
 */
function limitOf(rows: number): number {
  return [11, 26, 51, 101].find((step) => step >= rows) ?? rows;
}

interface Sort {
  readonly column: string;
  readonly orderBy: string;
  /** The operator between a later row and the row of a cursor. */
  readonly after: '<' | '>';
}

function sortOf(query: OrderListQuery): Sort {
  const column = SORT_COLUMN[query.sort ?? 'created'];
  return {
    column,
    orderBy: `order by l.${column} ${direction(query)}, l.order_id ${direction(query)}`,
    after: isDescending(query) ? '<' : '>',
  };
}

const direction = (query: OrderListQuery): string => (isDescending(query) ? 'desc' : 'asc');

/** The second comparison says what the first implies: only it lets the server leave out partitions. */
function afterPosition(values: Parameters, sort: Sort, position: Position | null): string {
  if (position === null) return '';
  const value = values.add(position.value);
  const type = sort.column === 'total' ? 'bigint' : 'timestamptz';
  return ` and (l.${sort.column}, l.order_id) ${sort.after} (${value}::${type}, ${values.add(position.orderId)})
      and l.${sort.column} ${sort.after}= ${value}::${type}`;
}

export interface Page {
  readonly position: Position | null;
  readonly offset: number;
  /** One more than the page holds, to know whether another follows. */
  readonly rows: number;
}

/** A page that an index of the list gives by itself. */
export function pageStatement(filters: CompiledFilters, query: OrderListQuery, page: Page): Bound {
  const values = parametersAfter(filters.values);
  const sort = sortOf(query);
  const conditions = [...filters.conditions];
  if (filters.tokens !== null) conditions.push(`l.tokens @@ ${values.add(filters.tokens)}::tsquery`);
  const where = conditions.join(' and ') + afterPosition(values, sort, page.position);
  // Without the barrier the planner walks the sort past all later orders: 2.6 s to the first of a week long ago, of 300,000.
  const source = filters.gathered ? `(select ${SELECTED} from order_list l where ${where} offset 0) l` : 'order_list l';
  const text = `select ${SELECTED}, l.${sort.column}::text as sort_value
    from ${source}
   ${filters.gathered ? '' : `where ${where}`}
   ${sort.orderBy}
   limit ${limitOf(page.rows)}${page.offset === 0 ? '' : ` offset ${page.offset}`}`;
  return { statement: filters.steady && page.offset === 0 ? named(text) : { text }, values: values.values };
}

/**
 * A page by creation of orders with any of some values in the column that leads: for each value its own ordered walk of
 * the index, because one walk for several would no longer be ordered.
 */
export function ledPageStatement(filters: CompiledFilters, lead: Lead, query: OrderListQuery, page: Page): Bound {
  const values = parametersAfter(filters.values);
  const sort = sortOf(query);
  // The lateral walk compares with one value at a time; the list of them would only make the plan depend on it.
  const conditions = filters.conditions.filter((condition) => condition !== lead.condition);
  if (filters.tokens !== null) conditions.push(`l.tokens @@ ${values.add(filters.tokens)}::tsquery`);
  const where = conditions.join(' and ') + afterPosition(values, sort, page.position);
  const enough = page.offset + limitOf(page.rows);
  const text = `select l.*, l.${sort.column}::text as sort_value
    from unnest(${lead.parameter}::text[]) as wanted (value)
   cross join lateral (
      select ${SELECTED} from order_list l where l.${lead.column} = wanted.value and ${where}
      ${sort.orderBy} limit ${enough}) l
   ${sort.orderBy}
   limit ${limitOf(page.rows)}${page.offset === 0 ? '' : ` offset ${page.offset}`}`;
  return { statement: filters.steady && page.offset === 0 ? named(text) : { text }, values: values.values };
}

export interface Window {
  /** Where the window begins; null at the start of the list. */
  readonly position: Position | null;
  /** How many rows it holds at most. */
  readonly length: number;
  /** The bound of a partition at which it ends in any case. */
  readonly bound: string | null;
}

/**
 * Walks a window of the list in the order of the query's sort, whatever is in it, and gives the rows that match, at most
 * `rows`. The last row of the window comes along even where it does not match (`matched` false), to go on after it; it is
 * missing when the list ended first.
 *
 * Rows are counted off bare and take shape when they are found: to shape all of them takes twice as long.
 */
export function walkStatement(
  filters: CompiledFilters,
  query: OrderListQuery,
  { position, length, bound }: Window,
  rows: number,
): Bound {
  const values = parametersAfter(filters.values);
  const sort = sortOf(query);
  const matches = `(l.tokens @@ ${values.add(filters.tokens)}::tsquery and ${filters.conditions.join(' and ')}) is true`;
  let range = afterPosition(values, sort, position);
  if (bound !== null) {
    range += ` and l.${sort.column} ${sort.after === '<' ? '>=' : '<'} ${values.add(bound)}::timestamptz`;
  }
  if (query.createdFrom !== undefined) range += ` and l.created_at >= ${values.add(query.createdFrom)}`;
  if (query.createdTo !== undefined) range += ` and l.created_at < ${values.add(query.createdTo)}`;
  // Only the sort's own index without nulls knows that there are none.
  if (query.sort === 'due') range += ' and l.due_at is not null';
  const text = `select ${SELECTED}, l.${sort.column}::text as sort_value, ${matches} as matched, l.nth
    from (select l.*, row_number() over () as nth
            from (select * from order_list l where l.account = $1${range} ${sort.orderBy} limit ${length}) l) l
   where ${matches} or l.nth = ${length}
   limit ${limitOf(rows)}`;
  return { statement: length <= 8_192 ? named(text) : { text }, values: values.values };
}

/** The matches that the token index finds with created_at in [from, to), at most `most` of them looked at. */
export function matchesStatement(
  filters: CompiledFilters,
  query: OrderListQuery,
  range: {
    readonly position: Position | null;
    readonly rows: number;
    readonly from: string;
    readonly to: string;
    readonly most: number;
  },
): Bound {
  const values = parametersAfter(filters.values);
  const sort = sortOf(query);
  const tokens = values.add(filters.tokens);
  const call = `order_list_matches($1, ${tokens}::tsquery, ${values.add(range.from)}::timestamptz, ${values.add(range.to)}::timestamptz, ${values.add(range.most)}::int)`;
  const where = filters.conditions.join(' and ') + afterPosition(values, sort, range.position);
  const text = `with found as materialized (select * from ${call})
    select seen.seen, page.*
      from (select count(*)::int as seen from found) seen
      left join (select ${SELECTED_BARE}, l.${sort.column}::text as sort_value from found l where ${where}
                 ${sort.orderBy} limit ${limitOf(range.rows)}) page on true`;
  return { statement: named(text), values: values.values };
}

const TALLIED = 'count(*)::int as orders, sum(l.total)::text as total';

/** Counts and sums what the filters let through, to `most` rows, by an index of the list. */
export function tallyRowsStatement(filters: CompiledFilters, most: number): Bound {
  const values = parametersAfter(filters.values);
  const conditions = [...filters.conditions];
  if (filters.tokens !== null) conditions.push(`l.tokens @@ ${values.add(filters.tokens)}::tsquery`);
  const text = `select l.currency, ${TALLIED}
    from (select l.currency, l.total from order_list l where ${conditions.join(' and ')} limit ${most}) l
   group by l.currency`;
  return { statement: filters.steady ? named(text) : { text }, values: values.values };
}

/** The newest `length` orders in the range of creation, as a table `l`. */
function newestOrders(values: Parameters, query: OrderFilters, length: number): string {
  let range = '';
  if (query.createdFrom !== undefined) range += ` and l.created_at >= ${values.add(query.createdFrom)}`;
  if (query.createdTo !== undefined) range += ` and l.created_at < ${values.add(query.createdTo)}`;
  return `(select * from order_list l where l.account = $1${range}
            order by l.created_at desc, l.order_id desc limit ${length}) l`;
}

const matching = (values: Parameters, filters: CompiledFilters): string =>
  `l.tokens @@ ${values.add(filters.tokens)}::tsquery and ${filters.conditions.join(' and ')}`;

/** The newest `length` orders, all of them `seen`, counted and summed as far as they match. */
export function tallySampleStatement(filters: CompiledFilters, query: OrderFilters, length: number): Bound {
  const values = parametersAfter(filters.values);
  const passing = `filter (where ${matching(values, filters)})`;
  const text = `select l.currency, count(*)::int as seen, (count(*) ${passing})::int as orders,
           coalesce(sum(l.total) ${passing}, 0)::text as total, max(l.created_at)::text as newest
    from ${newestOrders(values, query, length)}
   group by l.currency`;
  return { statement: named(text), values: values.values };
}

/** The matches among the newest `length` orders, counted and summed to `most`, where the reading stops. */
export function tallyNewestStatement(
  filters: CompiledFilters,
  query: OrderFilters,
  length: number,
  most: number,
): Bound {
  const values = parametersAfter(filters.values);
  const matches = matching(values, filters);
  const text = `select l.currency, ${TALLIED}
    from (select l.currency, l.total from ${newestOrders(values, query, length)} where ${matches} limit ${most}) l
   group by l.currency`;
  return { statement: named(text), values: values.values };
}

/** The same by the token index alone, in a range of creation. */
export function tallyTokensStatement(
  filters: CompiledFilters,
  query: OrderFilters,
  { from, to, most }: { readonly from: string; readonly to: string; readonly most: number },
): Bound {
  const flag = (wanted: boolean | 'any'): boolean | null => (wanted === 'any' ? null : wanted);
  const { status, store, channel, origin, currency } = query;
  return {
    statement: {
      name: 'order_list_tally',
      text: `select currency, orders, total::text
               from order_list_tally($1, $2::tsquery, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    },
    values: [
      filters.account,
      filters.tokens,
      from,
      to,
      flag(query.complete ?? true),
      flag(query.deleted ?? false),
      ...[status, store, channel, origin, currency].map((words) => words ?? null),
      most,
    ],
  };
}

/** The same by the token index, where other conditions are left: `seen` matches were looked at, `orders` of them pass. */
export function tallyMatchesStatement(filters: CompiledFilters, most: number): Bound {
  const values = parametersAfter(filters.values);
  const tokens = values.add(filters.tokens);
  const passing = `filter (where ${filters.conditions.join(' and ')})`;
  const text = `select l.currency, count(*)::int as seen, (count(*) ${passing})::int as orders,
           coalesce(sum(l.total) ${passing}, 0)::text as total
    from order_list_matches($1, ${tokens}::tsquery, '-infinity', 'infinity', ${values.add(most)}::int) l
   group by l.currency`;
  return { statement: named(text), values: values.values };
}

const SUMMED = `count(*)::int as orders, sum(l.total)::text as total, sum(l.total::numeric * l.total)::text as total_squares,
    max(l.total) as total_most, min(l.total) as total_least, sum(l.pieces)::text as pieces,
    sum(l.pieces::numeric * l.pieces)::text as pieces_squares, max(l.pieces) as pieces_most, min(l.pieces) as pieces_least`;

/** What the orders that the filters let through come to, `most` of them, by origin and currency. */
export function statisticsStatement(filters: CompiledFilters, most: number): Bound {
  const { from, values } = foundOf(filters, 'l.origin, l.currency, l.total, l.pieces', most);
  const text = `select l.origin, l.currency, ${SUMMED}
    from ${from} l
   group by l.origin, l.currency
   order by l.origin, l.currency`;
  return { statement: filters.steady ? named(text) : { text }, values };
}

/** The same by day (of UTC), by status and by channel, each in its currencies; `kind` says by which. */
export const BROKEN_DOWN = `
  case when grouping(day) = 0 then 'day' when grouping(status) = 0 then 'status' else 'channel' end as kind,
  coalesce(day::text, status, channel) as name, currency, sum(orders)::bigint as orders, sum(amount)::text as total`;
export const BY_EACH = 'group by grouping sets ((day, currency), (status, currency), (channel, currency))';

export function breakdownStatement(filters: CompiledFilters, most: number): Bound {
  const columns = `(l.created_at at time zone 'UTC')::date as day, l.status, l.channel, l.currency,
    1 as orders, l.total as amount`;
  const { from, values } = foundOf(filters, columns, most);
  return { statement: { text: `select ${BROKEN_DOWN} from ${from} l ${BY_EACH}` }, values };
}

/** At most so many orders that the filters let through, to be taken together. */
function foundOf(
  filters: CompiledFilters,
  columns: string,
  most: number,
): { from: string; values: readonly unknown[] } {
  const values = parametersAfter(filters.values);
  const { tokens } = filters;
  // Led by an index, the tokens are only rechecked; else only the function of their index reaches it (see leakproof).
  const byTokens = tokens !== null && filters.lead === null;
  const conditions = [...filters.conditions];
  if (tokens !== null && !byTokens) conditions.push(`l.tokens @@ ${values.add(tokens)}::tsquery`);
  const from = byTokens
    ? `order_list_matches($1, ${values.add(tokens)}::tsquery, '-infinity', 'infinity', ${values.add(most * 2)}::int)`
    : 'order_list';
  const rows = `(select ${columns} from ${from} l where ${conditions.join(' and ')} limit ${most})`;
  return { from: rows, values: values.values };
}
