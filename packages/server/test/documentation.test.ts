import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandboxGateway } from '../src/sandbox-gateway/sandbox-gateway.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { serve } from './setup/docket-process.js';

/** What the tutorials tell a reader to type is typed here, block by block, against a server with the demo shop. */

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The code blocks of a page in one language, in order. */
function blocksOf(page: string, language: string): string {
  const markdown = readFileSync(join(root, page), 'utf8');
  const blocks = [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, code]) => code,
  );
  if (blocks.length === 0) throw new Error(`${page} has no block of ${language}`);
  return blocks.join('\n');
}

async function run(program: string, words: readonly string[], env: Record<string, string>) {
  const child = spawn(program, words, { cwd: root, env: { PATH: process.env['PATH'], ...env }, stdio: 'pipe' });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, code };
}

const compiler = join(root, 'node_modules/typescript-native/bin/tsc');

// Where imports find the packages of the checkout.
const cache = join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
const scratch = mkdtempSync(join(cache, 'docket-pages-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

// The demo takes most of the time: it is loaded by the first page, and the next reader finds what those before did.
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A server with the demo shop, as `npm start` makes one; gone at the end of the test. */
async function demoServer(more: Readonly<Record<string, string>> = {}) {
  const demo = { DATABASE_URL: database.url, DOCKET_SECRET: 'a secret of the tutorial', DOCKET_DEMO: '1' };
  const settings = { ...demo, ...more };
  const { url } = await serve(settings);
  const local = (code: string): string =>
    code
      .replaceAll('http://127.0.0.1:4000', url)
      .replaceAll('npx docket', `${process.execPath} ${join(root, 'packages/server/bin/docket.mjs')}`);
  return { settings, local };
}

/** Answers that were printed, one a line. */
const answersIn = (stdout: string): readonly object[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);

describe('a reader who types what the page says', { timeout: 120_000 }, () => {
  it.each(['docs/tutorial/first-order.md', 'README.md'])('gets what %s promises of curl', async (page) => {
    const { settings, local } = await demoServer();
    // The pages show an answer by `tee /dev/stderr`, which opens no pipe of ours.
    const script = `exec 2>'${scratch}/stderr'\n${local(blocksOf(page, 'sh'))}`;
    const { stdout, code } = await run('bash', ['-euo', 'pipefail', '-c', script], settings);
    for (const promised of ['"status":"handling"', '"status":"invoiced"', ' clean']) expect(stdout).toContain(promised);
    expect(stdout).not.toMatch(/"code":"(internal_error|unavailable|field_\w+|route_not_found)"/);
    expect(code).toBe(0);
  });

  it('gets a key with all that connect-an-erp.md has it do', async () => {
    const { settings, local } = await demoServer();
    const script = local(blocksOf('docs/how-to/connect-an-erp.md', 'sh')).replaceAll('curl ', 'curl -s ');
    const { stdout, code } = await run('bash', ['-euo', 'pipefail', '-c', script], settings);
    expect(stdout).toContain('"visibilityTimeoutInSeconds":240');
    expect(stdout).not.toMatch(/permission|internal_error|unavailable|field_|unauthorized/i);
    expect(code).toBe(0);
  });

  it('has a warranty and a wrapping with all that define-documents-and-fields.md has them do', async () => {
    const { settings, local } = await demoServer();
    const script = local(blocksOf('docs/how-to/define-documents-and-fields.md', 'sh'));
    const { stdout, code } = await run('bash', ['-euo', 'pipefail', '-c', script], settings);
    expect(answersIn(stdout)).toMatchObject([
      { type: 'warranty', active: true },
      { documents: [{ type: 'warranty', status: 'open', custom: { serial: 'AB-1' } }] },
      { items: [{ kind: 'warranty', orderId: '1480000500001-01' }] },
      { target: 'order' },
      { custom: { wrapping: 'cloth' } },
      { code: 'definition_invalid', pointer: '/numbers', details: { problems: expect.any(Array) as unknown } },
      { marks: [{ id: 'payment:1', approved: true, outerId: 'ERP-77' }] },
    ]);
    expect(code).toBe(0);
  });

  it('connects the gateway that connect-a-payment-provider.md starts, and sees what was said to it', async () => {
    const { settings, local } = await demoServer({ DOCKET_PRIVATE_CALLS: '1' });
    const gateway = await startSandboxGateway({ port: 0, file: null });
    try {
      const page = blocksOf('docs/how-to/connect-a-payment-provider.md', 'sh');
      const script = local(page.replaceAll('http://127.0.0.1:4010', gateway.url));
      const { stdout, code } = await run('bash', ['-euo', 'pipefail', '-c', script], settings);
      expect(answersIn(stdout)).toMatchObject([
        { provider: 'play', adapter: 'sandbox', active: true },
        { names: ['apiKey'], needed: ['apiKey'] },
        { works: true, message: null },
        { items: [{ provider: 'play', operation: 'check', status: 200 }] },
        { items: [] },
      ]);
      expect(code).toBe(0);
    } finally {
      await gateway.close();
    }
  });

  it('issues the gift card of issue-gift-cards-and-store-credit.md, and finds it by its code', async () => {
    const { settings, local } = await demoServer();
    const script = local(blocksOf('docs/how-to/issue-gift-cards-and-store-credit.md', 'sh'));
    const { stdout, code } = await run('bash', ['-euo', 'pipefail', '-c', script], settings);
    expect(answersIn(stdout)).toMatchObject([
      { provider: 'credit', adapter: 'store_credit' },
      { credit: 'gc-1001', balance: 0 },
      { hasCode: true },
      { balance: 5000, available: 5000 },
      { credit: 'gc-1001', balance: 5000 },
      { items: [{ kind: 'adjusted', amount: 5000, reason: 'sold at the till' }], next: null },
    ]);
    expect(code).toBe(0);
  });

  it.each(['docs/tutorial/first-order-with-the-client.md', 'docs/how-to/use-the-client.md'])(
    'gets what %s promises of TypeScript',
    async (page) => {
      const { local } = await demoServer();
      const file = join(scratch, 'page.mts');
      writeFileSync(file, local(blocksOf(page, 'ts')));
      const asked = ['--target', 'es2023', '--module', 'nodenext', '--strict', '--types', 'node', '--skipLibCheck'];
      const wrong = await run(process.execPath, [compiler, ...asked, '--ignoreConfig', '--outDir', scratch, file], {});
      expect(wrong.stdout).toBe('');
      const { stdout, stderr, code } = await run(process.execPath, [join(scratch, 'page.mjs')], {});
      expect(stderr).toBe('');
      expect(stdout).not.toBe('');
      expect(code).toBe(0);
    },
  );
});
