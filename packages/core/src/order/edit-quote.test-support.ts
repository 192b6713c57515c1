import type { Promotion } from '../pricing/promotion.js';
import { quote } from '../pricing/quote.js';
import type { Command } from './commands.js';
import type { Facts } from './decision.js';
import { type EditBasket, neededForEdit } from './edit-pricing.js';
import { exchangedPlacement } from './exchange.js';
import type { Order } from './order.js';

/** A tenth off every cup for those who buy two, a free mug from 200.00 on, 10.00 off for who says WELCOME, and half the shipping for HALFWAY. */
const PROMOTIONS: readonly Promotion[] = (
  [
    [
      'cups',
      { target: 'line', kind: 'percentage', rate: 100_000 },
      { items: { skus: ['CUP'] }, minQuantity: 2 },
      false,
    ],
    ['mug', { target: 'order', kind: 'gift', sku: 'MUG', quantity: 1 }, { minSubtotal: 20_000 }, false],
    ['welcome', { target: 'order', kind: 'amount', amount: 1_000 }, {}, true],
    ['halfway', { target: 'shipping', kind: 'percentage', rate: 500_000 }, {}, true],
  ] as const
).map(([id, reward, conditions, needsCoupon]) => ({
  id,
  name: `Promotion ${id}`,
  active: true,
  validFrom: null,
  validUntil: null,
  currency: 'EUR',
  needsCoupon,
  conditions,
  reward,
  rewarded: null,
  combination: { kind: 'stackable' },
  priority: 0,
  maxUses: null,
  maxUsesPerCustomer: null,
}));

const COUPONS = ['welcome', 'halfway'].map((promotion) => ({
  code: promotion.toUpperCase(),
  promotion,
  active: true,
  validFrom: null,
  validUntil: null,
  maxUses: null,
  maxUsesPerCustomer: null,
}));

/** What a shop says of the prices of an edit, or of what is given in exchange: as the server would fetch it before the decision. */
export function withQuote(order: Order | null, command: Command, facts: Facts, at: string): Facts {
  const basket = order === null ? null : basketOf(order, command, facts);
  if (basket === null) return facts;
  const { held: _held, coupons, customerId, ...asked } = basket;
  const customer = { id: customerId ?? null, groups: [], organisation: null, firstOrder: null };
  return {
    ...facts,
    quote: quote(
      { ...asked, customer, at },
      {
        products: facts.products,
        shippingMethods: facts.shippingMethods,
        lists: [],
        entries: new Map(),
        offers: {
          promotions: PROMOTIONS,
          given: coupons,
          coupons: COUPONS.filter(({ code }) => coupons.includes(code)),
          promotionUses: new Map(),
          couponUses: new Map(),
        },
      },
    ),
  };
}

function basketOf(order: Order, command: Command, facts: Facts): EditBasket | null {
  const placed = exchangedPlacement(order, command, facts);
  if (placed === null) return neededForEdit(order, command)?.basket ?? null;
  const { rounding = 'half_up', store = '', channel = '', deliveries = [], currency, customerId, lines } = placed;
  const bought = customerId === undefined ? {} : { customerId };
  return {
    currency,
    rounding,
    store,
    channel,
    lines,
    deliveries,
    paymentMethods: [],
    coupons: [],
    held: [],
    ...bought,
  };
}
