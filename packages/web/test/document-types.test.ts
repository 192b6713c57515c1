import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, ORDER } from '../../server/test/setup/api.js';
import { hire } from '../../server/test/setup/person.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.end());

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  desk.server.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview of the form' });
const save = (page: Page) => button(page, 'Save').click();

/** Adds a field of a kind at the end; it is open afterwards. */
async function addField(page: Page, name: string, label: string, kind: string | null): Promise<void> {
  await button(page, 'Add a field').click();
  await field(page, 'Name in the API').fill(name);
  await field(page, 'Label: English').fill(label);
  if (kind === null) return;
  await page.getByRole('combobox', { name: 'Kind', exact: true }).click();
  await page.getByRole('option', { name: kind, exact: true }).click();
}

describe('a type of document', () => {
  it('is made with statuses, moves and fields, each refusal at its place, and its documents follow it', async () => {
    const page = await desk.open('/settings/documents');
    await page.getByRole('link', { name: 'New type of document' }).click();
    await field(page, 'Code').first().fill('warranty');
    await field(page, 'Name: English').first().fill('Warranty');
    await field(page, 'Number template').fill('WA-{year}');
    await page.getByText(/^Example: WA-\d{4}$/).waitFor();
    await button(page, 'Add a status').click();
    const granted = page.getByRole('list', { name: 'Statuses' }).getByRole('listitem').nth(1);
    await granted.getByRole('textbox', { name: 'Code' }).fill('granted');
    await granted.getByRole('textbox', { name: 'Name: English' }).fill('Granted');
    await granted.getByRole('switch', { name: 'Locks' }).click();
    await page.getByRole('switch', { name: 'Any status may follow any other' }).click();
    await page.getByRole('checkbox', { name: 'Open → Granted' }).uncheck();

    await addField(page, 'Serial', 'Serial number', null);
    await page.getByRole('switch', { name: 'May be about a person' }).click();
    await page.getByRole('switch', { name: 'Required' }).click();
    await addField(page, 'until', 'Until', 'Date');
    await addField(page, 'reason', 'Reason', 'One of a list');
    for (const [place, value, label] of [
      [1, 'broken', 'Broken'],
      [2, 'late', 'Too late'],
    ] as const) {
      await button(page, 'Add a choice').click();
      await field(page, `Choice ${place}`).fill(value);
      await field(page, `Choice ${place}: English`).fill(label);
    }
    await preview(page).getByRole('combobox', { name: 'Reason' }).click();
    await page.getByRole('option', { name: 'Too late' }).click();
    await preview(page).getByLabel('Until').waitFor();

    await save(page);
    await button(page, 'Not saved: 3 things above need mending.').click();
    expect(await page.evaluate('document.activeElement.value')).toBe('WA-{year}');
    await page.getByText('Without {sequence} two documents would get one number.').waitFor();
    await page.getByText('No move leads to “granted”.').waitFor();
    const wrong = page.getByRole('listitem', { name: 'Serial number' });
    await wrong.getByText('This cannot be a name').waitFor();
    expect(await field(page, 'Number template').getAttribute('aria-invalid')).toBe('true');
    expect(await barriers(page)).toEqual([]);
    expect((await ask('GET', 'document-types/warranty')).status).toBe(404);

    await field(page, 'Number template').fill('WA-{year}-{sequence:5}');
    await page.getByRole('checkbox', { name: 'Open → Granted' }).check();
    await page.getByRole('checkbox', { name: 'Granted → Open' }).uncheck();
    await wrong.getByRole('button', { expanded: false }).click();
    await field(page, 'Name in the API').fill('serial');
    await button(page, 'Move Reason up').click();
    await save(page);
    await page.getByRole('heading', { name: 'Warranty', level: 1 }).waitFor();
    const { body } = await ask('GET', 'document-types/warranty');
    expect(body).toMatchObject({
      numbers: 'WA-{year}-{sequence:5}',
      parents: ['order'],
      statuses: [
        { status: 'open', labels: { en: 'Open' }, locks: false },
        { status: 'granted', labels: { en: 'Granted' }, locks: true },
      ],
      moves: { open: ['granted'] },
      fields: {
        properties: {
          serial: { type: 'string', 'x-labels': { en: 'Serial number' }, 'x-personal': false },
          until: { type: 'string', format: 'date' },
          reason: { enum: ['broken', 'late'], 'x-enum-labels': { late: { en: 'Too late' } } },
        },
        required: ['serial'],
      },
    });
    const { fields } = body as unknown as { fields: { properties: object } };
    expect(Object.keys(fields.properties)).toEqual(['serial', 'reason', 'until']);
    const { body: order } = await ask('POST', 'orders', ORDER);
    const added = await ask('POST', `orders/${order.orderId}/documents`, {
      documentType: 'warranty',
      custom: { serial: 'AB-1', reason: 'late' },
    });
    expect(added, added.text).toMatchObject({ body: { documents: [{ status: 'open', custom: { reason: 'late' } }] } });

    await button(page, 'History').click();
    await page.getByRole('dialog').getByText('Added').waitFor();
    await page.keyboard.press('Escape');
    await button(page, 'Remove').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('alert').getByText('make it inactive').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('switch', { name: 'Active' }).click();
    await save(page);
    await page.getByText('Inactive').first().waitFor();
    expect((await ask('GET', 'document-types/warranty')).body).toMatchObject({ active: false, most: null });
  });

  it('is read in the language of the reader, in dark on a telephone, by whoever may change nothing', async () => {
    const labels = { en: 'Quality report', de: 'Prüfbericht' };
    const fields = { type: 'object', properties: { by: { type: 'string', 'x-labels': { de: 'Geprüft von' } } } };
    await ask('PUT', 'document-types/quality_report', { labels, fields });
    const reader = await hire(desk.server, 'reader@example.com', { roles: ['finance'] });
    const page = await desk.openAs(reader, '/settings/documents', { dark: true, width: 380, language: 'de' });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Prüfbericht' }).click();
    await page.getByRole('button', { name: /Geprüft von/, expanded: false }).click();
    expect(await field(page, 'Beschriftung: Englisch').isDisabled()).toBe(true);
    expect(
      await page.getByRole('button', { name: /^(Speichern|Entfernen|Feld hinzufügen|.* wegnehmen)$/ }).count(),
    ).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });
});

describe('fields of the account', () => {
  it('are written as a form or as their schema, and two of one name are told before one is lost', async () => {
    const page = await desk.open('/settings/documents?tab=fields');
    await addField(page, 'gift', 'Gift', 'Yes or no');
    await addField(page, 'gift', 'Wrapping', null);
    await page.getByText('Two fields are called “gift”.').first().waitFor();
    expect(await button(page, 'Save').isDisabled()).toBe(true);
    const ofOrder = page.getByRole('tabpanel', { name: 'Order' });
    await ofOrder.getByText('JSON Schema', { exact: true }).click();
    await ofOrder.getByText('Give each its own').waitFor();
    await field(page, 'Name in the API').fill('wrapping');
    await ofOrder.getByText('JSON Schema', { exact: true }).click();
    const schema = field(page, 'JSON Schema of the fields');
    const text = await schema.inputValue();
    await schema.fill(text.replace('"boolean"', '"bool"'));
    await save(page);
    await button(page, 'Line 5').click();
    await page.getByText('This is of the wrong type.').waitFor();
    await ofOrder.getByText('Form', { exact: true }).click();
    await page.getByText('The form cannot show this text').waitFor();
    await schema.fill(text.replace('"Gift"', '"Is a gift"'));
    await ofOrder.getByText('Form', { exact: true }).click();
    await preview(page).getByRole('checkbox', { name: 'Is a gift' }).waitFor();
    await save(page);
    await page.getByText('Saved').waitFor();
    expect((await ask('GET', 'custom-fields/order')).body).toMatchObject({
      fields: {
        properties: { gift: { type: 'boolean', 'x-labels': { en: 'Is a gift' } }, wrapping: { type: 'string' } },
      },
    });
    expect(await barriers(page)).toEqual([]);
  });
});
