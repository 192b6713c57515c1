import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { approve, invoice, place, startHandling } from './given.test-support.js';
import type { LedgerBalances } from './ledger.js';
import { MARKETPLACE, type Pair, pairOf, SELLER } from './pair.test-support.js';
import { randomCommand } from './random-lives.test-support.js';
import { invoicedValue } from './invoice.js';
import type { Order } from './order.js';

/** Random lives of a marketplace order and its seller's, asked on either side: what must hold between the two. */

interface Asked {
  readonly side: string;
  readonly command: Command;
}

const anything: fc.Arbitrary<Asked> = fc.record({ side: fc.constantFrom(MARKETPLACE, SELLER), command: randomCommand });

/** The way that most pairs go: without it 14 commands by chance hardly ever reach an invoice. */
const usual: fc.Arbitrary<Asked> = fc.constantFrom<Asked>(
  { side: MARKETPLACE, command: approve },
  { side: MARKETPLACE, command: approve },
  { side: SELLER, command: startHandling },
  { side: SELLER, command: startHandling },
  { side: SELLER, command: invoice({ number: 'A-1', value: 4_000, items: [{ sku: 'MUG', quantity: 1 }] }) },
  { side: SELLER, command: invoice({ number: 'A-2', package: { carrier: 'Post' } }) },
  { side: MARKETPLACE, command: { type: 'request_cancellation' } },
  { side: MARKETPLACE, command: { type: 'request_cancellation' } },
  { side: SELLER, command: { type: 'confirm_cancellation' } },
  { side: SELLER, command: { type: 'deny_cancellation' } },
  { side: SELLER, command: { type: 'deny_cancellation' } },
);

const asked = fc.record({
  asked: fc.oneof({ weight: 5, arbitrary: usual }, anything),
  wait: fc.constantFrom(60, 60, 1800, 2_600_000),
});

const start = fc.record({ cancellationWindow: fc.constantFrom(0, 1800), incomplete: fc.boolean() });

function both(pair: Pair): { marketplace: Order; seller: Order } {
  const marketplace = pair.orders.get(MARKETPLACE);
  const seller = pair.orders.get(SELLER);
  if (marketplace === undefined || seller === undefined) throw new Error('an order is gone');
  return { marketplace, seller };
}

/** Checks every state on the way. */
function always(check: (now: ReturnType<typeof both>) => void, numRuns = 150): void {
  fc.assert(
    fc.property(
      start,
      fc.array(asked, { minLength: 4, maxLength: 14, size: 'max' }),
      ({ cancellationWindow, incomplete }, steps) => {
        let pair: Pair = pairOf(new Map(), '2026-03-02T12:00:00.000Z')
          .when(MARKETPLACE, place({ workflow: 'marketplace', cancellationWindow }))
          .when(SELLER, place({ workflow: 'fulfillment', payments: [], fulfils: MARKETPLACE, incomplete }));
        check(both(pair));
        for (const {
          asked: { side, command },
          wait,
        } of steps) {
          const timer = command.type.startsWith('end_') || command.type === 'expire_placement';
          pair = pair.when(side, command, timer ? 'system' : 'staff', wait);
          check(both(pair));
        }
      },
    ),
    { numRuns },
  );
}

const total = (balances: LedgerBalances): number => Object.values(balances).reduce((a, b) => a + b, 0);

describe('whatever is asked of a marketplace order and its seller order', () => {
  it('they come to invoices, requests and cancellations, so that the rules below are put to the test', () => {
    const seen = { invoiced: 0, requested: 0, cancelled: 0, denied: 0 };
    always(({ marketplace: { head, documents } }) => {
      if (Object.keys(documents.invoice).length > 0) seen.invoiced += 1;
      if (head.cancellationRequests.length > 0) seen.requested += 1;
      if (head.cancellationRequests.some(({ outcome }) => outcome === 'denied')) seen.denied += 1;
      if (head.cancellation !== null) seen.cancelled += 1;
    }, 500);
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
  });

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
