import { fork } from 'node:child_process';

/** How a process ended: an answer took too long, or it ended by itself, as one does that eats more memory than it may. */
type Ended = 'late' | 'gone';

/**
 * A process for what users write, which may loop or eat memory: it is asked one thing at a time, and ended where an answer
 * takes too long.
 */
export interface AskedProcess<Question, Answer> {
  /** Of one that has ended: how. */
  ask(question: Question, withinMillis: number): Promise<Answer | Ended>;
  end(): void;
}

export interface AskedProgram<Answer> {
  readonly program: string;
  readonly nodeFlags: readonly string[];
  /** True: the message is a sign of life and no answer, which may take as long again. */
  readonly isNews?: (message: Answer) => boolean;
  /** Milliseconds more until its first word, which may be one that it is ready: none where absent. */
  readonly startsWithin?: number;
  /** Told once, however it ended. */
  readonly gone?: () => void;
}

/** It knows nothing of its parent's environment, and keeps nobody waiting while it is asked nothing. */
export function startAsked<Question extends object, Answer extends object>({
  program,
  nodeFlags,
  isNews = () => false,
  startsWithin = 0,
  gone = () => undefined,
}: AskedProgram<Answer>): AskedProcess<Question, Answer> {
  const child = fork(program, [], {
    serialization: 'advanced',
    env: {},
    execArgv: [...nodeFlags],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let settle: ((answer: Answer | Ended) => void) | undefined;
  let ended: Ended | undefined;
  let limit: NodeJS.Timeout | undefined;
  let patience = 0;
  let starting = startsWithin;

  const rest = (): void => {
    child.unref();
    child.channel?.unref();
  };
  const answered = (answer: Answer | Ended): void => {
    clearTimeout(limit);
    const settled = settle;
    settle = undefined;
    rest();
    settled?.(answer);
  };
  const end = (how: Ended): void => {
    if (ended !== undefined) return;
    ended = how;
    child.removeAllListeners();
    child.on('error', () => undefined);
    child.kill('SIGKILL');
    gone();
    answered(how);
  };
  const wait = (): void => {
    clearTimeout(limit);
    limit = setTimeout(end, patience + starting, 'late');
  };
  child.on('message', (message) => {
    starting = 0;
    if (!isNews(message as Answer)) answered(message as Answer);
    else if (settle !== undefined) wait();
  });
  child.once('exit', () => end('gone'));
  child.once('error', () => end('gone'));
  rest();
  return {
    ask: (question, withinMillis) =>
      new Promise((resolve) => {
        if (ended !== undefined) {
          resolve(ended);
          return;
        }
        settle = resolve;
        patience = withinMillis;
        child.ref();
        child.channel?.ref();
        wait();
        // Refused only by a channel that is closed already, and then its end follows.
        child.send(question, () => undefined);
      }),
    end: () => end('gone'),
  };
}
