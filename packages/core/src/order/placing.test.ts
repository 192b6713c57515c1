import { describe, expect, it } from 'vitest';
import { approve, given, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import { paymentState } from './states.js';

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
    given().when(place(changes)).refused(code, pointer);
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

describe('where an order is sold', () => {
  it('is told by the account where the order does not say', () => {
    const { store: _store, channel: _channel, workflow: _workflow, ...rest } = place();
    expect(given(rest).order?.head).toMatchObject({ store: 'default', channel: 'web', workflow: 'complete' });
  });

  it.each([
    ['a channel that nobody added', { channel: 'nowhere' }, 'channel_unknown', '/channel'],
    ['a channel that takes no orders', { channel: 'fair' }, 'channel_unknown', '/channel'],
    ['a store that nobody added', { store: 'nowhere' }, 'store_unknown', '/store'],
    ['a store other than that of its channel', { channel: 'kiosk', store: 'default' }, 'store_unknown', '/store'],
    ['a store that takes no orders', { channel: 'kiosk' }, 'store_unknown', '/store'],
  ] as const)('may not be %s', (_name, changes, code, pointer) => {
    given().when(place(changes)).refused(code, pointer);
  });

  it('claims at no place that the account does not have', () => {
    const lines = [{ sku: 'MUG', quantity: 3, place: 'attic' }];
    given().when(place({ lines })).refused('stock_place_unknown', '/lines/0/place');
  });
});
