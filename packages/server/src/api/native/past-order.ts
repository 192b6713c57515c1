import type { Order } from '@docket/core/order/order';
import { Type } from 'typebox';
import type { OrderHistory } from '../../event-log/order-history.js';
import { RequestProblem } from '../problem.js';
import { instant } from './schemas/fields.js';

/** Which version of an order is asked for; the present one where neither is there. */
export interface AsOfQuery {
  readonly version?: number;
  readonly at?: string;
}

export const versionNumber = (description: string) => Type.Integer({ minimum: 1, maximum: 1_000_000_000, description });

export const AS_OF = {
  version: Type.Optional(versionNumber('The order as this version left it.')),
  at: Type.Optional(instant('The order as it was at this moment.')),
};

/** An order of the past, or the present one: then `isPast` is false. */
export interface OrderThen {
  readonly order: Order;
  readonly isPast: boolean;
}

/** The order as the query asks for it. Throws version_not_found, and field_invalid where it asks twice. */
export async function orderThen(history: OrderHistory, present: Order, { version, at }: AsOfQuery): Promise<OrderThen> {
  if (version !== undefined && at !== undefined) {
    const detail = 'Ask for a version or for a moment, not for both.';
    throw new RequestProblem('field_invalid', { in: 'query', pointer: '/at', detail });
  }
  const wanted = at === undefined ? version : await history.versionAt(present, at);
  if (wanted === undefined) return { order: present, isPast: false };
  return { order: await versionOf(history, present, wanted, at === undefined ? '/version' : '/at'), isPast: true };
}

/** The order at one of its versions. Throws version_not_found. */
export async function versionOf(
  history: OrderHistory,
  present: Order,
  version: number,
  pointer: string,
): Promise<Order> {
  const order = await history.asOf(present, version);
  if (order !== null) return order;
  const details = { version: present.head.version, placedAt: present.head.createdAt };
  throw new RequestProblem('version_not_found', { in: 'query', pointer, details });
}
