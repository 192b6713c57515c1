import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, given, type History, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { openAuthorisation } from './payment.js';
import type { PlacedPayment } from './placing-commands.js';
import { paymentState } from './states.js';
import { orionStatusOf, virtoStatusOf, vtexStatusOf } from './status.js';
import { statusFacts } from './status-facts.js';

/** Orders that go on while a payment of theirs had ended and was paid all the same: that money pays for nothing. */

const orderOf = ({ order }: History): Order => order as Order;
const payment = (history: History, id: string) => orderOf(history).documents.payment[id]!;
const FIRST = { method: 'card', amount: 12_500, provider: 'sandbox' } as const;
const SECOND = { method: 'transfer', amount: 12_500 } as const;
const due = (history: History): number => amountDue(orderOf(history).head.ledger);
const provider = (history: History, command: Command) => history.when(command, 'payment_provider').history;
const words = (history: History) => {
  const order = orderOf(history);
  const facts = statusFacts(order);
  return [
    paymentState(order),
    ...[vtexStatusOf, orionStatusOf, virtoStatusOf].map((statusIn) => statusIn(order.head.instances, facts)),
  ];
};

/** The first payment was cancelled, paid all the same and given back; the second is authorised. */
function paidInVain(workflow: string, second: PlacedPayment = SECOND): History {
  const ended = given(place({ workflow, payments: [FIRST, second] }), { type: 'cancel_payment', paymentId: '1' });
  const back = provider(provider(ended, { type: 'notify_payment', paymentId: '1' }), {
    type: 'settle_refund',
    refundId: '1',
  });
  expect(payment(back, '1')).toMatchObject({ captured: 12_500, refunded: 12_500 });
  return back.when({ ...approve, paymentId: '2' }).history;
}

describe('money that was paid in vain and went back', () => {
  it('pays no invoice: each takes what it is for of the payment that stands', () => {
    const { history } = paidInVain('complete')
      .when(startHandling)
      .history.when(invoice({ value: 5_000 }));
    expect(payment(history, '2').captured).toBe(5_000);
    const { history: more } = history.when(invoice({ number: 'A-2', value: 4_000 }));
    expect(payment(more, '2').captured).toBe(9_000);
  });

  it.each(['simple', 'free', 'complete'])('says nothing of an order of %s that another payment pays', (workflow) => {
    const second = { ...SECOND, capture: 'by_hand' } as const;
    const plain = given(place({ workflow, payments: [second] }), approve);
    expect(words(paidInVain(workflow, second))).toEqual(words(plain));
    const paid = given(place({ workflow, payments: [second] }), approve, { type: 'capture_payment', paymentId: '1' });
    const taken = paidInVain(workflow, second).when({ type: 'capture_payment', paymentId: '2' }).history;
    expect(words(taken)).toEqual(words(paid));
    expect(words(taken)[0]).toBe('paid');
  });

  it('leaves an order that no other payment pays waiting, and one that was cancelled refunded', () => {
    const only = place({ workflow: 'simple', payments: [FIRST] });
    const back = [
      { type: 'notify_payment', paymentId: '1' } as const,
      { type: 'settle_refund', refundId: '1' } as const,
    ];
    const waiting = back.reduce(provider, given(only, { type: 'cancel_payment', paymentId: '1' }));
    expect(paymentState(orderOf(waiting))).toBe('pending');
    const cancelled = back.reduce(provider, given(only, { type: 'request_cancellation' }));
    expect(paymentState(orderOf(cancelled))).toBe('refunded');
  });
});

describe('an order that was closed short', () => {
  const mugs: Command = { type: 'send_package', items: [{ sku: 'MUG', quantity: 2 }] };
  const card = { ...FIRST, capture: 'on_invoice' } as const;
  const closed = (history: History) =>
    history.when(startHandling).history.when(mugs).history.when({ type: 'close_short' }).then('order_closed_short').history; // prettier-ignore
  /** Its provider gives up all that is left of an authorisation, or nothing. */
  const begun: Command = { type: 'begin_payment', paymentId: '1', outerId: 'pi_1', whole: ['void'] };

  it('gives up what is held in vain first: the payment that stands keeps all that is due', () => {
    const two = place({ workflow: 'simple', payments: [card, { ...SECOND, capture: 'on_invoice' }] });
    const held = [{ ...approve, amount: 5_000 }, { type: 'fail_void', voidId: '1' } as const].reduce(
      provider,
      given(two, { type: 'cancel_payment', paymentId: '1' }),
    );
    const history = closed(held.when({ ...approve, paymentId: '2' }).history);
    expect(payment(history, '1')).toMatchObject({ authorised: 5_000, voiding: 5_000 });
    expect(due(history)).toBeLessThan(12_500);
    expect(openAuthorisation(payment(history, '2'))).toBe(due(history));
  });

  it('leaves the rest with a provider that gives up no parts, and its last invoice does not take it', () => {
    const short = closed(given(place({ workflow: 'simple', payments: [card] }), begun, approve));
    expect(payment(short, '1')).toMatchObject({ authorised: 12_500, voiding: 0 });
    const left = due(short);
    const { history } = short.when(invoice({ value: left })).then('invoice_issued');
    expect(payment(history, '1')).toMatchObject({ capturing: left });
    const interest = given(place({ workflow: 'simple', payments: [{ ...card, amount: 13_000 }] }), begun, approve);
    expect(payment(interest.when(startHandling).history.when(invoice()).history, '1').capturing).toBe(13_000);
  });

  it('asks one that gives up parts for them, and others only for all that they hold', () => {
    const beside = (id: string, amount: number) => ({ ...SECOND, id, amount, capture: 'on_invoice' }) as const;
    const payments = [{ ...card, id: '1', amount: 1_000 }, beside('2', 10_500), beside('3', 1_000)];
    const approvals = ['1', '2', '3'].map((paymentId) => ({ ...approve, paymentId }));
    const begins = ['1', '2'].map((paymentId) => ({ ...begun, paymentId }));
    const history = closed(given(place({ workflow: 'simple', payments }), ...begins, ...approvals));
    expect(12_500 - due(history)).toBe(4_167);
    expect(payment(history, '3').voided).toBe(1_000);
    expect(payment(history, '1').voiding).toBe(1_000);
    expect(payment(history, '2')).toMatchObject({ voiding: 0, voided: 0 });
  });
});
