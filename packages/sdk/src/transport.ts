import { newKeyOfRequest } from './new-key.js';
import { DocketProblem, problemOf } from './problem.js';
import { nextTry, type Retrying } from './retrying.js';

/** Where the server is and as whom it is asked. */
export interface Connection {
  /** `http://127.0.0.1:4000`. */
  readonly url: string;
  /** App key and token. Absent in a browser, where the session's cookie speaks. */
  readonly key?: string;
  readonly token?: string;
  /** Sent with every request: `docket-account`, `docket-csrf`, `docket-acting-as`. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  readonly retrying?: Retrying;
  /** Instead of the global ones: for tests and for runtimes that have their own. */
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly newKey?: () => string;
  readonly chance?: () => number;
}

/** What one call may say beside its parameters. */
export interface CallOptions {
  /** Makes a write safe to send again, also from another process, where the route takes it; one is made up where absent. */
  readonly idempotencyKey?: string;
  /** The version the order must have: sent as If-Match, refused with `version_mismatch`. */
  readonly version?: number;
  /** Why: stands beside the event in the order's history. Nothing personal. */
  readonly reason?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly retrying?: Retrying;
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  /** Sent as JSON, bytes as they are. */
  readonly body?: unknown;
  /**
   * True: the route takes an idempotency key, so that it may be sent again after a lost answer. GET, PUT and DELETE bear
   * that without a key; everything else would be done twice.
   */
  readonly repeatable?: boolean;
}

const REPEATABLE = new Set(['GET', 'HEAD', 'PUT', 'DELETE']);

export type Send = (sent: Sent, options?: CallOptions) => Promise<Response>;

/** Sends requests, again where that may help. @throws DocketProblem for a bad answer, the error of `fetch` where none came. */
export function createTransport(connection: Connection): Send {
  const {
    url,
    fetch: send = globalThis.fetch,
    sleep = sleepFor,
    newKey = newKeyOfRequest,
    chance = Math.random,
  } = connection;
  const base = url.replace(/\/+$/, '');
  return async ({ method, path, body, repeatable = false }, options = {}) => {
    const headers = headersOf(connection, options);
    if (method !== 'GET') headers['idempotency-key'] ??= options.idempotencyKey ?? newKey();
    const bytes =
      body instanceof Uint8Array || body instanceof Blob ? (body as NonNullable<RequestInit['body']>) : undefined;
    if (body !== undefined)
      headers['content-type'] = bytes === undefined ? 'application/json' : 'application/octet-stream';
    const init: RequestInit = {
      method,
      headers,
      ...(body === undefined ? {} : { body: bytes ?? JSON.stringify(body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(connection.key === undefined ? { credentials: 'include' as const } : {}),
    };
    let waited = 0;
    for (let tried = 1; ; tried += 1) {
      const came = await send(base + path, init).then(
        (response) => ({ response }),
        (error: unknown) => ({ error }),
      );
      if ('response' in came && (came.response.ok || came.response.status === 304)) return came.response;
      const response = 'response' in came ? came.response : null;
      const problem = response === null ? null : await problemOf(response);
      const wait = options.signal?.aborted
        ? null
        : nextTry(options.retrying ?? connection.retrying ?? {}, {
            problem,
            repeatable: repeatable || REPEATABLE.has(method),
            tried,
            waited,
            retryAfter: secondsOf(response?.headers.get('retry-after') ?? null),
            chance: chance(),
          });
      if (wait === null) throw problem === null ? (came as { error: unknown }).error : new DocketProblem(problem);
      await sleep(wait, options.signal);
      waited += wait;
    }
  };
}

function headersOf({ key, token, headers }: Connection, options: CallOptions): Record<string, string> {
  return {
    accept: 'application/json',
    ...(key === undefined ? {} : { authorization: `Basic ${btoa(`${key}:${token ?? ''}`)}` }),
    ...(typeof headers === 'function' ? headers() : headers),
    ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
    ...(options.reason === undefined ? {} : { 'docket-reason': encodeURIComponent(options.reason) }),
    ...options.headers,
  };
}

const secondsOf = (header: string | null): number | null =>
  header === null || !/^\d{1,5}$/.test(header) ? null : Number(header);

function sleepFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason instanceof Error ? signal.reason : new Error('the call was given up'));
      },
      { once: true },
    );
  });
}
