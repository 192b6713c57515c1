import { describe, expect, it } from 'vitest';
import { advance, start } from './advance.js';
import { moved } from './instance.js';
import { BUILT_IN_WORKFLOWS } from './built-in.js';
import { timersOf } from './timers.js';

const AT = '2026-03-02T10:00:00.000Z';
const LATER = '2026-03-02T10:05:00.000Z';
const WINDOW = { windowSeconds: 1800, published: [] };

describe('folding recorded moves', () => {
  it('starts the instances that the first moves name, without asking a table', () => {
    const { moves, instances } = start(BUILT_IN_WORKFLOWS.complete, AT, WINDOW);
    expect(moved([], moves, AT)).toEqual(instances);
    expect(instances.map(({ domain, table, step }) => [domain, table, step])).toEqual([
      ['Marketplace', 'marketplace', 'payment-pending'],
      ['Fulfillment', 'fulfillment', 'waiting-ffmt-authorization'],
    ]);
  });

  it('leaves a side that does not move as it is, with the instant at which it came there', () => {
    const before = advance(
      start(BUILT_IN_WORKFLOWS.complete, AT, WINDOW).instances,
      'payments_approved',
      AT,
      WINDOW,
    ).instances;
    const after = advance(before, 'window_over', LATER, WINDOW).instances;
    expect(after[0]).toBe(before[0]);
    expect(after[1]?.since).toBe(LATER);
  });

  it('takes a move from another step than the present one for a bug', () => {
    const { instances } = start(BUILT_IN_WORKFLOWS.simple, AT, WINDOW);
    expect(() => moved(instances, [{ instance: 'Marketplace', from: 'shipped', to: 'delivered' }], AT)).toThrow(
      'a move from "shipped" was recorded, but Marketplace stands at "pending"',
    );
    expect(() => moved(instances, [{ instance: 'Marketplace', from: null, to: 'pending' }], AT)).toThrow(
      'cannot start',
    );
  });
});

describe('the clocks of an order', () => {
  const standing = (...triggers: Parameters<typeof advance>[1][]) =>
    triggers.reduce(
      (instances, trigger) => advance(instances, trigger, AT, WINDOW).instances,
      start(BUILT_IN_WORKFLOWS.complete, AT, WINDOW).instances,
    );

  it.each<[string, Parameters<typeof advance>[1][], unknown[]]>([
    ['30 days for the payment', [], [{ name: 'fulfilment_deadline', due: '2026-04-01T10:00:00.000Z' }]],
    [
      'the cancellation window from the approval of the payment',
      ['payments_approved'],
      [{ name: 'cancellation_window', due: '2026-03-02T10:30:00.000Z' }],
    ],
    ['none while it is handled', ['payments_approved', 'window_over'], []],
    [
      '30 days for the decision about a cancellation, once for both sides',
      ['payments_approved', 'window_over', 'cancellation_asked'],
      [{ name: 'cancellation_deadline', due: '2026-04-01T10:00:00.000Z' }],
    ],
    ['none when it has ended', ['cancellation_asked'], []],
  ])('run: %s', (_, triggers, timers) => {
    expect(timersOf(standing(...triggers), 1800, [])).toEqual(timers);
  });
});

describe('what a workflow does with stock and money', () => {
  it.each([
    ['complete', 'payments_approved', 'invoice', 'invoice'],
    ['simple', 'handling_started', 'package', 'approval'],
    ['free', 'payments_approved', 'package', 'approval'],
  ] as const)(
    '%s: stock firm at %s and used by the %s, money captured at %s',
    (workflow, confirmAt, consumeAt, captureAt) => {
      for (const table of BUILT_IN_WORKFLOWS[workflow]) {
        expect([table.stock, table.captureAt]).toEqual([{ confirmAt, consumeAt }, captureAt]);
      }
    },
  );
});
