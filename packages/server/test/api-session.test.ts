/* eslint-disable @typescript-eslint/no-unsafe-assignment -- expect.any() and its like are any */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';
import { cookieIn, hire, invite, PASSWORD, type Person, sessionIn } from './setup/person.js';

let api: TestApi;
let ana: Person;
let people = 0;
beforeAll(async () => {
  api = await createTestApi();
  const client = await api.database.owner.connect();
  await client.query("select set_config('docket.accounts', 'other', false), ensure_account('other', 'Other')");
  client.release(true);
});
afterAll(() => api.end());
beforeEach(async () => {
  people += 1;
  await api.database.owner.query('delete from login_attempts');
  ana = await hire(api, email());
});

const email = (): string => `ana${people}@example.com`;
const session = '/api/v1/session';
const orders = `${ADMIN}/orders`;
const login = (body: object = { email: email(), password: PASSWORD }, headers: Record<string, string> = {}) =>
  api.ask('POST', session, { keyless: true, body, headers });
const asAna = (method: 'GET' | 'POST' | 'DELETE' | 'PATCH', path: string, body?: object, more = {}) =>
  api.ask(method, path, {
    keyless: true,
    ...(body === undefined ? {} : { body }),
    headers: { ...ana.headers, ...more },
  });

describe('a login', () => {
  it('answers who it is, where they work and what they may do, and sets a cookie that no script can read', async () => {
    const answer = await login();
    expect(answer).toMatchObject({
      status: 200,
      body: {
        user: { userId: ana.userId, email: email(), name: `ana${people}`, locale: null },
        accounts: [{ account: 'default', name: 'Default', roles: ['administrator'], permissions: ['*'] }],
        csrfToken: expect.stringMatching(/^[\w-]{43}$/),
      },
    });
    const [set] = [answer.headers['set-cookie'] ?? ''].flat();
    expect(set).toMatch(/^docket_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.text).not.toContain(cookieIn(answer).split('=')[1]);
  });

  it('sets a cookie for TLS alone where the request came over TLS', async () => {
    const [set] = [(await login(undefined, { 'x-forwarded-proto': 'https' })).headers['set-cookie'] ?? ''].flat();
    expect(set).toContain('; Secure');
  });

  it('takes the place of the session that came with it: nobody can have a session of theirs used by another', async () => {
    const before = ana.headers;
    const after = sessionIn(await login(undefined, { cookie: before['cookie'] ?? '' }));
    expect(after.headers['cookie']).not.toBe(before['cookie']);
    expect(await api.ask('GET', session, { keyless: true, headers: before })).toMatchObject({ status: 401 });
    expect(await api.ask('GET', session, { keyless: true, headers: after.headers })).toMatchObject({ status: 200 });
  });

  it('never takes a token that the browser brought', async () => {
    const planted = 'A'.repeat(43);
    expect(cookieIn(await login(undefined, { cookie: `docket_session=${planted}` }))).not.toContain(planted);
  });

  it('is refused in the same words for a wrong password, nobody, and somebody disabled', async () => {
    const bodies = [];
    await api.database.owner.query('update users set disabled_at = now() where user_id = $1', [ana.userId]);
    for (const body of [
      { email: email(), password: PASSWORD },
      { email: 'nobody@example.com', password: PASSWORD },
      { email: email(), password: 'a wrong password' },
    ]) {
      const { requestId: _, ...answer } = (await login(body)).body as unknown as Record<string, unknown>;
      bodies.push(JSON.stringify(answer));
    }
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('"login_failed"');
  });

  it('that was tried too often says when to come back', async () => {
    for (let n = 0; n < 10; n += 1) await login({ email: email(), password: 'a wrong password' });
    const answer = await login();
    expect(answer).toMatchObject({ status: 429, body: { code: 'attempts_exceeded', retry: true } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(880);
  });

  it('from a page of somebody else is refused', async () => {
    expect(await login(undefined, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await login(undefined, { origin: 'null' })).toMatchObject({ status: 403 });
    expect(await login(undefined, { origin: 'http://127.0.0.1:4000' })).toMatchObject({ status: 200 });
    expect(await login(undefined, { origin: 'https://desk.test', host: 'desk.test' })).toMatchObject({ status: 200 });
  });
});

describe('a session', () => {
  it('stands for its person on every route that takes a key', async () => {
    expect(await asAna('GET', orders)).toMatchObject({ status: 200 });
    const placed = await asAna('POST', orders, ORDER);
    expect(placed.status).toBe(201);
    const { events } = (await asAna('GET', `${orders}/${placed.body.orderId}/events`)).body;
    expect(events[0]).toMatchObject({ actor: `user:${ana.userId}` });
  });

  it.each([
    ['without its token', { 'docket-csrf': '' }],
    ['with the token of somebody else', { 'docket-csrf': 'x'.repeat(43) }],
    ['from another origin', { origin: 'https://evil.example' }],
  ])('changes nothing %s', async (_how, headers) => {
    const before = await api.countEvents();
    expect(await asAna('POST', orders, ORDER, headers)).toMatchObject({ status: 403, body: { code: 'csrf_invalid' } });
    expect(await asAna('DELETE', session, undefined, headers)).toMatchObject({ status: 403 });
    expect(await api.countEvents()).toBe(before);
  });

  it('is not what a key needs: programs send no token', async () => {
    expect((await api.ask('POST', orders, { body: ORDER, headers: { origin: 'https://evil.example' } })).status).toBe(
      201,
    );
  });

  it('ends when the person logs out, and its cookie is taken back', async () => {
    const out = await asAna('DELETE', session);
    expect(out.status).toBe(204);
    expect([out.headers['set-cookie'] ?? ''].flat()[0]).toMatch(/^docket_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(await asAna('GET', orders)).toMatchObject({ status: 401, body: { code: 'session_ended' } });
  });

  it('lists the sessions of its person and ends one of them, and those of nobody else', async () => {
    const bo = await hire(api, `bo${people}@example.com`);
    const elsewhere = sessionIn(await login());
    const listed = await asAna('GET', '/api/v1/sessions');
    expect(listed.body.items).toHaveLength(2);
    expect(listed.body.items).toContainEqual(
      expect.objectContaining({ sessionId: ana.session.sessionId, current: true, userAgent: 'lightMyRequest' }),
    );
    const end = (id: string) => asAna('DELETE', `/api/v1/sessions/${id}`);
    expect((await end(elsewhere.session.sessionId)).status).toBe(204);
    expect(await end(bo.session.sessionId)).toMatchObject({ status: 404, body: { code: 'session_not_found' } });
    expect(await api.ask('GET', session, { keyless: true, headers: elsewhere.headers })).toMatchObject({ status: 401 });
    expect(await api.ask('GET', session, { keyless: true, headers: bo.headers })).toMatchObject({ status: 200 });
  });

  it('asks a script for nothing but a login, and a program for its key', async () => {
    const page = await api.ask('GET', orders, { keyless: true, headers: { 'sec-fetch-dest': 'empty' } });
    expect([page.status, page.headers['www-authenticate']]).toEqual([401, undefined]);
    expect((await api.ask('GET', orders, { keyless: true })).headers['www-authenticate']).toContain('Basic');
  });
});

describe('somebody who works for several accounts', () => {
  beforeEach(async () => {
    const { code } = await invite(api, email(), { account: 'other' });
    const body = { code, password: PASSWORD };
    ana = { ...ana, ...sessionIn(await api.ask('POST', '/api/v1/invitations/accept', { keyless: true, body })) };
  });

  it('names one with each request', async () => {
    expect(ana.session.accounts.map(({ account }) => account)).toEqual(['default', 'other']);
    expect(await asAna('GET', orders)).toMatchObject({ status: 400, body: { code: 'account_needed' } });
    const body = { ...ORDER, externalIds: { shop: email() } };
    const placed = await asAna('POST', orders, body, { 'docket-account': 'other' });
    expect(placed.status).toBe(201);
    // Each account counts its orders for itself, so the same number is another order elsewhere, or none.
    const at = `${orders}/${placed.body.orderId}`;
    const inOther = await asAna('GET', at, undefined, { 'docket-account': 'other' });
    expect(inOther.body).toMatchObject({ externalIds: { shop: email() } });
    const inDefault = await asAna('GET', at, undefined, { 'docket-account': 'default' });
    expect(inDefault.text).not.toContain(email());
    expect(await asAna('GET', at, undefined, { 'docket-account': 'third' })).toMatchObject({
      status: 403,
      body: { code: 'account_not_permitted' },
    });
  });
});

describe('an invitation', () => {
  const accept = (code: string, more: object = {}) =>
    api.ask('POST', '/api/v1/invitations/accept', { keyless: true, body: { code, password: PASSWORD, ...more } });

  it('is accepted once, by whoever has its link', async () => {
    const { code } = await invite(api, `cy${people}@example.com`);
    expect(await accept(code, { password: 'too short' })).toMatchObject({
      status: 422,
      body: { code: 'password_refused', pointer: '/password', details: { problem: 'too_short' } },
    });
    expect(await accept(code, { name: 'Cy', locale: 'pt-BR' })).toMatchObject({
      status: 200,
      body: { user: { name: 'Cy', locale: 'pt-BR' } },
    });
    expect(await accept(code)).toMatchObject({ status: 400, body: { code: 'code_invalid', pointer: '/code' } });
  });

  it('does not let whoever wrote it set the password of somebody who works elsewhere already', async () => {
    const { code } = await invite(api, email(), { account: 'other' });
    expect(await accept(code, { password: 'a password of mine' })).toMatchObject({
      status: 401,
      body: { code: 'login_failed' },
    });
    expect((await login()).status).toBe(200);
    expect((await accept(code)).status).toBe(200);
  });
});

describe('a password', () => {
  const NEW = 'another teapot, of iron';

  it('is changed with the present one; every other session ends', async () => {
    const elsewhere = sessionIn(await login());
    const wrong = await asAna('POST', `${session}/password`, { current: 'a wrong one', password: NEW });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'login_failed' } });
    const changed = await asAna('POST', `${session}/password`, { current: PASSWORD, password: NEW });
    expect(changed.status).toBe(200);
    for (const headers of [ana.headers, elsewhere.headers]) {
      expect((await api.ask('GET', session, { keyless: true, headers })).status).toBe(401);
    }
    const now = sessionIn(changed).headers;
    expect((await api.ask('GET', session, { keyless: true, headers: now })).status).toBe(200);
  });

  it('that was forgotten is asked for in the same words whoever asks, and comes by mail', async () => {
    const ask = (address: string) =>
      api.ask('POST', '/api/v1/password-reset', { keyless: true, body: { email: address } });
    for (const address of [email(), 'nobody@example.com', 'no address at all']) {
      const answer = await ask(address);
      expect([answer.status, answer.text]).toEqual([202, '']);
    }
    const { rows } = await api.database.owner.query<{ id: string }>(
      "select id from mails where kind = 'password_reset' order by id desc",
    );
    expect(rows).toHaveLength(1);
    const mail = (await api.ask('GET', `${ADMIN}/mails/${rows[0]?.id ?? ''}`)).body as unknown as { text: string };
    const code = /new-password#([\w-]+)/.exec(JSON.stringify(mail))?.[1] ?? '';
    const confirm = () =>
      api.ask('POST', '/api/v1/password-reset/confirm', { keyless: true, body: { code, password: NEW } });
    expect((await confirm()).status).toBe(204);
    expect((await asAna('GET', session)).status).toBe(401);
    expect((await login({ email: email(), password: NEW })).status).toBe(200);
    expect(await confirm()).toMatchObject({ status: 400, body: { code: 'code_invalid' } });
  });
});

describe('the link to a new password of somebody who works for two accounts', () => {
  it('is mailed, and shown to none of the accounts: whoever reads it would get into the other', async () => {
    const reader = `eve${people}@example.com`;
    await hire(api, reader);
    const { code } = await invite(api, reader, { account: 'other' });
    const both = await api.ask('POST', '/api/v1/invitations/accept', {
      keyless: true,
      body: { code, password: PASSWORD },
    });
    expect(both.status, both.text).toBe(200);
    await api.ask('POST', '/api/v1/password-reset', { keyless: true, body: { email: reader } });
    const list = await api.ask('GET', `${ADMIN}/mails?kind=password_reset&recipient=${reader}`);
    const [mail] = (list.body as unknown as { mails: { id: string }[] }).mails;
    const shown = await api.ask('GET', `${ADMIN}/mails/${mail?.id ?? ''}`);
    expect(shown).toMatchObject({ status: 200, body: { kind: 'password_reset', to: null, text: null, html: null } });
    expect(shown.text).not.toContain('new-password');
  });
});

describe('the tables', () => {
  it('hold nothing that lets anybody in: no password, no token, no code', async () => {
    const { code } = await invite(api, `di${people}@example.com`);
    const secrets = [PASSWORD, code, ana.headers['cookie']?.split('=')[1] ?? '', ana.headers['docket-csrf'] ?? ''];
    const { rows } = await api.database.owner.query<{ text: string }>(
      `select concat((select string_agg(t::text, ' ') from users t), (select string_agg(t::text, ' ') from user_sessions t),
              (select string_agg(t::text, ' ') from user_invitations t), (select string_agg(t::text, ' ') from login_attempts t),
              (select string_agg(t::text, ' ') from memberships t)) as text`,
    );
    expect(rows[0]?.text).toContain(email());
    for (const secret of secrets) expect(rows[0]?.text).not.toContain(secret);
  });
});

describe('a page', () => {
  it('learns how one may log in', async () => {
    expect((await api.ask('GET', '/api/v1/login-methods', { keyless: true })).body).toEqual({
      password: true,
      oidc: null,
      demo: null,
    });
  });
});
