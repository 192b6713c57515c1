import type { Command } from '@docket/core/order/commands';
import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { Order } from '@docket/core/order/order';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveProducts } from '../src/catalogue/products.js';
import { withAccounts } from '../src/database/pool.js';
import type { Execute } from '../src/execute.js';
import { setStock } from '../src/stock/stock.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { broken, inTurn, LATER, oneAfterTheOther, raced, type Rival, RIVAL_NAMES, RIVALS } from './rivals.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

/**
 * Two or three processes ask as many things of one order, or of the two orders of a marketplace and its seller, at the same
 * moment. Whatever happens must be what one after the other would have given, in some order; nothing may be half done,
 * and nobody may be told yes for what did not happen.
 */

const START = '2026-03-02T10:00:00.000Z';

const { 'approve payment': approve, 'start handling': handle, 'request cancel': requestCancel, invoice } = RIVALS;
const parcel = { type: 'send_package' } as const satisfies Command;
const part = { type: 'send_package', items: [{ sku: 'mug', quantity: 1 }] } as const satisfies Command;

interface Stage {
  readonly placed: Partial<PlaceOrder>;
  readonly commands: readonly Command[];
}

/** The states in which a race is worth running, by the commands that lead there. */
const STAGES: Record<string, Stage> = {
  'payment pending': { placed: {}, commands: [] },
  'in the window': { placed: { cancellationWindow: 1800 }, commands: [approve] },
  'ready for handling': { placed: {}, commands: [approve] },
  handling: { placed: {}, commands: [approve, handle] },
  'cancellation requested': { placed: {}, commands: [approve, handle, requestCancel] },
  invoiced: { placed: {}, commands: [approve, handle, invoice] },
  'simple, pending': { placed: { workflow: 'simple' }, commands: [] },
  'simple, processing': { placed: { workflow: 'simple' }, commands: [handle] },
  'simple, paid and processing': { placed: { workflow: 'simple' }, commands: [approve, handle] },
  'simple, partially shipped': { placed: { workflow: 'simple' }, commands: [handle, part] },
  'simple, shipped': { placed: { workflow: 'simple' }, commands: [approve, handle, parcel] },
};

/** The same of a marketplace order and the order of its seller: who is asked, and what. */
const LINKED_STAGES: Record<string, readonly ['marketplace' | 'seller', Command][]> = {
  'neither paid nor handled': [],
  'released to its seller': [['marketplace', approve]],
  'handled by its seller': [
    ['marketplace', approve],
    ['seller', handle],
  ],
  'asked to be cancelled': [
    ['marketplace', approve],
    ['seller', handle],
    ['marketplace', requestCancel],
  ],
  'invoiced by its seller': [
    ['marketplace', approve],
    ['seller', handle],
    ['seller', invoice],
  ],
};

let path: WritePath;
let processes: readonly Execute[];
let placedOrders = 0;

beforeAll(async () => {
  path = await openWritePath();
  processes = [path.execute, path.another().execute, path.another().execute];
  await saveProducts(path.database.serving, 'acme', [
    { sku: 'mug', gtin: null, name: 'Mug', priceMicros: 10_000_000, currency: 'EUR', counted: true, place: 'main' },
  ]);
  await setStock(path.database.serving, 'acme', [{ sku: 'mug', place: 'main', onHand: 100_000 }], 'counted', START);
});

afterAll(() => path.close());

async function ask(command: Command, orderId?: string): Promise<Order> {
  if (orderId === undefined) placedOrders += 1;
  return acceptedOrder(await path.execute(asked(command, orderId === undefined ? {} : { orderId })));
}

async function orderAt({ placed, commands }: Stage): Promise<Order> {
  path.clock.now = START;
  let order = await ask(placement(placed));
  for (const command of commands) order = await ask(command, order.head.orderId);
  path.clock.now = LATER;
  return order;
}

const pairs = RIVAL_NAMES.flatMap((first, index, all) => all.slice(index).map((second) => [first, second] as const));

describe.each(Object.entries(STAGES))('an order that is %s', (_name, stage) => {
  it.each(pairs)('ends legal when %s and %s come at once', async (first, second) => {
    const order = await orderAt(stage);
    const { orderId } = order.head;
    const orders = new Map([[orderId, order]]);
    const runners = [
      { orderId, rival: first },
      { orderId, rival: second },
    ] as const;
    expect(oneAfterTheOther(orders, runners)).toContainEqual(await raced(path, processes, orders, runners));
  });
});

async function pairAt(commands: readonly ['marketplace' | 'seller', Command][]) {
  path.clock.now = START;
  const marketplace = (await ask(placement({ workflow: 'marketplace' }))).head.orderId;
  const seller = (await ask(placement({ workflow: 'fulfillment', payments: [], fulfils: marketplace }))).head.orderId;
  for (const [side, command] of commands) await ask(command, side === 'seller' ? seller : marketplace);
  path.clock.now = LATER;
  const orders = new Map<string, Order>();
  // a command without effect on it answers with the order as it stands
  for (const orderId of [marketplace, seller]) {
    orders.set(orderId, await ask({ type: 'change_tags', add: [] }, orderId));
  }
  return { marketplace, seller, orders };
}

const acrossPairs = RIVAL_NAMES.flatMap((first): (readonly [Rival, Rival])[] =>
  RIVAL_NAMES.map((second) => [first, second]),
);

describe.each(Object.entries(LINKED_STAGES))('a marketplace order that is %s', (_name, commands) => {
  it.each(acrossPairs)('agrees with it when the marketplace gets %s and the seller %s', async (first, second) => {
    const { marketplace, seller, orders } = await pairAt(commands);
    const runners = [
      { orderId: marketplace, rival: first },
      { orderId: seller, rival: second },
    ] as const;
    expect(oneAfterTheOther(orders, runners)).toContainEqual(await raced(path, processes, orders, runners));
  });
});

describe('an edit that lowers the total and an invoice for the whole of it, at once', () => {
  it('never leave an invoice above the total, whoever comes first (pain 2.2)', async () => {
    const answers = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const order = await orderAt({ placed: {}, commands: [approve, handle] });
      const { orderId } = order.head;
      const [line] = order.lines;
      const less = { change: 'set_quantity', lineId: line?.id ?? '', quantity: 1 } as const;
      const [edited, invoiced] = await Promise.all([
        processes[round % 2]?.(asked({ type: 'edit_order', changes: [less] }, { orderId })),
        processes[(round + 1) % 2]?.(asked(invoice, { orderId })),
      ]);
      answers.add(`${String(edited?.accepted)} ${String(invoiced?.accepted)}`);
      const { head, documents } = await ask({ type: 'change_tags', add: [] }, orderId);
      const papers = Object.values(documents.invoice).reduce((sum, { value }) => sum + value, 0);
      expect(papers).toBeLessThanOrEqual(head.totals.total);
    }
    expect([...answers].filter((answer) => answer === 'true true' || answer === 'false false')).toEqual([]);
  });
});

const threeOf = <T>(each: readonly T[]): readonly (readonly T[])[] =>
  each.flatMap((first) => each.flatMap((second) => each.map((third) => [first, second, third])));

describe('any three of the ten, one after the other', () => {
  it.each(Object.entries(STAGES))('leave nothing wrong with an order that is %s', async (_name, stage) => {
    const order = await orderAt(stage);
    const { orderId } = order.head;
    for (const three of threeOf(RIVAL_NAMES)) {
      const { orders } = inTurn(
        new Map([[orderId, order]]),
        three.map((rival) => ({ orderId, rival })),
      );
      expect(broken(orders), three.join(', ')).toEqual([]);
    }
  });

  it.each(Object.entries(LINKED_STAGES))('nor with a pair of which the marketplace is %s', async (_name, commands) => {
    const { marketplace, seller, orders } = await pairAt(commands);
    const runners = [marketplace, seller].flatMap((orderId) => RIVAL_NAMES.map((rival) => ({ orderId, rival })));
    for (const three of threeOf(runners)) {
      expect(broken(inTurn(orders, three).orders), JSON.stringify(three)).toEqual([]);
    }
  });
});

/** Three runners, each at one of so many orders; the same ones from the same seed (a linear congruence, Numerical Recipes). */
function seededTriples(count: number, orders: number, seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return Array.from({ length: count }, () =>
    [0, 1, 2].map(() => ({ rival: RIVAL_NAMES[below(RIVAL_NAMES.length)] as Rival, at: below(orders) })),
  );
}

const told = (triple: readonly { readonly rival: Rival }[]): string => triple.map(({ rival }) => rival).join(', ');

describe.each(Object.entries(STAGES))('an order that is %s', (_name, stage) => {
  const triples = seededTriples(30, 1, 1).map((triple) => [told(triple), triple] as const);
  it.each(triples)('ends legal when three come at once: %s', async (_told, triple) => {
    const order = await orderAt(stage);
    const { orderId } = order.head;
    const orders = new Map([[orderId, order]]);
    const runners = triple.map(({ rival }) => ({ orderId, rival }));
    expect(oneAfterTheOther(orders, runners)).toContainEqual(await raced(path, processes, orders, runners));
  });
});

describe.each(Object.entries(LINKED_STAGES))('a marketplace order that is %s', (_name, commands) => {
  const triples = seededTriples(34, 2, 2).map((triple) => [told(triple), triple] as const);
  it.each(triples)('agrees with that of its seller when three come at once: %s', async (_told, triple) => {
    const { marketplace, seller, orders } = await pairAt(commands);
    const runners = triple.map(({ rival, at }) => ({ orderId: at === 0 ? marketplace : seller, rival }));
    expect(oneAfterTheOther(orders, runners)).toContainEqual(await raced(path, processes, orders, runners));
  });
});

describe('after all races', () => {
  it('the log, the states, the lists and the stock agree', async () => {
    const report = await withAccounts(path.database.serving, ['acme'], (client) =>
      verifyAccount(client, path.log.keys, 'acme', 5),
    );
    expect(report.findings).toEqual([]);
    expect(report.orders).toBe(placedOrders);
  });
});
