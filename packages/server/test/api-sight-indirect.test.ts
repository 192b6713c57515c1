import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';
import { askOutside, bearer, place, signIn } from './shoppers.js';

/** What somebody may not see they do not learn on a detour either: previews, links, saved views, histories, refusals. */

let api: TestApi;
let orderId: string;
let clerk: { readonly key: string; readonly secret: string };
beforeAll(async () => {
  api = await createTestApi();
  orderId = await place(api, { buyer: { email: 'berta@shop.example', firstName: 'Berta' }, workflow: 'free' });
  const made = await api.ask('POST', `${ADMIN}/keys`, { body: { label: 'Clerk' } });
  clerk = made.body as unknown as typeof clerk;
});
afterAll(() => api.end());

type Body = Record<string, unknown>;

/** Asks as one and the same key, which holds these permissions from this request on. */
async function askWith(permissions: readonly string[], method: 'GET' | 'POST', path: string, body?: object, more = {}) {
  const changed = await api.ask('PATCH', `${ADMIN}/keys/${clerk.key}`, { body: { permissions } });
  expect(changed.status, changed.text).toBe(200);
  const headers = { 'x-vtex-api-appkey': clerk.key, 'x-vtex-api-apptoken': clerk.secret, ...more };
  const answer = await api.ask(method, `${ADMIN}${path}`, { headers, ...(body === undefined ? {} : { body }) });
  return { ...answer, body: answer.body as unknown as Body };
}

const CLERK = ['orders.view', 'orders.edit', 'orders.refund', 'orders.share', 'settings.view'];
const preview = { prefer: 'preview' };

describe('a preview', () => {
  const refund = { amount: 1_000_000 };

  it('is not made for who sees no amounts: what it refuses would tell them without a trace', async () => {
    for (const path of [`/orders/${orderId}/refund`, `/orders/${orderId}/payments/1/approve`]) {
      const refused = await askWith([...CLERK, 'personal.view'], 'POST', path, refund, preview);
      expect(refused).toMatchObject({ status: 403, body: { details: { permission: 'prices.view' } } });
    }
    const { rows } = await api.database.owner.query('select from previews');
    expect(rows).toEqual([]);
  });

  it('leaves out people for who does not see them, when it is made and when it is read again', async () => {
    const seer = [...CLERK, 'prices.view'];
    const made = await askWith(seer, 'POST', `/orders/${orderId}/notes`, { text: 'call Berta' }, preview);
    expect(made.status, made.text).toBe(200);
    const again = await askWith(seer, 'GET', `/previews/${String(made.body['token'])}`);
    for (const { text, body } of [made, again]) {
      expect(text).not.toContain('Berta');
      expect(text).not.toContain('berta@shop.example');
      expect(body).toMatchObject({ order: { buyer: null, totals: { total: 2780 } } });
    }
    const whole = await askWith([...seer, 'personal.view'], 'GET', `/previews/${String(made.body['token'])}`);
    expect(whole.text).toContain('call Berta');
  });

  it('that is outdated does not tell the difference to who may no longer see it', async () => {
    const all = [...CLERK, 'prices.view', 'personal.view'];
    const path = `/orders/${orderId}/tags`;
    const made = await askWith(all, 'POST', path, { add: ['x'] }, preview);
    expect((await api.ask('POST', `${ADMIN}${path}`, { body: { add: ['x'] } })).status).toBe(200);
    const commit = `/previews/${String(made.body['token'])}/commit`;
    for (const permissions of [all, [...CLERK, 'prices.view'], [...CLERK, 'personal.view']]) {
      const refused = await askWith(permissions, 'POST', commit, {});
      expect(refused.body['code']).toBe('preview_outdated');
      expect('difference' in refused.body).toBe(permissions === all);
    }
  });
});

describe('a link that opens an order', () => {
  it('is made only by who sees what it shows', async () => {
    for (const [permission, other] of [
      ['prices.view', 'personal.view'],
      ['personal.view', 'prices.view'],
    ] as const) {
      const refused = await askWith([...CLERK, other], 'POST', `/orders/${orderId}/guest-links`, {});
      expect(refused).toMatchObject({ status: 403, body: { details: { permission } } });
    }
    const made = await askWith(
      [...CLERK, 'prices.view', 'personal.view'],
      'POST',
      `/orders/${orderId}/guest-links`,
      {},
    );
    expect(made.status).toBe(201);
  });
});

describe('the saved view of another', () => {
  it('does not tell whom they looked for to who sees no people', async () => {
    const query = { q: 'berta', email: ['berta@shop.example'], tag: ['red'] };
    const saved = await api.ask('POST', `${ADMIN}/views`, { body: { name: 'Hers', shared: true, query } });
    expect(saved.status, saved.text).toBe(201);
    const { viewId } = saved.body as unknown as { viewId: string };
    for (const path of ['/views', `/views/${viewId}`]) {
      const { text } = await askWith(CLERK, 'GET', path);
      expect(text).toContain('red');
      expect(text).not.toContain('berta');
      expect((await askWith([...CLERK, 'personal.view'], 'GET', path)).text).toContain('berta@shop.example');
    }
    // Nor does it find her for them.
    expect((await askWith(CLERK, 'GET', `/orders?view=${viewId}`)).status).toBe(403);
  });

  it('filters by no amount for who sees none', async () => {
    for (const query of [{ totalFrom: 1 }, { totalTo: 1 }, { sort: 'total' }]) {
      const saved = await api.ask('POST', `${ADMIN}/views`, { body: { name: 'Dear', shared: true, query } });
      const { viewId } = saved.body as unknown as { viewId: string };
      const refused = await askWith(CLERK, 'GET', `/orders?view=${viewId}`);
      expect(refused).toMatchObject({ status: 403, body: { details: { permission: 'prices.view' } } });
      expect((await askWith(CLERK, 'GET', `/orders?view=${viewId}&count=true`)).status).toBe(403);
    }
  });
});

describe('a command of who may not read orders', () => {
  it('is answered with a receipt, whatever was asked for, and not previewed', async () => {
    const path = `/orders/${orderId}/notes`;
    const sent = await askWith(['orders.edit', 'prices.view', 'personal.view'], 'POST', path, { text: 'blind' });
    expect(Object.keys(sent.body).sort()).toEqual(
      ['amountDue', 'currency', 'number', 'orderId', 'status', 'total', 'version'].sort(),
    );
    expect(sent.headers['etag']).toBe(`"${String(sent.body['version'])}"`);
    const refused = await askWith(['orders.edit', 'prices.view'], 'POST', path, { text: 'blind' }, preview);
    expect(refused).toMatchObject({ status: 403, body: { details: { permission: 'orders.view' } } });
    const placed = await askWith(['orders.place'], 'POST', '/orders', ORDER);
    expect(placed).toMatchObject({ status: 201, body: { orderId: expect.any(String) as string, total: null } });
    expect(placed.body).not.toHaveProperty('lines');
    const reader = await askWith(['orders.view', 'orders.edit'], 'POST', path, { text: 'seen' });
    expect(reader.body).toHaveProperty('lines');
  });
});

describe('the history of all settings', () => {
  it('tells of the kinds alone that the caller may read', async () => {
    await api.ask('POST', `${ADMIN}/products`, {
      body: { items: [{ sku: 'S', name: 'Samovar', priceMicros: 7_770_000, currency: 'EUR' }] },
    });
    await api.ask('PUT', `${ADMIN}/stores/graz`, { body: { name: 'Graz' } });
    const seen = await askWith(CLERK, 'GET', '/settings-changes');
    expect(seen.text).toContain('Graz');
    expect(seen.text).not.toContain('Samovar');
    expect(await askWith(CLERK, 'GET', '/settings-changes?kind=product')).toMatchObject({
      status: 403,
      body: { details: { permission: 'catalogue.view' } },
    });
    expect((await askWith([...CLERK, 'catalogue.view'], 'GET', '/settings-changes')).text).toContain('Samovar');
  });
});

describe('a shopper who is refused', () => {
  it('learns the reason, and nothing of the steps behind it', async () => {
    const id = await place(api, { buyer: { email: 'cleo@shop.example' } });
    const { headers } = bearer(await signIn(api, 'cleo@shop.example'));
    const stale = { ...headers, 'if-match': '"9"' };
    const refused = await askOutside(api, 'POST', `orders/${id}/cancellation`, { body: {}, headers: stale });
    expect(refused).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    expect(refused.body).not.toHaveProperty('details');
    // The house itself is told the figures.
    const told = await api.ask('POST', `${ADMIN}/orders/${id}/notes`, { body: { text: 'x' }, headers: { 'if-match': '"9"' } }); // prettier-ignore
    expect(told.body).toHaveProperty('details');
  });
});
