import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.end());

const ORDERS = '/api/v1/admin/orders';

/** Two teas of 5.90 EUR and their way: 16.70 EUR. */
async function place(more: object = {}): Promise<string> {
  const placed = await desk.server.ask('POST', ORDERS, {
    body: {
      workflow: 'simple',
      currency: 'EUR',
      lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_900_000 }],
      deliveries: [{ type: 'delivery', price: 490, address: { city: 'Graz', street: 'Hauptplatz', country: 'AT' } }],
      payments: [{ method: 'card', amount: 1670 }],
      buyer: { email: 'ana@example.com', firstName: 'Ana', lastName: 'Gruber' },
      total: 1670,
      ...more,
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

/** The text of a section of the page, once it says `words`. */
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('the page of an order', () => {
  it('shows what it is, who bought it and what was bought before', async () => {
    const earlier = await place();
    const orderId = await place();
    const page = await open(orderId);
    await section(page, 'Buyer').getByRole('link', { name: earlier }).waitFor();
    expect(await section(page, 'Buyer').innerText()).toContain('Ana Gruber');
    expect(await section(page, 'Items').innerText()).toContain('Assam, 100 g');
    await section(page, 'What the shopper sees').getByText('now').first().waitFor();
    expect(await section(page, 'Where it stands').innerText()).toContain('Pending');
  });

  it('shows the pictures of products beside their names, and nothing where one cannot be had', async () => {
    const pictured = (sku: string, imageUrl?: string) =>
      ({ sku, name: sku, priceMicros: 1_000_000, currency: 'EUR', counted: false, imageUrl: imageUrl ?? null }); // prettier-ignore
    const items = [pictured('CUP', '/docket.svg'), pictured('LOST', '/lost.svg'), pictured('PLAIN')];
    const loaded = await desk.server.ask('POST', '/api/v1/admin/products', { body: { items } });
    expect(loaded.status, loaded.text).toBe(200);
    const lines = items.map(({ sku }) => ({ sku, quantity: 1 }));
    const orderId = await place({ lines, total: 790, payments: [{ method: 'card', amount: 790 }] });
    const page = await open(orderId);
    const table = section(page, 'Items');
    await expect.poll(() => table.locator('img').count(), { timeout: 10_000 }).toBe(1);
    const picture = table.locator('img');
    expect([await picture.getAttribute('alt'), await picture.getAttribute('src')]).toEqual(['', '/docket.svg']);
    const edges = await Promise.all(
      items.map(async ({ sku }) => (await table.getByText(sku, { exact: true }).first().boundingBox())?.x),
    );
    expect(new Set(edges).size).toBe(1);
    expect(await barriers(page)).toEqual([]);

    const link = await desk.server.ask('POST', `${ORDERS}/${orderId}/guest-links`, { body: {} });
    const { token } = link.body as unknown as { token: string };
    const stranger = await desk.openAsStranger(`/order#${token}`, { width: 380, dark: true });
    // What cannot be had is known when it is looked at.
    await stranger.getByText('1 × PLAIN').scrollIntoViewIfNeeded();
    await expect.poll(() => stranger.locator('li img').count()).toBe(1);
    expect(await barriers(stranger)).toEqual([]);
  });

  it('takes a payment only after showing what would happen to money and status', async () => {
    const orderId = await place();
    const page = await open(orderId);
    await page.getByRole('button', { name: 'Approve payment' }).click();
    await page.getByRole('combobox', { name: 'Payment' }).click();
    await page.getByRole('option', { name: 'Payment 1' }).click();
    await page.getByLabel('Why, for the history').fill('Ticket 4711 – geprüft');
    await page.getByRole('button', { name: 'Show what would happen' }).click();
    const preview = section(page, 'What would happen');
    await preview.getByText('Payment 1 authorised and captured').waitFor();
    expect(await preview.innerText()).toContain('€16.70 from “Owed by the buyer” to “Captured”');
    expect((await desk.server.ask('GET', `${ORDERS}/${orderId}`)).body.version).toBe(1);
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByText('Done: Approve payment').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).waitFor();
    expect((await desk.server.ask('GET', `${ORDERS}/${orderId}`)).body.version).toBe(2);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('because: Ticket 4711 – geprüft').waitFor();
  });

  it('takes an amount that ends in zero as it was typed', async () => {
    const orderId = await place();
    const page = await open(orderId);
    await page.getByRole('button', { name: 'Approve payment' }).click();
    await page.getByRole('combobox', { name: 'Payment' }).click();
    await page.getByRole('option', { name: 'Payment 1' }).click();
    const amount = page.getByRole('textbox', { name: 'Amount' });
    await amount.pressSequentially('12.50');
    expect(await amount.inputValue()).toBe('12.50 EUR');
    // Leaving the field would make a number of the text.
    await amount.press('Enter');
    await section(page, 'What would happen').getByText('€12.50 from “Owed by the buyer” to “Captured”').waitFor();
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByText('Done: Approve payment').waitFor();
    expect((await desk.server.ask('GET', `${ORDERS}/${orderId}`)).body.payments).toMatchObject([{ captured: 1250 }]);
  });

  it('does nothing when the order moved on since the preview, and shows the difference', async () => {
    const orderId = await place();
    const page = await open(orderId);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Show what would happen' }).click();
    await section(page, 'What would happen').waitFor();
    await command(orderId, 'payments/1/approve');
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByRole('alert').getByText('The order has moved on').waitFor();
    expect((await desk.server.ask('GET', `${ORDERS}/${orderId}`)).body.version).toBe(2);
    await page.getByRole('button', { name: 'Show again what would happen' }).click();
    await section(page, 'What would happen').getByText('given back').waitFor();
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByText('Done: Cancel').waitFor();
  });

  it('says in plain words why something is not possible, before and after it is tried', async () => {
    const orderId = await place();
    const page = await open(orderId);
    await page.getByRole('button', { name: /not possible now/ }).click();
    const listed = await section(page, 'What may happen next').innerText();
    expect(listed).toContain('Refund');
    expect(listed).not.toContain('undefined');
    await page.getByRole('button', { name: 'Send package' }).click();
    await page.getByLabel('Pieces of Assam, 100 g').fill('9');
    await page.getByRole('button', { name: 'Show what would happen' }).click();
    await page.getByRole('alert').getByText('This is not possible').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('What helps');
    expect(await page.getByLabel('Pieces of Assam, 100 g').inputValue()).toBe('9');
  });

  it('tells who changed what, with old and new values, and goes back to any version', async () => {
    const orderId = await place();
    await command(orderId, 'payments/1/approve');
    await command(orderId, 'start-handling');
    const page = await open(orderId);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('button', { name: /Handling started/ }).click();
    const row = page.getByRole('row', { name: /^Status pending processing/ }).first();
    await row.waitFor();
    await page.getByRole('slider', { name: 'Version of the order' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Version 1 of 3', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?version=1');
    expect(await page.getByRole('button', { name: 'Approve payment' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Back to the present' }).click();
    await page.getByText('Version 1 of 3', { exact: true }).waitFor({ state: 'hidden' });
  });

  it('explains a figure by the book behind it', async () => {
    const orderId = await place();
    await command(orderId, 'payments/1/approve');
    const page = await open(orderId);
    await page.getByRole('button', { name: 'Why Still due?' }).click();
    const book = page.getByRole('dialog');
    await book.getByText('Payment approved').waitFor();
    expect(await book.innerText()).toContain('-€16.70');
  });

  it.each([
    [false, 1280],
    [true, 380],
  ])('has no barrier for people who cannot see well (dark: %s, %i px)', async (dark, width) => {
    const orderId = await place();
    await command(orderId, 'payments/1/approve');
    const page = await open(orderId, { dark, width });
    await section(page, 'Buyer').getByText('Ana Gruber').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.getByRole('button', { name: 'Start handling' }).click();
    await page.getByRole('button', { name: 'Show what would happen' }).click();
    await section(page, 'What would happen').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
