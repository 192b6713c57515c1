import { describe, expect, it } from 'vitest';
import { approve, given, invoice, place, startHandling } from './given.test-support.js';

const invoiced = () => given(place(), approve, startHandling, invoice({ package: { trackingNumber: 'T1' } }));

describe('cancelling', () => {
  it('is immediate while the buyer may still change their mind', () => {
    const { history } = given(place({ cancellationWindow: 1800 }), approve)
      .when({ type: 'request_cancellation', reason: 'changed my mind' }, 'shopper')
      .then('cancellation_requested', 'order_cancelled')
      .moves('F:cancel', 'F:canceled', 'M:cancel', 'M:canceled');
    expect(history.order?.documents.payment['1']).toMatchObject({ authorised: 12_500, voided: 12_500, captured: 0 });
    expect(history.order?.head.cancellation).toMatchObject({ by: 'buyer', reason: 'changed my mind' });
  });

  it('becomes a request once handling may begin, which staff confirm or deny', () => {
    const requested = given(place(), approve, startHandling, { type: 'request_cancellation' });
    requested.when(startHandling).refused('not_in_this_step');
    requested.when({ type: 'request_cancellation' }).refused('cancellation_pending');
    requested.when({ type: 'confirm_cancellation' }).then('order_cancelled').status('canceled');
    requested.when({ type: 'deny_cancellation', requestId: '7' }).refused('cancellation_request_unknown', '/requestId');
    requested.when({ type: 'deny_cancellation', reason: 'packed' }).then('cancellation_denied').status('handling');
  });

  it('cannot be confirmed or denied before anybody asked for it', () => {
    given(place(), approve).when({ type: 'confirm_cancellation' }).refused('cancellation_not_requested');
    given(place(), approve).when({ type: 'deny_cancellation' }).refused('cancellation_not_requested');
  });

  it('shows the marketplace step while a request is open', () => {
    given(place(), approve).when({ type: 'request_cancellation' }).status('waiting-for-seller-decision');
  });

  it('is overtaken by an invoice', () => {
    const { history } = given(place(), approve, startHandling, { type: 'request_cancellation' })
      .when(invoice())
      .then('invoice_issued')
      .status('invoiced');
    expect(history.order?.head.cancellationRequests[0]?.outcome).toBe('overtaken');
  });

  it('is refused after any invoice, and after the end', () => {
    given(place(), approve, startHandling, invoice({ value: 100 }))
      .when({ type: 'request_cancellation' })
      .refused('order_invoiced');
    invoiced().when({ type: 'request_cancellation' }).refused('order_invoiced');
    given(place(), { type: 'request_cancellation' }).when({ type: 'request_cancellation' }).refused('order_cancelled');
  });

  it('comes by itself after thirty days without a decision, not a second sooner', () => {
    const requested = given(place(), approve, startHandling, { type: 'request_cancellation' });
    requested.when({ type: 'end_deadline' }, 'system', 2_591_999).refused('not_due_yet');
    requested.when({ type: 'end_deadline' }, 'system', 2_592_000).then('order_cancelled').status('canceled');
  });

  it('lets the window end only when it is over', () => {
    const windowed = given(place({ cancellationWindow: 1800 }), approve);
    windowed.when({ type: 'end_cancellation_window' }, 'system', 1799).refused('not_due_yet');
    windowed
      .when({ type: 'end_cancellation_window' }, 'system', 1800)
      .then('cancellation_window_ended')
      .status('ready-for-handling');
  });
});
