import type { Facts } from './decision.js';
import type { Address } from './order.js';

/**
 * Where a parcel goes that is picked up: the address of its point, with the name of the point. It is written with what
 * names the point, so that it stays readable when the point has moved. Null: the account does not know the point, or where.
 */
export function pickupAddress(
  code: string | null | undefined,
  { pickupPoints }: Pick<Facts, 'pickupPoints'>,
): Address | null {
  if (code == null || pickupPoints === undefined) return null;
  const point = pickupPoints.find((each) => each.code === code);
  return point?.address == null ? null : { ...point.address, reference: point.name };
}
