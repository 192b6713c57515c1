import type { Actor } from '../workflow/table.js';
import type { CommandName } from './commands.js';
import type { ActorRef } from './decision.js';
import type { Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';

/** Who is held to the limit. What others tell has happened, and a shopper may return goods of an order with many papers. */
const HELD: ReadonlySet<Actor> = new Set(['staff', 'seller']);

/** What tells that money has moved, or ends an order: the refunds it brings about are owed, with any number of papers. */
const FREE: ReadonlySet<CommandName> = new Set([
  'approve_payment',
  'notify_payment',
  'request_cancellation',
  'confirm_cancellation',
  'set_status',
]);

/**
 * Why a decision may not add the documents that it adds: the account lets an order have `most` (absent or 0: any number),
 * counted over all kinds, the account's own by type. An order that has more already keeps them, and gets no further one.
 * Refusal: too_many_documents, with how many there are of each.
 */
export function limitProblem(
  before: Order | null,
  after: Order,
  most: number | undefined,
  { kind }: Pick<ActorRef, 'kind'>,
  command?: CommandName,
): Refusal | null {
  if (most === undefined || most === 0 || !HELD.has(kind)) return null;
  if (command !== undefined && FREE.has(command)) return null;
  const counts = countsOf(after);
  const now = total(counts);
  if (now <= most || now <= (before === null ? 0 : total(countsOf(before)))) return null;
  return refuse('too_many_documents', undefined, {
    limit: most,
    documents: [...counts].map(([kind, count]) => `${kind}: ${count}`),
  });
}

function countsOf({ documents: { custom, ...builtIn } }: Order): ReadonlyMap<string, number> {
  const counts = new Map(Object.entries(builtIn).map(([kind, each]) => [kind, Object.keys(each).length]));
  for (const { type } of Object.values(custom)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 0));
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);
