import { type Difference, REFUSALS, type Refusal, type RefusalCode } from '@docket/core/order/refusals';
import type { RefusalText } from '@docket/core/order/refusal-text';
import type { FastifyReply } from 'fastify';
import { REFUSAL_STATUS } from './native/refusal-status.js';
import { REQUEST_PROBLEMS, type RequestProblemCode } from './request-problems.js';

declare module 'fastify' {
  interface FastifyReply {
    /** Of the problem that was answered, for the counters; null where all went well. */
    problemCode: ProblemCode | null;
  }
}

export type ProblemCode = RequestProblemCode | RefusalCode;
export type ProblemPart = 'body' | 'query' | 'path' | 'header';
type Details = NonNullable<Refusal['details']>;

/** The answer to a request that failed: problem details of RFC 9457, with the extension members of Docket. */
export interface Problem {
  /** A page that explains the code. */
  readonly type: string;
  /** What the code means; the same for every occurrence. */
  readonly title: string;
  readonly status: number;
  /** What to do about it, or what exactly is wrong with the field. */
  readonly detail: string;
  readonly code: ProblemCode;
  /** JSON pointer into the part of the request that `in` names: `/lines/3/quantity`. */
  readonly pointer?: string;
  readonly in?: ProblemPart;
  readonly details?: Details;
  /** Of preview_outdated. */
  readonly difference?: readonly Difference[];
  /** Where a body has several faults: all of them, the first included, 20 at most. */
  readonly errors?: readonly ProblemError[];
  /** True: the very same request may pass later. */
  readonly retry: boolean;
  readonly requestId: string;
}

export interface ProblemError {
  readonly pointer: string;
  readonly detail: string;
}

/** Thrown by hooks and handlers to answer with a problem of the request; the error handler renders it. */
export class RequestProblem extends Error {
  readonly code: ProblemCode;
  readonly where: ProblemWhere;

  constructor(code: ProblemCode, where: ProblemWhere = {}) {
    super(code);
    this.code = code;
    this.where = where;
  }
}

export interface ProblemWhere {
  readonly detail?: string;
  readonly pointer?: string;
  readonly in?: ProblemPart;
  readonly details?: Details;
  readonly difference?: readonly Difference[];
  readonly errors?: readonly ProblemError[];
}

/** The status, meaning and remedy of a code, from whichever catalogue has it. */
export function describe(code: ProblemCode): RefusalText & { readonly status: number } {
  if (isRequestProblem(code)) return REQUEST_PROBLEMS[code];
  return { ...REFUSALS[code], status: REFUSAL_STATUS[code] };
}

/** A sender can nest keys a million deep; what we say about it stays short. */
export const MAX_POINTER = 500;

export function problemOf(code: ProblemCode, where: ProblemWhere, requestId: string): Problem {
  const { status, meaning, remedy, retry } = describe(code);
  return {
    type: `/docs/refusals/${code}`,
    title: meaning,
    status,
    detail: where.detail ?? remedy,
    code,
    ...(where.pointer === undefined ? {} : { pointer: where.pointer.slice(0, MAX_POINTER), in: where.in ?? 'body' }),
    ...(where.details === undefined ? {} : { details: where.details }),
    ...(where.difference === undefined ? {} : { difference: where.difference }),
    ...(where.errors === undefined || where.errors.length < 2 ? {} : { errors: where.errors }),
    retry,
    requestId,
  };
}

/** Answers with a problem. Refusals of core carry their pointer into the command, which is the body here. */
export function sendProblem(reply: FastifyReply, code: ProblemCode, where: ProblemWhere = {}): FastifyReply {
  const problem = problemOf(code, where, reply.request.id);
  reply.problemCode = code;
  if (problem.status === 401 && !isPage(reply)) {
    void reply.header('www-authenticate', 'Basic realm="docket", charset="UTF-8"');
  }
  const comesBack = problem.status === 503 || problem.status === 429;
  if (comesBack && !reply.hasHeader('retry-after')) void reply.header('retry-after', '1');
  return reply.code(problem.status).type('application/problem+json').send(problem);
}

/** A page of ours asks by script and shows a login of its own; with a challenge the browser would ask for a key instead. */
const isPage = ({ request }: FastifyReply): boolean => request.headers['sec-fetch-dest'] === 'empty';

/** A refusal of core as the native API says it. With If-Match, a conflict of versions is the caller's: 412. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal, versionWasAsked: boolean): FastifyReply {
  const { refused, ...where } = refusal;
  return sendProblem(reply, refused === 'version_conflict' && versionWasAsked ? 'version_mismatch' : refused, where);
}

function isRequestProblem(code: ProblemCode): code is RequestProblemCode {
  return Object.hasOwn(REQUEST_PROBLEMS, code);
}
