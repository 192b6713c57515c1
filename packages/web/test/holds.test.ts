import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.end());

const ADMIN = '/api/v1/admin';

/** Two teas, paid and being packed. */
async function handled(): Promise<string> {
  const placed = await desk.server.ask('POST', `${ADMIN}/orders`, {
    body: {
      workflow: 'simple',
      currency: 'EUR',
      lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_900_000 }],
      payments: [{ method: 'card', amount: 1180 }],
      total: 1180,
    },
  });
  expect(placed.status, placed.text).toBe(201);
  const { orderId } = placed.body;
  for (const path of ['payments/1/approve', 'start-handling']) {
    const answer = await desk.server.ask('POST', `${ADMIN}/orders/${orderId}/${path}`, { body: {} });
    expect(answer.status, answer.text).toBe(200);
  }
  return orderId;
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('an order on hold', () => {
  it('offers no parcel and says why, until somebody releases it', async () => {
    const orderId = await handled();
    const page = await desk.open(`/orders/${orderId}`);
    page.setDefaultTimeout(8_000);
    await button(page, 'Send package').waitFor();
    await button(page, 'Put on hold').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Why it waits' }).click();
    await page.getByRole('option', { name: 'Address check' }).click();
    await dialog.getByLabel('Reason').fill('The house number is missing.');
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Show what would happen').click();
    await dialog.getByText('Put on hold: address_check').waitFor();
    await button(page, 'Do it').click();

    const held = section(page, 'On hold');
    await held.getByText('The house number is missing.').waitFor();
    expect(await held.innerText()).toContain('Address check · the whole order');
    expect(await held.innerText()).toContain('Blocks: shipping');
    await expect.poll(() => button(page, 'Send package').count()).toBe(0);
    await page.getByRole('button', { name: /not possible now/ }).click();
    const refused = section(page, 'What may happen next')
      .locator('div', { hasText: /^Send package/ })
      .last();
    expect(await refused.innerText()).toContain('A hold stands against this.');
    expect(await barriers(page)).toEqual([]);

    await button(page, 'Release hold 1').click();
    await button(page, 'Show what would happen').click();
    await button(page, 'Do it').click();
    await held.getByText('Nothing holds this order up now.').waitFor();
    await button(page, 'Send package').click();
    await button(page, 'Show what would happen').click();
    await button(page, 'Do it').click();
    await section(page, 'Packages').getByText('Package 1').waitFor();
  });

  it('is counted on the first page and found in the list, and its types are settings', async () => {
    const orderId = await handled();
    const placed = await desk.server.ask('POST', `${ADMIN}/orders/${orderId}/holds`, {
      body: { holdType: 'fraud_review', on: { kind: 'line', id: '1' } },
    });
    expect(placed.status, placed.text).toBe(200);
    const page = await desk.open('/');
    await page.getByRole('link', { name: /On hold\s*1/ }).click();
    await page.waitForURL(/onHold=true/);
    await page.getByRole('img', { name: 'On hold' }).first().waitFor();
    expect(await page.getByRole('row').filter({ hasText: orderId }).count()).toBe(1);
    expect(await barriers(page)).toEqual([]);

    const settings = await desk.open('/settings/holds');
    await settings.getByRole('cell', { name: /^Fraud review/ }).waitFor();
    await button(settings, 'New type').click();
    const dialog = settings.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Id', exact: true }).fill('licence');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Export licence');
    await button(settings, 'Save').click();
    await settings.getByRole('cell', { name: /^Export licence/ }).waitFor();
    const { body } = await desk.server.ask('GET', `${ADMIN}/hold-types/licence`);
    expect(body).toMatchObject({ name: 'Export licence', blocks: ['shipping'], releaseBy: null });
    expect(await barriers(settings)).toEqual([]);
  });
});
