import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORDER_EXAMPLE } from '../src/api/native/examples/command-examples.js';
import {
  BY_THEMSELVES,
  EXAMPLE_SETTINGS,
  exampleOf,
  type ExampleName,
  placedFor,
  requestOf,
} from './command-requests.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { serve } from './setup/docket-process.js';
import { type HeldCommits, openHeldCommits } from './setup/held-commits.js';
import { until } from './setup/until.js';

/**
 * `kill -9` after the database has committed and before the server knows: the earliest moment after which a request has
 * happened. Every command of the core waits there at once, each on an order of its own, so that one kill does for all.
 */

let database: TestDatabase;
let commits: HeldCommits;
beforeAll(async () => {
  database = await createTestDatabase();
  commits = await openHeldCommits(database.url);
});
afterAll(async () => {
  await commits.close();
  await database.drop();
});

interface Request {
  readonly method: string;
  /** Below `/api/v1/admin`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

interface Answer {
  readonly status: number;
  readonly replayed: boolean;
  readonly body: Record<string, unknown>;
}

async function send(url: string, { method, path, headers, body = {} }: Request): Promise<Answer> {
  const response = await fetch(`${url}/api/v1/admin${path}`, {
    method,
    headers: {
      authorization: `Basic ${btoa('k:t')}`,
      'content-type': 'application/json',
      prefer: 'return=minimal',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const answered = (await response.json()) as Record<string, unknown>;
  return { status: response.status, replayed: response.headers.get('idempotency-replayed') === 'true', body: answered };
}

async function accepted(url: string, request: Request): Promise<Record<string, unknown>> {
  const { status, body } = await send(url, request);
  if (status >= 300) throw new Error(`${request.path}: ${JSON.stringify(body)}`);
  return body;
}

const place = (body: object): Request => ({ method: 'POST', path: '/orders', body });

function commandOn(orderId: string, name: ExampleName): Request {
  const { path, ...request } = requestOf(name, orderId);
  return { ...request, path: `/orders${path}` };
}

/** The example of a command, on an order that was placed and led to where it is legal. */
async function ready(url: string, name: ExampleName): Promise<Request> {
  const { orderId } = await accepted(url, place(placedFor(name)));
  for (const before of exampleOf(name).after ?? []) await accepted(url, commandOn(String(orderId), before));
  return commandOn(String(orderId), name);
}

/** Everything that is committed as an order: each command, and what places or commits in ways of its own. */
async function everyWrite(url: string): Promise<ReadonlyMap<string, Request>> {
  const commands = await Promise.all(BY_THEMSELVES.map(async (name) => [name, await ready(url, name)] as const));
  const noted = await ready(url, 'add_note');
  const { token } = await accepted(url, { ...noted, headers: { prefer: 'preview' } });
  const others: Record<string, Request> = {
    place: place(ORDER_EXAMPLE),
    'many at once': { method: 'POST', path: '/orders/bulk', body: { items: [{ order: ORDER_EXAMPLE }] } },
    'what has no effect': { ...(await ready(url, 'change_tags')), body: { remove: ['gift'] } },
    'the commit of a preview': { method: 'POST', path: `/previews/${String(token)}/commit` },
  };
  const all = [...commands, ...Object.entries(others)];
  return new Map(
    all.map(([name, { headers, ...request }]) => [
      name,
      { ...request, headers: { ...headers, 'idempotency-key': name.replaceAll(' ', '-') } },
    ]),
  );
}

async function count(table: 'events' | 'idempotency' | 'order_list'): Promise<number> {
  const { rows } = await database.owner.query<{ rows: number }>(`select count(*)::int as rows from ${table}`);
  return rows[0]?.rows ?? 0;
}

it(
  'every command that was committed when the server was killed is answered after the next start, and not done twice',
  { timeout: 120_000 },
  async () => {
    const settings = { DOCKET_SECRET: 'a secret of the kill', DOCKET_APP_KEY: 'k', DOCKET_APP_TOKEN: 't' };
    const begin = () => serve({ DATABASE_URL: commits.url, ...settings });
    let first = await begin();
    for (const [path, body] of EXAMPLE_SETTINGS) await accepted(first.url, { method: 'PUT', path, body });
    const all = [...(await everyWrite(first.url))];
    for (let from = 0; from < all.length; from += AT_ONCE) {
      if (from > 0) first = await begin();
      await killedBetween(first, new Map(all.slice(from, from + AT_ONCE)), settings);
    }
  },
);

/** What two batches of the committer hold: an account has no more under way at once. */
const AT_ONCE = 36;

/** Sends them, lets them be committed, kills the server before it hears of it, and asks again after the next start. */
async function killedBetween(
  first: Awaited<ReturnType<typeof serve>>,
  writes: ReadonlyMap<string, Request>,
  settings: Parameters<typeof serve>[0],
): Promise<void> {
  const before = await count('idempotency');
  // An account has two batches under way at once: while these two wait to go out, all others are gathered behind them.
  commits.holdCommits();
  const plugs = [place(ORDER_EXAMPLE), place(ORDER_EXAMPLE)].map((plug) => send(first.url, plug));
  await until(() => Promise.resolve(commits.heldCommits()), (held) => held === 2); // prettier-ignore
  const unheard = [...writes.values()].map((request) => send(first.url, request).catch(() => 'no answer' as const));
  const waiting = async () => (await fetch(`${first.url}/metrics`)).text();
  await until(waiting, (text) => text.includes(`docket_commit_waiting_units ${writes.size}\n`));
  commits.holdAnswers();
  await Promise.all(plugs);
  await until(() => count('idempotency'), (entries) => entries === before + writes.size); // prettier-ignore
  first.child.kill('SIGKILL');
  await first.ended;
  expect(new Set(await Promise.all(unheard))).toEqual(new Set(['no answer']));
  commits.holdNothing();

  const committed = { events: await count('events'), orders: await count('order_list') };
  const second = await serve({ DATABASE_URL: database.url, ...settings });
  for (const [name, request] of writes) {
    const { status, replayed, body } = await send(second.url, request);
    expect(status, `${name}: ${JSON.stringify(body)}`).toBeLessThan(300);
    if (name === 'many at once') expect(body, name).toMatchObject({ items: [{ status: 201, replayed: true }] });
    else expect(replayed, name).toBe(true);
    if (BY_THEMSELVES.some((command) => command === name)) {
      expect(body, name).toMatchObject(exampleOf(name as ExampleName).receipt);
    }
  }
  expect({ events: await count('events'), orders: await count('order_list') }).toEqual(committed);
  second.child.kill('SIGTERM');
  await second.ended;
}
