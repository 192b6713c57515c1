import type { Move, RaisedFact, StepRow, Trigger, WorkflowTable } from './table.js';
import { movesOf, restsAfter, stepsOf, type TableFault, validateTable } from './validate.js';

/** What stands against publishing a table that an account wrote, with the place of it in the table. */
export interface PublishFault {
  readonly fault: TableFault['fault'] | OwnFault;
  /** JSON pointer into the table: `/steps/pending/on/payment_denied`. */
  readonly pointer: string;
  /** What the author has to mend. */
  readonly message: string;
}

type OwnFault =
  | 'trigger_unknown'
  | 'signals_are_built_in'
  | 'set_of_other_step'
  | 'cancels_without_cancellation'
  | 'does_not_cancel'
  | 'command_without_move'
  | 'timer_without_command';

/**
 * Facts that decisions raise in orders of one side. Those of features to come, and signals, stand in built-in tables
 * alone: a table that waits for them would wait for ever.
 */
const FACTS: readonly RaisedFact[] = [
  'payments_approved',
  'payment_denied',
  'handling_started',
  'invoiced_partly',
  'invoiced_fully',
  'cancellation_asked',
  'cancellation_confirmed',
  'cancellation_denied',
  'packages_sent_partly',
  'packages_sent_fully',
  'all_delivered',
  'packages_returned_partly',
  'packages_returned_fully',
  'refunded_fully',
  'closed_short',
  'window_over',
  'deadline_over',
];

/** After these the decision ends the order where the steps say so. No other fact gives back stock and money. */
const MAY_CANCEL: ReadonlySet<string> = new Set<RaisedFact>([
  'payment_denied',
  'cancellation_asked',
  'cancellation_confirmed',
  'refunded_fully',
  'deadline_over',
]);

/** After these the decision ends the order whatever the steps say. */
const MUST_CANCEL: ReadonlySet<string> = new Set<RaisedFact>(['cancellation_confirmed', 'deadline_over']);

/**
 * Everything that is wrong with a table of an account, in the order of its steps; an empty list may be published. Beside
 * what holds for every table, the steps must agree with what decisions do: an order that stands in a step which means
 * cancelled was cancelled, with its stock and money given back, and every question can be answered.
 */
export function publishFaults(table: WorkflowTable): readonly PublishFault[] {
  const general = validateTable(table).map(({ fault, step, message }) => ({
    fault,
    pointer: fault === 'unknown_step' && step === table.start ? '/start' : pointer('steps', step),
    message,
  }));
  // moves can only be followed when every step in them exists
  const broken = general.some(({ fault }) => fault === 'unknown_step');
  const own = Object.entries(table.steps).flatMap(([step, row]) => [
    ...triggerFaults(table, step, row),
    ...(broken ? [] : cancellationFaults(table, step, row)),
    ...commandFaults(step, row),
  ]);
  return [...general, ...own];
}

const pointer = (...parts: readonly string[]): string =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function triggerFaults(table: WorkflowTable, step: string, row: StepRow): PublishFault[] {
  const at = (trigger: string): string =>
    trigger === 'next' ? pointer('steps', step, 'next') : pointer('steps', step, 'on', trigger);
  return Object.entries(movesOf(row)).flatMap(([trigger, move]): PublishFault[] => {
    if (trigger.startsWith('signal:') || speaks(move)) {
      const message = `step "${step}": the two sides of a marketplace speak in built-in tables alone`;
      return [{ fault: 'signals_are_built_in', pointer: at(trigger), message }];
    }
    if (trigger.startsWith('set:')) {
      const named = trigger.slice('set:'.length);
      if (Object.hasOwn(table.steps, named) && endsAt(move) === named) return [];
      const message = `step "${step}": "${trigger}" has to lead to the step that it names`;
      return [{ fault: 'set_of_other_step', pointer: at(trigger), message }];
    }
    if (trigger === 'next' || FACTS.some((fact) => fact === trigger)) return [];
    const message = `step "${step}": nothing in an order raises "${trigger}"`;
    return [{ fault: 'trigger_unknown', pointer: at(trigger), message }];
  });
}

const speaks = (move: Move): boolean =>
  typeof move === 'object' && ('asks' in move || 'relays' in move || move.raises !== undefined);

const endsAt = (move: Move): string | undefined =>
  typeof move === 'object' && 'through' in move && (move.through ?? []).length > 0 ? undefined : stepsOf(move).at(-1);

function cancellationFaults(table: WorkflowTable, step: string, row: StepRow): PublishFault[] {
  const means = (name: string): boolean => table.steps[name]?.flags?.cancelled === true;
  if (means(step)) return [];
  const faults: PublishFault[] = [];
  for (const [trigger, move] of Object.entries(row.on ?? {}) as [Trigger, Move][]) {
    const where = pointer('steps', step, 'on', trigger);
    const rests = restsAfter(table, move);
    const passes = [...stepsOf(move), ...rests].some(means);
    if (passes && !MAY_CANCEL.has(trigger) && !trigger.startsWith('set:')) {
      const message = `step "${step}": "${trigger}" cancels nothing, but leads to a step that means cancelled`;
      faults.push({ fault: 'cancels_without_cancellation', pointer: where, message });
    }
    if (MUST_CANCEL.has(trigger) && !rests.every(means)) {
      const message = `step "${step}": "${trigger}" cancels the order, but leads to a step that does not mean cancelled`;
      faults.push({ fault: 'does_not_cancel', pointer: where, message });
    }
  }
  return faults;
}

function commandFaults(step: string, row: StepRow): PublishFault[] {
  const faults: PublishFault[] = [];
  const on = row.on ?? {};
  const without = (command: 'request_cancellation' | 'set_status', trigger: string): void => {
    const message = `step "${step}": it takes ${command}, and has no move for ${trigger}`;
    faults.push({ fault: 'command_without_move', pointer: pointer('steps', step, 'commands', command), message });
  };
  const { request_cancellation, set_status } = row.commands ?? {};
  // such a request would stay open, and nobody could answer it; a cancelled order refuses it by itself
  if (request_cancellation !== undefined && on.cancellation_asked === undefined && row.flags?.cancelled !== true) {
    without('request_cancellation', 'cancellation_asked');
  }
  if (set_status !== undefined && !Object.keys(on).some((trigger) => trigger.startsWith('set:'))) {
    without('set_status', 'set:…');
  }
  const ends = row.timer?.raises === 'window_over' ? 'end_cancellation_window' : 'end_deadline';
  if (row.timer !== undefined && row.commands?.[ends]?.includes('system') !== true) {
    const message = `step "${step}": its timer sends ${ends} as system, which the step does not take`;
    faults.push({ fault: 'timer_without_command', pointer: pointer('steps', step, 'commands', ends), message });
  }
  return faults;
}
