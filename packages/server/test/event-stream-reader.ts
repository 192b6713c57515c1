/** A message of an order stream as a test reads it. */
interface StreamMessage {
  readonly id: number;
  readonly event: string;
  readonly data: { readonly seq: number; readonly orderId: string; readonly version: number; readonly type: string };
}

export interface StreamReader {
  readonly status: number;
  readonly contentType: string | null;
  /** The next messages; waits for them. */
  take(count: number): Promise<StreamMessage[]>;
  /** The last id that came; waits for the first. */
  position(): Promise<number>;
  /** Waits until the server ends the stream. */
  ended(): Promise<void>;
  close(): Promise<void>;
}

/** Reads server-sent events as a browser does: blocks of fields, an id that stays until the next one, comments left out. */
export async function openEventStream(address: string, headers: Record<string, string>): Promise<StreamReader> {
  const end = new AbortController();
  const response = await fetch(address, { headers, signal: end.signal });
  const blocks = blocksOf(response);
  let lastId: number | null = null;

  async function nextBlock(): Promise<StreamMessage | 'position' | null> {
    const { value, done } = await blocks.next();
    if (done === true) return null;
    const fields = new Map(
      value.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
    );
    const id = fields.get('id');
    if (id !== undefined) lastId = Number(id);
    const data = fields.get('data');
    if (data === undefined) return 'position';
    return {
      id: lastId ?? -1,
      event: fields.get('event') ?? 'message',
      data: JSON.parse(data) as StreamMessage['data'],
    };
  }

  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    async take(count) {
      const messages: StreamMessage[] = [];
      while (messages.length < count) {
        const block = await nextBlock();
        if (block === null) throw new Error(`the stream ended after ${messages.length} of ${count} messages`);
        if (block !== 'position') messages.push(block);
      }
      return messages;
    },
    async position() {
      while (lastId === null) if ((await nextBlock()) === null) throw new Error('the stream ended without a position');
      return lastId;
    },
    async ended() {
      while ((await nextBlock()) !== null);
    },
    async close() {
      end.abort();
      await blocks.return();
    },
  };
}

async function* blocksOf(response: Response): AsyncGenerator<string, void, undefined> {
  if (response.body === null) return;
  let text = '';
  try {
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      yield* blocks;
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
  }
}
