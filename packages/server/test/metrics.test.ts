import { afterAll, beforeAll, expect, it } from 'vitest';
import { countLag } from '../src/followers/count-lag.js';
import { countTasks } from '../src/followers/count-tasks.js';
import { createFollowerPool } from '../src/database/follower.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const scrape = async (): Promise<string[]> =>
  (await api.ask('GET', '/metrics')).text.split('\n').filter((line) => line.startsWith('docket_'));

const valueOf = (lines: readonly string[], series: string): number =>
  Number(lines.find((line) => line.startsWith(`${series} `))?.slice(series.length + 1) ?? 0);

it('commands are counted by name and outcome, refusals by code', async () => {
  const { body } = await api.ask('POST', `${ADMIN}/orders`, { body: ORDER, headers: { 'idempotency-key': 'm1' } });
  await api.ask('POST', `${ADMIN}/orders`, { body: ORDER, headers: { 'idempotency-key': 'm1' } });
  await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, total: 1 } });
  await api.ask('POST', `${ADMIN}/orders/${body.orderId}/start-handling`);
  const lines = await scrape();
  expect(valueOf(lines, 'docket_commands_total{command="place",outcome="accepted"}')).toBe(1);
  expect(valueOf(lines, 'docket_commands_total{command="place",outcome="replayed"}')).toBe(1);
  expect(valueOf(lines, 'docket_commands_total{command="place",outcome="refused"}')).toBe(1);
  expect(valueOf(lines, 'docket_commands_total{command="start_handling",outcome="refused"}')).toBe(1);
  expect(valueOf(lines, 'docket_refusals_total{code="totals_mismatch"}')).toBe(1);
  expect(valueOf(lines, 'docket_placement_seconds_count')).toBe(3);
  expect(valueOf(lines, 'docket_commit_batch_units_count')).toBeGreaterThan(0);
  expect(lines).toContainEqual(expect.stringMatching(/^docket_build_info\{version="\d+\.\d+\.\d+",node="\d.*"\} 1$/));
  expect(lines).toContain('docket_commit_waiting_units 0');
  expect(lines).toContainEqual(expect.stringMatching(/^docket_pool_connections\{pool="committer",state="total"\}/));
});

it('whatever is asked, no new series comes: labels hold patterns and codes, never what was sent', async () => {
  const ask = async (n: number): Promise<void> => {
    await api.ask('GET', `${ADMIN}/orders/no-such-${n}`);
    await api.ask('GET', `/nowhere/${n}`);
    await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, [`field${n}`]: n } });
    await api.ask('GET', `${ADMIN}/orders?search=word${n}`, { headers: { 'x-vtex-api-appkey': `key-${n}` } });
  };
  await ask(0);
  const before = (await scrape()).length;
  for (let n = 1; n <= 30; n += 1) await ask(n);
  expect((await scrape()).length).toBe(before);
});

it('tasks are counted by kind: what is due, how late, what was given up', async () => {
  await api.database.owner.query(
    `insert into tasks (account, kind, key, due, failed_at, payload) values
       ('default', 'job', 'a', '2026-03-02T10:00:00Z', null, '{}'),
       ('default', 'job', 'b', '2026-03-02T10:00:50Z', null, '{}'),
       ('default', 'job', 'later', '2026-03-02T11:00:00Z', null, '{}'),
       ('default', 'job', 'lost', '2026-03-02T09:00:00Z', '2026-03-02T09:30:00Z', '{}')`,
  );
  const follower = createFollowerPool(api.database, { max: 1, applicationName: 'test follower' });
  const counted = await countTasks(follower, '2026-03-02T10:01:00.000Z');
  await follower.end();
  expect(counted.find(({ kind }) => kind === 'job')).toEqual({ kind: 'job', due: 2, givenUp: 1, oldestSeconds: 60 });
});

it('events that nobody has followed yet are counted by who follows: here no worker runs', async () => {
  const filter = { type: 'status', statuses: ['payment-pending'], document: 'docket' };
  const feed = await api.ask('PUT', `${ADMIN}/feeds/lag`, { body: { name: 'Lag', filter } });
  expect(feed.status, feed.text).toBeLessThan(300);
  const follower = createFollowerPool(api.database, { max: 1, applicationName: 'test follower' });
  const before = await countLag(follower);
  const { body } = await api.ask('POST', `${ADMIN}/orders`, { body: ORDER });
  await api.ask('POST', `${ADMIN}/orders/${body.orderId}/notes`, { body: { text: 'a note' } });
  const after = await countLag(follower);
  await follower.end();
  const of = (lags: typeof before, name: string) => lags.find((lag) => lag.follower === name)?.events ?? Number.NaN;
  expect(of(before, 'feeds')).toBe(0);
  expect(of(after, 'feeds')).toBe(2);
  expect(of(after, 'order_counts')).toBeGreaterThan(of(before, 'order_counts'));
});
