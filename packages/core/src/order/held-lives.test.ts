import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import type { RecordedEvent } from './events.js';
import { approve, given, type History, place } from './given.test-support.js';
import type { HoldGroup } from './held-commands.js';
import { openHolds } from './hold.js';
import type { Order } from './order.js';
import { randomCommand, randomHold } from './random-lives.test-support.js';
import { isRefusal } from './refusals.js';
import { timersOf } from './timers.js';

describe('whatever is asked of an order on hold', () => {
  const GROUP_OF = {
    payment_approved: 'payment',
    payment_denied: 'payment',
    handling_started: 'handling',
    cancellation_window_ended: 'handling',
    invoice_issued: 'invoicing',
    package_sent: 'shipping',
    return_invoice_issued: 'refund',
    order_refunded: 'refund',
    cancellation_requested: 'cancellation',
    order_closed_short: 'cancellation',
    status_set: 'status',
  } as const satisfies Partial<Record<RecordedEvent['type'], HoldGroup>>;

  /** Every step of lives that begin with a paid order and a hold or two. */
  const heldLives = (check: (before: History & { order: Order }, after: History & { order: Order }) => void): void => {
    const begin = fc.record({
      workflow: fc.constantFrom('complete', 'simple', 'free'),
      capture: fc.constantFrom('on_approval' as const, 'on_invoice' as const),
      paid: fc.boolean(),
    });
    const commands = fc.tuple(
      fc.array(randomHold, { minLength: 1, maxLength: 2 }),
      fc.array(randomCommand, { minLength: 10, maxLength: 14, size: 'max' }),
    );
    fc.assert(
      fc.property(begin, commands, ({ workflow, capture, paid }, [holds, rest]) => {
        const placed = place({ workflow, payments: [{ method: 'card', amount: 12_500, capture }] });
        let before = given(placed, ...(paid ? [approve] : []));
        for (const command of [...holds, ...rest]) {
          const after = before.when(command, command.type.startsWith('end_') ? 'system' : undefined).history;
          check(before as History & { order: Order }, after as History & { order: Order });
          before = after;
        }
      }),
      { numRuns: 120 },
    );
  };

  it('nothing happens that a hold on the order blocks, and nothing to a line that one on the line blocks', () => {
    heldLives((before, after) => {
      for (const event of after.log.slice(before.log.length)) {
        if (!(event.type in GROUP_OF)) continue;
        const group = GROUP_OF[event.type as keyof typeof GROUP_OF];
        const blocking = openHolds(before.order.head).filter(
          ({ blocks }) => blocks.includes('all') || blocks.includes(group),
        );
        expect(blocking.filter(({ on }) => on === null)).toEqual([]);
        if (event.type !== 'package_sent' && event.type !== 'invoice_issued') continue;
        const lines = event.data.items.map(({ lineId }) => lineId);
        expect(blocking.filter(({ on }) => on?.kind === 'line' && lines.includes(on.id))).toEqual([]);
      }
    });
  });

  it('no money is taken while capture is on hold', () => {
    heldLives((before, after) => {
      if (!openHolds(before.order.head).some(({ blocks, on }) => on === null && blocks.includes('capture'))) return;
      expect(after.order.head.ledger.captured ?? 0).toBe(before.order.head.ledger.captured ?? 0);
    });
  });

  it('no money goes back while refunds are on hold', () => {
    heldLives((before, after) => {
      if (!openHolds(before.order.head).some(({ blocks, on }) => on === null && blocks.includes('refund'))) return;
      expect(after.order.head.ledger.refunded ?? 0).toBe(before.order.head.ledger.refunded ?? 0);
    });
  });

  it('no timer is open whose command would be refused for a hold', () => {
    heldLives((_before, history) => {
      for (const { command, due, refundId = '' } of timersOf(history.order)) {
        const wait = Math.max(1, (Date.parse(due) - Date.parse(history.at)) / 1000);
        const asked: Command = command === 'settle_refund' ? { type: command, refundId } : { type: command };
        const { answer } = history.when(asked, 'system', wait);
        if (isRefusal(answer)) expect(answer.refused).not.toBe('on_hold');
      }
    });
  });
});
