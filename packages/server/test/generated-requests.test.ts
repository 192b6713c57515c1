import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';
import { type ApiDocument, type Operation, type Parameter, valueOf } from './requests-by-schema.js';

/** Whatever the document allows, the server answers as the document says, and never with a fault of its own. */

let api: TestApi;
let document: ApiDocument;
let orderId: string;

beforeAll(async () => {
  api = await createTestApi();
  document = api.api.swagger() as unknown as ApiDocument;
  orderId = (await api.ask('POST', `${ADMIN}/orders`, { body: { ...ORDER, workflow: 'free' } })).body.orderId;
});

afterAll(() => api.end());

interface Request {
  readonly path: string;
  readonly body?: unknown;
}

/** Answers of these do not end, or leave the server for somebody else's. */
const isOneAnswer = ({ responses }: Operation): boolean =>
  responses['302'] === undefined && responses['200']?.content?.['text/event-stream'] === undefined;

function requestsOf(path: string, operation: Operation): fc.Arbitrary<Request> {
  const parameters = operation.parameters ?? [];
  const inPath = parameters.filter((each) => each.in === 'path');
  const inQuery = parameters.filter((each) => each.in === 'query');
  const valueFor = ({ name, schema }: Parameter) =>
    name === 'orderId' ? fc.oneof(fc.constant(orderId), valueOf(document, schema)) : valueOf(document, schema);
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

describe('requests made from the document', () => {
  it('get an answer of the document from every operation, and no fault of ours', { timeout: 240_000 }, async () => {
    let operations = 0;
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (!isOneAnswer(operation)) continue;
        operations += 1;
        await fc.assert(
          fc.asyncProperty(requestsOf(path, operation), async ({ path: address, body }) => {
            const name = method.toUpperCase() as 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
            const answer = await api.ask(name, address, body === undefined ? {} : { body });
            expect(answer.status, `${name} ${address} ${JSON.stringify(body)}: ${answer.text}`).toBeLessThan(500);
          }),
          { numRuns: 20 },
        );
      }
    }
    expect(operations).toBeGreaterThan(40);
  });
});
