import type { Command } from '@docket/core/order/commands';
import type { Order } from '@docket/core/order/order';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveProducts } from '../src/catalogue/products.js';
import { withAccounts } from '../src/database/pool.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { setStock } from '../src/stock/stock.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { broken, GOODS_RIVALS, type GoodsRival, LATER, oneAfterTheOther, raced, RIVALS, type Rival } from './rivals.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

/**
 * Goods that come back and goods that are packed, asked about by two processes at the same moment: what comes of it is what
 * one after the other would have given. No piece is taken back, paid back, packed or sent twice.
 */

const START = '2026-03-02T10:00:00.000Z';

let path: WritePath;
let processes: readonly Pick<WritePath, 'execute' | 'executeConsignment'>[];

beforeAll(async () => {
  path = await openWritePath();
  processes = [path, path.another()];
  await saveProducts(path.database.serving, 'acme', [
    { sku: 'mug', gtin: null, name: 'Mug', priceMicros: 10_000_000, currency: 'EUR', counted: true, place: 'main' },
  ]);
  await setStock(path.database.serving, 'acme', [{ sku: 'mug', place: 'main', onHand: 100_000 }], 'counted', START);
});
afterAll(() => path.close());

const { 'approve payment': approve, 'start handling': handle } = RIVALS;
const {
  'request return': request,
  'authorise return': authorise,
  'receive return': receive,
  'inspect return': inspect,
  pack,
} = GOODS_RIVALS;
const handled = [approve, handle] as const;
const arrived = [...handled, { type: 'send_package' }, { type: 'mark_delivered' }] as const;
const planned = [...handled, { type: 'plan_shipment' }] as const;
const packed = [...planned, pack, { type: 'pack_package', shipmentId: '1', packageId: 'B', items: [] }] as const;

async function orderAt(commands: readonly Command[]): Promise<Order> {
  path.clock.now = START;
  let order = acceptedOrder(await path.execute(asked(placement({ workflow: 'simple' }))));
  const { orderId } = order.head;
  for (const command of commands) order = acceptedOrder(await path.execute(asked(command, { orderId })));
  path.clock.now = LATER;
  return order;
}

const pairsOf = <Name>(names: readonly Name[]): readonly (readonly [Name, Name])[] =>
  names.flatMap((first, index) => names.slice(index).map((second) => [first, second] as const));

async function race(
  commands: readonly Command[],
  first: Rival | GoodsRival,
  second: Rival | GoodsRival,
): Promise<void> {
  const order = await orderAt(commands);
  const { orderId } = order.head;
  const orders = new Map([[orderId, order]]);
  const runners = [first, second].map((rival) => ({ orderId, rival }));
  const executes = processes.map(({ execute }) => execute);
  expect(oneAfterTheOther(orders, runners)).toContainEqual(await raced(path, executes, orders, runners));
  const stored = await loadOrder(path.log, 'acme', orderId);
  expect(broken(stored === null ? [] : [stored.order])).toEqual([]);
}

const RETURNS: Record<string, readonly Command[]> = {
  'arrived and is not asked about': arrived,
  'are asked back': [...arrived, request],
  'came back': [...arrived, request, authorise, receive],
  'came back and were looked at': [...arrived, request, authorise, receive, inspect],
};
const OF_RETURNS = [
  'request return',
  'authorise return',
  'receive return',
  'inspect return',
  'settle return',
  'close return',
  'withdraw return',
  'return invoice',
] as const;

describe.each(Object.entries(RETURNS))('goods that %s', (_name, commands) => {
  it.each(pairsOf(OF_RETURNS))('are taken back and paid back once when %s and %s come at once', (first, second) =>
    race(commands, first, second),
  );
});

const PACKING: Record<string, readonly Command[]> = {
  'is planned': planned,
  'is packed in part': packed,
  'is packed and left in part': [
    ...packed,
    { type: 'send_package', shipmentId: '1', items: [{ sku: 'pen', quantity: 1 }] },
  ],
};
const OF_PACKING = [
  'pack',
  'pack the rest',
  'move to another package',
  'unpack',
  'send package',
  'send shipment',
  'cancel shipment',
] as const;

describe.each(Object.entries(PACKING))('a shipment that %s', (_name, commands) => {
  it.each(pairsOf(OF_PACKING))('holds every piece once when %s and %s come at once', (first, second) =>
    race(commands, first, second),
  );
});

/** What leaves a consignment nothing of the shipment. */
const TAKES_IT_OUT: ReadonlySet<GoodsRival> = new Set(['send package', 'send shipment', 'cancel shipment']);

describe('a consignment that is handed over', () => {
  it.each(OF_PACKING)('leaves with every piece once when %s comes at once', async (rival) => {
    for (let round = 0; round < 4; round += 1) {
      const order = await orderAt(round % 2 === 0 ? planned : packed);
      const { orderId } = order.head;
      const staff = { account: 'acme', actor: { kind: 'staff', id: 'staff:ana' }, reason: 'a test' } as const;
      const create = { type: 'create_consignment', members: [{ orderId, shipmentId: '1' }] } as const;
      const created = await path.executeConsignment({ ...staff, command: create });
      if (!created.accepted) throw new Error(JSON.stringify(created.refusal));
      const { consignmentId } = created.consignment;
      const [one, other] = round < 2 ? processes : [processes[1], processes[0]];
      const [handover, rivalled] = await Promise.all([
        one?.executeConsignment({ ...staff, consignmentId, command: { type: 'hand_over_consignment' } }),
        other?.execute(asked(GOODS_RIVALS[rival], { orderId })),
      ]);
      const after = (await loadOrder(path.log, 'acme', orderId))?.order as Order;
      const parcels = Object.values(after.documents.package);
      // whoever took the shipment out of it first left it nothing to hand over
      expect(parcels.filter((parcel) => parcel.consignmentId === consignmentId)).toHaveLength(
        handover?.accepted === true ? 1 : 0,
      );
      expect(handover?.accepted).toBe(!(TAKES_IT_OUT.has(rival) && rivalled?.accepted === true));
      const sent = (lineId: string): number =>
        parcels
          .flatMap(({ items }) => items)
          .reduce((sum, item) => sum + (item.lineId === lineId ? item.quantity : 0), 0);
      for (const line of after.lines) {
        expect(line.shipped).toBe(sent(line.id));
        expect(line.shipped).toBeLessThanOrEqual(line.quantity);
      }
      expect(broken([after])).toEqual([]);
    }
  });
});

describe('after all races', () => {
  it('the log, the states, the lists and the stock agree', async () => {
    const report = await withAccounts(path.database.serving, ['acme'], (client) =>
      verifyAccount(client, path.log.keys, 'acme', 5),
    );
    expect(report.findings).toEqual([]);
  });
});
