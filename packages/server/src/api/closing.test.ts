import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { closeApi } from './closing.js';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

async function listening(): Promise<FastifyInstance> {
  const api = fastify();
  api.post('/slow', async () => {
    await sleep(150);
    return { done: true };
  });
  await api.listen({ host: '127.0.0.1', port: 0 });
  return api;
}

async function connected(api: FastifyInstance, text = ''): Promise<Socket> {
  const socket = connect((api.server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  // Until the server has it.
  await sleep(50);
  return socket;
}

const request = 'POST /slow HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

it.each([
  ['says nothing', ''],
  ['stopped in the middle of its headers', 'POST /slow HTTP/1.1\r\nhost'],
  ['stopped in the middle of its body', `${request}content-length: 100\r\n\r\n{"half":`],
])('a connection that %s does not keep the server from ending', { timeout: 3_000 }, async (_what, text) => {
  const api = await listening();
  await connected(api, text);
  const began = Date.now();
  await closeApi(api, 300);
  expect(Date.now() - began).toBeLessThan(1_500);
});

it('a request that runs is answered before the server ends', async () => {
  const api = await listening();
  const socket = await connected(api, `${request}content-length: 2\r\n\r\n{}`);
  let answer = '';
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
  const began = Date.now();
  await closeApi(api, 2_000);
  // The answer is there, and its connection was not waited for.
  expect(Date.now() - began).toBeLessThan(1_000);
  await sleep(20);
  expect(answer).toContain('{"done":true}');
});
