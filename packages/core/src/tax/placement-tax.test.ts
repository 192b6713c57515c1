import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '../money/allocate.js';
import { sum } from '../money/amount.js';
import { decide } from '../order/decide.js';
import type { Context, Facts } from '../order/decision.js';
import { evolve } from '../order/evolve.js';
import { approve, FACTS, historyOf, invoice, NOON, place, startHandling } from '../order/given.test-support.js';
import { amountDue } from '../order/ledger.js';
import type { Order } from '../order/order.js';
import type { PlaceOrder } from '../order/placing-commands.js';
import { isRefusal, type Refusal } from '../order/refusals.js';
import { quote, type Quote } from '../pricing/quote.js';
import { rate } from './given.test-support.js';
import { placementBasket, taxesOf, taxOfStore } from './placement-tax.js';
import { quoteBasketTax, taxedQuote } from './quote-tax.js';
import type { StoreTax } from './store-tax.js';
import type { TaxQuote } from './tax-provider.js';
import { type TaxRate, type TaxRounding, taxByRates } from './tax-rates.js';

const PORTO = { country: 'PT', city: 'Porto' };
const STORE: StoreTax = {
  provider: 'rates',
  taxesOrders: false,
  discounts: 'distribute',
  shipFrom: { country: 'AT', region: null, postalCode: null, city: null, street: null },
  shippingCategory: 'standard',
};
const RATES = [
  rate('pt', { country: 'PT', rateMillionths: 230_000 }),
  rate('at', { country: 'AT', rateMillionths: 200_000 }),
  rate('pt-food', { country: 'PT', category: 'food', rateMillionths: 60_000 }),
];

const factsOf = (tax: StoreTax | null): Facts => ({
  ...FACTS,
  products: new Map(
    [...FACTS.products].map(([sku, product]) => [
      sku,
      { ...product, ...(sku === 'CUP' ? { taxCategory: 'food' } : {}) },
    ]),
  ),
  stores: FACTS.stores.map((store) => (store.store === 'default' ? { ...store, tax } : store)),
});

const CONTEXT: Context = {
  at: NOON,
  actor: { kind: 'staff', id: 'staff:test' },
  reason: 'test',
  identity: { account: 'default', orderId: '1480000500001-01', group: '1480000500001', position: 1, sequence: 500_001 },
};
const asked = { account: 'default', at: NOON, exemption: null };

interface Setting {
  readonly tax?: StoreTax | null;
  readonly rates?: readonly TaxRate[];
  readonly rounding?: TaxRounding;
  readonly exemption?: string | null;
}

/** What a placement comes to where its store has this provider: as the server asks and decides. */
function placed(
  sent: PlaceOrder,
  { tax = STORE, rates = RATES, rounding = 'line', exemption = null }: Setting = {},
): Order | Refusal {
  const facts = factsOf(tax);
  const store = taxOfStore(sent, facts);
  let taxed: Facts['taxed'];
  if (store !== null && 'refused' in store) taxed = store;
  else if (store !== null) {
    const basket = placementBasket(sent, store, facts, { ...asked, exemption });
    taxed = 'refused' in basket ? basket : taxesOf(basket, taxByRates(basket.basket, rates, rounding));
  }
  const answer = decide(null, sent, taxed === undefined ? facts : { ...facts, taxed }, CONTEXT);
  if (isRefusal(answer)) return answer;
  const recorded = answer.events.map((event, index) => ({
    ...event,
    version: index + 1,
    at: NOON,
    actor: 't',
    reason: 't',
  }));
  const order = recorded.reduce<Order | null>(evolve, null);
  if (order === null) throw new Error('nothing was placed');
  return order;
}
function order(sent: PlaceOrder, setting?: Setting): Order {
  const answer = placed(sent, setting);
  if ('refused' in answer) throw new Error(JSON.stringify(answer));
  return answer;
}

/** Two mugs at 40.00 (23 %), a cup at 40.00 (6 %), 5.00 of shipping (23 %) to Porto: 18.40 + 2.40 + 1.15 on 125.00. */
const TAXED = place({ taxed: true, payments: [], total: 14_695 });

describe('an order whose tax Docket counts', () => {
  it('has the tax of each line by its category, and that of the shipping in the lines that are shipped', () => {
    const { lines, head } = order(TAXED);
    expect(lines.map(({ taxed, money }) => [taxed, money.share.tax])).toEqual([
      [{ provider: 'rates', category: 'standard', rateMillionths: 230_000, goods: 1840, shipping: 77 }, 1917],
      [{ provider: 'rates', category: 'food', rateMillionths: 60_000, goods: 240, shipping: 38 }, 278],
    ]);
    expect(head.totals).toEqual({
      items: 12_000,
      discounts: 0,
      shipping: 500,
      tax: 2195,
      adjustments: 0,
      total: 14_695,
    });
  });

  it('is refused where the sender counts otherwise, and says what it comes to', () => {
    expect(placed({ ...TAXED, total: 12_500 })).toMatchObject({
      refused: 'totals_mismatch',
      details: { sent: 12_500, counted: 14_695 },
    });
  });

  it('is taxed without being asked where its store says so, unless its sender says something of tax', () => {
    const store = { ...STORE, taxesOrders: true };
    const { taxed: _taxed, ...silent } = TAXED;
    expect(order(silent, { tax: store }).head.totals.tax).toBe(2195);
    expect(order({ ...silent, taxed: false, total: 12_500 }, { tax: store }).head.totals.tax).toBe(0);
    const named = [{ sku: 'MUG', quantity: 2, tax: 0 }, ...silent.lines.slice(1)];
    expect(order({ ...silent, lines: named, total: 12_500 }, { tax: store }).head.totals.tax).toBe(0);
    expect(order({ ...silent, total: 12_500 }).head.totals.tax).toBe(0);
  });

  it.each<[string, PlaceOrder, Setting, object]>([
    [
      'names a tax itself',
      { ...TAXED, lines: [{ sku: 'MUG', quantity: 1, tax: 1 }] },
      {},
      { refused: 'amount_invalid', pointer: '/lines/0/tax' },
    ],
    [
      'is of a store without a provider',
      TAXED,
      { tax: null },
      { refused: 'tax_refused', details: { reason: 'no_provider' } },
    ],
    [
      'goes where no rate is known',
      TAXED,
      { rates: [] },
      { refused: 'tax_refused', details: { reason: 'no_rate', detail: 'standard in PT' } },
    ],
    [
      'goes nowhere that anybody knows',
      { ...TAXED, deliveries: [] },
      { tax: { ...STORE, shipFrom: null } },
      { refused: 'tax_refused', details: { reason: 'address_missing' } },
    ],
    [
      'is refused anyway',
      { ...TAXED, deliveries: [{ type: 'delivery', method: 'pigeon' }] },
      {},
      { refused: 'shipping_method_unknown' },
    ],
  ])('that %s is refused', (_case, sent, setting, expected) => {
    expect(placed(sent, setting)).toMatchObject(expected);
  });

  it('whose provider does not answer may be sent again', () => {
    const facts = factsOf(STORE);
    const basket = placementBasket(TAXED, STORE, facts, asked);
    if ('refused' in basket) throw new Error(basket.refused);
    const taxed = taxesOf(basket, { failed: 'unreachable', reason: 'no_answer', detail: null });
    expect(taxed).toEqual({ refused: 'tax_unreachable', details: { reason: 'no_answer' } });
    expect(decide(null, TAXED, { ...facts, taxed: taxed }, CONTEXT)).toEqual(taxed);
  });

  it('takes no answer that leaves out an item, or asks less than nothing', () => {
    const basket = placementBasket(TAXED, STORE, factsOf(STORE), asked);
    if ('refused' in basket) throw new Error(basket.refused);
    const { items } = taxByRates(basket.basket, RATES, 'line') as TaxQuote;
    const detail = (given: TaxQuote['items']) => taxesOf(basket, { provider: 'rates', items: given });
    expect(detail(items.slice(1))).toMatchObject({ refused: 'tax_refused', details: { reason: 'answer_unusable' } });
    expect(detail(items.map((item) => ({ ...item, tax: -1 })))).toMatchObject({ refused: 'tax_refused' });
  });

  it('that is picked up is taxed where the goods leave from', () => {
    const pickup = {
      ...TAXED,
      lines: [{ sku: 'MUG', quantity: 1 }],
      deliveries: [{ type: 'pickup' as const, address: PORTO }],
    };
    expect(order({ ...pickup, total: 4800 }).head.totals.tax).toBe(800);
  });

  it('of a buyer who pays no tax has none', () => {
    expect(order({ ...TAXED, total: 12_500 }, { exemption: 'A' }).head.totals.tax).toBe(0);
  });

  it('that ships for nothing in the eyes of the tax has tax on its goods alone', () => {
    expect(order({ ...TAXED, total: 14_580 }, { tax: { ...STORE, shippingCategory: null } }).head.totals.tax).toBe(
      2080,
    );
  });

  it('is taxed after its discount, or before it where the store does as Virto (virto-orders §1.15, Q15)', () => {
    const lines = [{ sku: 'MUG', quantity: 1, priceMicros: 100_000_000 }];
    const ten = { ...TAXED, lines, deliveries: [], discounts: [{ id: 'd', name: 'Ten', amount: 1000 }] };
    const inPortugal = { ...STORE, shipFrom: { ...STORE.shipFrom, country: 'PT' } as StoreTax['shipFrom'] };
    expect(order({ ...ten, total: 11_070 }, { tax: inPortugal }).head.totals.tax).toBe(2070);
    expect(order({ ...ten, total: 11_300 }, { tax: { ...inPortugal, discounts: 'after' } }).head.totals.tax).toBe(2300);
  });

  it('adjusts by fees that bear no tax', () => {
    const adjustments = [{ id: 'fee', kind: 'fee', name: 'Wrapping', amount: 300 }];
    expect(order({ ...TAXED, adjustments, total: 14_995 }).head.totals).toMatchObject({ tax: 2195, adjustments: 300 });
  });

  it('2.30: owes nobody a cent of tax after everything came back piece by piece, and gives back no more than it took', () => {
    const lines = [
      { sku: 'MUG', quantity: 3, priceMicros: 333_333 },
      { sku: 'CUP', quantity: 7, priceMicros: 1_990_000 },
    ];
    // By hand: 1.00 at 23 % is 0.23, 13.93 at 6 % is 0.8358, 5.00 at 23 % is 1.15.
    const total = 100 + 1393 + 500 + 23 + 84 + 115;
    const placement = order({ ...TAXED, lines, payments: [{ method: 'card', amount: total }], total });
    expect(placement.head.totals.tax).toBe(222);
    let history = [approve, startHandling, invoice({ value: total })].reduce(
      (before, command) => before.when(command).history,
      historyOf(placement, [], [], NOON),
    );
    let tax = 0;
    const pieces: [string, number, number][] = [['1', 0, 2], ['2', 0, 7], ['1', 2, 1]]; // prettier-ignore
    for (const [index, [lineId, before, quantity]] of pieces.entries()) {
      const line = placement.lines.find(({ id }) => id === lineId);
      if (line === undefined) throw new Error('no line');
      const upTo = (amount: number, count: number) => allocate(amount, [count, line.quantity - count])[0] ?? 0;
      const share = (amount: number) => upTo(amount, before + quantity) - upTo(amount, before);
      tax += share(line.money.share.tax);
      const number = `R${index}`;
      const value = share(line.money.payable);
      const { answer, history: after } = history.when({
        type: 'issue_return_invoice',
        number,
        value,
        items: [{ lineId, quantity }],
      });
      expect(answer).not.toHaveProperty('refused');
      history = after;
    }
    expect(tax).toBe(222);
    const { head, documents } = history.order as Order;
    expect(amountDue(head.ledger)).toBe(0);
    expect(documents.payment['1']).toMatchObject({ captured: total, refunded: total });
    history.when({ type: 'issue_return_invoice', number: 'R9', value: 1 }).refused('return_exceeds_invoices');
  });
});

const baskets = fc.record({
  lines: fc.array(
    fc.record({
      sku: fc.constantFrom('MUG', 'CUP'),
      quantity: fc.integer({ min: 1, max: 20 }),
      priceMicros: fc.integer({ min: 0, max: 99_999_999 }),
      deliveryId: fc.constantFrom('a', 'b'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  shipping: fc.tuple(fc.nat(2000), fc.nat(2000)),
  pickup: fc.boolean(),
  rounding: fc.constantFrom('line' as const, 'rate' as const),
  discounts: fc.constantFrom('distribute' as const, 'after' as const),
});

describe('the tax of a quote', () => {
  it('is that of its placement, to the cent, the same twice, never negative, and all of it lies on lines', () => {
    fc.assert(
      fc.property(baskets, ({ lines, shipping, pickup, rounding, discounts }) => {
        const tax: StoreTax = { ...STORE, discounts };
        const facts = factsOf(tax);
        const deliveries = [
          { id: 'a', type: 'delivery' as const, price: shipping[0], address: PORTO },
          { id: 'b', type: pickup ? ('pickup' as const) : ('delivery' as const), price: shipping[1], address: PORTO },
        ];
        const quoted = (): Quote => {
          const priced = quote(
            {
              currency: 'EUR',
              rounding: 'half_up',
              store: 'default',
              channel: 'web',
              paymentMethods: [],
              customer: { id: null, groups: [], organisation: null, firstOrder: null },
              lines,
              deliveries,
              at: NOON,
            },
            {
              ...facts,
              lists: [],
              entries: new Map(),
              offers: { promotions: [], given: [], coupons: [], promotionUses: new Map(), couponUses: new Map() },
            },
          );
          if (isRefusal(priced)) throw new Error(JSON.stringify(priced));
          const sale = {
            account: 'default',
            store: 'default',
            at: NOON,
            customerId: null,
            exemption: null,
            addresses: new Map([
              ['a', PORTO],
              ['b', PORTO],
            ]),
            pickups: new Set(pickup ? ['b'] : []),
            categories: new Map([['CUP', 'food']]),
          };
          const ask = quoteBasketTax(priced, sale, tax);
          const taxes = taxesOf(
            ask,
            taxByRates(ask.basket, [...RATES, rate('at-food', { country: 'AT', category: 'food' })], rounding),
          );
          if (isRefusal(taxes)) throw new Error(JSON.stringify(taxes));
          const answer = taxedQuote(priced, taxes);
          if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
          return answer;
        };
        const answer = quoted();
        expect(quoted()).toEqual(answer);
        const { head, lines: sold } = order(
          { ...TAXED, lines, deliveries, total: answer.totals.total },
          { tax, rounding, rates: [...RATES, rate('at-food', { country: 'AT', category: 'food' })] },
        );
        expect(head.totals).toEqual(answer.totals);
        expect(sold.map(({ money }) => money)).toEqual(answer.lines.map(({ money }) => money));
        expect(sold.every(({ money }) => money.share.tax >= 0)).toBe(true);
        expect(sum(sold.map(({ money }) => money.share.tax))).toBe(head.totals.tax);
        expect(sum(sold.map(({ money }) => money.payable))).toBe(head.totals.total);
      }),
      { numRuns: 200 },
    );
  });
});
