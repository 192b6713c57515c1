import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRow } from '../../src/api/vtex/list-row.js';
import { orderDocument } from '../../src/api/vtex/order-document.js';
import { createTestApi, type TestApi } from '../setup/api.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from '../write-path.js';
import { BASKET } from './baskets.js';
import { orderIn } from './orders-in-every-state.js';

/** What a sender writes into fields that the order carries: refused where it comes in, and never a reason not to show an order. */

let api: TestApi;
let path: WritePath;
beforeAll(async () => {
  [api, path] = await Promise.all([createTestApi(), openWritePath()]);
});
afterAll(async () => {
  await Promise.all([api.end(), path.close()]);
});

const long = 'x'.repeat(2_001);
const INVOICE = { type: 'Output', invoiceNumber: 'A1', invoiceValue: 8140 };
const item = { id: '310', quantity: 2, price: 3600 };

describe('an invoice', () => {
  it.each([
    [{ volumes: '2 boxes' }],
    [{ volumes: 1.5 }],
    [{ cfop: long }],
    [{ items: [{ ...item, price: 800.5 }] }],
    [{ items: [{ ...item, price: 'dear' }] }],
    [{ items: [{ ...item, description: long }] }],
  ])('with %j is refused, and nothing is written', async (more) => {
    const orderId = await orderIn(api, 'handling');
    const order = `/api/oms/pvt/orders/${orderId}`;
    for (const type of ['Output', 'Input']) {
      const answer = await api.ask('POST', `${order}/invoice`, { body: { ...INVOICE, type, ...more } });
      expect(answer.status, answer.text).toBe(400);
    }
    const read = await api.ask('GET', order);
    expect(read).toMatchObject({ status: 200, body: { status: 'handling', packageAttachment: { packages: [] } } });
  });
});

describe('a basket', () => {
  it.each([
    [{ items: [{ ...BASKET.items[0], refId: long }] }],
    [{ items: [{ ...BASKET.items[0], uniqueId: long }] }],
    [{ followUpEmail: long }],
    [{ giftRegistryData: { giftRegistryId: long } }],
    [{ callCenterOperatorData: { userName: long } }],
  ])('with a text that is too long is refused, and no order is placed', async (more) => {
    const count = async (): Promise<unknown> =>
      ((await api.ask('GET', '/api/oms/pvt/orders?incompleteOrders=true')).body as unknown as { paging: object })
        .paging;
    const before = await count();
    const answer = await api.ask('PUT', '/api/checkout/pub/orders', { body: { ...BASKET, ...more } });
    expect(answer.status, answer.text).toBe(400);
    expect(await count()).toEqual(before);
  });
});

it('an order shows what came in by another way, whatever it is', async () => {
  const odd = { volumes: '2 boxes', cfop: long, items: [{ id: 'mug', price: 800.5, description: long }] };
  const vtex = {
    followUpEmail: long,
    shippingData: { logisticsInfo: [1e15, 2.5, 'dear'].map((price) => ({ price, sellingPrice: price })) },
    paymentData: { payments: [{ id: 'p1', value: 'dear', paymentSystemName: long }] },
    giftRegistryData: { giftRegistryId: long },
  };
  const lines = [
    { sku: 'mug', name: 'Mug', quantity: 2, priceMicros: 10_000_000, attachments: { vtex: { refId: long } } },
    { sku: 'pen', name: 'Pen', quantity: 1, priceMicros: 5_000_000 },
  ];
  const { orderId } = acceptedOrder(await path.execute(asked(placement({ lines, attachments: { vtex } })))).head;
  for (const command of [
    { type: 'approve_payment', paymentId: 'p1' },
    { type: 'start_handling' },
    { type: 'issue_invoice', number: 'A1', value: 2500, attachments: { vtex: odd } },
    { type: 'issue_return_invoice', number: 'R1', value: 100, attachments: { vtex: odd } },
  ] as const) {
    const order = acceptedOrder(await path.execute(asked(command, { orderId })));
    expect(listRow(order)).toMatchObject({ listId: long, paymentNames: long });
    expect(orderDocument(order)).toMatchObject({ followUpEmail: long, items: [{ refId: long }, {}] });
    if (command.type !== 'issue_return_invoice') continue;
    const paper = { volumes: null, cfop: long };
    const document = orderDocument(order);
    expect(document).toMatchObject({
      packageAttachment: { packages: [{ ...paper, items: [{ price: 1000 }, {}] }, paper] },
    });
  }
});
