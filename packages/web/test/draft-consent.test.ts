import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await put('shipping-methods/post', { name: 'Post', price: 500, currency: 'EUR' });
  await put('shipping-methods/courier', { name: 'Courier', price: 1200, currency: 'EUR' });
});
afterAll(() => desk.end());

const ADMIN = '/api/v1/admin';
const put = async (path: string, body: object): Promise<void> => {
  expect((await desk.server.ask('PUT', `${ADMIN}/${path}`, { body })).status).toBeLessThan(300);
};

async function placed(): Promise<string> {
  const answer = await desk.server.ask('POST', `${ADMIN}/orders`, {
    body: {
      workflow: 'simple',
      currency: 'EUR',
      lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_000_000 }],
      deliveries: [
        { type: 'delivery', method: 'post', price: 500, address: { country: 'PT', city: 'Porto', street: 'Rua 1' } },
      ],
      buyer: { email: 'ana@example.com', firstName: 'Ana', locale: 'en' },
      payments: [],
      total: 1500,
    },
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.orderId;
}

interface Seen {
  readonly lines: readonly { readonly quantity: number }[];
  readonly deliveries: readonly { readonly method: string; readonly address: { readonly city: string } }[];
  readonly totals: { readonly total: number };
}
const order = async (orderId: string): Promise<Seen> =>
  (await desk.server.ask('GET', `${ADMIN}/orders/${orderId}`)).body as unknown as Seen;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The address of the link in the newest mail about the order, below the server. */
async function mailed(orderId: string): Promise<string> {
  const { body } = await desk.server.ask('GET', `${ADMIN}/mails?orderId=${orderId}&limit=1`);
  const [mail] = (body as unknown as { mails: { id: string }[] }).mails;
  const { text } = (await desk.server.ask('GET', `${ADMIN}/mails/${mail?.id ?? ''}`)).body as unknown as {
    text: string;
  };
  return /(\/order#\S+)/.exec(text)?.[1] ?? '';
}

/** A draft of three packets, sent to the buyer from the desk. */
async function asked(orderId: string): Promise<Page> {
  const page = await desk.open(`/orders/${orderId}/drafts/new`);
  page.setDefaultTimeout(20_000);
  await page.getByLabel('Quantity of Assam, 100 g').fill('3');
  await button(page, 'Save the draft').click();
  await button(page, 'Ask the buyer to agree').click();
  await page.getByLabel('To the buyer (you need not write)').fill('Three cost no more to send.');
  await button(page, 'Ask').click();
  await page.getByText('Waits for the buyer').first().waitFor();
  return page;
}

describe('the editor of drafts', () => {
  it('changes the delivery and its address, shows each before and after, and makes the edit', async () => {
    const orderId = await placed();
    const page = await desk.open(`/orders/${orderId}/drafts/new`);
    page.setDefaultTimeout(20_000);
    await page.getByRole('combobox', { name: 'Shipping method' }).click();
    await page.getByRole('option', { name: 'Courier (courier)' }).click();
    await button(page, 'Change the address of the delivery').click();
    await page.getByLabel('City').first().fill('Lisboa');
    await button(page, 'Save the draft').click();
    const changes = page.getByRole('region', { name: 'What changes' });
    await changes.getByText(/courier · €12\.00/).waitFor();
    await changes.getByText(/Lisboa/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${orderId}`);
    const { deliveries, totals } = await order(orderId);
    expect(deliveries).toMatchObject([{ method: 'courier', address: { city: 'Lisboa' } }]);
    expect(totals.total).toBe(2200);
  });

  it('sends a draft to its buyer, who sees what changes and agrees; the desk shows it', async () => {
    const orderId = await placed();
    const page = await asked(orderId);
    expect(await barriers(page)).toEqual([]);
    const buyer = await desk.openAsStranger(await mailed(orderId), { width: 390, height: 844, dark: true });
    buyer.setDefaultTimeout(20_000);
    await buyer.getByRole('heading', { name: 'The shop asks: do you agree to this change?' }).waitFor();
    await buyer.getByText('Three cost no more to send.').waitFor();
    await buyer.getByText('€20.00').first().waitFor();
    expect(await barriers(buyer)).toEqual([]);
    await button(buyer, 'Agree').click();
    await buyer.getByText(/You agreed to a change on/).waitFor();
    expect(await order(orderId)).toMatchObject({ lines: [{ quantity: 3 }], totals: { total: 2000 } });
    await page.reload();
    await page.getByText(/The buyer agreed on/).waitFor();
  });

  it('shows why the buyer declined, and the draft beside others', async () => {
    const orderId = await placed();
    const page = await asked(orderId);
    const buyer = await desk.openAsStranger(await mailed(orderId));
    buyer.setDefaultTimeout(20_000);
    await button(buyer, 'Decline').click();
    await buyer.getByLabel('Why? (you need not say)').fill('Two are enough.');
    await buyer.getByRole('dialog').getByRole('button', { name: 'Decline', exact: true }).click();
    await buyer.getByText(/You declined a change on/).waitFor();
    await page.reload();
    await page.getByText('Two are enough.').waitFor();
    await desk.server.ask('POST', `${ADMIN}/orders/${orderId}/drafts`, {
      body: { changes: [{ change: 'set_quantity', lineId: '1', quantity: 5 }] },
    });
    await page.goto(`${desk.url}/orders/${orderId}/drafts`);
    await page.getByRole('cell', { name: '€20.00' }).first().waitFor();
    await page.getByRole('cell', { name: '€30.00' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

describe('the rules of edits at the desk', () => {
  it('are told kind by kind, changed for the account, and brought back to the default', async () => {
    const page = await desk.open('/settings/edits');
    page.setDefaultTimeout(20_000);
    await button(page, 'Edit Replace a product').click();
    await page.getByRole('switch', { name: 'The buyer has to agree' }).click();
    await button(page, 'Save').click();
    const row = page.getByRole('row', { name: /Replace a product/ });
    await row.getByText(/^always: open, being handled/).waitFor();
    expect(await barriers(page)).toEqual([]);
    const { body } = await desk.server.ask('GET', `${ADMIN}/edit-rules/replace_line`);
    expect(body).toMatchObject({ consent: { when: 'always' } });
    await row.getByRole('button', { name: 'As by default' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'As by default' }).click();
    await row.getByText('own rule').waitFor({ state: 'detached' });
    expect((await desk.server.ask('GET', `${ADMIN}/edit-rules/replace_line`)).status).toBe(404);
  });
});

describe('an edit of a linked pair at the desk', () => {
  it('is made on the order of the marketplace and changes both; the order of the seller says where to go', async () => {
    const lines = [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_000_000 }];
    const place = async (body: object): Promise<string> => {
      const answer = await desk.server.ask('POST', `${ADMIN}/orders`, { body });
      expect(answer.status, answer.text).toBe(201);
      return answer.body.orderId;
    };
    const common = { currency: 'EUR', lines, total: 1000 };
    const sold = await place({ ...common, workflow: 'marketplace', payments: [{ method: 'card', amount: 1000 }] });
    const fulfilled = await place({ ...common, workflow: 'fulfillment', fulfils: sold });
    const page = await desk.open(`/orders/${fulfilled}`);
    page.setDefaultTimeout(20_000);
    await page.getByRole('link', { name: 'To the order of the marketplace' }).click();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByText(/A seller fulfils this order/).waitFor();
    expect(await page.getByLabel('Price of Assam, 100 g').isDisabled()).toBe(true);
    await page.getByLabel('Quantity of Assam, 100 g').fill('3');
    await button(page, 'Save the draft').click();
    await page.getByRole('region', { name: 'Stock, bookings and papers' }).getByText(`Order ${fulfilled}`).waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Make the edit').click();
    await page.waitForURL(`**/orders/${sold}`);
    for (const id of [sold, fulfilled])
      expect(await order(id)).toMatchObject({ lines: [{ quantity: 3 }], totals: { total: 1500 } });
  });
});
