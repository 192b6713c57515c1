import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';
import { type CredentialsByPermission, credentialsByPermission } from './credentials-by-permission.js';
import { type ApiDocument, type Operation, type Parameter, valueOf } from './requests-by-schema.js';

/** Whatever the document allows, the server answers as the document says, and never with a fault of its own. */

let api: TestApi;
let document: ApiDocument;
let orderId: string;
let credentials: CredentialsByPermission;

beforeAll(async () => {
  api = await createTestApi();
  document = api.api.swagger() as unknown as ApiDocument;
  orderId = (await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, workflow: 'free' } })).body.orderId;
  credentials = credentialsByPermission(api);
});

afterAll(() => api.end());

interface Request {
  readonly path: string;
  readonly body?: unknown;
}

/** Answers of these do not end, or leave the server for somebody else's. */
const isOneAnswer = ({ responses }: Operation): boolean =>
  responses['302'] === undefined && responses['200']?.content?.['text/event-stream'] === undefined;

function requestsOf(
  path: string,
  operation: Operation,
  names: Readonly<Record<string, string>>,
): fc.Arbitrary<Request> {
  const parameters = operation.parameters ?? [];
  const inPath = parameters.filter((each) => each.in === 'path');
  const inQuery = parameters.filter((each) => each.in === 'query');
  const valueFor = ({ in: where, name, schema }: Parameter): fc.Arbitrary<unknown> => {
    if (names[name] !== undefined) return fc.constant(names[name]);
    const value = where === 'path' ? valueOf(document, schema).filter(isSegment) : valueOf(document, schema);
    return name === 'orderId' ? fc.oneof(fc.constant(orderId), value) : value;
  };
  const recordOf = (each: readonly Parameter[]) =>
    fc.record(Object.fromEntries(each.map((one) => [one.name, valueFor(one)])), {
      requiredKeys: each.filter(({ required }) => required === true).map(({ name }) => name),
    });
  const body = operation.requestBody?.content['application/json']?.schema;
  return fc
    .tuple(recordOf(inPath), recordOf(inQuery), body === undefined ? fc.constant(undefined) : valueOf(document, body))
    .map(([path_, query, sent]) => {
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path_[name])));
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(query)) {
        for (const one of [value].flat()) search.append(name, String(one));
      }
      const text = search.toString();
      return { path: text === '' ? address : `${address}?${text}`, ...(sent === undefined ? {} : { body: sent }) };
    });
}

/** What an address keeps as it is: each client takes these two for steps between folders, also where they are escaped. */
const isSegment = (value: unknown): boolean => value !== '.' && value !== '..';

/** Whether two requests of it can differ. */
const says = ({ parameters = [], requestBody }: Operation): boolean =>
  requestBody !== undefined || parameters.some((each) => each.in !== 'header');

/** Whom routes are for that look at no permission. */
const VISITORS = ['session', 'shopper', 'guest', 'draft_guest'];

describe('requests made from the document', () => {
  it('get an answer of the document from every operation, and no fault of ours', { timeout: 240_000 }, async () => {
    const met = new Map<string, number>();
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (!isOneAnswer(operation)) continue;
        const { 'x-permission': permission } = operation;
        const name = method.toUpperCase() as 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
        const told = new Set<number>();
        const { names } = await credentials.of(permission);
        await fc.assert(
          fc.asyncProperty(requestsOf(path, operation, names), async ({ path: address, body }) => {
            const { headers = {}, keyless } = await credentials.of(permission);
            const { status, text } = await api.ask(name, address, {
              headers,
              ...(body === undefined ? {} : { body }),
              ...(keyless === undefined ? {} : { keyless }),
            });
            expect(status, `${name} ${address} ${JSON.stringify(body)}: ${text}`).toBeLessThan(500);
            if (status < 400 && name === 'DELETE') credentials.used(permission);
            told.add(status);
          }),
          { numRuns: says(operation) ? 20 : 2 },
        );
        // Whoever the operation is for came past the door, and found something behind it. A change that the buyer is asked
        // about is there only where somebody asked: draft-consent.test.ts asks.
        if (VISITORS.includes(String(permission)) && !path.includes('/edits/{draftId}'))
          expect(
            [...told].some((status) => ![401, 403, 404].includes(status)),
            `${name} ${path} ${[...told].join()}`,
          ).toBe(true);
        met.set(String(permission), (met.get(String(permission)) ?? 0) + 1);
      }
    }
    expect([...met.values()].reduce((sum, each) => sum + each)).toBeGreaterThan(150);
    for (const visitor of VISITORS) expect(met.get(visitor), visitor).toBeGreaterThan(2);
  });
});
