import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const product = (sku: string, name: string, priceMicros: number, counted: boolean) => ({
    sku,
    name,
    priceMicros,
    currency: 'EUR',
    counted,
  });
  const items = [
    product('TEA-100', 'Assam, 100 g', 5_000_000, false),
    product('PEN', 'Pen', 3_000_000, false),
    product('INK', 'Ink', 4_000_000, true),
  ];
  const tenth = { kind: 'percentage', target: 'line', rate: 100_000 };
  for (const [method, path, body] of [
    ['POST', 'products', { items }],
    ['POST', 'stock', { items: [{ sku: 'INK', onHand: 10 }] }],
    [
      'PUT',
      'promotions/tea',
      { name: 'Tea', currency: 'EUR', reward: tenth, conditions: { items: { skus: ['TEA-100'] } } },
    ],
  ] as const)
    expect((await desk.server.ask(method, `${ADMIN}/${path}`, { body })).status, path).toBeLessThan(300);
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
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly shipped: number }[];
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
    await page.getByLabel('SKU').fill('NONE');
    await button(page, 'Add the product').click();
    await button(page, 'Save the draft').click();
    await page.getByText('About: Add a product').waitFor();
    await page.getByLabel('Quantity of Assam, 100 g').fill('7');
    expect(await button(page, 'Make the edit').isDisabled()).toBe(true);
    await button(page, 'Discard').click();
    await page.getByText('No draft is open.').waitFor();
    expect((await order(orderId)).totals.total).toBe(1000);
  });

  it('replaces a product, runs promotions again and adds a fee, shows each line by line, and is taken back', async () => {
    const orderId = await placed();
    const page = await desk.open(`/orders/${orderId}/drafts/new`);
    page.setDefaultTimeout(10_000);
    await page.getByLabel('SKU').fill('PEN');
    await button(page, 'Add the product').click();
    await button(page, 'More about Assam, 100 g').click();
    await page.getByRole('combobox', { name: 'Replace Assam, 100 g by' }).fill('Ink');
    await page.getByRole('option', { name: 'Ink · INK' }).click();
    await page.getByText('Assam, 100 g is replaced by INK').waitFor();
    await page.getByLabel('Pieces of INK').fill('30');
    await page.getByLabel('Fee or other adjustment').fill('Express');
    await page.getByLabel('Amount in EUR, of either sign').fill('1');
    await button(page, 'Add the adjustment').click();
    await page.getByLabel('Why (for the history)').fill('Ana called');
    await button(page, 'Save the draft').click();
    await page.getByText('There are not enough pieces left at the place.').waitFor();
    await page.getByLabel('Pieces of INK').fill('3');
    await button(page, 'Save the draft').click();
    const byLine = page.getByRole('region', { name: 'Line by line' });
    await byLine.getByText('3 × INK in main: claimed').waitFor();
    await page
      .getByRole('region', { name: 'Stock, bookings and papers' })
      .getByText(/^€1\.00 from/)
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${orderId}`);
    expect((await order(orderId)).totals.total).toBe(1600);

    // a second edit has the promotions of the tea run again, and is made and taken back
    const other = await placed();
    await page.goto(`${desk.url}/orders/${other}/drafts/new`);
    await page.getByRole('combobox', { name: 'Promotions of the order' }).click();
    await page.getByRole('option', { name: 'Run again over the order as it is then' }).click();
    await button(page, 'Save the draft').click();
    await byLine.getByRole('cell', { name: 'run again' }).waitFor();
    await byLine.getByRole('cell', { name: '€0.50' }).waitFor();
    const draft = page.url();
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${other}`);
    expect((await order(other)).totals.total).toBe(900);
    await page.goto(draft);
    await button(page, 'Prepare the way back').click();
    await page.getByRole('cell', { name: '€10.00' }).first().waitFor();
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${other}`);
    expect((await order(other)).totals.total).toBe(1000);
  });

  it('is found among all that are open, says in words what somebody else changed, and is kept on the present version', async () => {
    const orderId = await placed();
    const send = (path: string, quantity: number) =>
      desk.server.ask('POST', `${ADMIN}/orders/${orderId}/${path}`, {
        body: { changes: [{ change: 'set_quantity', lineId: '1', quantity }] },
      });
    await send('drafts', 3);
    await send('edits', 5);
    const page = await desk.open('/drafts');
    page.setDefaultTimeout(10_000);
    await page
      .getByRole('link', { name: /^Edit of order / })
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator(`a[href^="/orders/${orderId}/drafts/"]`).click();
    await page.getByText('Assam, 100 g: quantity').waitFor();
    await button(page, 'Keep it on the present version').click();
    await page.getByText('Assam, 100 g: quantity').waitFor({ state: 'detached' });
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${orderId}`);
    expect((await order(orderId)).lines.map(({ quantity }) => quantity)).toEqual([3]);
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

    // the same in what is asked about pieces: one line of 5,000 is sent
    for (const step of ['start-handling', 'shipments'])
      expect((await desk.server.ask('POST', `${ADMIN}/orders/${orderId}/${step}`, { body: {} })).status).toBeLessThan(
        300,
      );
    await page.reload();
    await button(page, 'Send shipment 1').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Find a line by SKU or name').fill('ROW-4321');
    await dialog.getByLabel('Pieces of Line number 4321').fill('7');
    expect(await page.locator('input').count()).toBeLessThan(400);
    await button(page, 'Show what would happen').click();
    await button(page, 'Do it').click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await order(orderId)).lines.filter(({ shipped }) => shipped > 0)).toMatchObject([
      { sku: 'ROW-4321', shipped: 7 },
    ]);
  });
});
