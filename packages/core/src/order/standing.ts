import { advance, start } from '../workflow/advance.js';
import { tableOf } from '../workflow/built-in.js';
import type { Instance } from '../workflow/instance.js';
import { rowOf, type Trigger, type WorkflowTable } from '../workflow/table.js';
import type { Instant } from './order.js';
import { statusOf } from './status.js';

/** By the first table of a workflow; `complete` and `marketplace` share it, so also by how many there are. */
const known = new WeakMap<WorkflowTable, Map<number, Standings>>();
type Standings = ReadonlyMap<string, readonly Instance[]>;

/**
 * Where the sides of an order stand that shows this status: the standing that a walk from the start of the workflow reaches
 * first. So no import can put an order where no order could be. Undefined where nothing rests under this status, or only
 * with a question open, whose answer would have nothing to refer to.
 */
export function standingAt(
  tables: readonly WorkflowTable[],
  status: string,
  since: Instant,
): readonly Instance[] | undefined {
  return standingsOf(tables)
    .get(status)
    ?.map((instance) => ({ ...instance, since }));
}

/** The statuses that `standingAt` knows. */
export const statusesOf = (tables: readonly WorkflowTable[]): readonly string[] => [...standingsOf(tables).keys()];

function standingsOf(tables: readonly WorkflowTable[]): Standings {
  const [first] = tables;
  if (first === undefined) throw new Error('a workflow without tables has no status');
  const byLength = known.get(first) ?? new Map<number, Standings>();
  const standings = byLength.get(tables.length) ?? walkedFrom(tables);
  known.set(first, byLength.set(tables.length, standings));
  return standings;
}

/** Of any moment: steps do not depend on it. */
const AT: Instant = '2000-01-01T00:00:00.000Z';

/** Breadth first, so that the shortest way to a status decides. The widest, `complete`, has some 60 standings. */
function walkedFrom(tables: readonly WorkflowTable[]): Standings {
  const options = { windowSeconds: 1, published: tables };
  const triggers = triggersOf(tables);
  const queue = [start(tables, AT, options).instances];
  const seen = new Set(queue.map(nameOf));
  const standings = new Map<string, readonly Instance[]>();
  for (const instances of queue) {
    const status = statusOf(instances);
    if (status !== null && !standings.has(status) && instances.every((instance) => rests(instance, tables))) {
      standings.set(status, instances);
    }
    for (const trigger of triggers) {
      const next = advance(instances, trigger, AT, options).instances;
      if (seen.has(nameOf(next))) continue;
      seen.add(nameOf(next));
      queue.push(next);
    }
  }
  return standings;
}

/** A record with both sides hears no signal from outside: its sides signal each other. */
const triggersOf = (tables: readonly WorkflowTable[]): readonly Trigger[] =>
  [
    ...new Set(
      tables.flatMap(({ steps }) => Object.values(steps).flatMap(({ on }) => Object.keys(on ?? {}) as Trigger[])),
    ),
  ].filter((trigger) => tables.length === 1 || !trigger.startsWith('signal:'));

const nameOf = (instances: readonly Instance[]): string =>
  instances.map(({ step, returnTo }) => `${step}<${returnTo ?? ''}`).join();

const rests = (instance: Instance, tables: readonly WorkflowTable[]): boolean => {
  const { kind, locked, timer } = rowOf(tableOf(instance, tables), instance.step);
  const asks = instance.returnTo !== undefined || timer?.name === 'cancellation_deadline';
  return kind !== 'passes' && locked !== true && !asks;
};
