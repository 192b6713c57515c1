import { type Change, changesOf, type JsonObject } from '@docket/core/order/changes-of';
import { type EventSummary, summaryOf, summaryText } from '@docket/core/order/event-summary';
import type { Order } from '@docket/core/order/order';
import type { ToldEvent } from '../../event-log/order-history.js';
import { seenOrder, type Sees } from './seen-order.js';

/**
 * Events as the native API tells them: what was recorded, what that changed in the order, and one line for people. Hash and
 * the hash before chain them: a reader who keeps the last one notices a forged history. Null where the reader may not see.
 */
export function eventsView(events: readonly ToldEvent[], sees: Sees): readonly object[] {
  // What one event left is mostly what the next one found, and a view of 5,000 lines takes a millisecond.
  const views = new WeakMap<Order, JsonObject>();
  const viewOf = (order: Order): JsonObject => {
    const known = views.get(order) ?? seenOrder(order, sees);
    views.set(order, known);
    return known;
  };
  return events.map(({ event: { recorded, sealed, seq }, before, after }) => {
    const summary = seenSummary(summaryOf(recorded, after.head.currency), sees);
    return {
      version: recorded.version,
      seq,
      type: recorded.type,
      schema: sealed.schema,
      at: recorded.at,
      actor: recorded.actor,
      by: whoIs(recorded.actor),
      reason: recorded.reason,
      summary: { text: summaryText(summary), ...summary },
      changes: before === null ? [] : changesOf(viewOf(before), viewOf(after)),
      commandId: sealed.commandId,
      // What is recorded cannot be shown in parts: prices stand anywhere in it.
      data: sees.prices ? recorded.data : null,
      personal: sees.personal ? recorded.personal : null,
      prevHash: sealed.prevHash.toString('hex'),
      hash: sealed.hash.toString('hex'),
    };
  });
}

/** What is different in the later of two states of an order, for this reader. */
export const differenceView = (before: Order, after: Order, sees: Sees): readonly Change[] =>
  changesOf(seenOrder(before, sees), seenOrder(after, sees));

function seenSummary({ code, parameters }: EventSummary, { prices }: Sees): EventSummary {
  if (prices) return { code, parameters };
  const entries = Object.entries(parameters).map(([name, value]) => [name, typeof value === 'object' ? null : value]);
  return { code, parameters: Object.fromEntries(entries) as EventSummary['parameters'] };
}

/** `key:erp` is the key `erp`; a timer has no name. */
export function whoIs(actor: string): { readonly kind: string; readonly id: string | null } {
  const colon = actor.indexOf(':');
  return colon < 0 ? { kind: actor, id: null } : { kind: actor.slice(0, colon), id: actor.slice(colon + 1) };
}
