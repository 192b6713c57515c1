import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTS, given, NOON, place } from '../order/given.test-support.js';
import { isRefusal } from '../order/refusals.js';
import { coupon, off, offers, only, percent, promotion } from './basket.test-support.js';
import type { PriceListEntry } from './price-list.js';
import type { Promotion } from './promotion.js';
import { placedLines, quote, type Quote, type QuoteFacts, type QuoteRequest } from './quote.js';

const GOLD = {
  id: 'gold',
  name: 'Gold',
  active: true,
  currency: 'EUR',
  stores: [],
  channels: [],
  groups: ['gold'],
  organisations: [],
  priority: 0,
  validFrom: null,
  validUntil: null,
};
const tier = (minQuantity: number, euros: number) => ({
  minQuantity,
  priceMicros: Math.round(euros * 1_000_000),
  listPriceMicros: null,
});
const MUGS: PriceListEntry = { list: 'gold', sku: 'MUG', tiers: [tier(1, 36), tier(3, 30)] };

const facts = (promotions: readonly Promotion[] = []): QuoteFacts => ({
  products: FACTS.products,
  shippingMethods: FACTS.shippingMethods,
  lists: [GOLD],
  entries: new Map([['MUG', [MUGS]]]),
  offers: offers(promotions),
});

/** Two mugs and a cup of somebody of the group gold, sent for 5.00. The catalogue has both at 40.00. */
const request = (changes: Partial<QuoteRequest> = {}): QuoteRequest => ({
  currency: 'EUR',
  rounding: 'half_up',
  store: 'default',
  channel: 'web',
  paymentMethods: [],
  customer: { id: 'ana', groups: ['gold'], organisation: null, firstOrder: null },
  lines: [
    { sku: 'MUG', quantity: 2 },
    { sku: 'CUP', quantity: 1 },
  ],
  deliveries: [{ id: 'home', method: 'flat' }],
  at: NOON,
  ...changes,
});

function quoted(asked: QuoteRequest = request(), known: QuoteFacts = facts()): Quote {
  const answer = quote(asked, known);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** The quote placed as an order. */
const placed = ({ currency, lines, discounts, deliveries, totals, ...answer }: Quote) =>
  given().when(
    place({
      currency,
      lines: placedLines({ lines }),
      discounts,
      deliveries: deliveries.map(({ id, price }) => ({ id, type: 'delivery', price })),
      rounding: answer.rounding,
      payments: [],
      total: totals.total,
    }),
  );

describe('a quote', () => {
  it('has the prices of this buyer, and says where they are from', () => {
    expect(quoted()).toMatchObject({
      lines: [
        {
          sku: 'MUG',
          priceMicros: 36_000_000,
          listPriceMicros: 40_000_000,
          priceFrom: 'price_list',
          priceList: 'gold',
        },
        {
          sku: 'CUP',
          priceMicros: 40_000_000,
          priceFrom: 'catalogue',
          notTaken: [{ list: 'gold', why: 'sku_missing' }],
        },
      ],
      totals: { items: 11_200, shipping: 500, total: 11_700 },
    });
    const nobody = { id: null, groups: [], organisation: null, firstOrder: null };
    expect(quoted(request({ customer: nobody })).totals.total).toBe(12_500);
  });

  it('counts the pieces of a SKU over all its lines', () => {
    const lines = [
      { sku: 'MUG', quantity: 2 },
      { sku: 'MUG', quantity: 1 },
    ];
    expect(quoted(request({ lines })).lines.map(({ priceMicros }) => priceMicros)).toEqual([30_000_000, 30_000_000]);
  });

  it('keeps a unit price that was asked for, and counts promotions on it', () => {
    const lines = [{ sku: 'MUG', quantity: 1, priceMicros: 10_000_000 }];
    const answer = quoted(request({ lines, deliveries: [] }), facts([promotion('p', percent(10))]));
    expect(answer.lines).toMatchObject([{ priceMicros: 10_000_000, priceFrom: 'request', discountMicros: 1_000_000 }]);
    expect(answer.totals.total).toBe(900);
  });

  it('shows a gift as a line that costs nothing and says what it is worth', () => {
    const gift = promotion('p', { target: 'order', kind: 'gift', sku: 'CUP', quantity: 2 });
    const answer = quoted(request(), facts([gift]));
    expect(answer.lines[2]).toMatchObject({
      id: 'gift:1',
      sku: 'CUP',
      gift: 'p',
      money: { gross: 8000, net: 0, payable: 0 },
    });
    expect(answer.totals.total).toBe(11_700);
    placed(answer).then('order_placed');
  });

  it('lets no gift take the id of a line', () => {
    const gift = promotion('p', { target: 'order', kind: 'gift', sku: 'CUP', quantity: 1 });
    const lines = [{ id: 'gift:1', sku: 'MUG', quantity: 1 }];
    expect(quoted(request({ lines }), facts([gift])).lines.map(({ id }) => id)).toEqual(['gift:1', 'gift:1+']);
  });

  it('tells of every coupon and every promotion', () => {
    const spring = promotion('spring', off(500), { needsCoupon: true });
    const known = {
      ...facts(),
      offers: {
        ...offers([spring, promotion('later', off(1), { active: false })], [coupon('A', 'spring')]),
        given: ['A', 'B'],
      },
    };
    const { applied, notApplied, coupons, totals } = quoted(request(), known);
    expect(totals.total).toBe(11_200);
    expect(applied).toMatchObject([{ promotion: 'spring', coupon: 'A', saved: 500 }]);
    expect(notApplied).toEqual([{ promotion: 'later', reasons: [{ why: 'inactive' }] }]);
    expect(coupons).toEqual([
      { code: 'A', reasons: [] },
      { code: 'B', reasons: [{ why: 'coupon_unknown' }] },
    ]);
  });

  it.each<[Partial<QuoteRequest>, string, string]>([
    [{ currency: 'XYZ' }, 'currency_unknown', '/currency'],
    [{ lines: [{ sku: 'NEW', quantity: 1 }] }, 'product_incomplete', '/lines/0/priceMicros'],
    [{ currency: 'USD', deliveries: [] }, 'product_incomplete', '/lines/0/priceMicros'],
    [{ lines: [{ sku: 'MUG', quantity: 0 }] }, 'amount_invalid', '/lines/0/quantity'],
    [
      {
        lines: [
          { id: 'a', sku: 'MUG', quantity: 1 },
          { id: 'a', sku: 'CUP', quantity: 1 },
        ],
      },
      'duplicate_id',
      '/lines/1/id',
    ],
    [{ lines: [{ sku: 'MUG', quantity: 1, deliveryId: 'x' }] }, 'reference_unknown', '/lines/0/deliveryId'],
    [{ lines: [{ sku: 'MUG', quantity: 1_000_000_000 }] }, 'amount_too_large', '/lines/0/priceMicros'],
    [{ deliveries: [{ method: 'rocket' }] }, 'shipping_method_unknown', '/deliveries/0/method'],
    [{ deliveries: [{ price: -1 }] }, 'amount_invalid', '/deliveries/0/price'],
    [{ deliveries: [{ id: 'a' }, { id: 'a' }] }, 'duplicate_id', '/deliveries/1/id'],
  ])('of %j is refused as %s at %s', (changes, refused, pointer) => {
    expect(quote(request(changes), facts())).toMatchObject({ refused, pointer });
  });

  it('is placed as it is, whatever is bought and on offer', () => {
    const some = fc.constantFrom(
      promotion('a', percent(7)),
      promotion('b', off(333, 'line'), { priority: 1 }),
      promotion('c', percent(13, 'order')),
      promotion('d', off(999)),
      promotion('e', percent(50, 'shipping')),
      promotion(
        'f',
        { target: 'line', kind: 'buy_get', buy: 2, get: 1, rate: 1_000_000 },
        { conditions: { items: only('MUG') } },
      ),
      promotion('g', { target: 'order', kind: 'gift', sku: 'CUP', quantity: 1 }),
      promotion('h', percent(90), { combination: { kind: 'exclusive' } }),
    );
    const lines = fc.array(
      fc.record({ sku: fc.constantFrom('MUG', 'CUP'), quantity: fc.integer({ min: 1, max: 400 }) }),
      { minLength: 1, maxLength: 5 },
    );
    const promotions = fc.uniqueArray(some, { selector: ({ id }) => id });
    fc.assert(
      fc.property(lines, promotions, fc.constantFrom('half_up', 'half_even', 'down'), (bought, on, rounding) => {
        const answer = quoted(request({ lines: bought, rounding }), facts(on));
        const { order } = placed(answer).then('order_placed').history;
        expect(order?.head.totals).toEqual(answer.totals);
        expect(order?.lines.map(({ money }) => money)).toEqual(answer.lines.map(({ money }) => money));
      }),
      { numRuns: 100 },
    );
  });
});
