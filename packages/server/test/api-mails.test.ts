import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { withAccounts } from '../src/database/pool.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

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
