import type { LinePieces } from '@docket/core/order/items';
import type { Address, Order } from '@docket/core/order/order';
import type { Package } from '@docket/core/order/package';
import { packedIn } from '@docket/core/order/packing';
import type { Shipment } from '@docket/core/order/shipment';

/** What a paper is about: a package, a shipment, or the whole order. */
export interface Subject {
  readonly parcel?: Parcel;
  readonly shipment?: Shipment;
}

/** A package that left, or one that is packed and knows nothing of its way yet. */
type Parcel = Pick<Package, 'id' | 'items' | 'weight' | 'barcode' | 'carrier' | 'trackingNumber'> & {
  readonly sentAt?: string;
};

/** Null: the order has no such package or shipment. */
export function subjectOf(
  order: Order,
  { packageId, shipmentId }: { readonly packageId?: string; readonly shipmentId?: string },
): Subject | null {
  const { documents } = order;
  if (packageId !== undefined) {
    const parcel = Object.hasOwn(documents.package, packageId) ? documents.package[packageId] : undefined;
    if (parcel === undefined) return packedSubject(order, packageId);
    const shipment = documents.shipment[parcel.shipmentId ?? ''];
    return shipment === undefined ? { parcel } : { parcel, shipment };
  }
  if (shipmentId === undefined) return {};
  const shipment = Object.hasOwn(documents.shipment, shipmentId) ? documents.shipment[shipmentId] : undefined;
  return shipment === undefined ? null : { shipment };
}

function packedSubject(order: Order, packageId: string): Subject | null {
  const found = packedIn(order, packageId);
  if (found === null) return null;
  const { packageId: id, ...packed } = found.packed;
  return { shipment: found.shipment, parcel: { ...packed, id, carrier: null, trackingNumber: null } };
}

/** The pieces that the paper is about; of the whole order all that are not given up. */
export function piecesOf(order: Order, { parcel, shipment }: Subject): readonly LinePieces[] {
  if (parcel !== undefined) return parcel.items;
  if (shipment !== undefined) return shipment.items;
  return order.lines
    .map(({ id, quantity, cancelled }) => ({ lineId: id, quantity: quantity - cancelled }))
    .filter(({ quantity }) => quantity > 0);
}

/** Where it goes: its own address, else that of the delivery of its pieces. Null: nobody said, or the person is forgotten. */
export function addressOf(order: Order, subject: Subject): Address | null {
  const { shipment } = subject;
  if (shipment?.address != null) return shipment.address;
  const [first] = piecesOf(order, subject);
  const deliveryId = shipment?.deliveryId ?? order.lines.find(({ id }) => id === first?.lineId)?.deliveryId;
  const { deliveries } = order.head;
  return (deliveries.find(({ id }) => id === deliveryId) ?? deliveries[0])?.address ?? null;
}

/** As it is written on an envelope, line by line. */
export function addressLines(order: Order, address: Address | null): readonly string[] {
  if (address === null) return [];
  const { buyer } = order.head;
  const name = [buyer?.firstName, buyer?.lastName].filter(Boolean).join(' ');
  return [
    address.receiver ?? name,
    buyer?.company ?? '',
    [address.street, address.number].filter(Boolean).join(' '),
    address.complement ?? '',
    address.reference ?? '',
    [address.postalCode, address.city].filter(Boolean).join(' '),
    [address.neighbourhood, address.state].filter(Boolean).join(', '),
    address.country,
  ].filter((line) => line !== '');
}

export const orderName = ({ head }: Order): string => head.number ?? head.orderId;
