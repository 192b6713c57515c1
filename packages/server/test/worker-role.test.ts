import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose, type Composition } from '../src/compose.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { ADMIN, TEST_SECRET } from './setup/api.js';

let database: TestDatabase;
let worker: Composition;
beforeAll(async () => {
  database = await createTestDatabase();
  const settings = { demo: false, appKey: { key: 'k', token: 't' }, role: 'worker' } as const;
  worker = await compose({ settings, database, secret: TEST_SECRET, logLevel: 'silent' });
});
afterAll(async () => {
  await worker.close();
  await database.drop();
});

const status = async (url: string): Promise<number> => {
  const headers = { 'x-vtex-api-appkey': 'k', 'x-vtex-api-apptoken': 't' };
  return (await worker.api.inject({ method: 'GET', url, headers })).statusCode;
};

it.each(['/healthz', '/readyz', '/metrics'])('a worker can be watched at %s', async (url) => {
  expect(await status(url)).toBe(200);
});

it.each([`${ADMIN}/orders`, `${ADMIN}/products`, '/docs', '/docs/refusals'])(
  'a worker does not serve %s',
  async (url) => {
    expect(await status(url)).toBe(404);
  },
);
