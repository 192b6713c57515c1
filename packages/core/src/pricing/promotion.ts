import type { Amount, UnitPrice } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Rounding } from '../money/rounding.js';
import type { Instant } from '../order/order.js';

/** What takes money off a basket, or adds a gift to it, and under which conditions. */
export interface Promotion extends UseLimits {
  readonly id: string;
  /** What the buyer reads on the order. */
  readonly name: string;
  readonly active: boolean;
  /** From this instant on; null: always. */
  readonly validFrom: Instant | null;
  /** Before this instant; null: for good. */
  readonly validUntil: Instant | null;
  /** Of its amounts; null: it has none, and holds in every currency. */
  readonly currency: Currency | null;
  /** True: only with one of its coupons. */
  readonly needsCoupon: boolean;
  readonly conditions: Conditions;
  readonly reward: Reward;
  /** What a reward on lines is taken off; null: what the conditions count. */
  readonly rewarded: ItemMatch | null;
  readonly combination: Combination;
  /** The higher is taken off first. */
  readonly priority: number;
}

/** All must hold; what is absent or empty says nothing. */
export interface Conditions {
  /** What is counted for quantity and subtotal; absent: all lines. */
  readonly items?: ItemMatch;
  readonly minQuantity?: number;
  readonly maxQuantity?: number;
  /** Of what is counted, at the prices before any promotion, in minor units of `currency`. */
  readonly minSubtotal?: Amount;
  readonly maxSubtotal?: Amount;
  readonly stores?: readonly string[];
  readonly channels?: readonly string[];
  readonly customers?: readonly string[];
  readonly groups?: readonly string[];
  readonly organisations?: readonly string[];
  /** Every payment is made by one of these methods: part of a price is not taken off for part of a payment. */
  readonly paymentMethods?: readonly string[];
  /** True: the buyer has placed no order before. */
  readonly firstOrder?: boolean;
}

/** Lines of these SKUs, of SKUs that begin so, or of these categories and those below them; all where nothing is named. */
export interface ItemMatch {
  readonly skus?: readonly string[];
  readonly skuPrefixes?: readonly string[];
  readonly categories?: readonly string[];
  /** SKUs that are left out whatever names them. */
  readonly except?: readonly string[];
}

/** Rates are millionths (10 % is 100_000), amounts minor units, unit prices millionths of the major unit. */
export type Reward = LineReward | OrderReward | ShippingReward;

type ShareOff<Target> =
  | {
      readonly target: Target;
      readonly kind: 'percentage';
      readonly rate: number;
      /** At most so much in all. */
      readonly atMost?: Amount;
    }
  /** Once, shared out over what it is taken off. */
  | { readonly target: Target; readonly kind: 'amount'; readonly amount: Amount };

/** Off the rewarded lines. */
export type LineReward =
  | ShareOff<'line'>
  /** Off the unit price. */
  | { readonly target: 'line'; readonly kind: 'amount_each'; readonly amountMicros: UnitPrice }
  /** The unit price, where it is dearer. */
  | { readonly target: 'line'; readonly kind: 'fixed_price'; readonly priceMicros: UnitPrice }
  /**
   * For every `buy` pieces that the conditions count, `rate` off `get` rewarded ones, the cheapest first. Where `rewarded`
   * is null both are taken from the same pieces: buy 2 get 1 needs 3. Else what is rewarded does not count as bought.
   */
  | {
      readonly target: 'line';
      readonly kind: 'buy_get';
      readonly buy: number;
      readonly get: number;
      readonly rate: number;
      /** So often at most in one basket. */
      readonly atMostTimes?: number;
    };

/** Off all lines together, or beside them. */
export type OrderReward =
  | ShareOff<'order'>
  | { readonly target: 'order'; readonly kind: 'gift'; readonly sku: string; readonly quantity: number };

/** Off the prices of the deliveries. */
export type ShippingReward =
  | ShareOff<'shipping'>
  /** The price of every delivery that is dearer. */
  | { readonly target: 'shipping'; readonly kind: 'flat_rate'; readonly amount: Amount };

/**
 * How a promotion goes with others: with all that are not exclusive, with none, or, of those of its group, only the best.
 * See `evaluate` for what follows from it.
 */
export type Combination =
  { readonly kind: 'stackable' } | { readonly kind: 'exclusive' } | { readonly kind: 'group'; readonly group: string };

/** How many orders may use it; null: any number. */
export interface UseLimits {
  readonly maxUses: number | null;
  /** Needs a customer id: who has none cannot be counted and does not get it. */
  readonly maxUsesPerCustomer: number | null;
}

/** A word that gives its bearer a promotion. */
export interface Coupon extends UseLimits {
  readonly code: string;
  readonly promotion: string;
  readonly active: boolean;
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
}

/** Orders that used it so far, and those of the basket's customer among them. */
export interface Uses {
  readonly total: number;
  readonly byCustomer: number;
}

/** A promotion that an order was placed with; its use is counted until the order is cancelled. */
export interface UsedPromotion {
  readonly promotion: string;
  /** The coupon that gave it; null where it needed none. */
  readonly coupon: string | null;
}

/** A basket whose unit prices were picked. */
export interface Basket {
  readonly currency: Currency;
  readonly rounding: Rounding;
  readonly store: string;
  readonly channel: string;
  readonly customer: BasketCustomer;
  /** Of every payment of the order; empty: not known. */
  readonly paymentMethods: readonly string[];
  readonly lines: readonly BasketLine[];
  readonly deliveries: readonly { readonly id: string; readonly price: Amount }[];
}

export interface BasketCustomer {
  /** Null: nobody is named. */
  readonly id: string | null;
  readonly groups: readonly string[];
  readonly organisation: string | null;
  /** Null: unknown, as of somebody without an id. */
  readonly firstOrder: boolean | null;
}

export interface BasketLine {
  readonly id: string;
  readonly sku: string;
  /** A path such as `garden/tools`; null: none. */
  readonly category: string | null;
  readonly quantity: number;
  readonly unitMultiplier: number;
  readonly price: UnitPrice;
}

/** Whether a line is meant. A category holds for those below it: `garden` for `garden/tools`. */
export function matches(match: ItemMatch | undefined, line: Pick<BasketLine, 'sku' | 'category'>): boolean {
  const { skus = [], skuPrefixes = [], categories = [], except = [] } = match ?? {};
  const { sku, category } = line;
  if (except.includes(sku)) return false;
  if (skus.length + skuPrefixes.length + categories.length === 0) return true;
  return (
    skus.includes(sku) ||
    skuPrefixes.some((prefix) => sku.startsWith(prefix)) ||
    (category !== null && categories.some((name) => category === name || category.startsWith(`${name}/`)))
  );
}
