import { type Change, changesOf, type JsonObject } from '@docket/core/order/changes-of';
import type { DocumentRef } from '@docket/core/order/document-kind';
import { changesOfDocument } from '@docket/core/order/document-tree';
import { summaryOf, summaryText } from '@docket/core/order/event-summary';
import type { Order } from '@docket/core/order/order';
import type { Sight } from '../../access/sight.js';
import type { ToldEvent } from '../../event-log/order-history.js';
import { mayBeTyped } from '../reason.js';
import { orderView } from './order-view.js';
import { withoutPrices } from './redacted.js';

/**
 * Events as the native API tells them: what was recorded, what that changed in the order, and one line for people. Hash and
 * the hash before chain them: a reader who keeps the last one notices a forged history. Of one document only what changed
 * in it is told.
 */
export function eventsView(events: readonly ToldEvent[], sight: Sight, document?: DocumentRef): readonly object[] {
  // What one event left is mostly what the next one found, and a view of 5,000 lines takes a millisecond.
  const views = new WeakMap<Order, JsonObject>();
  const viewOf = (order: Order): JsonObject => {
    const known = views.get(order) ?? comparedView(order, sight);
    views.set(order, known);
    return known;
  };
  return events.map(({ event: { recorded, sealed, seq }, before, after }) => {
    const whole = summaryOf(recorded, after.head.currency);
    const summary = sight.prices ? whole : withoutPrices(whole);
    const view = {
      version: recorded.version,
      seq,
      type: recorded.type,
      schema: sealed.schema,
      at: recorded.at,
      actor: recorded.actor,
      by: whoIs(recorded.actor),
      reason: sight.personal || !mayBeTyped(recorded.actor, recorded.reason) ? recorded.reason : null,
      summary: { text: summaryText(summary), ...summary },
      changes: before === null ? [] : ofDocument(changesOf(viewOf(before), viewOf(after)), document),
      commandId: sealed.commandId,
      // Prices stand anywhere in what is recorded.
      data: sight.prices ? recorded.data : null,
      personal: sight.personal ? recorded.personal : null,
      prevHash: sealed.prevHash.toString('hex'),
      hash: sealed.hash.toString('hex'),
    };
    return sight.prices ? view : withoutPrices(view);
  });
}

const ofDocument = (changes: readonly Change[], document: DocumentRef | undefined): readonly Change[] =>
  document === undefined ? changes : changesOfDocument(changes, document);

/** What is different in the later of two states of an order. */
export const differenceView = (before: Order, after: Order, sight: Sight): readonly Change[] =>
  changesOf(comparedView(before, sight), comparedView(after, sight));

/** The order as it is compared: what its reader sees of it, and nothing that it does not. */
const comparedView = (order: Order, sight: Sight): JsonObject => orderView(order, null, sight) as JsonObject;

/** `key:erp` is the key `erp`; a timer has no name. */
export function whoIs(actor: string): { readonly kind: string; readonly id: string | null } {
  const colon = actor.indexOf(':');
  return colon < 0 ? { kind: actor, id: null } : { kind: actor.slice(0, colon), id: actor.slice(colon + 1) };
}
