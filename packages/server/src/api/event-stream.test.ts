import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { createOpenStreams, type OpenStreams, streamMessage, type StreamPage } from './event-stream.js';

const LIMITS = { caller: 2, process: 3, heartbeat: 60_000, patience: 60_000, lifetime: 60_000 };

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

/** A server whose one route streams these pages; the caller is named in the address. */
async function serving(
  pages: (signal: AbortSignal) => AsyncGenerator<StreamPage, void, undefined>,
  limits: Partial<typeof LIMITS> = {},
): Promise<{ streams: OpenStreams; port: number }> {
  const streams = createOpenStreams({ ...LIMITS, ...limits });
  app = fastify();
  app.addHook('preClose', (done) => {
    streams.endAll();
    done();
  });
  app.setErrorHandler((error: Error, _request, reply) => reply.code(429).send(error.message));
  app.get<{ Params: { caller: string } }>('/:caller', (request, reply) =>
    streams.answer(reply, { caller: request.params.caller, position: 7 }, pages),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { streams, port: (app.server.address() as AddressInfo).port };
}

const quiet = async function* (signal: AbortSignal): AsyncGenerator<StreamPage, void, undefined> {
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  yield* [];
};

/** Pages without an end: as many as anybody takes. */
const flood = (given: { pages: number }) =>
  async function* (signal: AbortSignal): AsyncGenerator<StreamPage, void, undefined> {
    for (let position = 8; !signal.aborted; position += 1) {
      given.pages += 1;
      yield await Promise.resolve({ position, text: streamMessage(position, { text: 'x'.repeat(10_000) }) });
    }
  };

function ask(port: number, caller = 'ana'): { socket: Socket; text: () => string; closed: Promise<void> } {
  let text = '';
  const socket = connect(port, '127.0.0.1', () =>
    socket.write(`GET /${caller} HTTP/1.1\r\nhost: docket\r\nconnection: close\r\n\r\n`),
  );
  socket.on('data', (data) => (text += data.toString()));
  socket.on('error', () => undefined);
  return { socket, text: () => text, closed: new Promise((resolve) => socket.once('close', () => resolve())) };
}

describe('a stream of server-sent events', () => {
  it('begins with the position, says that it is there, and carries on the position of what it passed over', async () => {
    const pages = async function* (signal: AbortSignal): AsyncGenerator<StreamPage, void, undefined> {
      yield { position: 9, text: '' };
      yield* quiet(signal);
    };
    const { port } = await serving(pages, { heartbeat: 30 });
    const { text, socket } = ask(port);
    await expect.poll(text).toContain(': still here\nid: 9\n\n');
    expect(text()).toContain('retry: 1000\nid: 7\n\n');
    socket.destroy();
  });

  it('lets nothing pile up for a reader that takes nothing, and cuts it off', async () => {
    const given = { pages: 0 };
    const { port } = await serving(flood(given), { patience: 200 });
    const { socket, closed } = ask(port);
    socket.pause();
    await expect.poll(() => given.pages).toBeGreaterThan(10);
    let before = 0;
    await expect.poll(() => [before, (before = given.pages)], { interval: 100 }).toSatisfy(([a, b]) => a === b);
    // 64 KB of the stream, and what the sockets of both sides take.
    expect(given.pages).toBeLessThan(1_000);
    await pause(400);
    socket.resume();
    await closed;
  });

  it('ends where its lifetime is over, and where the server stops, in no time', async () => {
    const { port } = await serving(quiet, { lifetime: 50 });
    const { text } = ask(port);
    await expect.poll(text).toMatch(/\r\n0\r\n\r\n$/);
    const began = performance.now();
    const { closed } = ask(port, 'bob');
    await expect.poll(text).toContain('retry');
    await app?.close();
    await closed;
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('is counted by caller and by process, and given back when its reader goes', async () => {
    const { port } = await serving(quiet);
    const open = [ask(port), ask(port), ask(port, 'bob')];
    for (const { text } of open) await expect.poll(text).toContain('200 OK');
    const third = ask(port);
    await expect.poll(third.text).toContain('429');
    const fourth = ask(port, 'eve');
    await expect.poll(fourth.text).toContain('429');
    open[0]?.socket.destroy();
    await expect
      .poll(async () => {
        const again = ask(port);
        await expect.poll(again.text).toMatch(/HTTP\/1.1 \d+/);
        const answered = again.text().slice(9, 12);
        again.socket.destroy();
        return answered;
      })
      .toBe('200');
  });
});
