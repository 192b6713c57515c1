import { expect, it } from 'vitest';
import { newPayment } from '@docket/core/order/payment';
import { extended, extendedText, jsonOf } from '../json-text.js';
import { paymentView } from './money-view.js';

it.each([
  ['tok_1234567890abcd', '…abcd'],
  ['short', '…'],
])('the token %s of a payment is shown as %s, in whatever form the answer is made', (token, shown) => {
  const payment = newPayment({ method: 'card', amount: 1000, token }, 'p1', 'on_approval');
  for (const extend of [extended, extendedText]) {
    const text = jsonOf(paymentView(payment, new Set(), { custom: { a: 1 } }, extend));
    expect(text).not.toContain(token);
    expect(JSON.parse(text)).toMatchObject({ id: 'p1', token: shown, mayCapture: 0, custom: { a: 1 } });
  }
});
