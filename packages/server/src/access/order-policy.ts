import type { Order } from '@docket/core/order/order';
import type { OrderListQuery } from '../read-models/order-list-query.js';
import { identifierOf } from '../read-models/tokenise.js';
import type { OrderScope } from './caller.js';

/**
 * The one policy on orders. What `orderVisible` says of an order, `narrowed` says of a list; a test compares the two on
 * the same orders. A seller is told by its name as the list compares it: without case and accents.
 */

/** Whether the order exists for a caller of this scope. */
export function orderVisible({ stores, seller, assignee }: OrderScope, { head, lines }: Order): boolean {
  if (stores !== null && !stores.includes(head.store)) return false;
  if (assignee !== null && head.assignee !== assignee) return false;
  if (seller === null) return true;
  const wanted = identifierOf(seller);
  return lines.some((line) => line.seller !== null && identifierOf(line.seller) === wanted);
}

/** The query as far as the scope reaches: what the caller asked for can only take away from it. */
export function narrowed({ stores, seller, assignee }: OrderScope, query: OrderListQuery): OrderListQuery {
  const asked = query.store;
  // Counts by store stay those of the rollups.
  const inStores =
    stores === null
      ? query
      : { ...query, store: asked === undefined ? stores : asked.filter((store) => stores.includes(store)) };
  return seller === null && assignee === null ? inStores : { ...inStores, within: { seller, assignee } };
}

/**
 * Whether a caller of this scope may place into the store. It must see what it places, so one that sees the orders of a
 * seller or its own ones alone places none. Undefined: the order names no store, and goes to whichever the account says.
 */
export function mayPlaceInto({ stores, seller, assignee }: OrderScope, store: string | undefined): boolean {
  if (seller !== null || assignee !== null) return false;
  return stores === null || (store !== undefined && stores.includes(store));
}
