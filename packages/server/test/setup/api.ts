import type { InjectOptions } from 'fastify';
import type { Change } from '../../../core/src/order/changes-of.js';
import { createAnswerCheck } from './answer-check.js';
import { compose, type Composition } from '../../src/compose.js';
import type { Settings } from '../../src/settings.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** A whole server on a database of its own, asked without a socket. */
export interface TestApi extends Composition {
  readonly database: TestDatabase;
  /** Sends a request as the demo key; a body is sent as JSON. */
  ask(method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, options?: Ask): Promise<Answer>;
  /** Events of the account so far. */
  countEvents(): Promise<number>;
  end(): Promise<void>;
}

interface Ask {
  readonly body?: unknown;
  /** Instead of `body`: bytes as they are. */
  readonly payload?: string | Buffer;
  readonly headers?: Record<string, string>;
  /** Without the demo key. */
  readonly keyless?: true;
}

interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
  readonly text: string;
  readonly headers: Record<string, string | string[] | number | undefined>;
}

/** What tests read of answers by name; each answer has some of it, and `answer-check.ts` sees to its shape. */
interface AnswerBody {
  readonly orderId: string;
  readonly deletedAt: string | null;
  readonly payments: readonly { readonly id: string }[];
  readonly notes: readonly object[];
  readonly orders: readonly object[];
  readonly items: readonly object[];
  readonly next: string | number | null;
  readonly entries: readonly object[];
  readonly balances: Readonly<Record<string, number>>;
  readonly version: number;
  readonly changes: readonly Change[];
  readonly events: readonly {
    readonly version: number;
    readonly type: string;
    readonly hash: string;
    readonly summary: { readonly text: string };
    readonly changes: readonly Change[];
  }[];
  readonly timelines: readonly { readonly stages: readonly { readonly state: string }[] }[];
  readonly commands: readonly { readonly command: string; readonly allowed: boolean }[];
}

/** What wraps the keys of personal data in these servers. */
export const TEST_SECRET = 'a secret of the tests';
export const ADMIN = '/api/v1/admin';
const DEMO = { 'x-vtex-api-appkey': 'docket-demo', 'x-vtex-api-apptoken': 'docket-demo-token' };

/**
 * By the settings that servers were made with: which of them are there decides which routes there are. To write the document
 * takes as long as to start the server, so a worker does it once.
 */
const ANSWER_CHECKS = new Map<string, ReturnType<typeof createAnswerCheck>>();

function answerCheckOf(settings: string, { api }: Composition): ReturnType<typeof createAnswerCheck> {
  return (...answer) => {
    const check = ANSWER_CHECKS.get(settings) ?? createAnswerCheck(api.swagger());
    ANSWER_CHECKS.set(settings, check);
    check(...answer);
  };
}

export async function createTestApi(
  more: Pick<
    Partial<Settings>,
    'importMegabytes' | 'oidc' | 'publicUrl' | 'rateLimit' | 'role' | 'privateCalls' | 'trustedProxies'
  > = {},
): Promise<TestApi> {
  const database = await createTestDatabase();
  // Without demo data, under the key of the demo.
  const appKey = { key: 'docket-demo', token: 'docket-demo-token' };
  const settings = { demo: false, appKey, role: 'api', ...more } as const;
  const composition = await compose({ settings, database, secret: TEST_SECRET, logLevel: 'silent' });
  await composition.api.ready();
  const asDocumented = answerCheckOf(Object.keys(more).sort().join(), composition);
  return {
    ...composition,
    database,
    async ask(method, path, { body, payload, headers = {}, keyless } = {}) {
      const json = body !== undefined || payload !== undefined ? { 'content-type': 'application/json' } : {};
      const request: InjectOptions = {
        method,
        url: path,
        headers: { ...(keyless === true ? {} : DEMO), ...json, ...headers },
      };
      if (payload !== undefined) request.payload = payload;
      else if (body !== undefined) request.payload = JSON.stringify(body);
      const response = await composition.api.inject(request);
      const isJson = String(response.headers['content-type']).match(/\bjson\b/) !== null;
      const answered = isJson && response.body !== '' ? (JSON.parse(response.body) as unknown) : undefined;
      asDocumented(method, path, response.statusCode, answered);
      return {
        status: response.statusCode,
        text: response.body,
        body: answered as AnswerBody,
        headers: response.headers,
      };
    },
    async countEvents() {
      const { rows } = await database.owner.query<{ events: number }>('select count(*)::int as events from events');
      return rows[0]?.events ?? 0;
    },
    async end() {
      await composition.close();
      await database.drop();
    },
  };
}

/** Three pieces of two products that no catalogue knows, by card: 27.80 EUR with shipping. */
export const ORDER = {
  currency: 'EUR',
  lines: [
    { sku: 'TEA-100', name: 'Assam', quantity: 2, priceMicros: 5_900_000 },
    { sku: 'POT-1', name: 'Pot', quantity: 1, priceMicros: 11_100_000, seller: 'clay' },
  ],
  deliveries: [{ type: 'delivery' as const, price: 490, address: { city: 'Graz', country: 'AT' } }],
  payments: [{ method: 'card', amount: 2780 }],
  buyer: { email: 'ana@example.com', firstName: 'Ana', lastName: 'Gruber' },
  cancellationWindow: 0,
  total: 2780,
};
