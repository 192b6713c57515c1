import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { compose, type Composition } from '../src/compose.js';
import { openEventStream, type StreamReader } from './event-stream-reader.js';
import { ADMIN, createTestApi, ORDER, TEST_SECRET, type TestApi } from './setup/api.js';

const KEY = { key: 'docket-demo', token: 'docket-demo-token' };

let api: TestApi;
/** Another process on the same database: what it writes, the first one learns from the database alone. */
let other: Composition;
let address: string;

beforeAll(async () => {
  api = await createTestApi();
  const settings = { demo: false, appKey: KEY, role: 'api' } as const;
  other = await compose({ settings, database: api.database, secret: TEST_SECRET, logLevel: 'silent' });
  await api.api.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(api.api.server.address() as AddressInfo).port}${ADMIN}/orders/stream`;
});
afterAll(async () => {
  await other.close();
  await api.end();
});

const DEMO = { 'x-vtex-api-appkey': 'docket-demo', 'x-vtex-api-apptoken': 'docket-demo-token' };

async function open(query = '', headers: Record<string, string> = {}): Promise<StreamReader> {
  const reader = await openEventStream(address + query, { ...DEMO, ...headers });
  onTestFinished(() => reader.close());
  return reader;
}

const place = async (through: Composition['api'] = api.api): Promise<string> => {
  const request = { method: 'POST', url: `${ADMIN}/orders`, headers: DEMO, payload: { ...ORDER } } as const;
  const answer = await through.inject(request);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ orderId: string }>().orderId;
};

const headSeq = async (): Promise<number> => {
  const { rows } = await api.database.owner.query<{ seq: number }>('select seq from account_heads');
  return rows[0]?.seq ?? 0;
};

describe('the stream of orders', () => {
  it('tells of an order when it is placed, whichever process took it', async () => {
    const stream = await open();
    expect(stream.status).toBe(200);
    expect(stream.contentType).toBe('text/event-stream');
    for (const process of [api.api, other.api]) {
      const began = performance.now();
      const orderId = await place(process);
      const [message] = await stream.take(1);
      expect(message).toMatchObject({
        id: await headSeq(),
        data: { seq: await headSeq(), orderId, version: 1, type: 'order_placed', order: { status: 'payment-pending' } },
      });
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });

  it('begins after the position that it is given, by address or by header, which goes before', async () => {
    await place();
    await place();
    const head = await headSeq();
    const seqs = async (stream: StreamReader, count: number) => (await stream.take(count)).map(({ id }) => id);
    expect(await seqs(await open(`?from=${head - 2}`), 2)).toEqual([head - 1, head]);
    expect(await seqs(await open(`?from=0`, { 'last-event-id': String(head - 1) }), 1)).toEqual([head]);
    expect(await seqs(await open('?from=0'), head)).toEqual(Array.from({ length: head }, (_, n) => n + 1));
  });

  it('gives a position at once and while nothing is told, so that no reader begins anew', async () => {
    const stream = await open('?type=order_cancelled');
    expect(await stream.position()).toBe(await headSeq());
  });

  it('tells of the types that are asked for alone', async () => {
    const head = await headSeq();
    const orderId = await place();
    const post = (path: string, payload: object) =>
      api.api.inject({ method: 'POST', url: `${ADMIN}/orders/${orderId}${path}`, headers: DEMO, payload });
    await post('/notes', { text: 'hello' });
    await post('/payments/1/notify', {});
    const stream = await open(`?from=${head}&type=note_added&type=payment_approved`);
    expect((await stream.take(2)).map(({ data }) => data.type)).toEqual(['note_added', 'payment_approved']);
  });

  it('refuses a position that the account has not reached, and one that is none', async () => {
    const head = await headSeq();
    const ahead = await api.ask('GET', `${ADMIN}/orders/stream?from=${head + 1}`);
    expect(ahead).toMatchObject({ status: 409, body: { code: 'position_unknown', details: { head } } });
    const nonsense = await api.ask('GET', `${ADMIN}/orders/stream`, { headers: { 'last-event-id': '1; drop' } });
    expect(nonsense).toMatchObject({ status: 400, body: { code: 'header_invalid', pointer: '/last-event-id' } });
    expect((await api.ask('GET', `${ADMIN}/orders/stream?from=-1`)).status).toBe(400);
    expect((await api.ask('GET', `${ADMIN}/orders/stream?type=nonsense`)).status).toBe(400);
    expect((await api.ask('HEAD', `${ADMIN}/orders/stream`)).status).toBe(404);
  });

  it('gives one caller ten streams at most, and takes them back', async () => {
    const streams: StreamReader[] = [];
    for (let count = 0; count < 10; count += 1) streams.push(await open());
    const refused = await api.ask('GET', `${ADMIN}/orders/stream`);
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'too_many_streams', retry: true, details: { limit: 10 } },
    });
    await streams[0]?.close();
    await expect.poll(async () => (await tryOpen()).status).toBe(200);
  });
});

async function tryOpen(): Promise<StreamReader> {
  const reader = await openEventStream(address, DEMO);
  await reader.close();
  return reader;
}

describe('a reader that loses its connection again and again under load', () => {
  it('sees each position exactly once and in order', async () => {
    const start = await headSeq();
    const placements = 60;
    const committedAt = new Map<string, number>();
    const load = (async () => {
      const take = async (process: Composition['api'], count: number): Promise<void> => {
        for (let done = 0; done < count; done += 1) {
          const orderId = await place(process);
          committedAt.set(orderId, performance.now());
        }
      };
      await Promise.all([
        take(api.api, placements / 3),
        take(other.api, placements / 3),
        take(other.api, placements / 3),
      ]);
    })();

    const seen: number[] = [];
    const latencies: number[] = [];
    let position = start;
    while (seen.length < placements) {
      const stream = await open('', { 'last-event-id': String(position) });
      for (const { id, data } of await stream.take(Math.min(7, placements - seen.length))) {
        seen.push(id);
        position = id;
        const committed = committedAt.get(data.orderId);
        // Nearly always the stream is there before the sender has its answer.
        latencies.push(committed === undefined ? 0 : performance.now() - committed);
      }
      await stream.close();
    }
    await load;
    expect(seen).toEqual(Array.from({ length: placements }, (_, n) => start + 1 + n));
    const late = latencies.sort((a, b) => a - b);
    const [median, worst] = [late[placements / 2], late.at(-1)].map((each) => (each ?? 0).toFixed(1));
    console.info(`stream under load, reconnecting: message after the answer by median ${median} ms, worst ${worst} ms`);
  });
});

describe('from the sender to the reader', () => {
  it('takes about as long as the answer to the sender; the figures are printed', async () => {
    const stream = await open();
    for (const [name, process] of [
      ['this process', api.api],
      ['another process', other.api],
    ] as const) {
      const figures: { answer: number; message: number }[] = [];
      for (let count = 0; count < 20; count += 1) {
        const began = performance.now();
        const message = stream.take(1).then(() => performance.now() - began);
        await place(process);
        figures.push({ answer: performance.now() - began, message: await message });
      }
      const median = (which: 'answer' | 'message'): string =>
        (figures.map((each) => each[which]).sort((a, b) => a - b)[10] ?? 0).toFixed(1);
      console.info(
        `stream, placed by ${name}: answer after ${median('answer')} ms, message after ${median('message')} ms`,
      );
    }
  });
});

describe('a server that stops', () => {
  it('ends its streams at once, and stops in no time', async () => {
    const settings = { demo: false, appKey: KEY, role: 'api' } as const;
    const stopping = await compose({ settings, database: api.database, secret: TEST_SECRET, logLevel: 'silent' });
    await stopping.api.listen({ port: 0, host: '127.0.0.1' });
    const { port } = stopping.api.server.address() as AddressInfo;
    const stream = await openEventStream(`http://127.0.0.1:${port}${ADMIN}/orders/stream`, DEMO);
    await stream.position();
    const began = performance.now();
    const closed = stopping.close();
    await stream.ended();
    await closed;
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
