import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from '../../server/test/setup/api.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

/** Taxes at the desk, from a rate to the paper that is told, with the account's own rates and a worker behind. */

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ role: 'all' });
  const items = [{ sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR', counted: false }];
  await ask('POST', 'products', { items });
  await ask('POST', 'customers', {
    items: [{ customerId: 'embassy', firstName: 'Eva', company: 'Embassy of Ruritania' }],
  });
});
afterAll(() => desk.end());

const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
  const answer = await desk.server.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.body as unknown as Record<string, never>;
};
const open = async (path: string, options?: Parameters<Desk['open']>[1]): Promise<Page> => {
  const page = await desk.open(path, options);
  page.setDefaultTimeout(45_000);
  return page;
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const drawer = (page: Page) => page.getByRole('dialog');

const BASKET = {
  currency: 'EUR',
  taxed: true,
  lines: [{ sku: 'MUG', quantity: 2 }],
  deliveries: [{ type: 'delivery', price: 500, address: { country: 'DE', city: 'Berlin', postalCode: '10115' } }],
};
/** 80.00 and 5.00 of shipping, and 19 % of both: 16.15. */
const TOTAL = 8500 + 1615;

describe('taxes of a store', () => {
  it('are set up with a rate of its own, and with what a tax service calls its categories', async () => {
    const page = await open('/settings/taxes?tab=rates');
    await button(page, 'New rate').click();
    await field(page, 'Id').fill('de');
    await field(page, 'Name').fill('VAT 19 %');
    await field(page, 'Percent').fill('19');
    await field(page, 'Country').fill('de');
    await button(page, 'Save').click();
    await page.getByRole('cell', { name: '19%' }).waitFor();

    await page.getByRole('tab', { name: 'Stores' }).click();
    await button(page, 'Set up a store').click();
    await drawer(page).getByRole('combobox', { name: 'Store' }).click();
    await page.getByRole('option').first().click();
    await drawer(page).getByRole('combobox', { name: 'Counted by' }).click();
    await page.getByRole('option', { name: 'AvaTax' }).click();
    await field(page, 'Goods leave from: country').fill('de');
    await button(page, 'Add a code').click();
    await drawer(page).getByRole('textbox', { name: 'Tax category', exact: true }).fill('food');
    await field(page, 'Code of the service').fill('PF050001');
    await button(page, 'Save').click();
    await page.getByRole('cell', { name: 'AvaTax' }).waitFor();
    expect(await ask('GET', 'tax-settings/default')).toMatchObject({ taxCodes: { food: 'PF050001' } });

    await page
      .getByRole('row', { name: /default/ })
      .getByRole('button', { name: /Edit/ })
      .click();
    await drawer(page).getByRole('button', { name: 'Take away' }).click();
    await drawer(page).getByRole('combobox', { name: 'Counted by' }).click();
    await page.getByRole('option', { name: 'Own rates' }).click();
    await button(page, 'Save').click();
    await page.getByRole('cell', { name: 'Own rates' }).waitFor();
    expect(await ask('GET', 'tax-settings/default')).toMatchObject({ taxCodes: {}, provider: 'rates' });
    expect(await barriers(page)).toEqual([]);
  });

  it('are shown of an order as they were counted when it was placed, and what was told of its paper', async () => {
    const quote = await ask('POST', 'prices/quote', BASKET);
    expect(quote).toMatchObject({ totals: { tax: 1615, total: TOTAL } });
    const { orderId } = (await ask('POST', 'orders', { ...BASKET, workflow: 'free', total: TOTAL })) as unknown as {
      orderId: string;
    };
    await ask('POST', `orders/${orderId}/invoices`, { number: 'T-1', value: TOTAL });
    const page = await open(`/orders/${orderId}`);
    const money = page.getByRole('region', { name: 'Money' });
    await money.getByText('€16.15').first().waitFor();
    await money.getByText('€101.15').first().waitFor();
    // The worker tells in its own time, and the page looks again by itself.
    await comes(async () => (await ask('GET', `orders/${orderId}/tax-documents`))['items'] as unknown as object[], 1);
    await page.reload();
    const told = page.getByRole('region', { name: 'Tax documents' });
    await told.getByText('Invoice T-1').waitFor();
    await told.getByText('filed').waitFor();
    await button(page, 'Send again').click();
    await told.getByText('It is being sent.').waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.goto(`${desk.url}/settings/taxes?tab=documents`);
    await page.getByRole('link', { name: 'T-1' }).waitFor();
    await page.getByRole('tab', { name: 'Runs' }).click();
    await page.getByText('No runs yet').waitFor();
    await button(page, 'Send all again').click();
    await drawer(page).getByText('All orders of default are told again.').waitFor();
    await drawer(page).getByRole('button', { name: 'Send all again' }).click();
    const run = page.getByRole('row').filter({ hasText: 'default' });
    await run.waitFor();
    await run.getByText('goes on').waitFor({ state: 'detached', timeout: 60_000 });
    expect((await ask('GET', 'tax-runs'))['items']).toMatchObject([{ store: 'default', orders: 1 }]);
  }, 180_000);

  it('are not charged to who is exempt, on a telephone in the dark too', async () => {
    const page = await open('/settings/taxes?tab=customers', { width: 390, dark: true });
    await field(page, 'Find a customer').fill('rurit');
    await page.getByText('pays tax').waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Edit Embassy of Ruritania').or(button(page, 'Edit Eva')).first().click();
    await field(page, 'Exemption').fill('A');
    await button(page, 'Save').click();
    await page.getByRole('cell', { name: 'A', exact: true }).waitFor();
    const quote = await ask('POST', 'prices/quote', { ...BASKET, customerId: 'embassy' });
    expect(quote).toMatchObject({ totals: { tax: 0, total: 8500 } });
  });
});

/** What a worker brings about, within a minute. */
async function comes(look: () => Promise<readonly object[]>, count: number): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await look()).length >= count) return;
    await pause(200);
  }
  throw new Error('it did not come about in a minute');
}
