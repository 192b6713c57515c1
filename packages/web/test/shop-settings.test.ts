import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, ORDER } from '../../server/test/setup/api.js';
import { hire, PASSWORD } from '../../server/test/setup/person.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const items = [
    { sku: 'TEA-100', name: 'Assam, 100 g', priceMicros: 5_900_000, currency: 'EUR' },
    { sku: 'CUP/1', name: 'Cup, large', priceMicros: 12_500, currency: 'EUR' },
  ];
  expect((await ask('POST', 'products', { items })).status).toBe(200);
  expect((await ask('POST', 'stock', { items: [{ sku: 'TEA-100', onHand: 40 }] })).status).toBe(200);
  expect((await ask('POST', 'orders', ORDER)).status).toBe(201);
});
afterAll(() => desk.end());

const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) =>
  desk.server.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const drawer = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Chooses in a list that is searched by typing. */
async function choose(page: Page, name: string, text: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).fill(text);
  await page.getByRole('option', { name: option }).click();
}

describe('the account', () => {
  it('is changed by whoever may, with a refusal at its field, and its history tells who changed what', async () => {
    const page = await desk.open('/settings/account');
    await field(page, 'Name').fill('Tea & Co');
    await field(page, 'Order numbers').fill('{year}');
    await page.getByLabel('Time to cancel freely').first().fill('45');
    await button(page, 'Save').click();
    await page.locator('input[aria-invalid=true]').waitFor();
    expect(await field(page, 'Order numbers').inputValue()).toBe('{year}');
    expect(await field(page, 'Name').inputValue()).toBe('Tea & Co');
    expect((await ask('GET', 'account')).body).toMatchObject({ name: 'Default', orderNumbers: null });
    expect(await barriers(page)).toEqual([]);
    await field(page, 'Order numbers').fill('{year}-{sequence:6}');
    // What somebody else changes meanwhile is not overwritten: only the fields that were changed here are sent.
    await ask('PATCH', 'account', { rounding: 'down' });
    await button(page, 'Save').click();
    await page.getByText('Saved').waitFor();
    expect((await ask('GET', 'account')).body).toMatchObject({
      name: 'Tea & Co',
      orderNumbers: '{year}-{sequence:6}',
      cancellationWindow: 45 * 60,
      rounding: 'down',
    });
    await page.getByRole('tab', { name: 'History of all settings' }).click();
    const change = page.getByRole('listitem').filter({ hasText: 'Tea & Co' }).first();
    await change.getByText('Default → Tea & Co').waitFor();
    await change.getByText('staff', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('is one of several: a further one is made with its first key, and an id that is taken says so', async () => {
    const page = await desk.open('/settings/account?tab=accounts');
    await page.getByText('You are here').waitFor();
    await button(page, 'New account').click();
    await field(page, 'Id').fill('default');
    await field(page, 'Name').fill('North');
    await button(page, 'Save').click();
    await page.getByText('There is one with this id already.').waitFor();
    expect(await field(page, 'Name').inputValue()).toBe('North');
    await field(page, 'Id').fill('north');
    await button(page, 'Save').click();
    const token = (await page.getByText(/^dkt_/).textContent()) ?? '';
    const key = (await page.getByRole('dialog', { name: 'Token' }).locator('code').first().textContent()) ?? '';
    expect(await barriers(page)).toEqual([]);
    const headers = { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': token };
    const made = await desk.server.ask('GET', `${ADMIN}/account`, { keyless: true, headers });
    expect(made).toMatchObject({ status: 200, body: { account: 'north', name: 'North' } });
  });
});

describe('stores and channels', () => {
  it('are made, changed and removed, and one that is there is never replaced by a new one', async () => {
    const page = await desk.open('/settings/stores');
    await button(page, 'New store').click();
    await field(page, 'Id').fill('default');
    await field(page, 'Name').fill('Graz');
    await choose(page, 'Currency', 'EUR', 'EUR');
    await choose(page, 'Time zone', 'Vienna', 'Europe/Vienna');
    await button(page, 'Save').click();
    await page.getByText('There is one with this id already.').waitFor();
    expect(await field(page, 'Name').inputValue()).toBe('Graz');
    expect((await ask('GET', 'stores/default')).body).toMatchObject({ name: 'Default' });
    expect(await barriers(page)).toEqual([]);
    await field(page, 'Id').fill('graz');
    await button(page, 'Save').click();
    await drawer(page).waitFor({ state: 'hidden' });
    await button(page, 'Edit Graz').click();
    await page.getByRole('switch', { name: 'Active' }).click();
    await button(page, 'Save').click();
    await page.getByText('Inactive').waitFor();
    expect((await ask('GET', 'stores/graz')).body).toMatchObject({
      currency: 'EUR',
      timeZone: 'Europe/Vienna',
      active: false,
    });
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await row('Default').getByRole('button', { name: 'Remove' }).click();
    await drawer(page).getByRole('button', { name: 'Remove' }).click();
    await drawer(page).getByRole('alert').waitFor();
    await drawer(page).getByRole('button', { name: 'Cancel' }).click();
    await row('Graz').getByRole('button', { name: 'Remove' }).click();
    await drawer(page).getByRole('button', { name: 'Remove' }).click();
    await row('Graz').waitFor({ state: 'hidden' });
    expect((await ask('GET', 'stores/graz')).status).toBe(404);
  });

  it('go together: a channel names its store', async () => {
    const page = await desk.open('/settings/stores?tab=channels');
    await button(page, 'New channel').click();
    await field(page, 'Id').fill('fair');
    await field(page, 'Name').fill('Christmas fair');
    await choose(page, 'Store', 'Def', 'Default');
    await button(page, 'Save').click();
    await page.getByText('Christmas fair').waitFor();
    expect((await ask('GET', 'channels/fair')).body).toMatchObject({ kind: 'shop', store: 'default', active: true });
    expect(await barriers(page)).toEqual([]);
  });
});

describe('products', () => {
  it('are found by what they are called, with what lies of them', async () => {
    const page = await desk.open('/settings/products');
    await page.getByRole('row').filter({ hasText: 'Assam' }).getByText('40').first().waitFor();
    await page.getByRole('searchbox').fill('cup lar');
    await page.getByRole('link', { name: 'Assam, 100 g' }).waitFor({ state: 'hidden' });
    await page.waitForURL(/q=cup/);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Cup, large' }).click();
    await page.getByText('€0.0125').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Cup, large' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('cup lar');
  });

  it('are made with a price, after a wrong number was told at its field', async () => {
    const page = await desk.open('/settings/products', { language: 'de' });
    await button(page, 'Neues Produkt').click();
    await field(page, 'Artikelnummer (SKU)').fill('POT');
    await field(page, 'Name').fill('Kanne');
    await field(page, 'GTIN').fill('4006381333932');
    await field(page, 'Preis').pressSequentially('24,05');
    await choose(page, 'Währung', 'EUR', 'EUR · Euro');
    await button(page, 'Speichern').click();
    await page.locator('input[aria-invalid=true]').waitFor();
    expect(await field(page, 'Preis').inputValue()).toBe('24,05');
    expect(await barriers(page)).toEqual([]);
    await field(page, 'GTIN').fill('4006381333931');
    await button(page, 'Speichern').click();
    await page.getByRole('heading', { name: 'Kanne' }).waitFor();
    await page.getByText('24,05 €').waitFor();
    expect((await ask('GET', 'products/POT')).body).toMatchObject({ priceMicros: 24_050_000, gtin: '4006381333931' });
  });

  it('have their stock adjusted with a reason, never below what orders hold, and every movement is told', async () => {
    const page = await desk.open('/settings/products/TEA-100');
    await button(page, 'Adjust stock').click();
    await drawer(page).getByText('Take away').click();
    await field(page, 'Pieces').fill('100');
    await field(page, 'Reason').fill('broken on the way');
    await button(page, 'Save').click();
    await page.locator('input[aria-invalid=true]').waitFor();
    expect(await field(page, 'Reason').inputValue()).toBe('broken on the way');
    expect(await barriers(page)).toEqual([]);
    await field(page, 'Pieces').fill('2');
    await button(page, 'Save').click();
    await drawer(page).waitFor({ state: 'hidden' });
    await page.getByRole('cell', { name: '38' }).first().waitFor();
    expect((await ask('GET', 'stock?sku=TEA-100')).body).toMatchObject({ items: [{ place: 'main', onHand: 38 }] });
    await page.getByRole('tab', { name: 'Movements' }).click();
    await page.getByRole('row').filter({ hasText: 'broken on the way' }).getByText('-2', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('docket-demo').waitFor();
  });

  it('are changed and removed, also where the SKU has a slash', async () => {
    const page = await desk.open('/settings/products/CUP%2F1');
    await button(page, 'Edit').click();
    await field(page, 'Price').fill('');
    await field(page, 'Name').fill('Cup, huge');
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'Cup, huge', level: 1 }).waitFor();
    expect((await ask('GET', 'products/CUP%2F1')).body).toMatchObject({ priceMicros: null, name: 'Cup, huge' });
    await button(page, 'Remove').click();
    await drawer(page).getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { name: 'Products and stock' }).waitFor();
    expect((await ask('GET', 'products/CUP%2F1')).status).toBe(404);
  });

  it('lie at places and travel by methods, which are made here as well', async () => {
    const page = await desk.open('/settings/products?tab=places');
    await button(page, 'New stock place').click();
    await field(page, 'Id').fill('attic');
    await field(page, 'Name').fill('Attic');
    await field(page, 'City').fill('Graz');
    await button(page, 'Save').click();
    await page.locator('input[aria-invalid=true]').waitFor();
    expect(await field(page, 'City').inputValue()).toBe('Graz');
    await field(page, 'Country').fill('at');
    await button(page, 'Save').click();
    await page.getByText('Graz, AT').waitFor();
    await page.getByRole('tab', { name: 'Shipping methods' }).click();
    await button(page, 'New shipping method').click();
    await field(page, 'Id').fill('express');
    await field(page, 'Name').fill('Express parcel');
    await field(page, 'Price').fill('9.90');
    await choose(page, 'Currency', 'EUR', 'EUR');
    await button(page, 'Save').click();
    await page.getByText('€9.90').waitFor();
    expect((await ask('GET', 'shipping-methods/express')).body).toMatchObject({ price: 990, currency: 'EUR' });
    expect(await barriers(page)).toEqual([]);
  });
});

describe('settings', () => {
  it.each([
    ['/settings/account', 'Name'],
    ['/settings/account?tab=history', 'History'],
    ['/settings/stores', 'Default'],
    ['/settings/products', 'Assam'],
    ['/settings/products/TEA-100', 'Adjust stock'],
    ['/settings/products/TEA-100?tab=movements', 'broken'],
  ])('%s can be read in the dark on a telephone', async (path, text) => {
    const page = await desk.open(path, { dark: true, width: 380 });
    await page.getByText(text).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });

  it('offer whoever works in the warehouse the stock, and nothing else', async () => {
    await hire(desk.server, 'warehouse@example.com', { roles: ['warehouse'] });
    const page = await desk.openAsStranger('/sign-in?next=%2Fsettings%2Fproducts%2FTEA-100');
    await page.getByLabel('E-mail').fill('warehouse@example.com');
    await field(page, 'Password').fill(PASSWORD);
    await button(page, 'Sign in').click();
    await button(page, 'Adjust stock').waitFor();
    expect(await button(page, 'Edit').count()).toBe(0);
    const places = page.getByRole('navigation').getByRole('link');
    expect(await places.allTextContents()).toEqual([
      'Home',
      'Orders',
      'Returns',
      'Documents',
      'Consignments',
      'Products and stock',
    ]);
    await page.getByRole('link', { name: 'Products and stock' }).first().click();
    await page.getByRole('searchbox').waitFor();
    expect(await button(page, 'New product').count()).toBe(0);
  });
});
