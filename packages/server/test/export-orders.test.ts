import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, ORDER, TEST_SECRET, type TestApi } from './setup/api.js';
import { serve } from './setup/docket-process.js';

let api: TestApi;
const EXPORT = `${ADMIN}/orders/export`;

beforeAll(async () => {
  api = await createTestApi();
  for (let index = 0; index < 130; index += 1) {
    const tag = index % 2 === 0 ? 'even' : 'odd';
    const answer = await api.ask('POST', `${ADMIN}/orders`, {
      body: { ...ORDER, tags: [tag, '=1+1'], buyer: { ...ORDER.buyer, firstName: '@SUM(A1)', lastName: 'Lima, Ana' } },
    });
    expect(answer.status).toBe(201);
  }
}, 60_000);
afterAll(() => api.end());

async function keyOf(permissions: readonly string[]): Promise<Record<string, string>> {
  const key = permissions.join('-');
  await ensureAppKey(api.database.serving, 'default', { key, token: key, permissions });
  return { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': key };
}

describe('an export of orders', () => {
  it('holds every order that the filters find, once, however many pages it takes', async () => {
    const all = await api.ask('GET', `${EXPORT}?format=jsonl`);
    const rows = all.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { orderId: string; tags: string[] });
    expect(new Set(rows.map(({ orderId }) => orderId)).size).toBe(130);
    expect(rows.length).toBe(130);
    const even = await api.ask('GET', `${EXPORT}?format=jsonl&tag=even`);
    expect(even.text.trimEnd().split('\n').length).toBe(65);
  });

  it('is a CSV whose cells no spreadsheet runs', async () => {
    const { text, headers } = await api.ask('GET', EXPORT);
    expect(headers['content-type']).toContain('text/csv');
    const [header, ...lines] = text.trimEnd().split('\r\n');
    expect(header).toMatch(/^\ufefforderId,number,/);
    expect(lines.length).toBe(130);
    expect(lines[0]).toContain(`"'@SUM(A1) Lima, Ana"`);
    expect(lines[0]).toContain(`'=1+1;`);
    expect(lines[0]).toContain(',27.80,27.80,EUR,');
  });

  it('leaves out what a key may not see', async () => {
    const headers = await keyOf(['orders.view', 'orders.export']);
    const { text } = await api.ask('GET', EXPORT, { headers });
    // Between commas: a time may hold the digits.
    expect(text).not.toContain(',27.80,');
    expect(text).not.toContain('Lima');
    expect((await api.ask('GET', `${EXPORT}?sort=total`, { headers })).status).toBe(403);
  });

  it('holds the fields of each order, to who may see people', async () => {
    const body = { ...ORDER, tags: ['fields'], custom: { giftFor: 'Rui' } };
    expect((await api.ask('POST', `${ADMIN}/orders`, { body })).status).toBe(201);
    const all = await api.ask('GET', `${EXPORT}?tag=fields`);
    expect(all.text).toContain('"{""giftFor"":""Rui""}"');
    const [line = ''] = (await api.ask('GET', `${EXPORT}?format=jsonl&tag=fields`)).text.split('\n');
    expect(JSON.parse(line)).toMatchObject({ custom: { giftFor: 'Rui' } });
    const headers = await keyOf(['orders.view', 'orders.export']);
    expect((await api.ask('GET', `${EXPORT}?tag=fields`, { headers })).text).not.toContain('Rui');
  });

  it('needs a permission of its own, beside that to see orders', async () => {
    expect((await api.ask('GET', EXPORT, { headers: await keyOf(['orders.view']) })).status).toBe(403);
    expect((await api.ask('GET', EXPORT, { headers: await keyOf(['orders.export']) })).status).toBe(403);
  });

  it('is refused before its first byte where the request is wrong', async () => {
    expect((await api.ask('GET', `${EXPORT}?format=xml`)).status).toBe(400);
    expect((await api.ask('GET', `${EXPORT}?view=nothing`)).status).toBe(404);
  });

  it('reads no further than it is taken', async () => {
    const address = await api.api.listen({ port: 0, host: '127.0.0.1' });
    const headers = { 'x-vtex-api-appkey': 'docket-demo', 'x-vtex-api-apptoken': 'docket-demo-token' };
    const response = await fetch(`${address}${EXPORT}?format=jsonl`, { headers });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
    // the connection is given back: the next request is answered
    expect((await api.ask('GET', `${EXPORT}?tag=even`)).status).toBe(200);
  });
});

describe('an export that is longer than the memory of its server', () => {
  const ROWS = 12_000;

  it('takes that of a page, whether it is read at once or late', { timeout: 120_000 }, async () => {
    // Of one order that many, each with a name of 8 KB: 100 MB of text.
    await api.database.owner.query(
      `insert into order_list
       select copy.*
         from order_list as l, generate_series(1, ${ROWS}) as n,
              jsonb_populate_record(l, jsonb_build_object('order_id', 'long-' || n, 'buyer_name', repeat('Ana Lima ', 900),
                                                          'created_at', l.created_at - n * interval '1 ms')) as copy
        where l.order_id = (select min(order_id) from order_list)`,
    );
    const server = await serve({
      DATABASE_URL: api.database.url,
      DOCKET_SECRET: TEST_SECRET,
      DOCKET_ROLE: 'api',
      DOCKET_APP_KEY: 'exporter',
      DOCKET_APP_TOKEN: 'exporter-token-0123456789',
      // Some 60 of them are in use when nobody asks anything.
      NODE_OPTIONS: '--max-old-space-size=128',
    });
    const resident = (): number => {
      if (process.platform !== 'linux') return 0;
      const status = readFileSync(`/proc/${server.child.pid}/status`, 'latin1');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    };
    const before = resident();
    const response = await fetch(`${server.url}${EXPORT}?format=jsonl`, {
      headers: { 'x-vtex-api-appkey': 'exporter', 'x-vtex-api-apptoken': 'exporter-token-0123456789' },
    });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let lines = 0;
    const read = async (): Promise<boolean> => {
      const { done, value } = await reader.read();
      for (let at = value?.indexOf(10) ?? -1; at >= 0; at = value?.indexOf(10, at + 1) ?? -1) lines += 1;
      return !done;
    };
    await read();
    await pause(1_000);
    // Nobody takes it: then nothing is read ahead either.
    expect(resident() - before).toBeLessThan(64);
    while (await read());
    expect(lines).toBe(ROWS + 131);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });
});
