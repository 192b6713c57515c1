import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

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
    expect(text).not.toContain('27.80');
    expect(text).not.toContain('Lima');
    expect((await api.ask('GET', `${EXPORT}?sort=total`, { headers })).status).toBe(403);
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
