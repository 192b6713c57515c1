import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiDocument, type Operation, valueOf } from './requests-by-schema.js';
import { anyValue, mutated, NASTY } from './rubbish.js';
import { createTestApi, type TestApi } from './setup/api.js';

/** Rubbish to every operation of the OpenAPI document, found by itself: bodies, and whatever stands in addresses. */

let api: TestApi;
let document: ApiDocument;
let stored: () => Promise<unknown>;
/** What is stored now; null after something was accepted. */
let known: unknown = null;
beforeAll(async () => {
  api = await createTestApi();
  document = api.api.swagger() as unknown as ApiDocument;
  const tables = await api.database.owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not relispartition and relname !~ '_attempts$|^app_key_tokens$'`,
  );
  // As an array of texts: a function takes a hundred arguments, and there are more tables than fifty.
  const counts = tables.rows.map(({ name }) => `'${name} ' || (select count(*) from ${name})`).join(', ');
  const events = `select array[${counts}, (select max(id) from settings_changes)::text]::text as counted`;
  stored = async () => (await api.database.owner.query<{ counted: string }>(events)).rows;
});
afterAll(() => api.end());

/** Answers of these do not end, or leave the server for somebody else's. */
const isOneAnswer = ({ responses }: Operation): boolean =>
  responses['302'] === undefined && responses['200']?.content?.['text/event-stream'] === undefined;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const operations = (): { method: Method; path: string; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => isOneAnswer(operation))
      .map(([method, operation]) => ({ method: method.toUpperCase() as Method, path, operation })),
  );

/**
 * A sign-in and a password reset answer before they look the address up, so a row may still come of a request before. What a
 * refused request itself leaves behind, it leaves behind again.
 */
async function refusedWhole(method: Method, path: string, body?: unknown, again = false): Promise<void> {
  known ??= await stored();
  const answer = await api.ask(method, path, body === undefined ? {} : { body });
  const told = `${method} ${path} ${JSON.stringify([body]).slice(0, 300)} ${answer.text.slice(0, 300)}`;
  expect(answer.status, told).toBeLessThan(500);
  if (answer.status < 400) {
    known = null;
    return;
  }
  expect(typeof (answer.body as { code?: unknown }).code, told).toBe('string');
  const after = await stored();
  if (!again && JSON.stringify(after) !== JSON.stringify(known)) {
    await pause(500);
    known = null;
    await refusedWhole(method, path, body, true);
    return;
  }
  expect(after, told).toEqual(known);
}

describe('rubbish', () => {
  it(
    'in the body of any operation never breaks the server, and what is refused leaves nothing behind',
    { timeout: 120_000 },
    async () => {
      let asked = 0;
      for (const { method, path, operation } of operations()) {
        const schema = operation.requestBody?.content['application/json']?.schema;
        if (schema === undefined) continue;
        const address = path.replaceAll(/\{\w+\}/g, 'default');
        const valid = valueOf(document, schema).filter((value) => typeof value === 'object' && value !== null);
        const broken = valid.chain((value) => mutated(value));
        await fc.assert(
          fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: broken }, { weight: 1, arbitrary: anyValue }), (body) =>
            refusedWhole(method, address, body),
          ),
          { numRuns: 3 },
        );
        asked += 1;
      }
      expect(asked).toBeGreaterThan(50);
    },
  );

  it('in the address or query of any operation never breaks the server either', { timeout: 120_000 }, async () => {
    for (const { method, path, operation } of operations()) {
      const parameters = operation.parameters ?? [];
      const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      if (parameters.length === 0 || (method !== 'GET' && !path.includes('{'))) continue;
      const text = fc.constantFrom(...NASTY.filter((each) => each.length < 1000 && each !== '\ud800'));
      const name = fc.constantFrom(...names, 'unknown');
      await fc.assert(
        fc.asyncProperty(text, name, (nasty, query) => {
          const escaped = encodeURIComponent(nasty);
          const address = path.replaceAll(/\{\w+\}/g, escaped);
          return refusedWhole(method, `${address}?${query}=${escaped}`, method === 'GET' ? undefined : {});
        }),
        { numRuns: 2 },
      );
    }
  });
});
