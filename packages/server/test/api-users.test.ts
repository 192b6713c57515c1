import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { hire, invite, PASSWORD, type Person, sessionIn } from './setup/person.js';

let api: TestApi;
/** May do everything. */
let ada: Person;
/** Another one. */
let max: Person;
beforeAll(async () => {
  api = await createTestApi();
  const client = await api.database.owner.connect();
  await client.query("select set_config('docket.accounts', 'other', false), ensure_account('other', 'Other')");
  client.release(true);
  for (const store of ['graz', 'linz', 'wien'])
    await api.ask('PUT', `${ADMIN}/stores/${store}`, { body: { name: store } });
  ada = await hire(api, 'ada@example.com');
  max = await hire(api, 'max@example.com');
});
afterAll(() => api.end());

const users = `${ADMIN}/users`;
const as = ({ headers }: Person, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) =>
  api.ask(method, path, { keyless: true, headers, ...(body === undefined ? {} : { body }) });
const codesIn = async (email: string): Promise<string[]> => {
  const { rows } = await api.database.owner.query<{ id: string }>(
    `select id from mails where kind = 'invitation' order by id`,
  );
  const codes: string[] = [];
  for (const { id } of rows) {
    const { text } = await api.ask('GET', `${ADMIN}/mails/${id}`);
    if (text.includes(email)) codes.push(/invitation#([\w-]+)/.exec(text)?.[1] ?? '');
  }
  return codes;
};
const accept = (code: string) =>
  api.ask('POST', '/api/v1/invitations/accept', { keyless: true, body: { code, password: PASSWORD } });

describe('a role', () => {
  it('gives its holders what it says, however many roles the account has', async () => {
    await api.database.owner.query(
      `insert into roles (account, role, name, permissions)
       select 'default', 'a-' || n, 'One of many', '{}' from generate_series(1, 1100) as n`,
    );
    await as(ada, 'POST', `${ADMIN}/roles`, { role: 'zz-last', name: 'Last', permissions: ['stock.view'] });
    const eve = await hire(api, 'eve@example.com', { roles: ['zz-last'] });
    expect(eve.session.accounts).toMatchObject([{ permissions: ['stock.view'] }]);
    expect((await as(eve, 'GET', `${ADMIN}/stock`)).status).toBe(200);
    expect((await as(eve, 'GET', `${ADMIN}/orders`)).status).toBe(403);
    expect((await as(ada, 'PATCH', `${users}/${eve.userId}`, { roles: ['zz-last', 'viewer'] })).status).toBe(200);
    await as(ada, 'DELETE', `${users}/${eve.userId}`);
    await api.database.owner.query(`delete from roles where role like 'a-%' or role = 'zz-last'`);
  });
});

describe('inviting somebody', () => {
  it('mails a link; until it is used the account learns nothing but the address that it wrote', async () => {
    await hire(api, 'known@example.com', { account: 'other' });
    for (const email of ['Known@Example.com', 'new@example.com']) {
      const invited = await as(ada, 'POST', users, { email, roles: ['administrator'], scope: { stores: ['graz'] } });
      expect(invited).toMatchObject({
        status: 201,
        body: {
          email: email.toLowerCase(),
          name: null,
          roles: ['administrator'],
          scope: { stores: ['graz'], seller: null, own: false },
          status: 'invited',
          lastLoginAt: null,
        },
      });
      const [code = ''] = await codesIn(email.toLowerCase());
      const { headers } = sessionIn(await accept(code));
      expect(
        (
          await api.ask('GET', `${ADMIN}/orders`, {
            keyless: true,
            headers: { ...headers, 'docket-account': 'default' },
          })
        ).status,
      ).toBe(200);
    }
    const again = await as(ada, 'POST', users, { email: 'new@example.com', roles: ['administrator'] });
    expect(again).toMatchObject({ status: 409, body: { code: 'user_exists', pointer: '/email' } });
  });

  it('once more makes the link before useless', async () => {
    const { userId } = (await as(ada, 'POST', users, { email: 'twice@example.com', roles: ['administrator'] }))
      .body as unknown as { userId: string };
    expect((await as(ada, 'POST', `${users}/${userId}/resend`)).status).toBe(200);
    const [first = '', second = ''] = await codesIn('twice@example.com');
    expect((await accept(first)).status).toBe(400);
    expect((await accept(second)).status).toBe(200);
    expect(await as(ada, 'POST', `${users}/${userId}/resend`)).toMatchObject({
      status: 409,
      body: { code: 'already_accepted' },
    });
  });

  it('is good for seven days', async () => {
    const { code } = await invite(api, 'late@example.com');
    await api.database.owner.query('update user_invitations set expires_at = now() where code_sha256 is not null');
    expect(await accept(code)).toMatchObject({ status: 400, body: { code: 'code_invalid' } });
  });

  it.each([
    ['no address', { email: 'ana', roles: ['administrator'] }, 400, 'field_invalid'],
    ['two addresses', { email: 'a@x.test,b@x.test', roles: ['administrator'] }, 400, 'field_invalid'],
    ['a header in the address', { email: 'a@x.test\r\nBcc: b@x.test', roles: ['administrator'] }, 400, 'field_invalid'],
    ['no role', { email: 'a@x.test', roles: [] }, 400, 'field_invalid'],
    ['a role that the account has not', { email: 'a@x.test', roles: ['administrator', 'king'] }, 422, 'role_unknown'],
    [
      'a store that the account has not',
      { email: 'a@x.test', roles: ['viewer'], scope: { stores: ['moon'] } },
      422,
      'store_unknown',
    ],
    ['what nobody asked for', { email: 'a@x.test', roles: ['administrator'], password: 'x' }, 400, 'field_unknown'],
  ])('with %s is refused, and nobody is there', async (_what, body, status, code) => {
    expect(await as(ada, 'POST', users, body)).toMatchObject({ status, body: { code } });
    const { rows } = await api.database.owner.query("select 1 from users where email like '%x.test%'");
    expect(rows).toEqual([]);
  });
});

describe('nobody gives more than they hold', () => {
  it('in scope', async () => {
    const boss = await hire(api, 'graz@example.com', { roles: ['administrator'] });
    await as(ada, 'PATCH', `${users}/${boss.userId}`, { scope: { stores: ['graz', 'linz'] } });
    const wider = { email: 'wider@example.com', roles: ['administrator'] };
    for (const scope of [{}, { stores: null }, { stores: ['graz', 'wien'] }]) {
      expect(await as(boss, 'POST', users, { ...wider, scope })).toMatchObject({
        status: 403,
        body: { code: 'permission_exceeded', details: { exceeded: 'scope' } },
      });
    }
    expect((await as(boss, 'POST', users, { ...wider, scope: { stores: ['linz'] } })).status).toBe(201);
    expect((await as(boss, 'POST', `${users}/${max.userId}/disable`)).status).toBe(403);
  });
});

describe('a person of the account', () => {
  it('who is disabled is out at once, and in again when enabled', async () => {
    const cy = await hire(api, 'cy@example.com', { roles: ['administrator'] });
    expect(await as(ada, 'POST', `${users}/${cy.userId}/disable`)).toMatchObject({ body: { status: 'disabled' } });
    expect((await as(cy, 'GET', `${ADMIN}/orders`)).status).toBe(401);
    const login = () =>
      api.ask('POST', '/api/v1/session', { keyless: true, body: { email: 'cy@example.com', password: PASSWORD } });
    expect(await login()).toMatchObject({ status: 401, body: { code: 'login_failed' } });
    expect(await as(ada, 'POST', `${users}/${cy.userId}/enable`)).toMatchObject({ body: { status: 'active' } });
    expect((await login()).status).toBe(200);
  });

  it('who is removed is out, and nothing of them stays but the id', async () => {
    const di = await hire(api, 'di.leaves@example.com', { roles: ['administrator'] });
    expect((await as(ada, 'DELETE', `${users}/${di.userId}`)).status).toBe(204);
    expect((await as(di, 'GET', `${ADMIN}/orders`)).status).toBe(401);
    expect((await as(ada, 'GET', `${users}/${di.userId}`)).status).toBe(404);
    const { rows } = await api.database.owner.query('select * from users where user_id = $1', [di.userId]);
    expect(rows).toMatchObject([{ email: null, name: null, password_hash: null, last_login_at: null }]);
    const { rows: left } = await api.database.owner.query(
      'select 1 from user_sessions where user_id = $1 union select 1 from memberships where user_id = $1',
      [di.userId],
    );
    expect(left).toEqual([]);
  });

  it('of another account does not exist here', async () => {
    const eve = await hire(api, 'eve@example.com', { account: 'other' });
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/disable'],
      ['POST', '/resend'],
    ] as const) {
      expect(await as(ada, method, `${users}/${eve.userId}${path}`)).toMatchObject({
        status: 404,
        body: { code: 'user_not_found' },
      });
    }
    expect((await as(ada, 'GET', `${users}?limit=1000`)).text).not.toContain('eve@');
  });

  it('is listed a page at a time, in the order of the addresses', async () => {
    const emails: string[] = [];
    for (let after = ''; ;) {
      const page = (await as(ada, 'GET', `${users}?limit=3${after}`)).body;
      emails.push(...page.items.map((each) => (each as { email: string }).email));
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(emails).toEqual([...emails].sort());
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails).toContain('ada@example.com');
    expect(await as(ada, 'GET', `${users}?after=rubbish`)).toMatchObject({ body: { code: 'cursor_invalid' } });
  });
});

describe('the last administrator', () => {
  it('cannot be disabled or removed, and two cannot remove each other at once', async () => {
    const [one, other] = [
      await hire(api, 'one@other.test', { account: 'other' }),
      await hire(api, 'two@other.test', { account: 'other' }),
    ];
    const members = await as(one, 'GET', users);
    for (const each of members.body.items as readonly { userId: string; email: string }[]) {
      if (!/@other\.test$/.test(each.email)) await as(one, 'DELETE', `${users}/${each.userId}`);
    }
    // Both have looked who is there, and wait with what they write, before either goes on.
    const holder = await api.database.owner.connect();
    await holder.query("begin; select from memberships where account = 'other' for update");
    const removals = Promise.all([
      as(one, 'DELETE', `${users}/${other.userId}`),
      as(other, 'DELETE', `${users}/${one.userId}`),
    ]);
    const waiting = async (): Promise<number> =>
      (
        await api.database.owner.query(
          "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        )
      ).rowCount ?? 0;
    await expect.poll(waiting, { timeout: 15_000 }).toBe(2);
    await holder.query('commit');
    holder.release();
    const both = await removals;
    const [left, gone] = both[0].status === 204 ? [one, other] : [other, one];
    expect(both.map(({ status }) => status).sort()).not.toEqual([204, 204]);
    expect((await as(gone, 'GET', users)).status).toBe(401);
    for (const [method, path, body] of [
      ['POST', '/disable', undefined],
      ['DELETE', '', undefined],
      ['PATCH', '', { roles: ['viewer'] }],
      ['PATCH', '', { scope: { stores: ['default'] } }],
      ['PATCH', '', { scope: { own: true } }],
    ] as const) {
      expect(await as(left, method, `${users}/${left.userId}${path}`, body), path).toMatchObject({
        status: 409,
        body: { code: 'last_administrator' },
      });
    }
    const { items } = (await as(left, 'GET', users)).body;
    expect(items).toMatchObject([{ roles: ['administrator'], scope: { stores: null, own: false }, status: 'active' }]);
  });

  it('may go where a key is left that may do everything', async () => {
    const client = await api.database.owner.connect();
    await client.query("select set_config('docket.accounts', 'third', false), ensure_account('third', 'Third')");
    client.release(true);
    const only = await hire(api, 'only@third.test', { account: 'third' });
    const narrow = () => as(only, 'PATCH', `${users}/${only.userId}`, { scope: { stores: ['default'] } });
    expect((await narrow()).status).toBe(409);
    const made = await as(only, 'POST', `${ADMIN}/keys`, { label: 'Spare', permissions: ['*'] });
    expect(made.status).toBe(201);
    expect((await narrow()).status).toBe(200);
  });
});
