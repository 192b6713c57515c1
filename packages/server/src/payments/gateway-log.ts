import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { timeOrderedId } from '../time-ordered-id.js';
import { masked } from './masked.js';
import type { ProviderSeal } from './provider-seal.js';

export const OPERATIONS = ['begin', 'capture', 'void', 'refund', 'close', 'lookup', 'check', 'event'] as const;
export type GatewayOperation = (typeof OPERATIONS)[number];

/** What an exchange with a provider was for. */
export interface ExchangeAbout {
  readonly account: string;
  readonly provider: string;
  readonly operation: GatewayOperation;
  readonly orderId: string | null;
  readonly paymentId: string | null;
}

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly request: string;
  readonly millis: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly answer: string;
}

interface GatewayLogEntry {
  readonly id: string;
  readonly at: string;
  readonly provider: string;
  readonly operation: GatewayOperation;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly method: string;
  readonly url: string;
  readonly millis: number;
  readonly status: number | null;
  readonly error: string | null;
  /** What was said; null: their person was forgotten. */
  readonly request: string | null;
  readonly answer: string | null;
}

/** What a list of exchanges is asked for; absent: whatever. */
interface ExchangeFilter {
  readonly orderId?: string;
  /** Names a payment of `orderId` and says nothing without it. */
  readonly paymentId?: string;
  readonly provider?: string;
  readonly operation?: GatewayOperation;
  /** True: no answer came, or one that refuses. */
  readonly failed?: boolean;
}

export interface GatewayLog {
  /** Of an order whose person was forgotten, without what was said. */
  keep(about: ExchangeAbout, exchange: Exchange, secrets: readonly string[]): Promise<void>;
  /** Newest first. */
  page(
    account: string,
    asked: ExchangeFilter & { readonly before: string | null; readonly limit: number },
  ): Promise<readonly GatewayLogEntry[]>;
}

/** Of a body, what is kept: the pages of a broken gateway help nobody. */
const MOST_CHARACTERS = 20_000;

export function createGatewayLog(pool: pg.Pool, seal: ProviderSeal, now: () => string): GatewayLog {
  return {
    keep: async (about, { method, url, millis, status, error, request, answer }, secrets) => {
      const at = now();
      const id = timeOrderedId(at);
      const { account, provider, operation, orderId, paymentId } = about;
      const [asked, said] = [request, answer].map((body) => masked(body, secrets).slice(0, MOST_CHARACTERS));
      const sealed = seal.sealExchange(account, id, { request: asked ?? '', answer: said ?? '' });
      await withAccounts(pool, [account], (client) =>
        query(
          client,
          {
            name: 'keep_gateway_exchange',
            // Whoever is forgotten meanwhile waits for this row and wipes it, or is waited for.
            text: `with living as materialized (
                     select from subject_keys
                      where account = $1 and stream_kind = 'order' and stream_id = $6 and wrapped_key is not null
                        for share)
                   insert into gateway_log
                     (account, id, at, provider, operation, order_id, payment_id, method, url, millis, status, error, sealed)
                   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
                           case when $6::text is null or exists (select from living) then $13::bytea end)`,
          },
          [account, id, at, provider, operation, orderId, paymentId, method, bare(url), millis, status, error, sealed],
        ),
      );
    },
    page: async (account, { before, limit, ...filter }) => {
      const values: unknown[] = [account];
      const conditions = conditionsOf(filter, before, (value) => `$${values.push(value)}`);
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<Row & Record<string, unknown>>(
          client,
          {
            text: `select id, at, provider, operation, order_id as "orderId", payment_id as "paymentId", method, url,
                          millis, status, error, sealed
                     from gateway_log
                    where account = $1${conditions.map((condition) => ` and ${condition}`).join('')}
                    order by id desc limit $${values.push(limit)}`,
          },
          values,
        ),
      );
      return rows.map(({ sealed, at, ...row }) => {
        const words = sealed === null ? { request: null, answer: null } : seal.openExchange(account, row.id, sealed);
        return { ...row, at: at.toISOString(), ...words };
      });
    },
  };
}

/** Each as an index has it, so that no page reads more than it shows; two filters at once read those of one of them. */
function conditionsOf(
  { orderId, paymentId, provider, operation, failed }: ExchangeFilter,
  before: string | null,
  parameter: (value: unknown) => string,
): readonly string[] {
  const equal = { order_id: orderId, payment_id: paymentId, provider, operation };
  return [
    ...Object.entries(equal).flatMap(([column, value]) =>
      value === undefined ? [] : [`${column} = ${parameter(value)}`],
    ),
    ...(failed === undefined ? [] : [failed ? FAILED : `not ${FAILED}`]),
    ...(before === null ? [] : [`id < ${parameter(before)}::uuid`]),
  ];
}

/** As the index of failures has it. */
const FAILED = '(error is not null or coalesce(status, 0) >= 400)';

interface Row extends Omit<GatewayLogEntry, 'at' | 'request' | 'answer'> {
  readonly at: Date;
  readonly sealed: Buffer | null;
}

/** What stands behind a question mark may name a person. */
function bare(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`.slice(0, 1_000);
}

/** Drops exchanges from before this instant. `follower` sees every account. */
export async function dropOldExchanges(follower: pg.Pool, before: string): Promise<void> {
  for (let dropped = DROPPED_AT_ONCE; dropped === DROPPED_AT_ONCE;) {
    const { rowCount } = await query(
      follower,
      {
        name: 'drop_old_exchanges',
        text: `delete from gateway_log g
                using (select account, id from gateway_log where at < $1 limit $2) as old
                where g.account = old.account and g.id = old.id`,
      },
      [before, DROPPED_AT_ONCE],
    );
    dropped = rowCount ?? 0;
  }
}

const DROPPED_AT_ONCE = 5_000;
