import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { RequestProblem } from './problem.js';

/** The strong entity tag of a setting: of what it says, so that it needs no counter. */
export const contentTag = (row: object): string =>
  `"${createHash('sha256').update(JSON.stringify(row, sorted)).digest('base64url').slice(0, 22)}"`;

/** The same content has the same tag, in whichever order the database or a sender names its fields. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Whether `If-None-Match` of a read names what is there, so that 304 says all there is to say. */
export function isKnownContent(request: FastifyRequest, row: object): boolean {
  const tags = tagsOf(request, 'if-none-match');
  return tags !== null && (tags.includes('*') || tags.map((tag) => tag.replace(/^W\//, '')).includes(contentTag(row)));
}

/**
 * Asks the conditions of a write of what is there now (null: nothing). `If-Match` names what was read, `If-None-Match: *`
 * demands that there is nothing yet. Refusals: version_mismatch, header_invalid.
 */
export function refuseOtherContent(request: FastifyRequest, before: object | null): void {
  const wanted = tagsOf(request, 'if-match');
  const tag = before === null ? null : contentTag(before);
  if (wanted !== null && (tag === null || !(wanted.includes('*') || wanted.includes(tag)))) {
    throw new RequestProblem('version_mismatch', tag === null ? {} : { details: { etag: tag } });
  }
  const unwanted = tagsOf(request, 'if-none-match');
  if (unwanted !== null && tag !== null && (unwanted.includes('*') || unwanted.includes(tag))) {
    throw new RequestProblem('version_mismatch', { details: { etag: tag } });
  }
}

/** The tags of a conditional header; null where there is none. Refusal: header_invalid. */
function tagsOf(request: FastifyRequest, header: 'if-match' | 'if-none-match'): readonly string[] | null {
  const value = request.headers[header];
  if (value === undefined) return null;
  const tags = value.split(',').map((tag) => tag.trim());
  if (tags.length <= 100 && tags.every((tag) => tag === '*' || /^(?:W\/)?"[\x21\x23-\x7e]{0,100}"$/.test(tag)))
    return tags;
  const detail = `${header} takes an ETag such as "abc", or *.`;
  throw new RequestProblem('header_invalid', { in: 'header', pointer: `/${header}`, detail });
}
