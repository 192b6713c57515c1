import { quoted, accountPrefix, valueToken, type TokenKind } from './order-list-tokens.js';
import { textTerms } from './order-list-text.js';

export type SortKey = 'created' | 'updated' | 'total' | 'due';

/**
 * What a list may be asked for; all parts must hold, and of several words in one part any. Codes and numbers that lie in
 * the tokens alone (SKU, GTIN, seller, tag, assignee, e-mail, external id) are compared without case and accents.
 */
export interface OrderFilters {
  /** VTEX words. */
  readonly status?: readonly string[];
  readonly store?: readonly string[];
  readonly channel?: readonly string[];
  readonly origin?: readonly string[];
  readonly currency?: readonly string[];
  /** ISO instants; from inclusive, to exclusive. */
  readonly createdFrom?: string;
  readonly createdTo?: string;
  readonly updatedFrom?: string;
  readonly updatedTo?: string;
  /** Minor units, both inclusive. */
  readonly totalFrom?: number;
  readonly totalTo?: number;
  readonly customerId?: string;
  readonly email?: string;
  readonly sku?: string;
  readonly gtin?: string;
  readonly seller?: string;
  readonly tag?: string;
  readonly assignee?: string;
  readonly hasNote?: boolean;
  /** The instant to compare with: orders whose earliest open deadline lies before it. */
  readonly lateAt?: string;
  /** True where absent. */
  readonly complete?: boolean | 'any';
  /** False where absent: deleted orders are hidden. */
  readonly deleted?: boolean | 'any';
  /** Without a source: of any. */
  readonly externalId?: { readonly source?: string; readonly id: string };
  /** Whole words, all of which must occur; a word that ends in `*` is the beginning of one, from 3 characters. */
  readonly text?: string;
}

export interface OrderListQuery extends OrderFilters {
  /** `due` shows only orders with an open deadline. `created` where absent. */
  readonly sort?: SortKey;
  /** True where absent, except for `due`. */
  readonly descending?: boolean;
  /** 1 to 100; 50 where absent. */
  readonly limit?: number;
  readonly cursor?: string;
  /** Instead of a cursor; offset + limit ≤ 10,000. */
  readonly offset?: number;
}

export interface ListProblem {
  readonly problem:
    | 'cursor_invalid'
    | 'cursor_of_other_query'
    | 'offset_too_deep'
    | 'limit_invalid'
    | 'text_invalid'
    | 'text_too_long'
    | 'prefix_too_short';
  /** The part of the query that it is about. */
  readonly field: string;
}

export const isListProblem = (answer: object): answer is ListProblem => 'problem' in answer;

/** A query as far as it is the same for every page of it. SQL speaks of the row as `l`, and $1 is the account. */
export interface CompiledFilters {
  readonly account: string;
  readonly values: readonly unknown[];
  /** Everything but the tokens. */
  readonly conditions: readonly string[];
  /** What the tokens must match, as text of a tsquery; null: nothing is asked of them. */
  readonly tokens: string | null;
  /** An index leads by itself, and the tokens are only rechecked. */
  readonly lead: 'customer' | 'status' | null;
  /** The one plan for all values is as good as one for these: no condition is selective beside the sort. */
  readonly steady: boolean;
}

const COLUMN_OF: Readonly<Record<SortKey, string>> = {
  created: 'created_at',
  updated: 'updated_at',
  total: 'total',
  due: 'due_at',
};

export const sortColumn = (sort: SortKey): string => COLUMN_OF[sort];
export const isDescending = (query: OrderListQuery): boolean => query.descending ?? query.sort !== 'due';

/** The condition of asked statuses, which are always the first asked: $2. */
export const STATUS_CONDITION = 'l.status = any ($2::text[])';

/** Turns filters into conditions, parameters and a token query. */
export function compileFilters(account: string, query: OrderListQuery): CompiledFilters | ListProblem {
  const invalid = invalidText(query);
  if (invalid !== null) return { problem: 'text_invalid', field: invalid };
  const sort = query.sort ?? 'created';
  const values: unknown[] = [account];
  const conditions = ['l.account = $1'];
  const terms: string[] = [];
  const prefix = accountPrefix(account);
  let steady = true;

  const where = (column: string, operator: string, value: unknown): void => {
    values.push(value);
    conditions.push(`l.${column} ${operator} $${values.length}`);
    if (column !== COLUMN_OF[sort] && operator !== '= any') steady &&= column === 'customer_id';
  };
  const anyToken = (kind: TokenKind, words: readonly string[]): void => {
    const tokens = words.map((word) => quoted(prefix + valueToken(kind, word)));
    terms.push(tokens.length === 1 ? (tokens[0] ?? '') : `(${tokens.join(' | ')})`);
  };

  for (const kind of ['status', 'store', 'channel', 'origin', 'currency'] as const) {
    const words = query[kind];
    if (words === undefined) continue;
    // Nothing equals any of no words.
    if (words.length === 0) conditions.push('false');
    else anyToken(kind, words);
    values.push([...new Set(words)]);
    conditions.push(`l.${kind} = any ($${values.length}::text[])`);
  }
  for (const kind of ['email', 'sku', 'gtin', 'seller', 'tag', 'assignee'] as const) {
    const word = query[kind];
    if (word !== undefined) anyToken(kind, [word]);
  }
  if (query.externalId !== undefined) {
    const { source, id } = query.externalId;
    anyToken('external', [id]);
    if (source !== undefined) {
      values.push(`${source}:${id}`);
      conditions.push(`$${values.length} = any (l.external_ids)`);
    }
  }
  addFlag(query.complete ?? true, 'complete', false, 'incomplete');
  addFlag(query.deleted ?? false, 'deleted', true, 'deleted');
  addFlag(query.hasNote ?? 'any', 'has_note', true, 'note');
  function addFlag(wanted: boolean | 'any', column: string, rare: boolean, token: string): void {
    if (wanted === 'any') return;
    conditions.push(wanted ? `l.${column}` : `not l.${column}`);
    if (wanted === rare) anyToken('flag', [token]);
  }

  if (query.createdFrom !== undefined) where('created_at', '>=', query.createdFrom);
  if (query.createdTo !== undefined) where('created_at', '<', query.createdTo);
  if (query.updatedFrom !== undefined) where('updated_at', '>=', query.updatedFrom);
  if (query.updatedTo !== undefined) where('updated_at', '<', query.updatedTo);
  if (query.totalFrom !== undefined) where('total', '>=', query.totalFrom);
  if (query.totalTo !== undefined) where('total', '<=', query.totalTo);
  if (query.lateAt !== undefined) where('due_at', '<', query.lateAt);
  if (sort === 'due') conditions.push('l.due_at is not null');
  if (query.customerId !== undefined) where('customer_id', '=', query.customerId);
  if (query.text !== undefined) {
    const text = textTerms(prefix, query.text);
    if (isListProblem(text)) return text;
    terms.push(...text);
  }

  const statusAlone = query.status !== undefined && query.status.length > 0 && terms.length === 1 && sort === 'created';
  return {
    account,
    values,
    conditions,
    tokens: terms.length === 0 || statusAlone ? null : terms.join(' & '),
    lead: query.customerId !== undefined ? 'customer' : statusAlone ? 'status' : null,
    steady,
  };
}

/** NUL, and halves of surrogate pairs. */
export const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Field of the first text that PostgreSQL could not even compare with. */
function invalidText(query: OrderListQuery): string | null {
  for (const [field, value] of Object.entries(query)) {
    const texts: readonly unknown[] =
      typeof value === 'object' && value !== null ? Object.values(value as object) : [value];
    for (const text of texts) {
      if (typeof text === 'string' && UNSTORABLE.test(text)) return field;
    }
  }
  return null;
}
