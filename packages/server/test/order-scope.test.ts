import type { Command } from '@docket/core/order/commands';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, EVERY_ORDER, type OrderScope } from '../src/access/caller.js';
import { createOrderAccess, type OrderAccess } from '../src/api/order-access.js';
import { loadCarried, loadOrder, loadOrders } from '../src/event-log/load-order.js';
import { createOrderChanges } from '../src/followers/order-changes.js';
import { findDocuments } from '../src/read-models/document-list-query.js';
import { listOrders } from '../src/read-models/order-list-queries.js';
import { isListProblem, type OrderListQuery } from '../src/read-models/order-list-query.js';
import { type OrderTally, tallyOrders } from '../src/read-models/order-list-tally.js';
import { breakDownOrders } from '../src/read-models/order-breakdown.js';
import { orderStatistics } from '../src/read-models/order-list-statistics.js';
import { DOCUMENT_TYPES } from '../src/document-types/document-types.js';
import { createSettingStore } from '../src/settings-history/setting-store.js';
import { STORES } from '../src/stores/stores.js';
import { acceptedOrder, openWritePath, placement, refusalOf, type WritePath } from './write-path.js';

let path: WritePath;
let access: OrderAccess;
/** Order ids by what is special about them. */
const placed: Record<string, string> = {};

const caller = (scope: Partial<OrderScope> = {}): Caller => ({
  account: 'acme',
  kind: 'key',
  id: 'key:test',
  permissions: new Set(['*']),
  roles: [],
  scope: { ...EVERY_ORDER, ...scope },
});
const staff = { kind: 'staff', id: 'key:test' } as const;
const sent = { actor: staff, reason: 'a test' };

/** One line for each seller, 1.00 EUR a piece, sold on account. */
const of = (store: string, ...sellers: readonly string[]) =>
  placement({
    store,
    lines: sellers.map((seller, n) => ({ sku: `S-${n}`, name: 'Thing', quantity: 1, priceMicros: 1_000_000, seller })),
    payments: [],
    total: sellers.length * 100,
  });

beforeAll(async () => {
  path = await openWritePath();
  const { log, execute, placeGroup, previews, database } = path;
  const outlet = {
    store: 'outlet',
    name: 'Outlet',
    currency: null,
    languages: [],
    timeZone: null,
    active: true,
    orderNumbers: null,
    documentNumbers: {},
  };
  await createSettingStore(database.serving, STORES).load({ account: 'acme', actor: 'test' }, [outlet]);
  access = createOrderAccess(
    {
      load: async (account, orderId) => (await loadOrder(log, account, orderId))?.order ?? null,
      carried: (account, orderIds) => loadCarried(log, account, orderIds),
      loadMany: async (account, orderIds) => [...(await loadOrders(log, account, orderIds)).values()],
      list: (account, query) => listOrders(database.serving, account, query),
      statistics: (account, query) => orderStatistics(database.serving, account, query),
      breakDown: (account, query) => breakDownOrders(database.serving, account, query),
      documents: (account, scope, asked) => findDocuments(database.serving, account, scope, asked),
      tally: (account, query) => tallyOrders(database.serving, account, query),
    },
    createOrderChanges({ log, signals: { beyond: () => Promise.resolve() } }),
    execute,
    previews,
    placeGroup,
  );
  const many = Array.from({ length: 12 }, (_, n) => `seller-${n}`);
  for (const [name, command] of Object.entries({
    clay: of('default', 'Clay'),
    both: of('default', 'glass', 'clay'),
    outlet: of('outlet', 'clay'),
    tin: of('outlet', 'tin'),
    many: of('default', ...many),
    mine: of('default', 'glass'),
    waiting: placement({ workflow: 'marketplace' }),
  })) {
    placed[name] = acceptedOrder(await access.execute(caller(), { command, ...sent })).head.orderId;
  }
  const memo = {
    type: 'memo',
    labels: { en: 'Memo' },
    numbers: null,
    parents: ['order'],
    moves: null,
    most: null,
    active: true,
  };
  const statuses = [{ status: 'open', labels: { en: 'Open' }, locks: false }];
  await createSettingStore(database.serving, DOCUMENT_TYPES).load({ account: 'acme', actor: 'test' }, [
    { ...memo, statuses, fields: { type: 'object', properties: {} } },
  ]);
  for (const number of Object.keys(placed)) {
    const command = { type: 'add_document', documentType: 'memo', number } as const;
    acceptedOrder(await access.execute(caller(), { orderId: id(number), command, ...sent }));
  }
  await access.execute(caller(), { orderId: id('mine'), command: { type: 'assign', assignee: 'user:ana' }, ...sent });
});
afterAll(() => path.close());

function id(name: string): string {
  const orderId = placed[name];
  if (orderId === undefined) throw new Error(`${name} was not placed`);
  return orderId;
}

async function listed(scope: Partial<OrderScope>, query: OrderListQuery = {}): Promise<string[]> {
  const page = await access.list(caller(scope), query);
  if (isListProblem(page)) throw new Error(page.problem);
  return page.orders.map(({ order_id }) => Object.keys(placed).find((name) => placed[name] === order_id) ?? '?').sort();
}

async function tallied(scope: Partial<OrderScope>, query: OrderListQuery = {}): Promise<OrderTally> {
  const tally = await access.tally(caller(scope), query);
  if (isListProblem(tally)) throw new Error(tally.problem);
  return tally;
}

/** The orders of which a stream from the first event on tells. */
async function followed(scope: Partial<OrderScope>): Promise<string[]> {
  const end = new AbortController();
  const head = await access.head(caller(scope));
  const told = new Set<string>();
  for await (const page of access.follow(caller(scope), 0, end.signal)) {
    for (const { order } of page) if (order !== null) told.add(order.head.orderId);
    if (page.at(-1)?.seq === head) end.abort();
  }
  return Object.keys(placed)
    .filter((name) => told.has(id(name)))
    .sort();
}

const SCOPES: [string, Partial<OrderScope>, string[]][] = [
  ['no scope', {}, ['both', 'clay', 'many', 'mine', 'outlet', 'tin', 'waiting']],
  ['one store', { stores: ['outlet'] }, ['outlet', 'tin']],
  ['a store that has none', { stores: ['nowhere'] }, []],
  ['no store', { stores: [] }, []],
  ['a seller', { seller: 'clay' }, ['both', 'clay', 'outlet']],
  ['a seller beyond the tenth of an order', { seller: 'seller-11' }, ['many']],
  ['a seller in one store', { stores: ['outlet'], seller: 'clay' }, ['outlet']],
  ['own orders', { assignee: 'user:ana' }, ['mine']],
  ['own orders of somebody without any', { assignee: 'user:an' }, []],
];

describe.each(SCOPES)('a caller with %s', (_name, scope, expected) => {
  it('finds in the list, counts, opens and is told live of the same orders', async () => {
    expect(await listed(scope)).toEqual(expected);
    expect((await tallied(scope)).orders).toBe(expected.length);
    const opened: string[] = [];
    for (const name of Object.keys(placed)) {
      const order = await access.load(caller(scope), id(name));
      expect(await access.loadMany(caller(scope), [id(name)])).toHaveLength(order === null ? 0 : 1);
      if (order !== null) opened.push(name);
    }
    expect(opened.sort()).toEqual(expected);
    expect(await followed(scope)).toEqual(expected);
  });

  it('finds the documents of the same orders', async () => {
    const found = await access.documents(caller(scope), { kind: 'memo', after: null, limit: 100 });
    expect(found.map(({ number }) => number ?? '').sort()).toEqual(expected);
  });

  it('can change those and no others', async () => {
    for (const name of Object.keys(placed)) {
      const command = { type: 'add_note', text: 'seen' } as const;
      const outcome = await access.execute(caller(scope), { orderId: id(name), command, ...sent });
      if (expected.includes(name)) expect(outcome.accepted).toBe(true);
      else {
        expect(refusalOf(outcome)).toBe('order_not_found');
        expect(outcome).not.toHaveProperty('order');
      }
    }
  });
});

describe('filters of a caller', () => {
  it('take away from what it sees and never add to it', async () => {
    expect(await listed({ stores: ['outlet'] }, { store: ['default', 'outlet'] })).toEqual(['outlet', 'tin']);
    expect(await listed({ stores: ['outlet'] }, { store: ['default'] })).toEqual([]);
    expect(await listed({ seller: 'clay' }, { seller: ['glass'] })).toEqual(['both']);
    expect(await listed({ seller: 'clay' }, { seller: ['tin'] })).toEqual([]);
    expect(await listed({ seller: 'clay' }, { store: ['outlet'] })).toEqual(['outlet']);
    expect(await listed({ assignee: 'user:ana' }, { assignee: ['user:bo'] })).toEqual([]);
    expect(await listed({ seller: 'clay' }, { text: 'tin' })).toEqual([]);
  });

  it('count and sum no more than they list', async () => {
    expect(await tallied({ stores: ['outlet'] }, { store: ['default'] })).toMatchObject({ orders: 0, currencies: [] });
    expect(await tallied({ stores: ['outlet'] })).toMatchObject({ currencies: [{ orders: 2, total: 200 }] });
    expect(await tallied({ seller: 'clay' }, { currency: ['EUR'] })).toMatchObject({
      orders: 3,
      currencies: [{ currency: 'EUR', orders: 3, total: 400 }],
    });
  });
});

describe('placing', () => {
  it('goes into the stores of the caller alone', async () => {
    const into = (scope: Partial<OrderScope>) =>
      access.execute(caller(scope), { command: of('default', 'x'), ...sent });
    for (const scope of [{ stores: ['outlet'] }, { seller: 'x' }, { assignee: 'key:test' }]) {
      await expect(into(scope)).rejects.toMatchObject({ code: 'outside_scope' });
    }
  });

  it('goes out in exchange for no one who sees some orders of a store alone', async () => {
    const exchange = { lines: [{ sku: 'TEA-100', quantity: 1 }] };
    const command: Command = { type: 'settle_return', returnId: '1', resolution: 'exchange', exchange };
    for (const scope of [{ seller: 'clay' }, { assignee: 'key:test' }]) {
      const told = access.execute(caller(scope), { command, orderId: id('both'), ...sent });
      await expect(told).rejects.toMatchObject({ code: 'outside_scope' });
    }
  });

  it('fulfils no order that the caller cannot see', async () => {
    const command = placement({ store: 'outlet', workflow: 'fulfillment', fulfils: id('waiting'), payments: [] });
    const outcome = await access.execute(caller({ stores: ['outlet'] }), { command, ...sent });
    expect(refusalOf(outcome)).toBe('reference_unknown');
    acceptedOrder(await access.execute(caller(), { command, ...sent }));
  });
});

describe('a linked order that refuses', () => {
  it('names itself and its status to who may see it, and to nobody else', async () => {
    const execute = async (command: Command, orderId?: string) =>
      access.execute(caller(), { command, ...sent, ...(orderId === undefined ? {} : { orderId }) });
    const market = acceptedOrder(await execute(placement({ workflow: 'marketplace' }))).head.orderId;
    const seller = {
      store: 'outlet',
      workflow: 'fulfillment',
      fulfils: market,
      payments: [],
      incomplete: true,
    } as const;
    const [first, second] = [await execute(placement(seller)), await execute(placement(seller))];
    acceptedOrder(await execute({ type: 'complete_placement' }, acceptedOrder(first).head.orderId));
    const late = {
      orderId: acceptedOrder(second).head.orderId,
      command: { type: 'complete_placement' },
      ...sent,
    } as const;
    expect(await access.execute(caller(), late)).toMatchObject({
      refusal: { refused: 'not_in_this_step', details: { linked: market, status: expect.any(String) as string } },
    });
    const outlet = caller({ stores: ['outlet'] });
    for (const outcome of [await access.execute(outlet, late), await access.preview(outlet, late)]) {
      expect(outcome).toMatchObject({ accepted: false });
      expect('refusal' in outcome && outcome.refusal).toEqual({ refused: 'not_in_this_step' });
    }
  });
});

describe('a request that is sent again', () => {
  it('is not answered once its order has left the scope', async () => {
    const idempotency = { credential: 'test', key: 'once', content: 'c'.repeat(64) };
    const note = { orderId: id('mine'), command: { type: 'add_note', text: 'again' } as const, ...sent, idempotency };
    const own = caller({ assignee: 'user:ana' });
    expect(await access.execute(own, note)).toMatchObject({ accepted: true, replayed: false });
    expect(await access.execute(own, note)).toMatchObject({ accepted: true, replayed: true });
    await access.execute(own, { orderId: id('mine'), command: { type: 'assign', assignee: 'user:bo' }, ...sent });
    expect(refusalOf(await access.execute(own, note))).toBe('order_not_found');
  });
});
