import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { timeOrderedId } from '../time-ordered-id.js';
import { masked } from './masked.js';
import type { ProviderSeal } from './provider-seal.js';

export const OPERATIONS = ['begin', 'capture', 'void', 'refund', 'lookup', 'check', 'event'] as const;
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

export interface GatewayLog {
  /** Of an order whose person was forgotten, without what was said. */
  keep(about: ExchangeAbout, exchange: Exchange, secrets: readonly string[]): Promise<void>;
  /** Newest first. */
  page(
    account: string,
    asked: {
      readonly orderId?: string;
      readonly provider?: string;
      readonly before: string | null;
      readonly limit: number;
    },
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
    page: async (account, { orderId, provider, before, limit }) => {
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<Row & Record<string, unknown>>(
          client,
          {
            name: 'page_of_gateway_log',
            text: `select id, at, provider, operation, order_id as "orderId", payment_id as "paymentId", method, url,
                          millis, status, error, sealed
                     from gateway_log
                    where account = $1 and ($2::uuid is null or id < $2) and ($3::text is null or order_id = $3)
                      and ($4::text is null or provider = $4)
                    order by id desc limit $5`,
          },
          [account, before, orderId ?? null, provider ?? null, limit],
        ),
      );
      return rows.map(({ sealed, at, ...row }) => {
        const words = sealed === null ? { request: null, answer: null } : seal.openExchange(account, row.id, sealed);
        return { ...row, at: at.toISOString(), ...words };
      });
    },
  };
}

interface Row extends Omit<GatewayLogEntry, 'at' | 'request' | 'answer'> {
  readonly at: Date;
  readonly sealed: Buffer | null;
}

/** What stands behind a question mark may name a person. */
function bare(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`.slice(0, 1_000);
}

/** 400 days: longer than buyers may dispute a payment. `follower` sees every account. */
export async function dropOldExchanges(follower: pg.Pool, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - KEPT_DAYS * 86_400_000).toISOString();
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

export const KEPT_DAYS = 400;
const DROPPED_AT_ONCE = 5_000;
