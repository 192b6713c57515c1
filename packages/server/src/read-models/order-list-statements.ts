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
  'account', 'created_at', 'order_id', 'updated_at', 'due_at', 'sequence', 'total', 'due_amount', 'version', 'order_group',
  'group_position', 'pieces', 'complete', 'deleted', 'has_note', 'status', 'orion_status', 'virto_status', 'stage',
  'payment_state', 'shipping_state', 'store', 'channel', 'origin', 'workflow', 'currency', 'customer_id', 'assignee',
  'buyer_name', 'buyer_email', 'sellers', 'tags', 'external_ids',
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
  const text = `select ${SELECTED}, l.${sort.column}::text as sort_value
    from order_list l
   where ${where}
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

/**
 * Walks the next `window` rows of the list in the order of its sort, whatever they are, and gives those that match, at
 * most `rows`. The last row of the window comes along even where it does not match (`matched` false), to go on after it;
 * it is missing when the list ended first.
 */
export function walkStatement(
  filters: CompiledFilters,
  query: OrderListQuery,
  walk: {
    readonly position: Position | null;
    readonly rows: number;
    readonly window: number;
    readonly end?: string | null;
  },
): Bound {
  const values = parametersAfter(filters.values);
  const sort = sortOf(query);
  const tokens = values.add(filters.tokens);
  let range = afterPosition(values, sort, walk.position);
  if (walk.end !== undefined && walk.end !== null) {
    range += ` and l.${sort.column} ${sort.after === '<' ? '>=' : '<'} ${values.add(walk.end)}::timestamptz`;
  }
  if (query.createdFrom !== undefined) range += ` and l.created_at >= ${values.add(query.createdFrom)}`;
  if (query.createdTo !== undefined) range += ` and l.created_at < ${values.add(query.createdTo)}`;
  // Only the sort's own index without nulls knows that there are none.
  if (query.sort === 'due') range += ' and l.due_at is not null';
  const text = `select * from (
      select ${SELECTED}, l.${sort.column}::text as sort_value,
             (l.tokens @@ ${tokens}::tsquery and ${filters.conditions.join(' and ')}) is true as matched,
             row_number() over (${sort.orderBy}) as nth
        from (select * from order_list l where l.account = $1${range} ${sort.orderBy} limit ${walk.window}) l
    ) walked
   where matched or nth = ${walk.window}
   order by ${sort.column} ${direction(query)}, order_id ${direction(query)}
   limit ${limitOf(walk.rows)}`;
  return { statement: walk.window <= 8_192 ? named(text) : { text }, values: values.values };
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

/** How many rows the filters let through, counted to `most`, by an index of the list. */
export function countStatement(filters: CompiledFilters, most: number): Bound {
  const values = parametersAfter(filters.values);
  const conditions = [...filters.conditions];
  if (filters.tokens !== null) conditions.push(`l.tokens @@ ${values.add(filters.tokens)}::tsquery`);
  const text = `select count(*)::int as counted from (
      select from order_list l where ${conditions.join(' and ')} limit ${most}) l`;
  return { statement: filters.steady ? named(text) : { text }, values: values.values };
}

/** Matches counted by the token index alone, where the tokens say all but what is complete and deleted. */
export function countTokensStatement(filters: CompiledFilters, query: OrderFilters, most: number): Bound {
  const flag = (wanted: boolean | 'any'): boolean | null => (wanted === 'any' ? null : wanted);
  return {
    statement: { name: 'order_list_count', text: 'select order_list_count($1, $2::tsquery, $3, $4, $5) as counted' },
    values: [filters.account, filters.tokens, flag(query.complete ?? true), flag(query.deleted ?? false), most],
  };
}

/** The same by the token index: `seen` matches were looked at, `counted` of them pass the other conditions. */
export function countMatchesStatement(filters: CompiledFilters, most: number): Bound {
  const values = parametersAfter(filters.values);
  const tokens = values.add(filters.tokens);
  const text = `select count(*)::int as seen, (count(*) filter (where ${filters.conditions.join(' and ')}))::int as counted
    from order_list_matches($1, ${tokens}::tsquery, '-infinity', 'infinity', ${values.add(most)}::int) l`;
  return { statement: named(text), values: values.values };
}
