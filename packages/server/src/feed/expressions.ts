import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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

/** Warm processes; each is asked one thing at a time. */
const PROCESSES = 2;
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
  readonly results?: readonly Result[];
  readonly wrong?: string | null;
}

interface Job {
  readonly question: Question;
  /** Null: the process ended over it. */
  readonly settle: (answer: Answer | null) => void;
}

export function createExpressions(): Expressions {
  const waiting: Job[] = [];
  const idle: Evaluator[] = [];
  const all = new Set<Evaluator>();
  let closed = false;

  const ask = (question: Question): Promise<Answer | null> =>
    new Promise((settle) => {
      waiting.push({ question, settle });
      work();
    });

  function work(): void {
    while (waiting.length > 0 && !closed) {
      const evaluator = idle.pop() ?? (all.size < PROCESSES ? begin() : undefined);
      const job = evaluator === undefined ? undefined : waiting.shift();
      if (evaluator === undefined || job === undefined) return;
      evaluator.ask(job);
    }
  }

  function begin(): Evaluator {
    const evaluator = startEvaluator({
      free: () => {
        idle.push(evaluator);
        work();
      },
      gone: () => {
        all.delete(evaluator);
        const place = idle.indexOf(evaluator);
        if (place >= 0) idle.splice(place, 1);
        work();
      },
    });
    all.add(evaluator);
    return evaluator;
  }

  /** Where the process ended over several, each is asked alone: one of them is to blame, and the others are not. */
  async function results(document: object, expressions: readonly string[]): Promise<readonly Result[]> {
    const answer = await ask({ document, expressions });
    if (answer?.results !== undefined) return answer.results;
    if (expressions.length <= 1) return expressions.map(() => FAILED);
    return (await Promise.all(expressions.map((expression) => results(document, [expression])))).flat();
  }

  return {
    async evaluate(document, expressions) {
      const found = await results(document, expressions);
      return new Map(
        expressions.map((expression, nth) => {
          const result = found[nth] ?? FAILED;
          return [expression, result.limit === true ? 'failed' : result.matches === true];
        }),
      );
    },
    async check(expression) {
      const answer = await ask({ check: expression });
      return answer?.wrong === undefined ? TOO_MUCH : answer.wrong;
    },
    async test(document, expression) {
      const [result = FAILED] = await results(document, [expression]);
      return result.matches ?? { error: result.error ?? TOO_MUCH };
    },
    close() {
      closed = true;
      for (const evaluator of all) evaluator.end();
      for (const { settle } of waiting.splice(0)) settle(null);
    },
  };
}

const TOO_MUCH = 'it takes too much time or memory';
const FAILED: Result = { error: TOO_MUCH, limit: true };

interface Evaluator {
  ask(job: Job): void;
  end(): void;
}

/** One process. It is told free after each answer, and gone when it ended, by itself or because it took too long. */
function startEvaluator({ free, gone }: { readonly free: () => void; readonly gone: () => void }): Evaluator {
  const child: ChildProcess = fork(PROGRAM, [], {
    serialization: 'advanced',
    env: {},
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`, ...CONFINED],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let job: Job | undefined;
  let limit: NodeJS.Timeout | undefined;
  let isNew = true;

  function settle(answer: Answer | null): void {
    clearTimeout(limit);
    const settled = job;
    job = undefined;
    rest(child);
    settled?.settle(answer);
  }
  child.on('message', (answer) => {
    isNew = false;
    settle(answer as Answer);
    free();
  });
  const end = (): void => {
    child.removeAllListeners();
    child.on('error', () => undefined);
    child.kill('SIGKILL');
    gone();
    settle(null);
  };
  child.once('exit', end);
  child.once('error', end);
  rest(child);
  return {
    ask(asked) {
      job = asked;
      child.ref();
      child.channel?.ref();
      const { question } = asked;
      const count = 'expressions' in question ? question.expressions.length : 1;
      limit = setTimeout(end, ANSWERS_WITHIN + EACH_WITHIN * count + (isNew ? STARTS_WITHIN : 0));
      // Refused only by a channel that is closed already, and then its end follows.
      child.send(question, () => undefined);
    },
    end,
  };
}

/** A process that is asked nothing keeps nobody waiting. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
