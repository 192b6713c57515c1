import type { Order } from '@docket/core/order/order';
import { statusLabel } from '@docket/core/order/status';
import { carriedBy } from './carried.js';
import { affiliateOf, salesChannelOf, vtexStatus } from './order-document.js';
import { vtexOrderId } from './order-ids.js';
import { paymentNames } from './order-payment.js';
import { objectOf, storedText } from './reading.js';
import { listTime, orNull } from './times.js';

/** One order in the list: every key always, texts that the published schema asks for never null (vtex-oms §1.2, §1.5). */
export function listRow(order: Order): object {
  const { head } = order;
  const carried = carriedBy(order);
  const status = vtexStatus(order);
  const promised = head.deliveries.flatMap(({ promisedAt }) => promisedAt ?? []).sort();
  const name = [head.buyer?.firstName, head.buyer?.lastName].filter((part) => part != null && part !== '');
  const gifts = objectOf(carried, 'giftRegistryData');
  return {
    orderId: vtexOrderId(order),
    creationDate: listTime(head.createdAt),
    clientName: name.join(' '),
    // Null since 2018, whatever the schema says (vtex-oms §10.2 row 26).
    items: null,
    totalValue: head.totals.total,
    paymentNames: paymentNames(order),
    status,
    statusDescription: status === null ? '' : statusLabel(status, order.published),
    // Null here where the document says '' (vtex-oms §10.2 row 27).
    marketPlaceOrderId: storedText(carried, 'marketplaceOrderId'),
    sequence: String(head.sequence),
    salesChannel: salesChannelOf(order, carried),
    affiliateId: affiliateOf(carried),
    origin: head.origin,
    workflowInErrorState: false,
    workflowInRetry: false,
    lastMessageUnread: null,
    ShippingEstimatedDate: null,
    ShippingEstimatedDateMax: orNull(promised.at(-1) ?? null, listTime),
    ShippingEstimatedDateMin: orNull(promised[0] ?? null, listTime),
    orderIsComplete: head.complete,
    listId: storedText(gifts, 'giftRegistryId'),
    listType: storedText(gifts, 'giftRegistryType'),
    authorizedDate: orNull(head.authorisedAt, listTime),
    callCenterOperatorName: storedText(objectOf(carried, 'callCenterOperatorData'), 'userName'),
    totalItems: order.lines.reduce((pieces, { quantity }) => pieces + quantity, 0),
    currencyCode: head.currency,
  };
}
