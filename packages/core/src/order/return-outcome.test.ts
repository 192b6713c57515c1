import { describe, expect, it } from 'vitest';
import { exchangedPlacement } from './exchange.js';
import { approve, FACTS, given, type History, historyOf, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import type { Order } from './order.js';
import { refundableOf, refundsUnderWay } from './payment.js';
import { wantedMoves } from './provider-work.js';
import { accept, ask, authorise, back, orderOf, receive, returnOf, settle } from './returned.test-support.js';
import { timersOf } from './timers.js';

const CUSTOMER = { customerId: 'C-7' } as const;
const mug = (changes: object = {}) => ({ exchange: { lines: [{ sku: 'MUG', quantity: 1 }], ...changes } });
const exchange = (changes: object = {}) => settle({ resolution: 'exchange', ...mug(changes) });
/** A mug of the two came back and is good: 40.00. */
const inspected = (changes: object = {}): History => back('1', 1, changes).when(accept('1', 1)).history;
const newest = ({ placed }: History): Order => placed.at(-1) as Order;

describe('store credit for what came back', () => {
  const credited = (changes: object = {}) =>
    inspected({ ...CUSTOMER, ...changes }).when(settle({ resolution: 'store_credit' }));

  it('leaves the payment that brought the money, waits for our own books and is asked of no provider', () => {
    const payments = [{ method: 'card', amount: 12_500, provider: 'sandbox', capture: 'by_hand' as const }];
    const taken = given(place({ workflow: 'simple', ...CUSTOMER, payments }), {
      type: 'approve_payment',
      paymentId: '1',
    })
      .when({ type: 'capture_payment', paymentId: '1' })
      .history.when({ type: 'settle_capture', captureId: '1' }).history;
    for (const history of [
      credited().history,
      back('1', 1, {}, taken)
        .when(accept('1', 1))
        .history.when(settle({ resolution: 'store_credit' })).history,
    ]) {
      const order = orderOf(history);
      expect(returnOf(history).settlements).toMatchObject([
        { resolution: 'store_credit', refunded: 4_000, storeCredit: 4_000 },
      ]);
      expect(order.documents.refund['1']).toMatchObject({ state: 'requested', amount: 4_000, to: 'store_credit' });
      expect(refundsUnderWay(order)).toBe(4_000);
      expect(refundableOf(order)).toBe(8_500);
      expect(Object.values(order.documents.payment).flatMap((payment) => wantedMoves(order, payment))).toEqual([]);
      expect(timersOf(order)).toMatchObject([{ name: 'store_credit_1', command: 'settle_refund', refundId: '1' }]);
      const given = history.when({ type: 'settle_refund', refundId: '1' }, 'system').then('refund_settled').history;
      expect(timersOf(orderOf(given))).toEqual([]);
      expect(amountDue(orderOf(given).head.ledger)).toBe(0);
      expect(orderOf(given).head.ledger.refunded).toBe(-4_000);
    }
  });

  it('is answered for by nobody but our own books, and by none twice', () => {
    const { history } = credited();
    for (const type of ['settle_refund', 'fail_refund', 'abandon_refund'] as const)
      history.when({ type, refundId: '1' }).refused('refund_goes_other_way');
    const { history: given } = history.when({ type: 'settle_refund', refundId: '1' }, 'system');
    given.when({ type: 'fail_refund', refundId: '1', reversed: true }).refused('refund_goes_other_way');
    expect(given.when({ type: 'settle_refund', refundId: '1' }, 'system').answer).toMatchObject({ events: [] });
  });

  it('cannot be given again by name, whatever is left of the payment', () => {
    const { history } = credited();
    history.when({ type: 'refund', items: [{ lineId: '1', quantity: 2 }] }).refused('refund_exceeds_sold');
    history.when({ type: 'refund', amount: 8_501 }).refused('refund_exceeds_captured', '/amount');
  });

  it('needs a customer, and money that was taken', () => {
    inspected()
      .when(settle({ resolution: 'store_credit' }))
      .refused('store_credit_needs_customer', '/resolution');
    inspected({ ...CUSTOMER, payments: [] })
      .when(settle({ resolution: 'store_credit' }))
      .refused('nothing_to_refund');
  });
});

describe('an exchange', () => {
  it('places the replacement for the same buyer, with the worth in its till, and each order names the other', () => {
    const { history } = inspected({ ...CUSTOMER, billingAddress: { country: 'PT', city: 'Braga' } })
      .when(exchange())
      .then('return_invoice_issued', 'return_settled');
    const order = newest(history);
    expect(order.head).toMatchObject({
      exchangeOf: { orderId: '1480000500001-01', returnId: '1' },
      customerId: 'C-7',
      workflow: 'simple',
      currency: 'EUR',
      buyer: { email: 'ana@example.test' },
      billingAddress: { city: 'Braga' },
      deliveries: [{ method: 'flat', price: 0, address: { city: 'Porto' } }],
      totals: { total: 4_000 },
    });
    expect(order.documents.payment['1']).toMatchObject({ method: 'exchange', captured: 4_000, refunded: 0 });
    expect(amountDue(order.head.ledger)).toBe(0);
    expect(returnOf(history).settlements).toMatchObject([
      { refunded: 4_000, exchange: { orderId: order.head.orderId, amount: 4_000 } },
    ]);
    expect(orderOf(history).documents.refund['1']).toMatchObject({ state: 'settled', to: 'exchange', amount: 4_000 });
    expect(refundableOf(orderOf(history))).toBe(8_500);
  });

  it('claims the pieces of the replacement, and confirms them where a paid order does', () => {
    const invoiced = given(place(), approve, startHandling, invoice({ package: {} }), { type: 'mark_delivered' });
    const came = invoiced.when(ask('1', 1)).history.when(authorise()).history.when(receive()).history;
    const { answer } = came.when(accept('1', 1)).history.when(exchange());
    expect(answer).toMatchObject({
      claims: [],
      placed: {
        claims: [
          { kind: 'claim', sku: 'MUG', quantity: 1 },
          { kind: 'confirm', sku: 'MUG', quantity: 1 },
        ],
      },
    });
  });

  it('gives back what the goods are worth beyond it, as money or as credit', () => {
    const cheap = { lines: [{ sku: 'CUP', quantity: 1, priceMicros: 15_000_000 }], shipping: 500 };
    const paidBack = inspected(CUSTOMER).when(exchange(cheap)).history;
    expect(Object.values(orderOf(paidBack).documents.refund)).toMatchObject([
      { amount: 2_000, to: 'exchange', state: 'settled' },
      { amount: 2_000, state: 'settled' },
    ]);
    expect(orderOf(paidBack).documents.refund['2']).not.toHaveProperty('to');
    const kept = inspected(CUSTOMER).when(exchange({ ...cheap, leftOver: 'store_credit' })).history;
    expect(orderOf(kept).documents.refund['2']).toMatchObject({
      amount: 2_000,
      to: 'store_credit',
      state: 'requested',
    });
    expect(returnOf(kept).settlements).toMatchObject([
      { refunded: 4_000, storeCredit: 2_000, exchange: { amount: 2_000 } },
    ]);
    inspected()
      .when(exchange({ ...cheap, leftOver: 'store_credit' }))
      .refused('store_credit_needs_customer', '/exchange/leftOver');
  });

  it('that costs more says how the rest is paid: by a payment that it waits for, or on account', () => {
    const two = { lines: [{ sku: 'MUG', quantity: 2 }] };
    inspected().when(exchange(two)).refused('exchange_exceeds_worth', '/exchange');
    const waits = inspected().when(exchange({ ...two, payment: { method: 'card', provider: 'sandbox' } })).history;
    expect(Object.values(newest(waits).documents.payment)).toMatchObject([
      { method: 'exchange', amount: 4_000, answer: 'approved', captured: 4_000 },
      { method: 'card', amount: 4_000, answer: 'pending', provider: 'sandbox' },
    ]);
    expect(newest(waits).head.authorisedAt).toBeNull();
    const owes = inspected().when(exchange({ ...two, onAccount: true })).history;
    expect(amountDue(newest(owes).head.ledger)).toBe(4_000);
    expect(newest(owes).head.authorisedAt).not.toBeNull();
  });

  it('asks the shop for its prices, with its promotions, unless they are stated or the catalogue is to say', () => {
    const cups = { lines: [{ sku: 'CUP', quantity: 2 }], onAccount: true };
    expect(newest(inspected().when(exchange(cups)).history).head.totals.total).toBe(7_200);
    expect(newest(inspected().when(exchange({ ...cups, priced: false })).history).head.totals.total).toBe(8_000);
  });

  it('of free goods takes nothing of the worth', () => {
    const free = { lines: [{ sku: 'MUG', quantity: 1, priceMicros: 0 }] };
    const { history } = inspected().when(exchange(free));
    expect(newest(history).documents.payment).toEqual({});
    expect(returnOf(history).settlements).toMatchObject([{ refunded: 4_000, exchange: { amount: 0 } }]);
  });

  it('is refused as its placement would be, where the sender finds it', () => {
    const one = inspected();
    one
      .when(exchange({ lines: [{ sku: 'VASE', quantity: 1 }] }))
      .refused('product_incomplete', '/exchange/lines/0/priceMicros');
    one
      .when(exchange({ lines: [{ sku: 'MUG', quantity: 0 }] }))
      .refused('amount_invalid', '/exchange/lines/0/quantity');
    one.when(exchange({ lines: [] })).refused('nothing_to_sell', '/exchange/lines');
    one.when(exchange({ shipping: -1 })).refused('amount_invalid', '/exchange/shipping');
    one
      .when(exchange({ lines: [{ sku: 'MUG', quantity: 1, place: 'moon' }] }))
      .refused('stock_place_unknown', '/exchange/lines/0/place');
    const known = { ...FACTS, paymentProviders: ['sandbox'] };
    one
      .when(
        exchange({ lines: [{ sku: 'MUG', quantity: 2 }], payment: { method: 'card', provider: 'none' } }),
        'staff',
        60,
        known,
      )
      .refused('reference_unknown', '/exchange/payment/provider');
    const dollars = { ...FACTS, products: new Map([['MUG', { ...FACTS.products.get('MUG')!, currency: 'USD' }]]) };
    one
      .when(exchange({ priced: false }), 'staff', 60, dollars)
      .refused('product_incomplete', '/exchange/lines/0/priceMicros');
  });

  it('is named where it is chosen and nowhere else, by who may place orders, for a buyer who is known', () => {
    const one = inspected();
    one.when(settle({ resolution: 'exchange' })).refused('nothing_to_sell', '/exchange');
    one.when(settle(mug())).refused('return_exchange_misplaced', '/exchange');
    one.when(exchange(), 'staff', 60, FACTS, ['orders.refund']).refused('exchange_not_permitted', '/resolution');
    one
      .when(exchange(), 'staff', 60, FACTS, ['orders.refund', 'orders.place'])
      .then('return_invoice_issued', 'return_settled');
    one.when({ type: 'forget_person' }).history.when(exchange()).refused('order_forgotten');
  });

  it('of an order that is linked to a seller’s is refused: the seller would have to accept it', () => {
    const { order, log, claims, at } = inspected();
    const alone = order as Order;
    const links = [{ role: 'seller', account: 'default', orderId: '1480000700001-01' }] as const;
    historyOf({ ...alone, head: { ...alone.head, links } }, log, claims, at)
      .when(exchange())
      .refused('exchange_linked');
  });

  it('is settled once: nothing is left for a second order', () => {
    const { history } = inspected().when(exchange());
    history.when(exchange()).refused('return_in_other_state');
    history.when({ type: 'refund', items: [{ lineId: '1', quantity: 2 }] }).refused('refund_exceeds_sold');
    history.when({ type: 'fail_refund', refundId: '1', reversed: true }).refused('refund_goes_other_way');
  });

  it('goes by the default workflow where the old one takes no orders any more', () => {
    const retired = { ...FACTS, workflows: [] };
    const old = inspected().order as Order;
    const own = { ...old, head: { ...old.head, workflow: 'made-to-order' } };
    expect(exchangedPlacement(own, exchange(), FACTS)?.workflow).toBe('made-to-order');
    expect(exchangedPlacement(own, exchange(), retired)).not.toHaveProperty('workflow');
  });
});

describe('a return invoice beside a return', () => {
  const paper = (quantity: number) =>
    ({ type: 'issue_return_invoice', number: 'CN-1', value: 100, items: [{ sku: 'MUG', quantity }] }) as const;

  it('takes no piece that the return holds, from its request to its end', () => {
    const asked = back('1', 1);
    asked.when(paper(2)).refused('pieces_in_return', '/items');
    asked.when(paper(1)).then('return_invoice_issued');
    const both = back('1', 2);
    both.when(paper(1)).refused('pieces_in_return', '/items');
    both.when({ ...paper(1), items: [] }).then('return_invoice_issued');
    both.when({ type: 'close_return', returnId: '1' }).history.when(paper(2)).then('return_invoice_issued');
    // wholly rejected, the return has ended, and what the merchant gives back all the same is a paper of its own
    const items = [{ lineId: '1', accepted: 0, rejected: 2, reason: 'worn', restock: false }];
    const rejected = both.when({ type: 'receive_return', returnId: '1' }).history;
    const ended = rejected.when({ type: 'inspect_return', returnId: '1', items }).history;
    ended.when(paper(2)).then('return_invoice_issued');
  });

  it('leaves the settlement of the return what it is about', () => {
    const beside = back('1', 1).when(paper(1)).history.when(accept('1', 1)).history;
    beside.when(settle()).then('return_invoice_issued', 'return_settled');
  });
});
