import { describe, expect, it } from 'vitest';
import type { ProviderStanding } from '../payment-provider.js';
import type { Command } from './commands.js';
import { approve, given, type History, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { paymentStatus } from './payment.js';
import { differenceTo, paymentsAtWork, wantsToClose } from './provider-work.js';
import { paymentState } from './states.js';

/** Payments that end before their provider has said yes, and what comes in for them all the same. */

const CARD = { method: 'card', amount: 12_500, provider: 'sandbox' } as const;
const cancelPayment: Command = { type: 'cancel_payment', paymentId: '1' };
const cancelOrder: Command = { type: 'request_cancellation' };
const deny: Command = { type: 'deny_payment', paymentId: '1' };
const notify: Command = { type: 'notify_payment', paymentId: '1' };

const orderOf = ({ order }: History): Order => order as Order;
const payment = (history: History) => orderOf(history).documents.payment['1']!;
const due = (history: History): number => amountDue(orderOf(history).head.ledger);

const ENDS: readonly (readonly [string, Command])[] = [
  ['with its order', cancelOrder],
  ['by itself', cancelPayment],
  ['by a denial of staff', deny],
];

describe.each(ENDS)('a payment that ended %s', (_how, end) => {
  const ended = given(place({ workflow: 'simple', payments: [CARD] }), end);

  it('wants its provider told, for the page takes money until then', () => {
    expect(wantsToClose(payment(ended))).toBe(true);
    expect(wantsToClose(payment(given(place({ workflow: 'simple', payments: [CARD] }))))).toBe(false);
  });

  it('is worked at when it ends, and not with everything that happens to the order afterwards', () => {
    expect(paymentsAtWork(orderOf(ended), true).map(({ id }) => id)).toEqual(['1']);
    expect(paymentsAtWork(orderOf(ended), false)).toEqual([]);
  });

  it('gives up what its provider authorises afterwards, and nothing of the order moves', () => {
    const { history } = ended.when(approve, 'payment_provider').then('payment_approved', 'void_requested').moves();
    expect(payment(history)).toMatchObject({ authorised: 12_500, voiding: 12_500, captured: 0 });
    expect(orderOf(history).head.authorisedAt).toBeNull();
    const { history: over } = history.when({ type: 'settle_void', voidId: '1' }, 'payment_provider');
    expect(paymentStatus(payment(over))).toBe('voided');
    expect(orderOf(over).head.ledger.authorised ?? 0).toBe(0);
  });

  it('gives back what its provider took afterwards, and owes nobody then', () => {
    const owed = due(ended);
    const { history } = ended.when(notify, 'payment_provider').then('payment_approved', 'order_refunded').moves();
    expect(payment(history)).toMatchObject({ captured: 12_500, refunding: 12_500 });
    expect(due(history)).toBe(owed - 12_500);
    const { history: over } = history.when({ type: 'settle_refund', refundId: '1' }, 'payment_provider');
    expect(paymentStatus(payment(over))).toBe('refunded');
    expect(due(over)).toBe(owed);
    expect(orderOf(over).head.ledger.credited ?? 0).toBe(0);
  });

  it('is approved by nobody else, and by its provider once', () => {
    const said = ended.when(approve, 'staff').answer;
    expect(said).toMatchObject({
      refused: expect.stringMatching(/^(payment_not_pending|order_cancelled)$/) as unknown,
    });
    const { history } = ended.when(approve, 'payment_provider');
    expect(history.when(approve, 'payment_provider').answer).toHaveProperty('refused');
  });
});

describe('a placement that ended because its payment did not begin in time', () => {
  it('gives back what the buyer paid on the page that was open', () => {
    const placed = given(place({ incomplete: true, payments: [{ ...CARD, capture: 'on_approval' }] }));
    const { history: ended } = placed.when({ type: 'expire_placement' }, 'system', 301).then('placement_expired');
    expect(paymentStatus(payment(ended))).toBe('cancelled');
    expect(wantsToClose(payment(ended))).toBe(true);
    ended.when(notify, 'staff').refused('order_cancelled');
    const { history } = ended.when(notify, 'payment_provider').then('payment_approved', 'order_refunded');
    const { history: over } = history.when({ type: 'settle_refund', refundId: '1' }, 'payment_provider');
    expect(due(over)).toBe(0);
  });
});

describe('money that came in for a cancelled payment', () => {
  it('is taken by no invoice and no capture, though it could not be given up', () => {
    const two = place({
      payments: [
        { ...CARD, amount: 5_000 },
        { method: 'transfer', amount: 12_500 },
      ],
    });
    const late = given(two, cancelPayment)
      .when(approve, 'payment_provider')
      .history.when({ type: 'fail_void', voidId: '1', message: 'Not now' }, 'payment_provider').history;
    late.when({ type: 'capture_payment', paymentId: '1' }).refused('nothing_to_capture');
    const sold = late
      .when({ ...approve, paymentId: '2' })
      .history.when(startHandling)
      .history.when(invoice()).history;
    expect(payment(sold)).toMatchObject({ captured: 0, capturing: 0 });
    late.when({ type: 'void_payment', paymentId: '1' }).then('void_requested');
  });

  it('does not stand for what is due: another payment takes its place', () => {
    const late = given(place({ payments: [CARD] }), cancelPayment).when(approve, 'payment_provider').history;
    const failed = late.when({ type: 'fail_void', voidId: '1' }).history;
    failed.when({ type: 'add_payment', method: 'transfer', amount: 12_500 }).then('payment_added');
  });
});

describe('an order whose payments were cancelled in part', () => {
  it('is authorised when all that stand are', () => {
    const two = place({
      payments: [
        { ...CARD, provider: 'play' },
        { method: 'transfer', amount: 12_500 },
      ],
    });
    const rest = given(two, cancelPayment, { ...approve, paymentId: '2' });
    expect(paymentState(orderOf(rest))).toBe('authorised');
    expect(paymentState(orderOf(given(place({ payments: [CARD] }), cancelPayment)))).toBe('pending');
  });
});

describe('what a provider says of a payment that ended', () => {
  const ended = given(place({ workflow: 'simple', payments: [CARD] }), cancelPayment);
  const says = (standing: Partial<ProviderStanding>) =>
    differenceTo(orderOf(ended), payment(ended), {
      ...{ outerId: 'x_1', state: 'approved', message: null, link: null, operations: [] },
      ...{ authorised: 12_500, captured: 0, voided: 0, refunded: 0 },
      ...standing,
    });

  it('is taken down as it is: held, or taken already', () => {
    expect(says({}).commands).toEqual([{ type: 'approve_payment', paymentId: '1', amount: 12_500 }]);
    expect(says({ captured: 12_500 }).commands).toEqual([{ type: 'notify_payment', paymentId: '1' }]);
  });

  it('is nothing to act on where it holds nothing', () => {
    for (const state of ['waiting', 'denied'] as const) expect(says({ state }).commands).toEqual([]);
    expect(says({ voided: 12_500 })).toEqual({ commands: [], conflict: null });
    expect(says({ captured: 12_500, refunded: 12_500 })).toEqual({ commands: [], conflict: null });
  });
});
