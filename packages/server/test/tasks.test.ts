import { statusOf } from '@docket/core/order/status';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool } from '../src/database/pool.js';
import { withAccounts } from '../src/database/pool.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { createTaskDrain, orderTimerHandler, type TaskHandler } from '../src/followers/drain-tasks.js';
import { failedTasks, restartTask } from '../src/followers/failed-tasks.js';
import { acceptedOrder, asked, openWritePath, placement, rowsOf, type WritePath } from './write-path.js';

let path: WritePath;
let follower: ReturnType<typeof createPool>;

beforeAll(async () => {
  path = await openWritePath(['acme', 'globex']);
  follower = createPool({
    login: path.database.login,
    role: path.database.roles.follower,
    max: 4,
    applicationName: 'test follower',
  });
});
afterAll(async () => {
  await follower.end();
  await path.close();
});
beforeEach(async () => {
  for (const account of ['acme', 'globex']) await rowsOf(path, 'delete from tasks', [], [account]);
});

const worker = (handlers: Record<string, TaskHandler>, name = 'w1') =>
  createTaskDrain({
    pool: follower,
    handlers,
    clock: () => path.clock.now,
    worker: name,
    onError: (error) => {
      throw error;
    },
  });

const creditsNobody = (): Promise<void> => Promise.reject(new Error('no refund is store credit here'));
const at = (minutes: number): string =>
  new Date(Date.parse('2026-03-02T10:00:00.000Z') + minutes * 60_000).toISOString();

const add = (key: string, account = 'acme') =>
  rowsOf(
    path,
    "insert into tasks (account, kind, key, due, payload) values ($1, 'job', $2, $3, '{}')",
    [account, key, at(0)],
    [account],
  );

describe('timers of orders', () => {
  it('end the cancellation window when it is over and not before, in every account', async () => {
    path.clock.now = at(0);
    const place = async (account: string) => {
      const { orderId } = acceptedOrder(
        await path.execute(asked(placement({ cancellationWindow: 1800 }), { account })),
      ).head;
      acceptedOrder(await path.execute(asked({ type: 'approve_payment', paymentId: 'p1' }, { account, orderId })));
      return async () => statusOf((await loadOrder(path.log, account, orderId))?.order.head.instances ?? []);
    };
    const [here, there] = [await place('acme'), await place('globex')];
    const drain = worker({ order_timer: orderTimerHandler(path.execute, creditsNobody) });
    path.clock.now = at(29);
    expect(await drain.drain(10)).toBe(0);
    expect(await here()).toBe('window-to-cancel');
    path.clock.now = at(30);
    expect(await drain.drain(10)).toBe(2);
    expect(await here()).toBe('ready-for-handling');
    expect(await there()).toBe('ready-for-handling');
    const left = await rowsOf(path, "select key from tasks where key like '%cancellation_window'");
    expect(left).toEqual([]);
  });

  it('end an order whose payment never began', async () => {
    path.clock.now = at(0);
    const { orderId } = acceptedOrder(await path.execute(asked(placement({ incomplete: true })))).head;
    path.clock.now = at(5);
    await worker({ order_timer: orderTimerHandler(path.execute, creditsNobody) }).drain(10);
    expect((await loadOrder(path.log, 'acme', orderId))?.order.head.cancellation).toMatchObject({ by: 'system' });
  });
});

describe('a task', () => {
  it('is run by one of many workers', async () => {
    path.clock.now = at(0);
    for (let n = 0; n < 40; n += 1) await add(`t${n}`);
    const ran: string[] = [];
    const handler: TaskHandler = ({ key }) => {
      ran.push(key);
      return Promise.resolve();
    };
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => worker({ job: handler }, name).drain(20)));
    await worker({ job: handler }).drain(100);
    expect(ran.length).toBe(40);
    expect(new Set(ran).size).toBe(40);
    expect(await rowsOf(path, "select 1 from tasks where account = 'acme'")).toEqual([]);
  });

  it('is tried again after growing delays, given up in sight of everybody, and starts anew when told to', async () => {
    await add('bad');
    let tries = 0;
    const drain = worker({
      job: () => {
        tries += 1;
        return Promise.reject(new Error(`partner said no ${tries}`));
      },
    });
    const delays: number[] = [];
    for (let n = 1; n <= 10; n += 1) {
      const [row] = await rowsOf<{ due: Date }>(path, "select due from tasks where key = 'bad'");
      if (row === undefined) throw new Error('the task is gone');
      if (n > 1) delays.push((row.due.getTime() - Date.parse(path.clock.now)) / 1000);
      path.clock.now = row.due.toISOString();
      expect(await drain.drain(10)).toBe(1);
    }
    expect(delays).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560]);
    const [failed] = await rowsOf<{ failed_at: Date | null; last_error: string }>(
      path,
      "select failed_at, last_error from tasks where key = 'bad'",
    );
    expect(failed).toEqual({ failed_at: new Date(path.clock.now), last_error: 'partner said no 10' });
    path.clock.now = at(1_000_000);
    expect(await drain.drain(10)).toBe(0);

    const task = { account: 'acme', kind: 'job', key: 'bad' };
    expect(await withAccounts(path.database.serving, ['acme'], (client) => failedTasks(client, 'acme'))).toMatchObject([
      { kind: 'job', key: 'bad', attempts: 10, lastError: 'partner said no 10' },
    ]);
    expect(
      await withAccounts(path.database.serving, ['acme'], (client) => restartTask(client, task, path.clock.now)),
    ).toBe(true);
    expect(await worker({ job: () => Promise.resolve() }).drain(10)).toBe(1);
    expect(await rowsOf(path, "select 1 from tasks where key = 'bad'")).toEqual([]);
  });

  it('that comes due is found by a running worker, which stops at once when told to', async () => {
    path.clock.now = at(0);
    await add('soon');
    let running = { stop: () => Promise.resolve() };
    const ran = new Promise<string>((resolve) => {
      const handler: TaskHandler = ({ key }) => {
        resolve(key);
        return Promise.resolve();
      };
      running = worker({ job: handler }).start(60_000);
    });
    expect(await ran).toBe('soon');
    const began = performance.now();
    await running.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('of a worker that died is taken over when its lease is over', async () => {
    path.clock.now = at(0);
    await add('orphan');
    await rowsOf(path, "update tasks set leased_by = 'dead', lease_until = $1, attempts = 1 where key = 'orphan'", [
      at(2),
    ]);
    const drain = worker({ job: () => Promise.resolve() });
    expect(await drain.drain(10)).toBe(0);
    path.clock.now = at(2);
    expect(await drain.drain(10)).toBe(1);
  });

  it('that was set anew while it ran stays', async () => {
    path.clock.now = at(0);
    await add('again');
    await worker({
      job: async () => {
        await rowsOf(
          path,
          "update tasks set due = $1, attempts = 0, leased_by = null, lease_until = null where key = 'again'",
          [at(60)],
        );
      },
    }).drain(10);
    expect(await rowsOf(path, "select due from tasks where key = 'again'")).toEqual([{ due: new Date(at(60)) }]);
  });
});
