import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestProblem } from './problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route looks for text that cannot be stored by itself, in each item of its body. */
    textIsChecked?: 'item by item';
  }
  interface FastifyRequest {
    /** JSON pointer to the first text of the body that cannot be stored; refused already, unless the route checks. */
    unstorableText: string | null;
  }
}

/** JSON nested deeper than this is refused in the free parts of a body (custom data, attachments). */
const JSON_DEPTH = 32;

const PLAIN = new Set(['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']);

/**
 * Takes plain JSON in UTF-8 and nothing else. Refuses what can be parsed but not stored: NUL and half surrogate pairs
 * (PostgreSQL cannot hold them), and keys that would reach an object's prototype.
 */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.decorateRequest('unstorableText', null);
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    if (!isPlainJson(request)) throw new RequestProblem('content_type_unsupported');
    if (!isUtf8(bytes)) throw new RequestProblem('encoding_invalid');
    let body: unknown;
    if (bytes.length > 0) {
      const text = bytes.toString();
      // It answers at once. What follows stays out of its callback, which catches every error as one of JSON.
      void parse(request, text, (error, parsed) => {
        body = error === null ? parsed : error;
      });
      if (body instanceof Error) throw new RequestProblem('json_invalid');
      const bad = unstorableText(text, body);
      const { textIsChecked } = request.routeOptions.config;
      if (bad !== null && textIsChecked === undefined) throw new RequestProblem('text_invalid', { pointer: bad });
      request.unstorableText = bad;
    }
    done(null, body);
  });
}

function isPlainJson(request: FastifyRequest): boolean {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return false;
  const type = request.headers['content-type'] ?? '';
  if (PLAIN.has(type)) return true;
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(type)?.[1];
  return charset === undefined || charset.toLowerCase() === 'utf-8' || charset.toLowerCase() === 'utf8';
}

/**
 * The JSON pointer of the first text or key that holds NUL or half a surrogate pair, or null. In valid UTF-8 and valid
 * JSON both can only come from a \u escape, so a body without one (nearly all) costs a single scan of its text.
 */
export function unstorableText(text: string, parsed: unknown): string | null {
  if (!/\\u(?:0000|[dD][89a-fA-F])/.test(text)) return null;
  // Own stack: a body of a million opening brackets is valid JSON, and recursion would end the process' stack.
  const open: { value: unknown; pointer: string }[] = [{ value: parsed, pointer: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, pointer } = next;
    if (typeof value === 'string') {
      if (!isStorable(value)) return pointer;
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      for (const [key] of entries) if (!isStorable(key)) return pointer;
      for (const [key, inner] of entries.reverse())
        open.push({ value: inner, pointer: `${pointer}/${escapePointer(key)}` });
    }
  }
  return null;
}

/** Whether PostgreSQL and UTF-8 can hold the text as it is. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

/** A key as one part of a JSON pointer (RFC 6901). */
export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Whether free JSON can be written back as it came: nested at most JSON_DEPTH deep, without numbers beyond a double. */
export function freeJsonProblem(value: unknown, depth = JSON_DEPTH): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'holds a number that is too large';
  if (typeof value !== 'object' || value === null) return null;
  if (depth === 0) return `is nested deeper than ${JSON_DEPTH}`;
  for (const inner of Object.values(value)) {
    const problem = freeJsonProblem(inner, depth - 1);
    if (problem !== null) return problem;
  }
  return null;
}
