import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import type { ListRow } from '../src/read-models/order-list.js';
import { isListProblem, type OrderListQuery } from '../src/read-models/order-list-query.js';
import { type OrderTally, tallyOrders } from '../src/read-models/order-list-tally.js';
import { foldAllRollups, foldRollups } from '../src/read-models/rollups.js';
import { order, toldOf, wordsOfOrder, write } from './listed-orders.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

/** From October 2025 to February 2026. */
const ORDERS = 1_500;
/** More than are counted one by one; `common` in 3 of 4. */
const CROWD = 14_000;

let database: TestDatabase;
const orders: ListRow[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  for (let n = 1; n <= ORDERS; n += 1) orders.push(order(n));
  await write(database, 'shop', orders);
  await write(database, 'rival', [order(1, 'rival'), order(2, 'rival')]);
});
afterAll(() => database.drop());

async function tally(query: OrderListQuery, account = 'shop'): Promise<OrderTally> {
  const answer = await tallyOrders(database.serving, account, query);
  if (isListProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

const visible = (row: ListRow): boolean => row.complete && !row.deleted;
const has = (row: ListRow, word: string): boolean => wordsOfOrder(row.sequence).includes(word);

/** What must be answered, by looking at every order. */
function expected(rows: readonly ListRow[]): OrderTally {
  const currencies = ['CHF', 'EUR'].flatMap((currency) => {
    const some = rows.filter((row) => row.currency === currency);
    const total = some.reduce((sum, row) => sum + row.total, 0);
    return some.length === 0 ? [] : [{ currency, orders: some.length, total }];
  });
  return { orders: rows.length, currencies, exact: true };
}

const QUERIES: readonly [string, OrderListQuery, (row: ListRow) => boolean][] = [
  ['everything', {}, visible],
  ['a status', { status: ['handling'] }, (row) => visible(row) && row.status === 'handling'],
  ['a currency', { currency: ['CHF'] }, (row) => visible(row) && row.currency === 'CHF'],
  ['no currency of all', { currency: ['JPY'] }, () => false],
  ['whole months', { createdFrom: '2025-11-01T00:00:00.000Z', createdTo: '2026-01-01T00:00:00.000Z' }, (row) => visible(row) && row.created_at >= '2025-11' && row.created_at < '2026'],
  ['months and days', { createdFrom: '2025-10-20T00:00:00.000Z', createdTo: '2026-01-15T00:00:00.000Z' }, (row) => visible(row) && row.created_at >= '2025-10-20' && row.created_at < '2026-01-15'],
  ['days inside a month', { createdFrom: '2025-12-05T00:00:00.000Z', createdTo: '2025-12-09T00:00:00.000Z' }, (row) => visible(row) && row.created_at >= '2025-12-05' && row.created_at < '2025-12-09'],
  ['days around the end of a month', { createdFrom: '2025-12-20T00:00:00.000Z', createdTo: '2026-01-03T00:00:00.000Z' }, (row) => visible(row) && row.created_at >= '2025-12-20' && row.created_at < '2026-01-03'],
  ['a range that ends before it begins', { createdFrom: '2026-01-20T00:00:00.000Z', createdTo: '2025-11-03T00:00:00.000Z' }, () => false],
  ['the days until a day', { createdTo: '2025-12-05T00:00:00.000Z', store: ['outlet'] }, (row) => visible(row) && row.created_at < '2025-12-05' && row.store === 'outlet'],
  ['the days from a day on', { createdFrom: '2025-12-05T00:00:00.000Z' }, (row) => visible(row) && row.created_at >= '2025-12-05'],
  ['parts of days', { createdFrom: '2025-12-01T05:00:00.000Z' }, (row) => visible(row) && row.created_at >= '2025-12-01T05'],
  ['a word', { text: 'common' }, (row) => visible(row) && has(row, 'common')],
  ['a word in a range', { text: 'common', createdFrom: '2025-11-03T05:00:00.000Z', createdTo: '2025-12-24T17:00:00.000Z' }, (row) => visible(row) && has(row, 'common') && row.created_at >= '2025-11-03T05' && row.created_at < '2025-12-24T17'],
  ['a word before anything was ordered', { text: 'common', createdTo: '2020-01-01T00:00:00.000Z' }, () => false],
  ['a word of old orders', { text: 'former' }, (row) => visible(row) && has(row, 'former')],
  ['a word among statuses and stores', { text: 'common', status: ['handling', 'invoiced'], store: ['outlet'], channel: ['web', 'fair'] }, (row) => visible(row) && has(row, 'common') && ['handling', 'invoiced'].includes(row.status) && row.store === 'outlet'],
  ['a status that differs in case only', { text: 'common', status: ['Handling'] }, () => false],
  ['a VTEX word', { vtexStatus: ['handling'] }, (row) => visible(row) && toldOf(row.sequence).vtex === 'handling'],
  ['a payment state', { paymentState: ['paid'] }, (row) => visible(row) && row.payment_state === 'paid'],
  ['a note', { hasNote: true }, (row) => visible(row) && row.has_note],
  ['no note', { hasNote: false }, (row) => visible(row) && !row.has_note],
  ['a hold', { onHold: true }, (row) => visible(row) && row.on_hold],
  ['a word among deleted ones', { text: 'common', deleted: true }, (row) => row.complete && row.deleted && has(row, 'common')],
  ['a word in everything', { text: 'common', deleted: 'any', complete: 'any' }, (row) => has(row, 'common')],
  ['a word and a total', { text: 'common', totalFrom: 9_000 }, (row) => visible(row) && has(row, 'common') && row.total >= 9_000],
  ['customers', { customerId: ['c7', 'c8'] }, (row) => visible(row) && ['c7', 'c8'].includes(row.customer_id ?? '')],
  ['a customer and a word', { customerId: ['c7'], text: 'common' }, (row) => visible(row) && row.customer_id === 'c7' && has(row, 'common')],
  ['what is due in a range', { dueFrom: '2026-01-01T00:00:00.000Z', dueTo: '2026-02-01T00:00:00.000Z' }, (row) => visible(row) && (row.due_at ?? '').startsWith('2026-01')],
  ['the orders of a desk', { within: { seller: null, assignee: 'ana' } }, (row) => visible(row) && row.assignee === 'ana'],
  ['a status on a desk', { status: ['invoiced'], within: { seller: null, assignee: 'ana' } }, (row) => visible(row) && row.assignee === 'ana' && row.status === 'invoiced'],
  ['everything of a seller', { within: { seller: 'Çelik & Co', assignee: null } }, (row) => visible(row) && row.sellers.length > 0],
]; // prettier-ignore

describe('counts and sums', () => {
  it.each(QUERIES)('are exact for %s', async (_, query, test) => {
    expect(await tally(query)).toEqual(expected(orders.filter(test)));
  });

  it('are the same before, while and after the rollups are folded', async () => {
    const ranges = QUERIES.slice(0, 11);
    const all = (): Promise<OrderTally[]> => Promise.all(ranges.map(([, query]) => tally(query)));
    const before = await all();
    await withAccounts(database.serving, ['shop'], async (client) => expect(await foldRollups(client, 10)).toBe(10));
    expect(await all()).toEqual(before);
    await Promise.all([foldShop(), foldShop(), foldShop()]);
    expect(await all()).toEqual(before);
    const left = await database.owner.query<{ n: number }>(
      "select count(*) as n from order_rollup_deltas where account = 'shop'",
    );
    expect(left.rows[0]?.n).toBe(0);
    const sums = await database.owner.query<{ orders: number; amount: string; amount_sq: string }>(
      "select sum(orders)::bigint as orders, sum(amount) as amount, sum(amount_sq) as amount_sq from order_rollups where account = 'shop'",
    );
    const counted = orders.filter(visible);
    expect(sums.rows[0]).toEqual({
      orders: counted.length,
      amount: String(counted.reduce((sum, row) => sum + row.total, 0)),
      amount_sq: String(counted.reduce((sum, row) => sum + BigInt(row.total) ** 2n, 0n)),
    });
  });

  async function foldShop(): Promise<void> {
    await withAccounts(database.serving, ['shop'], async (client) => {
      while ((await foldRollups(client, 50)) > 0);
    });
  }

  it('leave the deltas of other accounts alone when they are folded', async () => {
    await withAccounts(database.serving, ['nobody'], async (client) => expect(await foldRollups(client)).toBe(0));
    expect(await foldAllRollups(database.owner)).toBeGreaterThanOrEqual(0);
  });
});

describe('of more than 10,000 orders', () => {
  beforeAll(async () => {
    const crowd = [];
    for (let n = 1; n <= CROWD; n += 1) crowd.push(order(n, 'crowd', { total: 1_000_000_000_000 }));
    await write(database, 'crowd', crowd);
  });

  it('the rollups know the count, and say so where a sum is beyond what a number holds', async () => {
    const { orders: counted, currencies, exact } = await tally({}, 'crowd');
    expect({ counted, exact }).toEqual({ counted: crowdOf(() => true), exact: true });
    expect(currencies.map(({ currency, total }) => [currency, total])).toEqual([
      ['CHF', crowdOf((n) => n % 8 === 0) * 1_000_000_000_000],
      ['EUR', null],
    ]);
  });

  it.each<[string, OrderListQuery]>([
    ['words', { deleted: 'any', complete: 'any', text: 'common' }],
    ['words and columns', { deleted: 'any', complete: 'any', text: 'common', totalFrom: 1 }],
    ['columns', { totalFrom: 1, deleted: 'any' }],
  ])('%s are counted to 10,000, and no further', async (_, query) => {
    expect(await tally(query, 'crowd')).toMatchObject({ orders: 10_000, exact: false });
  });

  it('the few among them are counted exactly', async () => {
    const rare = crowdOf((n) => n % 90 === 0);
    expect(await tally({ text: 'seldom' }, 'crowd')).toMatchObject({ orders: rare, exact: true });
  });

  function crowdOf(test: (n: number) => boolean): number {
    return Array.from({ length: CROWD }, (_, index) => index + 1).filter((n) => n % 41 !== 0 && n % 37 !== 0 && test(n))
      .length;
  }
});

it('another account is never counted', async () => {
  expect(await tally({}, 'rival')).toMatchObject({ orders: 2 });
  expect(await tally({ text: 'common former' }, 'rival')).toMatchObject({ orders: 1 });
  expect(await tally({}, 'nobody')).toEqual({ orders: 0, currencies: [], exact: true });
});
