import type { PlacedLine, PlacedPayment, PlaceOrder } from '@docket/core/order/placing-commands';
import type { Address } from '@docket/core/order/order';
import {
  freightOf,
  goodsOf,
  type OlistBuyer,
  type OlistLine,
  type OlistPayment,
  type OlistRecord,
  shipByOf,
  totalOf,
  unnamedGoodsOf,
} from './record.js';

/** The source of the external id, and the channel of every order that is replayed. */
export const SOURCE = 'olist';

/** Prices of the files are cents, prices of Docket millionths of the major unit. */
const MICROS_OF_A_CENT = 10_000;

/**
 * The record as a live order, as it was when the buyer sent it. One order a record: the sellers stand on the lines, the
 * freight of all is the price of the one delivery. What Docket has no field for stands in the custom data.
 */
export function placementOf(record: OlistRecord): Omit<PlaceOrder, 'type'> {
  const address = addressOf(record.buyer);
  const goods = goodsOf(record);
  const freight = freightOf(record);
  const unnamed = unnamedGoodsOf(record);
  const shipBy = shipByOf(record);
  return {
    store: 'default',
    channel: SOURCE,
    workflow: 'complete',
    cancellationWindow: 0,
    currency: 'BRL',
    externalIds: { [SOURCE]: record.olistId },
    customerId: record.buyer.uniqueId,
    buyer: { locale: 'pt-BR' },
    billingAddress: address,
    lines: record.lines.map(lineOf),
    deliveries: [
      {
        id: '1',
        type: 'delivery',
        price: freight,
        address,
        ...(record.promisedAt === null ? {} : { promisedAt: record.promisedAt }),
        ...(shipBy === null ? {} : { shipBy }),
      },
    ],
    adjustments:
      record.lines.length === 0
        ? [{ id: '1', kind: 'items_unknown', name: 'Goods that the files do not name', amount: unnamed }]
        : [],
    payments: record.payments.map(paymentOf),
    total: totalOf(record),
    totals: { items: goods, discounts: 0, shipping: freight, tax: 0, adjustments: unnamed },
    custom: {
      originalStatus: record.status,
      purchasedAt: record.purchasedAt,
      approvedAt: record.approvedAt,
      handedToCarrierAt: record.carrierAt,
      deliveredAt: record.deliveredAt,
      promisedAt: record.promisedAt,
      customerCopy: record.buyer.copyId,
    },
  };
}

const addressOf = ({ city, state, zipPrefix }: OlistBuyer): Address => ({
  city,
  state,
  postalCode: zipPrefix,
  country: 'BR',
});

const lineOf = (line: OlistLine): PlacedLine => ({
  sku: line.productId,
  seller: line.sellerId,
  quantity: line.pieces,
  priceMicros: line.price * MICROS_OF_A_CENT,
  attachments: { freight: line.freight, shipBy: line.shipBy },
});

/** Some card rows have no instalment at all; a payment has at least one. */
const paymentOf = (payment: OlistPayment): PlacedPayment => ({
  id: String(payment.sequence),
  method: payment.type,
  amount: payment.value,
  installments: Math.max(payment.installments, 1),
});
