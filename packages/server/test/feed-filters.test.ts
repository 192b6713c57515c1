import fc from 'fast-check';
import jsonata from 'jsonata';
import type { Order } from '@docket/core/order/order';
import { evolve } from '@docket/core/order/evolve';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedDocument } from '../src/api/vtex/feed-document.js';
import { loggedEvents } from '../src/event-log/read-events.js';
import { readFollowed } from '../src/feed/read-log.js';
import type { FeedFilter } from '../src/feed/feed.js';
import { type FeedWork, openFeedWork } from './feed-work.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

/** What feeds hold is what anybody finds who reads the whole log afterwards, event by event, filter by filter. */

/** Each is a history of several orders, some of them decided in the middle; one takes about a second. */
const RUNS = 8;

let path: WritePath;
let work: FeedWork;

beforeAll(async () => {
  path = await openWritePath();
  work = openFeedWork(path);
});
afterAll(async () => {
  await work.end();
  await path.close();
});

const COMMANDS = [
  { type: 'approve_payment', paymentId: 'p1' },
  { type: 'start_handling' },
  { type: 'request_cancellation', reason: 'why not' },
  { type: 'deny_cancellation' },
  { type: 'confirm_cancellation' },
  { type: 'add_note', text: 'note' },
  { type: 'issue_invoice', number: 'A-1', value: 2500, package: { trackingNumber: 'T1' } },
  { type: 'track_package', packageId: '1', delivered: true },
] as const;

const STATUSES = ['ready-for-handling', 'handling', 'invoiced', 'canceled', 'payment-pending', 'request-cancel'];
const EXPRESSIONS = [
  'status = "ready-for-handling"',
  'status in ["handling", "invoiced"]',
  'value > 1000 and finished',
  '$count(items[quantity > 1]) > 0',
  '$count(packageAttachment.packages) > 0',
  '$number("no number") > 1',
];

const filter: fc.Arbitrary<FeedFilter> = fc.oneof(
  fc.record({
    type: fc.constant('status' as const),
    statuses: fc.subarray(STATUSES),
    document: fc.constantFrom('docket' as const, 'vtex' as const),
  }),
  fc.record({
    type: fc.constant('order' as const),
    expression: fc.constantFrom(...EXPRESSIONS),
    everyMatch: fc.boolean(),
    document: fc.constant('vtex' as const),
  }),
);

const step = fc.oneof(
  { weight: 2, arbitrary: fc.constant('place' as const) },
  { weight: 1, arbitrary: fc.constant('follow' as const) },
  { weight: 8, arbitrary: fc.record({ order: fc.nat(3), command: fc.constantFrom(...COMMANDS) }) },
);

/** The long way: `[order, version, state]` of each item, folding every order by itself. */
async function expected(filterOf: FeedFilter, after: number): Promise<string[]> {
  const orders = new Map<string, Order>();
  const entered = new Set<string>();
  const items: string[] = [];
  for (let position = 0; ;) {
    const page = await readFollowed(path.log, 'acme', position);
    if (page.length === 0) return items;
    for (const { row, seq } of page) {
      position = seq;
      const [event] = loggedEvents(path.log.keys, [row]);
      if (event === undefined) throw new Error('no event');
      const order = evolve(orders.get(row.stream_id) ?? null, event.recorded);
      orders.set(row.stream_id, order);
      if (seq <= after) continue;
      if (filterOf.type === 'status') {
        const moves = event.recorded.data.moves ?? [];
        const wanted = moves.filter(({ to }) => filterOf.statuses.length === 0 || filterOf.statuses.includes(to));
        items.push(...wanted.map(({ to }) => `${row.stream_id} ${row.version} ${to}`));
        continue;
      }
      const found: unknown = await jsonata(`$boolean(${filterOf.expression})`)
        .evaluate(feedDocument(order))
        .catch(() => false);
      if (found !== true || (!filterOf.everyMatch && entered.has(row.stream_id))) continue;
      entered.add(row.stream_id);
      items.push(`${row.stream_id} ${row.version}`);
    }
  }
}

it(
  'a feed holds exactly what its filter finds in the log, in its order and without a gap',
  { timeout: 240_000 },
  async () => {
    let run = 0;
    const count = { items: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(filter, { minLength: 2, maxLength: 4 }),
        fc.array(step, { minLength: 10, maxLength: 25 }),
        async (filters, steps) => {
          run += 1;
          const names = filters.map((_, nth) => `r${run}-${nth}`);
          const { rows } = await path.database.owner.query<{ seq: number }>(
            "select seq from account_heads where account = 'acme'",
          );
          const since = rows[0]?.seq ?? 0;
          for (const [nth, each] of filters.entries()) await work.add(names[nth] ?? '', each);
          const orderIds: string[] = [];
          for (const each of ['place' as const, ...steps]) {
            if (each === 'place') orderIds.push(acceptedOrder(await path.execute(asked(placement()))).head.orderId);
            // Two workers at once: neither decides what the other has.
            else if (each === 'follow') await Promise.all([work.follow(), work.follow()]);
            else {
              const orderId = orderIds[each.order % orderIds.length] ?? '';
              // Refusals are part of any history.
              await path.execute(asked(each.command, { orderId }));
            }
          }
          await Promise.all([work.follow(), work.follow()]);
          for (const [nth, each] of filters.entries()) {
            const items = await work.items.page('acme', names[nth] ?? '', { after: 0, limit: 1_000, openOnly: false });
            count.items += items.length;
            expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, place) => place + 1));
            const told = items.map(({ orderId, version, state }) =>
              each.type === 'status' ? `${orderId} ${version} ${state}` : `${orderId} ${version}`,
            );
            expect(told).toEqual(await expected(each, since));
          }
          for (const name of names) await work.feeds.remove('acme', name);
        },
      ),
      { numRuns: RUNS },
    );
    expect(count.items).toBeGreaterThan(20);
  },
);
