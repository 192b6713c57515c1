import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuardedPoster } from '../src/adapters/http/guarded-post.js';
import { composeWritePath, type WritePath } from '../src/compose-write-path.js';
import { withAccounts } from '../src/database/pool.js';
import { DEMO_ACCOUNTS } from '../src/demo/accounts.js';
import { DAY } from '../src/demo/busy-hours.js';
import { demoOf, loadDemo } from '../src/demo/load-demo.js';
import { createFeedServices, type FeedServices } from '../src/feed/feed-services.js';
import { orderStatistics } from '../src/read-models/order-list-statistics.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { publishFaults } from '../../core/src/workflow/publishable.js';
import { TEST_SECRET } from './setup/api.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

/** An evening in spring. */
const NOW = Date.parse('2026-04-19T19:30:00.000Z');
const [PAPER, MARKET, BAKERY] = DEMO_ACCOUNTS;

let database: TestDatabase;
let path: WritePath;
let services: FeedServices;

beforeAll(async () => {
  database = await createTestDatabase();
  const clock = (): string => new Date(NOW).toISOString();
  path = composeWritePath({ database, secret: TEST_SECRET, clock });
  const poster = createGuardedPoster({ privateToo: false });
  services = createFeedServices({ pool: database.serving, secret: TEST_SECRET, poster, now: clock });
  await loadDemo({ pool: database.serving, feeds: services.feeds, writing: path.writing }, NOW);
}, 90_000);

afterAll(async () => {
  services.expressions.close();
  await path.committer.close();
  await database.drop();
});

const rows = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await database.owner.query<Row>(text, [...values])).rows;

describe('the demo', () => {
  it('has a few hundred orders in three accounts, from ninety days ago until a minute ago', async () => {
    const found = await rows<{ account: string; orders: number; first: Date; last: Date }>(
      `select account, count(*)::int as orders, min(created_at) as first, max(created_at) as last
         from order_list group by account`,
    );
    expect(new Set(found.map(({ account }) => account))).toEqual(new Set(DEMO_ACCOUNTS));
    for (const { orders, first, last } of found) {
      expect(orders).toBeGreaterThan(80);
      expect(NOW - first.getTime()).toBeGreaterThan(75 * DAY);
      expect(NOW - first.getTime()).toBeLessThan(90 * DAY);
      expect(NOW - last.getTime()).toBeLessThan(DAY / 24);
    }
  });

  it('shows every state in which an order may rest', async () => {
    const found = await rows<{ account: string; status: string }>('select distinct account, status from order_list');
    const statuses = (account: string) =>
      found.filter((row) => row.account === account).map(({ status }) => status).sort(); // prettier-ignore
    expect(statuses(PAPER)).toEqual(
      expect.arrayContaining([
        'incomplete', 'cancelled', 'payment-pending', 'window-to-cancel', 'ready-for-handling', 'handling', 'invoiced',
        'waiting-for-seller-decision', 'canceled', 'pending', 'partially_shipped', 'delivered', 'refunded', 'Processing',
        'Completed',
      ]),
    ); // prettier-ignore
    expect(statuses(MARKET)).toEqual(
      expect.arrayContaining([
        'waiting-for-authorization', 'payment-pending', 'payment-approved', 'waiting-for-seller-decision', 'invoiced',
        'canceled', 'waiting-ffmt-authorization', 'window-to-cancel', 'ready-for-handling', 'handling',
        'cancellation-requested',
      ]),
    ); // prettier-ignore
    expect(statuses(BAKERY)).toEqual(
      expect.arrayContaining([
        'in_the_bakery', 'stop_asked', 'pending', 'partially_shipped', 'shipped', 'delivered', 'cancelled', 'refunded',
      ]),
    ); // prettier-ignore
  });

  it('has what a day at work has: late orders, notes, tags, assignees, several parcels and bills, money back', async () => {
    const [counts] = await rows<Record<string, number>>(
      `select count(*) filter (where due_at < $1)::int as late, count(*) filter (where has_note)::int as noted,
              count(*) filter (where on_hold)::int as held,
              count(*) filter (where tags <> '{}')::int as tagged, count(assignee)::int as assigned,
              count(*) filter (where has_return_invoice)::int as returned,
              count(*) filter (where payment_state = 'denied')::int as denied,
              count(*) filter (where payment_state in ('refunded', 'partly_refunded'))::int as refunded,
              count(*) filter (where shipping_state = 'partly_shipped')::int as partly_sent,
              count(distinct currency)::int as currencies, count(distinct store)::int as stores
         from order_list`,
      [new Date(NOW)],
    );
    expect(counts).toMatchObject({ currencies: 3 });
    for (const [what, count] of Object.entries(counts ?? {})) expect(count, what).toBeGreaterThan(1);
    expect(counts?.['late']).toBeLessThan(40);
    const [parts] = await rows<{ orders: number }>(
      `select count(*)::int as orders from (select stream_id from events where type = 'invoice_issued'
        group by account, stream_id having count(*) > 1) as several`,
    );
    expect(parts?.orders).toBeGreaterThan(3);
  });

  it('links orders of the marketplace with those of its sellers, also of the seller with an account of its own', async () => {
    const [across] = await rows<{ orders: number }>(
      `select count(*)::int as orders from order_list m join order_list s on s.external_ids = array['marefeira:' || m.order_id]
        where m.account = $1 and s.account = $2`,
      [MARKET, PAPER],
    );
    expect(across?.orders).toBeGreaterThan(8);
    const [linked] = await rows<{ orders: number }>(
      `select count(*)::int as orders from orders where account = $1 and head::jsonb -> 'links' @> '[{ "role": "seller" }]'`,
      [MARKET],
    );
    expect(linked?.orders).toBeGreaterThan(30);
  });

  it('gives statistics that are the sums of what was placed', async () => {
    const placed = demoOf(NOW).lives.flat().filter(({ at, command }) => at <= NOW && command.type === 'place'); // prettier-ignore
    for (const account of DEMO_ACCOUNTS) {
      const sums: Record<string, { orders: number; total: number }> = {};
      for (const { command, account: of } of placed) {
        if (of !== account || command.type !== 'place' || command.incomplete === true) continue;
        const { orders, total } = sums[command.currency] ?? { orders: 0, total: 0 };
        sums[command.currency] = { orders: orders + 1, total: total + command.total };
      }
      const statistics = await orderStatistics(database.serving, account, {});
      if ('problem' in statistics) throw new Error(statistics.problem);
      const told: typeof sums = {};
      for (const { currency, orders, total } of statistics.groups) {
        const before = told[currency] ?? { orders: 0, total: 0 };
        told[currency] = { orders: before.orders + orders, total: before.total + total.sum };
      }
      expect(told).toEqual(sums);
    }
  });

  it('is in order by every check of `docket verify`', async () => {
    for (const account of DEMO_ACCOUNTS) {
      const { findings } = await withAccounts(database.serving, [account], (client) =>
        verifyAccount(client, path.log.keys, account, 10),
      );
      expect(findings, account).toEqual([]);
    }
  });

  it('happened when it says: numbers rise with the time, and no timer is overdue', async () => {
    const first = await rows<{ order_id: string; created_at: Date }>(
      `select order_id, created_at from order_list where account = $1 and group_position = 1 order by sequence`,
      [BAKERY],
    );
    const times = first.map(({ created_at }) => created_at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(await rows('select key, due from tasks where due < $1', [new Date(NOW)])).toEqual([]);
    expect(await rows('select account from events where at > $1 limit 1', [new Date(NOW)])).toEqual([]);
  });

  it('has workflows that could have been published, feeds that wait, a hook that calls nobody', async () => {
    for (const { account, workflows, feeds } of demoOf(NOW).businesses) {
      for (const table of workflows) expect(publishFaults(table)).toEqual([]);
      for (const { feed, url, filter } of feeds) {
        const found = await services.feeds.find(account, feed);
        expect(found?.hook?.url).toBe(url);
        expect(found?.state.pausedAt === null, feed).toBe(url === undefined);
        if (filter.type === 'order') expect(await services.expressions.check(filter.expression)).toBeNull();
      }
    }
  });
});

it('the same instant gives the same orders; another one gives as many', () => {
  const lives = (now: number) => demoOf(now).lives;
  expect(lives(NOW)).toEqual(lives(NOW));
  const count = (now: number) => lives(now).flat().filter(({ at, command }) => at <= now && command.type === 'place').length; // prettier-ignore
  expect(count(NOW + 40 * DAY)).toBeGreaterThan(300);
});
