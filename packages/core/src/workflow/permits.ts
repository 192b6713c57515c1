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
export function permits(
  instances: readonly Instance[],
  command: CommandName,
  actor: Actor,
  published: readonly WorkflowTable[],
): Permission {
  const actors = actorsOf(instances, command, published);
  if (actors === undefined) return 'not_in_this_step';
  return actors.includes(actor) ? 'yes' : 'not_this_actor';
}

function actorsOf(
  instances: readonly Instance[],
  command: CommandName,
  published: readonly WorkflowTable[],
): readonly Actor[] | undefined {
  const everywhere = EVERYWHERE[command];
  if (everywhere !== undefined) return everywhere;
  const [selling] = instances;
  const handling = instances.at(-1);
  if (selling === undefined || handling === undefined) return BEFORE_WORKFLOW[command];
  switch (judgedBy(command)) {
    case 'selling':
      return commandsOf(selling, published)[command];
    case 'handling':
      return commandsOf(handling, published)[command];
    case 'either':
      return commandsOf(selling, published)[command] ?? commandsOf(handling, published)[command];
  }
}

function commandsOf(instance: Instance, published: readonly WorkflowTable[]): NonNullable<StepRow['commands']> {
  return rowOf(tableOf(instance, published), instance.step).commands ?? {};
}
