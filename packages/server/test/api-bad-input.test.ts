/* eslint-disable @typescript-eslint/no-unsafe-assignment -- expect.any() and its like are any */
import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_ROUTES } from '../src/api/native/command-routes.js';
import { anyValue, mutated, NASTY } from './rubbish.js';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
let orderId: string;
beforeAll(async () => {
  api = await createTestApi();
  orderId = (await api.ask('POST', `${ADMIN}/orders`, { body: ORDER })).body.orderId;
});
afterAll(() => api.end());

const orders = `${ADMIN}/orders`;

describe('a body', () => {
  it.each([
    ['no JSON', '{"currency": EUR}', 400, 'json_invalid'],
    ['a JSON text cut off', '{"currency":"EU', 400, 'json_invalid'],
    ['nothing', '', 400, 'field_missing'],
    ['invalid UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 400, 'encoding_invalid'],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 400, 'encoding_invalid'],
    ['a number', '7', 400, 'field_invalid'],
    ['a prototype', '{"__proto__":{"total":1}}', 400, 'json_invalid'],
    ['half a million brackets', '['.repeat(500_000) + ']'.repeat(500_000), 400, 'field_invalid'],
    ['NUL in a name', JSON.stringify({ ...ORDER, buyer: { firstName: 'a\0b' } }), 400, 'text_invalid'],
    ['half a surrogate pair', '{"currency":"EUR","lines":[],"total":0,"note":"\\ud800"}', 400, 'text_invalid'],
    [
      'a number beyond every double',
      JSON.stringify({ ...ORDER, custom: { n: 1 } }).replace('"n":1', '"n":1e999'),
      400,
      'field_invalid',
    ],
  ])('of %s is refused', async (_name, payload, status, code) => {
    const before = await api.countEvents();
    const refused = await api.ask('POST', orders, { payload });
    expect(refused, refused.text.slice(0, 300)).toMatchObject({ status, body: { code } });
    expect(await api.countEvents()).toBe(before);
  });

  it('of NUL names the field', async () => {
    const refused = await api.ask('POST', orders, { body: { ...ORDER, lines: [{ ...ORDER.lines[0], name: 'x\0' }] } });
    expect(refused.body).toMatchObject({ code: 'text_invalid', pointer: '/lines/0/name' });
  });

  it.each([
    ['text/plain', '{}'],
    ['application/xml', '<order/>'],
    ['application/x-www-form-urlencoded', 'a=b'],
    ['application/json; charset=iso-8859-1', '{}'],
    ['no/type/at/all', '{}'],
  ])('as %s is 415', async (type, payload) => {
    const refused = await api.ask('POST', orders, { payload, headers: { 'content-type': type } });
    expect(refused).toMatchObject({ status: 415, body: { code: 'content_type_unsupported' } });
  });

  it('that is compressed is 415', async () => {
    const refused = await api.ask('POST', orders, { body: ORDER, headers: { 'content-encoding': 'gzip' } });
    expect(refused.status).toBe(415);
  });

  it('of 10 MB is 413, over a real connection too', async () => {
    const note = 'x'.repeat(10 * 1024 * 1024);
    const refused = await api.ask('POST', `${orders}/${orderId}/notes`, { body: { text: note } });
    expect(refused).toMatchObject({ status: 413, body: { code: 'body_too_large', details: { limit: 1_048_576 } } });
    await api.api.listen({ port: 0, host: '127.0.0.1' });
    expect(await sendOverSocket(note)).toBe(413);
    expect((await api.ask('GET', `${orders}/${orderId}`)).status).toBe(200);
  });
});

function sendOverSocket(text: string): Promise<number> {
  const { port } = api.api.server.address() as AddressInfo;
  const authorization = `Basic ${Buffer.from('docket-demo:docket-demo-token').toString('base64')}`;
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const sent = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: orders, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    // The server may close while we still write; what counts is the answer that came before.
    sent.on('error', (error) => setTimeout(() => reject(error), 200));
    sent.end(JSON.stringify({ note: text }));
  });
}

describe('bytes that are no HTTP', () => {
  it('are answered with 400 and end the connection, not the server', async () => {
    const { port } = api.api.server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('RUBBISH\r\n\r\n'));
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"request_invalid"');
    expect((await api.ask('GET', '/healthz')).status).toBe(200);
  });
});

describe('text that looks like code', () => {
  it('is kept as it is in every text field, and does nothing', async () => {
    for (const text of NASTY.slice(0, 6)) {
      const body = {
        ...ORDER,
        buyer: { email: text, firstName: text, lastName: text, company: text },
        lines: [{ ...ORDER.lines[0], name: text, seller: text }, ORDER.lines[1]],
        custom: { [text]: text },
        tags: [text],
        note: text,
      };
      const placed = await api.ask('POST', orders, { body });
      expect(placed.status, placed.text).toBe(201);
      expect(placed.body).toMatchObject({
        custom: { [text]: text },
        tags: [text],
        notes: [{ text }],
        lines: [{ name: text }, {}],
      });
      const found = await api.ask('GET', `${orders}?tag=${encodeURIComponent(text)}`);
      expect(found.status, found.text).toBe(200);
    }
  });
});

const item = { sku: 'TEA-100', quantity: 1 };
const VALID: Record<string, object> = {
  place: {
    ...ORDER,
    externalIds: { shop: 'X-1' },
    customerId: 'c1',
    billingAddress: { country: 'AT', street: 'x' },
    discounts: [{ id: 'd', name: 'd', amount: 0 }],
    adjustments: [{ id: 'a', kind: 'fee', name: 'f', amount: 0 }],
    totals: { items: 2290, shipping: 490 },
    custom: { a: { b: 1 } },
    attachments: { vtex: { x: 1 } },
    tags: ['t'],
    note: 'n',
    group: { id: '1480000000001', position: 2 },
    incomplete: true,
  },
  complete_placement: { payments: [{ method: 'card', amount: 2780 }] },
  approve_payment: { amount: 1 },
  deny_payment: { message: 'no' },
  request_cancellation: { reason: 'r', byBuyer: true },
  confirm_cancellation: { reason: 'r' },
  deny_cancellation: { requestId: '1', reason: 'r' },
  issue_invoice: { number: 'A', value: 1, items: [item], issuedAt: '2026-01-01T00:00:00Z', package: { carrier: 'p' } },
  send_package: {
    packageId: 'p',
    items: [item],
    invoiceNumber: 'A',
    force: true,
    carrier: 'x',
    trackingUrl: 'https://x.example',
  },
  update_package: { carrier: 'x', trackingNumber: '1' },
  track_package: { events: [{ at: '2026-01-01T00:00:00Z', description: 'd' }], delivered: true },
  mark_delivered: { deliveredAt: '2026-01-01T00:00:00Z' },
  close_short: { reason: 'r' },
  issue_return_invoice: { number: 'R', value: 1, items: [item], refund: 0, restock: true },
  track_return: { carrier: 'x', events: [{ at: '2026-01-01T00:00:00Z', description: 'd' }], delivered: true },
  refund: { amount: 1, reason: 'r' },
  set_status: { status: 'New' },
  edit_order: { changes: [{ change: 'remove_line', lineId: '1' }] },
  add_note: { text: 't' },
  add_log_entry: { source: 's', message: 'm' },
  change_tags: { add: ['a'], remove: ['b'] },
  assign: { assignee: 'ana' },
  bulk: { items: [{ order: ORDER, idempotencyKey: 'k' }, { order: { ...ORDER, note: 'n' } }] },
  products: {
    items: [
      { sku: 'S', name: 'n', gtin: '4006381333931', priceMicros: 1, currency: 'EUR', counted: true, place: 'main' },
    ],
  },
  stock: { items: [{ sku: 'S', place: 'main', onHand: 5 }] },
  customers: { items: [{ customerId: 'c1', email: 'a@example.com', firstName: 'A' }] },
  views: {
    name: 'v',
    shared: true,
    query: { q: 'a b', tag: ['t'], totalFrom: 1, late: true },
    columns: ['a'],
    position: 1,
  },
  'shipping-methods': { items: [{ code: 'post', name: 'Post', price: 100, currency: 'EUR' }] },
};

interface Target {
  readonly name: string;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: () => string;
}

const anId = (path: string): string => path.replace(':paymentId', '1').replace(':packageId', 'p');
const TARGETS: readonly Target[] = [
  { name: 'place', method: 'POST', path: () => orders },
  { name: 'bulk', method: 'POST', path: () => `${orders}/bulk` },
  ...COMMAND_ROUTES.map(({ command, method, path }) => ({
    name: command,
    method,
    path: () => `${orders}/${orderId}${anId(path)}`,
  })),
  ...['products', 'stock', 'customers', 'shipping-methods', 'views'].map((name) => ({
    name,
    method: 'POST' as const,
    path: () => `${ADMIN}/${name}`,
  })),
];

/** An order of the free workflow, where no step stands before what the rubbish says; one tea is invoiced and sent. */
async function openOrder(): Promise<string> {
  const placed = await api.ask('POST', orders, { body: { ...ORDER, workflow: 'free' } });
  const id = placed.body.orderId;
  const invoice = { number: 'A-1', value: 590, items: [item], package: { carrier: 'Post' } };
  expect((await api.ask('POST', `${orders}/${id}/invoices`, { body: invoice })).status).toBe(200);
  expect((await api.ask('POST', `${orders}/${id}/packages`, { body: { packageId: 'p', items: [item] } })).status).toBe(
    200,
  );
  return id;
}

describe('rubbish', () => {
  it.each(TARGETS)(
    'sent to $name never breaks the server, and what is refused leaves nothing behind',
    async ({ name, method, path }) => {
      orderId = await openOrder();
      const body = fc.oneof({ weight: 4, arbitrary: mutated(VALID[name] ?? {}) }, { weight: 1, arbitrary: anyValue });
      await fc.assert(
        fc.asyncProperty(body, async (rubbish) => {
          const before = await api.countEvents();
          const answer = await api.ask(method, path(), { body: rubbish });
          expect(answer.status, answer.text.slice(0, 500)).toBeLessThan(500);
          if (answer.status < 400) return;
          expect(answer.body).toMatchObject({
            status: answer.status,
            code: expect.any(String),
            requestId: expect.any(String),
          });
          expect(await api.countEvents()).toBe(before);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('in addresses, queries and headers never breaks the server', async () => {
    const segment = fc.oneof(
      fc.constantFrom(...NASTY.filter((text) => text.length < 1000 && text !== '\ud800')),
      fc.string({ unit: 'grapheme' }),
    );
    const header = fc.string({
      unit: fc.integer({ min: 0x20, max: 0xff }).map((byte) => String.fromCharCode(byte)),
      maxLength: 300,
    });
    const parameter = fc.constantFrom(
      'q',
      'status',
      'sort',
      'limit',
      'cursor',
      'createdFrom',
      'totalFrom',
      'externalId',
      'orionStatus',
      'vtexStatus',
      'dueFrom',
      'group',
      'customerId',
      'gtin',
      'count',
      'offset',
      'after',
    );
    const ofHistory = fc.constantFrom('version', 'at', 'from', 'to', 'limit', 'order', 'type');
    await fc.assert(
      fc.asyncProperty(segment, parameter, ofHistory, header, async (text, name, historyName, value) => {
        const escaped = encodeURIComponent(text);
        for (const path of [
          `${orders}/${escaped}`,
          `${orders}/${escaped}/events?from=${escaped}`,
          `${orders}/${escaped}/log`,
          `${orders}/${orderId}/events?${historyName}=${escaped}`,
          `${orders}/${orderId}?${historyName}=${escaped}`,
          `${orders}/${orderId}/timeline?${historyName}=${escaped}`,
          `${orders}/${orderId}/diff?from=${escaped}&to=${escaped}`,
          // Never a type, or the stream would be there and not end.
          `${orders}/stream?type=no-${escaped}`,
          `${orders}?${name}=${escaped}`,
          `${ADMIN}/products?${name}=${escaped}`,
          `${ADMIN}/stock?after=${escaped}`,
        ]) {
          const answer = await api.ask('GET', path);
          expect(answer.status, `${path} ${answer.text}`).toBeLessThan(500);
        }
        const headers = {
          'idempotency-key': value,
          'if-match': value,
          prefer: value,
          'docket-reason': value,
          'docket-acting-as': value,
          'if-none-match': value,
        };
        const answer = await api.ask('POST', `${orders}/${orderId}/payments/${escaped}/approve`, { headers });
        expect(answer.status, answer.text).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });
});
