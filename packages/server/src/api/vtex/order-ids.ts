import { hash } from 'node:crypto';
import type { Order } from '@docket/core/order/order';
import type { Caller } from '../../access/caller.js';
import { isListProblem } from '../../read-models/order-list-query.js';
import type { OrderAccess } from '../order-access.js';
import { VTEX } from './carried.js';
import { isLookedUp } from './reading.js';

/**
 * What VTEX calls the order. One that a marketplace pushed has the affiliate's letters before the marketplace's number
 * (vtex-oms §2.1); it is kept as an external id, unique in the account.
 */
export const vtexOrderId = ({ head }: Pick<Order, 'head'>): string => head.externalIds[VTEX] ?? head.orderId;

/** 32 characters of hex that are always the same for the same thing (vtex-oms §2.1 on line and payment ids). */
export const stableHex = (...parts: readonly string[]): string => hash('sha256', parts.join('\n'), 'hex').slice(0, 32);

/** The id of a cancellation request: 32 lower hex (vtex-oms §2.1). */
export const requestIdOf = (order: Order, request: string): string => stableHex(order.head.orderId, 'request', request);

/**
 * The order of a path: by its id, by the id that a marketplace gave it, or by `seq` and its sequence (vtex-oms §1.1 row 1).
 * Null where the caller has none.
 */
export async function findOrder(orders: OrderAccess, caller: Caller, id: string): Promise<Order | null> {
  if (!isLookedUp(id)) return null;
  const sequence = /^seq(\d{1,15})$/i.exec(id)?.[1];
  if (sequence === undefined) {
    const found = await orders.load(caller, id);
    if (found !== null) return found;
  }
  const page = await orders.list(caller, {
    ...(sequence === undefined ? { externalId: { source: VTEX, ids: [id] } } : { sequence: [sequence] }),
    complete: 'any',
    deleted: 'any',
    limit: 1,
  });
  const [row] = isListProblem(page) ? [] : page.orders;
  return row === undefined ? null : orders.load(caller, row.order_id);
}

/** A checkout of more orders than this has never been seen; the group is one answer. */
const MOST_IN_GROUP = 100;

/** The orders of a group in their order, incomplete ones too; none where the caller has no such group. */
export async function groupOf(orders: OrderAccess, caller: Caller, group: string): Promise<readonly Order[]> {
  if (!isLookedUp(group)) return [];
  const page = await orders.list(caller, { group: [group], complete: 'any', limit: MOST_IN_GROUP });
  if (isListProblem(page)) return [];
  const found = await orders.loadMany(
    caller,
    page.orders.map(({ order_id }) => order_id),
  );
  return [...found].sort((a, b) => a.head.position - b.head.position);
}
