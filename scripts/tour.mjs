// The five-minute tour of the README against a server that runs with the demo: `npm run tour [-- URL]`. What the page shows
// is typed block by block and its answers are printed. With `--pictures DIR` the desk is then walked through in Chromium
// (DOCKET_TEST_CHROMIUM, else /usr/bin/chromium), and what it shows is kept there; docs/pictures was made so.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { root } from './prepare.mjs';

const written = 'http://127.0.0.1:4000';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: 'string' } },
});
const url = (positionals[0] ?? written).replace(/\/$/, '');

/** Blocks of the page that are to be typed, with the heading words before each. */
function blocks() {
  const page = readFileSync(join(root, 'README.md'), 'utf8');
  return [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code]) => code.replaceAll(written, url));
}

async function typed() {
  const alive = await fetch(`${url}/healthz`).catch(() => null);
  if (alive?.ok !== true) throw new Error(`no Docket answers at ${url}: start one with npm start`);
  // One shell for all: later blocks use what earlier ones set. Each is shown before it runs.
  const script = blocks()
    .map((code) => `cat <<'DOCKET_TOUR'\n\n\x1b[2m${code.trimEnd()}\x1b[0m\nDOCKET_TOUR\n${code}`)
    .join('\n');
  const npx = `npx() { shift; "${process.execPath}" "${join(root, 'packages/server/bin/docket.mjs')}" "$@"; }`;
  const shell = spawn('bash', ['-euo', 'pipefail', '-c', `${npx}\n${script}`], { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve) => shell.once('close', resolve));
  if (code !== 0) throw new Error(`the tour ended with ${String(code)}`);
}

const SCREENS = [
  { name: 'home', path: '/' },
  { name: 'orders', path: '/orders' },
  { name: 'order', path: null },
  { name: 'workflow', path: '/settings/workflows/complete' },
  { name: 'products-dark', path: '/settings/products', dark: true },
];

async function pictured(directory) {
  const { chromium } = createRequire(join(root, 'packages/web/package.json'))('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.DOCKET_TEST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  mkdirSync(directory, { recursive: true });
  try {
    for (const { name, path, dark = false } of SCREENS) {
      const window = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        colorScheme: dark ? 'dark' : 'light',
        locale: 'en',
        reducedMotion: 'reduce',
      });
      const page = await window.newPage();
      await page.goto(`${url}/sign-in`);
      await page.getByLabel('E-mail').fill('demo@docket.example');
      await page.locator('input[type=password]').fill('docket-demo-password');
      await page.locator('button[type=submit]').click();
      await page.waitForURL((address) => address.pathname === '/');
      await page.goto(url + (path ?? '/orders?status=handling'));
      if (path === null) await page.locator('a[data-order]').first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      // Figures and pictures come after the frame.
      await page.waitForTimeout(2_000);
      await page.screenshot({ path: join(directory, `${name}.png`) });
      await window.close();
      process.stdout.write(`${join(directory, `${name}.png`)}\n`);
    }
  } finally {
    await browser.close();
  }
}

try {
  await typed();
  if (values.pictures !== undefined) await pictured(values.pictures);
} catch (error) {
  process.stderr.write(`docket: ${error.message}\n`);
  process.exitCode = 1;
}
