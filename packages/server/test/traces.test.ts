import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compose, type Composition } from '../src/compose.js';
import { createTestDatabase, type TestDatabase } from './setup/database.js';
import { ADMIN, ORDER, TEST_SECRET } from './setup/api.js';
import { startMailServer, type MailServer } from './setup/mail-server.js';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
  readonly links: readonly { readonly spanId: string }[];
  readonly status: { readonly code?: number };
}

/** What a collector of OpenTelemetry was sent. */
const spans: Span[] = [];
const bodies: string[] = [];
let collectorHeaders: IncomingHttpHeaders = {};
const collector = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    collectorHeaders = request.headers;
    const body = Buffer.concat(chunks).toString();
    bodies.push(`${request.method} ${request.url} ${body}`);
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    for (const { scopeSpans } of resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
    response.end('{}');
  });
});

let database: TestDatabase;
let mail: MailServer;
let running: Composition;
const DEMO = { 'x-vtex-api-appkey': 'docket-demo', 'x-vtex-api-apptoken': 'docket-demo-token' };
const PARENT = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };

const ask = (path: string, headers: Record<string, string>, body?: object) =>
  running.api.inject({
    method: body === undefined ? 'GET' : 'POST',
    url: path,
    headers: { ...DEMO, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });

beforeAll(async () => {
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
  const { port } = collector.address() as AddressInfo;
  database = await createTestDatabase();
  mail = await startMailServer();
  running = await compose({
    settings: {
      demo: false,
      appKey: { key: 'docket-demo', token: 'docket-demo-token' },
      role: 'all',
      mail: { server: mail.settings, from: 'shop@docket.example' },
      traces: { url: `http://127.0.0.1:${port}/v1/traces`, headers: { 'x-team': 'shop' }, serviceName: 'docket-test' },
    },
    database,
    secret: TEST_SECRET,
    logLevel: 'silent',
  });
  const traceparent = `00-${PARENT.traceId}-${PARENT.spanId}-01`;
  const placed = await ask(`${ADMIN}/orders`, { traceparent }, ORDER);
  expect(placed.statusCode).toBe(201);
  const { orderId } = placed.json<{ orderId: string }>();
  await ask(`${ADMIN}/orders?email=ana%40example.com`, {});
  await ask(`${ADMIN}/orders/${orderId}/payments/ana-gruber/approve`, { 'docket-reason': 'Ana was angry' }, {});
  await ask(`${ADMIN}/orders`, { traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-00` }, ORDER);
  await ask('/healthz', {});
  await ask(`/api/v1/admin/orders/${orderId}/guest-links`, {}, { mail: true });
  await vi.waitFor(() => expect(mail.taken).toHaveLength(1), { timeout: 10_000 });
  await running.close();
}, 60_000);
afterAll(async () => {
  collector.close();
  await mail.close();
  await database.drop();
});

const named = (name: string, traceId?: string): Span => {
  const found = spans.filter((span) => span.name === name && (traceId === undefined || span.traceId === traceId));
  expect(found, name).toHaveLength(1);
  return found[0] as Span;
};
const attributes = (span: Span): Record<string, unknown> =>
  Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

describe('a request that names its caller’s span', () => {
  it('is a part of that trace, down to the transaction that wrote it', () => {
    const request = named(`POST ${ADMIN}/orders`, PARENT.traceId);
    expect(request).toMatchObject({ parentSpanId: PARENT.spanId, kind: 2 });
    const execute = named('execute place', PARENT.traceId);
    expect(execute.parentSpanId).toBe(request.spanId);
    const commit = named('commit', PARENT.traceId);
    expect(commit.parentSpanId).toBe(execute.spanId);
    const batch = named('commit batch', PARENT.traceId);
    expect(batch.parentSpanId).toBe(commit.spanId);
    for (const span of [execute, commit, batch]) {
      expect(BigInt(span.startTimeUnixNano) >= BigInt(request.startTimeUnixNano)).toBe(true);
      expect(BigInt(span.endTimeUnixNano) <= BigInt(request.endTimeUnixNano)).toBe(true);
    }
  });

  it('says how it went, by route, status, command and outcome', () => {
    expect(attributes(named(`POST ${ADMIN}/orders`, PARENT.traceId))).toMatchObject({
      'http.request.method': 'POST',
      'http.route': `${ADMIN}/orders`,
      'http.response.status_code': '201',
    });
    expect(attributes(named('execute place', PARENT.traceId))).toEqual({
      'docket.account': 'default',
      'docket.command': 'place',
      'docket.outcome': 'accepted',
    });
    expect(attributes(named('commit batch', PARENT.traceId))).toEqual({ 'docket.units': '1' });
  });

  it('that is not recorded is not recorded here', () => {
    expect(spans.filter(({ traceId }) => traceId === '1'.repeat(32))).toEqual([]);
  });
});

describe('other work', () => {
  it('a request without a caller begins a trace, and a refusal is an outcome', () => {
    const list = named(`GET ${ADMIN}/orders`);
    expect(list.parentSpanId).toBeUndefined();
    expect(list.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(attributes(named('execute approve_payment'))).toMatchObject({ 'docket.outcome': 'refused' });
  });

  it('a task begins a trace of its own, in which the mail is sent', () => {
    const task = named('task send_mail');
    expect(task.parentSpanId).toBeUndefined();
    const sent = named('send mail');
    expect(sent).toMatchObject({ traceId: task.traceId, parentSpanId: task.spanId, kind: 3, status: {} });
    expect(attributes(sent)).toEqual({ 'docket.delivered': true });
  });

  it('probes are no work', () => {
    expect(spans.filter(({ name }) => name.includes('healthz'))).toEqual([]);
  });
});

describe('the collector', () => {
  it('is spoken to as OTLP over HTTP has it, with the headers of the settings', () => {
    expect(bodies[0]).toMatch(
      /^POST \/v1\/traces \{"resourceSpans":\[\{"resource":\{"attributes":\[\{"key":"service.name"/,
    );
    expect(bodies[0]).toContain('docket-test');
    expect(collectorHeaders).toMatchObject({ 'content-type': 'application/json', 'x-team': 'shop' });
  });

  it('learns of nobody: no name, address, word, order or query', () => {
    const told = bodies.join('\n');
    expect(told).not.toMatch(/ana|gruber|angry|graz|example|1480\d{9}|email|docket-demo|TEA-100/i);
  });
});
