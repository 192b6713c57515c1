import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../setup/api.js';
import { keep, type Pair, pairsOf, play } from './golden.js';
import { orderIn } from './orders-in-every-state.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const FILES = ['reads', 'commands', 'invoices'];

describe.each(FILES)('golden pairs of %s', (name) => {
  const kept: Pair[] = [];
  afterAll(() => keep(name, kept));
  it.each(pairsOf(name))('$name ($given)', async (pair) => {
    const orderId = pair.given === 'none' ? 'none' : await orderIn(api, pair.given);
    const { body } = orderId === 'none' ? { body: null } : await api.ask('GET', `/api/v1/admin/orders/${orderId}`);
    const { sequence } = (body ?? {}) as unknown as { sequence?: number };
    const { cancellationRequests: [request] = [] } = (
      orderId === 'none' ? {} : (await api.ask('GET', `/api/oms/pvt/orders/${orderId}`)).body
    ) as { cancellationRequests?: { id: string }[] };
    const others = new Map([
      ...(request === undefined ? [] : [[request.id, '<request>'] as const]),
      [orderId.slice(0, 13), '<group>'],
      [String(sequence), '<sequence>'],
    ]);
    const answer = await play(api, pair, { orderId, others: orderId === 'none' ? new Map() : others });
    kept.push({ ...pair, ...(answer === undefined ? {} : { answer }) });
  });
});

it('a stranger is told so in the words of VTEX', async () => {
  const answer = await api.ask('GET', '/api/oms/pvt/orders/x-01', { keyless: true });
  expect(answer).toMatchObject({ status: 401, body: { error: { code: '1', exception: null } } });
});
