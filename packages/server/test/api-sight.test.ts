import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAppKey } from '../src/access/app-key-rows.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

/**
 * Who may not see money cannot tell a cheap order from a dear one, and who may not see people cannot tell Ana's from
 * Berta's: two orders that differ in nothing else answer the same on every route.
 */

const orders = `${ADMIN}/orders`;
const READERS = {
  everything: ['orders.view', 'orders.edit', 'orders.refund', 'prices.view', 'personal.view'],
  noPrices: ['orders.view', 'orders.edit', 'orders.refund', 'personal.view'],
  noPeople: ['orders.view', 'orders.edit', 'orders.refund', 'prices.view'],
  neither: ['orders.view', 'orders.edit', 'orders.refund'],
} as const;
type Reader = keyof typeof READERS;

let api: TestApi;
let cheap: string;
let dear: string;
let berta: string;
beforeAll(async () => {
  api = await createTestApi();
  for (const [key, permissions] of Object.entries(READERS)) {
    await ensureAppKey(api.database.serving, 'default', { key, token: key, permissions });
  }
  cheap = await lived(1, ANA);
  dear = await lived(7, ANA);
  berta = await lived(1, BERTA);
});
afterAll(() => api.end());

const ANA = { email: 'ana@example.com', name: 'Ana', word: 'Rua', reason: 'too late' };
const BERTA = { email: 'berta@shop.example', name: 'Berta', word: 'Linz', reason: 'wrong size' };

/** An order with everything that has to do with money or people, at a multiple of its prices. */
async function lived(times: number, person: typeof ANA): Promise<string> {
  const money = (amount: number): number => amount * times;
  const address = { country: 'AT', city: person.word, receiver: person.name };
  const placed = await api.ask('POST', orders, {
    body: {
      ...ORDER,
      lines: ORDER.lines.map((line) => ({
        ...line,
        priceMicros: money(line.priceMicros),
        discountMicros: money(100_000),
      })),
      deliveries: [{ type: 'delivery', price: money(490), address }],
      discounts: [{ id: 'd', name: 'Spring', amount: money(30) }],
      adjustments: [{ id: 'a', kind: 'fee', name: 'Wrapping', amount: money(30) }],
      payments: [{ id: 'p', method: 'card', amount: money(2750) }],
      total: money(2750),
      buyer: { email: person.email, firstName: person.name, lastName: person.word },
      billingAddress: address,
      custom: { wish: person.word },
      attachments: { vtex: { openText: person.word, price: money(12) } },
      note: person.reason,
    },
  });
  expect(placed.status, placed.text).toBe(201);
  const order = placed.body.orderId;
  const at = `${orders}/${order}`;
  for (const [path, body] of [
    ['/payments/p/notify', {}],
    ['/notes', { text: `call ${person.name}` }],
    ['/log', { source: 'erp', message: person.word }],
    ['/start-handling', {}],
    ['/cancellation/request', { reason: person.reason }],
    ['/cancellation/deny', { reason: person.reason }],
    ['/invoices', { number: 'A-1', value: money(2750) }],
    ['/return-invoices', { number: 'R-1', value: money(580), items: [{ lineId: '1', quantity: 1 }] }],
    ['/delivered', {}],
    ['/returns', { items: [{ lineId: '1', quantity: 1, reason: 'no_longer_needed', comment: person.reason }] }],
    ['/returns/1/authorise', { instructions: person.word }],
    ['/returns/1/receipts', {}],
    ['/returns/1/inspections', { items: [{ lineId: '1', accepted: 1, rejected: 0 }] }],
    ['/returns/1/settle', { resolution: 'refund', restockingFee: money(10) }],
    ['/refund', { amount: money(100) }],
  ] as const) {
    const answer = await api.ask('POST', at + path, { body });
    expect(answer.status, `${path} ${answer.text}`).toBe(200);
  }
  return order;
}

const ask = (reader: Reader, method: 'GET' | 'POST', path: string, body?: object) =>
  api.ask(method, path, {
    headers: { 'x-vtex-api-appkey': reader, 'x-vtex-api-apptoken': reader },
    ...(body === undefined ? {} : { body }),
  });

/** The answer without what is different between any two orders. */
const plain = (text: string): string =>
  text
    .replaceAll(/148\d{10}(-\d\d)?/g, 'ORDER')
    .replaceAll(/"(sequence|seq)":\d+/g, '"$1":0')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/"requestId":"[^"]+"/g, '"requestId":""')
    .replaceAll(/"[0-9a-f]{64}"/g, '"HASH"');

/** Every address below an order that may be read, as the document lists them. */
function addresses(order: string): string[] {
  const paths = Object.entries(api.api.swagger().paths ?? {});
  const found = paths.filter(
    ([path, operations]) => 'get' in (operations as object) && /\/orders\/\{orderId\}/.test(path),
  );
  return found
    .filter(([path]) => path.split('{').length === 2)
    .map(([path]) => path.replace('{orderId}', order) + (path.endsWith('/diff') ? '?from=1' : ''));
}

const same = async (reader: Reader, one: string, other: string): Promise<string[]> => {
  const different: string[] = [];
  for (const [index, path] of addresses(one).entries()) {
    const first = await ask(reader, 'GET', path);
    const second = await ask(reader, 'GET', addresses(other)[index] ?? '');
    if (plain(first.text) !== plain(second.text)) different.push(path.replace(one, ':order'));
  }
  return different;
};

const OF_ORDER = ['', '/allowed', '/diff?from=1', '/events', '/ledger', '/log', '/timeline'];

describe('without prices.view', () => {
  it('a cheap and a dear order answer the same on every route', async () => {
    expect(
      addresses('X')
        .map((path) => path.slice(`${orders}/X`.length))
        .sort(),
    ).toEqual(expect.arrayContaining(OF_ORDER));
    expect(await same('noPrices', cheap, dear)).toEqual([]);
    expect(await same('neither', cheap, dear)).toEqual([]);
    // Somebody who sees them knows the difference, so the comparison can fail.
    expect(await same('everything', cheap, dear)).toEqual(
      expect.arrayContaining(['', '/events', '/ledger'].map((path) => `${orders}/:order${path}`)),
    );
  });

  it('nor do they differ in a list, or in the answer to a command or its refusal', async () => {
    for (const reader of ['noPrices', 'neither'] as const) {
      const row = async (order: string) =>
        plain((await ask(reader, 'GET', `${orders}?group=${order.slice(0, 13)}&count=true`)).text);
      expect(await row(cheap)).toBe(await row(dear));
      expect(await row(cheap)).toContain('"total":null');
      for (const [path, body] of [
        ['/notes', { text: 'seen' }],
        ['/refund', { amount: 1_000_000 }],
      ] as const) {
        const told = async (order: string) =>
          plain((await ask(reader, 'POST', `${orders}/${order}${path}`, body)).text);
        expect(await told(cheap)).toBe(await told(dear));
        // So that all three have lived through the same.
        await told(berta);
      }
    }
  });

  it.each(['totalFrom=1', 'totalTo=1', 'sort=total', 'sort=total&order=asc', 'sum=true'])(
    'nothing is found by %s',
    async (query) => {
      for (const reader of ['noPrices', 'neither'] as const) {
        expect(await ask(reader, 'GET', `${orders}?${query}`)).toMatchObject({
          status: 403,
          body: { code: 'permission_missing', details: { permission: 'prices.view' } },
        });
      }
      expect((await ask('everything', 'GET', `${orders}?${query}`)).status).toBe(200);
    },
  );

  it('the log, in which amounts stand as they were hashed, is not given out', async () => {
    expect((await ask('noPrices', 'GET', `${orders}/${cheap}/log`)).status).toBe(403);
  });
});

describe('without personal.view', () => {
  it('orders of two people answer the same on every route', async () => {
    expect(await same('noPeople', cheap, berta)).toEqual([]);
    expect(await same('neither', cheap, berta)).toEqual([]);
    expect(await same('everything', cheap, berta)).toEqual(
      expect.arrayContaining(['', '/events'].map((path) => `${orders}/:order${path}`)),
    );
  });

  it('the log, in which reasons stand as they were hashed, is not given out; what is personal in it is encrypted', async () => {
    expect((await ask('noPeople', 'GET', `${orders}/${berta}/log`)).status).toBe(403);
    const { status, text } = await ask('everything', 'GET', `${orders}/${berta}/log`);
    expect(status).toBe(200);
    for (const word of Object.values(BERTA)) expect(text).not.toContain(word);
  });

  it('a person who was not forgotten is not said to be', async () => {
    expect((await ask('neither', 'GET', `${orders}/${berta}`)).body).toMatchObject({ forgotten: false, buyer: null });
  });

  it('nobody is found by name, mail or beginning of a word, and orders still are by their numbers', async () => {
    const found = async (reader: Reader, query: string) => {
      const answer = await ask(reader, 'GET', `${orders}?${query}`);
      return answer.status === 200 ? answer.body.orders.length : answer.body;
    };
    expect(await found('everything', 'q=berta')).toBe(1);
    expect(await found('everything', 'q=berta@shop.example')).toBe(1);
    for (const reader of ['noPeople', 'neither'] as const) {
      for (const words of ['berta', 'berta@shop.example', 'linz', 'shop', 'Berta Linz']) {
        expect(await found(reader, `q=${encodeURIComponent(words)}`), words).toBe(0);
      }
      for (const query of ['q=ber*', 'q=tea+ber*', 'email=berta@shop.example']) {
        expect(await found(reader, query), query).toMatchObject({
          code: 'permission_missing',
          details: { permission: 'personal.view' },
        });
      }
      expect(await found(reader, `q=${berta}`)).toBe(1);
      expect(await found(reader, `q=${berta.slice(0, 13)}`)).toBe(1);
      expect(await found(reader, 'q=tea-100')).toBe(3);
      expect(await found(reader, 'q=A-1')).toBe(3);
    }
  });

  it('the reason that somebody typed is hidden, and those that we wrote are shown', async () => {
    const headers = { 'docket-reason': 'Berta rang' };
    const { body } = await api.ask('POST', orders, { body: ORDER, headers });
    await api.ask('POST', `${orders}/${body.orderId}/notes`, { body: { text: 'x' } });
    const told = async (reader: Reader) => (await ask(reader, 'GET', `${orders}/${body.orderId}/events`)).body.events;
    expect(await told('everything')).toMatchObject([{ reason: 'Berta rang' }, { reason: 'asked over the API' }]);
    for (const reader of ['noPeople', 'neither'] as const) {
      expect(await told(reader)).toMatchObject([{ reason: null }, { reason: 'asked over the API' }]);
    }
  });
});
