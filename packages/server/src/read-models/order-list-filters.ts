import { normaliseGtin } from '@docket/core/gtin/gtin';
import { facetWord } from './order-list-facets.js';
import { type ListProblem, type OrderListQuery, SORT_COLUMN, UNSTORABLE } from './order-list-query.js';
import { codeTerms, textTerms } from './order-list-text.js';
import { accountPrefix, quoted, type TokenKind, valueToken } from './order-list-tokens.js';

/** A query as far as it is the same for every page of it. SQL speaks of the row as `l`, and $1 is the account. */
export interface CompiledFilters {
  readonly account: string;
  readonly values: readonly unknown[];
  /** Everything but the tokens. */
  readonly conditions: readonly string[];
  /** What the tokens must match, as text of a tsquery; null: nothing is asked of them. */
  readonly tokens: string | null;
  /** An index of this column leads to the rows by itself, and the tokens are only rechecked. */
  readonly lead: Lead | null;
  /** An index of dates of papers leads to few rows: they are gathered, then sorted. */
  readonly gathered: boolean;
  /** The one plan for all values is as good as one for these: no condition is selective beside the sort. */
  readonly steady: boolean;
}

export interface Lead {
  readonly column: 'customer_id' | 'status';
  /** The parameter with the list of values, and the condition that compares with it. */
  readonly parameter: string;
  readonly condition: string;
}

interface ValueFilter {
  /** By which the token index finds the value; null: the column alone is compared. */
  readonly token: TokenKind | null;
  /** Compared exactly, beside the token; null: the token says all. */
  readonly column: string | null;
}

/** Filters by whole values. A column without token is for values that an index leads to, or that few orders lack. */
const VALUE_FILTERS = {
  status: { token: 'status', column: 'status' },
  vtexStatus: { token: 'vtexStatus', column: null },
  orionStatus: { token: 'orionStatus', column: 'orion_status' },
  virtoStatus: { token: 'virtoStatus', column: 'virto_status' },
  stage: { token: 'stage', column: 'stage' },
  paymentState: { token: 'payment', column: 'payment_state' },
  shippingState: { token: 'shipping', column: 'shipping_state' },
  store: { token: 'store', column: 'store' },
  channel: { token: 'channel', column: 'channel' },
  origin: { token: 'origin', column: 'origin' },
  workflow: { token: null, column: 'workflow' },
  currency: { token: 'currency', column: 'currency' },
  group: { token: 'group', column: 'order_group' },
  sequence: { token: 'sequence', column: null },
  customerId: { token: null, column: 'customer_id' },
  email: { token: 'email', column: null },
  sku: { token: 'sku', column: null },
  gtin: { token: 'gtin', column: null },
  seller: { token: 'seller', column: null },
  tag: { token: 'tag', column: null },
  assignee: { token: 'assignee', column: null },
} as const satisfies Record<string, ValueFilter>;

const RANGE_FILTERS = [
  ['createdFrom', 'created_at', '>='],
  ['createdTo', 'created_at', '<'],
  ['updatedFrom', 'updated_at', '>='],
  ['updatedTo', 'updated_at', '<'],
  ['dueFrom', 'due_at', '>='],
  ['dueTo', 'due_at', '<'],
  ['lateAt', 'due_at', '<'],
  ['totalFrom', 'total', '>='],
  ['totalTo', 'total', '<='],
  ['authorisedFrom', 'authorised_at', '>='],
  ['authorisedTo', 'authorised_at', '<'],
  ['invoicedFrom', 'invoiced_at', '>='],
  ['invoicedTo', 'invoiced_at', '<'],
] as const;

/** Turns filters into conditions, parameters and a token query. Problems: those of `textTerms`, and `text_invalid`. */
export function compileFilters(account: string, query: OrderListQuery): CompiledFilters | ListProblem {
  const invalid = Object.entries(query).find(([, value]) => holdsUnstorable(value));
  if (invalid !== undefined) return { problem: 'text_invalid', field: invalid[0] };
  const sort = query.sort ?? 'created';
  const prefix = accountPrefix(account);
  const values: unknown[] = [account];
  const conditions = ['l.account = $1'];
  const terms: string[] = [];
  const leads: Lead[] = [];
  let steady = true;

  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const anyToken = (kind: TokenKind, words: readonly string[]): void => {
    const forms = kind === 'gtin' ? words.flatMap(gtinForms) : words;
    const tokens = [...new Set(forms.map((word) => quoted(prefix + valueToken(kind, word))))];
    terms.push(tokens.length === 1 ? (tokens[0] ?? '') : `(${tokens.join(' | ')})`);
  };

  for (const [filter, { token, column }] of Object.entries(VALUE_FILTERS)) {
    const words = query[filter as keyof typeof VALUE_FILTERS];
    if (words === undefined) continue;
    // Nothing equals any of no words.
    if (words.length === 0) conditions.push('false');
    else if (token !== null) anyToken(token, words);
    if (column === null) continue;
    const list = parameter([...new Set(words)]);
    const condition = `l.${column} = any (${list}::text[])`;
    conditions.push(condition);
    if (column === 'customer_id' || column === 'status') leads.push({ column, parameter: list, condition });
    steady &&= column !== 'workflow';
  }
  if (query.externalId !== undefined) {
    const { source, ids } = query.externalId;
    if (ids.length === 0) conditions.push('false');
    else anyToken('external', ids);
    if (source !== undefined) {
      conditions.push(`l.order_id = any (array(
        select e.order_id from order_external_ids e
         where e.account = $1 and e.source = ${parameter(source)} and e.external_id = any (${parameter(ids)}::text[])))`);
    }
  }
  if (query.buyer !== undefined) {
    const { address, customerIds } = query.buyer;
    const tokens = [valueToken('email', address), ...customerIds.map((id) => valueToken('customer', id))];
    terms.push(`(${tokens.map((token) => quoted(prefix + token)).join(' | ')})`);
    // Tokens are without case and accents; whose order it is must be told exactly.
    conditions.push(`(lower(trim(normalize(l.buyer_email, NFC))) = ${parameter(address)}
        or l.customer_id = any (${parameter(customerIds)}::text[])
           and (l.buyer_email is not null or l.buyer_name is not null))`);
  }
  for (const [facet, wanted] of Object.entries(query.facets ?? {})) {
    anyToken(
      'facet',
      wanted.map((value) => facetWord(facet, value)),
    );
  }
  if (query.hasReturnInvoice !== undefined) {
    conditions.push(query.hasReturnInvoice ? 'l.has_return_invoice' : 'not l.has_return_invoice');
    steady = false;
  }
  if (query.within !== undefined) {
    const { seller, assignee } = query.within;
    if (seller !== null) anyToken('seller', [seller]);
    if (assignee !== null) {
      anyToken('assignee', [assignee]);
      conditions.push(`l.assignee = ${parameter(assignee)}`);
    }
  }
  addFlag(query.complete ?? true, 'complete', false, 'incomplete');
  addFlag(query.deleted ?? false, 'deleted', true, 'deleted');
  addFlag(query.hasNote ?? 'any', 'has_note', true, 'note');
  addFlag(query.onHold ?? 'any', 'on_hold', true, 'hold');
  function addFlag(wanted: boolean | 'any', column: string, rare: boolean, token: string): void {
    if (wanted === 'any') return;
    conditions.push(wanted ? `l.${column}` : `not l.${column}`);
    if (wanted === rare) anyToken('flag', [token]);
  }

  for (const [filter, column, operator] of RANGE_FILTERS) {
    if (query[filter] === undefined) continue;
    conditions.push(`l.${column} ${operator} ${parameter(query[filter])}`);
    steady &&= column === SORT_COLUMN[sort];
  }
  if (sort === 'due') conditions.push('l.due_at is not null');
  if (query.text !== undefined) {
    const text = query.codesOnly === true ? codeTerms(prefix, query.text) : textTerms(prefix, query.text);
    if ('problem' in text) return text;
    terms.push(...text);
  }

  const [customer] = leads.filter(({ column }) => column === 'customer_id');
  const [status] = leads.filter(({ column }) => column === 'status');
  const statusAlone = (query.status?.length ?? 0) > 0 && terms.length === 1 && sort === 'created';
  return {
    account,
    values,
    conditions,
    tokens: terms.length === 0 || statusAlone ? null : terms.join(' & '),
    lead: customer ?? (statusAlone ? (status ?? null) : null),
    gathered: isShort(query.authorisedFrom, query.authorisedTo) || isShort(query.invoicedFrom, query.invoicedTo),
    steady,
  };
}

const SHORT = 31 * 86_400_000;

/** A month of a million orders in two years is some 45,000 rows. */
const isShort = (from: string | undefined, to: string | undefined): boolean =>
  from !== undefined && to !== undefined && Date.parse(to) - Date.parse(from) <= SHORT;

/** What PostgreSQL could not even compare with, at any depth of a filter. */
function holdsUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return UNSTORABLE.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsUnstorable);
}

const GTIN_LENGTHS = [8, 12, 13, 14];

/** A GTIN as it was typed, and in every length it may have been stored with: they differ by leading zeros alone. */
function gtinForms(gtin: string): string[] {
  const longest = normaliseGtin(gtin);
  if (longest === null) return [gtin];
  const shorter = GTIN_LENGTHS.map((length) => longest.length - length).filter((zeros) =>
    /^0*$/.test(longest.slice(0, zeros)),
  );
  return [gtin, ...shorter.map((zeros) => longest.slice(zeros))];
}
