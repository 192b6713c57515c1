import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const patch = (body: object, headers = {}) => api.ask('PATCH', `${ADMIN}/account`, { body, headers });
const place = (changes: object = {}, headers = {}) =>
  api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, ...changes }, headers });

describe('the account', () => {
  it('says what an order leaves out, for the next order already', async () => {
    expect((await api.ask('GET', `${ADMIN}/account`)).body).toMatchObject({
      account: 'default',
      defaultWorkflow: 'complete',
      rounding: 'half_up',
      languages: ['en'],
    });
    await api.ask('PUT', `${ADMIN}/stores/graz`, { body: { name: 'Graz' } });
    const { cancellationWindow: _none, ...withoutWindow } = ORDER;
    const changed = await patch({ defaultStore: 'graz', defaultWorkflow: 'simple', cancellationWindow: 60 });
    expect(changed, changed.text).toMatchObject({ status: 200, body: { defaultStore: 'graz', name: 'Default' } });
    const placed = await api.ask('POST', `${ADMIN}/orders`, { body: withoutWindow });
    expect(placed.body).toMatchObject({ store: 'graz', workflow: 'simple' });
    const changes = await api.ask('GET', `${ADMIN}/settings-changes?kind=account`);
    expect(changes.body.items).toMatchObject([
      { fields: ['cancellationWindow', 'defaultStore', 'defaultWorkflow'], before: { defaultStore: 'default' } },
    ]);
  });

  it.each([
    [{ defaultStore: 'nowhere' }, 422, 'store_unknown', '/defaultStore'],
    [{ defaultChannel: 'nowhere' }, 422, 'channel_unknown', '/defaultChannel'],
    [{ defaultWorkflow: 'nowhere' }, 422, 'workflow_unknown', '/defaultWorkflow'],
    [{ defaultWorkflow: 'chain' }, 422, 'workflow_unknown', '/defaultWorkflow'],
    [{ timeZone: 'Moon' }, 422, 'reference_unknown', '/timeZone'],
    [{ orderNumbers: '{year}' }, 422, 'number_template_invalid', '/orderNumbers'],
    [{ languages: [] }, 400, 'field_invalid', '/languages'],
    [{ rounding: 'up' }, 400, 'field_invalid', '/rounding'],
    [{ account: 'other' }, 400, 'field_unknown', '/account'],
    [{ cancellationWindow: -1 }, 400, 'field_invalid', '/cancellationWindow'],
  ])('refuses %j', async (body, status, code, pointer) => {
    expect(await patch(body)).toMatchObject({ status, body: { code, pointer } });
  });
});

describe('displayed numbers', () => {
  const number = async (changes: object = {}): Promise<unknown> =>
    ((await place(changes)).body as unknown as { number: unknown }).number;

  it('follow the template of the account, then that of the store, and only for new orders', async () => {
    expect(await number()).toBeNull();
    await patch({ orderNumbers: 'A{sequence:6}' });
    expect([await number(), await number()]).toEqual(['A000001', 'A000002']);
    await api.ask('PATCH', `${ADMIN}/stores/graz`, { body: { orderNumbers: 'GRAZ-{sequence}' } });
    expect([await number(), await number({ store: 'default' })]).toEqual(['GRAZ-3', 'A000004']);
    const { body } = await api.ask('GET', `${ADMIN}/orders?q=GRAZ-3`);
    expect(body.orders).toMatchObject([{ number: 'GRAZ-3' }]);
  });

  it('are never given twice: a template that gives old numbers again goes on to the next free one', async () => {
    await api.ask('PATCH', `${ADMIN}/stores/graz`, { body: { orderNumbers: 'B{sequence}' } });
    await patch({ orderNumbers: 'B{sequence}' });
    const [first, second] = [await number(), await number({ store: 'default' })];
    expect([first, second]).toEqual(['B5', 'B6']);
    await api.database.owner.query(
      `insert into order_external_ids (account, source, external_id, order_id) values ('default', '#', 'B7', 'x'), ('default', '#', 'B8', 'x')`,
    );
    expect(await number()).toBe('B9');
  });

  it('that come from the group alone are refused where they are taken', async () => {
    await api.ask('PATCH', `${ADMIN}/stores/graz`, { body: { orderNumbers: 'G{group}{position}' } });
    const group = { id: '1490000000001', position: 1 };
    expect(await number({ group })).toBe('G149000000000101');
    await api.database.owner.query(
      `insert into order_external_ids (account, source, external_id, order_id) values ('default', '#', 'G149000000000102', 'x')`,
    );
    expect(await place({ group: { ...group, position: 2 } })).toMatchObject({
      status: 409,
      body: { code: 'order_number_taken' },
    });
    await api.ask('PATCH', `${ADMIN}/stores/graz`, { body: { orderNumbers: null } });
  });
});

describe('a further account', () => {
  it('is made by a key of the first one, and reached by a key that is told once', async () => {
    const made = await api.ask('POST', `${ADMIN}/accounts`, { body: { account: 'acme', name: 'Acme' } });
    expect(made, made.text).toMatchObject({ status: 201, body: { account: 'acme' } });
    expect(made.headers['cache-control']).toBe('no-store');
    const { key, token } = made.body as unknown as { key: string; token: string };
    const headers = { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': token };
    expect((await place({}, headers)).body).toMatchObject({ store: 'default', channel: 'default', number: null });
    const own = await api.ask('GET', `${ADMIN}/settings-changes?kind=account`, { headers });
    expect(own.body.items).toMatchObject([{ action: 'created', actor: 'default/key:docket-demo' }]);
    expect(JSON.stringify(own.body)).not.toContain(token);
    const again = await api.ask('POST', `${ADMIN}/accounts`, { body: { account: 'acme', name: 'Acme' } });
    expect(again).toMatchObject({ status: 409, body: { code: 'account_exists', pointer: '/account' } });
    const nested = await api.ask('POST', `${ADMIN}/accounts`, { body: { account: 'beta', name: 'Beta' }, headers });
    expect(nested).toMatchObject({ status: 403, body: { code: 'account_not_permitted' } });
    const bad = await api.ask('POST', `${ADMIN}/accounts`, { body: { account: 'Acme,default', name: 'x' } });
    expect(bad).toMatchObject({ status: 400, body: { pointer: '/account' } });
  });
});
