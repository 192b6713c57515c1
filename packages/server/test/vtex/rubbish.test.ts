import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../setup/api.js';
import { BASKET } from './baskets.js';
import { orderIn } from './orders-in-every-state.js';

let api: TestApi;
let orderId: string;
beforeAll(async () => {
  api = await createTestApi();
  orderId = await orderIn(api, 'partly invoiced');
});
afterAll(() => api.end());

const order = '/api/oms/pvt/orders/{orderId}';
const document = '/api/orders/pvt/document/{orderId}';

/** Every address that takes a body, with the names that its body may have. */
const ROUTES: readonly (readonly ['POST' | 'PUT' | 'PATCH', string, readonly string[]])[] = [
  ['POST', `${order}/start-handling`, []],
  ['POST', `${order}/cancel`, ['reason', 'requestedByUser']],
  ['POST', `${document}/deny-cancellation-request`, ['cancellationRequestId', 'denyReason']],
  ['POST', `${order}/interactions`, ['source', 'message']],
  ['POST', `${order}/payments/P1/payment-notification`, []],
  ['POST', `${order}/invoice`, ['type', 'invoiceNumber', 'invoiceValue', 'issuanceDate', 'items', 'courier', 'dispatchedDate']],
  ['PATCH', `${order}/invoice/NF%201%2F1`, ['courier', 'trackingNumber', 'trackingUrl', 'dispatchedDate']],
  ['PUT', `${order}/invoice/NF%201%2F1/tracking`, ['isDelivered', 'deliveredDate', 'events']],
  ['PUT', '/api/checkout/pub/orders', Object.keys(BASKET)],
  ['POST', '/api/pub/transactions/A/payments?orderId=1', ['value']],
  ['POST', '/api/fulfillment/pvt/orders?affiliateId=SLR', [...Object.keys(BASKET), 'marketplaceOrderId', 'marketplacePaymentValue']],
  ['POST', '/api/fulfillment/pvt/orders/{orderId}/fulfill', ['marketplaceOrderId']],
]; // prettier-ignore

/** Values that a field of the right name was never meant to have, and some that it was. */
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(-1, 0, 0.5, 1e308, 9_007_199_254_740_991, '', ' ', '\u{1f600}', 'Output', '2026-13-40', '2026-03-02', null, true, [[]], {}),
  fc.string({ minLength: 2_001, maxLength: 2_100 }),
  fc.constantFrom<unknown>(BASKET.items, BASKET.shippingData, BASKET.paymentData),
  fc.array(fc.dictionary(fc.constantFrom('id', 'quantity', 'price', 'date', 'itemIndex', 'priceTags', 'value'), fc.jsonValue({ maxDepth: 2 })), { maxLength: 3 }),
); // prettier-ignore

describe('rubbish is answered, never with a failure of ours', () => {
  it.each(ROUTES)('%s %s', async (method, path, names) => {
    const named = names.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...names), value);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue({ maxDepth: 2 }), named, named, named), async (body) => {
        const answer = await api.ask(method, path.replace('{orderId}', orderId), { body });
        expect(answer.status, `${JSON.stringify(body)} → ${answer.text}`).toBeLessThan(500);
        if (answer.status >= 400) expect(answer.body).toHaveProperty('error.code');
      }),
      { numRuns: 60 },
    );
  });

  it.each(['page', 'per_page', 'f_creationDate', 'f_status', 'q', 'f_shippingEstimate', 'orderBy', 'sku_Ids', 'an'])(
    'the list by %s',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.string(), fc.integer().map(String)), async (text) => {
          const answer = await api.ask('GET', `/api/oms/pvt/orders?${name}=${encodeURIComponent(text)}`);
          expect(answer.status, `${text} → ${answer.text}`).toBeLessThan(500);
        }),
        { numRuns: 40 },
      );
    },
  );
});
