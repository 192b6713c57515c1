import type { FastifyRequest } from 'fastify';
import { isStorable } from './json-body.js';
import { RequestProblem } from './problem.js';

/** Stands beside every event whose sender gave no reason; the actor names the sender. */
const USUAL = 'asked over the API';
/** Those that acted for us, or by buttons of ours, gave the reasons that stand in our sources. */
const OURS = /^(timer|demo|restore)$|^(shopper|guest):/;
const LONGEST = 200;
const CONTROL = /\p{Cc}/u;

/**
 * What `Docket-Reason` says, percent-decoded as UTF-8 (RFC 3986): headers are ASCII, and `encodeURIComponent` is in every
 * language. Plain ASCII without % stands as it is. Refusal: header_invalid.
 */
export function reasonOf(request: FastifyRequest): string {
  const header = request.headers['docket-reason'];
  if (header === undefined) return USUAL;
  const reason = typeof header === 'string' ? decoded(header) : null;
  if (
    reason === null ||
    reason.length === 0 ||
    reason.length > LONGEST ||
    CONTROL.test(reason) ||
    !isStorable(reason)
  ) {
    const detail = `Docket-Reason must be 1 to ${LONGEST} characters, percent-encoded as UTF-8 where they are not ASCII.`;
    throw new RequestProblem('header_invalid', { in: 'header', pointer: '/docket-reason', detail });
  }
  return reason;
}

/**
 * Whether somebody may have typed the reason of an event: as free text about an order it is personal, and shown with
 * `personal.view` alone. What the header leaves out and what imports say is ours.
 */
export const mayBeTyped = (actor: string, reason: string): boolean =>
  !OURS.test(actor) && reason !== USUAL && !/^import [\w-]{1,40}$/.test(reason);

function decoded(header: string): string | null {
  if (!/^[\x20-\x7e]*$/.test(header)) return null;
  try {
    return decodeURIComponent(header).trim();
  } catch {
    return null;
  }
}
