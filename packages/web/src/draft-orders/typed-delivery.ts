import type { RequestOf } from '@docket/sdk';
import { addressOf, type TypedAddress, typedAddress } from '../parts/typed-address.js';

export type Delivery = NonNullable<RequestOf<'addDraftOrder'>['body']['deliveries']>[number];

/** A delivery while it is typed; lines name it by its id. */
export interface TypedDelivery {
  readonly id: string;
  readonly type: Delivery['type'];
  readonly method: string | null;
  readonly price: number | null;
  /** Null: its buyer says where it goes. */
  readonly address: TypedAddress | null;
  /** As it was, with what the desk does not show; null: a new one. */
  readonly before: Delivery | null;
}

/** One more, under an id of its own. */
export function addedDelivery(deliveries: readonly TypedDelivery[]): TypedDelivery {
  let number = deliveries.length + 1;
  while (deliveries.some(({ id }) => id === String(number))) number += 1;
  return { id: String(number), type: 'delivery', method: null, price: null, address: null, before: null };
}

export const typedDeliveries = (deliveries: readonly Delivery[]): readonly TypedDelivery[] =>
  deliveries.map((delivery, index) => ({
    // As a placement counts them where nobody named them.
    id: delivery.id ?? String(index + 1),
    type: delivery.type,
    method: delivery.method ?? null,
    price: delivery.price ?? null,
    address: delivery.address === undefined ? null : typedAddress(delivery.address),
    before: delivery,
  }));

export function deliveryOf({ id, type, method, price, address, before }: TypedDelivery): Delivery {
  const { address: had, method: _method, price: _price, ...kept } = before ?? {};
  return {
    ...kept,
    id,
    type,
    ...(method === null ? {} : { method }),
    ...(price === null ? {} : { price }),
    ...(address === null ? {} : { address: addressOf(address, had) }),
  };
}
