import type { Command } from '@docket/core/order/commands';
import { statusOf } from '@docket/core/order/status';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../src/database/pool.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { createTaskDrain, orderTimerHandler } from '../src/followers/drain-tasks.js';
import { acceptedOrder, asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';

/** What becomes of the timers of an order while a hold stands. */

let path: WritePath;
let follower: ReturnType<typeof createPool>;
beforeAll(async () => {
  path = await openWritePath();
  const { login, roles } = path.database;
  follower = createPool({ login, role: roles.follower, max: 2, applicationName: 'test follower' });
});
afterAll(async () => {
  await follower.end();
  await path.close();
});

const creditsNobody = (): Promise<void> => Promise.reject(new Error('no refund is store credit here'));
const at = (minutes: number): string =>
  new Date(Date.parse('2026-03-02T10:00:00.000Z') + minutes * 60_000).toISOString();

/** Runs what is due at this minute; answers how many tasks there were. */
const runAt = (minutes: number): Promise<number> => {
  path.clock.now = at(minutes);
  return createTaskDrain({
    pool: follower,
    handlers: { order_timer: orderTimerHandler(path.execute, creditsNobody) },
    clock: () => path.clock.now,
    worker: 'w1',
    onError: (error) => {
      throw error;
    },
  }).drain(10);
};

/** Placed at minute 0 with a window of 30 minutes, and paid. */
async function windowed() {
  path.clock.now = at(0);
  const { orderId } = acceptedOrder(await path.execute(asked(placement({ cancellationWindow: 1800 })))).head;
  const ask = async (command: Command) => acceptedOrder(await path.execute(asked(command, { orderId })));
  await ask({ type: 'approve_payment', paymentId: 'p1' });
  const order = async () => (await loadOrder(path.log, 'acme', orderId))?.order;
  return {
    ask,
    order,
    status: async () => statusOf((await order())?.head.instances ?? []),
    timers: async () =>
      (
        await rowsOf<{ key: string }>(path, 'select key from tasks where key like $1 order by key', [`${orderId}/%`])
      ).map(({ key }) => key.slice(orderId.length + 1)),
  };
}

describe('a timer that a hold keeps waiting', () => {
  it('is not tried while the hold stands, and runs when somebody releases it', async () => {
    const { ask, status, timers } = await windowed();
    expect(await timers()).toEqual(['cancellation_window']);
    await ask({ type: 'place_hold', holdType: 'payment_review' });
    expect(await timers()).toEqual([]);
    expect(await runAt(600)).toBe(0);
    expect(await status()).toBe('window-to-cancel');
    await ask({ type: 'release_hold', holdId: '1' });
    expect(await timers()).toEqual(['cancellation_window']);
    expect(await runAt(600)).toBe(1);
    expect(await status()).toBe('ready-for-handling');
    expect(await timers()).toEqual([]);
  });

  it('runs after the hold has ended by itself', async () => {
    const { ask, order, status, timers } = await windowed();
    await ask({ type: 'place_hold', holdType: 'payment_review', releaseAt: at(60) });
    await ask({ type: 'place_hold', holdType: 'address_check', releaseAt: at(90) });
    expect(await timers()).toEqual(['hold_release']);
    expect(await runAt(59)).toBe(0);
    expect(await runAt(60)).toBe(1);
    expect((await order())?.head.holds).toMatchObject([
      { released: { how: 'by_time', by: 'timer' } },
      { released: null },
    ]);
    expect(await timers()).toEqual(['cancellation_window', 'hold_release']);
    expect(await runAt(60)).toBe(1);
    expect(await status()).toBe('ready-for-handling');
    expect(await runAt(90)).toBe(1);
    expect((await order())?.head.holds[1]?.released).not.toBeNull();
    expect(await timers()).toEqual([]);
  });

  it('is left alone by a hold that does not block it', async () => {
    const { ask, status } = await windowed();
    await ask({ type: 'place_hold', holdType: 'address_check' });
    expect(await runAt(30)).toBe(1);
    expect(await status()).toBe('ready-for-handling');
  });
});
