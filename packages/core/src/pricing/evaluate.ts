import type { Amount, UnitPrice } from '../money/amount.js';
import type { Instant } from '../order/order.js';
import type { OrderDiscount } from '../order/totals.js';
import { couponReasons, type CouponReason, NOT_USED, type PromotionReason, reasonsAgainst } from './eligibility.js';
import { byId } from './price-list.js';
import type { Basket, Coupon, Promotion, Uses } from './promotion.js';
import { didSomething, type Effect, type Remaining, savedBy, takeReward, untouched } from './reward.js';

/** What is on offer: every promotion of the account that may be asked, and the coupons that the buyer gave. */
export interface Offers {
  readonly promotions: readonly Promotion[];
  /** Codes as the buyer gave them. */
  readonly given: readonly string[];
  /** Those of the given ones that there are. */
  readonly coupons: readonly Coupon[];
  /** By id of promotion and by code of coupon; absent: not used yet. */
  readonly promotionUses: ReadonlyMap<string, Uses>;
  readonly couponUses: ReadonlyMap<string, Uses>;
}

/** A basket with its promotions taken off, in the terms in which an order is placed. */
export interface Evaluation {
  /** Unit discounts, and what they come to on the line in minor units. */
  readonly lines: readonly { readonly id: string; readonly discountMicros: UnitPrice; readonly discount: Amount }[];
  readonly discounts: readonly OrderDiscount[];
  /** Prices of the deliveries, and what was taken off them. */
  readonly deliveries: readonly { readonly id: string; readonly price: Amount; readonly discount: Amount }[];
  readonly gifts: readonly { readonly promotion: string; readonly sku: string; readonly quantity: number }[];
  /** In the order in which they were taken off. */
  readonly applied: readonly AppliedPromotion[];
  /** Every other promotion that was asked, by id, with at least one reason. */
  readonly notApplied: readonly { readonly promotion: string; readonly reasons: readonly PromotionReason[] }[];
  /** Every coupon that was given; no reason: it gave its promotion. */
  readonly coupons: readonly { readonly code: string; readonly reasons: readonly CouponReason[] }[];
}

export interface AppliedPromotion extends Effect {
  readonly promotion: string;
  readonly name: string;
  /** The coupon that gave it; null where it needs none. */
  readonly coupon: string | null;
  /** All that it took off, in minor units. */
  readonly saved: Amount;
}

/**
 * Takes promotions off a basket, and says of every one why it applied or not.
 *
 * 1. *Which hold.* Conditions are asked of the basket before any promotion, so no promotion makes another lose or reach
 *    its minimum. One that holds and could take nothing off is left out (`nothing_to_discount`).
 * 2. *Groups.* Of the promotions of one group the one stays that would save the most alone; of equal ones that with the
 *    higher priority, then with the smaller id.
 * 3. *Exclusive ones.* There are as many ways to price the basket as exclusive promotions, each alone, and one more: all
 *    others together. The way with the highest priority (that of its highest promotion) is taken; of equal ones the one
 *    that saves the most; of equal ones all others together, then the smaller id. A gift saves nothing here.
 * 4. *Taking off.* First from lines, then from the order, then from shipping; within each the higher priority first, then
 *    the smaller id. Each works on what the ones before it left, and nothing falls below 0 (`nothing_left`).
 *
 * The answer does not depend on the order of promotions, coupons or codes. Σ line discounts + Σ order discounts + Σ
 * shipping discounts = Σ `saved`, and the parts of each promotion add up to its own. Throws RangeError where a line is
 * above MAX_AMOUNT before any promotion: the caller refuses that.
 */
export function evaluate(basket: Basket, offers: Offers, at: Instant): Evaluation {
  const start = untouched(basket);
  const values = new Map(start.lines.map(({ line, net }) => [line.id, net]));
  const usable = usableCoupons(basket, offers, at);
  const reasons = new Map<string, readonly PromotionReason[]>();
  const holding: Candidate[] = [];
  for (const promotion of offers.promotions) {
    const coupon = promotion.needsCoupon ? usable.get(promotion.id) : undefined;
    const uses = offers.promotionUses.get(promotion.id) ?? NOT_USED;
    const against = reasonsAgainst(promotion, basket, values, coupon, uses, at);
    const alone = against.length > 0 ? null : takeReward(promotion, start, basket).effect;
    if (alone === null) reasons.set(promotion.id, against);
    else if (!didSomething(alone)) reasons.set(promotion.id, [{ why: 'nothing_to_discount' }]);
    else holding.push({ promotion, coupon: coupon?.code ?? null, alone: savedBy(alone) });
  }
  const best = bestOfGroups(holding, reasons);
  const { applied, remaining } = bestWay(best, start, basket, reasons);
  const inOrder = offers.promotions.map(({ id }) => id).sort(byId);
  return {
    lines: remaining.lines.map(({ line, price, net }) => ({
      id: line.id,
      discountMicros: line.price - price,
      discount: (values.get(line.id) ?? 0) - net,
    })),
    discounts: applied.flatMap(({ promotion, name, order }) =>
      order === 0 ? [] : [{ id: promotion, name, amount: order }],
    ),
    deliveries: remaining.deliveries.map(({ id, price }, index) => ({
      id,
      price,
      discount: (start.deliveries[index]?.price ?? price) - price,
    })),
    gifts: applied.flatMap(({ promotion, gift }) => (gift === null ? [] : [{ promotion, ...gift }])),
    applied,
    notApplied: inOrder.flatMap((promotion) => {
      const against = reasons.get(promotion);
      return against === undefined ? [] : [{ promotion, reasons: against }];
    }),
    coupons: couponAnswers(basket, offers, applied, at),
  };
}

/** A promotion whose conditions hold. */
interface Candidate {
  readonly promotion: Promotion;
  readonly coupon: string | null;
  /** What it would save alone. */
  readonly alone: Amount;
}

/** By promotion, the coupon that gives it: of several good ones that with the smallest code. */
function usableCoupons(basket: Basket, offers: Offers, at: Instant): ReadonlyMap<string, Coupon> {
  const usable = new Map<string, Coupon>();
  for (const coupon of [...offers.coupons].sort((a, b) => byId(a.code, b.code))) {
    const against = couponReasons(coupon, basket, offers.couponUses.get(coupon.code) ?? NOT_USED, at);
    if (against.length === 0 && !usable.has(coupon.promotion)) usable.set(coupon.promotion, coupon);
  }
  return usable;
}

type Reasons = Map<string, readonly PromotionReason[]>;

function bestOfGroups(holding: readonly Candidate[], reasons: Reasons): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of holding) {
    const { combination } = candidate.promotion;
    if (combination.kind !== 'group') continue;
    const rival = best.get(combination.group);
    if (rival === undefined || saving(candidate, rival) < 0) best.set(combination.group, candidate);
  }
  return holding.filter(({ promotion }) => {
    const { id, combination } = promotion;
    const winner = combination.kind === 'group' ? best.get(combination.group)?.promotion.id : id;
    if (winner !== id && winner !== undefined) reasons.set(id, [{ why: 'better_in_group', promotion: winner }]);
    return winner === id;
  });
}

const saving = (a: Candidate, b: Candidate): number => b.alone - a.alone || byPriority(a, b);

const byPriority = (a: Candidate, b: Candidate): number =>
  b.promotion.priority - a.promotion.priority || byId(a.promotion.id, b.promotion.id);

/** One way to price the basket. */
interface Way {
  readonly candidates: readonly Candidate[];
  readonly priority: number;
  readonly taken: Taken;
}

function bestWay(candidates: readonly Candidate[], start: Remaining, basket: Basket, reasons: Reasons): Taken {
  const isExclusive = ({ promotion }: Candidate): boolean => promotion.combination.kind === 'exclusive';
  const together = candidates.filter((candidate) => !isExclusive(candidate));
  const sets = [
    together,
    ...candidates
      .filter(isExclusive)
      .sort(byPriority)
      .map((candidate) => [candidate]),
  ];
  const ways = sets
    .filter((set) => set.length > 0)
    .map((set): Way => ({
      candidates: set,
      priority: set.reduce((most, { promotion }) => Math.max(most, promotion.priority), -Infinity),
      taken: takeOff(set, start, basket),
    }));
  const best = ways.reduce<Way | undefined>(
    (way, next) => (way === undefined || better(next, way) ? next : way),
    undefined,
  );
  if (best === undefined) return { applied: [], remaining: start, left: [] };
  const taken = best.taken.applied.map(({ promotion }) => promotion);
  for (const candidate of candidates) {
    if (!best.candidates.includes(candidate))
      reasons.set(candidate.promotion.id, [{ why: 'excluded_by', promotions: taken }]);
  }
  for (const id of best.taken.left) reasons.set(id, [{ why: 'nothing_left' }]);
  return best.taken;
}

const better = (a: Way, b: Way): boolean =>
  a.priority === b.priority ? savedIn(a.taken) > savedIn(b.taken) : a.priority > b.priority;

const savedIn = ({ applied }: Taken): Amount => applied.reduce((all, { saved }) => all + saved, 0);

interface Taken {
  readonly applied: readonly AppliedPromotion[];
  readonly remaining: Remaining;
  /** Ids of those that found nothing left. */
  readonly left: readonly string[];
}

const STAGES = { line: 0, order: 1, shipping: 2 } as const;

function takeOff(candidates: readonly Candidate[], start: Remaining, basket: Basket): Taken {
  const inTurn = [...candidates].sort(
    (a, b) => STAGES[a.promotion.reward.target] - STAGES[b.promotion.reward.target] || byPriority(a, b),
  );
  const applied: AppliedPromotion[] = [];
  const left: string[] = [];
  let remaining = start;
  for (const { promotion, coupon } of inTurn) {
    const taken = takeReward(promotion, remaining, basket);
    remaining = taken.remaining;
    const { id, name } = promotion;
    if (didSomething(taken.effect))
      applied.push({ promotion: id, name, coupon, saved: savedBy(taken.effect), ...taken.effect });
    else left.push(id);
  }
  return { applied, remaining, left };
}

function couponAnswers(
  basket: Basket,
  offers: Offers,
  applied: readonly AppliedPromotion[],
  at: Instant,
): Evaluation['coupons'] {
  const byCode = new Map(offers.coupons.map((coupon) => [coupon.code, coupon]));
  return [...new Set(offers.given)].sort(byId).map((code) => {
    const coupon = byCode.get(code);
    if (coupon === undefined) return { code, reasons: [{ why: 'coupon_unknown' as const }] };
    const against = couponReasons(coupon, basket, offers.couponUses.get(code) ?? NOT_USED, at);
    if (against.length > 0) return { code, reasons: against };
    const { promotion } = coupon;
    const gave = applied.find((one) => one.promotion === promotion);
    if (gave === undefined) return { code, reasons: [{ why: 'promotion_not_applied' as const, promotion }] };
    return { code, reasons: gave.coupon === code ? [] : [{ why: 'not_needed' as const, promotion }] };
  });
}
