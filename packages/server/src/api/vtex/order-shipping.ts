import { isAmount, sum } from '@docket/core/money/amount';
import type { Delivery, Line, Order } from '@docket/core/order/order';
import { withCarried } from './carried.js';
import { besides, type Form, orNothing, unsaid } from './document-form.js';
import { addressView, contacts } from './order-client.js';
import { field, type Fields, NOTHING, storedInteger, objectOf, objectsOf, storedText } from './reading.js';
import { documentTime, orNull } from './times.js';

/** How the order reaches its buyer (vtex-oms §2.7); one entry of `logisticsInfo` for each line, in their order. */
export function shippingData(order: Order, carried: Fields, form: Form): object {
  const sent = objectOf(carried, 'shippingData');
  const infos = objectsOf(sent, 'logisticsInfo');
  const addresses = order.head.deliveries.flatMap(({ address, type }) =>
    address === null ? [] : [addressView(address, sentAddress(sent), type === 'pickup' ? 'pickup' : 'residential')],
  );
  const selected = objectsOf(sent, 'selectedAddresses');
  const shares = freightShares(order, infos);
  const deliveries = new Map(order.head.deliveries.map((delivery) => [delivery.id, delivery]));
  return {
    trackingHints: null,
    availableAddresses: selected.length > 0 ? selected : addresses,
    ...sent,
    id: 'shippingData',
    address: addresses[0] ?? null,
    selectedAddresses: addresses,
    contactInformation: contacts(carried),
    logisticsInfo: order.lines.map((line, index) => {
      const sent = infos[index] ?? NOTHING;
      const own = logisticsInfo(
        order,
        { line, index, delivery: line.deliveryId === null ? undefined : deliveries.get(line.deliveryId) },
        sent,
        shares[index] ?? 0,
      );
      return form.part(UNSAID_OF_LOGISTICS, own, orNothing(besides(sent, INFO_KNOWN)));
    }),
  };
}

const sentAddress = (sent: Fields): Fields => {
  const address = objectOf(sent, 'address');
  return Object.keys(address).length > 0 ? address : (objectsOf(sent, 'selectedAddresses')[0] ?? {});
};

/** As they were sent, as long as they are the freight of the order; else as the core shares it out. */
function freightShares({ head, lines }: Order, infos: readonly Fields[]): readonly number[] {
  const sent = infos.map((info) => storedInteger(info, 'sellingPrice') ?? storedInteger(info, 'price') ?? 0);
  return sent.length === lines.length && sent.every(isAmount) && sum(sent) === head.totals.shipping
    ? sent
    : lines.map(({ money }) => money.share.shipping);
}

const UNSAID_OF_LOGISTICS = unsaid(() => ({
  lockTTL: null,
  shippingEstimate: null,
  slas: [],
  shipsTo: [],
  deliveryIds: [],
  deliveryChannels: [],
  deliveryCompany: null,
  deliveryWindow: null,
  polygonName: null,
  transitTime: null,
  versionId: null,
  entityId: null,
}));

interface Sent {
  readonly line: Line;
  readonly index: number;
  readonly delivery: Delivery | undefined;
}

function logisticsInfo(order: Order, { line, index, delivery }: Sent, sent: Fields, share: number): object {
  const channel = delivery?.type === 'pickup' ? 'pickup-in-point' : 'delivery';
  const store = {
    additionalInfo: null,
    address: null,
    dockId: null,
    friendlyName: null,
    isPickupStore: channel === 'pickup-in-point',
  };
  return {
    price: sent['price'] ?? share,
    listPrice: sent['listPrice'] ?? share,
    itemIndex: index,
    itemId: line.sku,
    selectedSla: storedText(sent, 'selectedSla') ?? delivery?.method ?? delivery?.id ?? null,
    // Schema and payloads name it differently (vtex-oms §10.2 row 5).
    selectedDeliveryChannel: channel,
    deliveryChannel: channel,
    addressId: storedText(sent, 'addressId') ?? (delivery?.address == null ? null : '1'),
    sellingPrice: share,
    shippingEstimateDate: promised(order, delivery) ?? field(sent, 'shippingEstimateDate') ?? null,
    pickupPointId: delivery?.pickupPoint ?? storedText(sent, 'pickupPointId'),
    pickupStoreInfo: withCarried(store, objectOf(sent, 'pickupStoreInfo'), STORE_KNOWN),
  };
}

/** Keys that are not simply given back as they came with the order. */
const INFO_KNOWN: ReadonlySet<string> = new Set([
  'price', 'listPrice', 'itemIndex', 'itemId', 'selectedSla', 'selectedDeliveryChannel', 'deliveryChannel', 'addressId', 'sellingPrice',
  'shippingEstimateDate', 'pickupPointId', 'pickupStoreInfo',
]); // prettier-ignore
const STORE_KNOWN: ReadonlySet<string> = new Set(['isPickupStore']);

/** Filled once the payment was approved (vtex-oms §2.7). */
const promised = ({ head }: Order, delivery: Delivery | undefined): string | null =>
  head.authorisedAt === null ? null : orNull(delivery?.promisedAt ?? null, documentTime);
