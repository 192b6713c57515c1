import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../../server/src/database/pool.js';
import { ADMIN, ORDER } from '../../server/test/setup/api.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const { server } = desk;
  expect((await server.ask('POST', `${ADMIN}/orders`, { body: ORDER })).status).toBe(201);
  await withAccounts(server.database.serving, ['default'], async (client) => {
    await client.query(
      `insert into tasks (account, kind, key, due, payload, attempts, failed_at, last_error)
       values ('default', 'order_timer', '1-01/deadline', now(), '{}', 10, now(), 'it was refused')`,
    );
    await server.queueMail(client, 'default', {
      kind: 'sign_in_code',
      to: 'ana@example.com',
      locale: 'en',
      parameters: { shop: 'Default', code: '123456', minutes: '10' },
    });
  });
});
afterAll(() => desk.end());

describe('the screens of integration', () => {
  it('make a feed whose expression is tried on a real order while it is written', async () => {
    const page = await desk.open('/feeds');
    await page.getByRole('button', { name: 'New feed or hook' }).click();
    await page.getByLabel('Id', { exact: false }).first().fill('erp');
    await page.getByRole('textbox', { name: 'Name' }).fill('ERP');
    await page.getByText('Expression', { exact: true }).click();
    const expression = page.getByRole('textbox', { name: 'JSONata expression' });
    await expression.fill('currency = "USD"');
    await page.getByText('Not true of this order').waitFor();
    await expression.fill('currency = ');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await expression.fill('currency = "EUR"');
    await page.getByText('True of this order').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'ERP' }).waitFor();
    expect((await desk.server.ask('GET', `${ADMIN}/feeds/erp`)).body).toMatchObject({
      filter: { type: 'order', expression: 'currency = "EUR"' },
    });
  });

  it('pause a feed with a reason, and remove it only after asking', async () => {
    await desk.server.ask('PUT', `${ADMIN}/feeds/wms`, { body: { name: 'WMS', filter: { type: 'status' } } });
    const page = await desk.open('/feeds/wms');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('stock-taking');
    await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
    await page.getByText('stock-taking').waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { name: 'Feeds and hooks' }).waitFor();
    expect((await desk.server.ask('GET', `${ADMIN}/feeds/wms`)).status).toBe(404);
  });

  it('show the token of a new key once', async () => {
    const page = await desk.open('/keys');
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('textbox', { name: 'What it is for' }).fill('scanner');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^dkt_/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByText('scanner').waitFor();
    expect(await page.getByText(/^dkt_/).count()).toBe(0);
  });

  it('make a key on plain http under a host name too, and copy its token', async () => {
    const page = await desk.open('/keys', { plainHttp: true });
    expect(await page.evaluate('isSecureContext')).toBe(false);
    const purpose = page.getByRole('textbox', { name: 'What it is for' });
    await page.getByRole('button', { name: 'New key' }).click();
    await purpose.fill('till');
    await page.getByRole('button', { name: 'Save' }).click();
    const token = await page.getByText(/^dkt_/).innerText();
    await page.getByRole('button', { name: 'Copy' }).last().click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.getByRole('dialog', { name: 'Token' }).getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'New key' }).click();
    await purpose.focus();
    await page.keyboard.press('Control+V');
    expect(await purpose.inputValue()).toBe(token);
  });

  it('begin an import, take its file and hand it to a worker', async () => {
    const page = await desk.open('/imports');
    await page.getByRole('button', { name: 'New import' }).click();
    await page.getByRole('textbox', { name: 'Mapping' }).fill('{ "source": "shop" }');
    await page.getByRole('button', { name: 'Make the import' }).click();
    await page.getByText('No files yet').waitFor();
    const file = { name: 'my orders.csv', mimeType: 'text/csv', buffer: Buffer.from('id\n1\n') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('my_orders.csv').waitFor();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('Waiting', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('open a mail that nobody could send, and send it again', async () => {
    const page = await desk.open('/mails');
    await page.getByRole('button', { name: 'Sign-in code' }).click();
    await page.getByText('ana@example.com').waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByRole('dialog').getByText('Queued').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('try a task that failed again', async () => {
    const page = await desk.open('/tasks', { dark: true, width: 380 });
    await page.getByText('it was refused').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nothing failed').waitFor();
  });
});
