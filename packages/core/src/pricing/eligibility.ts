import { type Amount, sum } from '../money/amount.js';
import type { Instant } from '../order/order.js';
import { paidOnlyBy } from '../order/payment-methods.js';
import { holdsFor } from './price-list.js';
import {
  type Basket,
  type BasketLine,
  type Conditions,
  type Coupon,
  matches,
  type Promotion,
  type UseLimits,
  type Uses,
} from './promotion.js';

/** Why a promotion does not hold for a basket, or was not taken. Amounts are minor units. */
export type PromotionReason =
  | { readonly why: 'inactive' }
  | { readonly why: 'not_started'; readonly from: Instant }
  | { readonly why: 'ended'; readonly until: Instant }
  | { readonly why: 'other_currency'; readonly currency: string }
  | {
      readonly why:
        | 'other_store'
        | 'other_channel'
        | 'other_customer'
        | 'other_group'
        | 'other_organisation'
        | 'other_payment_method';
    }
  | { readonly why: 'not_first_order' | 'customer_unknown' | 'items_missing' }
  | { readonly why: 'coupon_missing' }
  | { readonly why: 'quantity_too_small' | 'quantity_too_large'; readonly bound: number; readonly counted: number }
  | { readonly why: 'subtotal_too_small' | 'subtotal_too_large'; readonly bound: Amount; readonly counted: Amount }
  | { readonly why: 'used_up' | 'used_up_by_customer'; readonly limit: number }
  /** Its conditions hold, and there is nothing that it could take anything off. */
  | { readonly why: 'nothing_to_discount' }
  /** What went before it left nothing. */
  | { readonly why: 'nothing_left' }
  /** `promotion` is of the same group and saves more. */
  | { readonly why: 'better_in_group'; readonly promotion: string }
  /** Without it, and with these, the basket is priced by the higher priority, or cheaper. */
  | { readonly why: 'excluded_by'; readonly promotions: readonly string[] };

/** What a coupon that was given did. */
export type CouponReason =
  | { readonly why: 'coupon_unknown' | 'inactive' }
  | { readonly why: 'not_started'; readonly from: Instant }
  | { readonly why: 'ended'; readonly until: Instant }
  | { readonly why: 'customer_unknown' }
  | { readonly why: 'used_up' | 'used_up_by_customer'; readonly limit: number }
  /** Its promotion was not applied: see there. */
  | { readonly why: 'promotion_not_applied'; readonly promotion: string }
  /** Another coupon gave the same promotion, or it needs none. */
  | { readonly why: 'not_needed'; readonly promotion: string };

export const NOT_USED: Uses = { total: 0, byCustomer: 0 };

/**
 * Everything that speaks against a promotion on this basket, in the order of the fields of its conditions; none: it holds.
 * Asked of the basket before any promotion, so that no promotion takes the ground from under another.
 */
export function reasonsAgainst(
  promotion: Promotion,
  basket: Basket,
  values: ReadonlyMap<string, Amount>,
  coupon: Coupon | undefined,
  uses: Uses,
  at: Instant,
): readonly PromotionReason[] {
  const { currency, conditions, needsCoupon } = promotion;
  return [
    ...timeReasons(promotion, at),
    ...(currency === null || currency === basket.currency ? [] : [{ why: 'other_currency' as const, currency }]),
    ...(needsCoupon && coupon === undefined ? [{ why: 'coupon_missing' as const }] : []),
    ...buyerReasons(conditions, basket),
    ...itemReasons(conditions, basket, values),
    ...useReasons(promotion, uses, basket),
  ];
}

/** What speaks against a coupon by itself, whatever its promotion says. */
export const couponReasons = (coupon: Coupon, basket: Basket, uses: Uses, at: Instant): readonly CouponReason[] => [
  ...timeReasons(coupon, at),
  ...useReasons(coupon, uses, basket),
];

type TimeReason = Extract<PromotionReason, { why: 'inactive' | 'not_started' | 'ended' }>;

function timeReasons(
  { active, validFrom, validUntil }: Pick<Promotion, 'active' | 'validFrom' | 'validUntil'>,
  at: Instant,
): readonly TimeReason[] {
  if (!active) return [{ why: 'inactive' }];
  if (validFrom !== null && at < validFrom) return [{ why: 'not_started', from: validFrom }];
  return validUntil !== null && at >= validUntil ? [{ why: 'ended', until: validUntil }] : [];
}

function buyerReasons(
  conditions: Conditions,
  { store, channel, customer, paymentMethods }: Basket,
): readonly PromotionReason[] {
  const { id, groups, organisation, firstOrder } = customer;
  const reasons: PromotionReason[] = [];
  if (!holdsFor(conditions.stores, [store])) reasons.push({ why: 'other_store' });
  if (!holdsFor(conditions.channels, [channel])) reasons.push({ why: 'other_channel' });
  if (!holdsFor(conditions.customers, id === null ? [] : [id])) reasons.push({ why: 'other_customer' });
  if (!holdsFor(conditions.groups, groups)) reasons.push({ why: 'other_group' });
  if (!holdsFor(conditions.organisations, organisation === null ? [] : [organisation]))
    reasons.push({ why: 'other_organisation' });
  if (!paidOnlyBy(conditions.paymentMethods ?? [], paymentMethods)) reasons.push({ why: 'other_payment_method' });
  if (conditions.firstOrder === true && firstOrder !== true)
    reasons.push({ why: firstOrder === null ? 'customer_unknown' : 'not_first_order' });
  return reasons;
}

function itemReasons(
  conditions: Conditions,
  basket: Basket,
  values: ReadonlyMap<string, Amount>,
): readonly PromotionReason[] {
  const { items, minQuantity, maxQuantity, minSubtotal, maxSubtotal } = conditions;
  const counted = basket.lines.filter((line) => matches(items, line));
  if (counted.length === 0) return [{ why: 'items_missing' }];
  const quantity = piecesOf(counted);
  const subtotal = sum(counted.map(({ id }) => values.get(id) ?? 0));
  const reasons: PromotionReason[] = [];
  if (minQuantity !== undefined && quantity < minQuantity)
    reasons.push({ why: 'quantity_too_small', bound: minQuantity, counted: quantity });
  if (maxQuantity !== undefined && quantity > maxQuantity)
    reasons.push({ why: 'quantity_too_large', bound: maxQuantity, counted: quantity });
  if (minSubtotal !== undefined && subtotal < minSubtotal)
    reasons.push({ why: 'subtotal_too_small', bound: minSubtotal, counted: subtotal });
  if (maxSubtotal !== undefined && subtotal > maxSubtotal)
    reasons.push({ why: 'subtotal_too_large', bound: maxSubtotal, counted: subtotal });
  return reasons;
}

export const piecesOf = (lines: readonly Pick<BasketLine, 'quantity'>[]): number =>
  sum(lines.map(({ quantity }) => quantity));

type UseReason =
  { readonly why: 'customer_unknown' } | { readonly why: 'used_up' | 'used_up_by_customer'; readonly limit: number };

function useReasons(
  { maxUses, maxUsesPerCustomer }: UseLimits,
  uses: Uses,
  { customer }: Basket,
): readonly UseReason[] {
  const reasons: UseReason[] = [];
  if (maxUses !== null && uses.total >= maxUses) reasons.push({ why: 'used_up', limit: maxUses });
  if (maxUsesPerCustomer !== null && customer.id === null) reasons.push({ why: 'customer_unknown' });
  else if (maxUsesPerCustomer !== null && uses.byCustomer >= maxUsesPerCustomer)
    reasons.push({ why: 'used_up_by_customer', limit: maxUsesPerCustomer });
  return reasons;
}
