import type { Order } from '@docket/core/order/order';
import { statusLabel, vtexStatusOf } from '@docket/core/order/status';
import { statusFacts } from '@docket/core/order/status-facts';
import { carriedBy } from './carried.js';
import { AS_OBJECTS, type Form } from './document-form.js';
import { allowsCancellation, cancellationData, cancellationRequests } from './order-cancellation.js';
import { clientPreferences, clientProfile, invoiceData, storePreferences } from './order-client.js';
import { stableHex, vtexOrderId } from './order-ids.js';
import { itemMetadata, orderItems, sellersOf } from './order-items.js';
import { orderTotals, roundingError } from './order-money.js';
import { packageAttachment } from './order-packages.js';
import { merchantNameOf, paymentData } from './order-payment.js';
import { shippingData } from './order-shipping.js';
import { field, type Fields, listOf, storedText } from './reading.js';
import { documentTime, orNull } from './times.js';

/** The status in VTEX words; null while no workflow runs (vtex-oms §10.2 row 42). */
export const vtexStatus = (order: Order): string | null => vtexStatusOf(order.head.instances, statusFacts(order));

/**
 * The order as `GET /api/oms/pvt/orders/{orderId}` gives it: all root keys always, in their usual order, null or `[]` where
 * there is nothing (vtex-oms §2.2, §2.11). What Docket knows is told from the order as it is; the rest is given back as it
 * came with the placement.
 */
export function orderDocument(order: Order, form: Form = AS_OBJECTS): object {
  const { head } = order;
  const carried = carriedBy(order);
  const orderId = vtexOrderId(order);
  const status = vtexStatus(order);
  const sold = head.origin === 'Marketplace';
  const marketplace = head.links.find(({ role }) => role === 'marketplace');
  const seller = head.links.find(({ role }) => role === 'seller');
  return {
    orderId,
    sequence: String(head.sequence),
    // Empty, not null, in an order of our own (vtex-oms §10.2 row 27).
    marketplaceOrderId: marketplace?.orderId ?? storedText(carried, 'marketplaceOrderId') ?? '',
    marketplaceServicesEndpoint: storedText(carried, 'marketplaceServicesEndpoint'),
    sellerOrderId: seller?.orderId ?? (sold ? `00-${orderId}` : orderId),
    origin: head.origin,
    affiliateId: affiliateOf(carried),
    salesChannel: salesChannelOf(order, carried),
    merchantName: sold ? merchantNameOf(order) : null,
    status,
    workflowIsInError: false,
    statusDescription: status === null ? '' : statusLabel(status, order.published),
    value: head.totals.total,
    creationDate: documentTime(head.createdAt),
    lastChange: documentTime(head.updatedAt),
    orderGroup: head.group,
    totals: orderTotals(head),
    items: orderItems(order, form),
    marketplaceItems: [],
    clientProfileData: clientProfile(order, carried),
    giftRegistryData: attached(carried, 'giftRegistryData'),
    marketingData: marketingData(carried),
    ratesAndBenefitsData: attached(carried, 'ratesAndBenefitsData') ?? {
      id: 'ratesAndBenefitsData',
      rateAndBenefitsIdentifiers: [],
    },
    shippingData: shippingData(order, carried, form),
    paymentData: paymentData(order, carried),
    packageAttachment: packageAttachment(order),
    sellers: sellersOf(order),
    callCenterOperatorData: attached(carried, 'callCenterOperatorData'),
    followUpEmail: storedText(carried, 'followUpEmail'),
    lastMessage: null,
    hostname: head.account,
    invoiceData: invoiceData(order, carried),
    changesAttachment: null,
    openTextField: openText(carried),
    roundingError: roundingError(order),
    orderFormId: sold ? (storedText(carried, 'orderFormId') ?? stableHex(head.account, 'cart', head.group)) : null,
    commercialConditionData: attached(carried, 'commercialConditionData'),
    isCompleted: head.complete,
    customData: attached(carried, 'customData'),
    storePreferencesData: storePreferences(order, carried),
    allowCancellation: allowsCancellation(order),
    // Only while a buyer may replace the order, which Docket does not offer yet (vtex-oms §10.2 row 43).
    allowEdition: false,
    isCheckedIn: field(carried, 'isCheckedIn') === true,
    marketplace: attached(carried, 'marketplace'),
    authorizedDate: orNull(head.authorisedAt, documentTime),
    invoicedDate: orNull(head.invoicedAt, documentTime),
    cancelReason: head.cancellation?.reason ?? null,
    itemMetadata: itemMetadata(order),
    subscriptionData: attached(carried, 'subscriptionData'),
    taxData: attached(carried, 'taxData'),
    checkedInPickupPointId: storedText(carried, 'checkedInPickupPointId'),
    cancellationData: cancellationData(order),
    cancellationRequests: cancellationRequests(order),
    clientPreferencesData: clientPreferences(order, carried),
    authorizationPolicyData: listOf(field(carried, 'authorizationPolicyData')),
    merchantContextData: attached(carried, 'merchantContextData'),
  };
}

export const affiliateOf = (carried: Fields): string => storedText(carried, 'affiliateId') ?? '';

/** The sales channel that the order came with; else that of Docket. */
export const salesChannelOf = ({ head }: Order, carried: Fields): string =>
  storedText(carried, 'salesChannel') ?? head.channel;

/** A part that Docket only carries, or null. */
const attached = (carried: Fields, name: string): unknown => field(carried, name) ?? null;

/** In an order an object, where it is placed a plain text (vtex-oms §2.5). */
function openText(carried: Fields): object | null {
  const sent = field(carried, 'openTextField');
  if (typeof sent === 'string') return { value: sent };
  return typeof sent === 'object' ? sent : null;
}

/** It is sent with `utmiPage` and read with `utmipage` (vtex-oms §2.5). */
function marketingData(carried: Fields): object | null {
  const sent = field(carried, 'marketingData');
  if (typeof sent !== 'object' || sent === null) return null;
  const { utmiPage, ...others } = sent as Record<string, unknown>;
  return {
    utmSource: null,
    utmMedium: null,
    utmCampaign: null,
    utmPartner: null,
    coupon: null,
    utmiCampaign: null,
    utmipage: utmiPage ?? null,
    utmiPart: null,
    marketingTags: [],
    ...others,
    id: 'marketingData',
  };
}
