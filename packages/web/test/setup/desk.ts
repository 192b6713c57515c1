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
  const contexts = createContexts(browser);
  const cookiesOf = ({ headers }: Pick<Person, 'headers'>): Cookies => {
    const [name = '', value = ''] = String(headers['cookie']).split(/=(.*)/);
    return [{ name, value }];
  };
  const cookies = cookiesOf(await hire(server, 'staff@example.com'));
  const openWindow = async (path: string, options: Window, cookie: Cookies): Promise<Page> => {
    const window = await contexts.take(options);
    const from = options.plainHttp === true ? url.replace('127.0.0.1', HOST_NAME) : url;
    closeWithTest(() => contexts.giveBack(window, from));
    await window.context.addCookies(cookie.map((each) => ({ ...each, url: from })));
    const page = await window.context.newPage();
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

interface TakenContext {
  readonly kind: string;
  readonly context: BrowserContext;
}

/**
 * Contexts of the browser, taken again by the next window of their kind: a fresh one has no cache, and to fetch and compile the
 * screens anew took half of the time of opening them. Between two windows it loses its pages, cookies and storage.
 */
function createContexts(browser: Browser) {
  const free: TakenContext[] = [];
  return {
    async take({ width = 1280, height = 800, dark = false, language = 'en' }: Window): Promise<TakenContext> {
      const kind = [width, height, dark, language].join();
      const at = free.findIndex((each) => each.kind === kind);
      const [found] = at < 0 ? [] : free.splice(at, 1);
      if (found !== undefined) return found;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale: language,
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      });
      return { kind, context };
    },
    async giveBack({ kind, context }: TakenContext, origin: string): Promise<void> {
      const blank = await context.newPage();
      for (const page of context.pages()) if (page !== blank) await page.close();
      const session = await context.newCDPSession(blank);
      const storageTypes = 'cookies,local_storage,session_storage,indexeddb,service_workers,cache_storage';
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
      await context.clearCookies();
      await blank.close();
      free.push({ kind, context });
    },
  };
}
