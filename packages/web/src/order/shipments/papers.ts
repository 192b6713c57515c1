import type { Order } from '../order-queries';

/** Papers are drawn by the server when they are asked for, in the language of the buyer. */
interface Part {
  readonly packageId?: string;
  readonly shipmentId?: string;
}

const ORDERS = '/api/v1/admin/orders';

export const slipAddress = ({ orderId }: Order, part: Part): string =>
  `${ORDERS}/${encodeURIComponent(orderId)}/packing-slip.pdf?${query(part)}`;

export const labelAddress = ({ orderId }: Order, part: Part): string =>
  `${ORDERS}/${encodeURIComponent(orderId)}/label.pdf?${query(part)}`;

export const pickListAddress = ({ orderId }: Order): string =>
  `/api/v1/admin/pick-list.pdf?${new URLSearchParams({ orderId }).toString()}`;

const query = (part: Part): string => new URLSearchParams({ ...part }).toString();
