import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestProblem } from './problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers `Prefer: preview`; every other address that writes refuses it. */
    previews?: true;
  }
}

/** The strong entity tag of an order: its version. */
export const etagOf = (version: number): string => `"${version}"`;

/** Longer lists of tags are no list of versions that somebody has seen. */
const MOST_TAGS = 50;

/**
 * The versions that `If-Match` (RFC 9110 §13.1.1) lets pass, or undefined where any will do. A weak tag matches none, as
 * the standard has it: an empty list then lets nothing pass. Refusal: header_invalid.
 */
export function expectedVersionOf(request: FastifyRequest): readonly number[] | undefined {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return undefined;
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.length > MOST_TAGS || !tags.every((tag) => /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(tag))) {
    const detail = 'If-Match takes the ETag of the order, such as "7", several of them, or *.';
    throw new RequestProblem('header_invalid', { in: 'header', pointer: '/if-match', detail });
  }
  return tags.flatMap((tag) => {
    const version = /^"([1-9]\d{0,14})"$/.exec(tag)?.[1];
    return version === undefined ? [] : [Number(version)];
  });
}

/** Whether `If-None-Match` names this version, so that 304 says all there is to say (weak comparison, RFC 9110). */
export function isKnown(request: FastifyRequest, version: number): boolean {
  const header = request.headers['if-none-match'];
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(version));
}

/** What `Prefer` (RFC 7240) asks of a write; wishes that nobody here knows are passed over, as it says. */
export interface Preference {
  /** A receipt instead of the order. */
  readonly minimal: boolean;
  /** To be told what would happen, and nothing more. */
  readonly preview: boolean;
}

export function preferenceOf(request: FastifyRequest): Preference {
  const header = request.headers['prefer'];
  if (header === undefined) return { minimal: false, preview: false };
  const wishes = String(header)
    .toLowerCase()
    .split(/[,;]/)
    .map((wish) => wish.replaceAll(/["\s]/g, ''));
  return { minimal: wishes.includes('return=minimal'), preview: wishes.includes('preview') };
}

/** Refuses a preview wherever none can be made: carrying it out instead would be the opposite of what was asked. */
export function refusePreviewsElsewhere(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, next) => {
    const { previews } = request.routeOptions.config;
    const refused = previews !== true && request.method !== 'GET' && request.method !== 'HEAD';
    if (refused && preferenceOf(request).preview) {
      next(new RequestProblem('preview_unavailable', { in: 'header', pointer: '/prefer' }));
    } else {
      next();
    }
  });
}
