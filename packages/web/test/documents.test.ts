import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, ORDER } from '../../server/test/setup/api.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
let orderId: string;

const WARRANTY = {
  labels: { en: 'Warranty', de: 'Garantie' },
  numbers: 'WA-{sequence:5}',
  parents: ['order', 'warranty', 'capture'],
  statuses: [
    { status: 'open', labels: { en: 'Open' }, locks: false },
    { status: 'granted', labels: { en: 'Granted' }, locks: true },
  ],
  moves: { open: ['granted'] },
  fields: {
    type: 'object',
    properties: {
      serial: { type: 'string', maxLength: 8, 'x-labels': { en: 'Serial number' }, 'x-personal': false },
      until: { type: 'string', format: 'date', 'x-labels': { en: 'Valid until' }, 'x-personal': false },
    },
    required: ['serial'],
  },
};
const WRAPPING = { type: 'object', properties: { wrapping: { type: 'string', enum: ['paper', 'cloth'] } } };

beforeAll(async () => {
  desk = await openDesk();
  const { server } = desk;
  for (const [path, body] of [
    ['/document-types/warranty', WARRANTY],
    ['/custom-fields/order', { fields: WRAPPING }],
  ] as const) {
    expect((await server.ask('PUT', `${ADMIN}${path}`, { body })).status).toBe(201);
  }
  orderId = (await server.ask('POST', `${ADMIN}/orders`, { body: ORDER })).body.orderId;
});
afterAll(() => desk.end());

describe('documents of the account', () => {
  it('are added to an order, refused where a field does not fit, and changed on their own page', async () => {
    const page = await desk.open(`/orders/${orderId}`);
    const documents = page.getByRole('region', { name: 'Documents' });
    await documents.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('menuitem', { name: 'Warranty' }).click();
    const drawer = page.getByRole('dialog', { name: 'New: Warranty' });
    const serial = drawer.getByRole('textbox', { name: 'Serial number' });
    await serial.fill('too long a number');
    await drawer.getByRole('button', { name: 'Add' }).click();
    await drawer.getByText('This is too long.').waitFor();
    await serial.fill('AB-1');
    await drawer.getByRole('button', { name: 'Add' }).click();
    await drawer.waitFor({ state: 'detached' });
    await documents.getByRole('link', { name: 'Warranty WA-00001' }).click();

    await page.getByRole('heading', { name: 'Warranty WA-00001' }).waitFor();
    await page.getByLabel('Valid until').fill('2028-03-02');
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Granted' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    const history = page.getByRole('region', { name: 'What happened to it' });
    await history.getByText('Document 1: granted').waitFor();
    await history.getByText('2028-03-02').first().waitFor();
    // It is locked now: a change of anything but its status is refused, and what was typed stays.
    await page.getByLabel('Comment').fill('too late');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Set a status that does not lock first').waitFor();

    expect(await page.getByLabel('Comment').inputValue()).toBe('too late');
  });

  it('are found over all orders, with the built-in ones', async () => {
    const page = await desk.open('/documents');
    await page.getByRole('link', { name: /-P1$/ }).first().waitFor();
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Warranty' }).click();
    await page.getByLabel('Number').fill('WA-0');
    await page.getByRole('combobox', { name: 'Field' }).click();
    await page.getByRole('option', { name: 'Serial number' }).click();
    await page.getByLabel('holds').fill('nothing');
    await page.getByText('No documents found').waitFor();
    await page.getByLabel('holds').fill('ab-1');
    await page.getByRole('link', { name: 'WA-00001' }).click();
    await page.waitForURL(`**/orders/${orderId}/documents/1`);
  });

  it('have no barrier for people who cannot see well', async () => {
    const page = await desk.open(`/orders/${orderId}/documents/1`, { dark: true, width: 380 });
    await page.getByRole('region', { name: 'What happened to it' }).getByText('Document 1: granted').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${desk.url}/documents?kind=warranty`);
    await page.getByRole('link', { name: 'WA-00001' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

describe('built-in documents', () => {
  it('stand in the tree of their order, and each has a page: its facts, marks, what hangs with it and its log', async () => {
    const of = (await desk.server.ask('POST', `${ADMIN}/orders`, { body: ORDER })).body.orderId;
    for (const step of ['approve', 'capture']) {
      expect((await desk.server.ask('POST', `${ADMIN}/orders/${of}/payments/1/${step}`, { body: {} })).status).toBe(
        200,
      );
    }
    const page = await desk.open(`/orders/${of}`);
    page.setDefaultTimeout(20_000);
    const tree = page.getByRole('region', { name: 'Documents' });
    await tree
      .getByRole('listitem')
      .filter({ hasText: 'Payment' })
      .getByRole('link', { name: /^Capture/ })
      .waitFor();
    await tree.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('menuitem', { name: 'Warranty' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('combobox', { name: 'Belongs to' }).click();
    await page.getByRole('option', { name: `Capture ${of}-C1` }).click();
    await drawer.getByRole('textbox', { name: 'Serial number' }).fill('AB-2');
    await drawer.getByRole('button', { name: 'Add' }).click();
    await tree
      .getByRole('listitem')
      .filter({ hasText: 'Capture' })
      .getByRole('link', { name: /^Warranty/ })
      .first()
      .waitFor();

    await tree.getByRole('link', { name: `Capture ${of}-C1` }).click();
    await page.getByRole('heading', { name: `Capture ${of}-C1` }).waitFor();
    await page
      .getByRole('region', { name: 'What it hangs with' })
      .getByRole('link', { name: /^Warranty/ })
      .waitFor();
    await page.getByRole('button', { name: 'Edit what people say of it' }).click();
    await page.getByRole('dialog').getByLabel('Approved').check();
    await page.getByRole('dialog').getByLabel('Id elsewhere').fill('ERP-9');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const log = page.getByRole('region', { name: 'What happened to it' });
    await log.getByText('ERP-9').waitFor();
    await log.getByText(/^Captured of payment 1/).waitFor();
    expect(await log.getByText(/^Payment 1 authorised/).count()).toBe(0);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put on hold' }).click();
    const holding = page.getByRole('dialog', { name: 'Put on hold' });
    await expect.poll(() => holding.getByLabel('What waits').first().inputValue()).toBe(`Capture ${of}-C1`);
    await holding.getByRole('button', { name: 'Leave it' }).click();
    await page
      .getByRole('region', { name: 'What it says' })
      .getByRole('link', { name: /^Payment 1/ })
      .click();
    await page.getByRole('heading', { name: `Payment ${of}-P1` }).waitFor();
    await page.getByRole('button', { name: 'Refund', exact: true }).waitFor();
  });
});

it('fields of the account are set on an order', async () => {
  const page = await desk.open(`/orders/${orderId}`);
  const fields = page.getByRole('region', { name: 'Fields' });
  await fields.getByRole('button', { name: 'Edit fields: The order' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'wrapping' }).click();
  await page.getByRole('option', { name: 'cloth' }).click();
  await drawer.getByRole('button', { name: 'Save' }).click();
  await fields.getByText('cloth').waitFor();
});
