import type pg from 'pg';
import type { OrderScope } from '../access/caller.js';
import { query as send, withAccounts } from '../database/pool.js';
import { comparedValue } from './document-list.js';
import { accountPrefix, quoted, valueToken } from './order-list-tokens.js';
import { fold } from './tokenise.js';

/** What a list of documents is asked for. Amounts are minor units; times ISO text, the later one excluded. */
export interface DocumentQuery {
  /** A built-in kind, or a type of the account. */
  readonly kind: string;
  readonly statuses?: readonly string[];
  readonly stores?: readonly string[];
  readonly createdFrom?: string;
  readonly createdTo?: string;
  readonly amountFrom?: number;
  readonly amountTo?: number;
  readonly currency?: string;
  /** Beginning of a number or of an id in another system, in any case. */
  readonly text?: string;
  readonly orderId?: string;
  /** Values of fields, all of which a document must have. */
  readonly values?: readonly { readonly name: string; readonly value: string }[];
  /** The last document of the page before. */
  readonly after: DocumentPlace | null;
  readonly limit: number;
}

interface DocumentPlace {
  readonly createdAt: string;
  readonly orderId: string;
  readonly documentId: string;
}

/** A document with what its order says of itself. */
export interface ListedDocument {
  readonly kind: string;
  readonly documentId: string;
  readonly orderId: string;
  readonly orderNumber: string | null;
  readonly buyerName: string | null;
  readonly createdAt: string;
  readonly status: string;
  readonly amount: number | null;
  readonly currency: string;
  readonly store: string;
  readonly number: string | null;
  readonly outerId: string | null;
  readonly parent: string | null;
  readonly plain: Readonly<Record<string, unknown>> | null;
}

interface Row extends Omit<ListedDocument, 'createdAt'> {
  readonly createdAt: Date;
}

/**
 * Documents of one kind over all orders that the scope reaches, newest first. The row of its order is joined by its key,
 * so whose order it is stands in one place. Laterally, with a limit that its key keeps anyway: of a plain join over three
 * columns the planner expects one row, and then reads and sorts everything for it (a page of a million documents: 0.5 s).
 */
export async function findDocuments(
  pool: pg.Pool,
  account: string,
  scope: OrderScope,
  asked: DocumentQuery,
): Promise<readonly ListedDocument[]> {
  const values: unknown[] = [account, asked.kind];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [...filters(asked, parameter), ...within(account, scope, parameter)];
  if (asked.after !== null) {
    const { createdAt, orderId, documentId } = asked.after;
    conditions.push(
      `(d.created_at, d.order_id, d.document_id) < (${parameter(createdAt)}::timestamptz, ${parameter(orderId)}, ${parameter(documentId)})`,
    );
  }
  const text = `select d.kind, d.document_id as "documentId", d.order_id as "orderId", l.number as "orderNumber",
                       l.buyer_name as "buyerName", d.created_at as "createdAt", d.status, d.amount, d.currency, d.store,
                       d.number, d.outer_id as "outerId", d.parent, d.plain
                  from document_list d
                  cross join lateral (
                    select number, buyer_name, complete, deleted, assignee, tokens from order_list
                     where account = d.account and created_at = d.order_created_at and order_id = d.order_id
                     limit 1) l
                 where d.account = $1 and d.kind = $2 and l.complete and not l.deleted
                   ${conditions.map((condition) => `and ${condition}`).join('\n                   ')}
                 order by d.created_at desc, d.order_id desc, d.document_id desc
                 limit ${parameter(asked.limit)}`;
  return withAccounts(pool, [account], async (client) => {
    const { rows } = await send<Row & pg.QueryResultRow>(client, { text }, values);
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  });
}

function filters(asked: DocumentQuery, parameter: (value: unknown) => string): string[] {
  const { statuses, stores, createdFrom, createdTo, amountFrom, amountTo, currency, text, orderId } = asked;
  const conditions: string[] = [];
  // One status is an equality, so that the index of statuses gives the order of dates too.
  if (statuses?.length === 1) conditions.push(`d.status = ${parameter(statuses[0])}`);
  else if (statuses !== undefined) conditions.push(`d.status = any (${parameter(statuses)}::text[])`);
  if (stores !== undefined) conditions.push(`d.store = any (${parameter(stores)}::text[])`);
  if (createdFrom !== undefined) conditions.push(`d.created_at >= ${parameter(createdFrom)}::timestamptz`);
  if (createdTo !== undefined) conditions.push(`d.created_at < ${parameter(createdTo)}::timestamptz`);
  if (amountFrom !== undefined) conditions.push(`d.amount >= ${parameter(amountFrom)}::bigint`);
  if (amountTo !== undefined) conditions.push(`d.amount <= ${parameter(amountTo)}::bigint`);
  if (currency !== undefined) conditions.push(`d.currency = ${parameter(currency)}`);
  if (orderId !== undefined) conditions.push(`d.order_id = ${parameter(orderId)}`);
  if (text !== undefined) {
    const [from, to] = [parameter(fold(text)), parameter(`${fold(text)}\u{10ffff}`)];
    conditions.push(
      `(d.number_key >= ${from} and d.number_key < ${to} or d.outer_key >= ${from} and d.outer_key < ${to})`,
    );
  }
  for (const { name, value } of asked.values ?? []) {
    conditions.push(`(d.order_id, d.document_id) in (
      select v.order_id, v.document_id from document_values v
       where v.account = $1 and v.kind = $2 and v.name = ${parameter(name)} and v.value = ${parameter(comparedValue(value))})`);
  }
  return conditions;
}

/** What the policy on orders says of a list of them (access/order-policy.ts), for their documents. */
function within(account: string, scope: OrderScope, parameter: (value: unknown) => string): string[] {
  const { stores, seller, assignee } = scope;
  const conditions: string[] = [];
  // its own column, which is that of its order: rows of other stores then need no look at theirs
  if (stores !== null) conditions.push(`d.store = any (${parameter(stores)}::text[])`);
  if (assignee !== null) conditions.push(`l.assignee = ${parameter(assignee)}`);
  if (seller !== null) {
    const token = quoted(accountPrefix(account) + valueToken('seller', seller));
    conditions.push(`l.tokens @@ ${parameter(token)}::tsquery`);
  }
  return conditions;
}
