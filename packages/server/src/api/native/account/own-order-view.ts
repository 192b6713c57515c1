import { mayAskToCancel } from '@docket/core/order/allowed';
import { amountDue } from '@docket/core/order/ledger';
import type { Order } from '@docket/core/order/order';
import { paymentStatus, waits } from '@docket/core/order/payment';
import { REFUSALS } from '@docket/core/order/refusals';
import { packageStatus } from '@docket/core/order/package';
import { type Shipment, shipmentStatus } from '@docket/core/order/shipment';
import { paymentState, shippingState } from '@docket/core/order/states';
import { shopperStage } from '@docket/core/order/status-facts';
import { ownReturnView } from './own-return-view.js';
import type { ListedOrder } from '../../../read-models/order-list-queries.js';

/**
 * The order as its buyer sees it. Every field is named here, so that what is added to orders stays inside the house until
 * somebody shows it. Reasons are shown where the buyer gave them; what the house wrote about a cancellation is its own.
 */
export function ownOrderView(order: Order): object {
  const { head, lines, documents } = order;
  return {
    orderId: head.orderId,
    group: head.group,
    createdAt: head.createdAt,
    updatedAt: head.updatedAt,
    stage: shopperStage(order),
    paymentState: paymentState(order),
    shippingState: shippingState(order),
    currency: head.currency,
    total: head.totals.total,
    amountDue: amountDue(head.ledger),
    lines: lines.map((line) => ({
      id: line.id,
      sku: line.sku,
      name: line.name,
      ...(line.imageUrl === undefined ? {} : { imageUrl: line.imageUrl }),
      quantity: line.quantity,
      unitMultiplier: line.unitMultiplier,
      measurementUnit: line.measurementUnit,
      priceMicros: line.priceMicros,
      discountMicros: line.discountMicros,
      net: line.money.net,
      deliveryId: line.deliveryId,
      shipped: line.shipped,
      returned: line.returned,
      cancelled: line.cancelled,
    })),
    deliveries: head.deliveries.map(({ id, type, method, price, pickupPoint, promisedAt, shipBy, address }) => ({
      id,
      type,
      method,
      price,
      pickupPoint,
      promisedAt,
      shipBy,
      address,
    })),
    discounts: head.discounts.map(named),
    adjustments: head.adjustments.map(named),
    totals: head.totals,
    payments: Object.values(documents.payment).map((payment) => ({
      method: payment.method,
      amount: payment.amount,
      status: paymentStatus(payment),
      brand: payment.brand,
      lastDigits: payment.lastDigits,
      installments: payment.installments,
      refunded: payment.refunded,
      dueAt: payment.dueAt,
      payUrl: waits(payment) && head.cancellation === null ? pageAt(payment.link) : null,
    })),
    invoices: Object.values(documents.invoice).map(paper),
    returnInvoices: Object.values(documents.return_invoice).map(paper),
    returns: Object.values(documents.return).map(ownReturnView),
    exchangedOrderId: head.exchangeOf?.orderId ?? null,
    shipments: Object.values(documents.shipment)
      .filter(({ cancelledAt }) => cancelledAt === null)
      .map(shipmentView),
    packages: Object.values(documents.package).map((parcel) => ({
      id: parcel.id,
      shipment: documents.shipment[parcel.shipmentId ?? '']?.number ?? null,
      status: packageStatus(parcel),
      items: parcel.items,
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      trackingUrl: parcel.trackingUrl,
      sentAt: parcel.sentAt,
      deliveredAt: parcel.deliveredAt,
      tracking: parcel.tracking.map(({ at, city, state, description }) => ({ at, city, state, description })),
    })),
    buyer: head.buyer,
    billingAddress: head.billingAddress,
    cancelledAt: head.cancellation?.at ?? null,
    cancellationRequests: head.cancellationRequests.map(({ at, by, outcome, answeredAt, reason }) => ({
      at,
      outcome,
      answeredAt,
      reason: by === 'buyer' ? reason : null,
    })),
    mayCancel: mayCancelView(order),
  };
}

const shipmentView = (shipment: Shipment): object => ({
  number: shipment.number,
  status: shipmentStatus(shipment),
  items: shipment.items.map(({ lineId, quantity }) => ({ lineId, quantity })),
  method: shipment.method,
  carrier: shipment.carrier,
  pickupPoint: shipment.pickupPoint,
  shipBy: shipment.shipBy,
  promisedAt: shipment.promisedAt,
  deliverOn: shipment.deliverOn,
  address: shipment.address,
});

/** A page that a browser opens, and nothing that it would run. */
const pageAt = (link: string | null): string | null => (link !== null && /^https?:\/\//.test(link) ? link : null);

const named = ({ name, amount }: { name: string; amount: number }): object => ({ name, amount });

const paper = ({
  number,
  value,
  issuedAt,
  url,
}: {
  number: string;
  value: number;
  issuedAt: string;
  url: string | null;
}): object => ({ number, value, issuedAt, url });

function mayCancelView(order: Order): object {
  const refusal = mayAskToCancel(order, 'shopper');
  if (refusal === null) return { possible: true, refused: null, meaning: null };
  return { possible: false, refused: refusal.refused, meaning: REFUSALS[refusal.refused].meaning };
}

export const ownOrderRow = (row: ListedOrder): object => ({
  orderId: row.order_id,
  group: row.order_group,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  stage: row.stage,
  paymentState: row.payment_state,
  shippingState: row.shipping_state,
  currency: row.currency,
  total: row.total,
  amountDue: row.due_amount,
  pieces: row.pieces,
});
