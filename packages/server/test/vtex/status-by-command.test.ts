import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../setup/api.js';
import { orderIn } from './orders-in-every-state.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const OMS = '/api/oms/pvt/orders';
const PAPER = 'invoice/NF%201%2F1';
const RETURN = 'invoice/R%201%2F1';

const paper = (type: string, invoiceNumber: string, invoiceValue: number): object => ({
  type, invoiceNumber, invoiceValue, issuanceDate: '2026-03-03', items: [],
}); // prettier-ignore

/** What these tests read of an order before they ask. */
interface Asked {
  readonly value: number;
  readonly packageAttachment: {
    readonly packages: readonly { readonly type: string; readonly invoiceValue: number }[];
  };
  readonly cancellationRequests: readonly { readonly id: string }[] | null;
}

/** Of what is invoiced whole, something all the same. */
const left = ({ value, packageAttachment: { packages } }: Asked): number =>
  packages.reduce((sum, { type, invoiceValue }) => (type === 'Output' ? sum - invoiceValue : sum), value) || 100;

/** What is sent, in the order of the columns. `{order}` stands for the id of the order. */
const COMMANDS: Readonly<Record<string, { readonly call: string; readonly body: (order: Asked) => object }>> = {
  'start handling': { call: `POST ${OMS}/{order}/start-handling`, body: () => ({}) },
  cancel: { call: `POST ${OMS}/{order}/cancel`, body: () => ({}) },
  deny: {
    call: 'POST /api/orders/pvt/document/{order}/deny-cancellation-request',
    body: ({ cancellationRequests }) => ({
      cancellationRequestId: cancellationRequests?.at(-1)?.id ?? 'none',
      denyReason: 'packed',
    }),
  },
  'invoice the rest': { call: `POST ${OMS}/{order}/invoice`, body: (order) => paper('Output', 'B1', left(order)) },
  'take back': { call: `POST ${OMS}/{order}/invoice`, body: () => paper('Input', 'R1', 100) },
  'notify the payment': { call: `POST ${OMS}/{order}/payments/P1/payment-notification`, body: () => ({}) },
  log: { call: `POST ${OMS}/{order}/interactions`, body: () => ({ source: 'erp', message: 'seen' }) },
  'number the parcel': { call: `PATCH ${OMS}/{order}/${PAPER}`, body: () => ({ trackingNumber: 'BR2' }) },
  'track the parcel': { call: `PUT ${OMS}/{order}/${PAPER}/tracking`, body: () => ({ isDelivered: true }) },
  'number the return': { call: `PATCH ${OMS}/{order}/${RETURN}`, body: () => ({ trackingNumber: 'BACK2' }) },
  'track the return': { call: `PUT ${OMS}/{order}/${RETURN}/tracking`, body: () => ({ isDelivered: true }) },
  fulfil: { call: 'POST /api/fulfillment/pvt/orders/{order}/fulfill', body: () => ({ marketplaceOrderId: '7' }) },
};

/**
 * The status of the answer to each command in each state (vtex-oms §3.3, §3.4, §3.6, §7.4, §8.1, §8.3, §8.5), first of the
 * workflow `complete`, then of the others. Nobody places an order of the workflow `chain` yet.
 */
const TABLE: Readonly<Record<string, readonly number[]>> = {
  //                                start cancel deny inv. back notify log  num. track num. track fulfil
  incomplete:                        [409,  400,  400,  400, 400, 400,   200, 404, 404, 404, 404,  400],
  'payment-pending':                 [409,  200,  400,  400, 400, 200,   200, 404, 404, 404, 404,  400],
  'window-to-cancel':                [409,  200,  400,  400, 400, 200,   200, 404, 404, 404, 404,  201],
  'ready-for-handling':              [204,  200,  400,  200, 400, 200,   200, 404, 404, 404, 404,  201],
  handling:                          [409,  200,  400,  200, 400, 200,   200, 404, 404, 404, 404,  201],
  'partly invoiced':                 [409,  400,  400,  200, 400, 200,   200, 200, 400, 404, 404,  201],
  'cancellation asked':              [409,  200,  200,  200, 400, 200,   200, 404, 404, 404, 404,  201],
  invoiced:                          [409,  400,  400,  400, 200, 200,   200, 200, 400, 404, 404,  201],
  'on its way':                      [409,  400,  400,  400, 200, 200,   200, 200, 200, 404, 404,  201],
  'taken back':                      [409,  400,  400,  400, 200, 200,   200, 200, 200, 200, 400,  201],
  'on its way back':                 [409,  400,  400,  400, 200, 200,   200, 200, 200, 200, 200,  201],
  canceled:                          [409,  200,  400,  400, 400, 400,   200, 404, 404, 404, 404,  400],
  'marketplace, at the seller':      [409,  200,  400,  400, 400, 400,   200, 404, 404, 404, 404,  400],
  'marketplace, unpaid':             [409,  200,  400,  400, 400, 200,   200, 404, 404, 404, 404,  400],
  'marketplace, paid':               [409,  200,  400,  200, 400, 200,   200, 404, 404, 404, 404,  201],
  'marketplace, cancellation asked': [409,  200,  200,  200, 400, 200,   200, 404, 404, 404, 404,  201],
  'marketplace, invoiced':           [409,  400,  400,  400, 200, 200,   200, 200, 400, 404, 404,  201],
  'marketplace, canceled':           [409,  200,  400,  400, 400, 400,   200, 404, 404, 404, 404,  400],
  'fulfillment, at the marketplace': [409,  200,  400,  400, 400, 400,   200, 404, 404, 404, 404,  201],
  'fulfillment, ready':              [204,  200,  400,  200, 400, 400,   200, 404, 404, 404, 404,  201],
  'fulfillment, handling':           [409,  200,  400,  200, 400, 400,   200, 404, 404, 404, 404,  201],
  'fulfillment, cancellation asked': [409,  200,  200,  200, 400, 400,   200, 404, 404, 404, 404,  201],
  'fulfillment, invoiced':           [409,  400,  400,  400, 200, 400,   200, 200, 400, 404, 404,  201],
  'fulfillment, canceled':           [409,  200,  400,  400, 400, 400,   200, 404, 404, 404, 404,  400],
  'simple, pending':                 [204,  200,  400,  400, 400, 200,   200, 404, 404, 404, 404,  400],
  'simple, processing':              [409,  200,  400,  200, 400, 200,   200, 404, 404, 404, 404,  201],
  'simple, shipped':                 [409,  400,  400,  400, 200, 200,   200, 200, 200, 404, 404,  201],
  'simple, cancelled':               [409,  200,  400,  400, 400, 400,   200, 404, 404, 404, 404,  400],
  'free, new':                       [204,  200,  400,  200, 400, 200,   200, 404, 404, 404, 404,  400],
  'free, done':                      [204,  400,  400,  400, 200, 200,   200, 404, 404, 404, 404,  201],
  'free, cancelled':                 [409,  200,  400,  400, 400, 400,   200, 404, 404, 404, 404,  400],
}; // prettier-ignore

const read = async (orderId: string): Promise<Asked> =>
  (await api.ask('GET', `${OMS}/${orderId}`)).body as unknown as Asked;

describe('what a connector may ask of an order', () => {
  it.each(Object.entries(TABLE))('%s', async (state, answers) => {
    const found: number[] = [];
    let orderId: string | null = null;
    for (const { call, body } of Object.values(COMMANDS)) {
      orderId ??= await orderIn(api, state);
      const before = await read(orderId);
      const [method = '', path = ''] = call.replace('{order}', orderId).split(' ');
      const answer = await api.ask(method as 'POST', path, { body: body(before) });
      found.push(answer.status);
      // What was accepted may have changed it: the next one is asked of another order in the same state.
      if (answer.status < 400) orderId = null;
      else {
        // refused, it changed nothing, and says why in the words of VTEX
        expect(await read(orderId)).toEqual(before);
        expect(answer.body).toMatchObject({
          error: { code: expect.any(String) as string, message: expect.any(String) as string, exception: null },
        });
      }
    }
    expect(byName(found)).toEqual(byName(answers));
  });
});

const byName = (answers: readonly number[]): object =>
  Object.fromEntries(Object.keys(COMMANDS).map((name, column) => [name, answers[column]]));
