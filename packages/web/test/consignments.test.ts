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

interface Shown {
  readonly orderId: string;
  readonly packages: readonly { readonly trackingNumber: string | null }[];
  readonly shipments: readonly { readonly carrier: string | null; readonly method: string | null }[];
}

async function ask(method: 'GET' | 'POST', path: string, body: object = {}): Promise<Shown> {
  const answer = await desk.server.ask(method, `${ADMIN}${path}`, method === 'GET' ? {} : { body });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body as unknown as Shown;
}

/** Two teas for Ana in Graz, being packed. */
async function handled(street = 'Hauptplatz'): Promise<string> {
  const address = { receiver: 'Ana Gruber', street, number: '1', city: 'Graz', country: 'AT' };
  const { orderId } = await ask('POST', '/orders', {
    workflow: 'simple',
    currency: 'EUR',
    buyer: { email: 'ana@example.com', firstName: 'Ana', lastName: 'Gruber' },
    lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_000_000 }],
    deliveries: [{ type: 'delivery', price: 0, address }],
    payments: [],
    total: 1000,
  });
  await ask('POST', `/orders/${orderId}/start-handling`);
  return orderId;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('orders that are shipped together', () => {
  it('are put together from one of them, handed over and tracked as one, and both show it', async () => {
    const [one, other, elsewhere] = [await handled(), await handled(), await handled('Murgasse')];
    const page = await desk.open(`/orders/${one}`);
    page.setDefaultTimeout(30_000);
    await button(page, 'Ship together').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(other).check();
    expect(await dialog.getByLabel(elsewhere).isDisabled()).toBe(true);
    await dialog.getByText('another address').waitFor();
    await dialog.getByLabel('Carrier').fill('Post');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Put together' }).click();

    await page.getByRole('heading', { name: /^Consignment C/ }).waitFor();
    await page.getByText('Ana Gruber, Hauptplatz 1, Graz, AT').waitFor();
    for (const orderId of [one, other]) await page.getByRole('link', { name: orderId }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Change').click();
    await dialog.getByLabel('Cost').fill('9.99');
    await dialog.getByLabel('Shared by').selectOption('equal');
    await dialog.getByRole('button', { name: 'Change' }).click();
    await page.getByText('€5.00').waitFor();
    await page.getByText('€4.99').waitFor();

    await button(page, 'Hand over').click();
    await dialog.getByLabel('Tracking number').fill('RR123');
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await page.getByText('Handed over with 2 packages').waitFor();
    await button(page, 'Add tracking').click();
    await dialog.getByLabel('What happened').fill('In the depot');
    await dialog.getByRole('button', { name: 'Add tracking' }).click();
    await page.getByText('In the depot').waitFor();
    expect(await barriers(page)).toEqual([]);

    for (const orderId of [one, other]) {
      expect((await ask('GET', `/orders/${orderId}`)).packages).toMatchObject([{ trackingNumber: 'RR123' }]);
      await page.goto(`${desk.url}/orders/${orderId}`);
      await page.getByRole('link', { name: /^In consignment C/ }).waitFor();
      await page.getByText('In the depot').first().waitFor();
    }
    await page.getByRole('link', { name: /^In consignment C/ }).click();
    await button(page, 'Delivered').click();
    await dialog.getByRole('button', { name: 'Delivered' }).click();
    await page.getByText('2 packages arrived').waitFor();
    await page.goto(`${desk.url}/consignments`);
    await page.getByRole('cell', { name: 'delivered' }).waitFor();
    await page.getByLabel('Number').fill('RR123');
    await page.getByRole('link', { name: /^C0/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('travel by themselves when it is given up, and it keeps why', async () => {
    const [one, other] = [await handled(), await handled()];
    await ask('POST', '/consignments', { members: [{ orderId: one }, { orderId: other }] });
    const page = await desk.open(`/orders/${one}`);
    page.setDefaultTimeout(30_000);
    await page.getByRole('link', { name: /^In consignment C/ }).click();
    await button(page, 'Give up').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why').fill('The lorry broke down');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Give up' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('The lorry broke down').waitFor();
  });

  it('are taken out of it again, and the last one ends it', async () => {
    const [one, other] = [await handled(), await handled()];
    await ask('POST', '/consignments', { members: [{ orderId: one }, { orderId: other }] });
    const page = await desk.open(`/orders/${one}`, { width: 390, height: 844, dark: true });
    page.setDefaultTimeout(30_000);
    await page.getByRole('link', { name: /^In consignment C/ }).click();
    await button(page, `Take out order ${one}`).click();
    await page.getByText('somebody took it out').waitFor();
    expect(await barriers(page)).toEqual([]);
    await ask('POST', `/orders/${other}/cancellation/request`, {});
    await page.reload();
    await page.getByText('Nothing travels in it any more.').waitFor();
    await page.getByText('Given up: its last shipment left it').waitFor();
    await page.getByText('the order was cancelled').waitFor();
  });
});

describe('a shipment', () => {
  it('is changed beside its pieces; an empty field takes the value away', async () => {
    const orderId = await handled();
    await ask('POST', `/orders/${orderId}/shipments`, { method: 'express' });
    const page = await desk.open(`/orders/${orderId}`);
    page.setDefaultTimeout(30_000);
    await button(page, 'Change shipment 1').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Carrier').fill('Post');
    await dialog.getByLabel('Method').fill('');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect((await ask('GET', `/orders/${orderId}`)).shipments).toMatchObject([{ carrier: 'Post', method: null }]);
  });
});

describe('orders that are chosen in the list', () => {
  it('have one pick list', async () => {
    const page = await desk.open('/orders');
    page.setDefaultTimeout(30_000);
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('checkbox').nth(2).check();
    const list = page.waitForResponse('**/pick-list.pdf?**');
    await page.getByRole('button', { name: 'Pick list' }).click();
    const answer = await list;
    expect(answer.url().match(/orderId=/g)).toHaveLength(2);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
  });
});
