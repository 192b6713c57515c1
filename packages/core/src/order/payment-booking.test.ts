import { describe, expect, it } from 'vitest';
import type { ProviderOperation, ProviderStanding } from '../payment-provider.js';
import type { Command } from './commands.js';
import { approve, FACTS, given, type History, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { bookedPayment } from './payment-booking.js';
import { differenceTo, moveKey } from './provider-work.js';
import { refuse } from './refusals.js';

/** Money that moved at the provider itself, and how an order takes it down. */

const CARD = { method: 'card', amount: 12_500, provider: 'sandbox', capture: 'by_hand' } as const;
const held = given(place({ workflow: 'simple', payments: [CARD] }), approve);
const capture: Command = { type: 'capture_payment', paymentId: '1' };
const taken = given(place({ workflow: 'simple', payments: [CARD] }), approve, capture, {
  type: 'settle_capture',
  captureId: '1',
  outerId: 'op_1',
});

const orderOf = ({ order }: History): Order => order as Order;
const payment = (history: History) => orderOf(history).documents.payment['1']!;
const due = (history: History): number => amountDue(orderOf(history).head.ledger);

const done = (
  kind: ProviderOperation['kind'],
  amount: number,
  more: Partial<ProviderOperation> = {},
): ProviderOperation => ({ kind, key: 'of a screen', outerId: `${kind}_${amount}`, amount, state: 'settled', message: null, ...more }); // prettier-ignore

function says(operations: readonly ProviderOperation[], authorised = 12_500): ProviderStanding {
  const of = (kind: string): number =>
    operations.reduce((sum, each) => (each.kind === kind && each.state === 'settled' ? sum + each.amount : sum), 0);
  const figures = { captured: of('capture'), voided: of('void'), refunded: of('refund') };
  return { outerId: 'x_1', state: 'approved', message: null, link: null, authorised, ...figures, operations };
}
/** The capture of `taken`, as its provider has it. */
const ours = (history: History): ProviderOperation => {
  const document = orderOf(history).documents.capture['1']!;
  return done('capture', document.amount, { key: moveKey(orderOf(history), { kind: 'capture', document }), outerId: 'op_1' }); // prettier-ignore
};
const book = (history: History, standing: ProviderStanding | undefined, by: 'staff' | 'payment_provider' = 'staff') =>
  history.when(
    { type: 'book_payment', paymentId: '1' },
    by,
    60,
    standing === undefined ? FACTS : { ...FACTS, standing },
  );

describe('what was done at the provider itself', () => {
  it('becomes a document of its own, marked as such, and nobody is asked to move money', () => {
    const { history } = book(held, says([done('capture', 9_000), done('void', 3_500), done('refund', 1_000)])).then(
      'moves_booked',
    );
    const { documents } = orderOf(history);
    expect(Object.values(documents.capture)).toMatchObject([
      { amount: 9_000, state: 'settled', elsewhere: true, outerId: 'capture_9000' },
    ]);
    expect(Object.values(documents.void)).toMatchObject([{ amount: 3_500, state: 'settled', elsewhere: true }]);
    expect(Object.values(documents.refund)).toMatchObject([{ amount: 1_000, state: 'settled', elsewhere: true }]);
    expect(payment(history)).toMatchObject({ captured: 9_000, voided: 3_500, refunded: 1_000 });
    expect(payment(history)).toMatchObject({ capturing: 0, voiding: 0, refunding: 0 });
  });

  it('is booked once: the same news again is nothing to book, and more of it is', () => {
    const standing = says([done('capture', 9_000)]);
    const { history } = book(held, standing);
    book(history, standing).refused('nothing_to_book');
    const { history: more } = book(history, says([done('capture', 9_000), done('capture', 1_000)]));
    expect(Object.values(orderOf(more).documents.capture)).toMatchObject([
      { amount: 9_000 },
      { amount: 1_000, outerId: 'capture_1000' },
    ]);
  });

  it('lets the buyer off what was refunded there beyond what was paid too much', () => {
    const { history } = book(taken, says([ours(taken), done('refund', 2_000)]));
    expect(due(history)).toBe(0);
    expect(orderOf(history).documents.refund['1']).toMatchObject({ goodwill: 2_000, overpaid: 0, credited: 2_000 });
    expect(orderOf(history).head.ledger).toMatchObject({ refunded: -2_000, credited: 2_000 });
  });

  it('is told from what was asked for here, whose answers are booked with it', () => {
    const part: Command = { type: 'capture_payment', paymentId: '1', amount: 4_000 };
    const asked = given(place({ workflow: 'simple', payments: [CARD] }), approve, part);
    const { history } = book(asked, says([ours(asked), done('capture', 500)])).then('capture_settled', 'moves_booked');
    expect(Object.values(orderOf(history).documents.capture)).toMatchObject([
      { amount: 4_000, outerId: 'op_1' },
      { amount: 500, elsewhere: true },
    ]);
    expect(orderOf(history).documents.capture['1']).not.toHaveProperty('elsewhere');
  });

  it('is what was asked for here and has not gone out, where both are for the same amount: nothing is paid twice', () => {
    const asked = taken.when(startHandling).history.when({ type: 'refund', amount: 2_000 }).history;
    const { history } = book(asked, says([ours(asked), done('refund', 2_000)])).then('refund_settled');
    expect(payment(history)).toMatchObject({ refunded: 2_000, refunding: 0 });
    const twice = asked.when({ type: 'refund', amount: 2_000 }).history;
    const { history: one } = book(twice, says([ours(twice), done('refund', 2_000)])).then('refund_settled');
    expect(payment(one)).toMatchObject({ refunded: 2_000, refunding: 2_000 });
  });

  it('leaves no room for what was asked for and not done: that has failed with it', () => {
    const asked = taken.when(startHandling).history.when({ type: 'refund', amount: 12_500 }).history;
    const goesOn = taken.when(startHandling).history.when({ type: 'send_package' }).history;
    const sent = goesOn.when({ type: 'refund', amount: 12_500 }).history;
    const { history } = book(sent, says([ours(sent), done('refund', 500)])).then('refund_failed', 'moves_booked');
    expect(payment(history)).toMatchObject({ refunded: 500, refunding: 0 });
    expect(Object.values(orderOf(history).documents.refund)).toMatchObject([
      { state: 'failed' },
      { state: 'settled', elsewhere: true },
    ]);
    // of an order that ended with its refund the rest is owed all the same
    const { history: ended } = book(asked, says([ours(asked), done('refund', 500)])).then(
      ...(['refund_failed', 'moves_booked', 'order_refunded'] as const),
    );
    expect(payment(ended)).toMatchObject({ refunded: 500, refunding: 12_000 });
  });

  it('leaves room for the oldest of what was asked for: captures and voids take of the same', () => {
    const two = held
      .when({ type: 'capture_payment', paymentId: '1', amount: 6_000 })
      .history.when({ type: 'capture_payment', paymentId: '1', amount: 4_000 }).history;
    const { history } = book(two, says([done('capture', 5_000)])).then('capture_failed', 'moves_booked');
    expect(payment(history)).toMatchObject({ captured: 5_000, capturing: 6_000 });
    const last = held.when({ type: 'capture_payment', paymentId: '1', amount: 6_000, final: true }).history;
    const { history: rest } = book(last, says([done('capture', 5_000)])).then('void_failed', 'moves_booked');
    expect(payment(rest)).toMatchObject({ captured: 5_000, capturing: 6_000, voiding: 0 });
    const first = orderOf(two).documents.capture['1']!;
    const atIt = { key: moveKey(orderOf(two), { kind: 'capture', document: first }), state: 'waiting' } as const;
    const out = says([done('capture', 3_000), done('capture', 6_000, atIt)]);
    const { history: waiting } = book(two, out).then('capture_failed', 'moves_booked');
    expect(payment(waiting)).toMatchObject({ captured: 3_000, capturing: 6_000 });
  });

  it('goes no further than what the payment can bear', () => {
    book(held, says([done('capture', 13_000)], 13_000)).refused('capture_exceeds_authorised', '/paymentId');
    const refunding = taken.when(startHandling).history.when({ type: 'refund', amount: 500 }).history;
    const most = says([ours(refunding), done('refund', 12_200)]);
    expect(book(refunding, { ...most, refunded: 12_000 }).answer).toMatchObject({ refused: 'refund_exceeds_captured' });
  });

  it('goes back where it was taken of what has ended, after what went back there', () => {
    const cancelled = held.when({ type: 'request_cancellation' }).history;
    const standing = says([done('capture', 12_500), done('refund', 500)]);
    expect(differenceTo(orderOf(cancelled), payment(cancelled), standing).commands).toEqual([
      { type: 'book_payment', paymentId: '1' },
    ]);
    const { history } = book(cancelled, standing, 'payment_provider').then(
      'void_failed',
      'moves_booked',
      'order_refunded',
    );
    expect(payment(history)).toMatchObject({ captured: 12_500, refunded: 500, refunding: 12_000, voiding: 0 });
    const over = history.when({ type: 'settle_refund', refundId: '2' }, 'payment_provider').history;
    expect(due(over)).toBe(0);
  });

  it('leaves the rest of what has ended to go back: a part of it went back there', () => {
    const late = given(place({ workflow: 'simple', payments: [CARD] }), { type: 'cancel_payment', paymentId: '1' });
    const { history } = late.when({ type: 'notify_payment', paymentId: '1' }, 'payment_provider');
    expect(payment(history)).toMatchObject({ captured: 12_500, refunding: 12_500 });
    const standing = says([done('capture', 12_500, { key: null }), done('refund', 4_000)]);
    const booked = book(history, standing, 'payment_provider').then('refund_failed', 'moves_booked', 'order_refunded');
    expect(payment(booked.history)).toMatchObject({ refunded: 4_000, refunding: 8_500 });
    const over = booked.history.when({ type: 'settle_refund', refundId: '3' }, 'payment_provider').history;
    expect(due(over)).toBe(12_500);
  });

  it('leaves the rest of what has ended to be given up: a part of it was taken there, and goes back', () => {
    const late = given(place({ workflow: 'simple', payments: [CARD] }), { type: 'cancel_payment', paymentId: '1' });
    const { history } = late.when(approve, 'payment_provider');
    expect(payment(history)).toMatchObject({ authorised: 12_500, voiding: 12_500 });
    const booked = book(history, says([done('capture', 3_000)]), 'payment_provider').then(
      ...(['void_failed', 'moves_booked', 'order_refunded', 'void_requested'] as const),
    );
    expect(payment(booked.history)).toMatchObject({ captured: 3_000, refunding: 3_000, voiding: 9_500 });
  });

  it('is for a person to see first, but for what the provider gave up by itself', () => {
    const differs = (operation: ProviderOperation) => differenceTo(orderOf(held), payment(held), says([operation]));
    expect(differs(done('capture', 100)).conflict).toContain('capture 100');
    expect(differs(done('void', 100)).conflict).toContain('void 100');
    expect(differs(done('void', 100, { key: null }))).toEqual({
      commands: [{ type: 'book_payment', paymentId: '1' }],
      conflict: null,
    });
  });

  it('can be booked of a deleted order too: the money has moved', () => {
    book(held.when({ type: 'delete_order' }).history, says([done('capture', 100)])).then('moves_booked');
  });
});

describe('a provider', () => {
  it('is asked only for a booking that is not refused whatever it says', () => {
    const command = { type: 'book_payment', paymentId: '1' } as const;
    expect(bookedPayment(orderOf(held), command, 'staff')).toBe('1');
    expect(bookedPayment(orderOf(held), { ...command, paymentId: '7' }, 'staff')).toBeNull();
    expect(bookedPayment(orderOf(held), command, 'shopper')).toBeNull();
    const waiting = given(place({ workflow: 'simple', payments: [CARD] }));
    expect(bookedPayment(orderOf(waiting), command, 'staff')).toBeNull();
    expect(bookedPayment(orderOf(held), approve, 'staff')).toBeNull();
  });
});

describe('a payment of which nobody says what stands', () => {
  it('is booked by hand', () => {
    book(held, undefined).refused('provider_knows_nothing', '/paymentId');
    book(given(place({ workflow: 'simple', payments: [CARD] })), says([])).refused('provider_knows_nothing');
    given(place({ workflow: 'simple' }))
      .when({ type: 'book_payment', paymentId: '1' })
      .refused('provider_knows_nothing');
    held.when({ type: 'book_payment', paymentId: '7' }).refused('payment_not_found', '/paymentId');
  });

  it('is asked for later where its provider does not answer', () => {
    const silent = { ...FACTS, standing: refuse('provider_unreachable') };
    held.when({ type: 'book_payment', paymentId: '1' }, 'staff', 60, silent).refused('provider_unreachable');
  });
});
