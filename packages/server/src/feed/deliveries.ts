import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import type { HookSeal } from './hook-seal.js';

/** One try to deliver an item, with the bytes that were sent and the beginning of what was answered. */
interface KeptDelivery {
  readonly sequence: number;
  /** Counted for the item, over replays. */
  readonly attempt: number;
  readonly orderId: string;
  readonly at: string;
  readonly millis: number;
  readonly url: string;
  readonly request: string;
  /** Of HTTP; null: no answer. */
  readonly status: number | null;
  /** `status`, or why there was no answer; null: it came through. */
  readonly error: string | null;
  /** Null: nothing, or its person was forgotten. */
  readonly answer: string | null;
}

export interface Deliveries {
  /** By item and attempt, after the given ones. */
  page(
    account: string,
    feed: string,
    page: { readonly after: readonly [number, number]; readonly limit: number },
  ): Promise<readonly KeptDelivery[]>;
}

interface Row extends Record<string, unknown>, Omit<KeptDelivery, 'at' | 'answer'> {
  readonly at: Date;
  readonly answer: Buffer | null;
}

export function createDeliveries({ pool, seal }: { readonly pool: pg.Pool; readonly seal: HookSeal }): Deliveries {
  return {
    page: (account, feed, { after, limit }) =>
      withAccounts(pool, [account], async (client) => {
        const { rows } = await query<Row>(
          client,
          {
            name: 'page_feed_deliveries',
            text: `select sequence, attempt, order_id as "orderId", at, millis, url, request, status, error, answer
                     from feed_deliveries
                    where account = $1 and feed = $2 and (sequence, attempt) > ($3, $4)
                    order by sequence, attempt limit $5`,
          },
          [account, feed, ...after, limit],
        );
        return rows.map(({ at, answer, ...row }) => ({
          ...row,
          at: at.toISOString(),
          answer: answer === null ? null : seal.openAnswer(account, feed, row.sequence, answer),
        }));
      }),
  };
}
