import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hire } from '../../server/test/setup/person.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.end());

const ADMIN = '/api/v1/admin';

async function ask(method: 'GET' | 'POST', path: string, body: object = {}) {
  const answer = await desk.server.ask(method, `${ADMIN}${path}`, method === 'GET' ? {} : { body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body as typeof answer.body & {
    shipments: { status: string; items: { lineId: string; quantity: number }[] }[];
    packages: object[];
  };
}

/** Three teas and a pot, being packed. */
async function handled(): Promise<string> {
  const { orderId } = await ask('POST', '/orders', {
    workflow: 'simple',
    currency: 'EUR',
    lines: [
      { sku: 'TEA-100', name: 'Assam, 100 g', quantity: 3, priceMicros: 5_000_000 },
      { sku: 'POT', name: 'Tea pot', quantity: 1, priceMicros: 5_000_000 },
    ],
    payments: [],
    total: 2000,
  });
  await ask('POST', `/orders/${orderId}/start-handling`);
  return orderId;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const column = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const planned = async (orderId: string) =>
  (await ask('GET', `/orders/${orderId}`)).shipments.map(({ items }) =>
    items.map(({ lineId, quantity }) => `${lineId}:${quantity}`).sort(),
  );

describe('the shipments of an order', () => {
  it('are split with the mouse and with the keyboard, and sent one by one', async () => {
    const orderId = await handled();
    const page = await desk.open(`/orders/${orderId}`);
    page.setDefaultTimeout(10_000);
    await button(page, 'Plan a shipment').click();
    await column(page, 'Shipment 1').getByText('3 × Assam, 100 g').waitFor();
    await button(page, 'New shipment').click();
    await column(page, 'Shipment 2').waitFor();
    expect(await barriers(page)).toEqual([]);

    // with the mouse: two of three teas
    const card = column(page, 'Shipment 1').locator('[draggable="true"]', { hasText: 'Assam' });
    await card.dragTo(column(page, 'Shipment 2'));
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Of 3 pieces').fill('2');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await column(page, 'Shipment 2').getByText('2 × Assam, 100 g').waitFor();
    expect(await planned(orderId)).toEqual([['1:1', '2:1'], ['1:2']]);

    // with the keyboard: the pot, of which there is one
    await column(page, 'Shipment 1').getByRole('button', { name: 'Move Tea pot' }).focus();
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: 'Shipment 2' });
    await item.waitFor();
    await item.focus();
    await page.keyboard.press('Enter');
    await column(page, 'Shipment 2').getByText('1 × Tea pot').waitFor();
    expect(await planned(orderId)).toEqual([['1:1'], ['1:2', '2:1']]);
    // and out of the plan
    await column(page, 'Shipment 1').getByRole('button', { name: 'Move Assam, 100 g' }).click();
    await page.getByRole('menuitem', { name: 'Not planned' }).click();
    await column(page, 'Not planned').getByText('1 × Assam, 100 g').waitFor();

    await button(page, 'Send shipment 2').click();
    await page.getByLabel('Weight in grams').fill('1200');
    for (const side of ['Length', 'Width', 'Height']) await page.getByLabel(side, { exact: true }).fill('90');
    await button(page, 'Show what would happen').click();
    await button(page, 'Do it').click();
    await column(page, 'Shipment 2').getByText('Package 1').waitFor();
    expect(await column(page, 'Shipment 2').innerText()).toContain('2 of 2 sent');
    // by a request of its own: a plain link would not say in which account
    const label = page.waitForResponse(`**/orders/${orderId}/label.pdf?packageId=1`);
    await column(page, 'Shipment 2').getByRole('button', { name: 'Label of package 1' }).click();
    expect((await label).request().headers()['docket-account']).toBe('default');
    const sent = await ask('GET', `/orders/${orderId}`);
    expect(sent.shipments.map(({ status }) => status)).toEqual(['planned', 'sent']);
    expect(sent.packages).toMatchObject([{ weight: 1200, dimensions: { length: 90, width: 90, height: 90 } }]);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  it('are packed into packages, between which pieces are dragged, and each is sent as it is packed', async () => {
    const orderId = await handled();
    const page = await desk.open(`/orders/${orderId}`);
    page.setDefaultTimeout(10_000);
    const packed = (id: number) => column(page, `Package ${id}, packed`);
    await button(page, 'Plan a shipment').click();
    await button(page, 'Pack shipment 1').click();
    await packed(1).getByText('3 × Assam, 100 g').waitFor();
    // what lies in a package is shown there alone
    expect(await page.getByText('3 × Assam, 100 g').count()).toBe(1);
    expect(await button(page, 'Pack shipment 1').count()).toBe(0);
    await packed(1).getByRole('button', { name: 'Move Tea pot' }).click();
    await page.getByRole('menuitem', { name: 'Out of its package' }).click();
    await button(page, 'Pack shipment 1').click();
    await packed(2).getByText('1 × Tea pot').waitFor();
    expect(await barriers(page)).toEqual([]);

    const card = packed(1).locator('[draggable="true"]', { hasText: 'Assam' });
    await card.dragTo(packed(2));
    await page.getByRole('dialog').getByLabel('Of 3 pieces').fill('2');
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await packed(2).getByText('2 × Assam, 100 g').waitFor();

    await button(page, 'Change package 2').click();
    await page.getByLabel('Weight in grams').fill('1200');
    await button(page, 'Show what would happen').click();
    await button(page, 'Do it').click();
    await packed(2).getByText('1200 g').waitFor();
    await button(page, 'Send package 2').click();
    expect(await page.getByRole('dialog').getByText('Pieces', { exact: true }).count()).toBe(0);
    await page.getByLabel('Tracking number').fill('T-2');
    await button(page, 'Show what would happen').click();
    await button(page, 'Do it').click();
    await packed(2).waitFor({ state: 'hidden' });
    await button(page, 'Take apart package 1').click();
    await packed(1).waitFor({ state: 'hidden' });
    expect((await ask('GET', `/orders/${orderId}`)).packages).toMatchObject([
      { id: '2', weight: 1200, trackingNumber: 'T-2', items: [{ quantity: 2 }, { quantity: 1 }] },
    ]);
  });

  it('take an address of their own, a promise and a price, and who ships is offered carriers without seeing settings', async () => {
    for (const [path, body] of [
      ['/carriers/bike', { name: 'Bike' }],
      ['/pickup-points/station', { name: 'Shop at the station' }],
    ] as const)
      expect((await desk.server.ask('PUT', `${ADMIN}${path}`, { body })).status).toBe(201);
    const orderId = await handled();
    await ask('POST', `/orders/${orderId}/shipments`);
    const shipper = await hire(desk.server, 'packer@example.com', { roles: ['warehouse'] });
    const page = await desk.openAs(shipper, `/orders/${orderId}`);
    page.setDefaultTimeout(10_000);
    await button(page, 'Change shipment 1').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Carrier').click();
    await page.getByRole('option', { name: 'bike · Bike' }).click();
    await dialog.getByLabel('Pick-up point').click();
    await page.getByRole('option', { name: /station/ }).click();
    await dialog.getByLabel('Promised for').fill('2026-04-01T12:00');
    expect(await dialog.getByLabel('Price of the delivery').count(), 'prices are not theirs to see').toBe(0);
    await dialog.getByLabel('To an address of its own').check();
    await dialog.getByLabel('City').fill('Graz');
    await dialog.getByLabel('Country').fill('at');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const staff = await desk.open(`/orders/${orderId}`);
    staff.setDefaultTimeout(10_000);
    await button(staff, 'Change shipment 1').click();
    await staff.getByRole('dialog').getByLabel('Price of the delivery').fill('4.50');
    await staff.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await staff.getByRole('dialog').waitFor({ state: 'hidden' });
    await button(staff, 'Cancel shipment 1').click();
    await staff.getByRole('dialog').getByLabel('Reason', { exact: true }).fill('goes with the other one');
    await button(staff, 'Show what would happen').click();
    await button(staff, 'Do it').click();
    await staff.getByRole('dialog').waitFor({ state: 'hidden' });
    expect((await ask('GET', `/orders/${orderId}`)).shipments).toMatchObject([
      {
        carrier: 'bike',
        cancelReason: 'goes with the other one',
        pickupPoint: 'station',
        promisedAt: '2026-04-01T10:00:00.000Z',
        price: 450,
        address: { city: 'Graz', country: 'AT' },
      },
    ]);
  });

  it('have carriers and pick-up points in the settings', async () => {
    const page = await desk.open('/settings/products');
    page.setDefaultTimeout(10_000);
    await page.getByRole('tab', { name: 'Carriers' }).click();
    await button(page, 'New carrier').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Id/).fill('post');
    await dialog.getByLabel('Name').fill('Austrian Post');
    await dialog.getByLabel('Where parcels are followed').fill('https://post.example/t?n={trackingNumber}');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('https://post.example/t?n={trackingNumber}').waitFor();
    await page.getByRole('tab', { name: 'Pick-up points' }).click();
    await page.getByText('Shop at the station').waitFor();
  });
});
