import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import { inTransaction } from '../src/database/transaction.js';
import { type Change, recordChange } from '../src/settings-history/record-change.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const EDIT = { account: 'default', at: '2026-03-02T12:00:00.000Z', actor: 'key:erp' };

async function record(change: Change, edit = EDIT): Promise<void> {
  await withAccounts(api.database.serving, [edit.account], (client) =>
    inTransaction(client, () => recordChange(client, { ...edit, ...change })),
  );
}

const changes = async (filter = ''): Promise<Record<string, unknown>[]> => {
  const answer = await api.ask('GET', `${ADMIN}/settings-changes?${filter}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.items as Record<string, unknown>[];
};

describe('the history of a setting', () => {
  it('tells who changed what, from what to what, newest first', async () => {
    const key = 'post';
    const kind = 'shipping_method';
    await record({ kind, key, before: null, after: { name: 'Post', price: 490 } });
    await record({ kind, key, before: { name: 'Post', price: 490 }, after: { name: 'Post', price: 520 } });
    await record({ kind, key, before: { name: 'Post', price: 520 }, after: null });
    expect(await changes('key=post')).toMatchObject([
      { action: 'removed', before: { name: 'Post', price: 520 }, after: null },
      {
        action: 'changed',
        actor: 'key:erp',
        at: EDIT.at,
        fields: ['price'],
        before: { price: 490 },
        after: { price: 520 },
      },
      { action: 'created', kind, key, before: null, after: { name: 'Post', price: 490 } },
    ]);
  });

  it('says nothing where nothing differs: absent and null are the same', async () => {
    await record({ kind: 'store', key: 'same', before: { name: 'A' }, after: { name: 'A', zone: null } });
    expect(await changes('key=same')).toEqual([]);
  });

  it('keeps no word about a person, only which fields changed', async () => {
    const before = { email: 'ana@example.com', firstName: 'Ana' };
    await record({ kind: 'customer', key: 'c1', before, after: { ...before, email: 'ana@example.org' } });
    expect(await changes('kind=customer')).toMatchObject([{ fields: ['email'], before: {}, after: {} }]);
    const { rows } = await api.database.owner.query<{ text: string }>(
      "select string_agg(c::text, ' ') as text from settings_changes c",
    );
    expect(rows[0]?.text).not.toContain('ana@');
  });

  it('is taken back with the change itself', async () => {
    const failing = withAccounts(api.database.serving, ['default'], (client) =>
      inTransaction(client, async () => {
        await recordChange(client, { ...EDIT, kind: 'store', key: 'never', before: null, after: { name: 'N' } });
        throw new Error('the change failed');
      }),
    );
    await expect(failing).rejects.toThrow('the change failed');
    expect(await changes('key=never')).toEqual([]);
  });

  it('cannot be rewritten by the serving role', async () => {
    const rewriting = withAccounts(api.database.serving, ['default'], (client) =>
      client.query("update settings_changes set actor = 'nobody'"),
    );
    await expect(rewriting).rejects.toThrow('permission denied');
  });

  it('is found by kind, actor and time, page by page', async () => {
    for (let n = 1; n <= 5; n += 1) {
      const edit = { ...EDIT, at: `2026-04-0${n}T00:00:00.000Z`, actor: 'staff:ben' };
      await record({ kind: 'channel', key: `ch-${n}`, before: null, after: { name: `C${n}` } }, edit);
    }
    expect(await changes('kind=channel&from=2026-04-02T00:00:00Z&to=2026-04-04T00:00:00Z')).toMatchObject([
      { key: 'ch-3' },
      { key: 'ch-2' },
    ]);
    const seen: unknown[] = [];
    for (let after = ''; ;) {
      const { body } = await api.ask('GET', `${ADMIN}/settings-changes?actor=staff:ben&limit=2${after}`);
      seen.push(...body.items.map((item) => (item as { key: string }).key));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual(['ch-5', 'ch-4', 'ch-3', 'ch-2', 'ch-1']);
  });

  it('of a person tells roles, scope and whether they may come in, and no word about them', async () => {
    const users = `${ADMIN}/users`;
    for (const store of ['graz', 'linz']) await api.ask('PUT', `${ADMIN}/stores/${store}`, { body: { name: store } });
    const invited = { email: 'bo@example.com', roles: ['viewer'], scope: { stores: ['graz'] } };
    const { userId } = (await api.ask('POST', users, { body: invited })).body as unknown as { userId: string };
    const one = `${users}/${userId}`;
    await api.ask('PATCH', one, { body: { roles: ['viewer'], scope: { stores: ['graz'] } } });
    await api.ask('PATCH', one, { body: { roles: ['support'], scope: { stores: ['graz', 'linz'] } } });
    await api.ask('PATCH', one, { body: { roles: ['king'] } });
    for (const action of ['disable', 'disable', 'enable']) await api.ask('POST', `${one}/${action}`);
    expect((await api.ask('DELETE', one)).status).toBe(204);
    const answer = await api.ask('GET', `${one}/changes`);
    expect(answer.status, answer.text).toBe(200);
    const support = { roles: ['support'], stores: ['graz', 'linz'] };
    const viewer = { roles: ['viewer'], stores: ['graz'] };
    const by = { kind: 'user', key: userId, actor: 'key:docket-demo' };
    expect(answer.body.items).toMatchObject([
      { ...by, action: 'removed', before: { ...support, active: true }, after: null },
      { ...by, action: 'changed', fields: ['active'], before: { active: false }, after: { active: true } },
      { ...by, action: 'changed', fields: ['active'], before: { active: true }, after: { active: false } },
      { ...by, action: 'changed', fields: ['roles', 'stores'], before: viewer, after: support },
      { ...by, action: 'created', before: null, after: { ...viewer, active: true } },
    ]);
    expect(answer.body.items.at(-1)).toMatchObject({ fields: expect.arrayContaining(['email']) as unknown });
    expect(answer.text).not.toContain('bo@');
    expect(await changes(`kind=user&key=${userId}`)).toEqual(answer.body.items);
  });

  it.each([
    ['kind=nonsense', 'field_invalid', '/kind'],
    ['from=yesterday', 'date_out_of_range', '/from'],
    ['after=bm9wZQ', 'cursor_invalid', '/after'],
    ['after=WyJ4Il0', 'cursor_invalid', '/after'],
    ['key=a%00b', 'text_invalid', '/key'],
    ['color=red', 'field_unknown', '/color'],
  ])('refuses %s', async (filter, code, pointer) => {
    expect((await api.ask('GET', `${ADMIN}/settings-changes?${filter}`)).body).toMatchObject({ code, pointer });
  });
});
