import { setTimeout as pause } from 'node:timers/promises';
import type { Order } from '@docket/core/order/order';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { agree, type AgreeDependencies } from './agree.js';
import { type ClaimedEvent, claimEvents, type Settled, settleEvent } from './inbox.js';
import type { OpenProvider } from './open-provider.js';

export interface EventApplierDependencies extends AgreeDependencies {
  /** Connections that see every account. */
  readonly pool: pg.Pool;
  readonly open: OpenProvider;
  readonly clock: () => string;
}

export interface EventApplier {
  /** Applies what is due; answers how many events there were. */
  apply(): Promise<number>;
}

/** Applied at once in a process, each of another payment. */
const AT_ONCE = 8;

/** Brings orders to what providers say stands, whenever one of them told that something happened. */
export function createEventApplier(dependencies: EventApplierDependencies): EventApplier {
  const { pool, open, load, clock } = dependencies;

  async function outcomeOf(event: ClaimedEvent): Promise<Settled> {
    const { account, provider, type, eventId, outerId } = event;
    const order = await orderOf(event);
    const payment = order === null ? null : paymentIn(order, event);
    if (order === null || payment === null) {
      return { state: 'failed', problem: 'no_order', message: 'no order of the account has such a payment' };
    }
    const { orderId } = order.head;
    const about = { account, orderId, paymentId: payment, provider, reason: `event ${type} ${eventId}` };
    const opening = await open({ ...about, operation: 'lookup' });
    if (opening.state !== 'open') return { state: 'failed', problem: 'error', message: 'the provider is not set up' };
    const { changed, conflict, unknown, standing } = await agree(dependencies, opening.provider, about, outerId);
    if (unknown !== null) return { state: 'failed', problem: 'not_answered', message: unknown };
    if (conflict !== null) return { state: 'failed', problem: 'conflict', message: conflict };
    if (standing === null) return { state: 'failed', problem: 'conflict', message: 'the provider does not know it' };
    return { state: changed ? 'applied' : 'ignored', orderId, paymentId: payment };
  }

  /** The order that the event names, else the one whose payment has the provider's id. */
  async function orderOf({ account, orderId, outerId }: ClaimedEvent): Promise<Order | null> {
    if (orderId !== null) return load(account, orderId);
    const found = outerId === null ? null : await findByOuterId(pool, account, outerId);
    return found === null ? null : load(account, found);
  }

  async function settle(event: ClaimedEvent): Promise<void> {
    const settled = await outcomeOf(event).catch((error: unknown): Settled => {
      const message = error instanceof Error ? error.message : String(error);
      return { state: 'failed', problem: 'error', message };
    });
    await settleEvent(pool, event, settled, clock());
  }

  return {
    async apply() {
      const events = await claimEvents(pool, clock(), AT_ONCE);
      const settled = await Promise.allSettled(events.map(settle));
      for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
      return events.length;
    },
  };
}

/** The payment of this provider that the event is about: one provider says nothing of what another one holds. */
function paymentIn({ documents }: Order, { provider, paymentId, outerId }: ClaimedEvent): string | null {
  const own = Object.values(documents.payment).filter((payment) => payment.provider === provider);
  const named = own.find(({ id }) => id === paymentId);
  if (named !== undefined) return named.id;
  return own.find(({ transactionId }) => transactionId !== null && transactionId === outerId)?.id ?? null;
}

async function findByOuterId(pool: pg.Pool, account: string, outerId: string): Promise<string | null> {
  const { rows } = await query<{ orderId: string }>(
    pool,
    {
      name: 'order_of_outer_payment',
      text: `select order_id as "orderId" from document_list
              where account = $1 and outer_id = $2 and kind = 'payment' limit 1`,
    },
    [account, outerId],
  );
  return rows[0]?.orderId ?? null;
}

/** Applies events until told to stop; looks for new ones every `everyMillis`. */
export function startApplying(
  applier: EventApplier,
  everyMillis: number,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ended = (async () => {
    while (!signal.aborted) {
      const applied = await applier.apply().catch((error: unknown) => {
        onError(error);
        return 0;
      });
      if (applied === 0) await pause(everyMillis, null, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
