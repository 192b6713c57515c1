import { setTimeout as pause } from 'node:timers/promises';
import type { Order } from '@docket/core/order/order';
import { isWithProvider } from '@docket/core/order/payment';
import { paymentsAtWork } from '@docket/core/order/provider-work';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { onConnection } from '../database/transaction.js';
import type { EventLog } from '../event-log/read-events.js';
import type { FeedFollower } from '../feed/follow-feeds.js';
import type { CommitSignal } from '../followers/commit-signal.js';
import { followLog, LogGap } from '../followers/follow-log.js';
import { followedAccounts, movePosition, positionOf, setWork, tellWhy } from './positions.js';

export interface PaymentFollowerDependencies {
  /** Connections that see every account. */
  readonly pool: pg.Pool;
  readonly log: Pick<EventLog, 'pool'>;
  readonly loadMany: (account: string, orderIds: readonly string[]) => Promise<readonly Order[]>;
  readonly beyond: CommitSignal['beyond'];
  readonly clock: () => string;
}

/** The orders of a page are loaded where its events may want something of a provider. */
const PAGE = 100;
/** Between two pages, in milliseconds: what is committed meanwhile makes one page. */
const BREATH = 20;

/**
 * Reads the log of accounts that have payment providers, and sets a task for each payment that wants something of one, in
 * the transaction that moves its position: none is missed, and one that is set twice finds nothing to do the second time.
 */
export function createPaymentFollower({
  pool,
  log,
  loadMany,
  beyond,
  clock,
}: PaymentFollowerDependencies): FeedFollower {
  /** Deals with a page, unless another worker did. */
  async function deal(account: string, page: readonly Followed[]): Promise<boolean> {
    const [first, last] = [page[0]?.seq ?? 0, page.at(-1)?.seq ?? 0];
    const concerned = [...new Set(page.filter(({ concerns }) => concerns).map(({ orderId }) => orderId))];
    const orders = concerned.length === 0 ? [] : await loadMany(account, concerned);
    // What was booked may have been in the way of a task that was given up: it begins anew.
    const booked = new Set(page.filter((event) => event.booked).map(({ orderId }) => orderId));
    const ended = new Set(page.filter(({ ends }) => ends).map(({ orderId }) => orderId));
    const work = orders.flatMap((order) => {
      const { orderId } = order.head;
      const more = booked.has(orderId) ? Object.values(order.documents.payment).filter(isWithProvider) : [];
      const ids = new Set([...paymentsAtWork(order, ended.has(orderId)), ...more].map(({ id }) => id));
      return [...ids].map((paymentId) => ({ orderId, paymentId, looks: 0 }));
    });
    return onConnection(pool, async (client) => {
      if ((await positionOf(client, account, true)) !== first - 1) return false;
      await setWork(client, account, work, clock());
      await movePosition(client, account, last);
      return true;
    });
  }

  return {
    accounts: () => followedAccounts(pool),
    async follow(account, signal) {
      const read = (_account: string, after: number) => readPage(log, account, after);
      try {
        for (let after = await positionOf(pool, account); after !== null; after = await positionOf(pool, account)) {
          if (signal.aborted) return;
          for await (const page of followLog({ account, after, read, beyond, signal })) {
            if (!(await deal(account, page))) break;
            await pause(BREATH, null, { signal }).catch(() => undefined);
          }
        }
      } catch (error) {
        if (error instanceof LogGap) await tellWhy(pool, account, error.message);
        throw error;
      }
    },
    catchUp: () => Promise.resolve(),
  };
}

interface Followed {
  readonly seq: number;
  readonly orderId: string;
  /** It may want something of a provider. */
  readonly concerns: boolean;
  /** Somebody booked what its provider did. */
  readonly booked: boolean;
  /** Nobody waits any more for a payment that was waited for. */
  readonly ends: boolean;
}

/** Somebody else than the provider says what has moved. */
const BOOKED = `(type = 'moves_booked'
                 or type in ('capture_settled', 'void_settled', 'refund_settled') and actor not like 'provider:%')`;

/** A refund ends an order that had not been sent, and then says what it cancelled. */
const ENDS = `(type in ('payment_cancelled', 'payment_denied', 'order_cancelled', 'placement_expired')
               or type = 'order_refunded' and position('"cancelled":null' in data) = 0)`;

async function readPage(
  { pool }: Pick<EventLog, 'pool'>,
  account: string,
  after: number,
): Promise<readonly Followed[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Followed & Record<string, unknown>>(
      client,
      {
        name: 'follow_payments',
        // What a provider has to move is marked so, whatever asked for it; it hears of payments that have ended too.
        text: `select seq, stream_id as "orderId", ${BOOKED} as booked, ${ENDS} as ends,
                      stream_kind = 'order'
                      and (type in ('order_placed', 'payment_added', 'payment_begun', 'placement_completed',
                                    'order_refunded')
                           or ${ENDS} or ${BOOKED} or position('"pending":true' in data) > 0) as concerns
                 from events where account = $1 and seq > $2 order by seq limit $3`,
      },
      [account, after, PAGE],
    ),
  );
  return rows;
}
