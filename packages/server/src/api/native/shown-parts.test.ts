import { expect, it } from 'vitest';
import { always } from '../../../../core/src/order/random-lives.test-support.js';
import { shownLine, shownPayment } from './shown-parts.js';

const MORE = { status: 'pending', mayCapture: 1, mayVoid: 2, mayRefund: 3, may: ['refund'] };

it('lines and payments are written as spread copies of them would be, byte for byte', () => {
  const seen = { lines: 0, payments: 0 };
  always(({ order }) => {
    for (const line of order.lines) {
      seen.lines += 1;
      expect(JSON.stringify(shownLine(line, 5))).toBe(JSON.stringify({ ...line, refundable: 5 }));
    }
    for (const payment of Object.values(order.documents.payment)) {
      seen.payments += 1;
      const spread = { ...payment, token: '…abcd', ...MORE };
      expect(JSON.stringify(shownPayment(payment, '…abcd', MORE))).toBe(JSON.stringify(spread));
    }
  }, 40);
  expect(Math.min(seen.lines, seen.payments)).toBeGreaterThan(20);
});
