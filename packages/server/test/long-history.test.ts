import { randomUUID } from 'node:crypto';
import { evolve } from '@docket/core/order/evolve';
import type { OrderEvent } from '@docket/core/order/events';
import type { Order } from '@docket/core/order/order';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFoldedStates, STATE_EVERY } from '../src/event-log/folded-states.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { createOrderHistory, type OrderHistory } from '../src/event-log/order-history.js';
import { foldEvents, type LoggedEvent, readEvents } from '../src/event-log/read-events.js';
import { sealEvents } from '../src/event-log/seal-events.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

/** An order with a history of more than one remembered state. */
const EVENTS = STATE_EVERY + 130;

let path: WritePath;
let order: Order;
let events: readonly LoggedEvent[];

/** Tags come and go; written as the committer would, in one statement, since 630 commits take a minute on a busy machine. */
beforeAll(async () => {
  path = await openWritePath();
  const { orderId } = acceptedOrder(await path.execute(asked(placement()))).head;
  const stored = await loadOrder(path.log, 'acme', orderId);
  if (stored === null) throw new Error('the order is gone');
  order = stored.order;
  const changed = Array.from({ length: EVENTS - 1 }, (_, n): OrderEvent => {
    const tag = [`t${(n - (n % 2)) % 90}`];
    return {
      type: 'tags_changed',
      data: n % 2 === 0 ? { added: tag, removed: [] } : { added: [], removed: tag },
      personal: null,
    };
  });
  const occasion = { at: path.clock.now, actor: 'staff:ana', reason: 'a test', commandId: randomUUID() };
  const sealed = sealEvents({
    stream: { account: 'acme', streamKind: 'order', streamId: orderId },
    after: 1,
    prevHash: stored.hash,
    occasion,
    key: stored.key,
    events: changed,
  });
  for (const [n, event] of changed.entries()) order = evolve(order, { ...event, ...occasion, version: n + 2 });
  await path.database.owner.query(
    `insert into events (version, schema, seq, at, command_id, account, stream_kind, stream_id, type, actor, reason,
                         prev_hash, hash, data)
     select v, 1, v, $2::timestamptz, $3::uuid, 'acme', 'order', $1, 'tags_changed', 'staff:ana', 'a test', p, h, d
       from unnest($4::int[], $5::bytea[], $6::bytea[], $7::text[]) as u (v, p, h, d)`,
    [
      orderId,
      occasion.at,
      occasion.commandId,
      sealed.map(({ version }) => version),
      sealed.map(({ prevHash }) => prevHash),
      sealed.map(({ hash }) => hash),
      sealed.map(({ data }) => data),
    ],
  );
  events = await readEvents(path.log, 'acme', orderId);
});
afterAll(() => path.close());

/** A history that counts the runs of events it reads: each unwraps the key of the order once. */
function counted(): { history: OrderHistory; runs: () => number } {
  let runs = 0;
  const { keys } = path.log;
  const counting: typeof keys = {
    ...keys,
    unwrap: (...words) => {
      runs += 1;
      return keys.unwrap(...words);
    },
  };
  const history = createOrderHistory(
    { ...path.log, keys: counting },
    createFoldedStates(() => 0),
  );
  return { history, runs: () => runs };
}

describe('a history of many events', () => {
  it('gives the order as its first n events make it, remembered or not', async () => {
    expect(order.head.version).toBe(EVENTS);
    const { history } = counted();
    for (const version of [
      1,
      2,
      STATE_EVERY - 1,
      STATE_EVERY,
      STATE_EVERY + 1,
      EVENTS - 1,
      EVENTS,
      STATE_EVERY + 7,
      3,
    ]) {
      expect(await history.asOf(order, version)).toEqual(await foldEvents(path.log, events.slice(0, version)));
    }
    expect(await history.asOf(order, 0)).toBeNull();
    expect(await history.asOf(order, EVENTS + 1)).toBeNull();
  });

  it('folds for a page near the end what is before it once, and then no more', async () => {
    const { history, runs } = counted();
    const first = await history.page(order, { limit: 50, descending: true });
    expect(first.events.map(({ event }) => event.recorded.version)).toEqual(
      Array.from({ length: 50 }, (_, n) => EVENTS - n),
    );
    const cold = runs();
    expect(cold).toBeGreaterThan(STATE_EVERY / 100);
    const second = await history.page(order, { limit: 50, descending: true, from: first.next ?? 0 });
    expect(second.events[0]?.event.recorded.version).toBe(EVENTS - 50);
    expect(runs() - cold).toBeLessThanOrEqual(3);
  });

  it('tells each event with the order before and after it, over all pages from either end', async () => {
    const { history } = counted();
    for (const descending of [false, true]) {
      const seen: number[] = [];
      let last: Order | null = null;
      let from: number | null | undefined = undefined;
      while (from !== null) {
        const page = await history.page(order, { limit: 200, descending, ...(from === undefined ? {} : { from }) });
        for (const { event, before, after } of page.events) {
          seen.push(event.recorded.version);
          if (last !== null) expect(descending ? after : before).toEqual(last);
          last = descending ? before : after;
        }
        from = page.next;
      }
      const versions = Array.from({ length: EVENTS }, (_, n) => n + 1);
      expect(seen).toEqual(descending ? versions.reverse() : versions);
    }
  });

  it('is not told from a state that was remembered before its person was forgotten', async () => {
    const { history } = counted();
    await history.asOf(order, STATE_EVERY + 1);
    await path.database.owner.query('update subject_keys set wrapped_key = null, forgotten_at = now()');
    const forgotten = { ...order, head: { ...order.head, forgotten: true } };
    const then = await history.asOf(forgotten, STATE_EVERY + 1);
    expect(then?.head.buyer).toBeNull();
    expect(JSON.stringify(then)).not.toContain('Lima');
  });
});
