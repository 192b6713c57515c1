import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import type { ListRow } from '../src/read-models/order-list.js';
import { type ListedOrder, listOrders, type OrderPage } from '../src/read-models/order-list-queries.js';
import { compileFilters } from '../src/read-models/order-list-filters.js';
import { isListProblem, type OrderListQuery } from '../src/read-models/order-list-query.js';
import { searchRows } from '../src/read-models/order-list-search.js';
import { tallyOrders } from '../src/read-models/order-list-tally.js';
import { groupOf, order, toldOf, wordsOfOrder, write } from './listed-orders.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

/** Enough that a search for what is rare or old leaves the first walk of 2,000 rows, over more than a year of partitions. */
const ORDERS = 5_000;

let database: TestDatabase;
const orders: ListRow[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  for (let n = 1; n <= ORDERS; n += 1) orders.push(order(n));
  await write(database, 'shop', orders);
  await write(database, 'rival', [order(1, 'rival', { total: 1 }), order(2, 'rival')]);
  await database.owner.query('analyze order_list');
});
afterAll(() => database.drop());

async function page(query: OrderListQuery, account = 'shop'): Promise<OrderPage> {
  const answer = await listOrders(database.serving, account, query);
  if (isListProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

async function count(query: OrderListQuery, account = 'shop'): Promise<number> {
  const tally = await tallyOrders(database.serving, account, query);
  if (isListProblem(tally)) throw new Error(JSON.stringify(tally));
  expect(tally.exact).toBe(true);
  return tally.orders;
}

/** Every order of a query, page after page. */
async function all(query: OrderListQuery): Promise<ListedOrder[]> {
  const found: ListedOrder[] = [];
  let cursor: string | null = null;
  do {
    const next: OrderPage = await page({ limit: 100, ...query, ...(cursor === null ? {} : { cursor }) });
    found.push(...next.orders);
    cursor = next.next;
  } while (cursor !== null);
  return found;
}

const ids = (rows: readonly { readonly order_id: string }[]): string[] => rows.map(({ order_id }) => order_id);
const visible = (row: ListRow): boolean => row.complete && !row.deleted;
const has = (row: ListRow, word: string): boolean => wordsOfOrder(row.sequence).includes(word);

/** What the list must answer, by looking at every order. */
function expected(test: (row: ListRow) => boolean, column: keyof ListRow = 'created_at', descending = true): string[] {
  const key = (row: ListRow): string | number => row[column] as string | number;
  const compare = (a: ListRow, b: ListRow): number =>
    key(a) === key(b) ? (a.order_id < b.order_id ? -1 : 1) : key(a) < key(b) ? -1 : 1;
  return ids(orders.filter(test).sort((a, b) => (descending ? compare(b, a) : compare(a, b))));
}

describe('a filter answers what looking at every order would', () => {
  const late = '2026-06-01T00:00:00.000Z';
  it.each<[string, OrderListQuery, (row: ListRow) => boolean]>([
    ['nothing asked', {}, visible],
    ['one status', { status: ['handling'] }, (row) => visible(row) && row.status === 'handling'],
    ['several statuses', { status: ['handling', 'canceled'] }, (row) => visible(row) && ['handling', 'canceled'].includes(row.status)],
    ['no status at all', { status: [] }, () => false],
    ['a store', { store: ['outlet'] }, (row) => visible(row) && row.store === 'outlet'],
    ['a channel of old', { channel: ['fair'] }, (row) => visible(row) && row.channel === 'fair'],
    ['a store that differs in case only', { store: ['Outlet'] }, () => false],
    ['a time of creation', { createdFrom: '2025-12-01T00:00:00.000Z', createdTo: '2026-01-01T00:00:00.000Z' }, (row) => visible(row) && row.created_at.startsWith('2025-12')],
    ['a time of change', { updatedFrom: '2026-02-01T00:00:00.000Z', updatedTo: '2026-02-03T00:00:00.000Z' }, (row) => visible(row) && /^2026-02-0[12]/.test(row.updated_at)],
    ['a total', { totalFrom: 100, totalTo: 300 }, (row) => visible(row) && row.total >= 100 && row.total <= 300],
    ['a customer', { customerId: ['c7'] }, (row) => visible(row) && row.customer_id === 'c7'],
    ['a customer and a word', { customerId: ['c7'], text: 'common' }, (row) => visible(row) && row.customer_id === 'c7' && has(row, 'common')],
    ['a SKU', { sku: ['s-77'] }, (row) => visible(row) && row.sequence % 100 === 77],
    ['an external id', { externalId: { ids: ['x-500'] } }, (row) => row.sequence === 500],
    ['an external id of its source', { externalId: { source: 'shop', ids: ['X-500'] } }, (row) => row.sequence === 500],
    ['an external id of another source', { externalId: { source: 'fair', ids: ['X-500'] } }, () => false],
    ['external ids, some of them unknown', { externalId: { source: 'shop', ids: ['X-500', 'X-510', 'no'] } }, (row) => [500, 510].includes(row.sequence)],
    ['no external id', { externalId: { ids: [] } }, () => false],
    ['VTEX words', { vtexStatus: ['handling', 'canceled'] }, (row) => visible(row) && ['handling', 'canceled'].includes(toldOf(row.sequence).vtex)],
    ['an Orion word', { orionStatus: ['refunded'] }, (row) => visible(row) && row.orion_status === 'refunded'],
    ['a Virto word', { virtoStatus: ['Not paid'] }, (row) => visible(row) && row.virto_status === 'Not paid'],
    ['a Virto word in other letters', { virtoStatus: ['not paid'] }, () => false],
    ['stages', { stage: ['paying', 'ended'] }, (row) => visible(row) && ['paying', 'ended'].includes(row.stage)],
    ['a payment state', { paymentState: ['pending'] }, (row) => visible(row) && row.payment_state === 'pending'],
    ['a shipping state', { shippingState: ['shipped'] }, (row) => visible(row) && row.shipping_state === 'shipped'],
    ['three vocabularies at once', { vtexStatus: ['invoiced'], paymentState: ['paid'], shippingState: ['shipped', 'none'] }, (row) => visible(row) && row.orion_status === 'shipped'],
    ['a workflow', { workflow: ['simple'] }, (row) => visible(row) && row.workflow === 'simple'],
    ['a currency', { currency: ['CHF'] }, (row) => visible(row) && row.currency === 'CHF'],
    ['groups', { group: [groupOf(500), groupOf(903)] }, (row) => visible(row) && [500, 501, 902, 903].includes(row.sequence)],
    ['customers', { customerId: ['c7', 'c9', 'c7'] }, (row) => visible(row) && ['c7', 'c9'].includes(row.customer_id ?? '')],
    ['customers of a status', { customerId: ['c7', 'c9'], status: ['invoiced'] }, (row) => visible(row) && ['c7', 'c9'].includes(row.customer_id ?? '') && row.status === 'invoiced'],
    ['mail addresses in any letters', { email: ['Buyer-7@Example.test', 'buyer-8@example.test'] }, (row) => visible(row) && [7, 8].includes(row.sequence % 70)],
    ['SKUs', { sku: ['S-77', 'S-78'] }, (row) => visible(row) && [77, 78].includes(row.sequence % 100)],
    ['a GTIN of 13 digits, however long the order has it', { gtin: ['4006381333931'] }, visible],
    ['a GTIN of 14 digits typed with blanks', { gtin: ['0 4006381 333931'] }, visible],
    ['what is no GTIN', { gtin: ['123'] }, () => false],
    ['a seller without its accents', { seller: ['celik & co'] }, (row) => visible(row) && row.sellers.length > 0],
    ['a tag or another', { tag: ['GIFT WRAP', 'none'] }, (row) => visible(row) && row.tags.length > 0],
    ['an assignee', { assignee: ['ana'] }, (row) => visible(row) && row.assignee === 'ana'],
    ['a deadline in a range', { dueFrom: '2026-01-01T00:00:00.000Z', dueTo: '2026-02-01T00:00:00.000Z' }, (row) => visible(row) && (row.due_at ?? '').startsWith('2026-01')],
    ['a note', { hasNote: true }, (row) => visible(row) && row.has_note],
    ['no note', { hasNote: false }, (row) => visible(row) && !row.has_note],
    ['a hold', { onHold: true }, (row) => visible(row) && row.on_hold],
    ['no hold', { onHold: false }, (row) => visible(row) && !row.on_hold],
    ['being late', { lateAt: late }, (row) => visible(row) && row.due_at !== null && row.due_at < late],
    ['incomplete ones', { complete: false }, (row) => !row.complete && !row.deleted],
    ['deleted ones', { deleted: true }, (row) => row.complete && row.deleted],
    ['really all', { complete: 'any', deleted: 'any' }, () => true],
    ['a common word', { text: 'Common' }, (row) => visible(row) && has(row, 'common')],
    ['a rare word', { text: 'seldom' }, (row) => visible(row) && has(row, 'seldom')],
    ['a word of old orders', { text: 'former' }, (row) => visible(row) && has(row, 'former')],
    ['a word of one order', { text: 'once' }, (row) => row.sequence === 4321],
    ['a word that no order has', { text: 'never' }, () => false],
    ['the beginning of a word', { text: 'seld*' }, (row) => visible(row) && has(row, 'seldom')],
    ['two words', { text: 'common seldom' }, (row) => visible(row) && has(row, 'common') && has(row, 'seldom')],
    ['an order number', { text: '1480000004321-01' }, (row) => row.sequence === 4321],
    ['words and columns at once', { text: 'seldom', status: ['invoiced'], totalFrom: 5_000, store: ['default', 'x'] }, (row) => visible(row) && has(row, 'seldom') && row.status === 'invoiced' && row.total >= 5_000 && row.store === 'default'],
  ])('%s', async (_, query, test) => {
    const newestFirst = await all(query);
    expect(ids(newestFirst)).toEqual(expected(test));
    expect(ids(await all({ ...query, descending: false }))).toEqual(expected(test, 'created_at', false));
  }); // prettier-ignore
});

describe('a sort', () => {
  it.each([
    ['updated', 'updated_at', true],
    ['updated', 'updated_at', false],
    ['total', 'total', true],
    ['total', 'total', false],
  ] as const)('by %s goes through all orders and words', async (sort, column, descending) => {
    expect(ids(await all({ sort, descending }))).toEqual(expected(visible, column, descending));
    for (const word of ['common', 'seldom', 'former', 'once']) {
      const test = (row: ListRow): boolean => visible(row) && has(row, word);
      expect(ids(await all({ sort, descending, text: word }))).toEqual(expected(test, column, descending));
    }
  });

  it('by due shows what is open, the earliest first', async () => {
    expect(ids(await all({ sort: 'due' }))).toEqual(
      expected((row) => visible(row) && row.due_at !== null, 'due_at', false),
    );
  });
});

describe('a search with limits so low that every way of it is taken', () => {
  const limits = { firstWalk: 16, longestWalk: 64, manyMatches: 20 };

  it.each(['created', 'updated', 'total'] as const)('by %s finds the same', async (sort) => {
    const column = { created: 'created_at', updated: 'updated_at', total: 'total' } as const;
    for (const text of ['common', 'seldom', 'former', 'once', 'common seldom', 'never']) {
      for (const descending of [true, false]) {
        const query: OrderListQuery = { text, sort, descending };
        const filters = compileFilters('shop', query);
        if (isListProblem(filters)) throw new Error(filters.problem);
        const all = expected(
          (row) => visible(row) && text.split(' ').every((word) => has(row, word)),
          column[sort],
          descending,
        );
        for (const rows of [7, 60, 900]) {
          const found = await withAccounts(database.serving, ['shop'], (client) =>
            searchRows(client, filters, query, null, rows, limits),
          );
          expect(ids(found)).toEqual(all.slice(0, rows));
          const last = found[4];
          if (last === undefined) continue;
          const position = { value: last.sort_value, orderId: last.order_id };
          const rest = await withAccounts(database.serving, ['shop'], (client) =>
            searchRows(client, filters, query, position, rows, limits),
          );
          expect(ids(rest)).toEqual(all.slice(5, 5 + rows));
        }
      }
    }
  });
});

describe('pages', () => {
  it('show every order once while others are placed and changed', async () => {
    const first = await page({ limit: 10 });
    const newer = [order(ORDERS + 1, 'shop', { created_at: '2027-01-01T00:00:00.000Z' })];
    await write(database, 'shop', newer);
    const second = await page({ limit: 10, ...(first.next === null ? {} : { cursor: first.next }) });
    expect([...ids(first.orders), ...ids(second.orders)]).toEqual(expected(visible).slice(0, 20));
    await withAccounts(database.serving, ['shop'], (client) =>
      client.query(
        "delete from order_list where created_at = '2027-01-01Z'; delete from order_rollup_deltas where day = '2027-01-01'",
      ),
    );
  });

  it('are reached by an offset as by a cursor', async () => {
    expect(ids((await page({ offset: 250, limit: 20 })).orders)).toEqual(expected(visible).slice(250, 270));
    const seldom = (row: ListRow): boolean => visible(row) && has(row, 'seldom');
    expect(ids((await page({ offset: 30, limit: 20, text: 'seldom' })).orders)).toEqual(expected(seldom).slice(30, 50));
  });

  it('beyond 10,000 rows are refused by offset', async () => {
    expect(await listOrders(database.serving, 'shop', { offset: 9_950, limit: 51 })).toEqual({
      problem: 'offset_too_deep',
      field: 'offset',
    });
    expect(await listOrders(database.serving, 'shop', { limit: 101 })).toEqual({
      problem: 'limit_invalid',
      field: 'limit',
    });
  });

  it('end without a cursor', async () => {
    expect((await page({ text: 'once' })).next).toBeNull();
    expect((await page({ text: 'former', limit: 100, status: ['canceled'] })).next).toBeNull();
  });
});

describe('hostile words', () => {
  it.each(["' or 1=1 --", "a'b\\c", '!x & y', '(', '<->', '"', '%', 'x:A', '\\', "'"])(
    '%s is only a text',
    async (text) => {
      const answer = await listOrders(database.serving, 'shop', { text });
      expect(isListProblem(answer) ? answer.problem : answer.orders).toEqual([]);
      expect(await count({ tag: [text], seller: [text] })).toBe(0);
    },
  );
});

describe('a changed order', () => {
  it('shows its new status in list, search and count at once', async () => {
    const before = orders[99];
    if (before === undefined) throw new Error('no order');
    const after = order(100, 'shop', { status: 'replaced', version: 2 });
    const was = await count({ status: [before.status] });
    await write(database, 'shop', [after], new Map([[before.order_id, before]]));
    expect(ids((await page({ status: ['replaced'] })).orders)).toEqual([before.order_id]);
    expect(ids((await page({ status: ['replaced'], store: [after.store] })).orders)).toEqual([before.order_id]);
    expect(await count({ status: ['replaced'] })).toBe(1);
    expect(await count({ status: [before.status] })).toBe(was - 1);
    await write(database, 'shop', [before], new Map([[after.order_id, after]]));
  });

  it('that is not in the list is an error, not a silence', async () => {
    const unknown = order(ORDERS + 7);
    await expect(
      write(database, 'shop', [unknown], new Map([[unknown.order_id, { ...unknown, version: 0 }]])),
    ).rejects.toThrow(/not in the list/);
  });
});

describe('another account', () => {
  it('sees nothing of this one, in list, search or count', async () => {
    expect(ids((await page({}, 'rival')).orders)).toHaveLength(2);
    expect(ids((await page({ text: 'former' }, 'rival')).orders)).toHaveLength(2);
    expect(await count({}, 'rival')).toBe(2);
    expect(await count({ text: 'former' }, 'rival')).toBe(2);
    expect(ids((await page({}, 'nobody')).orders)).toEqual([]);
  });

  it('cannot be reached through the search function, the tables or their partitions', async () => {
    const denied = async (text: string): Promise<unknown> =>
      withAccounts(database.serving, ['rival'], (client) => client.query(text)).then(
        (answer: pg.QueryResult): unknown => answer.rows,
        (error: unknown) => (error as pg.DatabaseError).code,
      );
    const call = (account: string): string =>
      `select order_id from order_list_matches(${account}, '''x''', '-infinity', 'infinity', 10)`;
    expect(await denied(call("'shop'"))).toBe('42501');
    expect(await denied(call('null'))).toBe('42501');
    const tally = (account: string): string =>
      `select orders from order_list_tally(${account}, '''x''', '-infinity', 'infinity',
                                           null, null, null, null, null, null, null, 9)`;
    expect(await denied("select order_list_count('shop', '''x''', null, null, 9)")).toBe('42501');
    expect(await denied(tally("'shop'"))).toBe('42501');
    expect(await denied(tally('null'))).toBe('42501');
    expect(await denied(tally("'rival'"))).toEqual([]);
    expect(await denied(call("'rival'"))).toEqual([]);
    expect(await denied('select distinct account from order_list')).toEqual([{ account: 'rival' }]);
    expect(await denied('select distinct account from order_rollup_deltas')).toEqual([{ account: 'rival' }]);
    expect(await denied('select distinct account from order_rollups')).toEqual([]);
    expect(['42501', []]).toContainEqual(await denied('select account from order_list_2026_03'));
    expect(await denied("update order_list set account = 'shop'")).toBe('42501');
  });
});

describe('partitions', () => {
  it('take absurd dates, which are listed where they belong', async () => {
    const rows = ['1970-01-01T00:00:00.000Z', '2199-12-31T23:59:59.999Z'].map((created_at, n) =>
      order(20_002 + n, 'absurd', { created_at, complete: true, deleted: false }),
    );
    await write(database, 'absurd', rows);
    expect((await page({}, 'absurd')).orders.map(({ created_at }) => created_at)).toEqual(
      rows.map((row) => row.created_at).reverse(),
    );
    expect((await page({ text: 'common' }, 'absurd')).orders).toHaveLength(2);
  });

  it('are made ahead once, and what lay in the open end moves into them', async () => {
    const row = order(30_000, 'ahead', { created_at: '2027-05-31T23:59:59.999Z', complete: true, deleted: false });
    await write(database, 'ahead', [row]);
    const made = await database.serving.query<{ made: number }>(
      "select ensure_order_list_partitions('2027-06-15') as made",
    );
    expect(made.rows[0]?.made).toBe(3);
    const again = await database.serving.query<{ made: number }>(
      "select ensure_order_list_partitions('2027-06-15') as made",
    );
    expect(again.rows[0]?.made).toBe(0);
    expect(ids((await page({ text: 'common' }, 'ahead')).orders)).toEqual([row.order_id]);
    const where = await database.owner.query<{ name: string }>(
      "select tableoid::regclass::text as name from order_list where account = 'ahead'",
    );
    expect(where.rows).toEqual([{ name: 'order_list_2027_05' }]);
    const open = await database.owner.query<{ relname: string }>(
      `select relname from pg_class c join pg_inherits i on i.inhrelid = c.oid
        where i.inhparent = 'order_list'::regclass and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open.rows).toEqual([]);
    await write(database, 'ahead', [order(30_001, 'ahead', { created_at: '2027-09-01T00:00:00.000Z' })]);
  });
});
