import { NOON } from '../order/given.test-support.js';
import { evaluate, type Evaluation, type Offers } from './evaluate.js';
import type { Basket, BasketLine, Coupon, ItemMatch, Promotion, Reward, Uses } from './promotion.js';

/** Rules read as `basket(…).with(…)`: what is bought, and what promotions make of it. */

export const only = (...skus: readonly string[]): ItemMatch => ({ skus });

export const promotion = (id: string, reward: Reward, changes: Partial<Promotion> = {}): Promotion => ({
  id,
  name: `Promotion ${id}`,
  active: true,
  validFrom: null,
  validUntil: null,
  currency: 'EUR',
  needsCoupon: false,
  conditions: {},
  reward,
  rewarded: null,
  combination: { kind: 'stackable' },
  priority: 0,
  maxUses: null,
  maxUsesPerCustomer: null,
  ...changes,
});

export const percent = (rate: number, target: 'line' | 'order' | 'shipping' = 'line'): Reward => ({
  target,
  kind: 'percentage',
  rate: rate * 10_000,
});
export const off = (amount: number, target: 'line' | 'order' | 'shipping' = 'order'): Reward => ({
  target,
  kind: 'amount',
  amount,
});

export const coupon = (code: string, of: string, changes: Partial<Coupon> = {}): Coupon => ({
  code,
  promotion: of,
  active: true,
  validFrom: null,
  validUntil: null,
  maxUses: null,
  maxUsesPerCustomer: null,
  ...changes,
});

/** Two mugs at 40.00 and one cup at 20.00 by web, 5.00 shipping: goods of 100.00. */
export const basket = (changes: Partial<Basket> = {}): Basket => ({
  currency: 'EUR',
  rounding: 'half_up',
  store: 'default',
  channel: 'web',
  paymentMethods: [],
  customer: { id: 'ana', groups: ['gold'], organisation: 'acme', firstOrder: true },
  lines: [line('MUG', 2, 40), line('CUP', 1, 20)],
  deliveries: [{ id: 'home', price: 500 }],
  ...changes,
});

export const line = (sku: string, quantity: number, euros: number, changes: Partial<BasketLine> = {}): BasketLine => ({
  id: sku,
  sku,
  category: null,
  quantity,
  unitMultiplier: 1000,
  price: Math.round(euros * 1_000_000),
  ...changes,
});

/** With all coupons given that there are. */
export const offers = (
  promotions: readonly Promotion[],
  coupons: readonly Coupon[] = [],
  uses: Readonly<Record<string, Uses>> = {},
): Offers => ({
  promotions,
  given: coupons.map(({ code }) => code),
  coupons,
  promotionUses: new Map(Object.entries(uses)),
  couponUses: new Map(Object.entries(uses)),
});

export const evaluated = (of: Basket, on: Offers | readonly Promotion[], at = NOON): Evaluation =>
  evaluate(of, 'promotions' in on ? on : offers(on), at);

/** By promotion: what it saved, or the first reason why it did not apply. */
export const outcome = ({ applied, notApplied }: Evaluation): Readonly<Record<string, number | string>> =>
  Object.fromEntries<number | string>([
    ...applied.map(({ promotion: id, saved }) => [id, saved] as const),
    ...notApplied.map(({ promotion: id, reasons }) => [id, reasons.map(({ why }) => why).join()] as const),
  ]);
