// One client on one connection that is kept open, and the long order that it asks about.
import http from 'node:http';
import { orderBodies } from './order-body.mjs';

/**
 * @param {Awaited<ReturnType<typeof import('./docket.mjs').startDocket>>} docket
 * @param {(step: () => unknown) => void} undo
 * @returns {(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<string>} asks and
 *   answers the body; anything but a success is thrown
 */
export function openAsker(docket, undo) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  undo(() => agent.destroy());
  const { headers: known, ...target } = docket.target;
  return (method, path, body, headers = {}) => {
    const sent = body === undefined ? null : JSON.stringify(body);
    const type = sent === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) };
    return new Promise((resolve, reject) => {
      const options = { ...target, agent, method, path, headers: { ...known, ...headers, ...type } };
      const request = http.request(options, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (response.statusCode >= 300) reject(new Error(`${path}: ${response.statusCode} ${text.slice(0, 500)}`));
          else resolve(text);
        });
      });
      request.on('error', reject);
      request.end(sent ?? undefined);
    });
  };
}

/**
 * An order with the buyer and deliveries of the other parts, paid, so that every part of a document is there.
 * @param {ReturnType<typeof openAsker>} ask
 * @param {number} lines
 * @returns {Promise<string>} its id
 */
export async function placedOrder(ask, lines) {
  const [order] = orderBodies(1);
  const [line] = order.lines;
  const many = Array.from({ length: lines }, (_, n) => ({
    ...line,
    id: String(n + 1),
    sku: `DOC-${String(n + 1)}`,
    quantity: 1 + (n % 3),
    priceMicros: (490 + n) * 10_000,
    listPriceMicros: (590 + n) * 10_000,
  }));
  const shipping = order.deliveries[0].price;
  const total = many.reduce((sum, { quantity, priceMicros }) => sum + (quantity * priceMicros) / 10_000, shipping);
  const body = { ...order, lines: many, payments: [{ ...order.payments[0], amount: total }], total };
  const { orderId } = JSON.parse(await ask('POST', '/api/v1/admin/orders', body));
  await ask('POST', `/api/v1/admin/orders/${orderId}/payments/p1/approve`, {});
  return orderId;
}
