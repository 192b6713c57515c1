import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place } from './given.test-support.js';
import type { LedgerBalances } from './ledger.js';
import { MARKETPLACE, type Pair, pairOf, SELLER } from './pair.test-support.js';
import { randomCommand } from './random-lives.test-support.js';
import { invoicedValue } from './invoice.js';
import type { Order } from './order.js';

/** Random lives of a marketplace order and its seller's, asked on either side: what must hold between the two. */

const asked = fc.record({
  side: fc.constantFrom(MARKETPLACE, SELLER),
  command: randomCommand,
  wait: fc.constantFrom(60, 1800, 2_600_000),
});

const start = fc.record({ cancellationWindow: fc.constantFrom(0, 1800), incomplete: fc.boolean() });

function both(pair: Pair): { marketplace: Order; seller: Order } {
  const marketplace = pair.orders.get(MARKETPLACE);
  const seller = pair.orders.get(SELLER);
  if (marketplace === undefined || seller === undefined) throw new Error('an order is gone');
  return { marketplace, seller };
}

/** Checks every state on the way. */
function always(check: (now: ReturnType<typeof both>) => void): void {
  fc.assert(
    fc.property(start, fc.array(asked, { maxLength: 14 }), ({ cancellationWindow, incomplete }, steps) => {
      let pair: Pair = pairOf(new Map(), '2026-03-02T12:00:00.000Z')
        .when(MARKETPLACE, place({ workflow: 'marketplace', cancellationWindow }))
        .when(SELLER, place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE, incomplete }));
      check(both(pair));
      for (const { side, command, wait } of steps) {
        const timer = command.type.startsWith('end_') || command.type === 'expire_placement';
        pair = pair.when(side, command, timer ? 'system' : 'staff', wait);
        check(both(pair));
      }
    }),
    { numRuns: 300 },
  );
}

const total = (balances: LedgerBalances): number => Object.values(balances).reduce((a, b) => a + b, 0);

describe('whatever is asked of a marketplace order and its seller order', () => {
  it('once the seller has taken it, one is cancelled when and only when the other is', () => {
    always(({ marketplace, seller }) => {
      if (!seller.head.complete) return;
      expect(seller.head.cancellation !== null).toBe(marketplace.head.cancellation !== null);
    });
  });

  it('both show the same invoices, numbers and values alike', () => {
    always(({ marketplace, seller }) => {
      const invoices = ({ documents }: Order) =>
        Object.values(documents.invoice).map(({ number, value }) => [number, value]);
      expect(invoices(marketplace)).toEqual(invoices(seller));
    });
  });

  it('each book balances, and neither is invoiced beyond what it sold', () => {
    always(({ marketplace, seller }) => {
      for (const order of [marketplace, seller]) {
        expect(total(order.head.ledger)).toBe(0);
        expect(invoicedValue(order.documents)).toBeLessThanOrEqual(order.head.totals.total + order.lines.length);
      }
    });
  });

  it('stock lies with the seller alone', () => {
    always(({ marketplace }) => expect(marketplace.lines.every(({ stock }) => stock === null)).toBe(true));
  });
});
