import { describe, expect, it } from 'vitest';
import { FREE } from './free.js';
import { FULFILLMENT } from './fulfillment.js';
import { MADE_TO_ORDER } from './made-to-order.test-support.js';
import { publishFaults } from './publishable.js';
import { may } from './roles.js';
import { SIMPLE } from './simple.js';
import type { StepRow, Trigger, WorkflowTable } from './table.js';

/** The made-to-order table with some of its steps written otherwise. */
const withSteps = (steps: Record<string, Partial<StepRow>>): WorkflowTable => ({
  ...MADE_TO_ORDER,
  steps: {
    ...MADE_TO_ORDER.steps,
    ...Object.fromEntries(
      Object.entries(steps).map(([name, row]) => [
        name,
        { kind: 'waits', label: name, ...MADE_TO_ORDER.steps[name], ...row },
      ]),
    ),
  },
});

const found = (table: WorkflowTable): string[] =>
  publishFaults(table).map(({ fault, pointer }) => `${fault} ${pointer}`);

describe('an account may publish', () => {
  it.each([
    ['a table of its own', MADE_TO_ORDER],
    ['a copy of the simple workflow', SIMPLE],
    ['a copy of the free one', FREE],
  ])('%s', (_name, table) => {
    expect(publishFaults(table)).toEqual([]);
  });
});

describe('an account may not publish', () => {
  it('a step that nothing leads to, a dead end and a move to nowhere: all of it is said at once', () => {
    const table = withSteps({
      island: { on: { all_delivered: 'delivered' } },
      in_production: { on: { handling_started: 'waiting' } },
    });
    expect(found(table)).toContain('unknown_step /steps/in_production');
    const known = withSteps({ island: {}, in_production: { on: {}, commands: {} } });
    expect(found(known)).toEqual(
      expect.arrayContaining([
        'unreachable_step /steps/island',
        'dead_end /steps/island',
        'dead_end /steps/in_production',
        'unreachable_step /steps/pending',
      ]),
    );
  });

  it('the talk of two sides: signals belong to built-in tables', () => {
    expect(found(FULFILLMENT)).toContain('signals_are_built_in /steps/ready-for-handling/on/signal:request_cancel');
    expect(found(FULFILLMENT)).toContain('signals_are_built_in /steps/on-order-completed-ffm/next');
  });

  it('a trigger that nothing raises', () => {
    const table = withSteps({ in_production: { on: { picking_done: 'pending' } } });
    expect(found(table)).toContain('trigger_unknown /steps/in_production/on/picking_done');
  });

  it('a label that leads elsewhere', () => {
    const table = withSteps({ in_production: { on: { 'set:made': 'pending' } } });
    expect(found(table)).toContain('set_of_other_step /steps/in_production/on/set:made');
  });

  it.each<[Trigger, StepRow['on'] & object]>([
    ['packages_sent_fully', { packages_sent_fully: 'cancelled' }],
    ['window_over', { window_over: { through: ['cancelled'], to: 'refunded' } }],
  ])('an end as cancelled after %s, which gives back neither stock nor money', (trigger, on) => {
    const table = withSteps({ processing: { on: { ...MADE_TO_ORDER.steps['processing']?.on, ...on } } });
    expect(found(table)).toEqual([`cancels_without_cancellation /steps/processing/on/${trigger}`]);
  });

  it('a confirmed cancellation that goes on', () => {
    const asked = MADE_TO_ORDER.steps['production_stop_asked'];
    const table = withSteps({ production_stop_asked: { on: { ...asked?.on, cancellation_confirmed: 'pending' } } });
    expect(found(table)).toEqual(['does_not_cancel /steps/production_stop_asked/on/cancellation_confirmed']);
  });

  it('a command that would be accepted for nothing', () => {
    const table = withSteps({ shipped: { commands: may('request_cancellation', 'mark_delivered') } });
    expect(found(table)).toEqual(['command_without_move /steps/shipped/commands/request_cancellation']);
  });

  it('a timer whose command the step does not take: it would be tried for ever', () => {
    const table = withSteps({ production_stop_asked: { commands: may('confirm_cancellation', 'deny_cancellation') } });
    expect(found(table)).toEqual(['timer_without_command /steps/production_stop_asked/commands/end_deadline']);
  });
});
