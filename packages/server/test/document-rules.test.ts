import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { EXAMPLE_SETTINGS } from './command-requests.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
  for (const [path, body] of EXAMPLE_SETTINGS) {
    expect(await api.ask('PUT', `${ADMIN}${path}`, { body })).toMatchObject({ status: 201 });
  }
});
afterAll(() => api.end());

async function placed(more: object = {}): Promise<string> {
  const order = await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, ...more } });
  expect(order.status, order.text).toBe(201);
  return order.body.orderId;
}
const found = async (query: string): Promise<readonly unknown[]> => {
  const page = await api.ask('GET', `${ADMIN}/orders?${query}`);
  expect(page.status, page.text).toBe(200);
  return (page.body.orders as readonly { orderId: string }[]).map(({ orderId }) => orderId);
};

describe('a field of a line (T12)', () => {
  it('stands in the history with the old and the new value, and finds its order', async () => {
    const orderId = await placed();
    const fields = { type: 'object', properties: { engraving: { type: 'string', 'x-personal': false } } };
    await api.ask('PUT', `${ADMIN}/custom-fields/line`, { body: { fields } });
    const engrave = async (engraving: string) => {
      const body = { target: 'line', id: '1', custom: { engraving } };
      expect((await api.ask('PATCH', `${ADMIN}/orders/${orderId}/custom-fields`, { body })).status).toBe(200);
    };
    await engrave('Bergamot');
    await engrave('Lavender');
    const { body } = await api.ask('GET', `${ADMIN}/orders/${orderId}/events`);
    const changes = body.events.flatMap((event) => event.changes);
    expect(changes).toContainEqual(
      expect.objectContaining({ path: '/lines/0/custom/engraving', before: 'Bergamot', after: 'Lavender' }),
    );
    expect(await found('q=lavender')).toEqual([orderId]);
    expect(await found('q=bergamot')).toEqual([]);
  });
});

describe('a word (T13)', () => {
  it('finds an order by a part of its number, its number elsewhere, buyer, SKU and tracking number', async () => {
    const buyer = { email: 'zora@example.com', firstName: 'Zora', lastName: 'Quint' };
    const orderId = await placed({ buyer, externalIds: { purchase: 'PO-88123' }, workflow: 'simple' });
    await api.ask('POST', `${ADMIN}/orders/${orderId}/payments/1/approve`, { body: {} });
    await api.ask('POST', `${ADMIN}/orders/${orderId}/start-handling`, { body: {} });
    const parcel = { items: [{ sku: 'TEA-100', quantity: 1 }], trackingNumber: 'TRACK77123' };
    const sent = await api.ask('POST', `${ADMIN}/orders/${orderId}/packages`, { body: parcel });
    expect(sent.status, sent.text).toBe(200);
    for (const word of [orderId.slice(0, 13), 'PO-88123', 'Quint', 'zora@example.com', 'TRACK77123']) {
      expect(await found(`q=${encodeURIComponent(word)}`), word).toContain(orderId);
    }
    expect(await found('q=TEA-100')).toContain(orderId);
  });
});

describe('who may not see prices (T15)', () => {
  it('changes what is none: amounts stay, and the answer holds no money', async () => {
    const key = 'no-prices';
    const permissions = ['orders.view', 'orders.edit', 'personal.view'];
    await ensureAppKey(api.database.serving, 'default', { key, token: key, permissions });
    const orderId = await placed();
    const headers = { 'x-vtex-api-appkey': key, 'x-vtex-api-apptoken': key };
    const body = { kind: 'payment', id: '1', comment: 'called her' };
    const told = await api.ask('PATCH', `${ADMIN}/orders/${orderId}/document-marks`, { body, headers });
    expect(told).toMatchObject({
      status: 200,
      body: { totals: null, amountDue: null, marks: [{ id: 'payment:1', comment: 'called her' }] },
    });
    expect((await api.ask('GET', `${ADMIN}/orders/${orderId}`)).body).toMatchObject({
      totals: { total: 2780 },
      payments: [{ id: '1', amount: 2780 }],
    });
  });
});

describe('what people say of a built-in document', () => {
  it('is shown with the order, told in its history, and is what the list of documents knows it by', async () => {
    const orderId = await placed();
    const path = `${ADMIN}/orders/${orderId}/document-marks`;
    const mark = (body: object) => api.ask('PATCH', path, { body: { kind: 'payment', id: '1', ...body } });
    expect(await mark({ approved: true, outerId: 'ERP-4711', comment: 'seen' })).toMatchObject({
      status: 200,
      body: {
        marks: [
          { id: 'payment:1', kind: 'payment', documentId: '1', approved: true, outerId: 'ERP-4711', comment: 'seen' },
        ],
      },
    });
    const listed = await api.ask('GET', `${ADMIN}/documents?kind=payment&q=ERP-47`);
    expect(listed.body.items).toMatchObject([{ orderId, id: '1', outerId: 'ERP-4711' }]);
    expect(await found('q=ERP-4711')).toEqual([orderId]);
    const { body } = await api.ask('GET', `${ADMIN}/orders/${orderId}/events`);
    expect(body.events.at(-1)).toMatchObject({ type: 'document_marked', summary: { text: 'Approved: payment 1' } });
    expect((await mark({ approved: false })).body).toMatchObject({ marks: [{ approved: false, comment: 'seen' }] });
  });

  it.each([
    [{ kind: 'payment', id: '9', approved: true }, 404, 'document_not_found'],
    [{ kind: 'warranty', id: '1', approved: true }, 400, 'field_invalid'],
    [{ kind: 'payment', id: '1' }, 400, 'field_invalid'],
    [{ kind: 'payment', id: '1', comment: 'x'.repeat(2_001) }, 400, 'field_invalid'],
  ])('is refused: %j', async (body, status, code) => {
    const orderId = await placed();
    expect(await api.ask('PATCH', `${ADMIN}/orders/${orderId}/document-marks`, { body })).toMatchObject({
      status,
      body: { code },
    });
  });
});

describe('the limit of documents that an account sets (T21)', () => {
  it('refuses the one beyond with how many there are of each kind; 0 takes any number', async () => {
    const limit = async (mostDocuments: number) => {
      const answer = await api.ask('PATCH', `${ADMIN}/account`, { body: { mostDocuments } });
      expect(answer.status, answer.text).toBe(200);
    };
    const orderId = await placed();
    const add = () =>
      api.ask('POST', `${ADMIN}/orders/${orderId}/documents`, {
        body: { documentType: 'warranty', custom: { serial: 'AB-1' } },
      });
    await limit(3);
    expect([(await add()).status, (await add()).status]).toEqual([200, 200]);
    expect(await add()).toMatchObject({
      status: 409,
      body: { code: 'too_many_documents', details: { limit: 3, documents: ['payment: 1', 'warranty: 3'] } },
    });
    await limit(0);
    expect((await add()).status).toBe(200);
  });
});
