import { tableOf } from './built-in.js';
import { moved, type Instance, type StepMove } from './instance.js';
import { rowOf, timerSeconds } from './table.js';
import type { Domain, Move, Route, Signal, StepRow, Trigger, WayBack, WorkflowTable } from './table.js';

export interface AdvanceOptions {
  /** Length of the cancellation window in seconds; 0 passes it at once. */
  readonly windowSeconds: number;
  /** True: the window is waited in, even one of 0 seconds. Its end is asked for later. */
  readonly windowHeld?: boolean;
  /** Tables of the account's own workflows that the instances may be pinned to. */
  readonly published: readonly WorkflowTable[];
  /** Facts that hold from the outset: an automatic step with a move for one of them takes it instead of `next`. */
  readonly known?: readonly Trigger[];
}

export interface Advance {
  readonly instances: readonly Instance[];
  readonly moves: readonly StepMove[];
  /** Raised and not for this record: for the linked order or the partner outside. */
  readonly signals: readonly Signal[];
}

/** Enters the start step of each table of a workflow and runs until every instance waits. */
export function start(tables: readonly WorkflowTable[], at: string, options: AdvanceOptions): Advance {
  const run = newRun([], at, options, tables);
  run.beginRemaining();
  return run.result();
}

/**
 * Offers a trigger to the instances and runs until every one waits again. The first side that has a move for it takes it;
 * the other hears of it by signal only. Depth first: a signal reaches the other instance of the record before its sender
 * moves on. No move is no refusal: whether a command is legal is asked of `permits`, whether a fact counts of `takes`.
 */
export function advance(
  instances: readonly Instance[],
  trigger: Trigger,
  at: string,
  options: AdvanceOptions,
): Advance {
  const taker = takerOf(instances, trigger, options.published);
  if (taker === undefined) return { instances, moves: [], signals: [] };
  const run = newRun(instances, at, options, [], trigger);
  run.hear(taker.domain, trigger);
  return run.result();
}

/** Whether some instance has a move for this trigger where it stands. */
export function takes(instances: readonly Instance[], trigger: Trigger, published: readonly WorkflowTable[]): boolean {
  return takerOf(instances, trigger, published) !== undefined;
}

/**
 * Facts of the handling side, offered to nobody else where there is one: the selling side must not be invoiced while the
 * goods lie in their cancellation window. A marketplace order whose seller has no record here takes them itself.
 */
const HANDLING_FACTS: ReadonlySet<Trigger> = new Set<Trigger>([
  'handling_started',
  'invoiced_partly',
  'invoiced_fully',
  'cancellation_denied',
]);

function takerOf(
  instances: readonly Instance[],
  trigger: Trigger,
  published: readonly WorkflowTable[],
): Instance | undefined {
  const offered = HANDLING_FACTS.has(trigger) ? instances.slice(-1) : instances;
  return offered.find((instance) => moveOn(rowOf(tableOf(instance, published), instance.step), trigger) !== undefined);
}

function moveOn(row: StepRow, trigger: Trigger): Move | undefined {
  return row.on !== undefined && Object.hasOwn(row.on, trigger) ? row.on[trigger] : undefined;
}

/** The longest run of the built-in tables has 13 moves; more than this is a cycle that validation has missed. */
const MOST_MOVES = 64;

interface Run {
  beginRemaining(): void;
  hear(domain: Domain, trigger: Trigger): void;
  result(): Advance;
}

function newRun(
  before: readonly Instance[],
  at: string,
  options: AdvanceOptions,
  tables: readonly WorkflowTable[],
  cause?: Trigger,
): Run {
  let instances = before;
  const moves: StepMove[] = [];
  const signals: Signal[] = [];
  const unstarted = [...tables];
  // a table that starts in this run is known to it, published or not
  const published = [...options.published, ...tables];

  const rowIn = (pinned: Pick<Instance, 'table' | 'version'>, step: string): StepRow =>
    rowOf(tableOf(pinned, published), step);

  const find = (domain: Domain) => instances.find((instance) => instance.domain === domain);
  const other = (domain: Domain) => instances.find((instance) => instance.domain !== domain);

  function standing(domain: Domain): Instance {
    const instance = find(domain);
    if (instance === undefined) throw new Error(`the order has no ${domain} instance`);
    return instance;
  }

  function record(move: StepMove): void {
    if (moves.length >= MOST_MOVES) throw new Error(`a workflow does not come to rest: still moving at "${move.to}"`);
    moves.push(move);
    instances = moved(instances, [move], at);
  }

  function begin(table: WorkflowTable): void {
    const starts = { table: table.name, version: table.version };
    record({ instance: table.domain, from: null, to: table.start, starts });
    settle(table.domain);
  }

  function beginRemaining(): void {
    for (let table = unstarted.shift(); table !== undefined; table = unstarted.shift()) begin(table);
  }

  function hear(domain: Domain, trigger: Trigger): void {
    const instance = standing(domain);
    const move = moveOn(rowIn(instance, instance.step), trigger);
    if (move !== undefined) make(domain, move);
  }

  function make(domain: Domain, move: Move): void {
    if (typeof move === 'string') travel(domain, { to: move });
    else if ('relays' in move) raise(domain, move.relays);
    else if ('asks' in move) {
      const movesBefore = movesOf(domain);
      if (move.asks === 'placement') placeWithOtherSide(domain);
      else raise(domain, move.asks);
      if (movesOf(domain) === movesBefore) travel(domain, { to: move.unanswered });
    } else travel(domain, move);
  }

  /** Own stock takes the order within the same record; a side that stood there before has taken it long ago. */
  function placeWithOtherSide(domain: Domain): void {
    if (unstarted.length > 0) beginRemaining();
    else if (other(domain) !== undefined) hear(domain, 'signal:accepted');
  }

  function travel(domain: Domain, route: Route | WayBack): void {
    // looked up before the way points, which end the interruption
    const goal = 'to' in route ? route.to : standing(domain).returnTo;
    if (goal === undefined) throw new Error(`"${standing(domain).step}" has no step to lead back to`);
    for (const step of [...(route.through ?? []), goal]) enter(domain, step);
    const movesBefore = movesOf(domain);
    if (route.raises !== undefined) raise(domain, route.raises);
    if (movesOf(domain) === movesBefore) settle(domain);
  }

  function enter(domain: Domain, step: string): void {
    const { step: from, ...pinned } = standing(domain);
    const interrupts = rowIn(pinned, step).interrupts === true;
    record({ instance: domain, from, to: step, ...(interrupts ? { returnTo: from } : {}) });
  }

  /** Leaves a step that nobody has to wait in. */
  function settle(domain: Domain): void {
    const instance = standing(domain);
    const row = rowIn(instance, instance.step);
    if (row.kind === 'passes') {
      const known = options.known?.find((fact) => moveOn(row, fact) !== undefined);
      const move = known === undefined ? row.next : moveOn(row, known);
      if (move === undefined) throw new Error(`"${instance.step}" passes on by itself, but to nowhere`);
      make(domain, move);
    } else if (row.timer !== undefined && timerSeconds(row.timer, options.windowSeconds) <= 0) {
      if (row.timer.name !== 'cancellation_window' || options.windowHeld !== true) hear(domain, row.timer.raises);
    }
  }

  function raise(domain: Domain, signal: Signal): void {
    const listener = other(domain);
    if (listener !== undefined) hear(listener.domain, `signal:${signal}`);
    // news does not go back to whom it came from; the middle of a chain has a second neighbour
    else if (cause !== `signal:${signal}` || domain === 'Chain') signals.push(signal);
  }

  const movesOf = (domain: Domain) => moves.filter((move) => move.instance === domain).length;

  return { beginRemaining, hear, result: () => ({ instances, moves, signals }) };
}
