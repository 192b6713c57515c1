import type { Json, JsonObject } from '@docket/core/order/changes-of';
import { redact } from '@docket/core/order/evolve';
import { formatOf } from '@docket/core/order/field-labels';
import type { Order } from '@docket/core/order/order';
import type { Caller } from '../../access/caller.js';
import { permits } from '../../access/permissions.js';
import { orderView } from './order-view.js';

/** What somebody who may view orders sees of them beside the rest. */
export interface Sees {
  readonly personal: boolean;
  readonly prices: boolean;
}

export const seesOf = ({ permissions }: Pick<Caller, 'permissions'>): Sees => ({
  personal: permits(permissions, 'personal.view'),
  prices: permits(permissions, 'prices.view'),
});

/** An order of the past as such a reader sees it, null where it may not: comparing two tells it no more either. */
export function seenOrder(order: Order, sees: Sees): JsonObject {
  const view = orderView(sees.personal ? order : withoutPerson(order), null) as JsonObject;
  return sees.prices ? view : (withoutPrices(view, '') as JsonObject);
}

/** What forgetting leaves of the order, which is not forgotten for that. */
function withoutPerson(order: Order): Order {
  const redacted = redact(order);
  return { ...redacted, head: { ...redacted.head, forgotten: order.head.forgotten } };
}

function withoutPrices(value: Json, field: string): Json {
  if (Array.isArray(value)) return value.map((member: Json) => withoutPrices(member, field));
  if (typeof value !== 'object' || value === null) {
    const format = typeof value === 'number' ? formatOf(field) : 'plain';
    return format === 'amount' || format === 'unit_price' ? null : value;
  }
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, inner]) => [
      name,
      withoutPrices(inner ?? null, field === '' ? name : `${field}.${name}`),
    ]),
  );
}
