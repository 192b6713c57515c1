import type { RequestOf } from '@docket/sdk';

export type Delivery = NonNullable<RequestOf<'addDraftOrder'>['body']['deliveries']>[number];
type Address = NonNullable<Delivery['address']>;

export interface TypedAddress {
  readonly receiver: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export const NO_ADDRESS: TypedAddress = { receiver: '', street: '', postalCode: '', city: '', country: '' };

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
    address: typedAddress(delivery.address),
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

export const typedAddress = (address: Address | undefined): TypedAddress | null =>
  address === undefined ? null : { ...NO_ADDRESS, ...address };

/** What was typed, and of the address as it was what the desk does not show; what it shows and was emptied is gone. */
export function addressOf({ country, ...parts }: TypedAddress, had: Address | undefined): Address {
  const notShown = Object.entries(had ?? {}).filter(([part]) => !(part in NO_ADDRESS));
  const shown = Object.entries(parts).filter(([, value]) => value.trim() !== '');
  return { ...Object.fromEntries([...notShown, ...shown]), country: country.trim().toUpperCase() };
}
