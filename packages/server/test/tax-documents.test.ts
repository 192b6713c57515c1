import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFollowerPool } from '../src/database/follower.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';
import { type AvataxServer, startAvatax } from './setup/avatax-server.js';
import { createTaxWork } from './tax-work.js';

let api: TestApi;
let avatax: AvataxServer;
let follower: ReturnType<typeof createFollowerPool>;

beforeAll(async () => {
  avatax = await startAvatax();
  api = await createTestApi({ privateCalls: true });
  follower = createFollowerPool(api.database, { max: 4, applicationName: 'test taxes' });
  work = createTaxWork(api, follower, (order, now) =>
    cancelled.has(order.head.orderId)
      ? { ...order, head: { ...order.head, cancellation: { reason: null, at: now } as never } }
      : order,
  );
  await setUp();
  await withKey();
});
afterAll(async () => {
  await follower.end();
  await api.end();
  await avatax.close();
});
beforeEach(() => void avatax.asked.splice(0));
afterEach(() => void avatax.next.splice(0));

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  api.ask(method, `${ADMIN}/${path}`, body === undefined ? {} : { body });
async function send(method: 'POST' | 'PUT', path: string, body: object) {
  const answer = await ask(method, path, body);
  expect([200, 201, 202, 204], answer.text).toContain(answer.status);
  return answer.body;
}

/** How the store of the tests charges tax. */
const setUp = (changes: object = {}) =>
  send('PUT', 'tax-settings/default', {
    provider: 'avatax',
    shipFrom: { country: 'US', region: 'ID', postalCode: '83702', city: 'Boise' },
    taxCodes: { standard: 'P0000000' },
    serviceUrl: avatax.url,
    serviceAccount: avatax.accountId,
    companyCode: 'DOCKET',
    ...changes,
  });

const withKey = () => send('PUT', 'tax-settings/default/licence-key', { licenceKey: avatax.licenceKey });
const BOOKS = () => `${avatax.url} ${avatax.accountId} DOCKET`;

/** Orders with papers that are cancelled all the same, as none is by the rules of today. */
const cancelled = new Set<string>();
let work: () => Promise<void>;

const ORDER = {
  currency: 'USD',
  workflow: 'free',
  taxed: true,
  customerId: 'ana',
  lines: [
    { sku: 'MUG', name: 'Mug', quantity: 2, priceMicros: 20_000_000 },
    { sku: 'POT', name: 'Pot', quantity: 1, priceMicros: 30_000_000 },
  ],
  discounts: [{ id: 'spring', name: 'Spring', amount: 700 }],
  deliveries: [
    { type: 'delivery', price: 500, address: { country: 'US', state: 'WA', city: 'Seattle', postalCode: '98101' } },
  ],
  // 63.00 of goods and 5.00 of shipping at 8 %
  total: 6_800 + 544,
};
const place = async (changes: object = {}) => (await send('POST', 'orders', { ...ORDER, ...changes })).orderId;
const invoice = (orderId: string, number: string, value: number, items?: object[]) =>
  send('POST', `orders/${orderId}/invoices`, { number, value, ...(items === undefined ? {} : { items }) });
const documents = async (orderId: string) =>
  (await ask('GET', `orders/${orderId}/tax-documents`)).body.items as unknown as Record<string, unknown>[];
const keptOf = (orderId: string) =>
  [...avatax.kept]
    .filter(([key]) => key.includes(orderId))
    .map(([key, kept]) => [key.split('/').at(-1), kept] as const);
const written = () => avatax.asked.map(({ what }) => what.split('?')[0]?.split('/').at(-1));

describe('a tax service', () => {
  it('is asked when an order is placed, and keeps nothing of it before its invoice', async () => {
    const orderId = await place();
    expect(written()).toEqual(['create']);
    await work();
    expect(keptOf(orderId)).toEqual([]);
    expect(await documents(orderId)).toEqual([]);
  });

  it('keeps a sale for each invoice; all of them come to the tax of the order, to the cent', async () => {
    const orderId = await place();
    await invoice(orderId, 'A-1', 2500, [{ lineId: '1', quantity: 1 }]);
    await work();
    await invoice(orderId, 'A-2', 7344 - 2500, [
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 1 },
    ]);
    await work();
    const kept = keptOf(orderId);
    expect(kept.map(([paper, { status }]) => [paper, status])).toEqual([
      ['A-1', 'Committed'],
      ['A-2', 'Committed'],
    ]);
    const cents = (of: 'totalTax' | 'totalAmount') => Math.round(kept.reduce((sum, [, one]) => sum + one[of] * 100, 0));
    expect([cents('totalAmount'), cents('totalTax')]).toEqual([6800, 544]);
    expect(await documents(orderId)).toMatchObject([
      { paper: 'A-1', state: 'filed', kind: 'sale', provider: 'avatax', error: null, tries: 0 },
      { paper: 'A-2', state: 'filed' },
    ]);
    const [first] = await documents(orderId);
    expect(first?.['charged']).toBe(first?.['tax']);
    expect(first?.['lastRequest']).toContain('createoradjust');
    expect(first?.['lastAnswer']).toContain('Committed');
  });

  it('is told nothing twice: not when the same event is followed again, not when the order is told again', async () => {
    const orderId = await place();
    await invoice(orderId, 'B-1', 7344);
    await work();
    await api.database.owner.query(
      "update tax_positions set position = 0 from (select set_config('docket.accounts', 'default', false)) s",
    );
    avatax.asked.splice(0);
    await work();
    expect(written()).toEqual([]);
    await send('POST', `orders/${orderId}/tax-documents/send`, {});
    await work();
    expect(written()).toEqual(['createoradjust']);
    expect(keptOf(orderId)).toHaveLength(1);
    expect(keptOf(orderId)[0]?.[1].writes).toBe(2);
  });

  it('that kept a document and crashed the wire has it once, and so have we', async () => {
    const orderId = await place();
    await invoice(orderId, 'C-1', 7344);
    avatax.next.push('answer lost');
    await work();
    expect(await documents(orderId)).toMatchObject([{ state: 'waiting', error: 'no_answer', tries: 1, tax: null }]);
    expect(keptOf(orderId)).toHaveLength(1);
    await work();
    expect(await documents(orderId)).toMatchObject([{ state: 'filed', error: null, tries: 0 }]);
    expect(keptOf(orderId)).toHaveLength(1);
  });

  it('T25: of a cancelled order is sent a void, never a document', async () => {
    const orderId = await place();
    await send('POST', `orders/${orderId}/status`, { status: 'Cancelled' });
    avatax.asked.splice(0);
    await work();
    expect(written()).toEqual([]);
    await send('POST', `orders/${orderId}/tax-documents/send`, {});
    await work();
    expect(written()).toEqual(['void']);
    expect(avatax.asked[0]).toMatchObject({ body: { code: 'DocVoided' } });
    expect(keptOf(orderId)).toEqual([]);
    expect(await documents(orderId)).toMatchObject([{ state: 'voided', error: null, tax: 0 }]);
    await send('POST', 'tax-runs', { store: 'default' });
    await work();
    expect(keptOf(orderId)).toEqual([]);
  });

  it('is told of what comes back', async () => {
    const orderId = await place();
    await invoice(orderId, 'E-1', 7344);
    await send('POST', `orders/${orderId}/packages`, {});
    await send('POST', `orders/${orderId}/return-invoices`, {
      number: 'R-1',
      value: 2000,
      items: [{ lineId: '1', quantity: 1 }],
    });
    await work();
    const [, refund] = keptOf(orderId);
    expect(refund).toMatchObject(['R-1', { status: 'Committed', transaction: { type: 'ReturnInvoice' } }]);
    const back = (refund?.[1].totalAmount ?? 0) + (refund?.[1].totalTax ?? 0);
    expect(Math.round(back * 100)).toBe(-2000);
    expect(await documents(orderId)).toMatchObject([
      { paper: 'E-1' },
      { paper: 'R-1', kind: 'refund', state: 'filed' },
    ]);
  });

  it('that refuses holds up nothing: the order goes on, the failure is seen, and is mended by hand', async () => {
    const orderId = await place();
    await send('POST', `orders/${orderId}/notes`, { text: 'goes on' });
    await invoice(orderId, 'F-1', 7344);
    await send('PUT', 'tax-settings/default/licence-key', { licenceKey: 'expired' });
    await work();
    expect(await documents(orderId)).toMatchObject([{ state: 'failed', error: 'credentials_refused', tries: 1 }]);
    const failed = (await ask('GET', 'tax-documents?state=failed')).body.items;
    expect(failed).toMatchObject([{ orderId, paper: 'F-1' }]);
    const tasks = (await ask('GET', 'tasks')).body.items;
    expect(tasks).toMatchObject([{ kind: 'tax_documents', orderId }]);
    await send('PUT', 'tax-settings/default/licence-key', { licenceKey: avatax.licenceKey });
    await send('POST', `orders/${orderId}/tax-documents/send`, {});
    await work();
    expect(await documents(orderId)).toMatchObject([{ state: 'filed', error: null }]);
  });

  it('that is down is asked again by itself', async () => {
    const orderId = await place();
    await invoice(orderId, 'G-1', 7344);
    avatax.next.push(503);
    await work();
    expect(await documents(orderId)).toMatchObject([{ state: 'waiting', error: 'server_failed' }]);
    await work();
    expect(await documents(orderId)).toMatchObject([{ state: 'filed' }]);
  });

  it('is told of all orders of a store again, without doubling, page by page', async () => {
    const before = [...avatax.kept.keys()];
    const run = await send('POST', 'tax-runs', { store: 'default' });
    expect(run).toMatchObject({ store: 'default', endedAt: null, orders: 0 });
    avatax.asked.splice(0);
    await work();
    const { items } = (await ask('GET', 'tax-runs')).body;
    expect(items).toMatchObject([{ orders: 8 }, {}]);
    expect(items[0]).not.toMatchObject({ endedAt: null });
    expect([...avatax.kept.keys()]).toEqual(before);
    expect(written().filter((call) => call === 'createoradjust').length).toBeGreaterThan(5);
    expect(await ask('POST', 'tax-runs', { store: 'nowhere' })).toMatchObject({
      status: 422,
      body: { code: 'store_unknown' },
    });
  });

  it('has its documents read page by page over all orders, and forgets what was sent about a person', async () => {
    const first = (await ask('GET', 'tax-documents?limit=3')).body;
    expect(first.items).toHaveLength(3);
    const rest = (await ask('GET', `tax-documents?after=${String(first.next)}`)).body;
    const total = [...first.items, ...rest.items] as { code: string }[];
    expect(new Set(total.map(({ code }) => code)).size).toBe(total.length);
    expect(total.length).toBe(9);
    const [one] = total as unknown as { orderId: string }[];
    await send('POST', 'forgettings', { customerId: 'ana', reason: 'asked for it' });
    expect(await documents(one?.orderId ?? '')).toMatchObject([{ lastRequest: null, lastAnswer: null }]);
  });
});

describe('a sale that was filed', () => {
  const filed = async (paper: string, changes: object = {}): Promise<string> => {
    const orderId = await place({ customerId: 'ben', ...changes });
    await invoice(orderId, paper, 7344);
    await work();
    expect(keptOf(orderId)).toMatchObject([[paper, { status: 'Committed' }]]);
    avatax.asked.splice(0);
    return orderId;
  };
  /** Follows the log of the account once more, so that every order is looked at. */
  const lookAgain = async () => {
    await api.database.owner.query(
      "update tax_positions set position = 0 from (select set_config('docket.accounts', 'default', false)) s",
    );
    await work();
  };

  it.each<[string, object]>([
    ['rates', { provider: 'rates' }],
    ['none', { provider: 'none' }],
    ['another account of it', { serviceAccount: '3000000000' }],
    ['another company', { companyCode: 'ELSEWHERE' }],
  ])(
    'with a service that the store left for %s stays in sight when its order is cancelled, until that service strikes it out',
    async (left, changes) => {
      const paper = `H-${left}`;
      const orderId = await filed(paper);
      await setUp(changes);
      if ('serviceAccount' in changes) await withKey();
      cancelled.add(orderId);
      for (let tries = 0; tries < 2; tries += 1) {
        await lookAgain();
        expect(await documents(orderId)).toMatchObject([
          { state: 'failed', error: 'provider_changed', provider: 'avatax', service: BOOKS() },
        ]);
      }
      const tasks = (await ask('GET', 'tasks')).body.items as unknown as { orderId: string; lastError: string }[];
      expect(tasks.find((task) => task.orderId === orderId)?.lastError).toContain('provider_changed');
      expect(written()).not.toContain('void');
      expect(keptOf(orderId)).toMatchObject([[paper, { status: 'Committed' }]]);
      await setUp();
      if ('serviceAccount' in changes) await withKey();
      await send('POST', `orders/${orderId}/tax-documents/send`, {});
      await work();
      expect(await documents(orderId)).toMatchObject([{ state: 'voided', error: null }]);
      expect(keptOf(orderId)).toMatchObject([[paper, { status: 'Cancelled' }]]);
    },
  );

  it('before anybody wrote down whose books they are is taken for one of those that the store has', async () => {
    const orderId = await filed('H-unknown');
    await api.database.owner.query(
      "update tax_documents set service = null from (select set_config('docket.accounts', 'default', false)) s",
    );
    cancelled.add(orderId);
    await lookAgain();
    expect(await documents(orderId)).toMatchObject([{ state: 'voided', error: null, service: BOOKS() }]);
    expect(keptOf(orderId)).toMatchObject([['H-unknown', { status: 'Cancelled' }]]);
  });

  it('is not filed again for where the store ships from, what its products are and who pays no tax today', async () => {
    const orderId = await filed('I-1');
    const writes = () => keptOf(orderId)[0]?.[1].writes;
    await setUp({ shipFrom: { country: 'US', region: 'OR', postalCode: '97201', city: 'Portland' }, shippingCategory: 'freight' }); // prettier-ignore
    await send('PUT', 'customers/ben', { email: 'ben@example.org', taxExemption: 'A' });
    await lookAgain();
    expect(writes()).toBe(1);
    await setUp();
  });

  it('is left alone when its buyer was forgotten, and struck out all the same when the order is cancelled', async () => {
    const orderId = await filed('J-1', { customerId: 'carl' });
    await send('POST', 'forgettings', { customerId: 'carl', reason: 'asked for it' });
    await lookAgain();
    expect(keptOf(orderId)[0]?.[1].writes).toBe(1);
    await send('POST', `orders/${orderId}/tax-documents/send`, {});
    await work();
    expect(keptOf(orderId)[0]?.[1].writes).toBe(1);
    cancelled.add(orderId);
    await lookAgain();
    expect(keptOf(orderId)).toMatchObject([['J-1', { status: 'Cancelled' }]]);
    expect(await documents(orderId)).toMatchObject([{ state: 'voided', lastRequest: null, lastAnswer: null }]);
  });
});
