import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { RequestProblem } from './problem.js';

/** What a browser waits before it opens a stream again, in milliseconds. */
const RETRY = 1_000;
/** Bytes that may wait for a slow reader, beside those that the system holds. */
const BUFFER = 65_536;

/** How many streams may be open, of one caller and in all, and how long what lasts, in milliseconds. */
export interface StreamLimits {
  readonly caller: number;
  readonly process: number;
  /** Something comes this often, or a proxy or a telephone on the way would drop the connection. */
  readonly heartbeat: number;
  /** A reader that takes nothing for so long is cut off; it resumes where it was. */
  readonly patience: number;
  /** Then a stream ends and is opened anew: a key that was revoked reads on no longer than that. */
  readonly lifetime: number;
}

/** A page of what a stream tells: the position it reaches, and its messages as text. */
export interface StreamPage {
  readonly position: number;
  readonly text: string;
}

/** One message of server-sent events. `id` is the position that the reader resumes from. */
export const streamMessage = (id: number, data: object, event?: string): string =>
  `id: ${id}\n${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;

/** The streams that a process has open. */
export interface OpenStreams {
  /**
   * Answers with server-sent events (HTML standard, section 9.2) until the reader goes, the pages end, the lifetime is over
   * or the server stops. `pages` gets a signal that says so. Throws too_many_streams.
   */
  answer(
    reply: FastifyReply,
    from: { readonly caller: string; readonly position: number },
    pages: (signal: AbortSignal) => AsyncGenerator<StreamPage, void, undefined>,
  ): FastifyReply;
  /** Ends all of them, as a server does that stops: readers resume with another process. */
  endAll(): void;
}

export function createOpenStreams(limits: StreamLimits): OpenStreams {
  const open = new Map<AbortController, string>();

  function take(caller: string): AbortController {
    const own = [...open.values()].filter((each) => each === caller).length;
    if (own >= limits.caller) throw tooMany('caller', limits.caller);
    if (open.size >= limits.process) throw tooMany('process', limits.process);
    const end = new AbortController();
    open.set(end, caller);
    return end;
  }

  return {
    answer(reply, { caller, position }, pages) {
      const end = take(caller);
      const lifetime = setTimeout(() => end.abort(), limits.lifetime);
      // The response, not the stream: that one is closed only after its pages have heard of the end.
      reply.raw.once('close', () => {
        clearTimeout(lifetime);
        open.delete(end);
        end.abort();
      });
      const cut = (): void => void reply.raw.destroy();
      const text = Readable.from(textOf(pages(end.signal), position, cut, limits), {
        objectMode: false,
        highWaterMark: BUFFER,
      });
      return reply
        .type('text/event-stream')
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no')
        .send(text);
    },
    endAll() {
      for (const end of open.keys()) end.abort();
    },
  };
}

const tooMany = (of: string, limit: number): RequestProblem =>
  new RequestProblem('too_many_streams', { details: { of, limit } });

async function* textOf(
  pages: AsyncGenerator<StreamPage, void, undefined>,
  after: number,
  cut: () => void,
  { heartbeat, patience }: StreamLimits,
): AsyncGenerator<string, void, undefined> {
  let position = after;
  let impatience: NodeJS.Timeout | undefined;
  // Each text that is given out must be asked for more in time.
  const patiently = (text: string): string => {
    impatience = setTimeout(cut, patience);
    return text;
  };
  try {
    yield patiently(`retry: ${RETRY}\nid: ${position}\n\n`);
    clearTimeout(impatience);
    for (let next = pages.next(); ;) {
      const page = await within(heartbeat, next);
      if (page !== null && page.done === true) return;
      if (page !== null) {
        position = page.value.position;
        next = pages.next();
        // Whoever stops asking leaves it behind; whoever asks gets its error.
        next.catch(() => undefined);
        if (page.value.text === '') continue;
      }
      // What was passed over needs not be passed over again: a heartbeat carries the position too.
      yield patiently(page?.value.text ?? `: still here\nid: ${position}\n\n`);
      clearTimeout(impatience);
    }
  } finally {
    clearTimeout(impatience);
    await pages.return();
  }
}

/** Null where it takes longer. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
