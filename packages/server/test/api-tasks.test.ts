import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { withAccounts } from '../src/database/pool.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

let api: TestApi;
const TASKS = `${ADMIN}/tasks`;

beforeAll(async () => {
  api = await createTestApi();
  await ensureAppKey(api.database.serving, 'default', { key: 'viewer', token: 'viewer', permissions: ['tasks.view'] });
  for (const [key, failedAt] of [
    ['1-01/deadline', '2026-03-01T10:00:00.000Z'],
    ['2-01/deadline', '2026-03-01T10:00:00.000Z'],
    ['3-01/deadline', '2026-03-02T10:00:00.000Z'],
    ['4-01/deadline', null],
  ] as const) {
    await withAccounts(api.database.serving, ['default'], (client) =>
      client.query(
        `insert into tasks (account, kind, key, due, payload, attempts, failed_at, last_error)
         values ('default', 'order_timer', $1, '2026-03-01T09:00:00Z', '{}', 10, $2, 'expire_placement was refused')`,
        [key, failedAt],
      ),
    );
  }
  await api.database.owner.query(
    `insert into accounts (account, name, created_at) values ('other', 'Other', now()) on conflict do nothing`,
  );
  await withAccounts(api.database.serving, ['other'], (client) =>
    client.query(
      `insert into tasks (account, kind, key, due, payload, failed_at)
       values ('other', 'order_timer', '9-01/deadline', now(), '{}', now())`,
    ),
  );
});
afterAll(() => api.end());

const orders = (items: readonly object[]) => items.map((item) => (item as { orderId: string }).orderId);

describe('tasks of an account', () => {
  it('that failed are listed newest first, page by page, and none of another account', async () => {
    const first = await api.ask('GET', `${TASKS}?limit=2`);
    expect(first.body).toMatchObject({
      items: [
        {
          kind: 'order_timer',
          orderId: '3-01',
          state: 'failed',
          attempts: 10,
          lastError: 'expire_placement was refused',
        },
        { orderId: '2-01' },
      ],
    });
    const second = await api.ask('GET', `${TASKS}?limit=2&after=${String(first.body.next)}`);
    expect(orders(second.body.items)).toEqual(['1-01']);
    expect(second.body.next).toBeNull();
  });

  it('that wait are a list of their own', async () => {
    const waiting = await api.ask('GET', `${TASKS}?state=waiting`);
    expect(orders(waiting.body.items)).toContain('4-01');
    expect(orders(waiting.body.items)).not.toContain('3-01');
  });

  it('are tried again once for each time that they failed', async () => {
    const failed = (await api.ask('GET', TASKS)).body.items[0] as { taskId: string };
    expect((await api.ask('POST', `${TASKS}/${failed.taskId}/retry`)).status).toBe(202);
    expect(orders((await api.ask('GET', TASKS)).body.items)).not.toContain('3-01');
    const again = await api.ask('POST', `${TASKS}/${failed.taskId}/retry`);
    expect(again).toMatchObject({ status: 404, body: { code: 'task_not_found' } });
  });

  it('of another account are not tried again from here', async () => {
    const theirs = Buffer.from('order_timer/9-01/deadline').toString('base64url');
    expect((await api.ask('POST', `${TASKS}/${theirs}/retry`)).status).toBe(404);
  });

  it('are tried again by nobody who may only look', async () => {
    const headers = { 'x-vtex-api-appkey': 'viewer', 'x-vtex-api-apptoken': 'viewer' };
    const { items } = (await api.ask('GET', TASKS, { headers })).body;
    const { taskId } = items[0] as { taskId: string };
    expect((await api.ask('POST', `${TASKS}/${taskId}/retry`, { headers })).status).toBe(403);
  });

  it.each(['WyJhIl0', Buffer.from('["yesterday","a","b"]').toString('base64url')])(
    'are not paged by the mark %s, which nobody gave',
    async (after) => {
      expect(await api.ask('GET', `${TASKS}?after=${after}`)).toMatchObject({
        status: 400,
        body: { code: 'cursor_invalid' },
      });
    },
  );
});
