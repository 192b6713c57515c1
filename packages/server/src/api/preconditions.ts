import type { FastifyRequest } from 'fastify';
import { RequestProblem } from './problem.js';

/** The strong entity tag of an order: its version. */
export const etagOf = (version: number): string => `"${version}"`;

/** The version that `If-Match` demands, or undefined where any will do. Refusal: header_invalid. */
export function expectedVersionOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = /^"([1-9]\d{0,14})"$/.exec(header)?.[1];
  if (version === undefined) {
    const detail = 'If-Match takes the one ETag of the order, such as "7", or *.';
    throw new RequestProblem('header_invalid', { in: 'header', pointer: '/if-match', detail });
  }
  return Number(version);
}

/** Whether `If-None-Match` names this version, so that 304 says all there is to say (weak comparison, RFC 9110). */
export function isKnown(request: FastifyRequest, version: number): boolean {
  const header = request.headers['if-none-match'];
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(version));
}

/** What `Prefer` (RFC 7240) asks of a write. A preview that would be carried out instead is refused. */
export function wantsMinimal(request: FastifyRequest): boolean {
  const header = request.headers['prefer'];
  if (header === undefined) return false;
  const wishes = String(header)
    .toLowerCase()
    .split(/[,;]/)
    .map((wish) => wish.replaceAll(/["\s]/g, ''));
  if (wishes.includes('preview')) throw new RequestProblem('preview_unavailable', { in: 'header', pointer: '/prefer' });
  return wishes.includes('return=minimal');
}
