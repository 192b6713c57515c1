import type { components } from '@docket/sdk';
import { docket, problemOf } from '../docket';

export type OrderChange = components['schemas']['OrderChange'];

interface Message {
  readonly id: number | null;
  readonly event: string;
  readonly data: string;
}

/** After so long away the list is read anew instead of every change since. */
const LONGEST_ABSENCE = 600_000;
const PAUSE = 1_000;
const LONG_PAUSE = 30_000;

/** How far this window has followed; an account has one, and changing it loads the page anew. */
const reached: { position: number | null; leftAt: number } = { position: null, leftAt: 0 };

/**
 * Follows the changes of orders until `signal` ends it, and goes on from where it ended when it is called again. `lost` is
 * called where changes may have been missed: at the first time, after a long absence, and where the server forgot the place.
 */
export async function followChanges(
  signal: AbortSignal,
  { changed, lost }: { readonly changed: (change: OrderChange) => void; readonly lost: () => void },
): Promise<void> {
  if (Date.now() - reached.leftAt > LONGEST_ABSENCE) reached.position = null;
  signal.addEventListener('abort', () => (reached.leftAt = Date.now()), { once: true });
  while (!signal.aborted) {
    let pause = PAUSE;
    try {
      const isNew = reached.position === null;
      const from = reached.position === null ? '' : `?from=${reached.position}`;
      const { body } = await docket.send(
        { method: 'GET', path: `/api/v1/admin/orders/stream${from}` },
        { signal, headers: { accept: 'text/event-stream' } },
      );
      if (body === null) return;
      if (isNew) lost();
      for await (const { id, event, data } of messagesOf(body)) {
        if (event === 'log_gap') return;
        if (data !== '') changed(JSON.parse(data) as OrderChange);
        if (id !== null) reached.position = id;
      }
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.code === 'position_unknown') reached.position = null;
      else if (problem?.status === 401 || problem?.status === 403) return;
      else pause = problem?.code === 'too_many_streams' ? LONG_PAUSE : PAUSE * 3;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Server-sent events: blocks of fields between empty lines. */
async function* messagesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Message> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop() ?? '';
      yield* blocks.map(messageOf);
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function messageOf(block: string): Message {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
  const id = fields.get('id');
  return {
    id: id === undefined ? null : Number(id),
    event: fields.get('event') ?? 'message',
    data: fields.get('data') ?? '',
  };
}
