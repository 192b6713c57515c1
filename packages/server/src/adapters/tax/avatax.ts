import { setTimeout as pause } from 'node:timers/promises';
import { sum } from '@docket/core/money/amount';
import type { OutgoingCaller, PostOutcome } from '@docket/core/ports';
import {
  type FiledTax,
  isTaxFailure,
  type ItemTax,
  type TaxBasket,
  type TaxConnection,
  type TaxDocument,
  type TaxFailure,
  type TaxOutcome,
  type TaxProvider,
  type TaxQuote,
} from '@docket/core/tax/tax-provider';
import { adjustmentBody, amountIn, millionthsOf, transactionBody } from './avatax-shapes.js';

export interface AvataxOptions {
  readonly caller: OutgoingCaller;
  /** Stands in `X-Avalara-Client`, which Avalara asks of every program. */
  readonly version: string;
  /** For one try of one call. */
  readonly millis?: number;
  /** Before the second and third try, in milliseconds. */
  readonly pauses?: readonly number[];
}

/** An answer about 5,000 lines with the details of each stays under this. */
const MOST_BYTES = 32 * 1024 * 1024;
const MILLIS = 10_000;
const PAUSES = [250, 1_000];

type Json = Readonly<Record<string, unknown>>;

interface Called {
  readonly status: number;
  readonly body: Json;
  readonly exchange: { readonly request: string; readonly answer: string };
}
type NotCalled = TaxFailure & { readonly exchange: { readonly request: string; readonly answer: string | null } };

/**
 * Speaks AvaTax REST v2. Every call may be made twice: documents are created or adjusted under their code, so what was too many,
 * too slow or broken on the way is tried again.
 */
export const createAvatax =
  (options: AvataxOptions) =>
  (connection: TaxConnection): TaxProvider => {
    const call = callerOf(options, connection);
    const company = `companies/${encodeURIComponent(connection.companyCode)}`;

    async function keep(
      document: TaxDocument,
      reason: Parameters<typeof adjustmentBody>[1],
    ): Promise<TaxOutcome<FiledTax>> {
      if (lacksAddress(document.basket)) return ADDRESS_MISSING;
      const transaction = transactionBody(document.basket, connection, document);
      const called = await call('POST', 'transactions/createoradjust', adjustmentBody(transaction, reason));
      if (isTaxFailure(called)) return called;
      const { id, totalTax } = called.body;
      const tax = amountIn(totalTax, document.basket.currency);
      return {
        providerId: typeof id === 'number' || typeof id === 'string' ? String(id) : null,
        tax: tax === null ? null : Math.abs(tax),
        exchange: called.exchange,
      };
    }

    return {
      name: 'avatax',
      async quote(basket) {
        if (lacksAddress(basket)) return ADDRESS_MISSING;
        const called = await call('POST', 'transactions/create', transactionBody(basket, connection, null));
        if (isTaxFailure(called)) return called;
        const answer = quoteOf(basket, called.body);
        return { ...answer, exchange: called.exchange };
      },
      commit: (document) => keep(document, null),
      refund: (document) => keep(document, null),
      adjust: (document) => keep(document, document.kind === 'sale' ? 'PriceAdjusted' : 'ProductReturned'),
      async void({ code, kind }) {
        const type = kind === 'sale' ? 'SalesInvoice' : 'ReturnInvoice';
        const path = `${company}/transactions/${encodeURIComponent(code)}/void?documentType=${type}`;
        const called = await call('POST', path, { code: 'DocVoided' });
        if (!isTaxFailure(called)) return { providerId: idOf(called.body), tax: 0, exchange: called.exchange };
        if (!isGone(called)) return called;
        return { providerId: null, tax: 0, nothingThere: true, exchange: called.exchange };
      },
      async check() {
        const called = await call('GET', 'utilities/ping', null);
        if (isTaxFailure(called)) return withoutExchange(called);
        return called.body['authenticated'] === true ? null : CREDENTIALS;
      },
    };
  };

const ADDRESS_MISSING: TaxFailure = { failed: 'refused', reason: 'address_missing', detail: null };
const CREDENTIALS: TaxFailure = { failed: 'refused', reason: 'credentials_refused', detail: null };

const lacksAddress = ({ items, from }: TaxBasket): boolean => from === null && items.every(({ to }) => to === null);

const idOf = ({ id }: Json): string | null => (typeof id === 'number' || typeof id === 'string' ? String(id) : null);

const withoutExchange = ({ failed, reason, detail }: TaxFailure): TaxFailure => ({ failed, reason, detail });

/** Struck out before, or never there. */
const isGone = ({ detail }: TaxFailure): boolean =>
  /^(EntityNotFoundError|TransactionNotFound|DocumentNotFound|TransactionAlreadyCancelled)\b/.test(detail ?? '');

function callerOf({ caller, version, millis = MILLIS, pauses = PAUSES }: AvataxOptions, connection: TaxConnection) {
  const { url, accountId, licenceKey } = connection;
  const base = `${url.replace(/\/+$/, '')}/api/v2/`;
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    authorization: `Basic ${Buffer.from(`${accountId}:${licenceKey}`).toString('base64')}`,
    'x-avalara-client': `Docket;${version};Custom;1.0;`,
  };

  return async function call(method: 'GET' | 'POST', path: string, body: object | null): Promise<Called | NotCalled> {
    const text = body === null ? '' : JSON.stringify(body);
    const request = `${method} /api/v2/${path}\n${text}`;
    for (const wait of [...pauses, null]) {
      const outcome = await caller.call({
        url: base + path,
        method,
        headers,
        body: text,
        millis,
        answerBytes: MOST_BYTES,
      });
      const answer = answerOf(outcome, request);
      if (!isTaxFailure(answer) || answer.failed === 'refused' || wait === null) return answer;
      await pause(wait);
    }
    throw new Error('the last try answers');
  };
}

function answerOf(outcome: PostOutcome, request: string): Called | NotCalled {
  if (!outcome.answered) {
    const exchange = { request, answer: null };
    // An address that cannot be called is a setting, not the weather.
    const setting = outcome.reason === 'url_invalid' || outcome.reason === 'address_private';
    return setting
      ? { failed: 'refused', reason: 'not_connected', detail: outcome.reason, exchange }
      : { failed: 'unreachable', reason: 'no_answer', detail: outcome.reason, exchange };
  }
  const { status, text } = outcome;
  const exchange = { request, answer: `${status}\n${text}` };
  const body = jsonOf(text);
  if (status >= 200 && status < 300) {
    if (body !== null) return { status, body, exchange };
    return { failed: 'refused', reason: 'answer_unusable', detail: 'no JSON', exchange };
  }
  const detail = errorIn(body);
  if (status === 429) return { failed: 'unreachable', reason: 'too_many_requests', detail, exchange };
  if (status >= 500) return { failed: 'unreachable', reason: 'server_failed', detail, exchange };
  const reason = status === 401 || status === 403 ? 'credentials_refused' : 'data_refused';
  return { failed: 'refused', reason, detail, exchange };
}

function jsonOf(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

/** `{error: {code, message, details: [{code, message, description}]}}`, in one line: the code and what helps. */
function errorIn(body: Json | null): string | null {
  const error = body?.['error'] as { code?: unknown; message?: unknown; details?: unknown } | null | undefined;
  if (typeof error !== 'object' || error === null) return null;
  const [detail] = Array.isArray(error.details) ? (error.details as Json[]) : [];
  const words = [detail?.['message'], detail?.['description']].filter((word) => typeof word === 'string');
  return [String(error.code), ...(words.length > 0 ? words : [String(error.message)])].join(': ').slice(0, 500);
}

function quoteOf({ items, currency }: TaxBasket, body: Json): TaxQuote | TaxFailure {
  const lines = new Map(
    (Array.isArray(body['lines']) ? (body['lines'] as Json[]) : []).map((line) => [String(line['lineNumber']), line]),
  );
  const taxes: ItemTax[] = [];
  for (const [index, { kind, id }] of items.entries()) {
    const line = lines.get(String(index + 1));
    const tax = amountIn(line?.['tax'], currency);
    if (line === undefined || tax === null)
      return { failed: 'refused', reason: 'answer_unusable', detail: `no tax of ${kind} ${id}` };
    const details = Array.isArray(line['details']) ? (line['details'] as Json[]) : [];
    taxes.push({ kind, id, tax, rateMillionths: sum(details.map(({ rate }) => millionthsOf(rate))) });
  }
  return { provider: 'avatax', items: taxes };
}
