import type { Amount } from '../money/amount.js';
import type { OrderEvent } from './events.js';
import { moveOf, type Payment } from './payment.js';

/** Money that was taken for what has ended: nothing is owed for it, so it goes back at once and lets the buyer off nothing. */
export const givenBack = (payment: Payment, amount: Amount): readonly OrderEvent[] =>
  amount <= 0
    ? []
    : [
        {
          type: 'order_refunded',
          data: { refunds: [moveOf(payment, amount)], credited: 0, cancelled: null },
          personal: { reason: null },
        },
      ];
