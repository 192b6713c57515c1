import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from './setup/api.js';
import { ACCOUNT, askOutside, bearer, codeFor, forgetTries, place, rows, signIn } from './shoppers.js';

let api: TestApi;
const ANA = 'ana@example.com';

beforeAll(async () => {
  api = await createTestApi();
  await place(api);
  const client = await api.database.owner.connect();
  await client.query("select set_config('docket.accounts', 'other', false), ensure_account('other', 'Other')");
  client.release(true);
});
afterAll(() => api.end());
beforeEach(() => forgetTries(api));

const ask = (email: string, more: object = {}) => askOutside(api, 'POST', 'sign-in', { body: { email, ...more } });
const confirm = (email: string, code: string, more: object = {}, headers: Record<string, string> = {}) =>
  askOutside(api, 'POST', 'sign-in/confirm', { body: { email, code, ...more }, headers });
const wrong = (code: string): string => String((Number(code.replace(' ', '')) + 1) % 100_000_000).padStart(8, '0');

describe('a shopper', () => {
  it('signs in with the code that was mailed, however the address and the digits are written', async () => {
    expect(await ask('Ana@Example.com')).toMatchObject({ status: 202, text: '' });
    const code = await codeFor(api, ANA);
    const signedIn = await confirm('ANA@example.com', code.replace(' ', '-'));
    expect(signedIn).toMatchObject({ status: 201, body: { csrf: null } });
    expect(signedIn.cookies).toEqual([]);
    const token = signedIn.body?.['token'] as string;
    expect(await askOutside(api, 'GET', 'session', bearer(token))).toMatchObject({
      status: 200,
      body: { email: ANA, token: null, csrf: null },
      headers: { 'cache-control': 'no-store' },
    });
  });

  it('is answered in the same way whether anybody knows the address or not', async () => {
    const answers = [await ask(ANA), await ask('nobody@example.com')].map(({ status, text, headers }) => ({
      status,
      text,
      headers: { ...headers, date: null },
    }));
    expect(answers[0]).toEqual(answers[1]);
    const refused = await Promise.all(
      [ANA, 'nobody@example.com', 'never-asked@example.com'].map((email) => confirm(email, '00000000')),
    );
    for (const { status, body } of refused) {
      expect(status).toBe(400);
      expect({ ...body, requestId: '' }).toEqual({ ...refused[0]?.body, requestId: '' });
    }
  });

  it('causes the same writes whether anybody knows the address or not, so that the time tells nothing', async () => {
    const written = async (email: string) => {
      await forgetTries(api);
      const counts = () =>
        rows(
          api,
          `select (select count(*) from mails)::int as mails, (select count(*) from shopper_codes)::int as codes`,
        );
      const [before] = await counts();
      await ask(email);
      const [after] = await counts();
      return { before, after };
    };
    await rows(api, 'delete from shopper_codes');
    const known = await written(ANA);
    await rows(api, 'delete from shopper_codes');
    const unknown = await written('stranger@example.com');
    const grown = ({ before, after }: typeof known) => [
      Number(after?.['mails']) - Number(before?.['mails']),
      Number(after?.['codes']) - Number(before?.['codes']),
    ];
    expect(grown(known)).toEqual([1, 1]);
    expect(grown(unknown)).toEqual([1, 1]);
  });

  it('signs out: here, or everywhere', async () => {
    const [first, second, third] = [await signIn(api, ANA), await signIn(api, ANA), await signIn(api, ANA)];
    expect((await askOutside(api, 'DELETE', 'session', bearer(first))).status).toBe(204);
    const state = async (token: string) => (await askOutside(api, 'GET', 'session', bearer(token))).status;
    expect(await state(first)).toBe(401);
    expect(await state(second)).toBe(200);
    expect((await askOutside(api, 'DELETE', 'sessions', bearer(second))).status).toBe(204);
    expect(await Promise.all([second, third].map(state))).toEqual([401, 401]);
  });

  it('stays signed in for seven days and no longer', async () => {
    const token = await signIn(api, ANA);
    const [row] = await rows<{ days: number }>(
      api,
      'select extract(epoch from max(expires_at - created_at))::int / 86400 as days from shopper_sessions',
    );
    expect(row?.days).toBe(7);
    await rows(api, 'select 1');
    await api.database.owner.query("update shopper_sessions set expires_at = now() - interval '1 second'");
    expect(await askOutside(api, 'GET', 'session', bearer(token))).toMatchObject({
      status: 401,
      body: { code: 'session_ended' },
    });
  });
});

describe('a code', () => {
  it('is good once, even for two at the same moment', async () => {
    await ask(ANA);
    const code = await codeFor(api, ANA);
    const both = await Promise.all([confirm(ANA, code), confirm(ANA, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400]);
    expect(await confirm(ANA, code)).toMatchObject({ status: 400, body: { code: 'sign_in_code_invalid' } });
  });

  it('may be tried five times, and the sixth is too late even where it is right', async () => {
    await ask(ANA);
    const code = await codeFor(api, ANA);
    for (let tries = 0; tries < 5; tries += 1) expect((await confirm(ANA, wrong(code))).status).toBe(400);
    expect((await confirm(ANA, code)).status).toBe(400);
  });

  it('may be tried five times in all, also by many at the same moment', async () => {
    await ask(ANA);
    const code = await codeFor(api, ANA);
    await Promise.all(Array.from({ length: 20 }, () => confirm(ANA, wrong(code))));
    const [row] = await rows<{ tries: number }>(api, 'select max(tries) as tries from shopper_codes');
    expect(row?.tries).toBe(5);
    expect((await confirm(ANA, code)).status).toBe(400);
  });

  it('is good for ten minutes', async () => {
    await ask(ANA);
    const code = await codeFor(api, ANA);
    const [kept] = await rows<{ left: number }>(
      api,
      'select extract(epoch from max(expires_at) - now())::int as left from shopper_codes',
    );
    expect(kept?.left).toBeGreaterThan(590);
    expect(kept?.left).toBeLessThanOrEqual(600);
    await rows(api, "update shopper_codes set expires_at = now() - interval '1 second'");
    expect((await confirm(ANA, code)).status).toBe(400);
  });

  it('takes the place of the one before', async () => {
    await ask(ANA);
    const before = await codeFor(api, ANA);
    await ask(ANA);
    const after = await codeFor(api, ANA);
    if (before !== after) expect((await confirm(ANA, before)).status).toBe(400);
    expect((await confirm(ANA, after)).status).toBe(201);
  });

  it('opens its own address and its own account alone', async () => {
    await ask(ANA);
    const code = await codeFor(api, ANA);
    expect((await confirm('bo@example.com', code)).status).toBe(400);
    expect((await confirm(ANA, code, { account: 'other' })).status).toBe(400);
    expect((await confirm(ANA, code, {}, { 'docket-account': 'other' })).status).toBe(400);
    expect((await confirm(ANA, code)).status).toBe(201);
  });

  it('lies in the table so that nobody can guess it from there', async () => {
    await ask(ANA);
    const code = (await codeFor(api, ANA)).replace(' ', '');
    const [row] = await rows<{ text: string }>(api, 'select c::text as text from shopper_codes c limit 1');
    expect(row?.text).not.toContain(code);
    expect(row?.text).not.toContain('ana');
  });
});

describe('asking again and again', () => {
  it('for one address ends after five codes an hour, with the seconds to wait', async () => {
    for (let asked = 0; asked < 5; asked += 1) expect((await ask(ANA)).status).toBe(202);
    const refused = await ask('ANA@EXAMPLE.COM');
    expect(refused).toMatchObject({ status: 429, body: { code: 'attempts_exceeded', retry: true } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3500);
    expect((await ask('bo@example.com')).status).toBe(202);
    expect((await ask(ANA, { account: 'other' })).status).toBe(202);
  });

  it('for anybody from one network address ends too, and so does trying codes', async () => {
    await ask('bo@example.com');
    await api.database.owner.query('update login_attempts set attempts = 300');
    expect((await ask('cy@example.com')).status).toBe(429);
    await forgetTries(api);
    await confirm(ANA, '00000000');
    await api.database.owner.query('update login_attempts set attempts = 300');
    expect(await confirm(ANA, '00000000')).toMatchObject({ status: 429, body: { code: 'attempts_exceeded' } });
  });
});

describe('a session in a cookie', () => {
  const cookie = async (headers: Record<string, string> = {}) => {
    await forgetTries(api);
    await ask(ANA);
    const answer = await confirm(ANA, await codeFor(api, ANA), { cookie: true }, headers);
    const [set] = answer.cookies;
    return { answer, set, cookie: `docket_shopper=${String(set?.value)}`, csrf: answer.body?.['csrf'] as string };
  };

  it('is read by no script, is sent to no other site, and goes to the shopper’s addresses alone', async () => {
    const { answer, set } = await cookie();
    expect(answer.body).toMatchObject({ token: null });
    expect(set).toMatchObject({ name: 'docket_shopper', httpOnly: true, sameSite: 'Lax', path: ACCOUNT });
  });

  it('is secure where the page came over TLS', async () => {
    const { set } = await cookie({ 'x-forwarded-proto': 'https' });
    expect(set).toMatchObject({ secure: true });
  });

  it('reads as it is, and changes something only for a page of ours, which can read the token to repeat', async () => {
    const { cookie: sent, csrf } = await cookie();
    const session = await askOutside(api, 'GET', 'session', { headers: { cookie: sent } });
    expect(session).toMatchObject({ status: 200, body: { csrf, token: null } });
    const end = (headers: Record<string, string>) =>
      askOutside(api, 'DELETE', 'session', { headers: { cookie: sent, ...headers } });
    expect(await end({})).toMatchObject({ status: 403, body: { code: 'csrf_invalid' } });
    expect((await end({ 'docket-csrf': 'guessed' })).status).toBe(403);
    expect((await end({ 'docket-csrf': csrf, origin: 'https://evil.example' })).status).toBe(403);
    const order = await place(api);
    const cancel = await askOutside(api, 'POST', `orders/${order}/cancellation`, {
      headers: { cookie: sent },
      body: {},
    });
    expect(cancel).toMatchObject({ status: 403, body: { code: 'csrf_invalid' } });
    const done = await end({ 'docket-csrf': csrf });
    expect(done.status).toBe(204);
    expect(done.cookies).toMatchObject([{ name: 'docket_shopper', value: '', path: ACCOUNT }]);
    expect((await askOutside(api, 'GET', 'session', { headers: { cookie: sent } })).status).toBe(401);
  });

  it('is always a new one: whoever planted a cookie before does not come along', async () => {
    const planted = (await cookie()).cookie;
    const { cookie: own } = await cookie({ cookie: planted });
    expect(own).not.toBe(planted);
    expect((await askOutside(api, 'GET', 'session', { headers: { cookie: planted } })).status).toBe(401);
    expect((await askOutside(api, 'GET', 'session', { headers: { cookie: own } })).status).toBe(200);
  });

  it('is not begun by a page of another site', async () => {
    await ask(ANA);
    const code = await codeFor(api, ANA);
    const refused = await confirm(ANA, code, { cookie: true }, { origin: 'https://evil.example' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'csrf_invalid' }, cookies: [] });
    expect((await confirm(ANA, code)).status).toBe(201);
  });
});

describe('doors between the desk and the shoppers', () => {
  it.each(['session', 'orders', 'orders/1480000500001-01'])('staff do not enter by theirs: %s', async (path) => {
    const key = { 'x-vtex-api-appkey': 'docket-demo', 'x-vtex-api-apptoken': 'docket-demo-token' };
    const basic = `Basic ${Buffer.from('docket-demo:docket-demo-token').toString('base64')}`;
    for (const headers of [key, { authorization: basic }, { cookie: `docket_session=${'a'.repeat(43)}` }, {}]) {
      const refused = await askOutside(api, 'GET', path, { headers });
      expect(refused).toMatchObject({ status: 401, body: { code: 'session_ended' } });
    }
  });

  it('shoppers do not enter the desk', async () => {
    const token = await signIn(api, ANA);
    for (const headers of [
      { authorization: `Bearer ${token}` },
      { cookie: `docket_shopper=${token}` },
      { cookie: `docket_session=${token}` },
      { 'x-vtex-api-appkey': 'default', 'x-vtex-api-apptoken': token },
    ]) {
      expect((await askOutside(api, 'GET', '/api/v1/admin/orders', { headers })).status).toBe(401);
    }
  });

  it('a session opens its own account alone, whatever the request names', async () => {
    const token = await signIn(api, ANA);
    const named = await askOutside(api, 'GET', 'session', {
      headers: { authorization: `Bearer ${token}`, 'docket-account': 'other' },
    });
    expect(named).toMatchObject({ status: 403, body: { code: 'account_not_permitted' } });
    const moved = token.replace('default.', 'other.');
    expect((await askOutside(api, 'GET', 'session', bearer(moved))).status).toBe(401);
  });
});

describe('what cannot be right', () => {
  it.each([
    ['no address', { email: 'ana' }, '/email'],
    ['another header', { email: 'ana@example.com\r\nBcc: all@example.com' }, '/email'],
    ['a list', { email: 'ana@example.com,bo@example.com' }, '/email'],
    ['NUL', { email: 'ana\0@example.com' }, '/email'],
    ['an account that cannot be one', { email: ANA, account: 'a,b' }, '/account'],
    ['a field too many', { email: ANA, admin: true }, '/admin'],
    ['a language that is none', { email: ANA, locale: '../en' }, '/locale'],
  ])('is refused before anything is written: %s', async (_name, body, pointer) => {
    const counts = () => rows(api, 'select count(*)::int as mails from mails');
    const before = await counts();
    const refused = await askOutside(api, 'POST', 'sign-in', { body });
    expect(refused).toMatchObject({ status: 400, body: { pointer } });
    expect(await counts()).toEqual(before);
  });

  it('an account that does not exist is 404', async () => {
    expect(await ask(ANA, { account: 'nowhere' })).toMatchObject({ status: 404, body: { code: 'account_not_found' } });
    const query = await askOutside(api, 'POST', 'sign-in?account=nowhere', { body: { email: ANA } });
    expect(query.status).toBe(404);
    const header = await askOutside(api, 'POST', 'sign-in', {
      body: { email: ANA },
      headers: { 'docket-account': 'a,b' },
    });
    expect(header).toMatchObject({ status: 400, body: { code: 'header_invalid' } });
  });

  it.each(['Bearer', 'Bearer x y', 'Bearer default.short', `Bearer default.${'a'.repeat(43)}`, 'Basic YTpi'])(
    'a session that is none is 401: %s',
    async (authorization) => {
      expect((await askOutside(api, 'GET', 'orders', { headers: { authorization } })).status).toBe(401);
    },
  );
});
