import { fileURLToPath } from 'node:url';
import { type AskedProcess, startAsked } from '../asked-process.js';
import type { Evaluate } from './decide-page.js';

/** Evaluates what accounts write, in processes that may be ended at any time. */
export interface Expressions {
  readonly evaluate: Evaluate;
  /** What is wrong with a text that is no expression; null where it is one. */
  check(expression: string): Promise<string | null>;
  /** Whether an expression is true of a document, or why that cannot be said. */
  test(document: object, expression: string): Promise<boolean | { readonly error: string }>;
  close(): void;
}

/** The same file seen from `src` and from `dist`. */
const PROGRAM = fileURLToPath(new URL('../../bin/expressions.mjs', import.meta.url));

/** Warm processes of feeds and hooks at work; each is asked one thing at a time. */
const LIVE = 2;
/** Of what people try out and set up, which never keeps a feed waiting. */
const TRIED = 1;
/** For all expressions of a message, in milliseconds of the wall: the processor may be busy with others. */
const ANSWERS_WITHIN = 1_000;
const EACH_WITHIN = 20;
const STARTS_WITHIN = 10_000;
const HEAP_MEGABYTES = 64;

/** No files but to read, no processes, no threads, where Node offers that. */
const CONFINED = [
  process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission',
  '--allow-fs-read=*',
  '--no-warnings',
];

type Question = { readonly document: object; readonly expressions: readonly string[] } | { readonly check: string };

interface Result {
  readonly matches?: boolean;
  readonly error?: string;
  /** True: it took too long, or went too deep. */
  readonly limit?: boolean;
}

interface Answer {
  /** It has started, and begins with what it was asked. */
  readonly ready?: true;
  readonly results?: readonly Result[];
  readonly wrong?: string | null;
}

type Evaluator = AskedProcess<Question, Answer>;

interface Job {
  readonly question: Question;
  /** Null: the process ended over it. */
  readonly settle: (answer: Answer | null) => void;
}

export function createExpressions(): Expressions {
  const live = createEvaluators(LIVE);
  const tried = createEvaluators(TRIED);
  return {
    async evaluate(document, expressions) {
      const found = await results(live, document, expressions);
      return new Map(
        expressions.map((expression, nth) => {
          const result = found[nth] ?? FAILED;
          return [expression, result.limit === true ? 'failed' : result.matches === true];
        }),
      );
    },
    async check(expression) {
      const answer = await tried.ask({ check: expression });
      return answer?.wrong === undefined ? TOO_MUCH : answer.wrong;
    },
    async test(document, expression) {
      const [result = FAILED] = await results(tried, document, [expression]);
      return result.matches ?? { error: result.error ?? TOO_MUCH };
    },
    close() {
      live.close();
      tried.close();
    },
  };
}

const TOO_MUCH = 'it takes too much time or memory';
const FAILED: Result = { error: TOO_MUCH, limit: true };

/** Where the process ended over several, each is asked alone: one of them is to blame, and the others are not. */
async function results(
  evaluators: Evaluators,
  document: object,
  expressions: readonly string[],
): Promise<readonly Result[]> {
  const answer = await evaluators.ask({ document, expressions });
  if (answer?.results !== undefined) return answer.results;
  if (expressions.length <= 1) return expressions.map(() => FAILED);
  return (await Promise.all(expressions.map((expression) => results(evaluators, document, [expression])))).flat();
}

interface Evaluators {
  /** In the order in which they were asked. Null: a process ended over it. */
  ask(question: Question): Promise<Answer | null>;
  close(): void;
}

/** So many processes, started when they are needed, and again when one had to be ended. */
function createEvaluators(most: number): Evaluators {
  const waiting: Job[] = [];
  const idle: Evaluator[] = [];
  const all = new Set<Evaluator>();
  let closed = false;

  function work(): void {
    while (waiting.length > 0 && !closed) {
      const evaluator = idle.pop() ?? (all.size < most ? begin() : undefined);
      const job = evaluator === undefined ? undefined : waiting.shift();
      if (evaluator === undefined || job === undefined) return;
      void put(evaluator, job);
    }
  }

  async function put(evaluator: Evaluator, { question, settle }: Job): Promise<void> {
    const count = 'expressions' in question ? question.expressions.length : 1;
    const answer = await evaluator.ask(question, ANSWERS_WITHIN + EACH_WITHIN * count);
    if (typeof answer !== 'string') idle.push(evaluator);
    settle(typeof answer === 'string' ? null : answer);
    work();
  }

  function begin(): Evaluator {
    const evaluator: Evaluator = startAsked({
      program: PROGRAM,
      nodeFlags: [`--max-old-space-size=${HEAP_MEGABYTES}`, ...CONFINED],
      startsWithin: STARTS_WITHIN,
      isNews: ({ ready }) => ready === true,
      gone: () => {
        all.delete(evaluator);
        const place = idle.indexOf(evaluator);
        if (place >= 0) idle.splice(place, 1);
      },
    });
    all.add(evaluator);
    return evaluator;
  }

  return {
    ask: (question) =>
      new Promise((settle) => {
        waiting.push({ question, settle });
        work();
      }),
    close() {
      closed = true;
      for (const evaluator of all) evaluator.end();
      for (const { settle } of waiting.splice(0)) settle(null);
    },
  };
}
