import { OUTSIDE_COMMANDS, refusalsOf } from '@docket/core/order/allowed';
import { ASKED_OF } from '@docket/core/order/asked-of';
import type { CommandName } from '@docket/core/order/commands';
import type { ActorRef } from '@docket/core/order/decision';
import type { DocumentKindName, Documents, Order } from '@docket/core/order/order';
import { type Permission, permits } from '../../access/permissions.js';
import { JsonText } from '../json-text.js';
import { describe, type ProblemCode } from '../problem.js';
import { permissionOf } from './command-routes.js';

interface AllowedAnswer {
  readonly command: CommandName;
  readonly allowed: boolean;
  readonly code?: ProblemCode;
  readonly title?: string;
}

/** What is said of one command, and the same written. */
export interface Allowing {
  readonly answer: AllowedAnswer;
  readonly text: string;
}

/** Who looks at an order: the part they play, and what their credential holds. */
export interface Asker {
  readonly actor: ActorRef;
  readonly permissions: ReadonlySet<string>;
}

/**
 * Every command, and whether who asks may send it now; if not, the code and title of the problem that it would meet.
 * What a caller's permissions do not hold is refused before the order is asked. A receipt (Prefer: return=minimal) has
 * none of it.
 */
export function allowings(order: Order, { actor, permissions }: Asker): readonly Allowing[] {
  const refusalOf = refusalsOf(order, actor.kind);
  return COMMANDS.map((known) =>
    permits(permissions, known.permission)
      ? allowingOf(known, refusalOf(known.command)?.refused ?? null)
      : allowingOf(known, 'permission_missing'),
  );
}

export const allowedView = (all: readonly Allowing[]): readonly AllowedAnswer[] => all.map(({ answer }) => answer);

/** As `allowedView`, written. */
export const allowedText = (all: readonly Allowing[]): JsonText =>
  new JsonText(`[${all.map(({ text }) => text).join(',')}]`);

/** The names of those that are allowed. */
export function allowedNames(all: readonly Allowing[]): ReadonlySet<CommandName> {
  const names = new Set<CommandName>();
  for (const { answer } of all) if (answer.allowed) names.add(answer.command);
  return names;
}

/** Which of the commands about a document the reader may send now. */
export const mayOf = <Kind extends DocumentKindName>(
  kind: Kind,
  document: Documents[Kind][string],
  allowed: ReadonlySet<string>,
): readonly CommandName[] => ASKED_OF[kind](document).filter((command) => allowed.has(command));

interface KnownCommand {
  readonly command: CommandName;
  readonly permission: Permission;
  /** By code; null: it is allowed. Answers are few and always the same: making and writing them anew took 60 µs an order. */
  readonly made: Map<ProblemCode | null, Allowing>;
}

const COMMANDS: readonly KnownCommand[] = OUTSIDE_COMMANDS.map((command) => ({
  command,
  permission: permissionOf(command),
  made: new Map(),
}));

function allowingOf({ command, made }: KnownCommand, code: ProblemCode | null): Allowing {
  let allowing = made.get(code);
  if (allowing === undefined) {
    const answer: AllowedAnswer =
      code === null ? { command, allowed: true } : { command, allowed: false, code, title: describe(code).meaning };
    allowing = { answer: Object.freeze(answer), text: JSON.stringify(answer) };
    made.set(code, allowing);
  }
  return allowing;
}
