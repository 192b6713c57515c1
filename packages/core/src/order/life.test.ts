import { describe, expect, it } from 'vitest';
import { approve, given, invoice, NOON, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import { paymentState, shippingState } from './states.js';

const handled = () => given(place(), approve, startHandling);
const invoiced = () => given(place(), approve, startHandling, invoice({ package: { trackingNumber: 'T1' } }));

describe('placing', () => {
  it('counts the money, claims the stock and waits for the payment', () => {
    const { history } = given().when(place()).then('order_placed').status('payment-pending');
    expect(history.order?.head.totals).toEqual({
      items: 12_000,
      discounts: 0,
      shipping: 500,
      tax: 0,
      adjustments: 0,
      total: 12_500,
    });
    expect(history.claims.map(({ kind, sku, quantity }) => `${kind} ${sku} ${quantity}`)).toEqual([
      'claim MUG 2',
      'claim CUP 1',
    ]);
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(12_500);
  });

  it('does not show a seller confirmation that nobody waited for, because own stock answers at once', () => {
    given()
      .when(place())
      .moves(
        'M:order-created',
        'M:on-order-completed',
        'F:order-accepted',
        'F:on-order-completed-ffm',
        'F:waiting-ffmt-authorization',
        'M:payment-pending',
      );
  });

  it.each([
    [{ total: 12_499 }, 'totals_mismatch', '/total'],
    [{ totals: { items: 1 } }, 'totals_mismatch', '/totals/items'],
    [{ currency: 'XYZ' }, 'currency_unknown', '/currency'],
    [{ workflow: 'magic' as 'free' }, 'workflow_unknown', '/workflow'],
    [{ lines: [] }, 'nothing_to_sell', '/lines'],
    [
      {
        lines: [
          { sku: 'MUG', quantity: 2, id: 'a' },
          { sku: 'CUP', quantity: 1, id: 'a' },
        ],
      },
      'duplicate_id',
      '/lines/1/id',
    ],
    [{ lines: [{ sku: 'NEW', quantity: 1, priceMicros: 1 }] }, 'product_incomplete', '/lines/0/name'],
    [{ lines: [{ sku: 'NEW', quantity: 1, name: 'New' }] }, 'product_incomplete', '/lines/0/priceMicros'],
    [{ lines: [{ sku: 'MUG', quantity: 1, gtin: '4006381333932' }] }, 'gtin_invalid', '/lines/0/gtin'],
    [{ lines: [{ sku: 'MUG', quantity: 1, deliveryId: 'x' }] }, 'reference_unknown', '/lines/0/deliveryId'],
    [{ lines: [{ sku: 'MUG', quantity: -1 }] }, 'amount_invalid', '/lines/0/quantity'],
    [
      { lines: [{ sku: 'MUG', quantity: 2, priceMicros: Number.MAX_SAFE_INTEGER }] },
      'amount_too_large',
      '/lines/0/priceMicros',
    ],
    [
      { lines: [{ sku: 'MUG', quantity: 1, discountMicros: 50_000_000 }] },
      'discount_exceeds_value',
      '/lines/0/discountMicros',
    ],
    [
      { deliveries: [{ type: 'delivery' as const, method: 'rocket' }] },
      'shipping_method_unknown',
      '/deliveries/0/method',
    ],
    [
      { deliveries: [{ type: 'delivery' as const, promisedAt: '9999-01-01T00:00:00.000Z' }] },
      'date_out_of_range',
      '/deliveries/0/promisedAt',
    ],
    [{ discounts: [{ id: '1', name: 'All', amount: 99_999 }] }, 'discount_exceeds_value', '/discounts/0/amount'],
    [
      { adjustments: [{ id: '1', kind: 'fee', name: 'Fee', amount: -99_999 }] },
      'negative_total',
      '/adjustments/0/amount',
    ],
    [{ payments: [{ method: 'card', amount: 0.5 }] }, 'amount_invalid', '/payments/0/amount'],
    [{ tags: Array.from({ length: 101 }, String) }, 'too_many', '/tags'],
  ] as const)('refuses %j as %s at %s', (changes, code, pointer) => {
    given()
      .when(place(changes as object))
      .refused(code, pointer);
  });

  it('accepts payments that do not come to the total, and says what is due', () => {
    const { order } = given(
      place({ payments: [{ method: 'card', amount: 12_000 }] }),
      approve,
      startHandling,
      invoice(),
    );
    expect(amountDue(order?.head.ledger ?? {})).toBe(500);
    expect(paymentState(order as NonNullable<typeof order>)).toBe('partly_paid');
  });

  it('takes the whole payment at the last invoice, so interest shows as overpaid', () => {
    const { order } = given(
      place({ payments: [{ method: 'card', amount: 13_000 }] }),
      approve,
      startHandling,
      invoice(),
    );
    expect(amountDue(order?.head.ledger ?? {})).toBe(-500);
    expect(paymentState(order as NonNullable<typeof order>)).toBe('overpaid');
  });

  it('waits for no payment where none is named: the order is sold on account', () => {
    const { history } = given()
      .when(place({ payments: [] }))
      .status('ready-for-handling');
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(12_500);
    expect(history.order?.lines[0]?.stock?.state).toBe('confirmed');
  });

  it('leaves an order whose payment has not begun outside every workflow', () => {
    const incomplete = given(place({ incomplete: true }));
    expect(incomplete.order?.head.instances).toEqual([]);
    incomplete.when(startHandling).refused('placement_not_complete');
    incomplete.when({ type: 'complete_placement' }).then('placement_completed').status('payment-pending');
  });

  it('ends an incomplete order after five minutes and gives its stock back', () => {
    const incomplete = given(place({ incomplete: true }));
    incomplete.when({ type: 'expire_placement' }, 'system', 60).refused('not_due_yet');
    const { history } = incomplete
      .when({ type: 'expire_placement' }, 'system', 300)
      .then('placement_expired')
      .status(null);
    expect(history.claims.map(({ kind }) => kind)).toEqual(['claim', 'claim', 'release_claimed', 'release_claimed']);
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(0);
    history.when({ type: 'complete_placement' }).refused('order_cancelled');
    given(place()).when({ type: 'complete_placement' }).refused('placement_complete');
  });
});

describe('payments', () => {
  it('moves on when the last of several payments is approved', () => {
    const two = given(
      place({
        payments: [
          { method: 'card', amount: 10_000 },
          { method: 'voucher', amount: 2_500 },
        ],
      }),
    );
    two
      .when(approve)
      .then('payment_approved')
      .status('payment-pending')
      .history.when({ type: 'notify_payment', paymentId: '2' })
      .then('payment_approved')
      .status('ready-for-handling');
  });

  it('ends the order when a payment is denied', () => {
    const { history } = given(place())
      .when({ type: 'deny_payment', paymentId: '1' })
      .then('payment_denied', 'order_cancelled')
      .status('canceled');
    expect(history.order?.head.cancellation?.by).toBe('payment');
    expect(history.order?.lines.map(({ stock }) => stock?.held)).toEqual([0, 0]);
  });

  it('refuses what no payment can bear', () => {
    given(place()).when({ type: 'approve_payment', paymentId: '9' }).refused('payment_not_found', '/paymentId');
    given(place())
      .when({ type: 'approve_payment', paymentId: '1', amount: 12_501 })
      .refused('amount_exceeds_payment', '/amount');
    given(
      place({
        payments: [
          { method: 'a', amount: 1 },
          { method: 'b', amount: 2 },
        ],
      }),
      approve,
    )
      .when(approve)
      .refused('payment_not_pending');
  });
});

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

describe('invoicing', () => {
  it('takes the money and the pieces, and completes the order when the value does', () => {
    const { history } = handled().when(invoice()).then('invoice_issued').status('invoiced');
    expect(history.order?.lines.map((line) => line.invoiced)).toEqual([2, 1]);
    expect(history.order?.documents.payment['1']?.captured).toBe(12_500);
    expect(history.claims.filter(({ kind }) => kind === 'consume_confirmed')).toHaveLength(2);
    expect(history.order?.documents.invoice['A-1']).toMatchObject({ inferred: true, recordedAt: history.at });
  });

  it('stays in handling after a part, with the marketplace side back at payment approved', () => {
    const part = handled()
      .when(invoice({ value: 4_000, items: [{ sku: 'MUG', quantity: 1 }] }))
      .then('invoice_issued')
      .status('handling')
      .moves('F:invoice', 'F:handling', 'M:invoice', 'M:payment-approved');
    expect(part.history.order?.lines[0]).toMatchObject({ invoiced: 1, stock: { held: 1 } });
    part.history.when(invoice({ number: 'A-2', value: 8_500 })).status('invoiced');
  });

  it('accepts the same invoice again without effect, also after the last one', () => {
    invoiced()
      .when(invoice({ package: { trackingNumber: 'T1' } }))
      .then();
    invoiced()
      .when(invoice({ value: 1 }))
      .refused('invoice_exists', '/number');
  });

  it.each([
    [{ value: 12_503 }, 'invoice_exceeds_order', '/value'],
    [{ value: 0 }, 'amount_invalid', '/value'],
    [{ value: 1.5 }, 'amount_invalid', '/value'],
    [{ value: 100, items: [{ sku: 'MUG', quantity: 3 }] }, 'quantity_exceeds_ordered', '/items/0/quantity'],
    [{ value: 100, items: [{ lineId: '9', quantity: 1 }] }, 'reference_unknown', '/items/0/lineId'],
  ] as const)('refuses %j as %s', (changes, code, pointer) => {
    handled().when(invoice(changes)).refused(code, pointer);
  });

  it('starts the handling that it proves', () => {
    given(place(), approve).when(invoice()).status('invoiced');
  });

  it('is refused before the payment is approved', () => {
    given(place()).when(invoice()).refused('not_in_this_step');
  });
});

describe('packages', () => {
  it('travel with their invoice, and the order has arrived when all of them have', () => {
    const sent = invoiced();
    expect(shippingState(sent.order as NonNullable<typeof sent.order>)).toBe('shipped');
    const parcel = sent.order?.documents.package['1'];
    expect(parcel).toMatchObject({ invoiceNumber: 'A-1', trackingNumber: 'T1', deliveredAt: null });
    const tracked = sent
      .when(
        { type: 'track_package', packageId: '1', events: [{ at: NOON, city: 'Porto', description: 'Collected' }] },
        'carrier',
      )
      .then('package_tracked')
      .history.when({ type: 'track_package', packageId: '1', delivered: true }, 'carrier')
      .then('package_tracked')
      .status('invoiced');
    expect(tracked.history.order?.head.deliveredAt).toBe(tracked.history.at);
    tracked.history
      .when({ type: 'track_package', packageId: '1', delivered: true }, 'carrier')
      .refused('package_delivered');
  });

  it('refuse what they cannot hold', () => {
    handled().when({ type: 'track_package', packageId: '1', delivered: true }).refused('package_not_found');
    handled()
      .when({ type: 'send_package', items: [{ sku: 'CUP', quantity: 2 }] })
      .refused('quantity_exceeds_ordered');
    handled().when({ type: 'send_package', invoiceNumber: 'none' }).refused('reference_unknown', '/invoiceNumber');
    given(place(), approve, startHandling, { type: 'send_package' })
      .when({ type: 'send_package' })
      .refused('nothing_to_ship');
    given(place(), approve, startHandling, {
      type: 'send_package',
      packageId: 'P',
      items: [{ sku: 'CUP', quantity: 1 }],
    })
      .when({ type: 'send_package', packageId: 'P' })
      .refused('package_exists');
  });

  it('keep tracking events in the order in which they happened', () => {
    const events = [
      { at: '2026-03-05T00:00:00.000Z', description: 'late' },
      { at: '2026-03-04T00:00:00.000Z', description: 'early' },
    ];
    const { history } = invoiced().when({ type: 'track_package', packageId: '1', events }, 'carrier');
    expect(history.order?.documents.package['1']?.tracking.map(({ description }) => description)).toEqual([
      'early',
      'late',
    ]);
  });
});

describe('return invoices', () => {
  const goodsBack = {
    type: 'issue_return_invoice',
    number: 'R-1',
    value: 4_000,
    items: [{ sku: 'MUG', quantity: 1 }],
  } as const;

  it('refund over the payments that were taken, and leave the order invoiced', () => {
    const { history } = invoiced()
      .when({ ...goodsBack, restock: true })
      .then('return_invoice_issued')
      .status('invoiced');
    expect(history.order?.documents.payment['1']?.refunded).toBe(4_000);
    expect(history.order?.lines[0]?.returned).toBe(1);
    expect(history.claims.at(-1)).toMatchObject({ kind: 'restock', sku: 'MUG', quantity: 1 });
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(0);
  });

  it('may refund less than they are worth, and never more than was taken', () => {
    const { history } = invoiced().when({ ...goodsBack, refund: 1_000 });
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(-3_000);
    invoiced()
      .when({ ...goodsBack, refund: 12_501 })
      .refused('refund_exceeds_captured', '/refund');
    invoiced()
      .when({ ...goodsBack, refund: 4_001 })
      .refused('refund_exceeds_captured', '/refund');
  });

  it.each([
    [{ value: 12_501 }, 'return_exceeds_invoices'],
    [{ value: 0 }, 'amount_invalid'],
    [{ items: [{ sku: 'MUG', quantity: 3 }] }, 'quantity_exceeds_invoiced'],
    [{ number: 'A-1' }, 'invoice_exists'],
  ] as const)('are refused: %j as %s', (changes, code) => {
    invoiced()
      .when({ ...goodsBack, ...changes })
      .refused(code);
  });

  it('need an order that is wholly invoiced', () => {
    given(place(), approve, startHandling, invoice({ value: 100 }))
      .when(goodsBack)
      .refused('return_before_invoice');
  });
});

describe('the simple workflow', () => {
  const simple = (changes: object = {}) => place({ workflow: 'simple', ...changes });

  it('ships in parts, takes pieces off the shelf when they leave, and money when it is approved', () => {
    const { history } = given(simple(), approve, startHandling)
      .when({ type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] })
      .then('package_sent')
      .status('partially_shipped')
      .history.when({ type: 'send_package' })
      .status('shipped')
      .history.when({ type: 'mark_delivered' })
      .then('order_delivered')
      .status('delivered');
    expect(history.order?.documents.payment['1']?.captured).toBe(12_500);
    expect(history.claims.map(({ kind }) => kind)).toEqual([
      'claim',
      'claim',
      'confirm',
      'confirm',
      'consume_confirmed',
      'consume_confirmed',
      'consume_confirmed',
    ]);
  });

  it('closes short: what was not sent is cancelled and paid back', () => {
    const { history } = given(simple(), approve, startHandling, {
      type: 'send_package',
      items: [{ sku: 'MUG', quantity: 2 }],
    })
      .when({ type: 'close_short' })
      .then('order_closed_short')
      .status('shipped');
    expect(history.order?.lines[1]).toMatchObject({ cancelled: 1, stock: { held: 0 } });
    const refunded = history.order?.documents.payment['1']?.refunded;
    expect(refunded).toBe(4_167);
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(0);
  });

  it('hands an order over the counter only by force and whole', () => {
    given(simple()).when({ type: 'send_package' }).refused('not_in_this_step', '/force');
    given(simple())
      .when({ type: 'send_package', force: true, items: [{ sku: 'CUP', quantity: 1 }] })
      .refused('not_in_this_step', '/force');
    given(simple()).when({ type: 'send_package', force: true }).then('package_sent').status('shipped');
  });

  it('turns a full refund of an unsent order into its end', () => {
    const { history } = given(simple(), approve, startHandling)
      .when({ type: 'refund' })
      .then('order_refunded')
      .status('refunded');
    expect(history.claims.slice(-2).map(({ kind }) => kind)).toEqual(['release_confirmed', 'release_confirmed']);
    expect(amountDue(history.order?.head.ledger ?? {})).toBe(0);
    given(simple(), approve, startHandling).when({ type: 'refund', amount: 500 }).status('processing');
    given(simple(), startHandling).when({ type: 'refund' }).refused('nothing_to_refund');
    given(simple(), approve, startHandling).when({ type: 'refund', amount: 12_501 }).refused('refund_exceeds_captured');
  });

  it('does not cancel what has left the house', () => {
    given(simple(), approve, startHandling, { type: 'send_package', items: [{ sku: 'MUG', quantity: 2 }] })
      .when({ type: 'request_cancellation' })
      .refused('order_shipped');
  });
});

describe('the free workflow', () => {
  const free = place({ workflow: 'free' });

  it('lets any label follow any other, and refuses labels it does not know', () => {
    given(free, { type: 'set_status', status: 'Completed' })
      .when({ type: 'set_status', status: 'New' })
      .then('status_set')
      .status('New');
    given(free).when({ type: 'set_status', status: 'Lost' }).refused('status_unknown', '/status');
  });

  it('frees the stock and the money when a label says cancelled', () => {
    const { history } = given(free, approve)
      .when({ type: 'set_status', status: 'Cancelled' })
      .then('status_set', 'order_cancelled');
    expect(history.order?.documents.payment['1']).toMatchObject({ captured: 12_500, refunded: 12_500 });
  });

  it('still never refunds more than was taken', () => {
    given(free, approve).when({ type: 'refund', amount: 12_501 }).refused('refund_exceeds_captured');
  });
});

describe('changes to the order itself', () => {
  it('hides a deleted order until it is restored', () => {
    const deleted = given(place(), { type: 'delete_order' });
    deleted.when(approve).refused('order_deleted');
    deleted.when({ type: 'restore_order' }).then('order_restored');
    given(place()).when({ type: 'restore_order' }).refused('order_not_deleted');
  });

  it('keeps notes, log entries, tags and an assignee', () => {
    const { order } = given(
      place({ note: 'ring twice' }),
      { type: 'add_note', text: 'called' },
      { type: 'add_log_entry', source: 'erp', message: 'picked' },
      { type: 'change_tags', add: ['vip', 'gift'] },
      { type: 'change_tags', remove: ['gift'] },
      { type: 'assign', assignee: 'staff:bo' },
    );
    expect(order?.carried.notes.map(({ text }) => text)).toEqual(['ring twice', 'called']);
    expect(order?.carried.log).toMatchObject([{ source: 'erp', message: 'picked' }]);
    expect(order?.head).toMatchObject({ tags: ['vip'], assignee: 'staff:bo' });
  });

  it('records nothing where nothing changes', () => {
    given(place(), { type: 'change_tags', add: ['vip'] })
      .when({ type: 'change_tags', add: ['vip'], remove: ['x'] })
      .then();
    given(place()).when({ type: 'assign', assignee: null }).then();
  });
});
