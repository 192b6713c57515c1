import { describe, expect, it } from 'vitest';
import { allowedNow } from './allowed.js';
import type { Command } from './commands.js';
import { type History, historyOf, withTables } from './given.test-support.js';
import { evolve, redact } from './evolve.js';
import { book, type LedgerBalances, postings } from './ledger.js';
import type { MoneyDocument } from './money-document.js';
import { departed, type Order } from './order.js';
import { refundsUnderWay } from './payment.js';
import { always } from './random-lives.test-support.js';
import { standingPackages } from './package.js';
import { isRefusal } from './refusals.js';
import { leftUnpacked } from './packing.js';
import { leftIn, shipmentStatus } from './shipment.js';
import { stockDelta } from './stock-claim.js';

/** What must hold at every version of an order, whatever was asked. */

const folded = (log: History['log']): Order => withTables(log.reduce<Order | null>(evolve, null)!);

/** What ends an order, and what moves money afterwards, or says that it did not. */
const ENDS = /^(?:order_cancelled|placement_expired)$/;
const MOVES_MONEY = /^(?:capture|void|refund)_|^payment_approved$|^order_refunded$/;

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('whatever is asked of an order', () => {
  it('the ledger balances, and is the fold of the log and nothing else', () => {
    always(({ order, log }) => {
      expect(total(Object.values(order.head.ledger))).toBe(0);
      const folded = log.reduce<LedgerBalances>((balances, event) => book(balances, postings(event)), {});
      expect(order.head.ledger).toEqual(folded);
    });
  });

  it('money keeps its ceilings, with what providers were asked for, and every part of it is a document (pains 2.3, 2.23)', () => {
    always(({ order }) => {
      const { documents } = order;
      for (const payment of Object.values(documents.payment)) {
        const { captured, voided, refunded, capturing, voiding, refunding, authorised } = payment;
        expect(refunded + refunding).toBeLessThanOrEqual(captured);
        expect(captured + voided + capturing + voiding).toBeLessThanOrEqual(authorised);
        expect(authorised).toBeLessThanOrEqual(payment.amount);
        for (const amount of Object.values({ captured, voided, refunded, capturing, voiding, refunding }))
          expect(amount).toBeGreaterThanOrEqual(0);
        for (const [kind, done, underWay] of [
          ['capture', captured, capturing],
          ['void', voided, voiding],
          ['refund', refunded, refunding],
        ] as const) {
          const all: readonly MoneyDocument[] = Object.values(documents[kind]);
          const ofPayment = all.filter(({ paymentId }) => paymentId === payment.id);
          const beyond = (document: MoneyDocument): number => (kind === 'refund' ? document.beyond : 0);
          const settled = ofPayment.filter(({ state }) => state === 'settled');
          expect(total(settled.map((document) => document.amount - beyond(document)))).toBe(done);
          const requested = ofPayment.filter(({ state }) => state === 'requested');
          expect(total(requested.map(({ amount }) => amount))).toBe(underWay);
        }
      }
      expect(order.head.ledger.captured ?? 0).toBe(
        total(Object.values(order.documents.payment).map(({ captured }) => captured)),
      );
      expect(order.head.ledger.refunded ?? 0).toBe(
        0 - total(Object.values(order.documents.payment).map(({ refunded }) => refunded)),
      );
    });
  });

  it('nobody is owed more than was taken from them, and no more is taken back than was sold', () => {
    always(({ order }) => {
      const { captured = 0, refunded = 0, receivable = 0, cancelled = 0, credited = 0 } = order.head.ledger;
      expect(receivable).toBeGreaterThanOrEqual(0 - (captured + refunded));
      expect(cancelled + credited).toBeLessThanOrEqual(order.head.totals.total);
    });
  });

  it('pieces keep their ceilings, and invoices theirs', () => {
    always(({ order }) => {
      for (const line of order.lines) {
        for (const counter of [line.invoiced, line.shipped, line.handedOver ?? 0, line.returned, line.cancelled])
          expect(counter).toBeGreaterThanOrEqual(0);
        expect(line.invoiced + line.cancelled).toBeLessThanOrEqual(line.quantity);
        expect(departed(line) + line.cancelled).toBeLessThanOrEqual(line.quantity);
        expect(line.returned).toBeLessThanOrEqual(Math.max(line.invoiced, line.shipped));
      }
      const invoiced = total(Object.values(order.documents.invoice).map(({ value }) => value));
      expect(invoiced).toBeLessThanOrEqual(order.head.totals.total + order.lines.length);
      const returned = total(Object.values(order.documents.return_invoice).map(({ value }) => value));
      expect(returned).toBeLessThanOrEqual(order.head.totals.total);
    });
  });

  it('shipments plan no more of a line than may still be sent, and send no more than they plan', () => {
    always(({ order }) => {
      const shipments = Object.values(order.documents.shipment);
      const packages = Object.values(order.documents.package);
      for (const line of order.lines) {
        const planned = shipments.map((shipment) => leftIn(shipment).get(line.id) ?? 0);
        expect(total(planned)).toBeLessThanOrEqual(line.quantity - line.cancelled - line.shipped);
      }
      for (const shipment of shipments) {
        const left = packages.filter((each) => each.shipmentId === shipment.id && each.returnedAt === undefined);
        for (const item of shipment.items) {
          const pieces = left.flatMap(({ items }) => items).filter(({ lineId }) => lineId === item.lineId);
          expect(item.sent).toBe(total(pieces.map(({ quantity }) => quantity)));
          expect(item.sent).toBeLessThanOrEqual(item.quantity);
          expect(item.quantity).toBeGreaterThan(0);
        }
        if (order.head.cancellation !== null)
          expect(['planned', 'partly_sent']).not.toContain(shipmentStatus(shipment));
      }
    });
  });

  it('packages are packed with no more than their shipment has left, and none twice', () => {
    always(({ order }) => {
      const { shipment: shipments, package: sent } = order.documents;
      const ids = Object.values(shipments).flatMap(({ packing = [] }) => packing.map((each) => each.packageId));
      expect(new Set([...ids, ...Object.keys(sent)]).size).toBe(ids.length + Object.keys(sent).length);
      for (const shipment of Object.values(shipments)) {
        for (const left of leftUnpacked(shipment).values()) expect(left).toBeGreaterThanOrEqual(0);
        for (const { items } of shipment.packing ?? [])
          for (const { quantity } of items) expect(quantity).toBeGreaterThan(0);
      }
    });
  });

  it('what lines count as sent is what lies in parcels that did not come back', () => {
    let [cameBack, sentAgain] = [0, 0];
    always(({ order }) => {
      const parcels = Object.values(order.documents.package);
      const returned = parcels.findIndex(({ returnedAt }) => returnedAt !== undefined);
      if (returned >= 0) cameBack += 1;
      if (returned >= 0 && parcels.length > 2) sentAgain += 1;
      const standing = standingPackages(order).flatMap(({ items }) => items);
      for (const line of order.lines) {
        const pieces = standing.filter(({ lineId }) => lineId === line.id);
        expect(line.shipped).toBe(total(pieces.map(({ quantity }) => quantity)));
      }
    });
    expect(cameBack).toBeGreaterThan(50);
    expect(sentAgain).toBeGreaterThan(5);
  });

  it('stock that the claims hold is the stock that the lines hold, and no counter falls below zero', () => {
    always(({ order, claims }) => {
      const held = { claimed: 0, confirmed: 0 };
      for (const claim of claims) {
        const delta = stockDelta(claim);
        held.claimed += delta.claimed;
        held.confirmed += delta.confirmed;
        expect(held.claimed).toBeGreaterThanOrEqual(0);
        expect(held.confirmed).toBeGreaterThanOrEqual(0);
      }
      const byLines = (state: string) =>
        total(order.lines.map(({ stock }) => (stock?.state === state ? stock.held : 0)));
      expect(held).toEqual({ claimed: byLines('claimed'), confirmed: byLines('confirmed') });
    });
  });

  it('a cancelled order owes nothing, holds nothing and keeps nothing', () => {
    always(({ order, log }) => {
      if (order.head.cancellation === null || order.head.workflow === 'free') return;
      expect(total(order.lines.map(({ stock }) => stock?.held ?? 0))).toBe(0);
      // what providers did and did not do afterwards stands in the book, and is no more than that
      const ended = log.findIndex(
        ({ type, data }) => ENDS.test(type) || ('cancelled' in data && data.cancelled !== null),
      );
      if (log.slice(ended + 1).some(({ type }) => MOVES_MONEY.test(type))) return;
      expect((order.head.ledger.receivable ?? 0) + refundsUnderWay(order)).toBe(0);
      const payments = Object.values(order.documents.payment);
      const underWay = total(payments.map(({ voiding, capturing }) => voiding + capturing));
      expect((order.head.ledger.authorised ?? 0) - underWay).toBe(0);
    });
  });

  it('folding the log gives the state, and folding it without the key gives the redacted state', () => {
    always((history) => {
      const { order, log } = history;
      expect(folded(log)).toEqual(order);
      const forgotten = history.when({ type: 'forget_person' }).history;
      expect(forgotten.order).toEqual({
        ...redact(order),
        head: { ...redact(order).head, version: forgotten.log.length, updatedAt: forgotten.at },
      });
      const keyless = log.map((event) => ({ ...event, personal: null })) as typeof log;
      expect(folded(keyless)).toEqual(redact(order));
    });
  });

  it('an order goes on after its person was forgotten, and nothing personal comes back', () => {
    always((history) => {
      const forgotten = historyOf(redact(history.order), history.log, history.claims, history.at);
      for (const command of [
        { type: 'request_cancellation', reason: 'secret' },
        { type: 'deny_payment', paymentId: '1', message: 'secret' },
        { type: 'track_package', packageId: '1', events: [{ at: history.at, description: 'secret' }] },
        { type: 'track_return', number: 'R-1', events: [{ at: history.at, description: 'secret' }] },
        { type: 'refund', reason: 'secret' },
        { type: 'decline_return', returnId: '1', reason: 'secret' },
        { type: 'withdraw_return', returnId: '1', reason: 'secret' },
        { type: 'authorise_return', returnId: '1', instructions: 'secret' },
        { type: 'close_return', returnId: '1', reason: 'secret' },
        { type: 'begin_payment', paymentId: '1', token: 'secret' },
        { type: 'add_payment', method: 'card', amount: 1, holder: 'secret' },
        { type: 'fail_refund', refundId: '1', message: 'secret' },
        { type: 'add_note', text: 'secret' },
        {
          type: 'edit_order',
          changes: [{ change: 'set_quantity', lineId: '1', quantity: 3 }],
          reason: 'secret',
        },
        { type: 'collect_package', packageId: '1', collectedBy: 'secret' },
        { type: 'return_to_sender', packageId: '1', reason: 'secret' },
        { type: 'plan_shipment', address: { country: 'PT', receiver: 'secret' } },
        { type: 'cancel_shipment', shipmentId: '1', reason: 'secret' },
      ] as const satisfies readonly Command[]) {
        expect(JSON.stringify(forgotten.when(command).history.order)).not.toContain('secret');
      }
    });
  });

  it('what the order says is not allowed is refused for that very reason', () => {
    always((history) => {
      for (const { command, allowed, refused } of allowedNow(history.order, 'staff')) {
        if (allowed) continue;
        const asked = {
          type: command,
          paymentId: '1',
          captureId: '1',
          voidId: '1',
          refundId: '1',
          packageId: '1',
          shipmentId: '1',
          items: [],
          number: 'NEW',
          value: 1,
          text: 'x',
          source: 'x',
          message: 'x',
          status: 'New',
          assignee: null,
          changes: [],
        };
        const { answer } = history.when(asked as unknown as Command);
        expect(isRefusal(answer) && answer.refused).toBe(refused);
      }
    });
  });
});
