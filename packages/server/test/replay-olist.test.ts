import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { createPool } from '../src/database/pool.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { loadProducts, topUpStock } from '../src/replay/olist/catalogue.js';
import { createDocketClient, type ShownOrder } from '../src/replay/olist/docket-client.js';
import { journeyOf } from '../src/replay/olist/journey.js';
import { placementOf } from '../src/replay/olist/placement.js';
import { readOlistFiles } from '../src/replay/olist/read-files.js';
import { replayOlist } from '../src/replay/olist/replay.js';
import type { ReplayReport } from '../src/replay/olist/report.js';
import { verifyAll } from '../src/verify/verify-all.js';
import { MADE_UP, writeOlist } from './made-up-olist.js';
import { createTestApi, type TestApi, TEST_SECRET } from './setup/api.js';
import { docket } from './setup/docket-process.js';

const DEMO = { key: 'docket-demo', token: 'docket-demo-token' };

let api: TestApi;
let url: string;
let directory: string;
let remove: () => void;
const start = async (): Promise<void> => {
  api = await createTestApi();
  await api.api.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(api.api.server.address() as AddressInfo).port}`;
};
beforeAll(() => {
  ({ directory, remove } = writeOlist());
});
afterAll(() => {
  remove();
});
beforeEach(start);
afterEach(() => api.end());

const replay = (from = directory, concurrency = 8): Promise<ReplayReport> =>
  replayOlist({ directory: from, url, credentials: DEMO, concurrency, progress: () => undefined });

async function findings(): Promise<readonly unknown[]> {
  const { login, roles, serving } = api.database;
  const follower = createPool({ login, role: roles.follower, max: 1, applicationName: 'test verify' });
  try {
    const reports = await verifyAll({ serving, follower, keys: createPersonalKeys(TEST_SECRET) }, { most: 20 });
    return reports.flatMap((report) => report.findings);
  } finally {
    await follower.end();
  }
}

async function stock(): Promise<unknown> {
  const { rows } = await api.database.owner.query(
    'select sku, on_hand::int as "onHand", claimed::int, confirmed::int from stock order by sku',
  );
  return rows;
}

/** What must hold of any replay that went well. */
const AGREES = { equal: true, rejected: [], differences: [], orphanRows: 0 };

describe('replaying the files of Olist over HTTP', () => {
  it('makes every record an order that ended where the record did, with the sums of the files', async () => {
    const report = await replay();
    expect(report).toMatchObject({ ...AGREES, records: 19, placed: 19, found: 0 });
    expect(
      report.statuses.map(({ status, docket: { orders, goodsAndFreight, paid } }) => [
        status,
        orders,
        goodsAndFreight,
        paid,
      ]),
    ).toEqual([
      ['created', 1, 0, 13_762],
      ['approved', 1, 9_790, 9_790],
      ['processing', 1, 8_500, 8_500],
      ['invoiced', 2, 1_595, 4_595],
      ['shipped', 2, 1_595, 7_541],
      ['delivered', 5, 29_642 + 9_790 + 9_790 + 285 + 285, 29_642 + 10_811 + 9_789 + 285],
      ['canceled', 5, 3 * 9_790 + 9_790, 20_000 + 9_790 + 9_790 + 6_110],
      ['unavailable', 2, 714_468, 714_468 + 12_600],
    ]);
    expect(await findings()).toEqual([]);
  });

  it('leaves on the shelf what was cancelled or came back, and holds what is still to be sent', async () => {
    await replay();
    expect(await stock()).toEqual([
      { sku: 'cup', onHand: 0, claimed: 0, confirmed: 0 },
      { sku: 'pot', onHand: 1, claimed: 0, confirmed: 0 },
      // two returned, two cancelled, and two that wait: one approved, one in handling
      { sku: 'tea', onHand: 6, claimed: 0, confirmed: 2 },
    ]);
  });

  it('doubles nothing when it runs again', async () => {
    await replay();
    const events = await api.countEvents();
    const shelf = await stock();
    const again = await replay();
    expect(again).toMatchObject({ ...AGREES, placed: 0, found: 19, commands: 0, piecesAddedToStock: 0 });
    expect(await api.countEvents()).toBe(events);
    expect(await stock()).toEqual(shelf);
  });

  it.each([
    ['with the keys of the first run still known', false],
    ['and after those keys have expired', true],
  ])('goes on from wherever a killed run left each order, %s', async (_, expired) => {
    const { records, products } = await readOlistFiles(directory);
    const client = createDocketClient(url, DEMO);
    await client.put('/channels/olist', { name: 'Olist', kind: 'marketplace' });
    await loadProducts(client, products);
    await topUpStock(client, records);
    for (const [index, record] of records.entries()) {
      const key = (step: string): string => `olist:${record.olistId}:${step}`;
      if (index % 4 === 3) continue;
      const { orderId } = (await client.post('/orders', placementOf(record), key('place'))) as ShownOrder;
      for (const { name, path, body } of journeyOf(record).slice(0, index % 4)) {
        await client.post(`/orders/${orderId}${path}`, body, key(name));
      }
    }
    if (expired) await api.database.owner.query('truncate idempotency');
    const report = await replay();
    expect(report).toMatchObject({ ...AGREES, placed: 4, found: 15, piecesAddedToStock: 0 });
    expect(await findings()).toEqual([]);
  });

  it('loses and doubles nothing when the first answer to every write gets lost', async () => {
    const heard = new Set<string>();
    const lossy = createServer((request, reply) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
        const method = request.method ?? 'GET';
        const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) };
        const init = { method, headers: headers as Record<string, string>, ...body };
        const answer = await fetch(url + (request.url ?? ''), init);
        const text = await answer.text();
        const write = `${request.url ?? ''} ${Buffer.concat(chunks).toString()}`;
        if (method === 'GET' || heard.has(write)) return reply.writeHead(answer.status).end(text);
        heard.add(write);
        return request.socket.destroy();
      })();
    });
    await new Promise<void>((resolve) => lossy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void lossy.close());
    const through = `http://127.0.0.1:${(lossy.address() as AddressInfo).port}`;
    const report = await replayOlist({
      directory,
      url: through,
      credentials: DEMO,
      concurrency: 8,
      progress: () => undefined,
    });
    expect(report).toMatchObject({ ...AGREES, placed: 19 });
    // beside them the channel, the products and the stock
    expect(heard.size).toBe(report.placed + report.commands + 3);
    expect(await findings()).toEqual([]);
  });

  it('adds to the shelf what further files need, and neither more nor less', async () => {
    await replay();
    const withTea = (olistId: string, pieces: number): string => {
      const item = (piece: number): string => `${olistId},${piece},tea,ana,2018-06-15 12:00:00,1.00,0.00\n`;
      const more = writeOlist({
        'olist_orders_dataset.csv': `${MADE_UP['olist_orders_dataset.csv'] ?? ''}${olistId},c01,approved,2018-06-10 10:00:00,,,,\n`,
        'olist_order_items_dataset.csv': `${MADE_UP['olist_order_items_dataset.csv'] ?? ''}${Array.from({ length: pieces }, (_, index) => item(index + 1)).join('')}`,
      });
      onTestFinished(more.remove);
      return more.directory;
    };
    // four of the six pieces on the shelf are free
    expect(await replay(withTea('late', 1))).toMatchObject({ ...AGREES, placed: 1, found: 19, piecesAddedToStock: 0 });
    expect(await stock()).toContainEqual({ sku: 'tea', onHand: 6, claimed: 0, confirmed: 3 });
    expect(await replay(withTea('later', 5))).toMatchObject({ ...AGREES, placed: 1, piecesAddedToStock: 2 });
    expect(await stock()).toContainEqual({ sku: 'tea', onHand: 8, claimed: 0, confirmed: 8 });
  });

  it('tells of an order that somebody else has changed, and of a record that cannot be an order', async () => {
    await replay();
    const found = await api.ask('GET', '/api/v1/admin/orders?externalSource=olist&externalId=approved');
    const [row] = found.body.orders as { orderId: string }[];
    const orderId = row?.orderId ?? 'none';
    await api.ask('POST', `/api/v1/admin/orders/${orderId}/start-handling`, { body: {} });
    const changed = writeOlist({
      'olist_order_payments_dataset.csv': `${MADE_UP['olist_order_payments_dataset.csv'] ?? ''}fresh,1,boleto,1,1.00\nfresh,1,boleto,1,1.00\n`,
      'olist_orders_dataset.csv': `${MADE_UP['olist_orders_dataset.csv'] ?? ''}fresh,c01,created,2018-06-10 10:00:00,,,,\n`,
    });
    onTestFinished(changed.remove);
    const report = await replay(changed.directory);
    expect(report.equal).toBe(false);
    expect(report.differences).toEqual([
      { olistId: 'approved', orderId, field: 'status', files: 'approved', docket: 'processing' },
    ]);
    expect(report.rejected).toEqual([
      { olistId: 'fresh', reason: expect.stringMatching(/422 duplicate_id at \/payments\/1\/id/) as unknown },
    ]);
  });

  it('stops with one line where the key is not known', async () => {
    const wrong = { key: 'nobody', token: 'x' };
    await expect(
      replayOlist({ directory, url, credentials: wrong, concurrency: 1, progress: () => undefined }),
    ).rejects.toThrow(/401 credentials_invalid/);
  });

  it('is one command, which prints the sums, writes the report and ends with 0', async () => {
    const reports = mkdtempSync(join(tmpdir(), 'docket-report-'));
    onTestFinished(() => {
      rmSync(reports, { recursive: true, force: true });
    });
    const file = join(reports, 'report.json');
    const run = docket(['replay', 'olist', directory, '--url', url, '--report', file], {});
    const { code, stdout, stderr } = await run.ended;
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('19 of 19 orders driven') as unknown,
    });
    expect(stdout).toContain('Docket and the files agree.');
    expect(stdout).toMatch(/^delivered +5 +497\.92 +505\.27 +5 +497\.92 +505\.27 +0 \/ 0\.00 \/ 0\.00$/m);
    expect(stdout).toMatch(/^ {2}delivered-interest \d{13}-01 \+1021$/m);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(AGREES);
  });

  it('ends with 1 where Docket and the files differ', async () => {
    const orphan = writeOlist({
      'olist_order_payments_dataset.csv': `${MADE_UP['olist_order_payments_dataset.csv'] ?? ''}nowhere,1,boleto,1,1.00\n`,
    });
    onTestFinished(orphan.remove);
    const { code, stdout } = await docket(['replay', 'olist', orphan.directory, '--url', url], {}).ended;
    expect(code).toBe(1);
    expect(stdout).toContain('Docket and the files DIFFER.');
  });
});

// The data set may not be shipped, so this exists only where somebody has it.
const real = process.env['DOCKET_OLIST_DIR'];
if (real !== undefined && real !== '') {
  describe('the real files in DOCKET_OLIST_DIR', () => {
    it('end in Docket as they ended, to the cent', { timeout: 600_000 }, async () => {
      const report = await replay(real);
      expect(report).toMatchObject(AGREES);
      expect(report.placed).toBe(report.records);
      expect(await findings()).toEqual([]);
    });
  });
}
