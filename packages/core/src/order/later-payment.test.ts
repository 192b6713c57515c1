import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, given, type History, place, startHandling } from './given.test-support.js';
import { redact } from './evolve.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { paymentStatus } from './payment.js';
import { differenceTo } from './provider-work.js';

const part = place({ payments: [{ method: 'card', amount: 10_000, capture: 'on_approval' }] });
const add = (changes: object = {}): Command => ({ type: 'add_payment', method: 'transfer', amount: 2_500, ...changes });

const orderOf = ({ order }: History): Order => order as Order;
const payment = (history: History, id: string) => orderOf(history).documents.payment[id]!;

describe('a payment that comes later', () => {
  it('is for at most what is due and promised by no other', () => {
    const { history } = given(part)
      .when(add({ amount: 1_000 }))
      .then('payment_added');
    history.when(add({ amount: 1_501 })).refused('amount_exceeds_due', '/amount');
    const { history: whole } = history.when(add({ amount: 1_500 }));
    whole.when(add({ amount: 1 })).refused('nothing_due');
    expect(payment(whole, '3')).toMatchObject({ number: '1480000500001-01-P3', added: true });
  });

  it('is answered in any step', () => {
    const handling = given(part, approve, startHandling, add());
    const { history } = handling.when({ type: 'notify_payment', paymentId: '2' }).then('payment_approved').moves();
    expect(amountDue(orderOf(history).head.ledger)).toBe(0);
    const denied = handling.when({ type: 'deny_payment', paymentId: '2' }).then('payment_denied').history;
    expect(orderOf(denied).head.cancellation).toBeNull();
    denied.when(add()).then('payment_added');
  });

  it('is added to no order that ended or has not begun, and for no amount that is none', () => {
    given(part, { type: 'request_cancellation' }).when(add()).refused('order_cancelled');
    given(place({ incomplete: true, payments: [] }))
      .when(add())
      .refused('placement_not_complete');
    given(part)
      .when(add({ amount: 0 }))
      .refused('amount_invalid', '/amount');
    given(part)
      .when(add({ dueAt: '9999-01-01T00:00:00.000Z' }))
      .refused('date_out_of_range', '/dueAt');
    const hundred = Array.from({ length: 100 }, () => ({ method: 'voucher', amount: 1 }));
    given(place({ payments: hundred }))
      .when(add())
      .refused('too_many', '/payments');
  });

  it('that nobody answers is cancelled, and the order goes on without it where the others cover it', () => {
    const two = place({
      payments: [
        { method: 'card', amount: 12_500 },
        { method: 'card', amount: 12_500 },
      ],
    });
    const { history } = given(two, approve)
      .when({ type: 'cancel_payment', paymentId: '2' })
      .then('payment_cancelled')
      .status('ready-for-handling');
    expect(paymentStatus(payment(history, '2'))).toBe('cancelled');
    history.when({ type: 'cancel_payment', paymentId: '1' }).refused('payment_not_pending');
    given(two).when({ type: 'cancel_payment', paymentId: '9' }).refused('payment_not_found', '/paymentId');
    const short = given(
      place({
        payments: [
          { method: 'card', amount: 10_000 },
          { method: 'card', amount: 2_500 },
        ],
      }),
      approve,
    );
    short.when({ type: 'cancel_payment', paymentId: '2' }).status('payment-pending');
  });

  it('that waits again after a cancelled one moves the order on when it is approved', () => {
    const renewed = given(place(), { type: 'cancel_payment', paymentId: '1' }, add({ amount: 12_500 }));
    renewed.when({ type: 'approve_payment', paymentId: '2' }).status('ready-for-handling');
  });
});

describe('a session of a provider', () => {
  const begin: Command = {
    type: 'begin_payment',
    paymentId: '1',
    link: 'https://pay.example/s/1',
    token: 'tok_1',
    outerId: 'session_1',
  };
  it('leaves its page, token and id on the payment until it is answered', () => {
    const { history } = given(place({ incomplete: true }))
      .when(begin, 'payment_provider')
      .then('payment_begun');
    expect(payment(history, '1')).toMatchObject({
      link: 'https://pay.example/s/1',
      token: 'tok_1',
      transactionId: 'session_1',
    });
    expect(payment(given(place(), begin, approve), '1').link).toBeNull();
    given(place(), approve).when(begin).refused('payment_not_pending');
  });

  it('is of the person: forgotten with it, as holder and phone are', () => {
    const named = given(
      place({ payments: [{ method: 'card', amount: 12_500, holder: 'Ana Reis', phone: '+351 912', token: 'tok_0' }] }),
      begin,
    );
    expect(payment(named, '1')).toMatchObject({ holder: 'Ana Reis', phone: '+351 912', token: 'tok_1' });
    expect(redact(orderOf(named)).documents.payment['1']).toMatchObject({
      holder: null,
      phone: null,
      token: null,
      link: null,
    });
    for (const { data } of named.log) {
      for (const secret of ['Ana Reis', '+351', 'tok_', 'pay.example'])
        expect(JSON.stringify(data)).not.toContain(secret);
    }
  });

  it('that is told again as it is leaves no event', () => {
    const begun = given(place(), begin);
    begun.when(begin, 'payment_provider').then();
    begun.when({ type: 'begin_payment', paymentId: '1', outerId: 'session_1' }, 'payment_provider').then();
    begun.when({ ...begin, link: 'https://pay.example/s/2' }, 'payment_provider').then('payment_begun');
  });

  it('of a buyer who was forgotten is told of once, whatever page there is', () => {
    const forgotten = given(place(), begin, { type: 'forget_person' });
    forgotten.when(begin, 'payment_provider').then();
    forgotten.when({ ...begin, outerId: 'session_2' }, 'payment_provider').then('payment_begun');
    const order = orderOf(forgotten);
    const standing = {
      outerId: 'session_1',
      state: 'waiting',
      link: 'https://pay.example/s/1',
      message: null,
    } as const;
    const nothing = { authorised: 0, captured: 0, voided: 0, refunded: 0, operations: [] };
    const { commands } = differenceTo(order, payment(forgotten, '1'), { ...standing, ...nothing });
    expect(commands).toEqual([]);
  });
});

describe('a payment whose beginning was not heard', () => {
  const nothing = { authorised: 0, captured: 0, voided: 0, refunded: 0, operations: [], message: null };
  const whole = ['void'] as const;

  it('is told what its provider does wholly or not at all with what stands, and once', () => {
    const waiting = { outerId: 'session_1', state: 'waiting', link: null, ...nothing } as const;
    const [told] = differenceTo(orderOf(given(place())), payment(given(place()), '1'), waiting, whole).commands;
    expect(told).toEqual({ type: 'begin_payment', paymentId: '1', outerId: 'session_1', whole });
    const heard = given(place(), told as Command);
    expect(differenceTo(orderOf(heard), payment(heard, '1'), waiting, whole).commands).toEqual([]);
    // begun by an earlier version of this program, which did not ask
    const before = given(place(), { type: 'begin_payment', paymentId: '1', outerId: 'session_1' });
    const approved = { ...waiting, state: 'approved', authorised: 12_500 } as const;
    expect(differenceTo(orderOf(before), payment(before, '1'), approved, whole).commands).toEqual([
      told,
      { type: 'approve_payment', paymentId: '1', amount: 12_500 },
    ]);
  });
});

describe('a whole card number', () => {
  it.each([
    ['holder', '4111 1111 1111 1111'],
    ['token', 'card-5500005555555559'],
    ['brand', '378282246310005'],
    ['phone', '4111111111111111'],
    ['method', 'card 6011-1111-1111-1117'],
  ])('is kept in no field of a payment: %s', (field, text) => {
    given(part)
      .when(add({ [field]: text }))
      .refused('card_number_refused', `/${field}`);
    given()
      .when(place({ payments: [{ method: 'card', amount: 12_500, [field]: text }] }))
      .refused('card_number_refused', `/payments/0/${field}`);
  });

  it('is told from what only looks like one', () => {
    for (const holder of ['4111 1111 1111 1112', '1234567890123', '+5511987654321', '41111111111111111111'])
      given(part).when(add({ holder })).then('payment_added');
    given(part)
      .when(add({ phone: '5511987654321' }))
      .then('payment_added');
    given(place())
      .when({ type: 'begin_payment', paymentId: '1', token: '4111111111111111' })
      .refused('card_number_refused', '/token');
  });
});
