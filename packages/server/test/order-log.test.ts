import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

type Found =
  | { readonly valid: true; readonly streamId: string; readonly events: number; readonly lastHash: string }
  | { readonly valid: false; readonly event: number; readonly reason: string };
interface Verifier {
  readonly verifyLog: (
    chunks: AsyncIterable<Buffer>,
    expected?: { lastHash?: string; holdsHash?: string },
  ) => Promise<Found>;
}

const program = fileURLToPath(new URL('../public/verify-order-log.mjs', import.meta.url));
const { verifyLog } = (await import(program)) as Verifier;

/** In pieces that end anywhere, as a file or a pipe gives them. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield Promise.resolve(bytes.subarray(from, from + size));
}
const check = (log: string | Buffer, expected?: Parameters<Verifier['verifyLog']>[1]): Promise<Found> =>
  verifyLog(inPieces(Buffer.from(log), 997), expected);

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

let api: TestApi;
let order: string;
let log: string;
const directory = mkdtempSync(join(tmpdir(), 'docket-log-'));

beforeAll(async () => {
  api = await createTestApi();
  const placed = await api.ask('POST', `${ADMIN}/orders`, {
    body: { ...ORDER, note: 'Ring twice – “João” 😀 \u2028 \t' },
  });
  order = `${ADMIN}/orders/${placed.body.orderId}`;
  for (const [path, body] of [
    ['/payments/1/notify', {}],
    ['/notes', { text: 'naïve \ufffd' }],
    ['/tags', { add: ['größe \ufffd'] }],
    ['/start-handling', {}],
  ] as const) {
    expect((await api.ask('POST', order + path, { body })).status).toBe(200);
  }
  log = (await api.ask('GET', `${order}/log`)).text;
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await api.end();
});

const lines = (): Record<string, unknown>[] =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const text = (changed: readonly object[]): string => changed.map((line) => `${JSON.stringify(line)}\n`).join('');
const lastHash = (): string => String(lines().at(-1)?.['hash']);

describe('the exported log of an order', () => {
  it('proves itself, and says what it proved', async () => {
    const answer = await api.ask('GET', `${order}/log`);
    expect(answer.headers['content-type']).toContain('application/jsonl');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="order-[\d-]+\.jsonl"$/);
    expect(await check(log)).toEqual({
      valid: true,
      account: 'default',
      streamId: order.split('/').at(-1),
      events: 5,
      lastHash: lastHash(),
    });
    const { events } = (await api.ask('GET', `${order}/events`)).body;
    expect(events.at(-1)?.hash).toBe(lastHash());
  });

  it('shows nothing personal', () => {
    expect(log).not.toMatch(/Gruber|ana@example|Ring twice|naïve/);
  });

  it('is the same wherever its bytes are cut into pieces', async () => {
    for (const size of [1, 2, 4096]) expect((await verifyLog(inPieces(Buffer.from(log), size))).valid).toBe(true);
  });

  it('is not given for an order that is not there', async () => {
    expect((await api.ask('GET', `${ADMIN}/orders/1480000500001-99/log`)).status).toBe(404);
  });
});

const FIELDS: readonly [string, unknown][] = [
  ['version', 7],
  ['type', 'payment_denied'],
  ['schema', 2],
  ['actor', 'key:other'],
  ['at', '2026-01-01T00:00:00.000Z'],
  ['reason', 'because'],
  ['commandId', '0190a6c0-0000-7000-8000-000000000001'],
  ['data', '{}'],
  ['personal', 'AAAA'],
  ['prevHash', '00'.repeat(32)],
  ['hash', '00'.repeat(32)],
];

describe('damage to a log is found', () => {
  it.each(FIELDS)('in the field %s of an event, and the event is named', async (field, value) => {
    const changed = lines().map((line, index) => (index === 3 ? { ...line, [field]: value } : line));
    expect(await check(text(changed))).toMatchObject({ valid: false, event: 3 });
  });

  it.each([
    ['account', 'other', 1],
    ['streamId', '1480000500009-01', 1],
    ['streamKind', 'purchase', 1],
    ['events', 6, 6],
    ['events', 4, 6],
    ['lastHash', '00'.repeat(32), 6],
    ['format', 'another', 0],
    ['formatVersion', 2, 0],
  ])('in the field %s of the header', async (field, value, event) => {
    const changed = lines().map((line, index) => (index === 0 ? { ...line, [field]: value } : line));
    expect(await check(text(changed))).toMatchObject({ valid: false, event });
  });

  const cases: readonly [string, (lines: Record<string, unknown>[]) => object[], number, RegExp][] = [
    ['a missing event', (all) => all.filter((_, index) => index !== 2), 2, /missing/],
    ['two events that changed places', ([h, a, b, ...rest]) => [h, b, a, ...rest] as object[], 1, /missing/],
    ['a repeated event', ([h, a, ...rest]) => [h, a, a, ...rest] as object[], 2, /repeated/],
    [
      'a field that does not belong',
      (all) => all.map((line, i) => (i === 2 ? { ...line, note: 1 } : line)),
      2,
      /written/,
    ],
    [
      'a field that is missing',
      (all) => all.map(({ reason, ...line }, i) => (i === 2 ? line : { reason, ...line })),
      1,
      /written/,
    ],
    ['no header', (all) => all.slice(1), 0, /written/],
    ['no event', (all) => all.slice(0, 1), 1, /missing/],
    ['a cut end', (all) => all.slice(0, -1), 5, /missing/],
    ['an event of another place at the end', (all) => [...all, { ...all.at(-1), version: 6 }], 6, /chain is broken/],
  ];
  it.each(cases)('%s', async (_, damage, event, reason) => {
    const found = await check(text(damage(lines())));
    expect(found).toMatchObject({ valid: false, event });
    expect((found as { reason: string }).reason).toMatch(reason);
  });

  it('a line that is cut off, and an empty file', async () => {
    expect(await check(log.slice(0, -1))).toMatchObject({ valid: false, event: 5, reason: matching(/cut off/) });
    expect(await check(log.slice(0, -20))).toMatchObject({ valid: false });
    expect(await check('')).toEqual({ valid: false, event: 0, reason: 'the file is empty' });
  });

  it('any byte that is changed, left out or put in', async () => {
    const bytes = Buffer.from(log);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('changed', 'gone', 'added'),
        async (at, by, how) => {
          const value = Buffer.of(((bytes[at] ?? 0) + by) % 256);
          const middle = how === 'gone' ? Buffer.alloc(0) : value;
          const damaged = Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(how === 'added' ? at : at + 1)]);
          if (damaged.equals(bytes)) return;
          expect(await check(damaged)).toMatchObject({ valid: false });
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('every single byte of a short log, in every one of its bits', { timeout: 120_000 }, async () => {
    const short = Buffer.from(shortLog());
    expect(await check(short)).toMatchObject({ valid: true });
    for (let at = 0; at < short.length; at += 1) {
      for (let bit = 1; bit < 256; bit <<= 1) {
        const damaged = Buffer.from(short);
        damaged[at] = (short[at] ?? 0) ^ bit;
        if ((await check(damaged)).valid) expect.fail(`bit ${bit} of byte ${at} went unnoticed`);
      }
    }
  });
});

/** One event with every field, in the way the server writes it; the hash is made here from its description alone. */
function shortLog(): string {
  const event = {
    version: 1,
    type: 't',
    schema: 1,
    actor: 'a',
    at: '2026-03-02T12:01:00.000Z',
    reason: '\ufffdé\u001f',
  };
  const sealed = { ...event, commandId: 'c', data: '{"é":"\\u2028"}', personal: 'AQ==', prevHash: '' };
  const header = JSON.stringify(['acme', 'order', '1-01', 1, 't', 1, 'a', event.at, event.reason, 'c']);
  const hash = createHash('sha256').update(`${header}\n${sealed.data}\n`).update(Buffer.of(1)).digest('hex');
  const stream = { account: 'acme', streamKind: 'order', streamId: '1-01' };
  return text([
    { format: 'docket-order-log', formatVersion: 1, ...stream, events: 1, lastHash: hash },
    { ...sealed, hash },
  ]);
}

describe('a hash that was kept elsewhere', () => {
  /** What somebody makes who owns the database: events cut off, the header written anew. */
  const truncated = (): string => {
    const [header, ...events] = lines();
    const kept = events.slice(0, 3);
    return text([{ ...header, events: 3, lastHash: kept.at(-1)?.['hash'] }, ...kept]);
  };

  it('shows that the end was cut off, where the log alone looks sound', async () => {
    expect(await check(truncated())).toMatchObject({ valid: true });
    expect(await check(truncated(), { lastHash: lastHash() })).toMatchObject({
      valid: false,
      reason: matching(/not with the hash/),
    });
    expect(await check(truncated(), { holdsHash: lastHash() })).toMatchObject({
      valid: false,
      reason: matching(/must hold/),
    });
    expect(await check(log, { lastHash: lastHash() })).toMatchObject({ valid: true });
  });

  it('shows that a log grew from what it was', async () => {
    const earlier = String(lines()[2]?.['hash']);
    expect(await check(log, { holdsHash: earlier })).toMatchObject({ valid: true });
    expect(await check(log, { lastHash: earlier })).toMatchObject({ valid: false });
  });
});

describe('the verifier', () => {
  const run = (...words: string[]): Promise<{ code: number; out: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [program, ...words], (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr });
      });
    });
  const written = (name: string, content: string): string => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  };

  it('is one file under 150 lines, served where the log is', async () => {
    const served = await api.ask('GET', '/docs/verify-order-log.mjs');
    expect(served.headers['content-type']).toContain('text/javascript');
    expect(served.text.split('\n').length).toBeLessThanOrEqual(150);
    const path = written('served.mjs', served.text);
    const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
      execFile(process.execPath, [path, written('log.jsonl', log)], (error, stdout) => {
        resolve({ code: error === null ? 0 : 1, out: stdout });
      });
    });
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^valid: default [\d-]+, 5 events, last hash [0-9a-f]{64}\n$/),
    ]);
  });

  it('ends with 0, 1 or 2', async () => {
    const good = written('good.jsonl', log);
    const bad = written('bad.jsonl', log.replace('payment_approved', 'payment_denied'));
    expect(await run('--last-hash', lastHash().toUpperCase(), good)).toMatchObject({ code: 0 });
    expect(await run('--last-hash', '00'.repeat(32), good)).toMatchObject({ code: 1 });
    expect(await run(bad)).toEqual({
      code: 1,
      out: 'NOT valid: event 2: its hash is not that of its content: something in it was altered\n',
    });
    for (const words of [
      [],
      ['--last-hash', 'beef', good],
      ['--nonsense', good],
      [good, good],
      [join(directory, 'none')],
    ]) {
      expect((await run(...words)).code).toBe(2);
    }
  });
});
