import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import type { ProviderOperation } from '../payment-provider.js';
import { approve, FACTS, given, type History, invoice, place, startHandling } from './given.test-support.js';
import { amountDue, book, type LedgerBalances, postings } from './ledger.js';
import type { MoneyDocument } from './money-document.js';
import type { Order } from './order.js';
import { refundable, refundableOf, refundsUnderWay } from './payment.js';
import { randomMoney } from './random-lives.test-support.js';
import { refundableOfLine, refundedSoFar } from './refund-ceilings.js';
import { isRefusal } from './refusals.js';

/** Lives of money: whatever providers say of it, and in whatever order, beside what people ask. */

const items = fc.array(fc.record({ lineId: fc.constantFrom('1', '2'), quantity: fc.integer({ min: 1, max: 2 }) }), {
  minLength: 1,
  maxLength: 2,
});
const asked: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: randomMoney },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('refund' as const), items, shipping: fc.constantFrom(0, 100) }),
  },
  fc.record({ type: fc.constant('refund' as const), amount: fc.integer({ min: 1, max: 9_000 }) }),
  fc.constantFrom<Command>(
    invoice({ value: 4_000 }),
    invoice({ number: 'A-2', value: 8_500 }),
    { type: 'issue_return_invoice', number: 'R-1', value: 4_000, items: [{ sku: 'MUG', quantity: 1 }] },
    { type: 'request_cancellation' },
    { type: 'close_short' },
    { type: 'notify_payment', paymentId: '2' },
    { type: 'delete_order' },
    { type: 'restore_order' },
  ),
);

/** What a provider says of a payment, of its own screens too, whatever that is. */
const says = fc.array(
  fc.record({
    kind: fc.constantFrom('capture' as const, 'void' as const, 'refund' as const),
    key: fc.constantFrom(null, 'of a screen', 'default/1480000500001-01/1/capture-1'),
    outerId: fc.constantFrom(null, 'op_1', 'op_2'),
    amount: fc.integer({ min: 1, max: 9_000 }),
    state: fc.constantFrom('settled' as const, 'declined' as const),
    message: fc.constant(null),
  }),
  { maxLength: 4 },
);
const booked = says.map((operations) => ({ operations }));
const late: fc.Arbitrary<Command> = fc.constantFrom(
  { type: 'notify_payment' as const, paymentId: '1' },
  { type: 'approve_payment' as const, paymentId: '1' },
  { type: 'approve_payment' as const, paymentId: '2', amount: 500 },
);

/** As who says it says it. */
function next(history: History, asked: Command | { readonly operations: readonly ProviderOperation[] }): History {
  if ('type' in asked) return history.when(asked, BY_PROVIDER.has(asked.type) ? 'payment_provider' : 'staff').history;
  const { operations } = asked;
  const of = (kind: string): number =>
    total(operations.flatMap((each) => (each.kind === kind && each.state === 'settled' ? each.amount : [])));
  const figures = { captured: of('capture'), voided: of('void'), refunded: of('refund') };
  const standing = {
    outerId: 'x',
    state: 'approved',
    message: null,
    link: null,
    authorised: 12_500,
    operations,
  } as const;
  const facts = { ...FACTS, standing: { ...standing, ...figures } };
  return history.when({ type: 'book_payment', paymentId: '1' }, 'staff', 60, facts).history;
}
const BY_PROVIDER: ReadonlySet<string> = new Set(['approve_payment', 'notify_payment']);

const CARD = { method: 'card', amount: 12_500, provider: 'sandbox' } as const;
const paid = fc.constantFrom(
  [CARD],
  [{ ...CARD, capture: 'on_invoice' as const }],
  [
    { ...CARD, amount: 7_000, capture: 'by_hand' as const },
    { method: 'voucher', amount: 5_500 },
  ],
  [{ method: 'card', amount: 12_500 }],
);
const life = fc.record({
  payments: paid,
  workflow: fc.constantFrom('free' as const, 'complete' as const, 'simple' as const),
  commands: fc.array(
    fc.oneof({ weight: 12, arbitrary: asked }, { weight: 2, arbitrary: late }, { weight: 2, arbitrary: booked }),
    { minLength: 3, maxLength: 25, size: 'max' },
  ),
  /** Whether the provider has said yes when the rest begins. */
  isApproved: fc.constantFrom(true, true, false),
});

const orderOf = ({ order }: History): Order => order as Order;

const always = (check: (history: History) => void, numRuns = 300): void => {
  fc.assert(
    fc.property(life, ({ payments, workflow, commands, isApproved }) => {
      let history = isApproved ? given(place({ payments, workflow }), approve) : given(place({ payments, workflow }));
      const second = history.when({ ...approve, paymentId: '2' });
      history = isRefusal(second.answer) ? history : second.history;
      history = history.when(startHandling).history;
      check(history);
      for (const command of commands) {
        history = next(history, command);
        check(history);
      }
    }),
    { numRuns },
  );
};

const total = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

describe('whatever providers say, in whatever order', () => {
  it('no payment is asked for more than it can bear, and the book holds what settled and nothing else', () => {
    always(({ order, log }) => {
      const { documents, head } = order as Order;
      const payments = Object.values(documents.payment);
      for (const payment of payments) {
        const { captured, voided, refunded, capturing, voiding, refunding, authorised, amount } = payment;
        expect(Math.min(captured, voided, refunded, capturing, voiding, refunding)).toBeGreaterThanOrEqual(0);
        expect(captured + voided + capturing + voiding).toBeLessThanOrEqual(authorised);
        expect(authorised).toBeLessThanOrEqual(amount);
        expect(refunded + refunding).toBeLessThanOrEqual(captured);
      }
      const settled = (all: Readonly<Record<string, MoneyDocument>>): number =>
        total(Object.values(all).map((each) => (each.state === 'settled' ? each.amount : 0)));
      const { captured = 0, refunded = 0, refunded_beyond = 0, authorised = 0 } = head.ledger;
      expect(captured).toBe(settled(documents.capture));
      expect(0 - (refunded + refunded_beyond)).toBe(settled(documents.refund));
      expect(authorised).toBe(total(payments.map((p) => p.authorised - p.captured - p.voided)));
      expect(total(Object.values(head.ledger))).toBe(0);
      expect(head.ledger).toEqual(log.reduce<LedgerBalances>((balances, event) => book(balances, postings(event)), {}));
    });
  });

  it('what is due is what was sold less what was let off, taken and not given back (pains 2.21, 2.32)', () => {
    always(({ order }) => {
      const { ledger, totals } = (order as Order).head;
      const { cancelled = 0, credited = 0, captured = 0, refunded = 0, refunded_beyond = 0 } = ledger;
      expect(amountDue(ledger)).toBe(totals.total - cancelled - credited - captured - refunded - refunded_beyond);
      expect(cancelled + credited).toBeLessThanOrEqual(totals.total);
      expect(cancelled + credited).toBeGreaterThanOrEqual(0);
    });
  });

  it('no line is asked back for more than it was sold at (pain 2.33)', () => {
    always(({ order, log }) => {
      if (log.some(({ type }) => type === 'refund_settled')) return;
      const before = refundedSoFar(order as Order);
      for (const line of (order as Order).lines)
        expect(before.lines.get(line.id)?.amount ?? 0).toBeLessThanOrEqual(
          line.money.payable - line.money.share.shipping,
        );
      expect(before.shipping).toBeLessThanOrEqual((order as Order).head.totals.shipping);
    });
  });

  it('nothing is ever stuck: what was asked for can be answered or given up, and what failed asked again or given up', () => {
    always((history) => {
      for (const kind of ['capture', 'void', 'refund'] as const) {
        for (const { id, state } of Object.values(orderOf(history).documents[kind])) {
          if (orderOf(history).head.deletedAt !== null || (state !== 'requested' && state !== 'failed')) continue;
          const { answer } = history.when({ type: `abandon_${kind}`, [`${kind}Id`]: id } as unknown as Command);
          expect(isRefusal(answer)).toBe(false);
        }
      }
    }, 100);
  });

  it('refunding everything that was taken returns it to zero', () => {
    always((history) => {
      const left = refundableOf(orderOf(history));
      const { answer, history: after } = history.when({ type: 'refund' });
      if (left <= 0 || isRefusal(answer)) return;
      expect(Object.values(orderOf(after).documents.payment).map(refundable)).toEqual(
        Object.values(orderOf(after).documents.payment).map(() => 0),
      );
      const settledAll = Object.values(orderOf(after).documents.refund)
        .filter(({ state }) => state === 'requested')
        .reduce((next, { id }) => next.when({ type: 'settle_refund', refundId: id }).history, after);
      const { captured = 0, refunded = 0 } = orderOf(settledAll).head.ledger;
      expect(captured + refunded).toBe(0);
      expect(refundsUnderWay(orderOf(settledAll))).toBe(0);
    }, 150);
  });

  it('refunding line by line and then shipping gives back all that they were sold at, to the cent (pain 2.33)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 99 }), { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        (prices, one) => {
          const lines = prices.map((price, index) => ({
            id: String(index + 1),
            sku: 'MUG',
            quantity: 3,
            priceMicros: price * 10_000,
          }));
          const sold = total(prices.map((price) => price * 3));
          const discount = Math.min(sold, 7);
          const order = place({
            workflow: 'free',
            lines,
            discounts: [{ id: 'd', name: 'Less', amount: discount }],
            payments: [{ method: 'card', amount: sold - discount + 500 }],
            total: sold - discount + 500,
          });
          let history = given(order, approve);
          for (const { id } of lines) {
            for (const quantity of one ? [1, 1, 1] : [2, 1])
              history = history.when({ type: 'refund', items: [{ lineId: id, quantity }] }).history;
          }
          const before = refundedSoFar(orderOf(history));
          for (const line of orderOf(history).lines) {
            expect(refundableOfLine(line, before)).toBe(0);
            expect(before.lines.get(line.id)?.amount ?? 0).toBe(line.money.payable - line.money.share.shipping);
          }
          const { history: all } = history.when({ type: 'refund', shipping: 500 });
          expect(refundableOf(orderOf(all))).toBe(0);
          expect(amountDue(orderOf(all).head.ledger)).toBe(0);
          expect(orderOf(all).head.ledger.credited).toBe(sold - discount + 500);
        },
      ),
      { numRuns: 100 },
    );
  });
});
