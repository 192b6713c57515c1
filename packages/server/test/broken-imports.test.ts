import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeWritePath, type WritePath } from '../src/compose-write-path.js';
import { startImports } from '../src/import/run-waiting.js';
import { ADMIN, createTestApi, TEST_SECRET, type TestApi } from './setup/api.js';

let api: TestApi;
let path: WritePath;
beforeAll(async () => {
  api = await createTestApi();
  path = composeWritePath({ database: api.database, secret: TEST_SECRET, clock: () => new Date().toISOString() });
});
afterAll(async () => {
  await path.committer.close();
  await api.end();
});

interface Shown {
  readonly importId: string;
  readonly state: string;
  readonly failure: string | null;
}

async function waiting(): Promise<string> {
  const { importId } = (await api.ask('POST', `${ADMIN}/imports`, { body: { mapping: '{}' } }))
    .body as unknown as Shown;
  const headers = { 'content-type': 'application/octet-stream' };
  await api.ask('PUT', `${ADMIN}/imports/${importId}/files/orders.csv`, { payload: 'id\n1\n', headers });
  expect((await api.ask('POST', `${ADMIN}/imports/${importId}/start`)).status).toBe(202);
  return importId;
}

const shown = async (importId: string): Promise<Shown> =>
  (await api.ask('GET', `${ADMIN}/imports/${importId}`)).body as unknown as Shown;

describe('an import that breaks off for no fault of its own', () => {
  it('is tried again ten times, while others go on, and then says so', async () => {
    const broken = await waiting();
    const other = await waiting();
    let tries = 0;
    const imports = startImports(
      {
        follower: api.database.owner,
        writing: path.writing,
        uploads: {
          store: () => Promise.resolve(0),
          discard: () => Promise.resolve(),
          // eslint-disable-next-line @typescript-eslint/require-await -- a generator that only throws
          async *read({ importId }) {
            yield Buffer.from('id\n');
            if (importId !== broken) return;
            tries += 1;
            throw new Error('the disk is full');
          },
        },
        onError: () => undefined,
      },
      2,
    );
    const states = new Set<string>();
    for (let looks = 0; looks < 200 && (await shown(broken)).state !== 'failed'; looks += 1) {
      states.add((await shown(other)).state);
      await pause(50);
    }
    await imports.stop();
    expect(tries).toBe(10);
    expect((await shown(broken)).failure).toMatch(/^it broke off 10 times in a row/);
    // Its mapping is no good, which is told at once.
    expect((await shown(other)).state).toBe('failed');
    expect([...states]).toContain('failed');
  });
});
