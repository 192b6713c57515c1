import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { ADMIN, createTestApi, TEST_SECRET, type TestApi } from './setup/api.js';

/** Coupons of one promotion, one put in the place of the other by edits: each is counted by the orders that hold it. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await send('POST', '/products', {
    items: [{ sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR', counted: false }],
  });
  await send('PUT', '/promotions/ten', { name: 'Ten off', currency: 'EUR', reward: TEN, needsCoupon: true });
  for (const coupon of ['TENNER', 'OTHER', 'ALPHA'])
    await send('PUT', `/coupons/${coupon}`, { promotion: 'ten', maxUses: 1 });
});
afterAll(() => api.end());

const TEN = { kind: 'amount', target: 'order', amount: 1000 };
const ORDER = { currency: 'EUR', lines: [{ sku: 'MUG', quantity: 2 }], cancellationWindow: 0, total: 8000 };

const ask = (method: 'POST' | 'PUT', path: string, body: object) => api.ask(method, `${ADMIN}${path}`, { body });
async function send(method: 'POST' | 'PUT', path: string, body: object) {
  const answer = await ask(method, path, body);
  expect([200, 201], answer.text).toContain(answer.status);
  return answer.body;
}
const place = async (changes: object = {}): Promise<string> =>
  `/orders/${(await send('POST', '/orders', { ...ORDER, customerId: 'ana', ...changes })).orderId}`;
const edit = (order: string, ...changes: readonly object[]) => ask('POST', `${order}/edits`, { changes });
const apply = (coupon: string) => ({ change: 'apply_coupon', coupon });
const remove = (coupon: string) => ({ change: 'remove_coupon', coupon });
async function cancel(order: string): Promise<void> {
  await send('POST', `${order}/cancellation/request`, {});
  await send('POST', `${order}/cancellation/confirm`, {});
}
/** Counted uses of all customers together. */
async function uses(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await api.database.owner.query<{ id: string; uses: string }>(
    `select id, uses from (select set_config('docket.accounts', 'default', false)) s, use_counters where customer = ''`,
  );
  return Object.fromEntries(rows.map((row) => [row.id, Number(row.uses)]));
}
const verified = () =>
  withAccounts(api.database.serving, ['default'], (client) =>
    verifyAccount(client, createPersonalKeys(TEST_SECRET), 'default', 10),
  );

describe('a coupon in the place of another one of its promotion', () => {
  it('is counted, and the other one is free again, whether both change in one edit or one after the other', async () => {
    const order = await place();
    expect((await edit(order, apply('TENNER'))).status).toBe(200);
    const swapped = await edit(order, remove('TENNER'), apply('OTHER'));
    expect(swapped, swapped.text).toMatchObject({
      status: 200,
      body: { totals: { total: 7000 }, promotions: [{ promotion: 'ten', coupon: 'OTHER' }] },
    });
    expect(await uses()).toMatchObject({ ten: 1, TENNER: 0, OTHER: 1 });

    const second = await place();
    expect(await edit(second, apply('OTHER'))).toMatchObject({ status: 409, body: { code: 'coupon_not_applied' } });
    expect((await edit(second, apply('TENNER'))).status).toBe(200);
    await edit(second, remove('TENNER'));
    expect((await edit(second, apply('ALPHA'))).status).toBe(200);
    expect(await uses()).toMatchObject({ ten: 2, TENNER: 0, OTHER: 1, ALPHA: 1 });
    expect(await verified()).toMatchObject({ findings: [] });

    await cancel(order);
    await cancel(second);
    expect(await uses()).toMatchObject({ ten: 0, TENNER: 0, OTHER: 0, ALPHA: 0 });
    expect(await verified()).toMatchObject({ findings: [] });
  });

  it('gives the other one back where it comes beside it and is the one that is taken', async () => {
    const order = await place();
    await edit(order, apply('OTHER'));
    // of two good coupons of one promotion that with the smaller code is taken
    expect((await edit(order, apply('ALPHA'))).body).toMatchObject({
      promotions: [{ promotion: 'ten', coupon: 'ALPHA' }],
    });
    expect(await uses()).toMatchObject({ ten: 1, OTHER: 0, ALPHA: 1 });
    await cancel(order);
    expect(await uses()).toMatchObject({ ten: 0, OTHER: 0, ALPHA: 0 });
    expect(await verified()).toMatchObject({ findings: [] });
  });
});

describe('a coupon that took the place of another one when that was not counted yet', () => {
  /** As it was left before swaps were counted: the use names the coupon before, and that one is the one that is counted. */
  async function swapped(): Promise<string> {
    const order = await place();
    expect((await edit(order, apply('TENNER'))).status).toBe(200);
    expect((await edit(order, remove('TENNER'), apply('OTHER'))).status).toBe(200);
    await owner(`update promotion_uses set coupon = 'TENNER' where order_id = '${order.slice('/orders/'.length)}'`);
    for (const [coupon, counted] of [
      ['TENNER', 1],
      ['OTHER', 0],
    ] as const)
      await owner(`update use_counters set uses = ${counted} where kind = 'coupon' and id = '${coupon}'`);
    expect((await verified()).findings).not.toEqual([]);
    return order;
  }
  const owner = (text: string) =>
    api.database.owner.query(`begin; set local docket.accounts = 'default'; ${text}; commit`);
  const upgrade = () =>
    api.database.owner.query(readFileSync(new URL('../migrations/275_uses_as_held.sql', import.meta.url), 'utf8'));

  it('gives back what was counted when its order is cancelled, and is swapped again like any other', async () => {
    await cancel(await swapped());
    expect(await uses()).toMatchObject({ ten: 0, TENNER: 0, OTHER: 0 });
    expect(await verified()).toMatchObject({ findings: [] });

    const order = await swapped();
    expect((await edit(order, remove('OTHER'), apply('ALPHA'))).status).toBe(200);
    expect(await uses()).toMatchObject({ ten: 1, TENNER: 0, OTHER: 0, ALPHA: 1 });
    expect(await verified()).toMatchObject({ findings: [] });
    await cancel(order);
  });

  it('is counted in the place of the other from the upgrade on, and so is what was cancelled before it', async () => {
    const order = await swapped();
    await upgrade();
    expect(await uses()).toMatchObject({ ten: 1, TENNER: 0, OTHER: 1 });
    expect(await verified()).toMatchObject({ findings: [] });

    await cancel(order);
    await owner(
      `update promotion_uses set given_back = null, coupon = 'TENNER' where order_id = '${order.slice('/orders/'.length)}'`,
    );
    await owner(`update use_counters set uses = 1 where kind = 'coupon' and id = 'TENNER'`);
    await upgrade();
    expect(await uses()).toMatchObject({ ten: 0, TENNER: 0, OTHER: 0 });
    expect(await verified()).toMatchObject({ findings: [] });
  });
});
