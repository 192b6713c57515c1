import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN, ORDER } from '../../server/test/setup/api.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.end());

it('a person is looked at, typed once more, and forgotten', async () => {
  const placed = await desk.server.ask('POST', `${ADMIN}/orders`, { body: ORDER });
  const page = await desk.open('/settings/forgetting', { dark: true, width: 380 });
  const mail = page.getByRole('textbox', { name: 'Mail address' });
  await mail.fill('x');
  await page.getByRole('button', { name: 'See what would go' }).click();
  await page.getByRole('alert').waitFor();
  expect(await mail.inputValue()).toBe('x');
  await mail.fill('ana@example.com');
  await page.getByRole('button', { name: 'See what would go' }).click();
  await page.getByText('Name, addresses and texts in 1 order').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Reason' }).fill('request 7');
  const forget = page.getByRole('button', { name: 'Forget for ever' });
  await page.getByRole('textbox', { name: 'Type it once more' }).fill('anna@example.com');
  expect(await forget.isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Type it once more' }).fill('ana@example.com');
  await forget.click();
  await page.getByText('The person is forgotten').waitFor();
  expect(await barriers(page)).toEqual([]);
  const order = await desk.server.ask('GET', `${ADMIN}/orders/${placed.body.orderId}`);
  expect(order.body).toMatchObject({ forgotten: true, buyer: null });
});

it('has no barriers in light', async () => {
  const page = await desk.open('/settings/forgetting');
  await page.getByRole('heading', { name: 'Forget a person' }).waitFor();
  expect(await barriers(page)).toEqual([]);
});
