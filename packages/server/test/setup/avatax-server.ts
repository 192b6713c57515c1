import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { broken, SHAPES } from './avatax-published-shapes.js';

/**
 * A stand-in for AvaTax REST v2: it takes requests of the published shapes and nothing else (a field that it does not know, one that
 * lacks, one of another type: 400), asks 8 % of everything that is not exempt, and keeps documents under their code and type.
 */
export interface AvataxServer {
  readonly url: string;
  readonly accountId: string;
  readonly licenceKey: string;
  /** Everything that was asked, in order: `POST /api/v2/transactions/create`. */
  readonly asked: { readonly what: string; readonly body: Readonly<Record<string, unknown>> | null }[];
  /** Documents that are kept, by type and code. */
  readonly kept: Map<string, Kept>;
  /** What the next requests are answered, one each: a status, or nothing at all. */
  readonly next: (number | 'silence' | 'answer lost')[];
  close(): Promise<void>;
}

interface Kept {
  readonly id: number;
  readonly status: 'Committed' | 'Cancelled';
  /** Times that it was written. */
  readonly writes: number;
  readonly totalAmount: number;
  readonly totalTax: number;
  readonly transaction: Transaction;
}

interface Transaction {
  readonly type: string;
  readonly code?: string;
  readonly companyCode: string;
  readonly entityUseCode?: string;
  readonly lines: readonly Line[];
}
interface Line {
  readonly number: string;
  readonly amount: number;
  readonly taxCode?: string;
  readonly taxOverride?: { readonly taxAmount: number };
}

const RATE = 0.08;
const cents = (value: number): number => Math.round(value * 100) / 100;

export async function startAvatax(): Promise<AvataxServer> {
  const [accountId, licenceKey] = ['2000000000', 'licence key of the tests'];
  const asked: AvataxServer['asked'] = [];
  const kept: AvataxServer['kept'] = new Map();
  const next: AvataxServer['next'] = [];
  let ids = 1_000_000;

  const taxOf = (line: Line, exempt: boolean): number =>
    line.taxOverride?.taxAmount ?? (exempt || line.taxCode === 'NT' ? 0 : cents(line.amount * RATE));

  const answered = (id: number, transaction: Transaction, status: string) => {
    const exempt = transaction.entityUseCode !== undefined;
    const lines = transaction.lines.map((line) => ({
      lineNumber: line.number,
      lineAmount: line.amount,
      tax: taxOf(line, exempt),
      details:
        taxOf(line, exempt) === 0
          ? []
          : [
              { rate: 0.0625, jurisName: 'STATE' },
              { rate: 0.0175, jurisName: 'COUNTY' },
            ],
    }));
    return {
      id,
      code: transaction.code,
      type: transaction.type,
      status,
      totalAmount: cents(lines.reduce((total, { lineAmount }) => total + lineAmount, 0)),
      totalTax: cents(lines.reduce((total, { tax }) => total + tax, 0)),
      lines,
    };
  };

  function answer(method: string, url: URL, body: Record<string, unknown> | null): { status: number; body: object } {
    const path = url.pathname;
    if (method === 'GET' && path === '/api/v2/utilities/ping')
      return { status: 200, body: { version: '1', authenticated: true } };
    const shape = method === 'POST' ? SHAPES.find(({ at }) => at.test(path)) : undefined;
    if (shape === undefined) return failure(404, 'EntityNotFoundError', `no such address: ${method} ${path}`);
    const wrong = broken(shape.model, body);
    if (wrong !== null) return failure(400, 'ValueRequiredError', wrong);
    if (path === '/api/v2/transactions/create') {
      return { status: 201, body: answered(0, body as unknown as Transaction, 'Temporary') };
    }
    if (path === '/api/v2/transactions/createoradjust') {
      const transaction = (body as { createTransactionModel: Transaction }).createTransactionModel;
      const key = `${transaction.type} ${transaction.code ?? ''}`;
      const before = kept.get(key);
      if (before?.status === 'Cancelled') return failure(400, 'CannotModifyTransaction', 'it is cancelled');
      const { totalAmount, totalTax, ...rest } = answered((ids += 1), transaction, 'Committed');
      kept.set(key, {
        id: rest.id,
        status: 'Committed',
        writes: (before?.writes ?? 0) + 1,
        totalAmount,
        totalTax,
        transaction,
      });
      return { status: 201, body: { ...rest, totalAmount, totalTax } };
    }
    const [, company = '', code = ''] = /companies\/([^/]+)\/transactions\/([^/]+)\/void$/.exec(path) ?? [];
    const type = url.searchParams.get('documentType') ?? 'SalesInvoice';
    const key = `${type} ${decodeURIComponent(code)}`;
    const found = kept.get(key);
    if (found?.transaction.companyCode !== decodeURIComponent(company))
      return failure(404, 'EntityNotFoundError', 'no such transaction');
    if (found.status === 'Cancelled') return failure(400, 'TransactionAlreadyCancelled', 'already cancelled');
    kept.set(key, { ...found, status: 'Cancelled', totalTax: 0 });
    return { status: 200, body: { id: found.id, code: decodeURIComponent(code), status: 'Cancelled' } };
  }

  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://fake');
      const body = text === '' ? null : (JSON.parse(text) as Record<string, unknown>);
      asked.push({ what: `${request.method ?? ''} ${url.pathname}${url.search}`, body });
      const planned = next.shift();
      if (planned === 'silence') return;
      if (typeof planned === 'number') {
        send(response, failure(planned, 'ServerUnreachable', 'not now'));
        return;
      }
      const credentials = `Basic ${Buffer.from(`${accountId}:${licenceKey}`).toString('base64')}`;
      if (request.headers.authorization !== credentials) {
        send(response, failure(401, 'AuthenticationException', 'wrong key'));
        return;
      }
      if (!/^Docket;/.test(String(request.headers['x-avalara-client']))) {
        send(response, failure(400, 'InvalidHeader', 'X-Avalara-Client'));
        return;
      }
      const done = answer(request.method ?? '', url, body);
      if (planned === 'answer lost') request.socket.destroy();
      else send(response, done);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accountId,
    licenceKey,
    asked,
    kept,
    next,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const failure = (status: number, code: string, message: string) => ({
  status,
  body: { error: { code, message, target: 'Unknown', details: [{ code, number: 1, message, severity: 'Error' }] } },
});

const send = (response: ServerResponse, { status, body }: { status: number; body: object }): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
