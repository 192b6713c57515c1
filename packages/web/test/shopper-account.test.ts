import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from '../../server/test/setup/api.js';
import { invite, PASSWORD } from '../../server/test/setup/person.js';
import { codeFor, place } from '../../server/test/shoppers.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
/** One that waits for handling, and one of which a package is on its way. */
let fresh: string;
let sent: string;

const command = async (orderId: string, name: string, body: object = {}): Promise<void> => {
  const { status, text } = await desk.server.ask('POST', `${ADMIN}/orders/${orderId}/${name}`, { body });
  if (status >= 300) throw new Error(text);
};

beforeAll(async () => {
  desk = await openDesk();
  fresh = await place(desk.server);
  sent = await place(desk.server);
  await command(sent, 'payments/1/approve');
  await command(sent, 'start-handling');
  await command(sent, 'invoices', {
    number: 'A-1',
    value: 2780,
    package: { carrier: 'Postbird', trackingNumber: 'PB1DE', trackingUrl: 'https://postbird.example/PB1DE' },
  });
});
afterAll(() => desk.end());

async function guestLink(orderId: string): Promise<string> {
  const { body } = await desk.server.ask('POST', `${ADMIN}/orders/${orderId}/guest-links`, { body: {} });
  return `/order#${(body as unknown as { token: string }).token}`;
}

describe('my account', () => {
  it('opens by a mailed code, lists my orders, and shows where the package is', async () => {
    const page = await desk.openAsStranger('/account');
    await page.getByLabel('E-mail').fill('ana@example.com');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code from the mail').fill('1111 1111');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('This code is not good').waitFor();
    await page.getByLabel('Code from the mail').fill(await codeFor(desk.server, 'ana@example.com'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'My orders' }).waitFor();
    expect(await page.getByRole('main').getByRole('link').count()).toBe(2);
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('link', { name: sent }).click();
    await page.getByText('Tracking number PB1DE').waitFor();
    expect(await page.getByRole('link', { name: 'Follow it' }).getAttribute('href')).toContain('postbird');
    await page.getByText('It is invoiced already').waitFor();
    expect(await page.locator('li[aria-current=step]').allTextContents()).toEqual(['4Being handed to the carrier']);

    await page.reload();
    await page.getByText('Tracking number PB1DE').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail').waitFor();
  });
});

describe('a link from a mail', () => {
  it('opens its order alone, and the buyer may ask to cancel it', async () => {
    const page = await desk.openAsStranger(await guestLink(fresh), { width: 380, dark: true });
    await page.getByText(`Number ${fresh}`).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ask to cancel' }).click();
    await page.getByLabel('Why?').fill('ordered twice');
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByText('This order was cancelled on').waitFor();
    expect(await page.getByRole('button', { name: 'Ask to cancel' }).count()).toBe(0);
  });

  it('that is not good says so, instead of failing', async () => {
    const page = await desk.openAsStranger('/order#default.nothing');
    await page.getByText('This link is not good any more').waitFor();
  });

  it('lets an invited person in with a password of their own', async () => {
    const { code } = await invite(desk.server, 'new@example.com');
    const page = await desk.openAsStranger(`/invitation#${code}`);
    await page.getByLabel('Your name').fill('Nele');
    await page.getByRole('textbox', { name: 'Password' }).fill('short');
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByRole('alert').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
  });

  it('sets a new password, with which the person signs in', async () => {
    const page = await desk.openAsStranger('/new-password');
    await page.getByLabel('E-mail').fill('staff@example.com');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('status').waitFor();
    const { body } = await desk.server.ask('GET', `${ADMIN}/mails?recipient=staff@example.com&limit=1`);
    const [mail] = (body as unknown as { mails: { id: string }[] }).mails;
    const { text } = await desk.server.ask('GET', `${ADMIN}/mails/${mail?.id ?? ''}`);
    await page.goto(`${desk.url}/new-password#${/new-password#([\w-]+)/.exec(text)?.[1] ?? ''}`);
    await page.reload();
    await page.getByRole('textbox', { name: 'New password' }).fill('a kettle of brass');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your password is changed').waitFor();
    await page.getByRole('link', { name: 'To the sign-in' }).click();
    await page.getByLabel('E-mail').fill('staff@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill('a kettle of brass');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
  });
});
