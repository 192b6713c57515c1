import type { Order } from '@docket/core/order/order';
import type { OrderListQuery } from '../read-models/order-list-query.js';
import { identifierOf } from '../read-models/tokenise.js';
import type { OrderScope } from './caller.js';
import type { Permission } from './permissions.js';
import type { Sight } from './sight.js';

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

/** A part of a query that needs a permission which the caller lacks, in the words of the read model. */
export interface HiddenPart {
  readonly field: 'email' | 'text' | 'sort' | 'totalFrom' | 'totalTo';
  readonly permission: Permission;
}

/**
 * What a query may not ask: what a caller may not see it must not find out by searching, filtering or sorting either. Null
 * where it asks nothing of that kind. Beginnings of words are refused with the names that they might begin.
 */
export function hiddenPart({ prices, personal }: Sight, query: OrderListQuery): HiddenPart | null {
  if (!personal && query.email !== undefined) return { field: 'email', permission: 'personal.view' };
  if (!personal && /\*(\s|$)/u.test(query.text ?? '')) return { field: 'text', permission: 'personal.view' };
  if (prices) return null;
  if (query.sort === 'total') return { field: 'sort', permission: 'prices.view' };
  for (const field of ['totalFrom', 'totalTo'] as const) {
    if (query[field] !== undefined) return { field, permission: 'prices.view' };
  }
  return null;
}

/** The query of who may not see people: words find whole numbers and codes, and nothing that a person is called. */
export const impersonal = (query: OrderListQuery): OrderListQuery =>
  query.text === undefined ? query : { ...query, codesOnly: true };

/**
 * Whether a caller of this scope may place into the store. It must see what it places, so one that sees the orders of a
 * seller or its own ones alone places none. Undefined: the order names no store, and goes to whichever the account says.
 */
export function mayPlaceInto({ stores, seller, assignee }: OrderScope, store: string | undefined): boolean {
  if (seller !== null || assignee !== null) return false;
  return stores === null || (store !== undefined && stores.includes(store));
}
