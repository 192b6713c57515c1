import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

const MINUTE = 3;
let limited: TestApi;
let open: TestApi;
beforeAll(async () => {
  limited = await createTestApi({ rateLimit: MINUTE });
  open = await createTestApi();
});
afterAll(async () => {
  vi.useRealTimers();
  await limited.end();
  await open.end();
});

const orders = `${ADMIN}/orders`;
const DEMO = { 'x-vtex-api-appkey': 'docket-demo', 'x-vtex-api-apptoken': 'docket-demo-token' };

/** A new key, with a minute of its own. */
async function newKey(key: string): Promise<Record<string, string>> {
  await ensureAppKey(limited.database.serving, 'default', { key, token: 't', permissions: ['orders.view'] });
  return { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': 't' };
}

describe('behind a proxy that the settings trust', () => {
  it('each person has the address that the proxy forwards; from elsewhere the header is worth nothing', async () => {
    const proxied = await createTestApi({ rateLimit: MINUTE, trustedProxies: ['10.0.0.0/8'] });
    const left = async (remoteAddress: string, forwarded: string): Promise<unknown> =>
      (
        await proxied.api.inject({
          url: '/api/v1/login-methods',
          remoteAddress,
          headers: { 'x-forwarded-for': forwarded },
        })
      ).headers['ratelimit'];
    expect([
      await left('10.1.2.3', '203.0.113.7'),
      await left('10.1.2.3', '203.0.113.8'),
      await left('198.51.100.4', '203.0.113.9'),
      await left('198.51.100.4', '203.0.113.10'),
    ]).toEqual([2, 2, 2, 1].map((requests) => expect.stringContaining(`r=${requests};`) as string));
    await proxied.end();
  });
});

describe('the requests of a minute', () => {
  it('are counted down in the headers, and the one too many is told when to come back', async () => {
    const headers = await newKey('counted');
    const left = [];
    for (let sent = 0; sent < MINUTE; sent += 1) {
      const answer = await limited.ask('GET', orders, { headers });
      expect(answer.status).toBe(200);
      expect(answer.headers['ratelimit-policy']).toBe('"minute";q=3;w=60');
      left.push(/^"minute";r=(\d+);t=\d+$/.exec(String(answer.headers['ratelimit']))?.[1]);
    }
    expect(left).toEqual(['2', '1', '0']);
    const refused = await limited.ask('GET', orders, { headers });
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited', retry: true } });
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.body).toMatchObject({ details: { seconds, perMinute: MINUTE } });
  });

  it('begin anew when it is over', async () => {
    const headers = await newKey('patient');
    for (let sent = 0; sent <= MINUTE; sent += 1) await limited.ask('GET', orders, { headers });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    expect((await limited.ask('GET', orders, { headers })).status).toBe(200);
    vi.useRealTimers();
  });

  it('are of each key by itself, and guesses at its token do not use them up', async () => {
    const headers = await newKey('guessed');
    await newKey('other');
    const guess = { ...headers, 'x-vtex-api-apptoken': 'wrong' };
    const guesses = [];
    for (let sent = 0; sent <= MINUTE; sent += 1) {
      const remoteAddress = '203.0.113.1';
      guesses.push((await limited.api.inject({ url: orders, headers: guess, remoteAddress })).statusCode);
    }
    expect(guesses).toEqual([401, 401, 401, 429]);
    expect((await limited.ask('GET', orders, { headers })).status).toBe(200);
    expect((await limited.ask('GET', orders, { headers: await newKey('other') })).status).toBe(200);
  });

  it('of strangers are of their address, which is a whole /64 of IPv6', async () => {
    const ask = async (remoteAddress: string): Promise<number> =>
      (await limited.api.inject({ url: '/api/v1/session', remoteAddress })).statusCode;
    for (const end of [1, 2, 3]) expect(await ask(`2001:db8:1:1::${end}`)).toBe(401);
    expect(await ask('2001:db8:1:1::4')).toBe(429);
    expect(await ask('2001:db8:1:2::1')).toBe(401);
  });

  it('of what a key may not do count like the others', async () => {
    const headers = await newKey('forbidden');
    for (let sent = 0; sent < MINUTE; sent += 1) {
      expect((await limited.ask('POST', orders, { headers, body: ORDER })).status).toBe(403);
    }
    expect((await limited.ask('GET', orders, { headers })).status).toBe(429);
  });

  it.each(['/healthz', '/readyz', '/metrics', '/docs/refusals'])('are not counted at %s', async (url) => {
    for (let sent = 0; sent <= MINUTE; sent += 1) {
      const { statusCode, headers } = await limited.api.inject({ url, remoteAddress: '203.0.113.2' });
      expect(statusCode).toBe(200);
      expect(headers).not.toHaveProperty('ratelimit');
    }
  });
});

describe('a body', () => {
  it('may be as large as its route says, and not a byte more', async () => {
    const document = open.api.swagger() as unknown as { paths: Record<string, Record<string, Operation>> };
    const limits = new Set<number>();
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, { requestBody, responses, 'x-permission': permission, ...operation }] of Object.entries(
        operations,
      )) {
        if (requestBody === undefined) continue;
        const where = `${method} ${path}`;
        const limit = operation['x-body-limit'] ?? 0;
        expect(limit, where).toBeGreaterThan(0);
        expect(responses['413']?.description, where).toContain(limit.toLocaleString('en'));
        if (
          permission === 'session' ||
          permission === 'shopper' ||
          permission === 'guest' ||
          permission === 'draft_guest'
        )
          continue;
        const status = async (bytes: number): Promise<number> => {
          const { statusCode } = await open.api.inject({
            method: method.toUpperCase() as 'POST',
            url: path.replaceAll(/\{[^}]+\}/g, 'x'),
            headers: { ...DEMO, 'content-type': 'application/json' },
            payload: `{"unknown":1}${' '.repeat(bytes - 13)}`,
          });
          return statusCode;
        };
        if (!limits.has(limit)) expect([400, 404], where).toContain(await status(limit));
        expect(await status(limit + 1), where).toBe(413);
        limits.add(limit);
      }
    }
    expect(limits.size).toBeGreaterThanOrEqual(4);
  });
});

interface Operation {
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly 'x-permission'?: string;
  readonly 'x-body-limit'?: number;
}
