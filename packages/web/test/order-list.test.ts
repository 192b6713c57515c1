import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, ORDER } from '../../server/test/setup/api.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
const numbers: string[] = [];
/** A machine that does much else takes its time. */
const SOON = { timeout: 10_000 };

const place = async (more: object = {}): Promise<string> => {
  const { status, body, text } = await desk.server.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, ...more } });
  if (status !== 201) throw new Error(text);
  return body.orderId;
};

beforeAll(async () => {
  desk = await openDesk();
  // A second page of them needs more than a hundred; the most that one call places.
  const body = { items: Array.from({ length: 100 }, () => ({ order: ORDER })) };
  const placed = await desk.server.ask('POST', `${ADMIN}/orders/bulk`, { body });
  if (placed.status !== 200) throw new Error(placed.text);
  const buyer = { email: 'olga@example.com', firstName: 'Olga', lastName: 'Lindqvist' };
  for (let n = 0; n < 3; n += 1) numbers.push(await place({ buyer, tags: ['gift'] }));
}, 60_000);
afterAll(() => desk.end());

const lines = (page: Page) => page.locator('[role="row"][aria-selected]');
const openList = async (search = '', window: Parameters<Desk['open']>[1] = {}): Promise<Page> => {
  const page = await desk.open(`/orders${search}`, window);
  await lines(page).first().waitFor();
  return page;
};

describe('the list of orders', () => {
  it('shows all orders however far one scrolls, and keeps only those in sight on the page', async () => {
    const page = await openList();
    await page.getByText('103 orders').waitFor();
    expect(await lines(page).count()).toBeLessThan(60);
    await expect
      .poll(async () => {
        await page.getByRole('grid').hover();
        await page.mouse.wheel(0, 2_000);
        return page.locator('[aria-rowindex="104"]').count();
      }, SOON)
      .toBe(1);
  });

  it('finds while somebody types, from three letters on, and keeps the words in the address', async () => {
    const page = await openList();
    await page.keyboard.press('/');
    await page.keyboard.type('lindq');
    await expect.poll(() => lines(page).count(), SOON).toBe(3);
    expect(new URL(page.url()).searchParams.get('q')).toBe('lindq');
    await page.getByLabel('Clear the search').click();
    await page.getByText('103 orders').waitFor();
  });

  it('filters by chips that stand in the address and can be taken away', async () => {
    const page = await openList('?tag=gift');
    await expect.poll(() => lines(page).count(), SOON).toBe(3);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Late' }).click();
    await page.getByRole('radio', { name: 'Yes' }).click();
    await page.getByText('No order fits').waitFor();
    expect(new URL(page.url()).searchParams.get('late')).toBe('true');
    await page.getByRole('button', { name: 'Remove the filter Late' }).click();
    await expect.poll(() => lines(page).count(), SOON).toBe(3);
    expect(new URL(page.url()).searchParams.get('late')).toBe(null);
  });

  it('is worked by the keyboard alone: down, choose, help, open', async () => {
    const page = await openList();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.getByText('2 orders chosen').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('2 orders chosen').waitFor();
    const newest = numbers.at(-1) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/orders/${newest}`);
  });

  it('keeps a view under a name, with the count of what it finds now', async () => {
    const page = await openList('?tag=gift');
    await page.getByRole('button', { name: 'Save as a view' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Presents');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /^Presents\s*3$/ }).waitFor();
    await page.getByRole('button', { name: /^All orders/ }).click();
    await page.getByText('103 orders').waitFor();
    await page.getByRole('button', { name: /^Presents/ }).click();
    await expect.poll(() => lines(page).count(), SOON).toBe(3);
    await page.getByRole('button', { name: 'What to do with the view Presents' }).click();
    await page.getByRole('menuitem', { name: 'Remove the view' }).click();
    await page.getByRole('button', { name: /^Presents/ }).waitFor({ state: 'hidden' });
  });

  it('shows what changes meanwhile where it stands, and counts what is new without moving anything', async () => {
    const page = await openList('?tag=gift');
    const [first = ''] = numbers;
    const line = lines(page).filter({ hasText: first });
    await line.waitFor();
    await desk.server.ask('PUT', `${ADMIN}/orders/${first}/assignee`, { body: { assignee: 'marta' } });
    await line.getByText('marta').waitFor();
    expect(await line.getAttribute('data-changed')).not.toBe(null);
    const above = await lines(page).first().textContent();
    const added = await place({ tags: ['gift'] });
    await page.getByRole('button', { name: '1 new order' }).waitFor();
    expect(await lines(page).first().textContent()).toBe(above);
    await page.getByRole('button', { name: '1 new order' }).click();
    await lines(page).filter({ hasText: added }).waitFor();
  });

  it('gives the orders that are found as a file', async () => {
    const page = await openList('?q=lindqvist');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString().trim().split('\n')).toHaveLength(4);
  });

  it.each([
    [1280, false],
    [1280, true],
    [380, false],
  ])('has no barrier at %s pixels (dark: %s)', async (width, dark) => {
    const page = await openList('?stage=paying', { width, dark });
    expect(await barriers(page)).toEqual([]);
    if (width === 380) {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });
});
