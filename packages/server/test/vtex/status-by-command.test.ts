import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../setup/api.js';
import { orderIn } from './orders-in-every-state.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const paper = (type: string, invoiceNumber: string, invoiceValue: number): object => ({
  type, invoiceNumber, invoiceValue, issuanceDate: '2026-03-03', items: [],
}); // prettier-ignore

/** What is sent, in the order of the columns. */
const COMMANDS: Readonly<Record<string, { readonly path: string; readonly body: object }>> = {
  'start handling': { path: '/start-handling', body: {} },
  cancel: { path: '/cancel', body: {} },
  'invoice the rest': { path: '/invoice', body: paper('Output', 'B1', 0) },
  'take back': { path: '/invoice', body: paper('Input', 'R1', 100) },
  'notify the payment': { path: '/payments/P1/payment-notification', body: {} },
  log: { path: '/interactions', body: { source: 'erp', message: 'seen' } },
};

/** The status of the answer to each command in each state (vtex-oms §3.3, §3.4, §3.6, §8.1, §8.3). */
const TABLE: Readonly<Record<string, readonly number[]>> = {
  //                     start cancel invoice back notify log
  incomplete:           [409, 400, 400, 400, 400, 200],
  'payment-pending':    [409, 200, 400, 400, 200, 200],
  'window-to-cancel':   [409, 200, 400, 400, 200, 200],
  'ready-for-handling': [204, 200, 200, 400, 200, 200],
  handling:             [409, 200, 200, 400, 200, 200],
  'partly invoiced':    [409, 400, 200, 400, 200, 200],
  'cancellation asked': [409, 200, 200, 400, 200, 200],
  invoiced:             [409, 400, 400, 200, 200, 200],
  canceled:             [409, 200, 400, 400, 400, 200],
}; // prettier-ignore

const CASES = Object.entries(TABLE).flatMap(([state, answers]) =>
  Object.keys(COMMANDS).map((command, column) => [state, command, answers[column] ?? 0] as const),
);

describe('what a connector may ask of an order', () => {
  it.each(CASES)('%s: %s is answered with %i', async (state, command, status) => {
    const orderId = await orderIn(api, state);
    const { path, body } = COMMANDS[command] ?? { path: '', body: {} };
    const left = state === 'partly invoiced' ? 4140 : 8140;
    const sent = command === 'invoice the rest' ? { ...body, invoiceValue: left } : body;
    const answer = await api.ask('POST', `/api/oms/pvt/orders/${orderId}${path}`, { body: sent });
    expect(answer.status, answer.text).toBe(status);
    if (status < 400) return;
    // refused, it changed nothing, and says why in the words of VTEX
    expect(answer.body).toEqual({
      error: { code: expect.any(String) as string, message: expect.any(String) as string, exception: null },
    });
  });
});
