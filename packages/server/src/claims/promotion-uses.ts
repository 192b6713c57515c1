import type { Order } from '@docket/core/order/order';
import { heldUses } from '@docket/core/order/promotion-uses';

/** A use of a promotion that an order takes, or gives back. */
export interface UseClaim {
  readonly promotion: string;
  readonly coupon: string | null;
  readonly customer: string | null;
  readonly take: boolean;
}

/** What a commit has to claim so that the uses which are counted are those that orders hold. */
export function useDifference(before: Order | null, after: Order): readonly UseClaim[] {
  // Uses are read off the head alone, and most orders have none.
  if (before?.head === after.head || after.head.promotions === undefined) return NOTHING;
  const had = before === null ? [] : heldUses(before);
  const has = heldUses(after);
  const customer = after.head.customerId;
  // The same promotion by another coupon is another use: each coupon is counted too.
  const missing = (from: typeof had, use: (typeof had)[number]): boolean =>
    !from.some(({ promotion, coupon }) => promotion === use.promotion && coupon === use.coupon);
  return [
    ...has.filter((use) => missing(had, use)).map((use) => ({ ...use, customer, take: true })),
    ...had.filter((use) => missing(has, use)).map((use) => ({ ...use, customer, take: false })),
  ];
}

const NOTHING: readonly UseClaim[] = [];
