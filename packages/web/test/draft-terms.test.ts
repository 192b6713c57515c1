import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ADMIN } from '../../server/test/setup/api.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

/** What an edit says beside quantities and prices, typed at the desk; and drafts that two people work on. */

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const items = [{ sku: 'INK', name: 'Ink', priceMicros: 4_000_000, currency: 'EUR', counted: false }];
  expect((await ask('POST', 'products', { items })).status).toBe(200);
});
afterAll(() => desk.end());

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  desk.server.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The field empties and closes when the page, not yet still, takes the focus away: then it is typed into again. */
async function find(page: Page, typed: string, product: string): Promise<void> {
  await vi.waitFor(
    async () => {
      await page.getByRole('combobox', { name: 'Product of the catalogue' }).fill(typed);
      await page.getByRole('option', { name: product }).click({ timeout: 3_000 });
    },
    { timeout: 20_000, interval: 100 },
  );
}

async function placed(): Promise<string> {
  const answer = await ask('POST', 'orders', {
    workflow: 'simple',
    currency: 'EUR',
    lines: [
      { sku: 'TEA', name: 'Tea', quantity: 2, priceMicros: 5_000_000, deliveryId: 'home' },
      { sku: 'CUP', name: 'Cup', quantity: 1, priceMicros: 8_000_000, deliveryId: 'work' },
    ],
    deliveries: ['home', 'work'].map((id) => ({ id, type: 'delivery', price: 200, address: { country: 'PT' } })),
    payments: [{ id: 'P', method: 'invoice', amount: 2_200 }],
    total: 2_200,
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.orderId;
}
const drafted = async (orderId: string, quantity: number): Promise<string> => {
  const { body } = await ask('POST', `orders/${orderId}/drafts`, {
    changes: [{ change: 'set_quantity', lineId: '1', quantity }],
  });
  return (body as unknown as { draftId: string }).draftId;
};

describe('an edit at the desk', () => {
  it('adds a product with a price of its own, sends all in one delivery, and has a payment due later in parts', async () => {
    const orderId = await placed();
    const page = await desk.open(`/orders/${orderId}/drafts/new`);
    page.setDefaultTimeout(20_000);
    await find(page, 'Ink', 'Ink · INK');
    await page.getByLabel('Price each in EUR').fill('3.5');
    await page.getByLabel('Discount on each in EUR').fill('0.5');
    await choose(page, 'Sent with', 'Delivery 1');
    await button(page, 'Add the product').click();
    await page.getByText(/^Add a product · INK · 1 · €3\.50 · €0\.50/).waitFor();
    await button(page, 'More about Cup').click();
    await choose(page, 'Delivery of Cup', 'Delivery 1');
    await page.getByRole('switch', { name: 'Delivery 2 stays' }).click({ force: true });
    await page.getByLabel('Instalments of payment P').fill('3');
    await page.getByLabel('Payment P is due').fill('2031-05-01T12:00');
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Save the draft').click();
    await page.getByRole('cell', { name: '€23.00' }).first().waitFor();
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${orderId}`);
    expect((await ask('GET', `orders/${orderId}`)).body).toMatchObject({
      lines: [
        { sku: 'TEA', deliveryId: 'home' },
        { sku: 'CUP', deliveryId: 'home' },
        { sku: 'INK', name: 'Ink', priceMicros: 3_500_000, discountMicros: 500_000, deliveryId: 'home' },
      ],
      deliveries: [{ id: 'home' }],
      payments: [{ installments: 3, dueAt: expect.stringMatching(/^2031-05-01/) as string }],
      totals: { total: 1_000 + 800 + 300 + 200 },
    });
  });

  it('adds a delivery, and sends a line with it', async () => {
    const orderId = await placed();
    const page = await desk.open(`/orders/${orderId}/drafts/new`);
    page.setDefaultTimeout(20_000);
    await button(page, 'Add a delivery').click();
    await page.getByLabel('Shipping in EUR').nth(2).fill('3');
    await button(page, 'More about Cup').click();
    await choose(page, 'Delivery of Cup', 'Delivery 3');
    await button(page, 'Save the draft').click();
    await page.getByRole('cell', { name: '€25.00' }).first().waitFor();
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${orderId}`);
    expect((await ask('GET', `orders/${orderId}`)).body).toMatchObject({
      lines: [{ deliveryId: 'home' }, { deliveryId: '3' }],
      deliveries: [{}, {}, { id: '3', price: 300 }],
    });
  });
});

describe('a draft that two people work on', () => {
  it('is not made as only one of them knows it: both versions are shown, and one goes on', async () => {
    const orderId = await placed();
    const draftId = await drafted(orderId, 3);
    const page = await desk.open(`/orders/${orderId}/drafts/${draftId}`);
    page.setDefaultTimeout(20_000);
    await button(page, 'Make the edit').waitFor();
    await ask('PUT', `drafts/${draftId}`, { changes: [{ change: 'set_quantity', lineId: '1', quantity: 9 }] });
    await button(page, 'Make the edit').click();
    await page.getByText('Somebody else wrote this draft anew').waitFor();
    await page.getByText('Quantity · Tea · 9').waitFor();
    await page.getByText('Quantity · Tea · 3').waitFor();
    expect(await button(page, 'Make the edit').isDisabled()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    expect((await ask('GET', `orders/${orderId}`)).body).toMatchObject({ version: 1 });
    await button(page, 'Keep mine: saving writes over theirs').click();
    await button(page, 'Save the draft').click();
    await page.getByRole('cell', { name: '€27.00' }).first().waitFor();

    await ask('PUT', `drafts/${draftId}`, { changes: [{ change: 'set_quantity', lineId: '1', quantity: 8 }] });
    await button(page, 'Make the edit').click();
    await button(page, 'Go on with theirs').click();
    await page.getByRole('cell', { name: '€52.00' }).first().waitFor();
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${orderId}`);
    expect((await ask('GET', `orders/${orderId}`)).body).toMatchObject({ version: 2, lines: [{ quantity: 8 }, {}] });
  });

  it('is compared with others, and what does not fit beside them is counted', async () => {
    const orderId = await placed();
    for (const pieces of [3, 4, 5, 6, 7]) await drafted(orderId, pieces);
    const page = await desk.open(`/orders/${orderId}/drafts`);
    page.setDefaultTimeout(20_000);
    await page.getByText('1 more draft is not shown here.').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
