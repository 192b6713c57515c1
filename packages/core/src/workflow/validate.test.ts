import { describe, expect, it } from 'vitest';
import { BUILT_IN_TABLES } from './built-in.js';
import type { StepRow, WorkflowTable } from './table.js';
import { validateTable } from './validate.js';

const DONE: StepRow = { kind: 'final', label: 'Done' };
const waiting = (on: StepRow['on']): StepRow => ({
  kind: 'waits',
  label: 'Waiting',
  ...(on === undefined ? {} : { on }),
});

const table = (steps: Record<string, StepRow>): WorkflowTable => ({
  name: 'simple',
  version: 1,
  domain: 'Marketplace',
  start: 'first',
  steps,
  stock: { confirmAt: 'payments_approved', consumeAt: 'invoice' },
  captureAt: 'invoice',
});

const faults = (steps: Record<string, StepRow>) =>
  validateTable(table(steps)).map(({ fault, step }) => `${fault}: ${step}`);

describe('a table is refused', () => {
  it.each<[string, Record<string, StepRow>, string[]]>([
    ['when it starts nowhere', { other: DONE }, ['unknown_step: first']],
    ['when a move leads to a step it does not have', { first: waiting({ replaced: 'lost' }) }, ['unknown_step: first']],
    [
      'when a way point does not exist',
      { first: waiting({ replaced: { through: ['lost'], to: 'done' } }), done: DONE },
      ['unknown_step: first'],
    ],
    ['when nothing leads to a step', { first: DONE, alone: DONE }, ['unreachable_step: alone']],
    [
      'when an order could never leave a step',
      { first: waiting({ replaced: 'stuck' }), stuck: waiting(undefined) },
      ['dead_end: stuck'],
    ],
    [
      'when passing on news is all a step can do',
      { first: waiting({ 'signal:changed': { relays: 'changed' } }) },
      ['dead_end: first'],
    ],
    [
      'when an order comes to rest in a step that passes by itself to nowhere',
      { first: waiting({ replaced: 'gone' }), gone: { kind: 'passes', label: 'Gone' } },
      ['passes_without_next: gone'],
    ],
    [
      'when automatic steps run in a circle',
      { first: { kind: 'passes', label: 'A', next: 'second' }, second: { kind: 'passes', label: 'B', next: 'first' } },
      ['automatic_cycle: first', 'automatic_cycle: second'],
    ],
    [
      'when a window of zero seconds would run in a circle',
      {
        first: {
          kind: 'timer',
          label: 'Window',
          timer: { name: 'cancellation_window', after: 'cancellation_window', raises: 'window_over' },
          on: { window_over: { through: ['second'], to: 'first' }, replaced: 'second' },
        },
        second: DONE,
      },
      ['automatic_cycle: first'],
    ],
    [
      'when a timer ends and nothing happens',
      {
        first: {
          kind: 'timer',
          label: 'Deadline',
          timer: { name: 'fulfilment_deadline', after: 60, raises: 'deadline_over' },
          on: { replaced: 'done' },
        },
        done: DONE,
      },
      ['timer_without_move: first'],
    ],
    [
      'when a move leads back and nothing was interrupted',
      { first: waiting({ replaced: { back: true }, policy_denied: 'done' }), done: DONE },
      ['back_without_interruption: first'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(faults(steps)).toEqual(expected);
  });
});

it('accepts a step that is only ever passed through on the way to another', () => {
  const steps = {
    first: waiting({ replaced: { through: ['transit'], to: 'done' } }),
    transit: { kind: 'passes', label: 'Transit' } as const,
    done: DONE,
  };
  expect(faults(steps)).toEqual([]);
});

it('finds any single step taken out of a built-in table', () => {
  for (const { steps, ...rest } of BUILT_IN_TABLES) {
    for (const missing of Object.keys(steps)) {
      const left = Object.fromEntries(Object.entries(steps).filter(([step]) => step !== missing));
      expect(validateTable({ ...rest, steps: left }), `${rest.name} without ${missing}`).not.toEqual([]);
    }
  }
});
