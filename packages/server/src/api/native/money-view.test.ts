import { expect, it } from 'vitest';
import { newPayment } from '@docket/core/order/payment';
import { paymentView } from './money-view.js';

it.each([
  ['tok_1234567890abcd', '…abcd'],
  ['short', '…'],
])('the token %s of a payment is shown as %s', (token, shown) => {
  const payment = newPayment({ method: 'card', amount: 1000, token }, 'p1', 'on_approval');
  // with a field that a payment does not have, it is spread
  for (const each of [payment, { ...payment, older: true }]) {
    const view = paymentView(each, new Set());
    expect(JSON.stringify(view)).not.toContain(token);
    expect(view).toMatchObject({ id: 'p1', token: shown, mayCapture: 0 });
  }
});
