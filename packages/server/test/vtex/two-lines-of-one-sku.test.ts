import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from '../setup/api.js';
import { MUGS } from './orders-in-every-state.js';

/** Two lines of one SKU at 36.00 and 40.00: invoices name SKUs, and mean lines (vtex-oms §8.3). */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const { discountMicros: _discount, ...dear } = MUGS.lines[0];

interface Document {
  readonly items: readonly { readonly uniqueId: string; readonly sellingPrice: number }[];
  readonly packageAttachment: { readonly packages: readonly { readonly items: readonly object[] }[] };
}

async function handled(): Promise<string> {
  const body = {
    ...MUGS, lines: [...MUGS.lines, dear], total: 16_140, payments: [{ ...MUGS.payments[0], amount: 16_140 }],
  }; // prettier-ignore
  const placed = await api.ask('POST', `${ADMIN}/orders`, { body });
  expect(placed.status, placed.text).toBe(201);
  const { orderId } = placed.body;
  await api.ask('POST', `${ADMIN}/orders/${orderId}/payments/P1/approve`);
  await api.ask('POST', `/api/oms/pvt/orders/${orderId}/start-handling`);
  return orderId;
}
const read = async (orderId: string): Promise<Document> =>
  (await api.ask('GET', `/api/oms/pvt/orders/${orderId}`)).body as unknown as Document;
async function invoiced(
  orderId: string,
  invoiceNumber: string,
  invoiceValue: number,
  items: object[],
): Promise<object[]> {
  const body = { type: 'Output', invoiceNumber, invoiceValue, items };
  const answer = await api.ask('POST', `/api/oms/pvt/orders/${orderId}/invoice`, { body });
  expect(answer.status, answer.text).toBe(200);
  return [...((await read(orderId)).packageAttachment.packages.at(-1)?.items ?? [])];
}

it('the price tells which one an item means, and each line keeps its own words', async () => {
  const orderId = await handled();
  const [first, second] = [
    { id: '310', quantity: 1, price: 4000, description: 'dear' },
    { id: '310', quantity: 1, price: 3600, description: 'cheap' },
  ];
  expect(await invoiced(orderId, 'A1', 4000, [first])).toMatchObject([
    { itemIndex: 1, price: 4000, description: 'dear' },
  ]);
  expect(await invoiced(orderId, 'A2', 7600, [first, second])).toMatchObject([
    { itemIndex: 0, quantity: 1, price: 3600, description: 'cheap' },
    { itemIndex: 1, quantity: 1, price: 4000, description: 'dear' },
  ]);
});

it('the unique id tells it before the price does, and what is more than fits goes to the other', async () => {
  const orderId = await handled();
  const uniqueId = (await read(orderId)).items[1]?.uniqueId;
  const item = { id: '310', quantity: 1, price: 3600, uniqueId };
  expect(await invoiced(orderId, 'A1', 3600, [item])).toMatchObject([{ itemIndex: 1, quantity: 1, price: 3600 }]);
  expect(await invoiced(orderId, 'A2', 10_800, [{ ...item, quantity: 3 }])).toMatchObject([
    { itemIndex: 0, quantity: 2 },
    { itemIndex: 1, quantity: 1 },
  ]);
});
