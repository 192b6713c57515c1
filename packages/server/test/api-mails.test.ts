import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { withAccounts } from '../src/database/pool.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
const ids: string[] = [];

beforeAll(async () => {
  api = await createTestApi();
  for (const to of ['ana@example.com', 'bo@example.com', 'ana@example.com']) {
    const id = await withAccounts(api.database.serving, ['default'], (client) =>
      api.queueMail(client, 'default', {
        kind: 'sign_in_code',
        to,
        locale: 'pt-BR',
        parameters: { shop: 'Default', code: '123456', minutes: '10' },
      }),
    );
    ids.unshift(id);
  }
  for (const [key, permissions] of Object.entries(KEYS)) {
    await ensureAppKey(api.database.serving, 'default', { key, token: key, permissions });
  }
});
afterAll(() => api.end());

const KEYS = {
  viewer: ['mails.view'],
  person: ['mails.view', 'personal.view'],
  editor: ['mails.edit', 'mails.view'],
};
const as = (key: string) => ({ headers: { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': key } });
const mails = `${ADMIN}/mails`;

describe('the mails of an account', () => {
  it('are listed newest first, page by page, without address and words', async () => {
    const first = await api.ask('GET', `${mails}?limit=2`);
    expect(first).toMatchObject({
      status: 200,
      body: { mails: [{ id: ids[0], state: 'kept', language: 'pt' }, { id: ids[1] }], next: ids[1] },
    });
    expect(first.text).not.toMatch(/@|123456/);
    const second = await api.ask('GET', `${mails}?limit=2&after=${String(first.body.next)}`);
    expect(second.body).toMatchObject({ mails: [{ id: ids[2] }], next: null });
    expect((await api.ask('GET', `${mails}?recipient=ANA@example.com&state=kept`)).body).toMatchObject({
      mails: [{ id: ids[0] }, { id: ids[2] }],
    });
  });

  it('show address and words where nothing was sent, to whom may read persons and secrets', async () => {
    const answer = await api.ask('GET', `${mails}/${ids[0]}`);
    expect(answer).toMatchObject({
      status: 200,
      body: { to: 'ana@example.com', subject: 'O seu código para Default' },
    });
    expect(answer.text).toContain('123456');
  });

  it.each(['viewer', 'person'])('hide the code in them from the key %s, which could sign in with it', async (key) => {
    const answer = await api.ask('GET', `${mails}/${ids[0]}`, as(key));
    expect(answer).toMatchObject({ status: 200, body: { to: null, text: null, hasContent: true, secret: true } });
    expect(answer.text).not.toMatch(/@|123456/);
  });

  it('are not searched by address without the permission to read persons', async () => {
    const refused = await api.ask('GET', `${mails}?recipient=ana@example.com`, as('viewer'));
    expect(refused).toMatchObject({ status: 403, body: { details: { permission: 'personal.view' } } });
  });

  it('are sent again on request, by whom may do that', async () => {
    expect((await api.ask('POST', `${mails}/${ids[2]}/resend`, as('viewer'))).status).toBe(403);
    const again = await api.ask('POST', `${mails}/${ids[2]}/resend`, as('editor'));
    expect(again).toMatchObject({ status: 202, body: { id: ids[2], state: 'queued', to: null } });
    const nothing = '00000000-0000-7000-8000-000000000000';
    expect(await api.ask('POST', `${mails}/${nothing}/resend`)).toMatchObject({
      status: 404,
      body: { code: 'mail_not_found' },
    });
    expect(await api.ask('GET', `${mails}/${nothing}`)).toMatchObject({ status: 404 });
    expect(await api.ask('GET', `${mails}/x`)).toMatchObject({ status: 400, body: { pointer: '/mailId' } });
  });

  it('that are wiped say so', async () => {
    await api.database.owner.query('update mails set personal = null where id = $1', [ids[1]]);
    expect(await api.ask('GET', `${mails}/${ids[1]}`)).toMatchObject({ body: { hasContent: false, to: null } });
    expect(await api.ask('POST', `${mails}/${ids[1]}/resend`)).toMatchObject({
      status: 409,
      body: { code: 'mail_wiped' },
    });
  });
});

describe('the mails of who sees a part of the orders', () => {
  const made: Record<string, string> = {};
  let outlet: { readonly headers: Record<string, string> };

  beforeAll(async () => {
    await api.ask('PUT', `${ADMIN}/stores/outlet`, { body: { name: 'Outlet' } });
    const key = await api.ask('POST', `${ADMIN}/keys`, {
      body: { label: 'outlet', permissions: ['mails.view', 'mails.edit'], scope: { stores: ['outlet'] } },
    });
    const { key: name, secret } = key.body as unknown as { key: string; secret: string };
    outlet = { headers: { 'x-vtex-api-appkey': name, 'x-vtex-api-apptoken': secret } };
    for (const [mail, store] of [
      ['old', 'outlet'],
      ['elsewhere', 'default'],
      ['new', 'outlet'],
    ] as const) {
      const { body } = await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, store } });
      // Between the two of the outlet lie more mails than are looked at together.
      if (mail === 'new') await flood(made['elsewhereOrder'] ?? '');
      made[`${mail}Order`] = body.orderId;
      made[mail] = await api.database.owner
        .query<{ id: string }>(
          `insert into mails (account, id, created_at, kind, language, recipient, order_id, state)
           values ('default', $1, now(), 'sign_in_code', 'en', 'email:x', $2, 'kept') returning id`,
          [`ffffffff-0000-7000-8000-${mail === 'new' ? 'f' : '0'}0000000000${mail === 'old' ? 0 : 1}`, body.orderId],
        )
        .then(({ rows }) => rows[0]?.id ?? '');
    }
  });

  const flood = (order: string) =>
    api.database.owner.query(
      `insert into mails (account, id, created_at, kind, language, recipient, order_id, state)
       select 'default', ('ffffffff-0000-7000-8000-1' || lpad(n::text, 11, '0'))::uuid, now(), 'sign_in_code', 'en',
              'email:x', $1, 'kept' from generate_series(1, 450) as n`,
      [order],
    );

  it('are those of their orders, in full pages, whatever lies between them', async () => {
    const all = await api.ask('GET', `${mails}?limit=2`, outlet);
    expect(all).toMatchObject({ status: 200, body: { mails: [{ id: made['new'] }, { id: made['old'] }], next: null } });
    const first = await api.ask('GET', `${mails}?limit=1`, outlet);
    expect(first.body).toMatchObject({ mails: [{ id: made['new'] }], next: made['new'] });
    const second = await api.ask('GET', `${mails}?limit=1&after=${String(first.body.next)}`, outlet);
    expect(second.body).toMatchObject({ mails: [{ id: made['old'] }], next: null });
    const asked = await api.ask('GET', `${mails}?orderId=${made['elsewhereOrder'] ?? ''}`, outlet);
    expect(asked.body).toMatchObject({ mails: [], next: null });
  });

  it('are neither read nor sent again where they are about other orders, or about none', async () => {
    expect((await api.ask('GET', `${mails}/${made['new'] ?? ''}`, outlet)).status).toBe(200);
    for (const id of [made['elsewhere'] ?? '', ids[0] ?? '']) {
      expect((await api.ask('GET', `${mails}/${id}`)).status).toBe(200);
      for (const [method, path] of [
        ['GET', ''],
        ['POST', '/resend'],
      ] as const) {
        const answer = await api.ask(method, `${mails}/${id}${path}`, outlet);
        expect(answer).toMatchObject({ status: 404, body: { code: 'mail_not_found' } });
      }
    }
  });
});
