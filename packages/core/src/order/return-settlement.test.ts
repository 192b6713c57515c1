import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { describeDocuments } from './document-kinds.js';
import { approve, given, invoice, place, startHandling } from './given.test-support.js';
import { amountDue } from './ledger.js';
import { returnState } from './return.js';
import { returnableOf, USUAL_POLICY } from './returnable.js';
import {
  accept,
  ask,
  authorise,
  back,
  delivered,
  orderOf,
  receive,
  returnOf,
  send,
  settle,
} from './returned.test-support.js';
import { worthOf } from './return-worth.js';
import { statusOf } from './status.js';
import { stockDelta } from './stock-claim.js';

describe('a settlement', () => {
  it('refunds what the pieces were sold for, without shipping or with it', () => {
    const inspected = back('1', 1).when(accept('1', 1)).history;
    const without = inspected.when(settle()).history;
    expect(returnOf(without).settlements).toMatchObject([{ value: 4_000, refunded: 4_000, restockingFee: 0 }]);
    const paper = orderOf(without).documents.return_invoice['1480000500001-01-RI1'];
    expect(paper).toMatchObject({ value: 4_000, returnId: '1', restocked: false });
    expect(describeDocuments(orderOf(without)).find(({ kind }) => kind === 'return_invoice')?.parent).toEqual({
      kind: 'return',
      id: '1',
    });
    const withShipping = inspected.when(settle({ includeShipping: true })).history;
    expect(returnOf(withShipping).settlements).toMatchObject([{ value: 4_167 }]);
  });

  it('keeps the restocking fee: the paper is for that much less, and nothing stays owed', () => {
    const inspected = back('1', 1).when(accept('1', 1)).history;
    const { history } = inspected.when(settle({ restockingFee: 500 }));
    expect(returnOf(history).settlements).toMatchObject([{ value: 4_000, restockingFee: 500, refunded: 3_500 }]);
    expect(amountDue(orderOf(history).head.ledger)).toBe(0);
    inspected.when(settle({ restockingFee: 4_000 })).refused('restocking_fee_exceeds_value', '/restockingFee');
    inspected.when(settle({ restockingFee: -1 })).refused('amount_invalid', '/restockingFee');
    inspected.when(settle({ refund: 4_001 })).refused('refund_exceeds_captured', '/refund');
  });

  it('of goods that were sold for nothing needs no paper, and counts them all the same', () => {
    const gift = delivered({
      lines: [
        { sku: 'MUG', quantity: 2, priceMicros: 0 },
        { sku: 'CUP', quantity: 1 },
      ],
      total: 4_500,
      payments: [{ method: 'card', amount: 4_500 }],
    });
    const { history } = gift
      .when(ask('1', 2))
      .history.when(authorise())
      .history.when(receive())
      .history.when(accept('1', 2))
      .history.when(settle())
      .then('return_settled');
    expect(orderOf(history).lines[0]?.returned).toBe(2);
    expect(returnState(returnOf(history))).toBe('settled');
  });

  it('waits for the invoice where the workflow invoices, and stops where a hold stands against refunds', () => {
    const hold: Command = { type: 'place_hold', holdType: 'fraud_review', blocks: ['refund'] };
    back('1', 1).when(accept('1', 1)).history.when(hold).history.when(settle()).refused('on_hold');
    const sent = given(place(), approve, startHandling, send(), {
      type: 'track_package',
      packageId: '1',
      delivered: true,
    });
    const inspected = sent
      .when(ask('1', 1))
      .history.when(authorise())
      .history.when(receive())
      .history.when(accept('1', 1));
    inspected.history.when(settle()).refused('not_in_this_step');
    inspected.history.when(invoice()).history.when(settle()).then('return_invoice_issued', 'return_settled');
  });

  it('gives no piece back for that was cancelled or refunded by name, and every other one once', () => {
    const one = [
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 1 },
    ];
    const refund: Command = { type: 'refund', items: [{ lineId: '1', quantity: 1 }] };
    const begun = given(place({ workflow: 'simple' }), approve, startHandling);
    const worthAfter = (...commands: Command[]): number | undefined => {
      const back = [...commands, ask('1', 1), authorise(), receive(), accept('1', 1), settle()];
      const settled = back.reduce((history, command) => history.when(command).history, begun);
      return returnOf(settled).settlements[0]?.value;
    };
    const closed: Command = { type: 'close_short' };
    const arrived: Command = { type: 'mark_delivered' };
    // the piece that was sent is the one that was refunded: it brings nothing more
    expect(worthAfter(send(one), closed, refund, arrived)).toBe(0);
    // the piece that was refunded is the one that was never sent: the other is worth what it was sold for
    expect(worthAfter(refund, send(one), closed, arrived)).toBe(4_000);
    expect(worthAfter(send(one), closed, arrived)).toBe(4_000);
  });

  it('of goods that went in no parcel is worth what was invoiced, and their shelf gets back what left it', () => {
    const arrived = given(place({ workflow: 'free' }), approve, invoice()).when({ type: 'mark_delivered' });
    expect(arrived.history.claims.map(({ kind }) => kind).slice(-2)).toEqual([
      'consume_confirmed',
      'consume_confirmed',
    ]);
    expect(orderOf(arrived.history).lines.map(({ stock, handedOver }) => [stock?.held, handedOver])).toEqual([
      [0, 2],
      [0, 1],
    ]);
    arrived.history.when(send()).refused('nothing_to_ship');
    const inspected = arrived.history
      .when(ask('1', 2))
      .history.when(authorise())
      .history.when(receive())
      .history.when(accept('1', 2, { restock: true })).history;
    expect(worthOf(orderOf(inspected), [{ lineId: '1', quantity: 2 }], false).value).toBe(8_000);
    const { history } = inspected.when(settle()).then('return_invoice_issued', 'return_settled');
    expect(returnOf(history).settlements).toMatchObject([{ value: 8_000, refunded: 8_000 }]);
    const onHand = history.claims
      .filter(({ lineId }) => lineId === '1')
      .reduce((total, claim) => total + stockDelta(claim).onHand, 0);
    expect(onHand).toBe(0);
  });

  it('is worth at the desk what it then gives, also where the order has less left to give', () => {
    const refunded = delivered().when({ type: 'refund', amount: 10_000 }).history;
    const inspected = refunded
      .when(ask('1', 2))
      .history.when(authorise())
      .history.when(receive())
      .history.when(accept('1', 2)).history;
    const shown = worthOf(orderOf(inspected), [{ lineId: '1', quantity: 2 }], false).value;
    expect(shown).toBe(2_500);
    expect(returnOf(inspected.when(settle()).history).settlements[0]?.value).toBe(shown);
  });

  it('takes another number where one is taken', () => {
    const inspected = back('1', 2).when(accept('1', 2)).history;
    inspected.when(settle({ invoiceNumber: 'CN-7' })).then('return_invoice_issued', 'return_settled');
    const beside = inspected.when({ type: 'issue_return_invoice', number: 'CN-7', value: 100, items: [] }).history;
    beside.when(settle({ invoiceNumber: 'CN-7' })).refused('invoice_exists', '/invoiceNumber');
  });

  it('of every piece with shipping gives back everything, however it is cut into returns', () => {
    const cut = fc.array(fc.record({ lineId: fc.constantFrom('1', '2'), quantity: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    const sale = fc.record({
      first: fc.integer({ min: 0, max: 9_999 }),
      second: fc.integer({ min: 1, max: 9_999 }),
      discount: fc.integer({ min: 0, max: 99 }),
      shipping: fc.integer({ min: 0, max: 999 }),
      fee: fc.integer({ min: -50, max: 300 }),
    });
    fc.assert(
      fc.property(sale, cut, ({ first, second, discount, shipping, fee }, parts) => {
        const lines = [
          { sku: 'MUG', quantity: 7, priceMicros: first * 10_000 },
          { sku: 'CUP', quantity: 3, priceMicros: second * 10_000 },
        ];
        const goods = 7 * first + 3 * second;
        const total = goods - Math.min(discount, goods) + shipping + fee;
        if (total < 0) return;
        let history = delivered({
          lines,
          total,
          discounts: [{ id: 'd', name: 'Spring', amount: Math.min(discount, goods) }],
          adjustments: [{ id: 'a', kind: 'fee', name: 'Fee', amount: fee }],
          deliveries: [{ type: 'delivery', price: shipping, address: { country: 'PT' } }],
          payments: [{ method: 'card', amount: total }],
        });
        let id = 0;
        const whole = [
          { lineId: '1', quantity: 7 },
          { lineId: '2', quantity: 3 },
        ];
        for (const { lineId, quantity } of [...parts, ...whole]) {
          const left = returnableOf(orderOf(history), USUAL_POLICY, history.at).find((line) => line.lineId === lineId);
          const taken = Math.min(quantity, left?.available ?? 0);
          if (taken === 0) continue;
          // what was given on top, or taken off the whole order, let the money run out before the pieces
          if (statusOf(orderOf(history).head.instances) === 'refunded') break;
          const returnId = String((id += 1));
          history = history
            .when(ask(lineId, taken))
            .history.when(authorise(returnId))
            .history.when(receive(returnId)).history;
          history = history.when({ ...accept(lineId, taken), returnId } as Command).history;
          history = history.when(settle({ returnId, includeShipping: true })).history;
          expect(returnState(returnOf(history, returnId))).toBe('settled');
        }
        const { ledger } = orderOf(history).head;
        expect(ledger.captured ?? 0).toBe(total);
        expect((ledger.captured ?? 0) + (ledger.refunded ?? 0)).toBe(0);
        expect(amountDue(ledger)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a return of one product that was sold at two prices', () => {
  it('gives back for each line what that line was sold for (pain 2.42)', () => {
    const twice = delivered({
      lines: [
        { sku: 'MUG', quantity: 1, priceMicros: 40_000_000 },
        { sku: 'MUG', quantity: 1, priceMicros: 25_000_000 },
      ],
      total: 7_000,
      payments: [{ method: 'card', amount: 7_000 }],
    });
    const { history } = twice
      .when(ask('2', 1))
      .history.when(authorise())
      .history.when(receive())
      .history.when(accept('2', 1))
      .history.when(settle());
    expect(returnOf(history).settlements).toMatchObject([{ value: 2_500, refunded: 2_500 }]);
    expect(orderOf(history).lines.map(({ returned }) => returned)).toEqual([0, 1]);
  });
});
