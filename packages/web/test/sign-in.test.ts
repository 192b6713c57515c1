import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../server/test/setup/person.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.end());

describe('signing in', () => {
  it('is asked of strangers, who then come to the page they wanted', async () => {
    const page = await desk.openAsStranger('/?from=a-link');
    await page.getByLabel('E-mail').fill('staff@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    expect(new URL(page.url()).search).toBe('?from=a-link');
  });

  it('tells in plain words that the password is wrong, and keeps what was typed', async () => {
    const page = await desk.openAsStranger('/sign-in');
    await page.getByLabel('E-mail').fill('staff@example.com');
    await page.getByRole('textbox', { name: 'Password' }).fill('not that one');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe('staff@example.com');
  });

  it.each([
    ['en', 'Sign in'],
    ['de', 'Anmelden'],
    ['fr', 'Se connecter'],
    ['pt', 'Entrar'],
  ])('speaks the language of the browser: %s', async (language, word) => {
    const page = await desk.openAsStranger('/sign-in', { language });
    await page.getByRole('heading', { name: word }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
  });

  it.each([false, true])('has no barrier for people who cannot see well (dark: %s)', async (dark) => {
    const page = await desk.openAsStranger('/sign-in', { dark });
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
