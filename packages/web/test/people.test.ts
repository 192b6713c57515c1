import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from '../../server/test/setup/api.js';
import { hire } from '../../server/test/setup/person.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

interface Person {
  readonly email: string;
  readonly status: string;
  readonly roles: readonly string[];
  readonly scope: { readonly stores: readonly string[] | null };
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.server.ask('PUT', `${ADMIN}/stores/graz`, { body: { name: 'Graz' } });
  await hire(desk.server, 'bo@example.com', { roles: ['warehouse'] });
});
afterAll(() => desk.end());

const person = async (email: string): Promise<Person | undefined> =>
  ((await desk.server.ask('GET', `${ADMIN}/users`)).body.items as readonly Person[]).find((one) => one.email === email);

describe('people', () => {
  it('are invited with roles and scope; what is refused loses nothing typed', async () => {
    const page = await desk.open('/settings/people');
    await page.getByRole('button', { name: 'Invite a person' }).click();
    await page.getByRole('textbox', { name: 'Mail address' }).fill('cy@example.com');
    await page.getByRole('combobox', { name: 'Roles' }).click();
    await page.getByRole('option', { name: 'Support' }).click();
    const stores = page.getByRole('combobox', { name: 'Only these stores' });
    await stores.fill('nowhere');
    await stores.press('Enter');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('textbox', { name: 'Mail address' }).inputValue()).toBe('cy@example.com');
    expect(await barriers(page)).toEqual([]);
    await stores.press('Backspace');
    await stores.fill('graz');
    await stores.press('Enter');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('cell', { name: 'cy@example.com' }).waitFor();
    expect(await person('cy@example.com')).toMatchObject({
      status: 'invited',
      roles: ['support'],
      scope: { stores: ['graz'] },
    });
    await page.getByRole('button', { name: 'cy@example.com' }).click();
    await page.getByRole('button', { name: 'Send the invitation again' }).click();
    await page.getByText('A new link goes out').waitFor();
    await page.getByRole('button', { name: 'Send the invitation again' }).last().click();
    await page.getByText('A new link goes out').waitFor({ state: 'detached' });
    const { mails } = (await desk.server.ask('GET', `${ADMIN}/mails`)).body as unknown as { mails: readonly object[] };
    expect(mails).toHaveLength(2);
  });

  it('get other roles, lose and get back their login, and the history says so', async () => {
    const page = await desk.open('/settings/people', { dark: true, width: 380 });
    await page.getByRole('button', { name: 'bo', exact: true }).click();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Roles' }).click();
    await page.getByRole('option', { name: 'Finance' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await person('bo@example.com')).toMatchObject({ roles: ['warehouse', 'finance'] });
    await page.getByRole('button', { name: 'bo', exact: true }).click();
    await page.getByText('warehouse, finance').waitFor();
    await page.getByRole('button', { name: 'Close the login' }).click();
    await page.getByText('All sessions of the person end').waitFor();
    await page.getByRole('button', { name: 'Close the login' }).last().click();
    await page.getByRole('button', { name: 'Open the login' }).waitFor();
    expect(await person('bo@example.com')).toMatchObject({ status: 'disabled' });
    await page.getByRole('button', { name: 'Open the login' }).click();
    await page.getByRole('button', { name: 'Open the login' }).last().click();
    await page.getByRole('button', { name: 'Close the login' }).waitFor();
    expect(await person('bo@example.com')).toMatchObject({ status: 'active' });
  });
});

describe('roles', () => {
  it('are made of permissions with their meanings, changed and removed', async () => {
    const page = await desk.open('/settings/people?tab=roles');
    await page.getByRole('button', { name: 'New role' }).click();
    await page.getByRole('textbox', { name: 'Id' }).fill('Night Shift');
    await page.getByRole('textbox', { name: 'Name' }).fill('Night shift');
    await page.getByRole('checkbox', { name: 'Read stock.' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Read stock.' }).isChecked()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Id' }).fill('night-shift');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Night shift' }).click();
    await page.getByRole('checkbox', { name: 'Set stock.' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: 'Night shift' }).getByText('2 permissions').waitFor();
    expect((await desk.server.ask('GET', `${ADMIN}/roles/night-shift`)).body).toMatchObject({
      name: 'Night shift',
      permissions: ['stock.view', 'stock.edit'],
    });
    await page.getByRole('button', { name: 'Night shift' }).click();
    await page.getByRole('button', { name: 'Remove the role' }).click();
    await page.getByText('stays until nobody holds it').waitFor();
    await page.getByRole('button', { name: 'Remove the role' }).last().click();
    await page.getByRole('button', { name: 'Night shift' }).waitFor({ state: 'detached' });
    expect((await desk.server.ask('GET', `${ADMIN}/roles/night-shift`)).status).toBe(404);
  });

  it('show what may not be given by who does not hold it', async () => {
    await desk.server.ask('POST', `${ADMIN}/roles`, {
      body: { role: 'lead', name: 'Lead', permissions: ['access.view', 'access.edit', 'users.view', 'stock.view'] },
    });
    const lead = await hire(desk.server, 'lead@example.com', { roles: ['lead'] });
    const page = await desk.openAs(lead, '/settings/people?tab=roles', { language: 'de' });
    await page.getByRole('button', { name: 'Neue Rolle' }).click();
    await page.getByRole('checkbox', { name: 'Bestand lesen.' }).check();
    expect(await page.getByRole('checkbox', { name: 'Bestand setzen.' }).isDisabled()).toBe(true);
    await page.getByText('stock.edit · Das haben Sie selbst nicht').waitFor();
    await page.getByRole('tab', { name: 'Personen' }).waitFor({ state: 'attached' });
    expect(await page.getByRole('button', { name: 'Person einladen' }).count()).toBe(0);
  });
});
