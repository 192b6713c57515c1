import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, given, type History, invoice, place, startHandling } from './given.test-support.js';
import { goodsLeaveBy } from './goods-leave.js';
import type { Order } from './order.js';
import { capturedOf } from './payment.js';
import { randomCommand } from './random-lives.test-support.js';
import { randomReturn } from './random-returns.test-support.js';
import { heldPieces, returnState } from './return.js';
import { returnableOf, USUAL_POLICY } from './returnable.js';
import { stockDelta } from './stock-claim.js';
import { ask, authorise, delivered, orderOf, pieces, receive, send, settle } from './returned.test-support.js';

describe('whatever is asked about returns', () => {
  /** Every version of lives that begin with goods that arrived, wholly or in part, and go on with returns above all. */
  const returning = (check: (history: History & { order: Order }) => void): void => {
    const partly = (): History =>
      given(place({ workflow: 'simple' }), approve, startHandling, send([{ lineId: '1', quantity: 2 }]), {
        type: 'track_package',
        packageId: '1',
        delivered: true,
      });
    const invoiced = (): History =>
      given(place(), approve, startHandling, invoice({ package: {} }), { type: 'mark_delivered' });
    const handedOver = (): History =>
      given(place({ workflow: 'free' }), approve, invoice(), { type: 'mark_delivered' });
    const one = [
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 1 },
    ];
    const closedShort = (): History =>
      given(
        place({ workflow: 'simple' }),
        approve,
        startHandling,
        send(one),
        { type: 'close_short' },
        { type: 'mark_delivered' },
      );
    const refund = fc.constantFrom('1', '2').map((lineId): Command => ({
      type: 'refund',
      items: [{ lineId, quantity: 1 }],
    }));
    const commands = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('onwards' as const) },
        { weight: 3, arbitrary: randomReturn },
        refund,
        randomCommand,
      ),
      {
        minLength: 10,
        maxLength: 24,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(delivered, () => delivered({ customerId: 'C-7' }), partly, invoiced, handedOver, closedShort),
        commands,
        (begin, later) => {
          let history = begin();
          for (const command of later) {
            history = history.when(
              command === 'onwards' ? onwards(history as History & { order: Order }) : command,
            ).history;
            check(history as History & { order: Order });
          }
        },
      ),
      { numRuns: 400 },
    );
  };

  /** What would happen next where nothing goes wrong. */
  const onwards = ({ order }: { order: Order }): Command => {
    const last = Object.values(order.documents.return).at(-1);
    if (last === undefined) return ask('1', 1);
    const returnId = last.id;
    switch (returnState(last)) {
      case 'requested':
        return authorise(returnId);
      case 'authorised':
      case 'partly_authorised':
        return receive(returnId);
      case 'received': {
        const items = last.lines.map(({ lineId, received, accepted, rejected }) => ({
          lineId,
          accepted: received - accepted - rejected,
          rejected: 0,
          restock: true,
        }));
        return { type: 'inspect_return', returnId, items };
      }
      case 'inspected':
        // who is known gets credit, everybody else money: both come about in every run
        return settle({
          returnId,
          includeShipping: true,
          resolution: order.head.customerId === null ? 'refund' : 'store_credit',
        });
      default:
        return ask('2', 1);
    }
  };

  it('no step counts more pieces than the step before, and all returns no more than arrived', () => {
    let seen = 0;
    returning(({ order }) => {
      for (const line of order.lines) {
        const returns = Object.values(order.documents.return);
        const kept = returns.flatMap((returned) =>
          returned.lines.filter(({ lineId }) => lineId === line.id).map((of) => ({ returned, of })),
        );
        for (const { of } of kept) {
          seen = Math.max(seen, of.settled);
          expect(of.settled).toBeLessThanOrEqual(of.accepted);
          expect(of.accepted + of.rejected).toBeLessThanOrEqual(of.received);
          expect(of.received).toBeLessThanOrEqual(of.authorised);
          expect(of.authorised).toBeLessThanOrEqual(of.requested);
        }
        const all = kept.reduce((total, { returned, of }) => total + heldPieces(returned, of) + of.settled, 0);
        const [first] = returnableOf(order, USUAL_POLICY, order.head.updatedAt).filter(
          ({ lineId }) => lineId === line.id,
        );
        expect(all).toBeLessThanOrEqual(first?.delivered ?? 0);
      }
    });
    expect(seen).toBeGreaterThan(0);
  });

  it('a settled value is a refund, a credit and a paper of the same amount, and no piece is shelved twice', () => {
    const outcomes = new Set<string>();
    returning(({ order, claims, placed }) => {
      for (const { settlements } of Object.values(order.documents.return)) {
        for (const { resolution, invoiceNumber, value, restockingFee, exchange } of settlements) {
          outcomes.add(resolution);
          const replacement = placed.find(({ head }) => head.orderId === exchange?.orderId);
          expect(replacement?.head.exchangeOf?.orderId).toBe(exchange && order.head.orderId);
          expect(replacement && capturedOf(replacement)).toBe(exchange?.amount);
          const paper = invoiceNumber === null ? undefined : order.documents.return_invoice[invoiceNumber];
          expect(paper?.value ?? 0).toBe(value - restockingFee);
          expect(paper?.restocked ?? false).toBe(false);
        }
      }
      for (const line of order.lines) {
        const shelved = claims
          .filter(({ kind, lineId }) => kind === 'restock' && lineId === line.id)
          .reduce((total, { quantity }) => total + quantity, 0);
        const accepted = Object.values(order.documents.return)
          .flatMap(({ lines }) => lines)
          .filter(({ lineId }) => lineId === line.id)
          .reduce((total, of) => total + of.accepted, 0);
        expect(shelved).toBeLessThanOrEqual(accepted + line.returned);
      }
    });
    expect([...outcomes].sort()).toEqual(['exchange', 'refund', 'store_credit']);
  });

  it('nothing is put on a shelf that it never left, and what arrived is held there no more', () => {
    let shelved = 0;
    returning(({ order, claims }) => {
      for (const line of order.lines) {
        const moved = claims.filter(({ lineId }) => lineId === line.id).map((claim) => stockDelta(claim).onHand);
        shelved = Math.max(shelved, ...moved);
        expect(moved.reduce((total, pieces) => total + pieces, 0)).toBeLessThanOrEqual(0);
        if (order.head.deliveredAt !== null && goodsLeaveBy(order, 'package')) expect(line.stock?.held ?? 0).toBe(0);
      }
    });
    expect(shelved).toBeGreaterThan(0);
  });

  it('no line gives back more than it was sold for, as cancelled, refunded by name or returned', () => {
    let [returnedToo, refundedToo] = [0, 0];
    returning(({ order, log }) => {
      for (const { id, money } of order.lines) {
        const isOf = (items: readonly { lineId: string }[]): boolean => items.every(({ lineId }) => lineId === id);
        const cancelled = log.flatMap(({ type, data }) =>
          type === 'order_closed_short' && isOf(data.pieces) ? [data.value] : [],
        );
        const refunded = Object.values(order.documents.refund)
          .filter(({ state }) => state !== 'abandoned')
          .flatMap(({ items }) => items.flatMap(({ lineId, amount }) => (lineId === id ? [amount] : [])));
        const returned = Object.values(order.documents.return).flatMap(({ settlements }) =>
          settlements.flatMap(({ items, value }) => (isOf(items) ? [value] : [])),
        );
        if (cancelled.length > 0 && refunded.length > 0) refundedToo += 1;
        if (cancelled.length > 0 && refunded.length > 0 && returned.length > 0) returnedToo += 1;
        const back = [...cancelled, ...refunded, ...returned].reduce((total, amount) => total + amount, 0);
        // a cent of each way: shipping is shared out by pieces, each way in its own order
        expect(back).toBeLessThanOrEqual(money.payable + 2);
      }
    });
    expect(refundedToo).toBeGreaterThan(100);
    expect(returnedToo).toBeGreaterThan(10);
  });

  it('its free words are personal: they go with the person, and what was counted stays', () => {
    const asked = delivered().when({
      type: 'request_return',
      items: [{ lineId: '1', quantity: 1, reason: 'faulty', comment: 'Nina dropped it' }],
      exception: 'Nina was ill',
    });
    const authorised = asked.history.when(authorise('1', { instructions: 'to Nina' })).history;
    const closed = authorised.when({ type: 'close_return', returnId: '1', reason: 'Nina keeps it' }).history;
    expect(JSON.stringify(closed.log.map(({ data }) => data))).not.toContain('Nina');
    const thought = asked.history.when({ type: 'withdraw_return', returnId: '1', reason: 'Nina likes it' }).history;
    expect(JSON.stringify(thought.log.map(({ data }) => data))).not.toContain('Nina');
    expect(JSON.stringify(orderOf(thought.when({ type: 'forget_person' }).history))).not.toContain('Nina');
    const forgotten = closed.when({ type: 'forget_person' }).history;
    expect(JSON.stringify(orderOf(forgotten))).not.toContain('Nina');
    expect(pieces(forgotten)).toEqual(pieces(closed));
  });
});
