import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../setup/api.js';
import { type HookReceiver, startHookReceiver } from '../setup/hook-receiver.js';
import { BASKET, place } from './baskets.js';
import { type Ids, keep, type Pair, pairsOf, play } from './golden.js';
import { orderIn } from './orders-in-every-state.js';

/** Golden pairs of what is not done to one order: lists, placing, feeds and hooks. */

let api: TestApi;
let receiver: HookReceiver;
beforeAll(async () => {
  api = await createTestApi({ privateCalls: true });
  receiver = await startHookReceiver();
});
afterAll(async () => {
  await receiver.close();
  await api.end();
});

const FEED = '/api/orders/feed/config';
const HOOK = '/api/orders/hook/config';
let pushes = 0;

async function cancelled(orderId: string): Promise<void> {
  for (let call = 0; call < 2; call += 1) await api.ask('POST', `/api/oms/pvt/orders/${orderId}/cancel`);
}

/** Each state of affairs with the ids that a pair names: what stands first is in the answers of every run another. */
const GIVEN: Readonly<Record<string, () => Promise<readonly (readonly [id: string, name: string])[]>>> = {
  async basket() {
    const headers = { 'idempotency-key': 'golden-basket' };
    const { body } = await api.ask('PUT', '/api/checkout/pub/orders', { body: BASKET, headers });
    const placed = body as unknown as Awaited<ReturnType<typeof place>>;
    const [order] = placed.orders;
    const [transaction] = placed.transactionData.merchantTransactions;
    return [
      [transaction?.transactionId ?? '', '<transaction>'],
      [order?.orderGroup ?? '', '<group>'],
    ];
  },
  async 'ended basket'() {
    const { orders } = await place(api, BASKET);
    const group = orders[0]?.orderGroup ?? '';
    await api.ask('POST', `/api/checkout/pub/gatewayCallback/${group}`);
    await cancelled(`${group}-01`);
    return [[group, '<group>']];
  },
  async pushed() {
    const number = `90${(pushes += 1)}`;
    const [line] = BASKET.items;
    const body = {
      marketplaceOrderId: number,
      marketplacePaymentValue: 8940,
      items: [{ id: line.id, quantity: 2, seller: '1', price: 4000 }],
      clientProfileData: BASKET.clientProfileData,
      shippingData: BASKET.shippingData,
    };
    const { status, text } = await api.ask('POST', '/api/fulfillment/pvt/orders?sc=1&affiliateId=SLR', { body });
    expect(status, text).toBe(200);
    return [[number, '<pushed>']];
  },
  async 'ended push'() {
    const ids = (await GIVEN['pushed']?.()) ?? [];
    await cancelled(`SLR-${ids[0]?.[0] ?? ''}`);
    return ids;
  },
  async 'a feed'() {
    const filter = { type: 'FromWorkflow', status: ['ready-for-handling', 'canceled'] };
    await api.ask('POST', FEED, { body: { filter, queue: { visibilityTimeoutInSeconds: 240 } } });
    return [];
  },
  async 'an item'() {
    await GIVEN['a feed']?.();
    await api.database.owner.query(
      `insert into feed_items (account, feed, sequence, seq, order_id, version, domain, state, last_state, last_change,
                               current_change, created_at, visible_at)
       select account, feed, 1, 1, '1480000500000-01', 3, 'Fulfillment', 'ready-for-handling', 'window-to-cancel',
              '2026-03-02T10:54:01.134Z', '2026-03-02T10:54:23.715Z', '2026-03-02Z', '2026-03-02Z' from feeds`,
    );
    return [];
  },
  async 'a hook'() {
    const filter = { type: 'FromWorkflow', status: ['invoiced'] };
    await api.ask('POST', HOOK, { body: { filter, hook: { url: receiver.url } } });
    return [];
  },
};

async function givenIds(given: string): Promise<Ids> {
  const way = GIVEN[given];
  const orderId = given === 'none' || way !== undefined ? 'none' : await orderIn(api, given);
  const found = new Map(await way?.());
  if (orderId === 'none') return { orderId, others: found.set(receiver.url, '<receiver>') };
  const { body } = await api.ask('GET', `/api/v1/admin/orders/${orderId}`);
  const { sequence } = body as unknown as { sequence: number };
  return { orderId, others: found.set(orderId.slice(0, 13), '<group>').set(String(sequence), '<sequence>') };
}

describe.each(['lists', 'placing', 'feeds'])('golden pairs of %s', (name) => {
  const kept: Pair[] = [];
  afterAll(() => keep(name, kept));
  it.each(pairsOf(name))('$name ($given)', async (pair) => {
    for (const path of [FEED, HOOK]) await api.ask('DELETE', path);
    const answer = await play(api, pair, await givenIds(pair.given));
    kept.push({ ...pair, ...(answer === undefined ? {} : { answer }) });
  });
});
