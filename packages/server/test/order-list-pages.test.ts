import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListRow } from '../src/read-models/order-list.js';
import { listOrders, type OrderPage } from '../src/read-models/order-list-queries.js';
import { isListProblem, type ListProblem, type OrderListQuery } from '../src/read-models/order-list-query.js';
import { order, wordsOfOrder, write } from './listed-orders.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

/** What a caller can rely on who follows the cursor while orders are placed, changed and deleted between its pages. */

const ORDERS = 400;

let database: TestDatabase;
/** The list as it stands, by order id. */
let rows: Map<string, ListRow>;
let placed: number;
/** Each change is later than every other. */
let clock: number;

beforeEach(async () => {
  database = await createTestDatabase();
  rows = new Map();
  placed = 0;
  clock = Date.UTC(2030, 0, 1);
  await place(ORDERS);
});
afterEach(() => database.drop());

async function place(count: number, changes: Partial<ListRow> = {}): Promise<void> {
  const fresh = Array.from({ length: count }, () => order((placed += 1), 'shop', { complete: true, ...changes }));
  await write(database, 'shop', fresh);
  for (const row of fresh) rows.set(row.order_id, row);
}

/** Every so-manieth order gets other columns, and was updated just now. */
async function change(every: number, columns: (row: ListRow) => Partial<ListRow>): Promise<string[]> {
  const before = new Map<string, ListRow>();
  const after = [...rows.values()]
    .filter((_, index) => index % every === 0)
    .map((row) => {
      before.set(row.order_id, row);
      const updated_at = new Date((clock += 1_000)).toISOString();
      return { ...row, ...columns(row), version: row.version + 1, updated_at };
    });
  await write(database, 'shop', after, before);
  for (const row of after) rows.set(row.order_id, row);
  return after.map((row) => row.order_id);
}

/** Follows the cursor to the end; after each of the first `meanwhile` pages something happens. */
async function follow(query: OrderListQuery, ...meanwhile: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  let page = 0;
  do {
    const answer: OrderPage | ListProblem = await listOrders(database.serving, 'shop', {
      limit: 40,
      ...query,
      ...(cursor === null ? {} : { cursor }),
    });
    if (isListProblem(answer)) throw new Error(answer.problem);
    seen.push(...answer.orders.map(({ order_id }) => order_id));
    cursor = answer.next;
    await meanwhile[page]?.();
    page += 1;
  } while (cursor !== null);
  return seen;
}

const visible = ({ deleted }: ListRow): boolean => !deleted;
const idsOf = (list: Iterable<ListRow>): string[] => [...list].map(({ order_id }) => order_id);
const twice = (seen: readonly string[]): string[] => seen.filter((id, index) => seen.indexOf(id) !== index);

describe('by creation', () => {
  it.each<[string, OrderListQuery, (row: ListRow) => boolean]>([
    ['of everything', {}, visible],
    ['of everything, oldest first', { descending: false }, visible],
    ['of a word', { text: 'common' }, (row) => visible(row) && wordsOfOrder(row.sequence).includes('common')],
    ['of a word, oldest first', { text: 'common', descending: false }, (row) => visible(row) && wordsOfOrder(row.sequence).includes('common')],
    ['of a store', { store: ['default'] }, (row) => visible(row) && row.store === 'default'],
    ['of statuses', { status: ['invoiced', 'handling', 'canceled', 'payment-pending'] }, visible],
  ])('every order %s that fits all the while comes exactly once', async (_, query, fits) => {
    const atFirst = [...rows.values()].filter(fits);
    const totals = (): Promise<unknown> => change(7, (row) => ({ total: row.total + 1, due_at: null }));
    const removed: string[] = [];
    const remove = async (): Promise<void> => void removed.push(...(await change(11, () => ({ deleted: true }))));
    const seen = await follow(query, () => place(30), totals, remove, () => place(30), totals);
    expect(twice(seen)).toEqual([]);
    const all = new Set(seen);
    expect(idsOf(atFirst).filter((id) => !all.has(id) && !removed.includes(id))).toEqual([]);
    // Nothing comes that did not fit when it was read.
    expect(seen.filter((id) => !fits(rows.get(id) as ListRow) && !removed.includes(id))).toEqual([]);
  }); // prettier-ignore
});

describe('by update', () => {
  it('newest first nothing comes twice, and what did not change comes once', async () => {
    const atFirst = [...rows.values()].filter(visible);
    const changed = new Set<string>();
    const touch = async (): Promise<void> => {
      for (const id of await change(5, () => ({ has_note: true }))) changed.add(id);
    };
    const seen = await follow({ sort: 'updated' }, touch, () => place(20), touch);
    expect(twice(seen)).toEqual([]);
    const all = new Set(seen);
    expect(idsOf(atFirst).filter((id) => !all.has(id) && !changed.has(id))).toEqual([]);
  });

  it('oldest first nothing is missed: what changes comes again behind', async () => {
    const changed = new Set<string>();
    const touch = async (): Promise<void> => {
      for (const id of await change(5, () => ({ has_note: true }))) changed.add(id);
    };
    const seen = await follow({ sort: 'updated', descending: false }, touch, () => place(20), touch);
    const all = new Set(seen);
    expect(idsOf([...rows.values()].filter(visible)).filter((id) => !all.has(id))).toEqual([]);
    expect(twice(seen).filter((id) => !changed.has(id))).toEqual([]);
    const last = new Map(seen.map((id, index) => [id, index]));
    const order = [...last].sort(([, a], [, b]) => a - b).map(([id]) => rows.get(id)?.updated_at ?? '');
    expect(order).toEqual([...order].sort());
  });
});

describe.each([
  ['total', 'total'],
  ['due', 'due_at'],
] as const)('by %s', (sort, column) => {
  it('an order whose place stays comes exactly once', async () => {
    const placeOf = (row: ListRow | undefined): unknown => row?.[column];
    const atFirst = [...rows.values()].filter((row) => visible(row) && placeOf(row) !== null);
    const before = new Map(atFirst.map((row) => [row.order_id, placeOf(row)]));
    const move = (): Promise<unknown> =>
      change(7, (row) => ({ total: (row.total * 31) % 20_011, due_at: row.due_at === null ? null : row.updated_at }));
    const seen = await follow({ sort, limit: 10 }, move, () => place(20), move);
    const stayed = idsOf(atFirst).filter((id) => before.get(id) === placeOf(rows.get(id)));
    expect(stayed.length).toBeGreaterThan(20);
    expect(stayed.filter((id) => seen.filter((other) => other === id).length !== 1)).toEqual([]);
  });
});

it('an order that comes to fit or ceases to fit while the cursor is followed comes once at most', async () => {
  const flip = (status: string) => (): Promise<unknown> => change(3, () => ({ status }));
  const seen = await follow({ status: ['invoiced'] }, flip('handling'), flip('invoiced'), flip('canceled'));
  expect(twice(seen)).toEqual([]);
});
