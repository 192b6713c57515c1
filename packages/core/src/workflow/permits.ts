import type { CommandName } from '../order/commands.js';
import { tableOf } from './built-in.js';
import type { Instance } from './instance.js';
import { BEFORE_WORKFLOW, EVERYWHERE, judgedBy } from './roles.js';
import { rowOf, type Actor, type StepRow } from './table.js';

export type Permission = 'yes' | 'not_in_this_step' | 'not_this_actor';

/**
 * Whether a command may be sent in the steps where an order stands, and by this actor. What documents forbid (a
 * cancellation after an invoice, sending more than was ordered) is not judged here.
 */
export function permits(instances: readonly Instance[], command: CommandName, actor: Actor): Permission {
  const actors = actorsOf(instances, command);
  if (actors === undefined) return 'not_in_this_step';
  return actors.includes(actor) ? 'yes' : 'not_this_actor';
}

function actorsOf(instances: readonly Instance[], command: CommandName): readonly Actor[] | undefined {
  const everywhere = EVERYWHERE[command];
  if (everywhere !== undefined) return everywhere;
  const [selling] = instances;
  const handling = instances.at(-1);
  if (selling === undefined || handling === undefined) return BEFORE_WORKFLOW[command];
  switch (judgedBy(command)) {
    case 'selling':
      return commandsOf(selling)[command];
    case 'handling':
      return commandsOf(handling)[command];
    case 'either':
      return commandsOf(selling)[command] ?? commandsOf(handling)[command];
  }
}

function commandsOf(instance: Instance): NonNullable<StepRow['commands']> {
  return rowOf(tableOf(instance), instance.step).commands ?? {};
}
