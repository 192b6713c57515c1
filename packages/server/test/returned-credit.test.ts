import type { Order } from '@docket/core/order/order';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../src/database/pool.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { createTaskDrain, type GiveCredit, orderTimerHandler } from '../src/followers/drain-tasks.js';
import { createCredits } from '../src/store-credit/credits.js';
import { createCreditGiver } from '../src/store-credit/give.js';
import { acceptedOrder, asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';

/** Store credit for goods that came back: promised with the settlement, given once, whatever happens to the worker. */

let path: WritePath;
let follower: ReturnType<typeof createPool>;
let give: GiveCredit;
beforeAll(async () => {
  path = await openWritePath();
  const { login, roles } = path.database;
  follower = createPool({ login, role: roles.follower, max: 4, applicationName: 'test follower' });
  give = createCreditGiver({ pool: path.database.serving, load, now: () => path.clock.now });
});
afterAll(async () => {
  await follower.end();
  await path.close();
});

const load = async (account: string, orderId: string): Promise<Order | null> =>
  (await loadOrder(path.log, account, orderId))?.order ?? null;
const worker = (giveCredit: GiveCredit, name = 'w1') =>
  createTaskDrain({
    pool: follower,
    handlers: { order_timer: orderTimerHandler(path.execute, giveCredit) },
    clock: () => path.clock.now,
    worker: name,
    onError: (error) => {
      throw error;
    },
  });
const later = (seconds: number): void => {
  path.clock.now = new Date(Date.parse(path.clock.now) + seconds * 1_000).toISOString();
};
const ask = async (orderId: string, command: Parameters<typeof asked>[0]) =>
  acceptedOrder(await path.execute(asked(command, { orderId })));

/** A return of both pieces of the first line, settled as store credit. */
async function settled(customerId: string): Promise<string> {
  const { orderId } = acceptedOrder(await path.execute(asked(placement({ workflow: 'simple', customerId })))).head;
  const lineId = (await load('acme', orderId))?.lines[0]?.id ?? '';
  await ask(orderId, { type: 'approve_payment', paymentId: 'p1' });
  await ask(orderId, { type: 'start_handling' });
  await ask(orderId, { type: 'send_package' });
  await ask(orderId, { type: 'mark_delivered' });
  await ask(orderId, { type: 'request_return', items: [{ lineId, quantity: 1, reason: 'no_longer_needed' }] });
  await ask(orderId, { type: 'authorise_return', returnId: '1' });
  await ask(orderId, { type: 'receive_return', returnId: '1' });
  await ask(orderId, { type: 'inspect_return', returnId: '1', items: [{ lineId, accepted: 1, rejected: 0 }] });
  await ask(orderId, { type: 'settle_return', returnId: '1', resolution: 'store_credit' });
  return orderId;
}
const refundOf = async (orderId: string) => (await load('acme', orderId))?.documents.refund['1'];
const creditsOf = (customerId: string) =>
  createCredits(path.database.serving).page('acme', { customerId, after: '', limit: 10 });
const movements = (orderId: string) =>
  rowsOf<{ amount: number; balance: number }>(
    path,
    'select amount, balance from credit_movements where account = $1 and order_id = $2',
    ['acme', orderId],
  );

describe('store credit for what came back', () => {
  it('is given within a second, on a credit of the customer, and the next one goes on the same', async () => {
    const first = await settled('C-1');
    const amount = (await refundOf(first))?.amount ?? 0;
    expect(amount).toBeGreaterThan(0);
    expect(await creditsOf('C-1')).toEqual([]);
    expect(await worker(give).drain(10)).toBe(1);
    expect(await refundOf(first)).toMatchObject({ state: 'settled', to: 'store_credit' });
    expect(await creditsOf('C-1')).toMatchObject([
      { kind: 'store_credit', currency: 'EUR', balance: amount, held: 0, expiresAt: null },
    ]);
    const second = await settled('C-1');
    await worker(give).drain(10);
    expect(await creditsOf('C-1')).toMatchObject([{ balance: 2 * amount }]);
    expect(await movements(second)).toEqual([{ amount, balance: 2 * amount }]);
    expect((await load('acme', first))?.documents.payment['p1']).toMatchObject({ refunded: amount, refunding: 0 });
  });

  it('is given once by a worker that dies after it, and the order is told by the next one', async () => {
    const orderId = await settled('C-2');
    const dies: GiveCredit = async (...of) => {
      await give(...of);
      throw new Error('killed');
    };
    expect(await worker(dies).drain(10)).toBe(1);
    expect(await refundOf(orderId)).toMatchObject({ state: 'requested' });
    expect(await movements(orderId)).toHaveLength(1);
    const [failed] = await rowsOf<{ last_error: string }>(
      path,
      'select last_error from tasks where account = $1 and key like $2',
      ['acme', `${orderId}/%`],
    );
    expect(failed?.last_error).toBe('killed');
    later(60);
    expect(await worker(give, 'w2').drain(10)).toBe(1);
    expect(await refundOf(orderId)).toMatchObject({ state: 'settled' });
    expect(await movements(orderId)).toHaveLength(1);
    expect(await creditsOf('C-2')).toMatchObject([{ balance: (await refundOf(orderId))?.amount }]);
  });

  it('is given once by however many at the same time', async () => {
    const orderId = await settled('C-3');
    await Promise.all(Array.from({ length: 6 }, () => give('acme', orderId, '1')));
    expect(await movements(orderId)).toHaveLength(1);
    expect(await creditsOf('C-3')).toHaveLength(1);
    await worker(give).drain(10);
  });

  it('goes on no credit that expires, is switched off, has a code or is in other money', async () => {
    const credits = createCredits(path.database.serving);
    const edit = { account: 'acme', actor: 'key:test', at: path.clock.now };
    const terms = { kind: 'store_credit', currency: 'EUR', customerId: 'C-4', active: true, expiresAt: null } as const;
    await credits.put(edit, 'a-expires', { ...terms, expiresAt: '2027-01-01T00:00:00.000Z' });
    await credits.put(edit, 'b-off', { ...terms, active: false });
    await credits.put(edit, 'c-dollars', { ...terms, currency: 'USD' });
    await credits.put(edit, 'd-card', { ...terms, kind: 'gift_card' });
    await credits.put(edit, 'e-coded', terms);
    await credits.setCode(edit, 'e-coded', Buffer.from('hash'));
    await credits.put(edit, 'f-other', { ...terms, customerId: 'C-5' });
    await settled('C-4');
    await worker(give).drain(10);
    const given = (await creditsOf('C-4')).filter(({ balance }) => balance > 0);
    expect(given.map(({ credit }) => credit)).toEqual([expect.stringMatching(/^returns-/)]);
  });

  it('stays due while nobody gives it: its task stands among those that failed, and is started again', async () => {
    const orderId = await settled('C-6');
    const broken: GiveCredit = () => Promise.reject(new Error('no credit today'));
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await worker(broken).drain(10)).toBe(1);
      later(20_000);
    }
    expect(await worker(give).drain(10)).toBe(0);
    await rowsOf(path, 'update tasks set failed_at = null, attempts = 0 where account = $1 and key like $2', [
      'acme',
      `${orderId}/%`,
    ]);
    expect(await worker(give).drain(10)).toBe(1);
    expect(await refundOf(orderId)).toMatchObject({ state: 'settled' });
  });
});
