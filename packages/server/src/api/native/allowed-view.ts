import { OUTSIDE_COMMANDS, refusalNow } from '@docket/core/order/allowed';
import type { CommandName } from '@docket/core/order/commands';
import type { ActorRef } from '@docket/core/order/decision';
import type { Order } from '@docket/core/order/order';
import { permits } from '../../access/permissions.js';
import { describe, type ProblemCode } from '../problem.js';
import { permissionOf } from './command-routes.js';

interface AllowedAnswer {
  readonly command: CommandName;
  readonly allowed: boolean;
  readonly code?: ProblemCode;
  readonly title?: string;
}

/** Who looks at an order: the part they play, and what their credential holds. */
export interface Asker {
  readonly actor: ActorRef;
  readonly permissions: ReadonlySet<string>;
}

/**
 * Every command, and whether who asks may send it now; if not, the code and title of the problem that it would meet.
 * What a caller's permissions do not hold is refused before the order is asked. An order of three lines with it takes
 * 31 µs to show instead of 21, and 5.5 KB instead of 3; a receipt (Prefer: return=minimal) has none of it.
 */
export function allowedView(order: Order, { actor, permissions }: Asker): readonly AllowedAnswer[] {
  return OUTSIDE_COMMANDS.map((command) => {
    if (!permits(permissions, permissionOf(command))) return answerOf(command, 'permission_missing');
    return answerOf(command, refusalNow(order, command, actor.kind)?.refused ?? null);
  });
}

/** Answers are few, and always the same: making them anew takes 20 µs an order. */
const answers = new Map<string, AllowedAnswer>();

function answerOf(command: CommandName, code: ProblemCode | null): AllowedAnswer {
  const name = `${command} ${code ?? ''}`;
  let answer = answers.get(name);
  if (answer === undefined) {
    answer =
      code === null ? { command, allowed: true } : { command, allowed: false, code, title: describe(code).meaning };
    answers.set(name, Object.freeze(answer));
  }
  return answer;
}
