import type { TaxDocument, TaxFailureReason } from '@docket/core/tax/tax-provider';
import { sum } from '@docket/core/money/amount';
import type pg from 'pg';
import { query, type Queryable, withAccounts } from '../database/pool.js';
import type { TaxSeal } from './tax-seal.js';

export type TaxDocumentState = 'waiting' | 'filed' | 'voided' | 'failed';

/** A document of a tax service, without what was sent. Amounts in minor units. */
export interface TaxDocumentRow {
  readonly code: string;
  readonly orderId: string;
  readonly store: string;
  readonly provider: string;
  /** Where it is kept (`FiledStoreTax`). */
  readonly service: string | null;
  readonly kind: 'sale' | 'refund';
  readonly paper: string;
  readonly state: TaxDocumentState;
  readonly currency: string;
  readonly charged: number;
  readonly tax: number | null;
  readonly providerId: string | null;
  readonly tries: number;
  readonly error: string | null;
  readonly filedAt: string | null;
  readonly updatedAt: string;
}

export interface StoredTaxDocument extends TaxDocumentRow {
  readonly contentHash: string | null;
  readonly resend: boolean;
}

interface Row extends Omit<StoredTaxDocument, 'filedAt' | 'updatedAt'>, pg.QueryResultRow {
  readonly filedAt: Date | null;
  readonly updatedAt: Date;
}

const columns = `code, order_id as "orderId", store, provider, service, kind, paper, state, currency, charged, tax,
                 provider_id as "providerId", tries, error, filed_at as "filedAt", updated_at as "updatedAt",
                 content_hash as "contentHash", resend`;

const rowOf = (row: Row): StoredTaxDocument => ({
  ...row,
  filedAt: row.filedAt?.toISOString() ?? null,
  updatedAt: row.updatedAt.toISOString(),
});

/** All of an order, by code. */
export async function documentsOfOrder(
  target: Queryable,
  account: string,
  orderId: string,
): Promise<readonly StoredTaxDocument[]> {
  const { rows } = await query<Row>(
    target,
    {
      name: 'tax_documents_of_order',
      text: `select ${columns} from tax_documents where account = $1 and order_id = $2 order by code limit 2001`,
    },
    [account, orderId],
  );
  return rows.map(rowOf);
}

/** How a call ended. */
export interface Settled {
  readonly state: TaxDocumentState;
  readonly contentHash: string | null;
  readonly tax: number | null;
  readonly providerId: string | null;
  readonly error: string | null;
  readonly exchange: { readonly request: string; readonly answer: string | null } | null;
}

/**
 * Writes down a call and its answer; what went wrong leaves what the service has as it was. Of an order whose person was forgotten,
 * without what was said.
 */
export async function recordCall(
  pool: pg.Pool,
  seal: Pick<TaxSeal, 'sealExchange'>,
  { orderId, provider, service, document, at }: CallOf,
  { state, contentHash, tax, providerId, error, exchange }: Settled,
): Promise<void> {
  const { account, store, currency } = document.basket;
  const { code } = document;
  const sealed = (text: string | null): Buffer | null =>
    text === null ? null : seal.sealExchange(account, code, text.slice(0, KEPT_CHARACTERS).replaceAll('\0', ' '));
  await query(
    pool,
    {
      name: 'record_tax_call',
      // Whoever is forgotten meanwhile waits for this row and wipes it, or is waited for.
      text: `with living as materialized (
               select from subject_keys
                where account = $1 and stream_kind = 'order' and stream_id = $3 and wrapped_key is not null
                  for share)
             insert into tax_documents as d (account, code, order_id, store, provider, kind, paper, state, currency,
                                             charged, tax, provider_id, tries, error, filed_at, updated_at,
                                             content_hash, request, answer, service)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, case when $13::text is null then 0 else 1 end,
                     $13, case when $8 = 'filed' then $14::timestamptz end, $14, $15,
                     case when exists (select from living) then $16::bytea end,
                     case when exists (select from living) then $17::bytea end, $18)
             on conflict (account, code) do update
                set state = excluded.state,
                    provider = case when excluded.error is null or d.filed_at is null then excluded.provider else d.provider end,
                    service = case when excluded.error is null or d.filed_at is null then excluded.service else d.service end,
                    charged = excluded.charged,
                    tax = case when excluded.error is null then excluded.tax else d.tax end,
                    provider_id = coalesce(excluded.provider_id, d.provider_id),
                    tries = case when excluded.error is null then 0 else d.tries + 1 end,
                    error = excluded.error, filed_at = coalesce(d.filed_at, excluded.filed_at),
                    updated_at = excluded.updated_at,
                    content_hash = case when excluded.error is null then excluded.content_hash else d.content_hash end,
                    resend = d.resend and excluded.error is not null,
                    request = excluded.request, answer = excluded.answer`,
    },
    [
      account,
      code,
      orderId,
      store,
      provider,
      document.kind,
      document.paper,
      state,
      currency,
      sum(document.taxes.map((one) => one.tax)),
      tax,
      providerId,
      error,
      at,
      contentHash,
      sealed(exchange?.request ?? null),
      sealed(exchange?.answer ?? null),
      service,
    ],
  );
}

/** Documents that a service keeps which the store has left, and which should be another or none by now: nobody was called. */
export async function recordProviderChanged(
  pool: pg.Pool,
  account: string,
  codes: readonly string[],
  at: string,
): Promise<void> {
  if (codes.length === 0) return;
  const failure: TaxFailureReason = 'provider_changed';
  await query(
    pool,
    {
      name: 'record_tax_provider_changed',
      text: `update tax_documents set state = 'failed', error = $3, tries = tries + 1, updated_at = $4
              where account = $1 and code = any ($2)`,
    },
    [account, codes, failure, at],
  );
}

interface CallOf {
  readonly orderId: string;
  readonly provider: string;
  readonly service: string | null;
  readonly document: TaxDocument;
  readonly at: string;
}

/** Of a call, what a person needs to see. */
const KEPT_CHARACTERS = 100_000;

export interface TaxDocumentQuery {
  readonly states?: readonly string[];
  readonly stores?: readonly string[];
  readonly after: { readonly updatedAt: string; readonly code: string } | null;
  readonly limit: number;
}

/** Documents of the account, those that changed last first. */
export async function listTaxDocuments(
  pool: pg.Pool,
  account: string,
  { states, stores, after, limit }: TaxDocumentQuery,
): Promise<readonly TaxDocumentRow[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Row>(
      client,
      {
        text: `select ${columns} from tax_documents
                where account = $1 and ($2::text[] is null or state = any ($2)) and ($3::text[] is null or store = any ($3))
                  and ($4::timestamptz is null or (updated_at, code) < ($4::timestamptz, $5::text))
                order by updated_at desc, code desc limit $6`,
      },
      [account, states ?? null, stores ?? null, after?.updatedAt ?? null, after?.code ?? null, limit],
    ),
  );
  return rows.map(rowOf);
}

/** The last call about a document and its answer; null: it was forgotten, or nothing was sent. */
export async function lastExchange(
  pool: pg.Pool,
  seal: Pick<TaxSeal, 'openExchange'>,
  account: string,
  orderId: string,
): Promise<ReadonlyMap<string, { readonly request: string | null; readonly answer: string | null }>> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ code: string; request: Buffer | null; answer: Buffer | null }>(
      client,
      {
        name: 'tax_exchanges_of_order',
        text: 'select code, request, answer from tax_documents where account = $1 and order_id = $2 limit 200',
      },
      [account, orderId],
    ),
  );
  const text = (code: string, sealed: Buffer | null) =>
    sealed === null ? null : seal.openExchange(account, code, sealed);
  return new Map(
    rows.map(({ code, request, answer }) => [code, { request: text(code, request), answer: text(code, answer) }]),
  );
}
