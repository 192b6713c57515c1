import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_EXAMPLES } from '../src/api/native/examples/command-examples.js';
import {
  BY_THEMSELVES,
  EXAMPLE_SETTINGS,
  exampleOf,
  type ExampleName,
  placedFor,
  requestOf,
} from './command-requests.js';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  for (const [path, body] of EXAMPLE_SETTINGS) await api.ask('PUT', `${ADMIN}${path}`, { body });
});
afterAll(() => api.end());

async function send(name: ExampleName, orderId: string, more: Record<string, string> = {}) {
  const { method, path, headers, body } = requestOf(name, orderId);
  return api.ask(method, `${ADMIN}/orders${path}`, {
    body,
    headers: { prefer: 'return=minimal', ...headers, ...more },
  });
}

async function ready(name: ExampleName): Promise<string> {
  const order = await api.ask('POST', `${ADMIN}/orders`, { body: placedFor(name) });
  expect(order.status, order.text).toBe(201);
  for (const earlier of exampleOf(name).after ?? []) {
    const answer = await send(earlier, order.body.orderId);
    expect(answer.status, `${earlier}: ${answer.text}`).toBe(200);
  }
  return order.body.orderId;
}

const NAMES = Object.keys(COMMAND_EXAMPLES) as ExampleName[];

describe('the examples of the API document', () => {
  it.each(BY_THEMSELVES)('%s is taken by a fresh order, and answered with the receipt', async (name) => {
    const orderId = await ready(name);
    const answer = await send(name, orderId);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toEqual({ orderId, number: null, total: 1670, currency: 'EUR', ...exampleOf(name).receipt });
  });

  it.each(BY_THEMSELVES)('%s can be previewed, and its preview committed', async (name) => {
    const orderId = await ready(name);
    const shown = await send(name, orderId, { prefer: 'preview, return=minimal' });
    expect(shown, shown.text).toMatchObject({
      status: 200,
      headers: { 'preference-applied': 'preview, return=minimal' },
    });
    const { token, order } = shown.body as unknown as { token: string; order: object };
    const commit = await api.ask('POST', `${ADMIN}/previews/${token}/commit`, {
      headers: { prefer: 'return=minimal' },
    });
    expect(commit, commit.text).toMatchObject({ status: 200, body: order });
  });

  it('stand in the document beside every command, with a description', () => {
    const { paths } = api.api.swagger() as unknown as { paths: Record<string, Record<string, DocumentedOperation>> };
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    for (const name of ['place', ...NAMES]) {
      const operation = operations.find(({ operationId }) => operationId === name);
      expect(operation?.description, name).toMatch(/Refused with: `/);
      const examples = operation?.requestBody?.content['application/json']?.examples;
      expect(Object.keys(examples ?? {}), name).toEqual(['example']);
      const answer = operation?.responses[name === 'place' ? '201' : '200']?.content['application/json']?.examples;
      expect(answer?.['receipt']?.value, name).toMatchObject({ orderId: '1480000500001-01' });
    }
  });
});

interface DocumentedOperation {
  readonly operationId: string;
  readonly description?: string;
  readonly requestBody?: { readonly content: Record<string, Media> };
  readonly responses: Record<string, { readonly content: Record<string, Media> }>;
}
interface Media {
  readonly examples?: Record<string, { readonly value: unknown }>;
}
