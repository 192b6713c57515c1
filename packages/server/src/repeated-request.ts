import type { CommandName } from '@docket/core/order/commands';
import { refuse } from '@docket/core/order/refusals';
import type { IdempotencyEntry } from './committer/unit.js';
import type { DecidedUnit } from './decide-unit.js';
import type { IdempotencyRow } from './event-log/load-order.js';
import { type EventLog, foldEvents, readEvents } from './event-log/read-events.js';
import type { Envelope, Outcome } from './execute.js';

const WITHOUT_EFFECT = ' without effect';

/** What is kept of a request that was accepted under a key. */
export function idempotencyEntry(
  { account, command }: Envelope,
  { credential, key, content }: NonNullable<Envelope['idempotency']>,
  { order, written }: DecidedUnit,
  at: string,
): IdempotencyEntry {
  const { orderId, version } = order.head;
  const outcome = written.has(orderId) ? command.type : command.type + WITHOUT_EFFECT;
  return { account, credential, key, content, orderId, version, outcome, at };
}

/** The command that was accepted under a key. */
export const commandOf = ({ outcome }: IdempotencyRow): CommandName =>
  outcome.replace(WITHOUT_EFFECT, '') as CommandName;

/** Renders the answer again from the order as it was, whatever happened to it since. */
export async function replay(
  log: EventLog,
  { account, idempotency, visible }: Pick<Envelope, 'account' | 'idempotency' | 'visible'>,
  earlier: IdempotencyRow,
): Promise<Outcome> {
  if (earlier.content !== idempotency?.content) return { accepted: false, refusal: refuse('idempotency_key_reused') };
  const events = await readEvents(log, account, earlier.orderId, { to: earlier.version });
  const order = await foldEvents(log, events);
  if (visible?.(order) === false) return { accepted: false, refusal: refuse('order_not_found') };
  // Without effect, the last command before it is not the one that was repeated.
  const commandId = earlier.outcome.endsWith(WITHOUT_EFFECT) ? undefined : events.at(-1)?.sealed.commandId;
  return {
    accepted: true,
    replayed: true,
    order,
    events: events.filter(({ sealed }) => sealed.commandId === commandId).map(({ recorded }) => recorded),
  };
}
