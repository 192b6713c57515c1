// Sends orders over HTTP as cheaply as Node can: a process of its own, so that its CPU time is counted apart, with ready
// made requests on plain sockets that are kept open. Told what to do over the channel of `fork` (see load.mjs).
import net from 'node:net';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { orderBodies } from './order-body.mjs';
import { spread } from './statistics.mjs';

const bodyCount = 2_048;

/**
 * One request at a time on one connection.
 * @param {{ host: string, port: number }} address
 */
function openConnection({ host, port }) {
  const socket = net.connect({ host, port });
  socket.setNoDelay(true);
  let pending = Buffer.alloc(0);
  let answered;
  let failed;
  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const headEnd = pending.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = pending.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) return void socket.destroy(new Error(`an answer without a length: ${head}`));
    const end = headEnd + 4 + Number(length);
    if (pending.length < end) return;
    const status = head.slice(9, 12);
    // Only answers that say no are read: their code is counted.
    const outcome = status === '201' ? status : `${status} ${codeOf(pending.toString('utf8', headEnd + 4, end))}`;
    pending = pending.subarray(end);
    answered(outcome);
  });
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('the server closed a connection')));
  return {
    opened: new Promise((resolve, reject) => {
      failed = reject;
      socket.once('connect', resolve);
    }),
    /** @param {Buffer} request */
    send: (request) =>
      new Promise((resolve, reject) => {
        answered = resolve;
        failed = reject;
        socket.write(request);
      }),
    close() {
      failed = undefined;
      socket.destroy();
    },
  };
}

function codeOf(body) {
  try {
    return JSON.parse(body).code ?? body.slice(0, 200);
  } catch {
    return body.slice(0, 200);
  }
}

const requests = new Map();

/** Complete requests, made once for each kind of body and headers. */
function requestsFor({ host, port, headers, sku }) {
  const name = JSON.stringify([host, port, headers, sku]);
  let made = requests.get(name);
  if (made === undefined) {
    const extra = Object.entries(headers).map(([key, value]) => `${key}: ${value}\r\n`);
    made = orderBodies(bodyCount).map((order) => {
      const text = Buffer.from(JSON.stringify(sku === undefined ? order : onePieceOf(order, sku)));
      const head = [
        'POST /api/v1/admin/orders HTTP/1.1\r\n',
        `host: ${host}:${port}\r\n`,
        'content-type: application/json\r\n',
        `content-length: ${text.length}\r\n`,
        ...extra,
        '\r\n',
      ];
      return Buffer.concat([Buffer.from(head.join('')), text]);
    });
    requests.set(name, made);
  }
  return made;
}

/** The same buyer with one piece of one product. */
function onePieceOf(order, sku) {
  const [line] = order.lines;
  const total = line.priceMicros / 10_000 + order.deliveries[0].price;
  return {
    ...order,
    lines: [{ ...line, sku, quantity: 1 }],
    payments: [{ ...order.payments[0], amount: total }],
    total,
  };
}

/** Orders from many clients at once, for a time or up to a count; with `rate`, no more than so many a second. */
async function load({ clients, seconds, count, rate, ...target }) {
  const ready = requestsFor(target);
  const connections = Array.from({ length: clients }, () => openConnection(target));
  await Promise.all(connections.map(({ opened }) => opened));

  const outcomes = {};
  const millis = [];
  let sent = 0;
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const until = seconds === undefined ? Number.POSITIVE_INFINITY : began + seconds * 1000;
  const most = count ?? Number.POSITIVE_INFINITY;
  await Promise.all(
    connections.map(async ({ send }) => {
      let now = performance.now();
      while (now < until && sent < most) {
        sent += 1;
        if (rate !== undefined) {
          await pause(Math.max(0, began + (sent / rate) * 1000 - performance.now()));
          now = performance.now();
        }
        const outcome = await send(ready[sent % ready.length]);
        const done = performance.now();
        millis.push(done - now);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        now = done;
      }
    }),
  );
  const elapsed = performance.now() - began;
  const cpu = process.cpuUsage(cpuBefore);
  for (const connection of connections) connection.close();
  return {
    seconds: elapsed / 1000,
    orders: outcomes['201'] ?? 0,
    outcomes,
    latency: spread(Float64Array.from(millis)),
    clientMicros: cpu.user + cpu.system,
  };
}

process.on('message', (task) => {
  load(task).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error instanceof Error ? error.message : String(error) }),
  );
});
