import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { withAccounts } from '../src/database/pool.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { EXAMPLE_SETTINGS } from './command-requests.js';
import { ADMIN, createTestApi, ORDER, TEST_SECRET, type TestApi } from './setup/api.js';

let api: TestApi;
let orderId: string;

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly status: string;
}

beforeAll(async () => {
  api = await createTestApi();
  for (const [path, body] of EXAMPLE_SETTINGS) {
    expect(await api.ask('PUT', `${ADMIN}${path}`, { body })).toMatchObject({ status: 201 });
  }
  orderId = await placed();
});
afterAll(() => api.end());

async function placed(): Promise<string> {
  const order = await api.ask('POST', `${ADMIN}/orders`, { body: ORDER });
  expect(order.status, order.text).toBe(201);
  return order.body.orderId;
}

const add = (body: object, to = orderId, headers = {}) =>
  api.ask('POST', `${ADMIN}/orders/${to}/documents`, { body: { documentType: 'warranty', ...body }, headers });
const change = (id: string, body: object, of = orderId) =>
  api.ask('PATCH', `${ADMIN}/orders/${of}/documents/${id}`, { body });
const list = async (query: string, headers = {}): Promise<readonly Listed[]> => {
  const page = await api.ask('GET', `${ADMIN}/documents?${query}`, { headers });
  expect(page.status, page.text).toBe(200);
  return page.body.items as readonly Listed[];
};

describe('a type of document', () => {
  it.each([
    ['a number twice given', { numbers: 'W-{year}' }, '/numbers'],
    ['no status', { statuses: [] }, '/statuses'],
    [
      'a field of no type',
      { fields: { type: 'object', properties: { a: { type: 'text' } } } },
      '/fields/properties/a/type',
    ],
    [
      'a pattern that may take for ever',
      { fields: { type: 'object', properties: { a: { type: 'string', pattern: '(a+)+$' } } } },
      '/fields/properties/a/pattern',
    ],
  ])('with %s is refused, and the place is named', async (_what, wrong, pointer) => {
    const answer = await api.ask('PUT', `${ADMIN}/document-types/letter`, {
      body: { labels: { en: 'Letter' }, ...wrong },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'definition_invalid', pointer } });
  });

  it('hangs under types that there are', async () => {
    const body = { labels: { en: 'Letter' }, parents: ['order', 'parcel_note'] };
    const answer = await api.ask('PUT', `${ADMIN}/document-types/letter`, { body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'reference_unknown', pointer: '/parents' } });
  });

  it('that documents were made of is not taken away, but may be used no more', async () => {
    const other = await placed();
    expect((await api.ask('PUT', `${ADMIN}/document-types/memo`, { body: { labels: { en: 'Memo' } } })).status).toBe(
      201,
    );
    expect((await add({ documentType: 'memo' }, other)).status).toBe(200);
    const kept = await api.ask('DELETE', `${ADMIN}/document-types/memo`);
    expect(kept).toMatchObject({ status: 409, body: { code: 'setting_in_use' } });
    const parcelNote = { labels: { en: 'Parcel note' }, parents: ['memo_of_parcels'] };
    await api.ask('PUT', `${ADMIN}/document-types/memo_of_parcels`, { body: { labels: { en: 'Memo of parcels' } } });
    await api.ask('PUT', `${ADMIN}/document-types/parcel_note`, { body: parcelNote });
    expect(await api.ask('DELETE', `${ADMIN}/document-types/memo_of_parcels`), 'another hangs under it').toMatchObject({
      status: 409,
      body: { code: 'setting_in_use', details: { by: 'another type' } },
    });
    await api.ask('PATCH', `${ADMIN}/document-types/memo`, { body: { active: false } });
    expect(await add({ documentType: 'memo' }, other)).toMatchObject({
      status: 422,
      body: { code: 'document_type_unknown', pointer: '/documentType' },
    });
    expect(await change('1', { status: 'open', approved: true }, other)).toMatchObject({ status: 200 });
  });

  it('has a history', async () => {
    const { body } = await api.ask('GET', `${ADMIN}/document-types/warranty/changes`);
    expect(body.items).toMatchObject([{ action: 'created', key: 'warranty' }]);
  });
});

describe('a document', () => {
  it('is previewed with its number, added once, changed, found, and stands in the history', async () => {
    const refused = await add({ custom: { serial: 7 } });
    expect(refused, 'and takes no number').toMatchObject({ status: 422, body: { code: 'custom_field_invalid' } });
    const shown = await add({ custom: { serial: 'AB-1' } }, orderId, { prefer: 'preview' });
    expect(shown, shown.text).toMatchObject({ status: 200 });
    expect(JSON.stringify(shown.body)).toContain('WA-00001');
    const { token } = shown.body as unknown as { token: string };
    const made = await api.ask('POST', `${ADMIN}/previews/${token}/commit`);
    expect(made, made.text).toMatchObject({
      status: 200,
      body: { documents: [{ id: '1', number: 'WA-00001', status: 'open', custom: { serial: 'AB-1' } }] },
    });
    const key = { 'idempotency-key': 'a-document' };
    const sent = { custom: { serial: 'AB-2', until: '2028-03-02' }, outerId: 'ERP-7', amount: 900 };
    const [once, again] = [await add(sent, orderId, key), await add(sent, orderId, key)];
    expect(again).toMatchObject({ status: 200, body: once.body });
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await change('2', { status: 'granted' })).toMatchObject({ status: 200 });
    expect(await change('2', { comment: 'late' })).toMatchObject({ status: 409, body: { code: 'document_locked' } });
    expect(await list('kind=warranty')).toMatchObject([
      { id: '2', status: 'granted', outerId: 'ERP-7', amount: 900, orderId, custom: { until: '2028-03-02' } },
      { id: '1', status: 'open', number: 'WA-00001' },
    ]);
    const { body: history } = await api.ask('GET', `${ADMIN}/orders/${orderId}/events`);
    const texts = history.events.map(({ summary }) => summary.text);
    expect(texts).toContain('Document 2: granted');
  });

  it.each([
    ['status=granted', ['2']],
    ['status=granted&status=open', ['2', '1']],
    ['q=WA-00001', ['1']],
    ['q=ERP', ['2']],
    ['q=wa-00001', ['1']],
    ['q=erp-7', ['2']],
    ['q=WA-00001x', []],
    ['field=serial:ab-2', ['2']],
    ['field=serial:AB-2&field=until:2028-03-03', []],
    ['amountFrom=900&amountTo=900', ['2']],
    ['amountFrom=901', []],
    ['createdFrom=2199-01-01T00:00:00Z', []],
    ['store=elsewhere', []],
    ['currency=USD', []],
  ])('is found by %s', async (query, expected) => {
    expect((await list(`kind=warranty&${query}`)).map(({ id }) => id)).toEqual(expected);
  });

  it('comes in pages, each of them once', async () => {
    const first = await api.ask('GET', `${ADMIN}/documents?kind=warranty&limit=1`);
    const second = await api.ask('GET', `${ADMIN}/documents?kind=warranty&limit=1&after=${String(first.body.next)}`);
    expect([first.body.items, second.body.items]).toMatchObject([[{ id: '2' }], [{ id: '1' }]]);
    expect(second.body.next).toBeNull();
    const forged = Buffer.from('["March 7","a","b"]').toString('base64url');
    expect(await api.ask('GET', `${ADMIN}/documents?kind=warranty&after=${forged}`)).toMatchObject({ status: 400 });
    expect((await api.ask('GET', `${ADMIN}/documents?kind=warranty&after=bm8`)).body).toMatchObject({
      code: 'cursor_invalid',
    });
  });

  it('leaves as a CSV with the same filters, whatever its kind is called', async () => {
    const { text, headers } = await api.ask('GET', `${ADMIN}/documents/export?kind=warranty`);
    expect(headers['content-type']).toContain('text/csv');
    const [header, ...lines] = text.trimEnd().split('\r\n');
    expect(header).toMatch(/^\ufeffkind,id,number,status,amount,/);
    expect(lines.map((line) => line.split(',').slice(0, 2).join())).toEqual(['warranty,2', 'warranty,1']);
    const odd = await api.ask('GET', `${ADMIN}/documents/export?kind=${encodeURIComponent('ä"b')}`);
    expect([odd.status, odd.text.trimEnd().split('\r\n').length]).toEqual([200, 1]);
  });

  it('leaves with its comment, why it was cancelled and the fields of people, to who may see people', async () => {
    const other = await placed();
    expect(await add({ custom: { serial: 'CSV-1' }, comment: 'Nina called' }, other)).toMatchObject({ status: 200 });
    await api.ask('POST', `${ADMIN}/orders/${other}/documents/1/cancel`, { body: { reason: 'Nina wants none' } });
    await api.ask('PATCH', `${ADMIN}/orders/${other}/document-marks`, {
      body: { kind: 'payment', id: '1', approved: true, comment: 'Nina paid twice' },
    });
    await ensureAppKey(api.database.serving, 'default', {
      key: 'exporter',
      token: 'exporter',
      permissions: ['orders.view', 'orders.export'],
    });
    const narrow = { 'x-vtex-api-appkey': 'exporter', 'x-vtex-api-apptoken': 'exporter' };
    const exported = async (kind: string, headers = {}) =>
      (await api.ask('GET', `${ADMIN}/documents/export?kind=${kind}&orderId=${other}`, { headers })).text;
    const [whole, part] = [await exported('warranty'), await exported('warranty', narrow)];
    expect(whole).toMatch(/,false,Nina called,Nina wants none,"{""serial"":""CSV-1""}"/);
    expect(part).not.toContain('Nina');
    expect(await exported('payment')).toContain(',true,Nina paid twice,');
    expect(await exported('payment', narrow)).toMatch(/,true,,,/);
  });

  it('of an order that is deleted is in no list, and back with it', async () => {
    const other = await placed();
    await add({ custom: { serial: 'ZZ-9' } }, other);
    expect(await list('kind=warranty&field=serial:zz-9')).toHaveLength(1);
    await api.ask('DELETE', `${ADMIN}/orders/${other}`);
    expect(await list('kind=warranty&field=serial:zz-9')).toHaveLength(0);
    await api.ask('POST', `${ADMIN}/orders/${other}/restore`, { body: {} });
    expect(await list('kind=warranty&field=serial:zz-9')).toHaveLength(1);
  });

  it('does not show what its reader may not see, and is not found by it', async () => {
    await ensureAppKey(api.database.serving, 'default', {
      key: 'narrow',
      token: 'narrow',
      permissions: ['orders.view'],
    });
    const narrow = { 'x-vtex-api-appkey': 'narrow', 'x-vtex-api-apptoken': 'narrow' };
    expect(await list(`kind=warranty&orderId=${orderId}`, narrow)).toMatchObject([
      { amount: null, buyerName: null },
      {},
    ]);
    for (const query of ['amountFrom=1', 'field=serial:AB-2']) {
      const answer = await api.ask('GET', `${ADMIN}/documents?kind=warranty&${query}`, { headers: narrow });
      expect(answer).toMatchObject({ status: 403, body: { code: 'permission_missing' } });
    }
    const { body } = await api.ask('GET', `${ADMIN}/orders/${orderId}`, { headers: narrow });
    expect((body as unknown as { documents: object[] }).documents[1]).toMatchObject({
      amount: null,
      number: 'WA-00002',
    });
  });
});

describe('a definition that changes under a preview', () => {
  it('is the present one at the commit, and a type that is gone makes nothing', async () => {
    const path = `${ADMIN}/document-types/proof`;
    const proof = { labels: { en: 'Proof' }, numbers: 'PR-{sequence:3}' };
    await api.ask('PUT', path, { body: proof });
    const shown = await add({ documentType: 'proof' }, orderId, { prefer: 'preview' });
    const { token } = shown.body as unknown as { token: string };
    await api.ask('PATCH', path, { body: { active: false } });
    const commit = await api.ask('POST', `${ADMIN}/previews/${token}/commit`);
    expect(commit).toMatchObject({ status: 422, body: { code: 'document_type_unknown' } });
    await api.ask('PATCH', path, { body: { active: true, numbers: null } });
    const again = await api.ask('POST', `${ADMIN}/previews/${token}/commit`);
    expect(again, 'it would have another number').toMatchObject({ status: 409, body: { code: 'preview_outdated' } });
  });

  it('may call a choice whatever it likes', async () => {
    const fields = {
      type: 'object',
      properties: { a: { type: 'string', enum: ['$map'], 'x-enum-labels': { $map: { en: 'x' } } } },
    };
    expect(
      (await api.ask('PUT', `${ADMIN}/document-types/odd`, { body: { labels: { en: 'Odd' }, fields } })).status,
    ).toBe(201);
    const shown = await add({ documentType: 'odd' }, orderId, { prefer: 'preview' });
    const { token } = shown.body as unknown as { token: string };
    expect((await api.ask('GET', `${ADMIN}/previews/${token}`)).status).toBe(200);
  });
});

it('who may not see people previews no change of what may be theirs: what is so already would show', async () => {
  await ensureAppKey(api.database.serving, 'default', {
    key: 'curious',
    token: 'curious',
    permissions: ['orders.view', 'orders.edit', 'prices.view'],
  });
  const headers = { 'x-vtex-api-appkey': 'curious', 'x-vtex-api-apptoken': 'curious', prefer: 'preview' };
  const body = { target: 'order', custom: { wrapping: 'cloth' } };
  expect(await api.ask('PATCH', `${ADMIN}/orders/${orderId}/custom-fields`, { body, headers })).toMatchObject({
    status: 403,
    body: { code: 'permission_missing', details: { permission: 'personal.view' } },
  });
});

describe('built-in documents', () => {
  it('are in the same list, as their kinds describe them', async () => {
    const other = await placed();
    expect(await list(`kind=payment&orderId=${other}`)).toMatchObject([
      { id: '1', status: 'pending', number: `${other}-P1` },
    ]);
    await api.ask('POST', `${ADMIN}/orders/${other}/payments/1/approve`, { body: {} });
    expect((await list(`kind=payment&orderId=${other}`))[0]?.status).not.toBe('pending');
    await api.ask('POST', `${ADMIN}/orders/${other}/payments/1/capture`, { body: {} });
    expect(await list(`kind=capture&orderId=${other}`)).toMatchObject([
      { id: '1', status: 'settled', number: `${other}-C1`, parent: 'payment:1' },
    ]);
    expect(await list('kind=nothing')).toEqual([]);
  });

  it('have fields of the account, and so have orders and lines', async () => {
    const fields = { type: 'object', properties: { terminal: { type: 'integer', 'x-personal': false } } };
    await api.ask('PUT', `${ADMIN}/custom-fields/payment`, { body: { fields } });
    const set = (body: object) => api.ask('PATCH', `${ADMIN}/orders/${orderId}/custom-fields`, { body });
    expect(await set({ target: 'payment', id: '1', custom: { terminal: 7 } })).toMatchObject({
      status: 200,
      body: { payments: [{ id: '1', custom: { terminal: 7 } }] },
    });
    expect((await list(`kind=payment&orderId=${orderId}&field=terminal:7`)).map(({ id }) => id)).toEqual(['1']);
    expect(await list('kind=payment&field=terminal:8')).toEqual([]);
    expect(await set({ target: 'order', custom: { wrapping: 'cloth' } })).toMatchObject({
      body: { custom: { wrapping: 'cloth' } },
    });
    expect(await set({ target: 'order', custom: { wrapping: 'tin' } })).toMatchObject({
      status: 422,
      body: {
        code: 'custom_field_invalid',
        pointer: '/custom/wrapping',
        details: { field: 'wrapping', problem: 'enum' },
      },
    });
  });
});

describe('the documents of one order', () => {
  let of: string;
  const tree = async (query = '', headers = {}) =>
    (await api.ask('GET', `${ADMIN}/orders/${of}/documents${query}`, { headers })).body.items as unknown as {
      kind: string;
      depth: number;
    }[];
  beforeAll(async () => {
    of = await placed();
    for (const step of ['approve', 'capture']) {
      expect(await api.ask('POST', `${ADMIN}/orders/${of}/payments/1/${step}`, { body: {} })).toMatchObject({
        status: 200,
      });
    }
    await add({ custom: { serial: 'TR-1' } }, of);
  });

  it('are one tree, at present and at any version', async () => {
    expect(await tree()).toMatchObject([
      { kind: 'payment', type: 'payment', id: '1', depth: 0, parent: null, approved: false },
      { kind: 'capture', id: '1', depth: 1, parent: { kind: 'payment', id: '1' }, state: 'settled' },
      {
        kind: 'custom',
        type: 'warranty',
        id: '1',
        depth: 0,
        state: 'open',
        number: expect.stringMatching(/^WA-/) as unknown,
      },
    ]);
    expect((await tree('?version=1')).map(({ kind }) => kind)).toEqual(['payment']);
    expect(await tree('', { 'x-vtex-api-appkey': 'narrow', 'x-vtex-api-apptoken': 'narrow' })).toMatchObject([
      { kind: 'payment', amount: null },
      { kind: 'capture', amount: null },
      {},
    ]);
  });

  it('have a change log each: their events, with the old and the new value of their own fields alone', async () => {
    const marked = { kind: 'payment', id: '1', approved: true };
    expect(await api.ask('PATCH', `${ADMIN}/orders/${of}/document-marks`, { body: marked })).toMatchObject({
      status: 200,
    });
    const log = async (query: string) => (await api.ask('GET', `${ADMIN}/orders/${of}/events?${query}`)).body.events;
    const events = (await log('document=payment:1&order=desc')) as unknown as {
      type: string;
      changes: { field: string; before: unknown; after: unknown }[];
    }[];
    expect(events.map(({ type }) => type)).toEqual([
      'document_marked',
      'capture_requested',
      'payment_approved',
      'order_placed',
    ]);
    expect(events[1]?.changes).toContainEqual(
      expect.objectContaining({ field: 'payments.status', before: 'authorised', after: 'captured' }),
    );
    const fields = events.flatMap(({ changes }) => changes.map(({ field }) => field.split('.')[0]));
    expect(new Set(fields)).toEqual(new Set(['payments', 'marks']));
    expect(await log('document=custom:1')).toMatchObject([{ type: 'document_added' }]);
    const csv = await api.ask('GET', `${ADMIN}/orders/${of}/changes?document=capture:1`);
    expect(csv.text).toContain('Capture 1');
    expect(csv.text).not.toContain('Amount due');
    const unknown = await api.ask('GET', `${ADMIN}/orders/${of}/events?document=capture:9`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'document_not_found', pointer: '/document' } });
  });
});

describe('a change of a definition', () => {
  it('holds from the next command on, in every process', async () => {
    const path = `${ADMIN}/custom-fields/line`;
    const set = (custom: object) =>
      api.ask('PATCH', `${ADMIN}/orders/${orderId}/custom-fields`, { body: { target: 'line', id: '1', custom } });
    expect((await set({ engraving: 'Ana' })).status).toBe(422);
    await api.ask('PUT', path, { body: { fields: { type: 'object', properties: { engraving: { type: 'string' } } } } });
    expect((await set({ engraving: 'Ana' })).status).toBe(200);
    // as another process does it, which tells this one nothing
    await api.database.owner.query(
      `update target_fields set fields = '{"type":"object","properties":{"colour":{"type":"string"}}}' where target = 'line'`,
    );
    await api.database.owner.query('update account_heads set catalogue_version = catalogue_version + 1');
    expect((await set({ engraving: 'Bo' })).status).toBe(422);
    expect((await set({ colour: 'red' })).status).toBe(200);
  });
});

it('what was written is what the states say', async () => {
  const { findings } = await withAccounts(api.database.serving, ['default'], (client) =>
    verifyAccount(client, createPersonalKeys(TEST_SECRET), 'default', 10),
  );
  expect(findings).toEqual([]);
});
