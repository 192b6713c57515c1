import type { Move, StepRow, WorkflowTable } from './table.js';

export interface TableFault {
  readonly fault:
    | 'unknown_step'
    | 'unreachable_step'
    | 'dead_end'
    | 'passes_without_next'
    | 'automatic_cycle'
    | 'timer_without_move'
    | 'back_without_interruption';
  readonly step: string;
  /** What a person who writes a table has to mend. */
  readonly message: string;
}

/** Everything that is wrong with a table, in the order of its steps; an empty list may be published. */
export function validateTable(table: WorkflowTable): readonly TableFault[] {
  const unknown = unknownSteps(table);
  // the graph can only be walked when every name in it exists
  if (unknown.length > 0) return unknown;
  const reached = reachedFrom([table.start], (step) => Object.values(movesOf(table.steps[step])).flatMap(stepsOf));
  const ends = endsOfMoves(table);
  return Object.entries(table.steps).flatMap(([step, row]) => [
    ...faultIf(!reached.has(step), 'unreachable_step', step, 'no move leads here from the start'),
    ...faultIf(row.kind !== 'final' && !hasExit(row, ends.has(step)), 'dead_end', step, 'not final and without exit'),
    ...faultIf(
      row.kind === 'passes' && row.next === undefined && ends.has(step),
      'passes_without_next',
      step,
      'a move ends here, the step passes by itself, and nothing says where to',
    ),
    ...faultIf(comesBackByItself(table, step), 'automatic_cycle', step, 'automatic moves lead back to this step'),
    ...faultIf(timerIsIncomplete(row), 'timer_without_move', step, 'its timer ends and nothing happens'),
    ...faultIf(
      row.interrupts !== true && Object.values(movesOf(row)).some((move) => typeof move === 'object' && 'back' in move),
      'back_without_interruption',
      step,
      'a move leads back, but entering this step remembers nothing',
    ),
  ]);
}

function faultIf(wrong: boolean, fault: TableFault['fault'], step: string, why: string): TableFault[] {
  return wrong ? [{ fault, step, message: `step "${step}": ${why}` }] : [];
}

function unknownSteps(table: WorkflowTable): TableFault[] {
  const exists = (step: string) => Object.hasOwn(table.steps, step);
  const start = faultIf(
    !exists(table.start),
    'unknown_step',
    table.start,
    'the table starts here, but has no such step',
  );
  const targets = Object.entries(table.steps).flatMap(([step, row]) =>
    Object.values(movesOf(row))
      .flatMap(stepsOf)
      .filter((target) => !exists(target))
      .flatMap((target) => faultIf(true, 'unknown_step', step, `moves to "${target}", which the table does not have`)),
  );
  return [...start, ...targets];
}

/** All moves of a row by trigger, `next` among them. */
export function movesOf(row: StepRow | undefined): Record<string, Move> {
  return { ...row?.on, ...(row?.next === undefined ? {} : { next: row.next }) };
}

/** Every step that a move enters. A way back enters what was left before, which is reached already. */
export function stepsOf(move: Move): readonly string[] {
  if (typeof move === 'string') return [move];
  if ('relays' in move) return [];
  if ('asks' in move) return [move.unanswered];
  return [...(move.through ?? []), ...('to' in move ? [move.to] : [])];
}

/** The step in which a move comes to its end. */
function endOf(move: Move): readonly string[] {
  if (typeof move === 'object' && 'back' in move) return [];
  return stepsOf(move).slice(-1);
}

/** Where an order may stand after a move: its end, or what follows of itself from there. A way back answers nothing. */
export function restsAfter(table: WorkflowTable, move: Move): readonly string[] {
  const onward = (step: string): readonly string[] => {
    const row = table.steps[step];
    return row?.kind === 'passes' ? Object.values(movesOf(row)).flatMap(endOf) : [];
  };
  return [...reachedFrom(endOf(move), onward)].filter((step) => table.steps[step]?.kind !== 'passes');
}

function endsOfMoves(table: WorkflowTable): ReadonlySet<string> {
  const moves = Object.values(table.steps).flatMap((row) => Object.values(movesOf(row)));
  return new Set([table.start, ...moves.flatMap(endOf)]);
}

function hasExit(row: StepRow, movesEndHere: boolean): boolean {
  const isWayPoint = row.kind === 'passes' && !movesEndHere;
  const exits = Object.values(movesOf(row)).filter((move) => typeof move === 'string' || !('relays' in move));
  return isWayPoint || exits.length > 0 || (row.kind === 'passes' && row.next === undefined);
}

function timerIsIncomplete(row: StepRow): boolean {
  if (row.timer === undefined) return row.kind === 'timer';
  return row.on?.[row.timer.raises] === undefined;
}

/** Follows what needs nobody: `next`, the moves of passing steps, and timers that may be set to zero. */
function comesBackByItself(table: WorkflowTable, step: string): boolean {
  const automatic = (from: string): readonly string[] => {
    const row = table.steps[from];
    if (row === undefined) return [];
    if (row.kind === 'passes') return Object.values(movesOf(row)).flatMap(endOf);
    const timed = row.timer?.after === 'cancellation_window' || row.timer?.after === 0 ? row.timer : undefined;
    const move = timed === undefined ? undefined : row.on?.[timed.raises];
    return move === undefined ? [] : endOf(move);
  };
  return reachedFrom(automatic(step), automatic).has(step);
}

function reachedFrom(roots: readonly string[], onward: (step: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...roots];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    open.push(...onward(step));
  }
  return reached;
}
