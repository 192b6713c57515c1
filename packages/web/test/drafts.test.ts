import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const body = { items: [{ sku: 'PEN', name: 'Pen', priceMicros: 3_000_000, currency: 'EUR', counted: false }] };
  expect((await desk.server.ask('POST', `${ADMIN}/products`, { body })).status).toBeLessThan(300);
});
afterAll(() => desk.end());

const ADMIN = '/api/v1/admin';

async function placed(): Promise<string> {
  const answer = await desk.server.ask('POST', `${ADMIN}/orders`, {
    body: {
      workflow: 'simple',
      currency: 'EUR',
      lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_000_000 }],
      payments: [],
      total: 1000,
    },
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.orderId;
}

interface Seen {
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly totals: { readonly total: number };
}
const order = async (orderId: string): Promise<Seen> =>
  (await desk.server.ask('GET', `${ADMIN}/orders/${orderId}`)).body as unknown as Seen;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('an edit at the desk', () => {
  it('is drafted, shows what it comes to before anything happens, and is made', async () => {
    const orderId = await placed();
    const page = await desk.open(`/orders/${orderId}`);
    page.setDefaultTimeout(10_000);
    await page.getByText('No draft is open.').waitFor();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Quantity of Assam, 100 g').fill('3');
    await page.getByLabel('SKU').fill('PEN');
    await button(page, 'Add the product').click();
    await page.getByText('Save the draft to see what it comes to.').waitFor();
    await button(page, 'Save the draft').click();
    await page.getByRole('cell', { name: '€18.00' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect((await order(orderId)).totals.total).toBe(1000);

    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${orderId}`);
    await page.getByRole('region', { name: 'Items' }).getByText('Pen', { exact: true }).waitFor();
    const { lines, totals } = await order(orderId);
    expect(lines.map(({ sku, quantity }) => `${quantity} ${sku}`)).toEqual(['3 TEA-100', '1 PEN']);
    expect(totals.total).toBe(1800);
  });

  it('cannot be made while something is typed that was not saved, and is discarded without a trace', async () => {
    const orderId = await placed();
    const page = await desk.open(`/orders/${orderId}/drafts/new`);
    page.setDefaultTimeout(10_000);
    await page.getByLabel('Quantity of Assam, 100 g').fill('5');
    await button(page, 'Save the draft').click();
    await button(page, 'Make the edit').waitFor();
    await page.getByLabel('Quantity of Assam, 100 g').fill('7');
    expect(await button(page, 'Make the edit').isDisabled()).toBe(true);
    await button(page, 'Discard').click();
    await page.getByText('No draft is open.').waitFor();
    expect((await order(orderId)).totals.total).toBe(1000);
  });

  it('stays at hand with 5,000 lines: what is sought is found, changed and counted', async () => {
    const lines = Array.from({ length: 5_000 }, (_, n) => ({
      sku: `ROW-${n}`,
      name: `Line number ${n}`,
      quantity: 2,
      priceMicros: 1_000_000,
    }));
    const answer = await desk.server.ask('POST', `${ADMIN}/orders`, {
      body: { workflow: 'simple', currency: 'EUR', lines, payments: [], total: 1_000_000 },
    });
    expect(answer.status, answer.text.slice(0, 500)).toBe(201);
    const { orderId } = answer.body as { orderId: string };
    const page = await desk.open(`/orders/${orderId}/drafts/new`);
    page.setDefaultTimeout(30_000);
    await page.getByLabel('Quantity of Line number 0', { exact: true }).waitFor();
    // the page holds as much as a person can look through, and not fifteen thousand fields
    expect(await page.locator('input').count()).toBeLessThan(250);
    await page.getByLabel('Find a line').fill('ROW-4321');
    await page.getByLabel('Quantity of Line number 4321').fill('7');
    await button(page, 'Save the draft').click();
    await page.getByRole('cell', { name: '€10,005.00' }).first().waitFor();
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${orderId}`);
    expect((await order(orderId)).lines[4321]).toMatchObject({ sku: 'ROW-4321', quantity: 7 });
  });
});
