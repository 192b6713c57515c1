import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from '../../server/test/setup/api.js';
import { codeFor, place } from '../../server/test/shoppers.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const body = { name: 'Tea', counted: false, priceMicros: 10_000_000, currency: 'EUR' };
  await desk.server.ask('PUT', `${ADMIN}/products/TEA`, { body });
  await desk.server.ask('PUT', `${ADMIN}/payment-providers/till`, { body: { name: 'The till', adapter: 'manual' } });
});
afterAll(() => desk.end());

const send = async (orderId: string, path: string, body: object = {}): Promise<void> => {
  const { status, text } = await desk.server.ask('POST', `${ADMIN}/orders/${orderId}${path}`, { body });
  if (status !== 200) throw new Error(`${path}: ${text}`);
};

/** Three teas at 10.00 that arrived. */
async function arrived(): Promise<string> {
  const orderId = await place(desk.server, {
    workflow: 'simple',
    customerId: 'ana',
    buyer: { email: 'ana@example.com', firstName: 'Ana' },
    lines: [{ sku: 'TEA', quantity: 3 }],
    deliveries: [{ type: 'delivery', price: 0, address: { country: 'AT', city: 'Graz' } }],
    payments: [{ method: 'card', amount: 3_000 }],
    total: 3_000,
  });
  await send(orderId, '/payments/1/approve');
  await send(orderId, '/start-handling');
  await send(orderId, '/packages');
  await send(orderId, '/delivered');
  return orderId;
}

async function inspected(quantity = 2): Promise<string> {
  const orderId = await arrived();
  await send(orderId, '/returns', { items: [{ lineId: '1', quantity, reason: 'no_longer_needed' }] });
  await send(orderId, '/returns/1/authorise');
  await send(orderId, '/returns/1/receipts');
  await send(orderId, '/returns/1/inspections', { items: [{ lineId: '1', accepted: quantity, rejected: 0 }] });
  return orderId;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Shows what would happen, and does it. */
async function carriedOut(page: Page): Promise<void> {
  await button(page, 'Show what would happen').click();
  await button(page, 'Do it').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

describe('a return at the desk', () => {
  it('goes from the wish of its buyer over the desk to the money, and the buyer sees it', async () => {
    const orderId = await arrived();
    const link = await desk.server.ask('POST', `${ADMIN}/orders/${orderId}/guest-links`, { body: {} });
    const guest = `/order#${(link.body as unknown as { token: string }).token}`;
    const buyer = await desk.openAsStranger(guest, { width: 380 });
    await button(buyer, 'Return something').click();
    const form = buyer.getByRole('dialog');
    await form.getByLabel('Pieces of Tea').fill('2');
    await form.getByLabel('Why?').first().click();
    await buyer.getByRole('option', { name: 'No longer needed' }).click();
    await button(buyer, 'Ask to return').click();
    await buyer.getByText('We look at it').waitFor();

    const page = await desk.open('/returns?work=decide');
    await page.getByRole('heading', { name: 'Returns' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Decide' }).click();
    const commands = ['Authorise', 'Receive', 'Inspect', 'Settle'];
    await page.getByRole('heading', { name: `Return ${orderId}-RT1` }).waitFor();
    for (const words of commands) {
      await button(page, words).click();
      if (words === 'Inspect') await page.getByLabel('Accepted of Tea').fill('2');
      await carriedOut(page);
    }
    await page.getByText('€20.00 given back').waitFor();
    await page.getByText(/^Came on .*: 2 × Tea/).waitFor();
    expect(await barriers(page)).toEqual([]);
    const around = page.getByRole('region', { name: 'What it hangs with' });
    await around.getByRole('link', { name: /^Return invoice / }).click();
    await page.getByRole('heading', { name: /^Return invoice / }).waitFor();
    await around.getByRole('link', { name: `Return ${orderId}-RT1` }).waitFor();

    await buyer.reload();
    const own = buyer.getByRole('article', { name: `Return ${orderId}-RT1` });
    await own.getByText('€20.00 given back').waitFor();
    expect(await barriers(buyer)).toEqual([]);
  });

  it('says what its buyer would like, and the settlement begins with it', async () => {
    const orderId = await arrived();
    const page = await desk.open(`/orders/${orderId}`);
    page.setDefaultTimeout(10_000);
    await button(page, 'Record a return').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Pieces of Tea').fill('1');
    await dialog.getByRole('combobox', { name: 'Reason' }).click();
    await page.getByRole('option', { name: 'No longer needed' }).click();
    await dialog.getByLabel('What the buyer would like').click();
    await page.getByRole('option', { name: 'store credit' }).click();
    await carriedOut(page);
    await send(orderId, '/returns/1/authorise');
    await send(orderId, '/returns/1/receipts');
    await send(orderId, '/returns/1/inspections', { items: [{ lineId: '1', accepted: 1, rejected: 0 }] });
    await page.reload();
    await page
      .getByRole('article', { name: `Return ${orderId}-RT1` })
      .getByRole('button', { name: 'Settle' })
      .click();
    expect(await page.getByRole('dialog').getByLabel('What the buyer gets').inputValue()).toBe('Store credit');
  });

  it('becomes an order in exchange, to which both the desk and the buyer find', async () => {
    const orderId = await inspected();
    const page = await desk.open(`/orders/${orderId}`);
    await page
      .getByRole('article', { name: `Return ${orderId}-RT1` })
      .getByRole('button', { name: 'Settle' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What the buyer gets').click();
    await page.getByRole('option', { name: 'Exchange' }).click();
    await dialog.getByText('payments can give back €30.00').waitFor();
    await dialog.getByLabel('SKU').fill('TEA');
    await dialog.getByLabel('Pieces').fill('3');
    await dialog.getByLabel('How the buyer pays a difference').fill('cash');
    await dialog.getByRole('combobox', { name: 'Payment provider' }).click();
    await page.getByRole('option', { name: 'The till' }).click();
    expect(await barriers(page)).toEqual([]);
    await carriedOut(page);
    const way = page.getByRole('link', { name: /exchanged for order/ });
    await way.waitFor();
    await way.click();
    await page.waitForURL((url) => !url.pathname.includes(orderId));
    // Two teas of 10.00 came back for three: the till takes the third.
    const exchanged = await desk.server.ask('GET', `${ADMIN}${new URL(page.url()).pathname}`);
    expect(exchanged.body).toMatchObject({
      payments: [
        { method: 'exchange', amount: 2_000 },
        { method: 'cash', provider: 'till', amount: 1_000 },
      ],
    });
    await page.getByText('exchange').first().waitFor();

    const buyer = await desk.openAsStranger('/account', { width: 380, dark: true });
    await buyer.getByLabel('E-mail').fill('ana@example.com');
    await button(buyer, 'Send me a code').click();
    await buyer.getByLabel('Code from the mail').waitFor();
    await buyer.getByLabel('Code from the mail').fill(await codeFor(desk.server, 'ana@example.com'));
    await button(buyer, 'Sign in').click();
    await buyer.getByRole('link', { name: orderId }).click();
    const other = buyer.getByRole('link', { name: /Exchanged for order/ });
    await other.waitFor();
    expect(await barriers(buyer)).toEqual([]);
    await other.click();
    await buyer.getByRole('link', { name: `In exchange for goods of order ${orderId}` }).waitFor();
  });

  it('becomes store credit of its customer, on a phone and in the dark', async () => {
    const orderId = await inspected(1);
    const page = await desk.open(`/orders/${orderId}`, { width: 380, dark: true });
    await page
      .getByRole('article', { name: `Return ${orderId}-RT1` })
      .getByRole('button', { name: 'Settle' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What the buyer gets').click();
    await page.getByRole('option', { name: 'Store credit' }).click();
    expect(await barriers(page)).toEqual([]);
    await carriedOut(page);
    await page.getByText('€10.00 as store credit').waitFor();
  });
});

describe('what is taken back', () => {
  it('is set for the account and for a store, with reasons in every language', async () => {
    const page = await desk.open('/settings/returns');
    await button(page, 'New policy').click();
    await page.getByRole('dialog').getByLabel('Days').fill('14');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: 'All stores', exact: true }).waitFor();
    const kept = await desk.server.ask('GET', `${ADMIN}/return-policies/account`);
    expect(kept.body).toMatchObject({ enabled: true, windowDays: 14, statuses: null });
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('tab', { name: 'Reasons' }).click();
    await page.getByText('No longer needed').waitFor();
    await button(page, 'New reason').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Id').first().fill('too_small');
    await form.getByLabel(/What people read: English/).fill('Too small');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Too small').waitFor();
    expect(await barriers(page)).toEqual([]);
    const reason = await desk.server.ask('GET', `${ADMIN}/return-reasons/too_small`);
    expect(reason.body).toMatchObject({ use: 'request', labels: { en: 'Too small' }, active: true });
  });
});
