import type { Actor } from '../workflow/table.js';
import type { Command } from './commands.js';
import type { Context } from './decision.js';
import { evolve } from './evolve.js';
import type { RecordedEvent } from './events.js';
import { FACTS } from './given.test-support.js';
import { plusSeconds } from './instant.js';
import { withQuote } from './edit-quote.test-support.js';
import { decideLinked } from './linked.js';
import type { Order } from './order.js';
import { isRefusal, type Refusal } from './refusals.js';
import { statusOf } from './status.js';

export const MARKETPLACE = '1480000500001-01';
export const SELLER = 'SLR-1480000500001-01';

export interface Pair {
  readonly orders: ReadonlyMap<string, Order>;
  when(
    target: string,
    command: Command,
    by?: Actor,
    afterSeconds?: number,
  ): Pair & { readonly refusal: Refusal | null };
  statuses(): (string | null)[];
}

export function pairOf(
  orders: ReadonlyMap<string, Order>,
  at: string,
  refusal: Refusal | null = null,
): Pair & { refusal: Refusal | null } {
  return {
    orders,
    refusal,
    statuses: () => [MARKETPLACE, SELLER].map((id) => statusOf(orders.get(id)?.head.instances ?? [])),
    when(target, command, by = 'staff', afterSeconds = 60) {
      const now = plusSeconds(at, afterSeconds);
      const context: Context = {
        at: now,
        actor: { kind: by, id: `${by}:test` },
        reason: 'test',
        documentSequence: Object.keys(orders.get(target)?.documents.custom ?? {}).length + 1,
        ...(command.type === 'place'
          ? {
              identity: { account: 'default', orderId: target, group: '1480000500001', position: 1, sequence: 500_001 },
            }
          : {}),
      };
      const decided = decideLinked(
        orders,
        target,
        command,
        withQuote(orders.get(target) ?? null, command, FACTS, now),
        context,
      );
      if (isRefusal(decided)) return pairOf(orders, now, decided);
      const next = new Map(orders);
      for (const [orderId, decision] of decided) {
        let order = next.get(orderId) ?? null;
        for (const event of decision.events) {
          const recorded: RecordedEvent = {
            ...event,
            version: (order?.head.version ?? 0) + 1,
            at: now,
            actor: context.actor.id,
            reason: 'test',
          };
          order = evolve(order, recorded);
        }
        if (order !== null) next.set(orderId, order);
      }
      return pairOf(next, now);
    },
  };
}
