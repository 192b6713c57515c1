import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFollowerPool } from '../src/database/follower.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { type AvataxServer, startAvatax } from './setup/avatax-server.js';
import { createTaxWork } from './tax-work.js';

/** Edits of orders whose tax a service counts: what it is asked when they are made, and what it is told of them then. */

let api: TestApi;
let avatax: AvataxServer;
let follower: ReturnType<typeof createFollowerPool>;
let work: () => Promise<void>;

beforeAll(async () => {
  avatax = await startAvatax();
  api = await createTestApi({ privateCalls: true });
  follower = createFollowerPool(api.database, { max: 4, applicationName: 'test taxes' });
  work = createTaxWork(api, follower);
  await taxing('avatax');
  await send('PUT', 'tax-settings/default/licence-key', { licenceKey: avatax.licenceKey });
});
afterAll(async () => {
  await follower.end();
  await api.end();
  await avatax.close();
});
beforeEach(() => void avatax.asked.splice(0));
afterEach(() => void avatax.next.splice(0));

type Answer = Awaited<ReturnType<TestApi['ask']>>;
interface Line {
  readonly name: string;
  readonly byHand?: readonly string[];
  readonly money: { readonly share: { readonly tax: number } };
}

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  api.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
async function send(method: 'POST' | 'PUT', path: string, body: object) {
  const answer = await ask(method, path, body);
  expect([200, 201, 204], answer.text).toContain(answer.status);
  return answer.body;
}
const taxing = (provider: 'avatax' | 'none') =>
  send('PUT', 'tax-settings/default', {
    provider,
    shipFrom: { country: 'US', region: 'ID', postalCode: '83702', city: 'Boise' },
    taxCodes: { standard: 'P0000000' },
    serviceUrl: avatax.url,
    serviceAccount: avatax.accountId,
    companyCode: 'DOCKET',
  });

/** Nothing of it is in the catalogue. 70.00 of goods and 5.00 of shipping at 8 %. */
const ORDER = {
  currency: 'USD',
  workflow: 'free',
  taxed: true,
  lines: [
    { sku: 'MUG', name: 'Mug', quantity: 2, priceMicros: 20_000_000 },
    { sku: 'POT', name: 'Pot', quantity: 1, priceMicros: 30_000_000 },
  ],
  deliveries: [
    { type: 'delivery', price: 500, address: { country: 'US', state: 'WA', city: 'Seattle', postalCode: '98101' } },
  ],
  payments: [],
  total: 7_500 + 600,
};
const place = async (changes: object = {}) => {
  const { orderId } = await send('POST', 'orders', { ...ORDER, ...changes });
  avatax.asked.splice(0);
  return `orders/${orderId}`;
};
const edit = (order: string, ...changes: readonly object[]): Promise<Answer> =>
  ask('POST', `${order}/edits`, { changes });
const quantity = (lineId: string, pieces: number) => ({ change: 'set_quantity', lineId, quantity: pieces });
const taxesOf = ({ body }: Answer) => (body as unknown as { lines: Line[] }).lines.map(({ money }) => money.share.tax);
const written = () => avatax.asked.map(({ what }) => what.split('?')[0]?.split('/').at(-1));
const kept = (order: string) =>
  [...avatax.kept].flatMap(([key, document]) => (key.includes(order.slice('orders/'.length)) ? [document] : []));
const cents = (amount: number) => Math.round(amount * 100);

describe('an edit of an order that a tax service counted the tax of', () => {
  it('asks it for the order as it will be, and once that is invoiced has the document adjusted by what changes', async () => {
    const order = await place();
    const box = { change: 'add_line', sku: 'BOX', name: 'Box', priceMicros: 10_000_000, quantity: 1 };
    const drafted = await send('POST', `${order}/drafts`, { changes: [quantity('1', 3), box] });
    const { draftId } = drafted as unknown as { draftId: string };
    expect((await ask('GET', `drafts/${draftId}`)).body).toMatchObject({
      preview: { order: { totals: { tax: 840 } } },
    });
    avatax.asked.splice(0);
    const more = await ask('POST', `drafts/${draftId}/confirm`, {});
    expect(more, more.text).toMatchObject({ status: 200, body: { totals: { tax: 840, total: 10_500 + 840 } } });
    expect(written()).toEqual(['create']);
    const asked = avatax.asked[0]?.body as unknown as { lines: { amount: number; description: string }[] };
    expect(asked.lines.map(({ amount }) => amount)).toEqual([60, 30, 10, 5]);

    await send('POST', `${order}/invoices`, {
      number: 'A-1',
      value: 4_000,
      items: [{ lineId: '1', quantity: 1 }],
    });
    await work();
    expect(kept(order)).toMatchObject([{ status: 'Committed', writes: 1 }]);
    const before = kept(order)[0]?.totalAmount ?? 0;
    avatax.asked.splice(0);
    // shipping is borne by what is sold: the share of the invoiced mug becomes another one
    const dearer = await edit(order, { change: 'set_delivery', deliveryId: '1', price: 1_500 });
    expect(dearer, dearer.text).toMatchObject({ status: 200 });
    await work();
    expect(written()).toEqual(['create', 'createoradjust']);
    const [document] = kept(order);
    expect(document).toMatchObject({ status: 'Committed', writes: 2 });
    expect(cents(document?.totalAmount ?? 0)).toBeGreaterThan(cents(before));
  });

  it('asks nobody where it changes nothing that bears tax', async () => {
    const order = await place({ payments: [{ method: 'invoice', amount: 8_100 }] });
    avatax.next.push('silence');
    for (const change of [
      { change: 'set_payment', paymentId: '1', method: 'card' },
      { change: 'set_address', address: { country: 'US', city: 'Boise' } },
      { change: 'set_line_tax', lineId: '2', tax: 100 },
    ]) {
      const answer = await edit(order, change);
      expect(answer.status, answer.text).toBe(200);
    }
    expect(written()).toEqual([]);
  });

  it('is refused where it does not answer or the store has none any more, and is made with a tax by hand', async () => {
    const order = await place();
    const change = [{ change: 'set_address', address: { country: 'US', city: 'Boise' } }, quantity('1', 1)];
    avatax.next.push(503, 503, 503, 503);
    const down = await edit(order, ...change);
    avatax.next.splice(0);
    avatax.asked.splice(0);
    expect(down, down.text).toMatchObject({
      status: 409,
      body: { code: 'tax_unreachable', pointer: '/changes/1' },
    });
    await taxing('none');
    try {
      expect(await edit(order, ...change)).toMatchObject({
        status: 422,
        body: { code: 'tax_refused', pointer: '/changes/1', details: { reason: 'no_provider' } },
      });
      const byHand = await edit(order, ...change, { change: 'set_line_tax', lineId: '1', tax: 160 });
      expect(byHand, byHand.text).toMatchObject({ status: 200, body: { lines: [{ byHand: ['tax'] }, {}] } });
      expect(taxesOf(byHand)[0]).toBe(160);
    } finally {
      await taxing('avatax');
    }
    const later = await edit(order, quantity('2', 2));
    expect(later.status, later.text).toBe(200);
    expect(taxesOf(later)[0]).toBe(160);
    expect(written()).toEqual(['create']);
  });
});

describe('an order that is closed short', () => {
  it('has the fee that goes with its last invoice told to the tax service', async () => {
    const fee = [{ id: 'wrap', kind: 'fee', name: 'Wrapping', amount: 300 }];
    const order = await place({
      workflow: 'complete',
      cancellationWindow: 0,
      adjustments: fee,
      payments: [{ method: 'card', amount: 8_400 }],
      total: 8_400,
    });
    await send('POST', `${order}/payments/1/approve`, {});
    await send('POST', `${order}/start-handling`, {});
    // one mug with its share of shipping and tax, and the wrapping
    await send('POST', `${order}/invoices`, { number: 'F-1', value: 2_614, items: [{ lineId: '1', quantity: 1 }] });
    await work();
    const items = () => kept(order).map(({ transaction }) => transaction.lines.map(({ amount }) => amount));
    expect(items()[0]).not.toContain(3);
    await send('POST', `${order}/close-short`, {});
    await work();
    expect(items()[0]).toContain(3);
  });
});
