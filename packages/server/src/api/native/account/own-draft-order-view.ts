import { missingParts } from '@docket/core/draft-order/draft-order';
import { lineId } from '@docket/core/order/placed-lines';
import type { SeenDraftOrder } from '../../../draft-orders/visit-draft-order.js';
import { forecastLines, problemForBuyers } from '../draft-order-view.js';

/**
 * A draft order as its buyer sees it. Every field is named here, so that what staff write for the house stays there. Where it
 * cannot be ordered as it stands, its lines are shown without prices, beside what stands against it.
 */
export function ownDraftOrderView({ draft, forecast, shop }: SeenDraftOrder): object {
  const { content, orderId } = draft;
  const order = forecast?.order ?? null;
  const lines = forecast === null || order === null ? [] : forecastLines(forecast);
  return {
    shop,
    state: draft.state,
    revision: draft.revision,
    currency: draft.currency,
    expiresAt: draft.expiresAt,
    message: content?.message ?? null,
    lines:
      order === null
        ? (content?.lines ?? []).map(({ sku, name, quantity, ...line }, index) => ({
            id: lineId({ sku, quantity, ...line }, index),
            sku,
            name: name ?? sku,
            imageUrl: null,
            quantity,
            priceMicros: null,
            discountMicros: null,
            total: null,
            gift: false,
          }))
        : lines.map(({ id, sku, name, imageUrl, quantity, priceMicros, discountMicros, total, gift }) => ({
            id,
            sku,
            name,
            imageUrl,
            quantity,
            priceMicros,
            discountMicros,
            total,
            gift,
          })),
    deliveries:
      order === null
        ? (content?.deliveries ?? []).map(({ type, method, pickupPoint, address }) => ({
            type,
            method: method ?? null,
            price: null,
            pickupPoint: pickupPoint ?? null,
            address: address ?? null,
          }))
        : order.head.deliveries.map(({ type, method, price, pickupPoint, address }) => ({
            type,
            method,
            price,
            pickupPoint,
            address,
          })),
    discounts: (order?.head.discounts ?? []).map(({ name, amount }) => ({ name, amount })),
    totals: order?.head.totals ?? null,
    problems: [...(forecast?.refusal ? [forecast.refusal] : []), ...(forecast?.warnings ?? [])].map(problemForBuyers),
    missing: content === null || orderId !== null ? [] : missingParts(content),
    payment:
      content?.payment === undefined
        ? null
        : {
            method: content.payment.method,
            page: content.payment.provider !== undefined,
            instructions: content.payment.instructions ?? null,
          },
    orderId,
  };
}
