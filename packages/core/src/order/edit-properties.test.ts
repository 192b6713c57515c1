import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { recordedShares } from './edit-recorded-shares.js';
import { undoing } from './edit-undo.js';
import { settledPieces } from './edit-working.js';
import { given, place, startHandling } from './given.test-support.js';
import type { Line, Order } from './order.js';
import { randomEdit } from './random-edits.test-support.js';
import { always } from './random-lives.test-support.js';
import { isRefusal } from './refusals.js';

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** What the pieces of a line that have papers or parcels come to, in each part of its money. */
const settledShare = (line: Line, part: 'discount' | 'shipping'): number =>
  Math.floor((line.money.share[part] * settledPieces(line)) / line.quantity);

const held = ({ lines }: Order): Readonly<Record<string, number>> => {
  const bySku: Record<string, number> = {};
  for (const { sku, stock } of lines) bySku[sku] = (bySku[sku] ?? 0) + (stock?.held ?? 0);
  return bySku;
};

const borne = ({ lines }: Order): object => Object.fromEntries(lines.map(({ id, money }) => [id, money]));

describe('whatever is edited', () => {
  it('lines, adjustments and what belongs to no line add up to the total, and no part is below zero', () => {
    always(({ order }) => {
      const { totals, adjustments, deliveries, discounts } = order.head;
      const ofNoLine =
        order.lines.length > 0
          ? 0
          : total(deliveries.map(({ price }) => price)) - total(discounts.map(({ amount }) => amount));
      const payable = total(order.lines.map(({ money }) => money.payable));
      expect(payable + ofNoLine + total(adjustments.map(({ amount }) => amount))).toBe(totals.total);
      for (const { money } of order.lines) {
        for (const part of [money.net, money.share.discount, money.share.shipping, money.share.tax, money.payable])
          expect(part).toBeGreaterThanOrEqual(0);
        expect(money.share.discount).toBeLessThanOrEqual(money.net);
      }
      expect(totals.total).toBeGreaterThanOrEqual(0);
    }, 400);
  });

  it('pieces that have papers keep their product, their price and their shares', () => {
    let looked = 0;
    const sold = place({
      workflow: 'simple',
      payments: [],
      lines: [
        { sku: 'MUG', quantity: 3, tax: 700 },
        { sku: 'CUP', quantity: 2, discountMicros: 1_333_333 },
      ],
      discounts: [{ id: 'd', name: 'Discount', amount: 1_777 }],
      total: 19_156,
    });
    const pieces = fc.array(fc.record({ sku: fc.constantFrom('MUG', 'CUP'), quantity: fc.constantFrom(1, 2) }), {
      minLength: 1,
      maxLength: 2,
    });
    fc.assert(
      fc.property(pieces, fc.array(randomEdit, { minLength: 1, maxLength: 5 }), (items, edits) => {
        let history = given(sold, startHandling).when({ type: 'send_package', items }).history;
        for (const edit of edits) {
          const before = history.order;
          const { answer, history: next } = history.when(edit);
          history = next;
          if (isRefusal(answer) || before === null) continue;
          const now = new Map(next.order?.lines.map((line) => [line.id, line]));
          for (const line of before.lines.filter((each) => settledPieces(each) > 0)) {
            looked += 1;
            const kept = now.get(line.id);
            const { sku, priceMicros, discountMicros } = line;
            expect(kept).toMatchObject({ sku, priceMicros, discountMicros });
            expect(kept?.quantity).toBeGreaterThanOrEqual(settledPieces(line));
            expect(kept?.money.share.discount).toBeGreaterThanOrEqual(settledShare(line, 'discount'));
            expect(kept?.money.share.shipping).toBeGreaterThanOrEqual(settledShare(line, 'shipping'));
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(looked).toBeGreaterThan(100);
  });

  it('what was cancelled, credited and invoiced stays within what the order comes to', () => {
    always(({ order }) => {
      const { totals, ledger } = order.head;
      expect(totals.total).toBeGreaterThanOrEqual((ledger.cancelled ?? 0) + (ledger.credited ?? 0));
      if (order.head.invoicedAt !== null) return;
      const invoiced = total(Object.values(order.documents.invoice).map(({ value }) => value));
      expect(totals.total - (ledger.cancelled ?? 0)).toBeGreaterThanOrEqual(invoiced);
    }, 400);
  });

  it('taken back, it leaves totals, stock and what every line bears exactly as they were', () => {
    let undone = 0;
    const sold = place({
      workflow: 'simple',
      payments: [],
      lines: [
        { sku: 'MUG', quantity: 3, tax: 700 },
        { sku: 'CUP', quantity: 2, discountMicros: 1_333_333 },
        { sku: 'CUP', quantity: 1 },
      ],
      discounts: [{ id: 'd', name: 'Discount', amount: 1_777 }],
      total: 23_156,
    });
    const parcel: Command = { type: 'send_package', items: [{ sku: 'MUG', quantity: 1 }] };
    fc.assert(
      fc.property(
        fc.constantFrom<Command[]>([], [startHandling], [startHandling, parcel]),
        fc.array(randomEdit, { minLength: 1, maxLength: 3 }),
        randomEdit,
        (handled, earlier, edit) => {
          let history = given(sold, ...handled);
          for (const each of earlier) history = history.when(each).history;
          const before = history.order;
          const { answer, history: edited } = history.when(edit);
          if (isRefusal(answer) || before === null || edited.order === null) return;
          const changes = undoing(before, edited.order);
          const back = edited.when({ type: 'edit_order', changes, recorded: recordedShares(before) });
          expect(back.answer).not.toHaveProperty('refused');
          const now = back.history.order;
          expect(now?.head.totals).toEqual(before.head.totals);
          expect(now === null ? {} : held(now)).toEqual(held(before));
          expect(now === null ? {} : borne(now)).toEqual(borne(before));
          undone += 1;
        },
      ),
      { numRuns: 1000 },
    );
    expect(undone).toBeGreaterThan(200);
  });

  it('is shared out anew where the order moved on since, and what was recorded fits it no more', () => {
    const before = given(place({ workflow: 'simple', payments: [] })).order;
    if (before === null) throw new Error('nothing was placed');
    const grown = given(place({ workflow: 'simple', payments: [] })).when({
      type: 'edit_order',
      changes: [{ change: 'set_quantity', lineId: '1', quantity: 7 }],
    }).history;
    const add: Command = { type: 'edit_order', changes: [{ change: 'set_delivery', deliveryId: '1', price: 977 }] };
    const plain = grown.when(add).history.order;
    const asked = grown.when({ ...add, recorded: recordedShares(before) }).history.order;
    expect(asked?.lines).toEqual(plain?.lines);
    expect(asked?.head.totals.shipping).toBe(977);
  });
});
