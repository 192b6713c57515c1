import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { describeDocuments } from './document-kinds.js';
import { approve, given, type History, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { openAuthorisation, paymentStatus } from './payment.js';

/** A card whose provider takes the money when it is asked to. */
const BY_PROVIDER = [{ method: 'card', amount: 12_500, provider: 'sandbox', capture: 'by_hand' as const }];
const byProvider = place({ workflow: 'simple', payments: BY_PROVIDER });
const byHand = place({ workflow: 'simple', payments: [{ method: 'card', amount: 12_500, capture: 'by_hand' }] });
const capture = (amount?: number, final?: boolean): Command => ({
  type: 'capture_payment',
  paymentId: '1',
  ...(amount === undefined ? {} : { amount }),
  ...(final === undefined ? {} : { final }),
});

const orderOf = ({ order }: History): Order => order as Order;
const payment = (history: History, id = '1') => orderOf(history).documents.payment[id]!;
const due = (history: History): number => amountDue(orderOf(history).head.ledger);
const captures = (history: History): string[] =>
  Object.values(orderOf(history).documents.capture).map(({ number, amount, state }) => `${number} ${amount} ${state}`);

describe('money that is taken', () => {
  it('T7: 30 and 70 of 100 are captured, and then nothing is left for 1 more', () => {
    const hundred = given(
      place({ workflow: 'free', payments: [{ method: 'card', amount: 100, capture: 'by_hand' }] }),
      approve,
      capture(30),
      capture(70),
    );
    expect(captures(hundred)).toEqual(['1480000500001-01-C1 30 settled', '1480000500001-01-C2 70 settled']);
    hundred.when(capture(1)).refused('nothing_to_capture');
    given(byHand, approve, capture(9_000)).when(capture(3_501)).refused('capture_exceeds_authorised', '/amount');
  });

  it('T7: the final capture gives up what is left of the authorisation', () => {
    const { history } = given(byHand, approve).when(capture(10_000, true)).then('capture_requested');
    expect(payment(history)).toMatchObject({ captured: 10_000, voided: 2_500 });
    expect(orderOf(history).head.ledger.authorised ?? 0).toBe(0);
    history.when(capture(1)).refused('nothing_to_capture');
  });

  it('is under way while its provider has not answered, and can be asked for no second time (pain 2.3)', () => {
    const asked = given(byProvider, approve, capture(9_000));
    expect(captures(asked)).toEqual(['1480000500001-01-C1 9000 requested']);
    expect(payment(asked)).toMatchObject({ captured: 0, capturing: 9_000 });
    expect(openAuthorisation(payment(asked))).toBe(3_500);
    expect(due(asked)).toBe(12_500);
    asked.when(capture(9_000)).refused('capture_exceeds_authorised', '/amount');
    const { history } = asked.when({ type: 'settle_capture', captureId: '1', outerId: 'ch_1' }, 'payment_provider');
    expect(payment(history)).toMatchObject({ captured: 9_000, capturing: 0 });
    expect(due(history)).toBe(3_500);
  });

  it('on approval is asked of the provider by the approval; what a provider says has come in needs no asking', () => {
    const placed = given(place({ payments: [{ ...BY_PROVIDER[0]!, capture: 'on_approval' }] }));
    const { history } = placed.when(approve, 'payment_provider').then('payment_approved', 'capture_requested');
    expect(due(history)).toBe(12_500);
    const paid = placed.when({ type: 'notify_payment', paymentId: '1' }, 'payment_provider').then('payment_approved');
    expect(due(paid.history)).toBe(0);
    expect(captures(paid.history)).toEqual(['1480000500001-01-C1 12500 settled']);
  });

  it('by an invoice is asked of the provider, and names the invoice', () => {
    const { history } = given(
      place({ payments: [{ method: 'card', amount: 12_500, provider: 'sandbox' }] }),
      approve,
      startHandling,
    ).when(invoice({ value: 5_000 }));
    expect(orderOf(history).documents.capture['1']).toMatchObject({
      invoice: 'A-1',
      amount: 5_000,
      state: 'requested',
    });
    const { history: second } = history.when(invoice({ number: 'A-2', value: 7_500 }));
    expect(captures(second).at(-1)).toBe('1480000500001-01-C2 7500 requested');
  });

  it('hangs under its payment, in the list of documents and in search', () => {
    const settled = given(byProvider, approve, capture(), { type: 'settle_capture', captureId: '1', outerId: 'ch_1' });
    expect(describeDocuments(orderOf(settled))).toMatchObject([
      { kind: 'payment', number: '1480000500001-01-P1', state: 'captured' },
      {
        kind: 'capture',
        number: '1480000500001-01-C1',
        parent: { kind: 'payment', id: '1' },
        outerId: 'ch_1',
        searchTerms: ['ch_1'],
      },
    ]);
  });

  it('is nothing where nobody has approved it, where the order was cancelled, and on no payment that is not there', () => {
    given(byHand).when(capture()).refused('nothing_to_capture');
    given(byHand, approve)
      .when({ ...capture(), paymentId: '7' } as Command)
      .refused('payment_not_found', '/paymentId');
    given(byHand, approve, { type: 'request_cancellation' }).when(capture()).refused('order_cancelled');
    given(byHand, approve).when(capture(0)).refused('amount_invalid', '/amount');
  });

  it('on delivery is taken by hand: no approval takes it, and no invoice', () => {
    const cash = place({ payments: [{ method: 'cash_on_delivery', amount: 12_500 }] });
    const sent = given(cash, approve, startHandling, invoice());
    expect(payment(sent)).toMatchObject({ capture: 'by_hand', captured: 0 });
    expect(due(sent.when(capture()).history)).toBe(0);
    expect(due(given(cash).when({ type: 'notify_payment', paymentId: '1' }).history)).toBe(0);
  });
});

describe('an authorisation that is given up', () => {
  it('wholly or in part, at once or when the provider says so', () => {
    const { history } = given(byHand, approve).when({ type: 'void_payment', paymentId: '1' }).then('void_requested');
    expect(paymentStatus(payment(history))).toBe('voided');
    history.when({ type: 'void_payment', paymentId: '1' }).refused('nothing_to_void');
    const asked = given(byProvider, approve, { type: 'void_payment', paymentId: '1', amount: 2_500 });
    expect(payment(asked)).toMatchObject({ voided: 0, voiding: 2_500 });
    asked.when(capture(10_001)).refused('capture_exceeds_authorised');
    const { history: settled } = asked.when({ type: 'settle_void', voidId: '1' }, 'payment_provider');
    expect(payment(settled)).toMatchObject({ voided: 2_500, voiding: 0 });
  });

  it('wholly where its provider gives up no parts, and taken wholly or for the last time where it takes none', () => {
    const begun: Command = { type: 'begin_payment', paymentId: '1', outerId: 'pi_1', whole: ['capture', 'void'] };
    const whole = given(byProvider, begun, approve);
    expect(payment(whole).whole).toEqual(['capture', 'void']);
    const { answer } = whole
      .when({ type: 'void_payment', paymentId: '1', amount: 2_500 })
      .refused('not_in_parts', '/amount');
    expect(answer).toMatchObject({ details: { paymentId: '1', whole: 12_500 } });
    whole.when({ type: 'void_payment', paymentId: '1', amount: 12_500 }).then('void_requested');
    whole.when({ type: 'void_payment', paymentId: '1' }).then('void_requested');
    whole.when(capture(9_000)).refused('not_in_parts', '/amount');
    whole.when(capture(9_000, true)).then('capture_requested');
    given(byProvider, approve).when({ type: 'void_payment', paymentId: '1', amount: 2_500 }).then('void_requested');
    given(byProvider, begun).when(begun, 'payment_provider').then();
  });

  it('stands again where the provider could not give it up, and may be asked for again', () => {
    const failed = given(
      byProvider,
      approve,
      { type: 'void_payment', paymentId: '1' },
      { type: 'fail_void', voidId: '1' },
    );
    expect(openAuthorisation(payment(failed))).toBe(12_500);
    const { history } = failed.when({ type: 'retry_void', voidId: '1' }).then('void_retried');
    expect(orderOf(history).documents.void['1']).toMatchObject({ state: 'requested', attempts: 2 });
    failed.when({ type: 'abandon_void', voidId: '1' }).then('void_abandoned');
    failed.when({ type: 'settle_void', voidId: '9' }).refused('void_not_found', '/voidId');
  });

  it('T5: cancelling voids what is authorised, refunds what is paid and cancels what is new', () => {
    const three = given(
      place({
        workflow: 'free',
        payments: [
          { method: 'card', amount: 5_000, provider: 'sandbox', capture: 'by_hand' },
          { method: 'transfer', amount: 4_000 },
          { method: 'voucher', amount: 3_500 },
        ],
      }),
      approve,
      { ...approve, paymentId: '2' },
    );
    const { history } = three.when({ type: 'request_cancellation', reason: 'Changed my mind' });
    const { documents, head, lines } = orderOf(history);
    expect(Object.values(documents.void)).toMatchObject([{ paymentId: '1', amount: 5_000, state: 'requested' }]);
    expect(Object.values(documents.refund)).toMatchObject([
      { paymentId: '2', amount: 4_000, state: 'settled', cause: 'cancellation' },
    ]);
    expect(Object.values(documents.payment).map(paymentStatus)).toEqual(['authorised', 'refunded', 'cancelled']);
    expect(documents.payment['3']?.cancelledAt).toBe(history.at);
    const states = describeDocuments(orderOf(history)).filter(({ kind }) => kind === 'payment');
    expect(states.map(({ state }) => state)).toEqual(['authorised', 'refunded', 'cancelled']);
    expect(head.cancellation).toMatchObject({ reason: 'Changed my mind', at: history.at });
    expect(lines.map(({ stock }) => stock?.held)).toEqual([0, 0]);
    history.when({ type: 'request_cancellation' }).refused('order_cancelled');
  });
});
