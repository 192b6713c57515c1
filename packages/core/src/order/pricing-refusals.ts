import type { RefusalText } from './refusal-text.js';

/** Why the uses of promotions and coupons cannot be taken: a part of the catalogue in `refusals.ts`. */
export const PRICING_REFUSALS = {
  promotion_used_up: {
    meaning: 'A promotion that the order was priced with has no use left.',
    cause: 'Other orders took its last uses, or this customer did, between the pricing and the placement.',
    remedy: 'Ask for the price again and place the order with it.',
    retry: true,
  },
  coupon_used_up: {
    meaning: 'A coupon that the order was priced with has no use left.',
    cause: 'Other orders took its last uses, or this customer did, between the pricing and the placement.',
    remedy: 'Ask for the price again and place the order with it.',
    retry: true,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
