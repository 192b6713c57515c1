import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { TestApi } from '../setup/api.js';

/** One call and its answer, as both stand in a `.golden.json`. */
export interface Pair {
  readonly name: string;
  /** In which state the order of the call is; its id stands for `{orderId}` in the path. */
  readonly given: string;
  readonly request: {
    readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    readonly path: string;
    readonly headers?: Record<string, string>;
    readonly body?: unknown;
    /** Instead of `body`, as it is. */
    readonly payload?: string;
  };
  readonly answer?: { readonly status: number; readonly contentType?: string; readonly body?: unknown };
}

const address = (name: string): URL => new URL(`./${name}.golden.json`, import.meta.url);

export const pairsOf = (name: string): Pair[] => JSON.parse(readFileSync(address(name), 'utf8')) as Pair[];

const NEW_EACH_TIME: ReadonlySet<string> = new Set(['sequence', 'handle']);

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id, not the same digits within a longer word: a short number stands in one of two hundred guids. */
const alone = (id: string): RegExp => new RegExp(`(?<!\\w)${id.replaceAll(/\W/g, '\\$&')}(?!\\w)`, 'g');

/** What differs in every run stands in a golden answer by its kind. */
export function masked(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => masked(each, ids));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, NEW_EACH_TIME.has(key) ? `<${key}>` : masked(each, ids)]),
    );
  }
  if (typeof value !== 'string') return value;
  if (GUID.test(value)) return '<guid>';
  let text = value;
  for (const [id, name] of ids) text = text.replaceAll(alone(id), name);
  if (Math.abs(Date.parse(text) - Date.now()) < 86_400_000) return text.replaceAll(/\d/g, '9');
  return text
    .replaceAll(/\b1[0-9]{12}\b/g, '<new group>')
    .replaceAll(/\b[0-9a-f]{32}\b/g, '<32 lower hex>')
    .replaceAll(/\b[0-9A-F]{32}\b/g, '<32 upper hex>');
}

export interface Ids {
  readonly orderId: string;
  readonly others: ReadonlyMap<string, string>;
}

/** Sends the call and compares the answer with the golden one; with GOLDEN=write it becomes the golden one. */
export async function play(api: TestApi, { request, answer }: Pair, { orderId, others }: Ids): Promise<Pair['answer']> {
  let path = request.path.replaceAll('{orderId}', orderId);
  for (const [id, name] of others) path = path.replaceAll(name, id);
  const text = request.body === undefined ? request.payload : JSON.stringify(request.body);
  let payload = text;
  for (const [id, name] of others) payload = payload?.replaceAll(name, id);
  const response = await api.ask(request.method, path, {
    ...(payload === undefined ? {} : { payload }),
    ...(request.headers === undefined ? {} : { headers: request.headers }),
  });
  const type = response.headers['content-type'];
  const got = {
    status: response.status,
    ...(typeof type === 'string' ? { contentType: type } : {}),
    ...(response.text === ''
      ? {}
      : { body: masked(JSON.parse(response.text), new Map([[orderId, '<order>'], ...others])) }),
  };
  if (process.env['GOLDEN'] !== 'write') expect(got).toEqual(answer);
  return got;
}

export function keep(name: string, pairs: readonly Pair[]): void {
  if (process.env['GOLDEN'] === 'write') writeFileSync(address(name), `${JSON.stringify(pairs, null, 2)}\n`);
}
