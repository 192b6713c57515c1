import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  // Nobody works for it here: what its gateway answers, the tests say.
  const body = { name: 'Elsewhere', adapter: 'sandbox', url: 'https://gateway.example' };
  const answer = await desk.server.ask('PUT', '/api/v1/admin/payment-providers/elsewhere', { body });
  if (answer.status !== 201) throw new Error(answer.text);
});
afterAll(() => desk.end());

const ORDERS = '/api/v1/admin/orders';

/** Two teas of 5.90 EUR and their way: 16.70 EUR, on a card whose money a provider moves when it is asked to. */
async function place(payment: object): Promise<string> {
  const placed = await desk.server.ask('POST', ORDERS, {
    body: {
      workflow: 'simple',
      currency: 'EUR',
      lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_900_000 }],
      deliveries: [{ type: 'delivery', price: 490 }],
      payments: [{ method: 'card', amount: 1670, capture: 'by_hand', ...payment }],
      total: 1670,
    },
  });
  if (placed.status !== 201) throw new Error(placed.text);
  return placed.body.orderId;
}

async function command(orderId: string, path: string, body: object = {}): Promise<void> {
  const answer = await desk.server.ask('POST', `${ORDERS}/${orderId}/${path}`, { body });
  if (answer.status !== 200) throw new Error(answer.text);
}

const open = async (orderId: string, options?: Parameters<Desk['open']>[1]): Promise<Page> => {
  const page = await desk.open(`/orders/${orderId}`, options);
  page.setDefaultTimeout(8_000);
  await page.getByRole('heading', { name: /^Order / }).waitFor();
  return page;
};

const payments = (page: Page) => page.getByRole('region', { name: 'Payments', exact: true });

async function doIt(page: Page, done: string): Promise<void> {
  await page.getByRole('button', { name: 'Show what would happen' }).click();
  await page.getByRole('button', { name: 'Do it' }).click();
  await page.getByText(`Done: ${done}`).waitFor();
}

const orderOf = async (orderId: string) =>
  (await desk.server.ask('GET', `${ORDERS}/${orderId}`)).body as unknown as {
    payments: { captured: number; capturing: number; refunded: number }[];
    refunds: { items: { amount: number }[]; shipping: number; amount: number }[];
    amountDue: number;
  };

describe('the payments of an order', () => {
  it('are captured in part, and what the provider answers stands under them', async () => {
    const orderId = await place({ provider: 'elsewhere' });
    await command(orderId, 'payments/1/approve');
    const page = await open(orderId);
    await payments(page).getByRole('button', { name: 'Capture: Payment 1: card' }).click();
    await page.getByText('At most €16.70; all of it, where empty.').waitFor();
    await page.getByRole('textbox', { name: 'Amount' }).fill('10.00');
    await doIt(page, 'Capture');
    await payments(page).getByText('asked for').waitFor();
    expect((await orderOf(orderId)).payments[0]).toMatchObject({ captured: 0, capturing: 1000 });

    await payments(page).getByRole('button', { name: 'It failed' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Try again later');
    await doIt(page, 'It failed');
    await payments(page).getByText('Failed: Try again later').waitFor();
    await payments(page).getByRole('button', { name: 'Ask again' }).click();
    await doIt(page, 'Ask again');
    await payments(page).getByRole('button', { name: 'It has settled' }).click();
    await page.getByRole('textbox', { name: 'Id at the provider' }).fill('ch_1');
    await doIt(page, 'It has settled');
    await payments(page).getByText('settled').waitFor();
    expect(await payments(page).innerText()).toContain('ch_1 · asked 2 times');
    expect(await orderOf(orderId)).toMatchObject({ payments: [{ captured: 1000, capturing: 0 }], amountDue: 670 });
    expect(await barriers(page)).toEqual([]);
  });

  it('are refunded by line and shipping, at what they were sold at', async () => {
    const orderId = await place({});
    await command(orderId, 'payments/1/notify');
    await command(orderId, 'start-handling');
    const page = await open(orderId);
    await payments(page).getByRole('button', { name: 'Refund: Payment 1: card' }).click();
    await page.getByText('at most €11.80').waitFor();
    await page.getByText('At most €4.90.').waitFor();
    await page.getByRole('textbox', { name: 'Pieces of Assam, 100 g' }).fill('1');
    await page.getByRole('textbox', { name: 'For shipping' }).fill('2.00');
    await doIt(page, 'Refund');
    await payments(page).getByText('For: 1 × Assam, 100 g €5.90 · shipping €2.00').waitFor();
    const { refunds, amountDue } = await orderOf(orderId);
    expect(refunds).toMatchObject([{ amount: 790, items: [{ amount: 590 }], shipping: 200 }]);
    expect(amountDue).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  it('are added with all that is known of them, and the page that a provider opened is told', async () => {
    const orderId = await place({ amount: 1000 });
    const page = await open(orderId);
    await page.getByRole('button', { name: 'Add a payment', exact: true }).click();
    await page.getByRole('textbox', { name: 'Means of payment' }).fill('transfer');
    await page.getByRole('textbox', { name: 'Amount' }).fill('6.70');
    await page.getByLabel('Due', { exact: true }).fill('2030-01-02T10:00');
    await page.getByRole('textbox', { name: 'Instalments' }).fill('2');
    await page.getByRole('combobox', { name: 'When the money is taken' }).click();
    await page.getByRole('option', { name: 'when somebody asks for it' }).click();
    expect(await barriers(page)).toEqual([]);
    await doIt(page, 'Add a payment');
    await payments(page).getByRole('button', { name: 'Payment page opened: Payment 2: transfer' }).click();
    await page.getByRole('textbox', { name: 'Page of the provider' }).fill('https://pay.example/2');
    await doIt(page, 'Payment page opened');
    await payments(page).getByRole('link', { name: 'Open it' }).waitFor();
    expect((await orderOf(orderId)).payments[1]).toMatchObject({ installments: 2, capture: 'by_hand' });
  });

  it('show on a telephone in the dark what is refused, in the words of the server', async () => {
    const orderId = await place({});
    await command(orderId, 'payments/1/notify');
    await command(orderId, 'start-handling');
    const page = await open(orderId, { width: 380, dark: true });
    await payments(page).getByRole('button', { name: 'Refund: Payment 1: card' }).click();
    await page.getByRole('textbox', { name: 'For shipping' }).fill('5.00');
    await page.getByRole('button', { name: 'Show what would happen' }).click();
    await page.getByRole('alert').getByText('what goes beyond is goodwill').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
