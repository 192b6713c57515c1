import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type History } from './given.test-support.js';
import { amountDue, type LedgerBalances } from './ledger.js';
import type { Order } from './order.js';
import { capturedOf, refundableOf } from './payment.js';
import type { PlacedPayment } from './placing-commands.js';
import { isRefusal } from './refusals.js';
import { accept, ask, authorise, delivered, orderOf, receive, returnOf } from './returned.test-support.js';

/** Value neither comes about nor is lost where goods become other goods: what leaves one book stands in the other. */

const total = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
const balance = ({ head }: Order, account: keyof LedgerBalances): number => head.ledger[account] ?? 0;

const sale = fc.record({
  mug: fc.integer({ min: 0, max: 9_999 }),
  cup: fc.integer({ min: 1, max: 9_999 }),
  shipping: fc.integer({ min: 0, max: 999 }),
  discount: fc.integer({ min: 0, max: 500 }),
  /** In hundredths of the total: over how many payments it came. */
  parts: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 0, maxLength: 3 }),
  backMugs: fc.integer({ min: 1, max: 3 }),
});
const wish = fc.record({
  price: fc.integer({ min: 0, max: 15_000 }),
  quantity: fc.integer({ min: 1, max: 3 }),
  shipping: fc.integer({ min: 0, max: 900 }),
  leftOver: fc.constantFrom('refund' as const, 'store_credit' as const),
  how: fc.constantFrom({ onAccount: true }, { payment: { method: 'card' } }),
  fee: fc.integer({ min: 0, max: 3_000 }),
  refund: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
  includeShipping: fc.boolean(),
});

function paymentsOf(all: number, parts: readonly number[]): readonly PlacedPayment[] {
  const amounts = parts.map((part) => Math.floor((all * part) / 100));
  const last = all - total(amounts);
  const positive = [...amounts, last].filter((amount) => amount > 0);
  return positive.map((amount, index) => ({ id: String(index + 1), method: 'cash', amount, capture: 'on_approval' }));
}

function returned({
  mug,
  cup,
  shipping,
  discount,
  parts,
  backMugs,
}: typeof sale extends fc.Arbitrary<infer Sale> ? Sale : never): History | null {
  const goods = 3 * mug + 2 * cup;
  const off = Math.min(discount, goods);
  const all = goods - off + shipping;
  // an order that costs nothing has no payment to take
  if (all === 0) return null;
  const payments = paymentsOf(all, parts);
  if (total(payments.map(({ amount }) => amount)) !== all) return null;
  let history = delivered({
    customerId: 'C-7',
    lines: [
      { sku: 'MUG', quantity: 3, priceMicros: mug * 10_000 },
      { sku: 'CUP', quantity: 2, priceMicros: cup * 10_000 },
    ],
    discounts: [{ id: 'd', name: 'Spring', amount: off }],
    deliveries: [{ type: 'delivery', price: shipping, address: { country: 'PT' } }],
    payments: payments.slice(0, 1),
    total: all,
  });
  // the others came later, each taken when it was good
  for (const { id: _id, ...payment } of payments.slice(1)) {
    history = history.when({ type: 'add_payment', ...payment }).history;
    const id = String(Object.keys(orderOf(history).documents.payment).length);
    history = history.when({ type: 'approve_payment', paymentId: id }).history;
  }
  return history
    .when(ask('1', backMugs))
    .history.when(authorise())
    .history.when(receive())
    .history.when(accept('1', backMugs)).history;
}

describe('whatever is exchanged for whatever', () => {
  it('what leaves the old order stands in the new one or went back, to the minor unit', () => {
    let [exchanged, refused] = [0, 0];
    const kinds = new Set<string>();
    fc.assert(
      fc.property(sale, wish, (sold, { price, quantity, shipping, leftOver, how, fee, refund, includeShipping }) => {
        const history = returned(sold);
        if (history === null) return;
        const before = orderOf(history);
        const { answer, history: after } = history.when({
          type: 'settle_return',
          returnId: '1',
          resolution: 'exchange',
          includeShipping,
          restockingFee: fee,
          ...(refund === undefined ? {} : { refund }),
          exchange: {
            lines: [{ sku: 'CUP', quantity, priceMicros: price * 10_000 }],
            shipping,
            leftOver,
            ...how,
            priced: false,
          },
        });
        if (isRefusal(answer)) {
          refused += 1;
          expect(['restocking_fee_exceeds_value', 'refund_exceeds_captured', 'not_in_this_step']).toContain(
            answer.refused,
          );
          return;
        }
        exchanged += 1;
        const old = orderOf(after);
        const [next] = after.placed as [Order];
        const [settled] = returnOf(after).settlements;
        const refunds = Object.values(old.documents.refund);
        const sumOf = (to: string | undefined): number =>
          total(refunds.filter((document) => document.to === to).map(({ amount }) => amount));
        const [paid, credited, given] = [sumOf('exchange'), sumOf('store_credit'), sumOf(undefined)];
        for (const [kind, amount] of Object.entries({ paid, credited, given })) if (amount > 0) kinds.add(kind);
        if (amountDue(next.head.ledger) > 0) kinds.add('due');

        // what the buyer has: money that is still in the old order, what paid the new one, credit, and money back
        expect(refundableOf(old) + capturedOf(next) + credited + given).toBe(capturedOf(before));
        expect(capturedOf(next)).toBe(paid);
        expect(settled?.exchange).toEqual({ orderId: next.head.orderId, amount: paid });
        expect(settled?.storeCredit ?? 0).toBe(credited);
        expect(settled?.refunded).toBe(paid + credited + given);
        // the books: credit that waits is in none of them yet
        expect(0 - balance(old, 'refunded')).toBe(paid + given);
        expect(balance(next, 'captured')).toBe(paid);
        expect(amountDue(next.head.ledger)).toBe(next.head.totals.total - paid);
        expect(paid).toBe(Math.min(settled?.refunded ?? 0, next.head.totals.total));
        expect(total(Object.values(next.head.ledger))).toBe(0);
        expect(total(Object.values(old.head.ledger))).toBe(0);
        for (const { captured, refunded, refunding } of Object.values(old.documents.payment))
          expect(refunded + refunding).toBeLessThanOrEqual(captured);
        expect(next.documents.payment['1']?.captured ?? 0).toBe(paid);
      }),
      { numRuns: 400 },
    );
    expect(exchanged).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(0);
    expect([...kinds].sort()).toEqual(['credited', 'due', 'given', 'paid']);
  });
});
