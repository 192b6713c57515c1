import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { compose, type Composition } from '../src/compose.js';
import { ADMIN, ORDER, TEST_SECRET } from './setup/api.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';

/** Stands in everything personal that is sent here; no line of any level may hold it. */
const MARK = 'Zyxwv';
const headers = { 'x-vtex-api-appkey': 'docket-demo', 'x-vtex-api-apptoken': 'docket-demo-token' };

let database: TestDatabase;
let running: Composition;
const lines: string[] = [];
const said = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  database = await createTestDatabase();
  running = await compose({
    settings: {
      demo: false,
      appKey: { key: 'docket-demo', token: 'docket-demo-token' },
      role: 'all',
    },
    database,
    secret: TEST_SECRET,
    logLevel: 'trace',
    logTo: { write: (line) => void lines.push(line) },
  });
  await running.api.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object | string, more = {}) =>
  running.api.inject({
    method,
    url,
    headers: { ...headers, ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...more },
    ...(payload === undefined ? {} : { payload }),
  });

/** From now on the table fails with a message that holds a value of the row. */
async function tellRows(table: string, on: string, value: string): Promise<void> {
  await database.owner.query(
    `create function tell_${table}() returns trigger language plpgsql as $$ begin raise exception 'no room for %', ${value}; end $$`,
  );
  await database.owner.query(
    `create trigger tell before ${on} on ${table} for each row execute function tell_${table}()`,
  );
}

it('no log line of any level holds a name, an address, a query, a body or a token', async () => {
  const person = { email: `${MARK}@example.test`, firstName: MARK, lastName: MARK };
  const address = { city: MARK, street: MARK, receiver: MARK, country: 'AT' };
  const placed = await ask('POST', `${ADMIN}/orders`, {
    ...ORDER,
    buyer: person,
    note: MARK,
    custom: { [MARK]: MARK },
    deliveries: [{ type: 'delivery', price: 490, address }],
  });
  expect(placed.statusCode).toBe(201);
  const { orderId } = placed.json<{ orderId: string }>();
  const asked = [
    ask('GET', `${ADMIN}/orders?search=${MARK}&customer=${MARK}`),
    ask('GET', `${ADMIN}/orders/${MARK}`),
    ask('GET', `/${MARK}/${MARK}?${MARK}=${MARK}`),
    ask('GET', `${ADMIN}/orders/%${MARK}`),
    ask('POST', `${ADMIN}/orders/${orderId}/notes`, { text: MARK }),
    ask('POST', `${ADMIN}/orders/${orderId}/notes`, { text: MARK, [MARK]: MARK }),
    ask('POST', `${ADMIN}/orders/${orderId}/cancellation/request`, { reason: MARK }),
    ask('POST', `${ADMIN}/orders`, { ...ORDER, buyer: person, total: 1 }),
    ask('POST', `${ADMIN}/orders`, { ...ORDER, buyer: { ...person, email: 5, [MARK]: MARK } }),
    ask('POST', `${ADMIN}/orders`, `{"${MARK}": "${MARK}`),
    ask('POST', `${ADMIN}/customers`, { items: [{ customerId: MARK, ...person }] }),
    ask('GET', `${ADMIN}/orders`, undefined, { 'x-vtex-api-appkey': MARK, 'x-vtex-api-apptoken': MARK }),
    ask('GET', `${ADMIN}/orders`, undefined, { 'docket-account': MARK, cookie: MARK, 'if-match': MARK }),
    ask('POST', `${ADMIN}/orders/${orderId}/notes`, { text: 'x' }, { 'idempotency-key': MARK, prefer: MARK }),
  ];
  await Promise.all(asked);
  expect(said().filter(({ msg }) => msg === 'request').length).toBeGreaterThanOrEqual(asked.length);
  expect(lines.filter((line) => line.includes(MARK))).toEqual([]);
});

it('a bug is logged by where it happened, without the values that were in it', async () => {
  await tellRows('customers', 'insert or update', 'new.email');
  const items = [{ customerId: 'c1', email: `${MARK}2@example.test` }];
  expect((await ask('POST', `${ADMIN}/customers`, { items })).statusCode).toBe(500);
  const bug = said().find(({ msg }) => msg === 'a request failed by a bug');
  expect(bug).toMatchObject({ level: 50, error: { name: 'error', code: 'P0001' } });
  expect((bug?.['error'] as { stack: string[] }).stack.join()).toContain('customers.');
  expect(lines.filter((line) => line.includes(MARK))).toEqual([]);
});

it('a worker that cannot record a failure says so without the task', async () => {
  await tellRows('tasks', 'update of last_error', 'new.payload');
  await database.owner.query(
    `insert into tasks (account, kind, key, due, payload) values ('default', 'unknown', '${MARK}', now(), '{"a":"${MARK}"}')`,
  );
  await vi.waitFor(() => expect(said().some(({ msg }) => String(msg).startsWith('the worker failed'))).toBe(true), {
    timeout: 10_000,
  });
  expect(lines.filter((line) => line.includes(MARK))).toEqual([]);
});

it('a sender that goes away in the middle of a body leaves nothing of it', async () => {
  const { port } = running.api.server.address() as AddressInfo;
  const sender = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: `${ADMIN}/orders?${MARK}`,
    headers: { ...headers, 'content-type': 'application/json', 'content-length': '1000' },
  });
  sender.on('error', () => undefined);
  sender.write(`{"${MARK}"`);
  await pause(300);
  sender.destroy();
  await pause(300);
  expect(lines.filter((line) => line.includes(MARK))).toEqual([]);
});

it('a line of a request says who asked, which route, the status and how long it took', () => {
  const line = said().find(({ status, route }) => status === 201 && route === `${ADMIN}/orders`);
  expect(line).toMatchObject({ method: 'POST', account: 'default', requestId: expect.any(String) as string });
  expect(line?.['ms']).toBeTypeOf('number');
});
