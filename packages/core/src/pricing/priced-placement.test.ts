import { describe, expect, it } from 'vitest';
import { FACTS, NOON, place } from '../order/given.test-support.js';
import { refuse } from '../order/refusals.js';
import { off, offers, promotion } from './basket.test-support.js';
import { pricedPlacement } from './priced-placement.js';
import { quote, type QuoteFacts, type QuoteRequest } from './quote.js';

const SENT = place({ priced: true, payments: [], total: 0 });

const facts: QuoteFacts = {
  products: FACTS.products,
  shippingMethods: FACTS.shippingMethods,
  lists: [],
  entries: new Map(),
  offers: offers([promotion('ten', off(1000)), promotion('post', off(200, 'shipping'))]),
};
const request: QuoteRequest = {
  currency: 'EUR',
  rounding: 'half_up',
  store: 'default',
  channel: 'web',
  customer: { id: null, groups: [], organisation: null, firstOrder: null },
  paymentMethods: [],
  lines: SENT.lines,
  deliveries: [{ method: 'flat' }],
  at: NOON,
};

describe('a placement that is priced', () => {
  it('has what its quote says, and names the promotions that it uses', () => {
    expect(pricedPlacement(SENT, quote(request, facts))).toMatchObject({
      lines: [
        { sku: 'MUG', quantity: 2, priceMicros: 40_000_000, discountMicros: 0 },
        { sku: 'CUP', quantity: 1, priceMicros: 40_000_000 },
      ],
      deliveries: [{ method: 'flat', price: 300, address: { city: 'Porto' } }],
      discounts: [{ id: 'ten', amount: 1000 }],
      promotions: [
        { promotion: 'ten', coupon: null },
        { promotion: 'post', coupon: null },
      ],
    });
  });

  it('is refused as its quote is', () => {
    const refused = refuse('product_incomplete', '/lines/0/priceMicros', { sku: 'NEW' });
    expect(pricedPlacement(SENT, refused)).toBe(refused);
  });

  it('is never priced by the quote of another basket', () => {
    const other = quote({ ...request, lines: [...SENT.lines].reverse() }, facts);
    expect(() => pricedPlacement(SENT, other)).toThrow('another basket');
    expect(() => pricedPlacement(SENT, undefined)).toThrow('needs a quote');
  });
});
