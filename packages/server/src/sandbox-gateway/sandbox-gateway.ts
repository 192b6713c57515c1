import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCallBacks } from './call-backs.js';
import { notFoundPage, payPage } from './pay-page.js';
import {
  type Behaviour,
  BEHAVIOURS,
  createSandboxPayments,
  type NewPayment,
  type OperationKind,
  type SandboxPayment,
} from './payments.js';

/** A payment provider to try things with: it has a page to pay on, and does whatever real ones do, wrong things included. */
export interface SandboxGateway {
  /** `http://127.0.0.1:4010`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface SandboxOptions {
  readonly host?: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where it keeps its books; null: in memory alone. */
  readonly file: string | null;
  /** After how long late answers and late call-backs come. */
  readonly lateMillis?: number;
}

const BODY_BYTES = 65_536;
const LATE_MILLIS = 2_000;
/** It is there to try things with: what is older is forgotten. */
const MOST_PAYMENTS = 5_000;
const KINDS: Readonly<Record<string, OperationKind>> = { captures: 'capture', voids: 'void', refunds: 'refund' };

export async function startSandboxGateway(options: SandboxOptions): Promise<SandboxGateway> {
  const { host = '127.0.0.1', file, lateMillis = LATE_MILLIS } = options;
  const payments = new Map((file === null ? [] : booksOf(file)).map((payment) => [payment.id, payment]));
  const callBacks = createCallBacks(lateMillis);
  const timers = new Set<NodeJS.Timeout>();
  const books = createSandboxPayments(payments, callBacks.send);

  const keep = (): void => {
    if (file === null) return;
    writeFileSync(`${file}.new`, JSON.stringify([...payments.values()]), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };

  const settleLater = (payment: SandboxPayment, operation: SandboxPayment['operations'][number]): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      books.settleLate(payment, operation);
      keep();
    }, lateMillis);
    timers.add(timer);
  };

  const viewOf = (payment: SandboxPayment): object => {
    const { apiKey: _apiKey, pageToken, ...shown } = payment;
    return { closed: false, ...shown, link: payment.state === 'waiting' ? `${url}/pay/${pageToken}` : null };
  };

  async function answer(request: IncomingMessage): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const [, area, id = '', what] = pathname.split('/');
    if (area === 'pay') return payThere(request, id);
    const apiKey = /^Bearer ([\x21-\x7e]{8,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (apiKey === undefined) return { status: 401, body: { error: 'The key is missing.' } };
    if (pathname === '/v1/ping') return { status: 200, body: { works: true } };
    if (area !== 'v1' || id !== 'payments') return { status: 404, body: { error: 'There is nothing here.' } };
    const own = [...payments.values()].filter((payment) => payment.apiKey === apiKey);
    if (request.method === 'GET') {
      const key = searchParams.get('key');
      const payment = own.find((each) => (key === null ? each.id === what : each.key === key));
      if (payment === undefined) return { status: 404, body: { error: 'There is no such payment.' } };
      return { status: 200, body: viewOf(payment) };
    }
    const body = await bodyOf(request);
    if (what === undefined) {
      const asked = newPaymentOf(body);
      if (asked === null) return { status: 400, body: { error: 'The payment cannot be read.' } };
      const payment = books.begin(apiKey, asked);
      const [oldest] = payments.keys();
      if (payments.size > MOST_PAYMENTS && oldest !== undefined) payments.delete(oldest);
      keep();
      if (payment.behaviours.includes('lose_answers')) return 'lost';
      return { status: 200, body: viewOf(payment) };
    }
    const payment = own.find((each) => each.id === what);
    const asked = pathname.split('/')[4] ?? '';
    if (payment !== undefined && asked === 'close') {
      books.close(payment);
      keep();
      return payment.behaviours.includes('lose_answers') ? 'lost' : { status: 200, body: viewOf(payment) };
    }
    const kind = KINDS[asked];
    if (payment === undefined || kind === undefined)
      return { status: 404, body: { error: 'There is no such payment.' } };
    const { key, amount } = parsed(body);
    if (typeof key !== 'string' || !isPositive(amount)) {
      return { status: 400, body: { error: 'The amount or the key cannot be read.' } };
    }
    const isNew = !payment.operations.some((each) => each.kind === kind && each.key === key);
    const operation = books.operate(payment, kind, key, amount);
    if (isNew && operation.state === 'waiting') settleLater(payment, operation);
    keep();
    if (payment.behaviours.includes('lose_answers')) return 'lost';
    return { status: 200, body: operation };
  }

  async function payThere(request: IncomingMessage, token: string): Promise<Reply> {
    const payment = [...payments.values()].find(({ pageToken }) => pageToken === token);
    if (payment === undefined) return { status: 404, page: notFoundPage() };
    if (request.method !== 'POST') return { status: 200, page: payPage(payment) };
    const form = new URLSearchParams(await bodyOf(request));
    const choice = form.get('choice');
    const answers = payment.state === 'waiting' && (choice === 'pay' || choice === 'decline');
    if (answers || choice === 'behave') {
      payment.behaviours = [...payment.behaviours.filter(isAtBegin), ...form.getAll('behaviour').filter(isBehaviour)];
      if (answers) books.answer(payment, choice);
      keep();
    }
    return { location: choice === 'later' ? payment.returnUrl : `/pay/${token}` };
  }

  let url = '';
  const server = createServer((request, response) => {
    void answer(request)
      .catch((): Reply => ({ status: 400, body: { error: 'The request cannot be read.' } }))
      .then((reply) => {
        send(reply, request, response);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  url = `http://${host}:${port}`;
  return {
    url,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await callBacks.close();
    },
  };
}

function booksOf(file: string): SandboxPayment[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SandboxPayment[];
  } catch {
    // New, or cut short: a sandbox begins anew.
    return [];
  }
}

const isBehaviour = (name: string): name is Behaviour => Object.hasOwn(BEHAVIOURS, name);
/** Had their time when the payment began; the page does not show them. */
const isAtBegin = (name: Behaviour): boolean => name === 'approve_at_once' || name === 'decline_begin';

const isPositive = (amount: unknown): amount is number => Number.isSafeInteger(amount) && (amount as number) > 0;

function newPaymentOf(body: string): NewPayment | null {
  const asked = parsed(body);
  const text = (name: string): string => (typeof asked[name] === 'string' ? asked[name] : '');
  const { amount, behaviours } = asked;
  if (text('key') === '' || text('currency') === '' || !isPositive(amount)) return null;
  const urls = [text('returnUrl'), text('eventsUrl')];
  if (!urls.every((url) => url === '' || /^https?:\/\//.test(url))) return null;
  return {
    key: text('key'),
    reference: text('reference'),
    orderId: text('orderId'),
    paymentId: text('paymentId'),
    amount,
    currency: text('currency'),
    capture: asked['capture'] === 'on_approval' ? 'on_approval' : 'on_invoice',
    returnUrl: urls[0] ?? '',
    eventsUrl: urls[1] ?? '',
    behaviours: Array.isArray(behaviours) ? behaviours.map(String).filter(isBehaviour) : [],
  };
}

const parsed = (body: string): Record<string, unknown> => JSON.parse(body) as Record<string, unknown>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES) throw new Error('too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

type Reply =
  | { readonly status: number; readonly body: object }
  | { readonly status: number; readonly page: string }
  | { readonly location: string }
  /** The connection breaks instead of an answer. */
  | 'lost';

function send(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (reply === 'lost') request.socket.destroy();
  else if ('location' in reply) response.writeHead(303, { location: reply.location }).end();
  else if ('body' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
  } else response.writeHead(reply.status, PAGE_HEADERS).end(reply.page);
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
