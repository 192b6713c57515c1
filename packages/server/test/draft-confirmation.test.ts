import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { until } from './setup/until.js';

/** A draft and its edit are one thing: both are made, or neither; once, however often it is asked. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await send('POST', '/products', {
    items: [{ sku: 'MUG', name: 'Mug', priceMicros: 40_000_000, currency: 'EUR', counted: false }],
  });
});
afterAll(() => api.end());

const ORDER = {
  workflow: 'simple',
  currency: 'EUR',
  lines: [{ sku: 'MUG', quantity: 2 }],
  payments: [],
  total: 8_000,
};

type Answer = Awaited<ReturnType<TestApi['ask']>>;
interface Draft {
  readonly draftId: string;
  readonly state: string;
  readonly changes: readonly { readonly quantity: number }[];
  readonly confirmedFrom: number | null;
  readonly confirmedAs: number | null;
}

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object, headers = {}): Promise<Answer> =>
  api.ask(method, `${ADMIN}${path}`, { ...(body === undefined ? {} : { body }), headers });
async function send(method: 'POST' | 'PUT', path: string, body: object, headers = {}): Promise<Answer['body']> {
  const answer = await ask(method, path, body, headers);
  expect([200, 201], answer.text).toContain(answer.status);
  return answer.body;
}
const place = async (): Promise<string> => `/orders/${(await send('POST', '/orders', ORDER)).orderId}`;
const quantity = (pieces: number) => ({ change: 'set_quantity', lineId: '1', quantity: pieces });
const drafted = async (order: string, pieces: number): Promise<string> => {
  const made = (await send('POST', `${order}/drafts`, { changes: [quantity(pieces)] })) as unknown as Draft;
  return `/drafts/${made.draftId}`;
};
const read = async (path: string): Promise<Draft> => (await ask('GET', path)).body as unknown as Draft;
const version = async (order: string): Promise<number> => (await ask('GET', order)).body.version;

/** Has the database fail every write of a table until the answer is called. */
async function failing(table: 'order_drafts' | 'events', when: 'update' | 'insert'): Promise<() => Promise<void>> {
  const { owner } = api.database;
  await owner.query(`create function fail_on_purpose() returns trigger language plpgsql as
                     $$ begin raise exception 'the power went'; end $$`);
  await owner.query(`create trigger fails before ${when} on ${table} for each row execute function fail_on_purpose()`);
  return async () => {
    await owner.query(`drop trigger fails on ${table}`);
    await owner.query('drop function fail_on_purpose()');
  };
}

describe('confirming a draft', () => {
  it.each([
    ['the draft cannot be closed', 'order_drafts', 'update'],
    ['the edit cannot be written', 'events', 'insert'],
  ] as const)('leaves order and draft as they were where %s, and can be asked again', async (_why, table, when) => {
    const order = await place();
    const draft = await drafted(order, 3);
    const mend = await failing(table, when);
    try {
      // asked without the check of documented answers: a fault of the server is none
      const { statusCode } = await api.api.inject({
        method: 'POST',
        url: `${ADMIN}${draft}/confirm`,
        headers: { 'x-vtex-api-appkey': 'docket-demo', 'x-vtex-api-apptoken': 'docket-demo-token' },
      });
      expect(statusCode).toBe(500);
    } finally {
      await mend();
    }
    expect(await version(order)).toBe(1);
    expect(await read(draft)).toMatchObject({ state: 'open', confirmedAs: null });
    expect((await ask('POST', `${draft}/confirm`, {})).body).toMatchObject({ version: 2, lines: [{ quantity: 3 }] });
    expect(await read(draft)).toMatchObject({ state: 'confirmed', confirmedFrom: 1, confirmedAs: 2 });
  });

  it('edits once, however many ask at the same time, and tells all of them the same', async () => {
    const order = await place();
    const draft = await drafted(order, 5);
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask('POST', `${draft}/confirm`, {})));
    for (const answer of answers) expect(answer, answer.text).toMatchObject({ status: 200, body: { version: 2 } });
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(3);
    expect(await version(order)).toBe(2);
  });

  it('tells again what it did, whatever happened to the order since', async () => {
    const order = await place();
    const draft = await drafted(order, 3);
    await send('POST', `${draft}/confirm`, {});
    await send('POST', `${order}/edits`, { changes: [quantity(7)] });
    const again = await ask('POST', `${draft}/confirm`, {});
    expect(again.body).toMatchObject({ version: 2, lines: [{ quantity: 3 }] });
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await version(order)).toBe(3);
  });

  it('makes the draft as it was read: what was written anew meanwhile is not made by mistake', async () => {
    const order = await place();
    const draft = await drafted(order, 3);
    const { headers } = await ask('GET', draft);
    const asRead = { 'if-match': String(headers['etag']) };
    expect(await ask('PUT', draft, { changes: [quantity(9)] }, asRead)).toMatchObject({ status: 200 });
    expect(await ask('POST', `${draft}/confirm`, {}, asRead)).toMatchObject({
      status: 412,
      body: { code: 'version_mismatch' },
    });
    expect(await read(draft)).toMatchObject({ state: 'open', changes: [{ quantity: 9 }] });
    expect(await version(order)).toBe(1);
    const again = { 'if-match': String((await ask('GET', draft)).headers['etag']) };
    expect((await ask('POST', `${draft}/confirm`, {}, again)).body).toMatchObject({ lines: [{ quantity: 9 }] });
    // whoever made it is told the same once more, and nobody who read it before
    expect((await ask('POST', `${draft}/confirm`, {}, again)).status).toBe(200);
    expect((await ask('POST', `${draft}/confirm`, {}, asRead)).status).toBe(412);
  });

  it('without a tag makes what it found first or nothing: what is written anew while it is made is not made', async () => {
    const order = await place();
    const draft = await drafted(order, 3);
    const writer = await api.database.owner.connect();
    try {
      await writer.query("begin; select set_config('docket.accounts', 'default', true)");
      await writer.query('update order_drafts set revision = revision + 1 where draft_id = $1', [
        draft.slice('/drafts/'.length),
      ]);
      const confirmed = ask('POST', `${draft}/confirm`, {});
      // it has read the draft, and waits for the row
      const waiting = async () => {
        const { rows } = await api.database.owner.query(
          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%confirm_order_drafts%'",
        );
        return rows.length;
      };
      await until(waiting, (found) => found > 0);
      await writer.query('commit');
      expect(await confirmed).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
    } finally {
      writer.release();
    }
    expect(await version(order)).toBe(1);
    expect(await read(draft)).toMatchObject({ state: 'open' });
    expect((await ask('POST', `${draft}/confirm`, {})).body).toMatchObject({ version: 2 });
  });

  it('of two who write a draft anew as they read it lets one, and loses nothing of what they wrote', async () => {
    const draft = await drafted(await place(), 3);
    const asRead = { 'if-match': String((await ask('GET', draft)).headers['etag']) };
    const answers = await Promise.all(
      [4, 5].map((pieces) => ask('PUT', draft, { changes: [quantity(pieces)] }, asRead)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    for (const path of ['rebase', 'discard', 'ask'])
      expect(await ask('POST', `${draft}/${path}`, {}, asRead), path).toMatchObject({ status: 412 });
    expect(await ask('PUT', draft, { changes: [] }, { 'if-match': '7' })).toMatchObject({
      status: 400,
      body: { code: 'header_invalid' },
    });
  });

  it('closes a draft that changes nothing, and has nothing to take back of it', async () => {
    const order = await place();
    await send('POST', `${order}/edits`, { changes: [quantity(4)] });
    const draft = await drafted(order, 4);
    expect((await ask('POST', `${draft}/confirm`, {})).body).toMatchObject({ version: 2 });
    expect(await read(draft)).toMatchObject({ state: 'confirmed', confirmedFrom: 2, confirmedAs: 2 });
    expect(await ask('POST', `${draft}/undo`, {})).toMatchObject({
      status: 409,
      body: { code: 'draft_without_effect' },
    });
    expect(await ask('POST', `${await drafted(order, 1)}/undo`, {})).toMatchObject({ body: { code: 'draft_closed' } });
  });
});

describe('a key of a request', () => {
  it('is honoured wherever a draft is written: the same request is done once, another one is refused', async () => {
    const order = await place();
    const key = (name: string) => ({ 'idempotency-key': `${name}-${order.slice(-16)}` });
    const twice = async (method: 'POST' | 'PUT', path: string, body: object, name: string): Promise<Draft> => {
      const first = await ask(method, path, body, key(name));
      const second = await ask(method, path, body, key(name));
      expect(second.status, second.text).toBe(first.status);
      expect(second.headers['idempotency-replayed']).toBe('true');
      expect((second.body as unknown as Draft).draftId).toBe((first.body as unknown as Draft).draftId);
      return first.body as unknown as Draft;
    };
    const made = await twice('POST', `${order}/drafts`, { changes: [quantity(3)] }, 'add');
    const draft = `/drafts/${made.draftId}`;
    expect(await ask('POST', `${order}/drafts`, { changes: [quantity(8)] }, key('add'))).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect((await ask('GET', `${order}/drafts`)).body.items).toHaveLength(1);
    await twice('PUT', draft, { changes: [quantity(4)] }, 'change');
    await twice('POST', `${draft}/rebase`, {}, 'rebase');
    await send('POST', `${draft}/confirm`, {}, key('confirm'));
    const again = await ask('POST', `${draft}/confirm`, {}, key('confirm'));
    expect(again.headers['idempotency-replayed']).toBe('true');
    const undo = await twice('POST', `${draft}/undo`, {}, 'undo');
    await twice('POST', `/drafts/${undo.draftId}/discard`, {}, 'discard');
    const other = await drafted(order, 6);
    expect(await ask('POST', `${other}/confirm`, {}, key('confirm'))).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect(await version(order)).toBe(2);
  });
});

describe('looking at drafts', () => {
  it('writes nothing, and shows amounts and people to nobody who may not see them', async () => {
    const order = await place();
    const draft = await drafted(order, 3);
    const made = await ask('POST', '/keys', { label: 'viewer', permissions: ['orders.view'], roles: [] });
    const { key, secret } = made.body as unknown as { key: string; secret: string };
    const viewer = { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': secret };
    const kept = async () =>
      (await api.database.owner.query<{ rows: number }>('select count(*)::int as rows from previews')).rows[0]?.rows;
    const before = await kept();
    expect((await ask('GET', draft, undefined, viewer)).body).toMatchObject({ state: 'open', preview: null });
    const whole = await ask('GET', draft);
    expect(whole.body).toMatchObject({ preview: { order: { totals: { total: 12_000 } } } });
    expect((whole.body as unknown as { preview: object }).preview).not.toHaveProperty('token');
    expect(await kept()).toBe(before);
  });

  it('lists how many changes there are and of which kinds, page by page, and not the changes', async () => {
    const order = await place();
    for (const pieces of [3, 4, 5]) await drafted(order, pieces);
    const page = await ask('GET', `${order}/drafts?limit=2`);
    expect(page.body.items).toHaveLength(2);
    expect(page.body.items[0]).toMatchObject({ state: 'open', changeCount: 1, kinds: ['set_quantity'], consent: null });
    expect(page.body.items[0]).not.toHaveProperty('changes');
    const rest = await ask('GET', `${order}/drafts?limit=2&after=${String(page.body.next)}`);
    expect(rest.body).toMatchObject({ items: [{ changeCount: 1 }], next: null });
    for (const limit of ['0', '1001', 'x'])
      expect((await ask('GET', `/drafts?limit=${limit}`)).status, limit).toBe(400);
  });
});
