import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from '../../server/test/setup/api.js';
import { hire } from '../../server/test/setup/person.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const items = [{ sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR', counted: false }];
  expect((await ask('POST', 'products', { items })).status).toBe(200);
});
afterAll(() => desk.end());

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  desk.server.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const drawer = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
async function choose(page: Page, name: string, text: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).fill(text);
  await page.getByRole('option', { name: option }).click();
}
/** Types words of a list, each with the enter key. */
async function words(page: Page, name: string, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await page.getByRole('combobox', { name, exact: true }).fill(text);
    await page.keyboard.press('Enter');
  }
}

describe('price lists', () => {
  it('are made for a group, and their prices pasted out of a table after somebody saw how they are understood', async () => {
    const page = await desk.open('/settings/prices');
    await button(page, 'New price list').click();
    await field(page, 'Id').fill('gold');
    await field(page, 'Name').fill('Gold customers');
    await choose(page, 'Currency', 'EUR', 'EUR');
    await words(page, 'Customer groups', 'gold');
    await button(page, 'Save').click();
    await drawer(page).waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Prices of Gold customers' }).click();
    await button(page, 'Paste prices').click();
    await field(page, 'Copied out of a table').fill('SKU;Quantity;Price\nMUG;1;36,00\nMUG;ten;30');
    await page.getByText('1 line cannot be read: 3').waitFor();
    await button(page, 'Save').click();
    await field(page, 'Copied out of a table').fill('SKU;Quantity;Price\nMUG;1;36,00\nMUG;10;30\nPEN;1;1.95');
    await page.getByText('Understood: prices of 2 SKUs').waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Save').click();
    await drawer(page).waitFor({ state: 'hidden' });
    await page.getByRole('row').filter({ hasText: 'MUG' }).getByText('€30.00').waitFor();
    expect((await ask('GET', 'price-lists/gold/entries')).body.items).toMatchObject([
      { sku: 'MUG', tiers: [{ minQuantity: 1, priceMicros: 36_000_000 }, { minQuantity: 10 }] },
      { sku: 'PEN', tiers: [{ priceMicros: 1_950_000 }] },
    ]);
  });

  it('have single prices changed by quantity, with a refusal at its field', async () => {
    const page = await desk.open('/settings/prices/gold');
    await button(page, 'Edit PEN').click();
    await button(page, 'Further quantity').click();
    await drawer(page).getByLabel('From pieces').nth(1).fill('1');
    await drawer(page).getByLabel('Unit price').nth(1).fill('1.50');
    await button(page, 'Save').click();
    await drawer(page).locator('input[aria-invalid=true]').waitFor();
    await drawer(page).getByLabel('From pieces').nth(1).fill('100');
    await button(page, 'Save').click();
    await drawer(page).waitFor({ state: 'hidden' });
    await page.getByRole('row').filter({ hasText: 'PEN' }).getByText('€1.50').waitFor();
    await page.getByRole('searchbox').fill('MU');
    await page.getByRole('row').filter({ hasText: 'PEN' }).waitFor({ state: 'hidden' });
    expect(await barriers(page)).toEqual([]);
  });
});

describe('promotions', () => {
  it('are made with what they take off and when, need their currency, and are switched off where they stand', async () => {
    const page = await desk.open('/settings/prices?tab=promotions');
    await button(page, 'New promotion').click();
    await field(page, 'Id').fill('ten');
    await field(page, 'Name').fill('Ten off');
    await drawer(page).getByText('order', { exact: true }).click();
    await page.getByRole('combobox', { name: 'How' }).click();
    await page.getByRole('option', { name: 'Amount, once' }).click();
    await field(page, 'Amount').fill('10');
    await field(page, 'From value').fill('70');
    await page.getByRole('switch', { name: 'Only with a coupon' }).click();
    await button(page, 'Save').click();
    await drawer(page).locator('input[aria-invalid=true]').waitFor();
    await choose(page, 'Currency', 'JPY', 'JPY');
    // What is shown is what would be saved: yen have no digits behind the point.
    await expect.poll(() => field(page, 'Amount').inputValue()).toBe('1000 JPY');
    await choose(page, 'Currency', 'EUR', 'EUR');
    await expect.poll(() => field(page, 'Amount').inputValue()).toBe('10 EUR');
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Save').click();
    await drawer(page).waitFor({ state: 'hidden' });
    await page.getByText('€10.00 off the order').waitFor();
    expect((await ask('GET', 'promotions/ten')).body).toMatchObject({
      currency: 'EUR',
      needsCoupon: true,
      conditions: { minSubtotal: 7000 },
      reward: { kind: 'amount', target: 'order', amount: 1000 },
      active: true,
    });
    await page.getByRole('switch', { name: 'Ten off is on' }).press('Space');
    await expect.poll(async () => (await ask('GET', 'promotions/ten')).body).toMatchObject({ active: false });
    await page.getByRole('switch', { name: 'Ten off is on' }).press('Space');
    await expect.poll(async () => (await ask('GET', 'promotions/ten')).body).toMatchObject({ active: true });
  });

  it('are given by coupons, which are made here as well', async () => {
    const page = await desk.open('/settings/prices?tab=coupons');
    await button(page, 'New coupon').click();
    await field(page, 'Code').fill('spring');
    await choose(page, 'Promotion', 'Ten', 'Ten off');
    await field(page, 'Uses in all').fill('100');
    await button(page, 'Save').click();
    await drawer(page).waitFor({ state: 'hidden' });
    await page.getByRole('row').filter({ hasText: 'SPRING' }).waitFor();
    expect((await ask('GET', 'coupons/SPRING')).body).toMatchObject({ promotion: 'ten', maxUses: 100 });
    expect(await barriers(page)).toEqual([]);
  });
});

describe('a basket', () => {
  it('is priced as for a buyer, and says of every list and promotion why it did not apply', async () => {
    const page = await desk.open('/settings/prices?tab=basket');
    await field(page, 'SKU 1').fill('MUG');
    await field(page, 'Pieces').fill('2');
    await button(page, 'What does it cost?').click();
    await page.getByText('gold: It is for other customer groups.').waitFor();
    await page.getByText('It needs a coupon.').waitFor();
    await words(page, 'Customer groups', 'gold');
    await words(page, 'Coupons', 'spring', 'none');
    await button(page, 'What does it cost?').click();
    await page.getByText('Price list gold, from 1').waitFor();
    await page.getByRole('row').filter({ hasText: 'Total' }).getByText('€62.00').waitFor();
    await page.getByText('Coupon SPRING: taken.').waitFor();
    await page.getByText('Coupon NONE: There is no such coupon.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await field(page, 'SKU 1').fill('NEW');
    await button(page, 'What does it cost?').click();
    await page.getByRole('alert').waitFor();
  });

  it('is priced for a store and a company, at unit prices that somebody would ask', async () => {
    const page = await desk.open('/settings/prices?tab=basket');
    const store = { name: 'Outlet' };
    expect((await ask('PUT', 'stores/outlet', store)).status).toBeLessThan(300);
    await ask('PUT', 'promotions/acme', {
      name: 'Acme',
      currency: 'EUR',
      reward: { kind: 'amount', target: 'order', amount: 500 },
      conditions: { organisations: ['acme'], stores: ['outlet'] },
    });
    await page.reload();
    await field(page, 'SKU 1').fill('MUG');
    await field(page, 'Unit price 1').fill('30');
    await button(page, 'What does it cost?').click();
    await page.getByRole('row').filter({ hasText: 'Total' }).getByText('€30.00').waitFor();
    await field(page, 'Company id').fill('acme');
    await choose(page, 'Store', 'Outlet', 'Outlet');
    await button(page, 'What does it cost?').click();
    await page.getByRole('row').filter({ hasText: 'Total' }).getByText('€25.00').waitFor();
  });

  it.each([
    ['/settings/prices', 'Gold customers'],
    ['/settings/prices/gold', '€36.00'],
    ['/settings/prices?tab=promotions', 'Ten off'],
    ['/settings/prices?tab=basket', 'What does it cost?'],
  ])('%s can be read in the dark on a telephone', async (path, text) => {
    const page = await desk.open(path, { dark: true, width: 380 });
    await page.getByText(text).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });

  it('is priced by support, who changes nothing', async () => {
    const person = await hire(desk.server, 'support@example.com', { roles: ['support'] });
    const page = await desk.openAs(person, '/settings/prices');
    await page.getByText('Gold customers').waitFor();
    expect(await button(page, 'New price list').count()).toBe(0);
    await page.getByRole('tab', { name: 'Promotions' }).click();
    expect(await page.getByRole('switch', { name: 'Ten off is on' }).isDisabled()).toBe(true);
  });
});

describe('cash rounding', () => {
  it('is set for a currency and a way of paying, and the tester shows what it makes of a basket', async () => {
    const items = [{ sku: 'ROUND', name: 'Round', priceMicros: 10_020_000, currency: 'CHF', counted: false }];
    expect((await ask('POST', 'products', { items })).status).toBe(200);
    const page = await desk.open('/settings/prices?tab=rounding');
    await page.getByText('Totals are exact').waitFor();
    await button(page, 'New rounding').first().click();
    await choose(page, 'Currency', 'CHF', 'CHF');
    await field(page, 'Step').fill('0');
    await button(page, 'Save').click();
    await drawer(page).locator('input[aria-invalid=true]').waitFor();
    await field(page, 'Step').fill('0.05');
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Save').click();
    await drawer(page).waitFor({ state: 'hidden' });
    await page.getByRole('row').filter({ hasText: 'CHF' }).getByText('to CHF 0.05').waitFor();
    expect((await ask('GET', 'cash-roundings/CHF')).body).toEqual({
      currency: 'CHF',
      step: 5,
      direction: 'nearest',
      paymentMethods: [],
    });
    await page.getByRole('tab', { name: 'Try a basket' }).click();
    await field(page, 'SKU 1').fill('ROUND');
    await choose(page, 'Currency', 'CHF', 'CHF');
    await page.getByRole('button', { name: 'What does it cost?' }).click();
    await page.getByRole('row').filter({ hasText: 'Cash rounding' }).getByText('-CHF 0.02').waitFor();
    await page.getByRole('row').filter({ hasText: 'Total' }).getByText('CHF 10.00').waitFor();
  });
});
