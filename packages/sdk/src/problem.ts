/** Why the server said no: problem details (RFC 9457) with Docket's own members. `docs/reference/refusals.md` lists the codes. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** JSON pointer into the part of the request that `in` names. */
  readonly pointer?: string;
  readonly in?: 'body' | 'query' | 'path' | 'header';
  readonly details?: Readonly<Record<string, unknown>>;
  /** Of `preview_outdated`: by pointers into the effects of the preview, as it was shown and as it would be now. */
  readonly difference?: readonly { readonly pointer: string; readonly before?: unknown; readonly after?: unknown }[];
  /** Where a body has several faults: all of them, 20 at most. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  /** True: the very same request may pass later. */
  readonly retry: boolean;
  readonly requestId: string;
}

/** Thrown for every answer that is not a good one. `code` is what programs decide by; `message` is for people. */
export class DocketProblem extends Error {
  override readonly name = 'DocketProblem';
  readonly code: string;
  readonly status: number;
  readonly problem: Problem;

  constructor(problem: Problem) {
    const where = problem.pointer === undefined ? '' : ` (${problem.in ?? 'body'} ${problem.pointer})`;
    super(`${problem.title} ${problem.detail}${where}`);
    this.code = problem.code;
    this.status = problem.status;
    this.problem = problem;
  }
}

/** Reads a bad answer. Whatever stands between client and server (a proxy, a firewall) may answer something else than a problem. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  if (response.headers.get('content-type')?.includes('application/problem+json') === true) {
    return JSON.parse(text) as Problem;
  }
  return {
    type: 'about:blank',
    title: `The server answered ${String(response.status)}.`,
    status: response.status,
    detail: text.slice(0, 200),
    code: 'not_a_problem',
    retry: response.status >= 500,
    requestId: '',
  };
}
