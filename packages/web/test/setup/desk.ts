import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestApi, type TestApi } from '../../../server/test/setup/api.js';
import { hire, type Person } from '../../../server/test/setup/person.js';

/** A browser in front of a whole server on a database of its own. */
export interface Desk {
  readonly server: TestApi;
  readonly url: string;
  /** A fresh window, signed in as an administrator. Failures of its scripts and unexpected answers fail `end`. */
  open(path: string, options?: Window): Promise<Page>;
  /** The same, of somebody who was hired: what they may not do is what the screen must not offer. */
  openAs(person: Pick<Person, 'headers'>, path: string, options?: Window): Promise<Page>;
  /** The same, of a stranger. */
  openAsStranger(path: string, options?: Window): Promise<Page>;
  end(): Promise<void>;
}

interface Window {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly language?: string;
  /** Under a host name over plain http, where browsers offer less than on https and localhost. */
  readonly plainHttp?: boolean;
}

const HOST_NAME = 'desk.example';

/** Without them Chromium asks the network for what no test needs. */
/** Chromium without its own windows: half the processor time of the whole one. */
const SHELL = '/usr/bin/chromium-headless-shell';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--host-resolver-rules=MAP ${HOST_NAME} 127.0.0.1`,
];

/** @param more settings of the server, such as a role that works too */
export async function openDesk(more: Parameters<typeof createTestApi>[0] = {}): Promise<Desk> {
  const server = await createTestApi(more);
  await server.api.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(server.api.server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: process.env['DOCKET_TEST_CHROMIUM'] ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium'),
    args: ARGUMENTS,
  });
  const faults: string[] = [];
  const windows = new Set<BrowserContext>();
  const cookiesOf = ({ headers }: Pick<Person, 'headers'>): Cookies => {
    const [name = '', value = ''] = String(headers['cookie']).split(/=(.*)/);
    return [{ name, value }];
  };
  const cookies = cookiesOf(await hire(server, 'staff@example.com'));
  const openWindow = async (path: string, options: Window, cookie: Cookies): Promise<Page> => {
    const window = await windowOf(browser, options);
    windows.add(window);
    closeWithTest(async () => {
      windows.delete(window);
      await window.close();
    });
    const from = options.plainHttp === true ? url.replace('127.0.0.1', HOST_NAME) : url;
    await window.addCookies(cookie.map((each) => ({ ...each, url: from })));
    const page = await window.newPage();
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    await page.goto(from + path);
    return page;
  };
  return {
    server,
    url,
    open: (path, options = {}) => openWindow(path, options, cookies),
    openAs: (person, path, options = {}) => openWindow(path, options, cookiesOf(person)),
    openAsStranger: (path, options = {}) => openWindow(path, options, []),
    async end() {
      for (const window of windows) await window.close();
      await browser.close();
      await server.end();
      if (faults.length > 0) throw new Error(`scripts failed:\n${faults.join('\n')}`);
    },
  };
}

/**
 * A window that is left open asks for news while the next tests run. One that was opened for all tests of a file stays until
 * its end.
 */
function closeWithTest(close: () => Promise<void>): void {
  try {
    onTestFinished(close);
  } catch {
    // Outside of a test.
  }
}

type Cookies = Parameters<BrowserContext['addCookies']>[0];

const windowOf = (browser: Browser, { width = 1280, height = 800, dark = false, language = 'en' }: Window) =>
  browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: language,
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
