import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../../server/src/database/pool.js';
import { ADMIN, ORDER } from '../../server/test/setup/api.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.end());

describe('home', () => {
  it('says what will stand there while there are no orders', async () => {
    const page = await desk.open('/');
    await page.getByText('No orders in 30 days').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('counts what waits for somebody, and leads to it', async () => {
    const { server } = desk;
    for (const channel of ['web', 'app']) {
      const body = { name: channel, kind: 'shop' };
      expect((await server.ask('PUT', `${ADMIN}/channels/${channel}`, { body })).status).toBe(201);
    }
    for (const channel of ['web', 'web', 'app'])
      expect((await server.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, channel } })).status).toBe(201);
    const dollars = { ...ORDER, currency: 'USD', channel: 'web' };
    expect((await server.ask('POST', `${ADMIN}/orders`, { body: dollars })).status).toBe(201);
    await withAccounts(server.database.serving, ['default'], async (client) => {
      await client.query(
        `insert into tasks (account, kind, key, due, payload, attempts, failed_at, last_error)
         values ('default', 'order_timer', '1-01/deadline', now(), '{}', 10, now(), 'it was refused')`,
      );
    });
    const page = await desk.open('/');
    await page.getByRole('link', { name: /Payment waits\s*4/ }).waitFor();
    await page.getByRole('link', { name: /Failed tasks\s*1/ }).waitFor();
    await page.getByRole('link', { name: /Late\s*0/ }).waitFor();
    await page.getByRole('link', { name: /Payment waits/ }).click();
    await page.waitForURL(/\/orders\?stage=/);
  });

  it('draws orders by day, status and channel, and money in one currency at a time', async () => {
    const page = await desk.open('/');
    await page.getByText('4 orders', { exact: true }).waitFor();
    await page.getByRole('link', { name: /web\s*3/ }).waitFor();
    await page.getByRole('link', { name: /app\s*1/ }).waitFor();
    await page.locator('.recharts-bar-rectangle path').first().waitFor();
    await page.getByText('Money', { exact: true }).click();
    await page.getByText('3 orders, €83.40').waitFor();
    await page.getByRole('link', { name: /web\s*€55\.60/ }).waitFor();
    await page.getByRole('combobox', { name: 'Currency' }).click();
    await page.getByRole('option', { name: 'USD' }).click();
    await page.getByText('1 orders, $27.80').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('tells the days as a table, on a phone and in the dark', async () => {
    const page = await desk.open('/', { dark: true, width: 380 });
    await page.getByRole('switch', { name: 'As a table' }).check({ force: true });
    expect(await page.getByRole('row').count()).toBe(31);
    expect(await page.getByRole('row').nth(1).textContent()).toMatch(/4$/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(380);
    expect(await barriers(page)).toEqual([]);
  });

  it('leads from a bar to the orders that it counts', async () => {
    const page = await desk.open('/');
    await page.getByRole('link', { name: /app\s*1/ }).click();
    await page.getByRole('heading', { name: 'Orders', exact: true }).waitFor();
    await page.getByText('1 order', { exact: false }).first().waitFor();
  });
});
