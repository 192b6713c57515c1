import type { OwnOrder } from './order-source';

type Address = NonNullable<OwnOrder['deliveries'][number]['address']>;

/** An address as it stands on an envelope; what is not known leaves no gap. */
export function addressLines({
  receiver,
  street,
  number,
  complement,
  postalCode,
  city,
  state,
  country,
}: Address): string[] {
  const words = (...parts: readonly (string | null | undefined)[]): string =>
    parts.filter((part) => part != null && part !== '').join(' ');
  return [
    words(receiver),
    words(street, number),
    words(complement),
    words(postalCode, city, state),
    words(country),
  ].filter((line) => line !== '');
}
