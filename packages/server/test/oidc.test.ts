import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { cookieIn, hire, invite, staffOf } from './setup/person.js';

/** A provider on this machine: whoever comes is the person that the test says, with the claims that it says. */
const CALLBACK = 'http://127.0.0.1:4000/api/v1/session/oidc/callback';
let claims: Record<string, unknown> = {};
let provider: { issuer: URL; server: Server };
let api: TestApi;
let strict: TestApi;
let anaId: string;

beforeAll(async () => {
  provider = await startProvider();
  const settings = { issuer: provider.issuer, clientId: 'docket', clientSecret: 'a client secret', name: 'Acme' };
  strict = await createTestApi({ oidc: { ...settings, defaultRole: undefined } });
  api = await createTestApi({ oidc: { ...settings, defaultRole: 'administrator' } });
  // So that each refusal below is for its own reason, whichever test runs alone.
  anaId = (await invite(strict, 'ana@example.com')).userId;
});
afterAll(async () => {
  await api.end();
  await strict.end();
  provider.server.closeAllConnections();
  provider.server.close();
});
beforeEach(() => {
  claims = { email: 'ana@example.com', email_verified: true, name: 'Ana' };
});

async function startProvider(): Promise<{ issuer: URL; server: Server }> {
  // The issuer is its own address, which only a listening server knows.
  const { createServer } = await import('node:http');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const oidc = new Provider(issuer.href.replace(/\/$/, ''), {
    clients: [{ client_id: 'docket', client_secret: 'a client secret', redirect_uris: [CALLBACK] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...claims }) }),
    cookies: { keys: ['key of the tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
  });
  const answer = oidc.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) {
      void answer(request, response);
      return;
    }
    void (async () => {
      const { prompt, params } = await oidc.interactionDetails(request, response);
      const grant = new oidc.Grant({ accountId: 'ana', clientId: 'docket' });
      grant.addOIDCScope(String(params['scope']));
      const grantId = await grant.save();
      const result = prompt.name === 'login' ? { login: { accountId: 'ana' } } : { consent: { grantId } };
      await oidc.interactionFinished(request, response, { ...result, consent: { grantId } });
    })();
  });
  return { issuer, server };
}

/** The browser at the provider: follows every redirection, keeping its cookies, until it would go back to Docket. */
async function throughProvider(start: string): Promise<string> {
  const cookies = new Map<string, string>();
  for (let url = start, steps = 0; steps < 10; steps += 1) {
    if (url.startsWith(CALLBACK)) return url;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    url = new URL(next, url).href;
  }
  throw new Error('the provider redirects for ever');
}

async function begin(at: TestApi): Promise<{ url: string; cookie: string }> {
  const answer = await at.api.inject('/api/v1/session/oidc');
  expect(answer.statusCode).toBe(302);
  return { url: answer.headers.location ?? '', cookie: cookieIn(answer) };
}

const comeBack = (at: TestApi, callback: string, cookie: string) =>
  at.api.inject({ url: callback.slice('http://127.0.0.1:4000'.length), headers: { cookie } });

async function login(at: TestApi) {
  const { url, cookie } = await begin(at);
  return comeBack(at, await throughProvider(url), cookie);
}

const sessionCookie = (answer: Awaited<ReturnType<typeof login>>): string =>
  [answer.headers['set-cookie'] ?? '']
    .flat()
    .find((set) => set.startsWith('docket_session='))
    ?.split(';')[0] ?? '';

const usersNamed = async (at: TestApi, email: string): Promise<number> =>
  (await at.database.owner.query('select 1 from users where email = $1', [email])).rowCount ?? 0;

describe('logging in elsewhere', () => {
  it('lets in who was invited under the address that the provider verified', async () => {
    const answer = await login(strict);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, 'http://127.0.0.1:4000/']);
    const session = await strict.ask('GET', '/api/v1/session', {
      keyless: true,
      headers: { cookie: sessionCookie(answer) },
    });
    expect(session).toMatchObject({ status: 200, body: { user: { userId: anaId, name: 'Ana' } } });
    expect((await strict.ask('GET', '/api/v1/login-methods')).body).toMatchObject({ oidc: { name: 'Acme' } });
  });

  it('sends code challenge, state and nonce, new ones each time', async () => {
    const [one, other] = [await begin(strict), await begin(strict)].map(({ url }) => new URL(url).searchParams);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one?.get(name)).not.toBe(other?.get(name));
    }
    expect(one?.get('code_challenge_method')).toBe('S256');
  });

  it.each([
    ['an address that the provider did not verify', { email_verified: false }],
    ['an address of which it does not say so', { email_verified: undefined }],
    ['a claim that only looks like yes', { email_verified: 'true' }],
    ['no address', { email: undefined }],
    ['an address that nobody invited', { email: 'stranger@example.com' }],
  ])('refuses %s', async (_what, changed) => {
    claims = { ...claims, ...changed };
    const answer = await login(strict);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'login_failed' });
    expect(sessionCookie(answer)).toBe('');
    expect(await usersNamed(strict, 'stranger@example.com')).toBe(0);
  });

  it('refuses who was disabled', async () => {
    const gus = await hire(strict, 'gus@example.com');
    await strict.database.owner.query('update users set disabled_at = now() where user_id = $1', [gus.userId]);
    claims = { ...claims, email: 'gus@example.com' };
    expect((await login(strict)).statusCode).toBe(401);
  });

  it('gives whom nobody invited the role of the setting, and an address that is not verified nothing', async () => {
    claims = { ...claims, email: 'newcomer@example.com', email_verified: false };
    expect((await login(api)).statusCode).toBe(401);
    expect(await usersNamed(api, 'newcomer@example.com')).toBe(0);
    claims = { ...claims, email_verified: true };
    const headers = { cookie: sessionCookie(await login(api)) };
    expect((await api.ask('GET', `${ADMIN}/orders`, { keyless: true, headers })).status).toBe(200);
    const history = await api.ask('GET', `${ADMIN}/settings-changes?kind=user&actor=oidc`);
    expect(history.body.items).toMatchObject([
      { action: 'created', after: { roles: ['administrator'], active: true } },
    ]);
  });

  it('does not bring back who was removed from the account, or never accepted them by itself', async () => {
    const hal = await hire(api, 'hal@example.com');
    await api.database.owner.query('update memberships set disabled_at = now() where user_id = $1', [hal.userId]);
    claims = { ...claims, email: 'hal@example.com' };
    expect((await login(api)).statusCode).toBe(401);
  });

  it('takes no password from an invitation to another account: whoever wrote it would get into this one', async () => {
    claims = { email: 'pia@example.com', email_verified: true };
    expect((await login(api)).statusCode).toBe(302);
    await api.database.owner.query(
      "select set_config('docket.accounts', 'second', false), ensure_account('second', 'Second')",
    );
    const { code } = await invite(api, 'pia@example.com', { account: 'second' });
    const body = { code, password: 'a password of mine' };
    const taken = await api.ask('POST', '/api/v1/invitations/accept', { keyless: true, body });
    expect(taken).toMatchObject({ status: 401, body: { code: 'login_failed' } });
  });

  it('ends the session that the browser had before', async () => {
    const before = sessionCookie(await login(api));
    const { url, cookie } = await begin(api);
    const after = await comeBack(api, await throughProvider(url), `${cookie}; ${before}`);
    const statusWith = async (session: string): Promise<number> =>
      (await api.api.inject({ url: '/api/v1/session', headers: { cookie: session } })).statusCode;
    expect([await statusWith(before), await statusWith(sessionCookie(after))]).toEqual([401, 200]);
  });

  it('has no password to reset or to log in with', async () => {
    expect(
      await staffOf(strict).login.login({ email: 'ana@example.com', password: '' }, { address: '', userAgent: '' }),
    ).toEqual({
      refused: 'login_failed',
    });
  });
});

describe('coming back', () => {
  it('with the state of another attempt is refused: nobody is logged in as somebody else', async () => {
    const [mine, theirs] = [await begin(strict), await begin(strict)];
    const callback = await throughProvider(theirs.url);
    const answer = await comeBack(strict, callback, mine.cookie);
    expect([answer.statusCode, sessionCookie(answer)]).toEqual([401, '']);
    expect(answer.json()).toMatchObject({ code: 'login_failed' });
  });

  it('with another state, all else being right, is refused', async () => {
    const { url, cookie } = await begin(strict);
    const callback = new URL(await throughProvider(url));
    callback.searchParams.set('state', 's'.repeat(43));
    expect((await comeBack(strict, callback.href, cookie)).statusCode).toBe(401);
  });

  it('with an identity made for another attempt (another nonce) is refused', async () => {
    const { url, cookie } = await begin(strict);
    const swapped = new URL(url);
    swapped.searchParams.set('nonce', 'n'.repeat(43));
    expect((await comeBack(strict, await throughProvider(swapped.href), cookie)).statusCode).toBe(401);
  });

  it('with a code that another browser began (another verifier) is refused', async () => {
    const [mine, theirs] = [await begin(strict), await begin(strict)];
    const swapped = new URL(mine.url);
    swapped.searchParams.set('code_challenge', new URL(theirs.url).searchParams.get('code_challenge') ?? '');
    expect((await comeBack(strict, await throughProvider(swapped.href), mine.cookie)).statusCode).toBe(401);
  });

  it.each([
    ['without a cookie', ''],
    ['with a cookie of somebody else’s making', `docket_oidc=${Buffer.from('{"state":"x"}').toString('base64url')}`],
  ])('%s is refused', async (_how, cookie) => {
    const { url } = await begin(strict);
    expect((await comeBack(strict, await throughProvider(url), cookie)).statusCode).toBe(401);
  });

  it('twice with the same code is refused', async () => {
    const { url, cookie } = await begin(strict);
    const callback = await throughProvider(url);
    expect((await comeBack(strict, callback, cookie)).statusCode).toBe(302);
    expect((await comeBack(strict, callback, cookie)).statusCode).toBe(401);
  });

  it('with what the provider refused is refused', async () => {
    const { url, cookie } = await begin(strict);
    const state = new URL(url).searchParams.get('state') ?? '';
    const callback = `${CALLBACK}?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer.origin)}`;
    expect((await comeBack(strict, callback, cookie)).statusCode).toBe(401);
  });
});

describe('a provider that cannot be reached', () => {
  it('is said to be so, and passwords go on', { timeout: 60_000 }, async () => {
    const issuer = new URL('http://127.0.0.1:9');
    const lonely = await createTestApi({
      oidc: { issuer, clientId: 'docket', clientSecret: 'x', name: 'Gone', defaultRole: undefined },
    });
    try {
      const answer = await lonely.api.inject('/api/v1/session/oidc');
      expect(answer.statusCode).toBe(503);
      expect(answer.json()).toMatchObject({ code: 'identity_unavailable' });
      await hire(lonely, 'ana@example.com');
    } finally {
      await lonely.end();
    }
  });
});
