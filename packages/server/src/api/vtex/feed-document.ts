import { openToShip, type Order } from '@docket/core/order/order';
import { paymentState, shippingState } from '@docket/core/order/states';
import { vtexStatusOf } from '@docket/core/order/status';
import { factsFrom } from '@docket/core/order/status-facts';

/**
 * What expressions of the VTEX dialect read of an order (vtex-oms §2.10, §5.2): the fields that filters are documented to
 * use, under their names there. Amounts are cents.
 */
export function feedDocument(order: Order): object {
  const { head, lines, documents } = order;
  const status = vtexStatusOf(head.instances, factsFrom(order, paymentState(order), shippingState(order)));
  const packages = Object.values(documents.package);
  return {
    orderId: head.orderId,
    sequence: String(head.sequence),
    origin: head.origin,
    status,
    value: head.totals.total,
    salesChannel: head.channel,
    creationDate: head.createdAt,
    lastChange: head.updatedAt,
    orderGroup: head.group,
    marketplaceOrderId: Object.values(head.externalIds)[0] ?? '',
    isCompleted: head.complete,
    // Advertised at the root, though the document has it elsewhere (§5.2).
    finished: packages.length > 0 && packages.every(({ deliveredAt }) => deliveredAt !== null) && noneLeft(order),
    clientProfileData: {
      email: head.buyer?.email ?? null,
      firstName: head.buyer?.firstName ?? null,
      lastName: head.buyer?.lastName ?? null,
      document: head.buyer?.document ?? null,
      isCorporate: head.buyer?.company != null,
    },
    items: lines.map((line) => ({
      id: line.sku,
      uniqueId: line.id,
      name: line.name,
      quantity: line.quantity,
      seller: line.seller ?? '1',
      ean: line.gtin,
    })),
    sellers: [...new Set(lines.map(({ seller }) => seller ?? '1'))].map((id) => ({ id, name: id })),
    packageAttachment: {
      packages: packages.map(({ carrier, trackingNumber, invoiceNumber }) => ({
        courier: carrier,
        trackingNumber,
        invoiceNumber,
      })),
    },
    changesAttachment: null,
  };
}

const noneLeft = ({ lines }: Order): boolean => lines.every((line) => openToShip(line) === 0);
