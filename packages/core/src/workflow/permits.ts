import type { CommandName } from '../order/commands.js';
import { tableOf } from './built-in.js';
import type { Instance } from './instance.js';
import { BEFORE_WORKFLOW, EVERYWHERE, judgedBy } from './roles.js';
import { rowOf, type Actor, type StepRow, type WorkflowTable } from './table.js';

export type Permission = 'yes' | 'not_in_this_step' | 'not_this_actor';

/**
 * Whether a command may be sent in the steps where an order stands, and by this actor. What documents forbid (a
 * cancellation after an invoice, sending more than was ordered) is not judged here.
 */
export const permits = (
  instances: readonly Instance[],
  command: CommandName,
  actor: Actor,
  published: readonly WorkflowTable[],
): Permission => permissionsIn(instances, published)(command, actor);

/** As `permits`, for who asks after many commands: the rows of the steps are looked up once. */
export function permissionsIn(
  instances: readonly Instance[],
  published: readonly WorkflowTable[],
): (command: CommandName, actor: Actor) => Permission {
  let rows: Rows | null | undefined;
  const actorsNow = (command: CommandName): readonly Actor[] | undefined => {
    if (rows === undefined) rows = rowsOf(instances, published);
    return rows === null ? BEFORE_WORKFLOW[command] : actorsIn(rows, command);
  };
  return (command, actor) => {
    const actors = EVERYWHERE[command] ?? actorsNow(command);
    if (actors === undefined) return 'not_in_this_step';
    return actors.includes(actor) ? 'yes' : 'not_this_actor';
  };
}

type Commands = NonNullable<StepRow['commands']>;

/** What the steps of both sides permit; the same where one record plays both. */
interface Rows {
  readonly selling: Commands;
  readonly handling: Commands;
}

/** Null: no workflow runs. */
function rowsOf(instances: readonly Instance[], published: readonly WorkflowTable[]): Rows | null {
  const [selling] = instances;
  const handling = instances.at(-1);
  if (selling === undefined || handling === undefined) return null;
  return { selling: commandsOf(selling, published), handling: commandsOf(handling, published) };
}

function actorsIn({ selling, handling }: Rows, command: CommandName): readonly Actor[] | undefined {
  switch (judgedBy(command)) {
    case 'selling':
      return selling[command];
    case 'handling':
      return handling[command];
    case 'either':
      return selling[command] ?? handling[command];
  }
}

function commandsOf(instance: Instance, published: readonly WorkflowTable[]): Commands {
  return rowOf(tableOf(instance, published), instance.step).commands ?? {};
}
