import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { place, rows } from './shoppers.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  for (const sku of ['MUG', 'CUP'])
    await api.ask('PUT', `${ADMIN}/products/${sku}`, {
      body: { name: sku, counted: true, priceMicros: 40_000_000, currency: 'EUR' },
    });
  const items = ['MUG', 'CUP'].map((sku) => ({ sku, place: 'main', onHand: 100 }));
  await api.ask('POST', `${ADMIN}/stock`, { body: { items } });
});
afterAll(() => api.end());

interface Shown {
  readonly lines: readonly { readonly handedOver?: number; readonly refundedOfCancelled?: number }[];
  readonly returns: readonly {
    readonly status: string;
    readonly worth: number;
    readonly settlements: readonly { readonly value: number }[];
  }[];
}

const send = async (orderId: string, path: string, body: object = {}): Promise<Shown> => {
  const answer = await api.ask('POST', `${ADMIN}/orders/${orderId}${path}`, { body });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
  return answer.body as unknown as Shown;
};
/** Two mugs and a cup at 40.00 and 5.00 shipping, paid. */
async function paid(workflow: string): Promise<string> {
  const orderId = await place(api, {
    workflow,
    lines: [
      { sku: 'MUG', quantity: 2 },
      { sku: 'CUP', quantity: 1 },
    ],
    deliveries: [{ type: 'delivery', price: 500, address: { country: 'AT' } }],
    payments: [{ method: 'card', amount: 12_500 }],
    total: 12_500,
  });
  await send(orderId, '/payments/1/approve');
  return orderId;
}
async function inspected(orderId: string, restock: boolean): Promise<Shown> {
  await send(orderId, '/returns', { items: [{ lineId: '1', quantity: 1, reason: 'no_longer_needed' }] });
  await send(orderId, '/returns/1/authorise');
  await send(orderId, '/returns/1/receipts');
  return send(orderId, '/returns/1/inspections', { items: [{ lineId: '1', accepted: 1, rejected: 0, restock }] });
}
const mugs = async () =>
  (
    await rows<{ on_hand: number; confirmed: number }>(
      api,
      "select on_hand, confirmed from stock where account = 'default' and sku = 'MUG'",
    )
  )[0];

describe('what a return is worth', () => {
  it('is shown and given alike of goods that went in no parcel, and the shelf gets back what left it', async () => {
    const orderId = await paid('free');
    await send(orderId, '/invoices', { number: `F-${orderId}`, value: 12_500 });
    const before = await mugs();
    const arrived = await send(orderId, '/delivered');
    expect(arrived.lines.map(({ handedOver }) => handedOver)).toEqual([2, 1]);
    expect(await mugs()).toEqual({ on_hand: (before?.on_hand ?? 0) - 2, confirmed: (before?.confirmed ?? 0) - 2 });
    const shown = await inspected(orderId, true);
    expect(shown.returns[0]?.worth).toBe(4_000);
    expect((await mugs())?.on_hand).toBe((before?.on_hand ?? 0) - 1);
    const { returns } = await send(orderId, '/returns/1/settle', { resolution: 'refund' });
    expect(returns).toMatchObject([{ status: 'settled', worth: 0, settlements: [{ value: 4_000 }] }]);
  });

  it('is nothing of a piece that was refunded by name, and counts one that was refunded and never sent once', async () => {
    const one = { items: [{ lineId: '1', quantity: 1 }] };
    const sentFirst = await paid('simple');
    const refundedFirst = await paid('simple');
    for (const orderId of [sentFirst, refundedFirst]) {
      await send(orderId, '/start-handling');
      if (orderId === refundedFirst) await send(orderId, '/refund', one);
      await send(orderId, '/packages', { items: [...one.items, { lineId: '2', quantity: 1 }] });
      const { lines } = await send(orderId, '/close-short');
      expect(lines[0]?.refundedOfCancelled).toBe(orderId === refundedFirst ? 4_000 : undefined);
      if (orderId === sentFirst) await send(orderId, '/refund', one);
      await send(orderId, '/delivered');
    }
    expect((await inspected(sentFirst, false)).returns[0]?.worth).toBe(0);
    expect((await inspected(refundedFirst, false)).returns[0]?.worth).toBe(4_000);
  });

  it('leaves a return of which a part came to be expected', async () => {
    const orderId = await paid('simple');
    await send(orderId, '/start-handling');
    await send(orderId, '/packages');
    await send(orderId, '/delivered');
    await send(orderId, '/returns', { items: [{ lineId: '1', quantity: 2, reason: 'no_longer_needed' }] });
    await send(orderId, '/returns/1/authorise');
    await send(orderId, '/returns/1/receipts', { items: [{ lineId: '1', quantity: 1 }] });
    await send(orderId, '/returns/1/inspections', {
      items: [{ lineId: '1', accepted: 0, rejected: 1, reason: 'worn' }],
    });
    const kinds = (await api.ask('GET', `${ADMIN}/document-kinds`)).body as unknown as {
      items: { kind: string; work: { work: string; states: string[] }[] }[];
    };
    const expected = kinds.items
      .find(({ kind }) => kind === 'return')
      ?.work.find(({ work }) => work === 'expect')
      ?.states.map((state) => `status=${state}`);
    const found = await api.ask(
      'GET',
      `${ADMIN}/documents?kind=return&orderId=${orderId}&${expected?.join('&') ?? ''}`,
    );
    expect(found.body.items).toMatchObject([{ status: 'partly_received' }]);
  });
});
