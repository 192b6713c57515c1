import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, ORDER } from '../../server/test/setup/api.js';
import { type HookReceiver, startHookReceiver } from '../../server/test/setup/hook-receiver.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

/** What the screens of integration show while a worker imports and delivers for real. */

let desk: Desk;
let receiver: HookReceiver;
beforeAll(async () => {
  receiver = await startHookReceiver();
  desk = await openDesk({ role: 'all', privateCalls: true });
});
afterAll(async () => {
  await desk.end();
  await receiver.close();
});

const MAPPING = `{ "source": "old-shop", "files": { "orders": { "key": "id" } }, "order": function($r) {(
  $o := $r.orders[0];
  { "order": { "createdAt": "2020-01-01T00:00:00Z", "status": $o.status, "workflow": "simple", "currency": "EUR",
    "lines": [{ "sku": $o.sku, "name": $o.sku, "quantity": 1, "priceMicros": $micros($o.price) }],
    "total": $amount($o.price) } }
)} }`;
const FILE = 'id,status,sku,price\n1,pending,TEA,5.90\n2,pending,POT,11.10\n3,flying,CUP,1.00\n';

describe('an import', () => {
  it('shows how far it is, what it came to, and each row that it could not take', async () => {
    const made = await desk.server.ask('POST', `${ADMIN}/imports`, { body: { mapping: MAPPING } });
    const { importId } = made.body as unknown as { importId: string };
    const page = await desk.open(`/imports/${importId}`);
    const file = { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('orders.csv').waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('2 orders written, 0 there already, 1 rows rejected').waitFor();
    await page.getByText('Done', { exact: true }).waitFor();
    await page.getByText('€17.00').waitFor();
    const rejected = page.getByRole('row', { name: /orders\.csv\s*4\s*3/ });
    await rejected.waitFor();
    expect(await rejected.textContent()).toContain('The status is not in the dictionary of the workflow.');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'As a file' }).click();
    expect((await download).suggestedFilename()).toBe('rejected.jsonl');
    expect(await barriers(page)).toEqual([]);
  });
});

describe('a hook', () => {
  it('shows every delivery with what was sent and what was answered, and delivers again from where one says', async () => {
    const { server } = desk;
    const body = { name: 'ERP', filter: { type: 'status' }, hook: { url: receiver.url } };
    const put = await server.ask('PUT', `${ADMIN}/feeds/erp`, { body });
    expect(put.status, put.text).toBe(200);
    const { orderId } = (await server.ask('POST', `${ADMIN}/orders`, { body: ORDER })).body;
    const paid = await server.ask('POST', `${ADMIN}/orders/${orderId}/payments/1/approve`, { body: {} });
    expect(paid.status, paid.text).toBe(200);
    await expect.poll(() => receiver.got.length, { timeout: 30_000 }).toBeGreaterThan(0);
    const page = await desk.open('/feeds/erp', { dark: true, width: 380 });
    await page.getByRole('tab', { name: 'Deliveries' }).click();
    const first = page.getByRole('button', { name: new RegExp(`200.*${orderId}.*item 1, try 1`, 's') });
    await first.click();
    await page
      .getByText(/bytes$/)
      .first()
      .waitFor();
    await page.getByText(receiver.got[0]?.body ?? 'nothing', { exact: true }).waitFor();
    await page.getByText('ok', { exact: true }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    const before = receiver.got.length;
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).click();
    await page.getByText(/items? (is|are) given out again/).waitFor();
    await expect.poll(() => receiver.got.length, { timeout: 30_000 }).toBeGreaterThan(before);
  });
});

describe('a key', () => {
  it('gets a second token beside the first, which is good until it is revoked', async () => {
    const { server } = desk;
    const made = await server.ask('POST', `${ADMIN}/keys`, {
      body: { label: 'scanner', permissions: ['orders.view'] },
    });
    expect(made.status, made.text).toBe(201);
    const { key, secret: token } = made.body as unknown as { key: string; secret: string };
    const asks = async (secret: string): Promise<number> => {
      const headers = { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret };
      return (await server.ask('GET', `${ADMIN}/orders`, { keyless: true, headers })).status;
    };
    const page = await desk.open('/keys');
    const row = page.getByRole('row', { name: /scanner/ });
    await row.getByRole('button', { name: 'Rotate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
    const second = (await page.getByText(/^dkt_/).textContent()) ?? '';
    expect([await asks(token), await asks(second)]).toEqual([200, 200]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await row.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('combobox', { name: 'Token' }).click();
    await page
      .getByRole('option')
      .filter({ hasText: token.slice(-4) })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await row.getByRole('button', { name: 'Rotate' }).waitFor();
    expect([await asks(token), await asks(second)]).toEqual([401, 200]);
  });
});
