import type { Line, Order } from '@docket/core/order/order';
import { type Cents, pieceCents, rawValue, sellingPrices } from './money.js';
import { type Fields, objectsOf } from './reading.js';

/** The money of one line as VTEX tells it, in cents. */
export interface LinePrices {
  readonly price: Cents;
  readonly listPrice: Cents | null;
  readonly sellingPrice: Cents;
  /** After all discounts on goods. */
  readonly total: Cents;
}

export function linePrices(order: Order, line: Line): LinePrices {
  const total = line.money.net - line.money.share.discount;
  return {
    price: pieceCents(order, line, line.priceMicros),
    listPrice: line.listPriceMicros === null ? null : pieceCents(order, line, line.listPriceMicros),
    sellingPrice: Math.round(total / line.quantity),
    total,
  };
}

export const priceDefinition = ({ sellingPrice, total }: LinePrices, quantity: number): object => ({
  calculatedSellingPrice: sellingPrice,
  total,
  sellingPrices: sellingPrices(total, quantity),
  reason: null,
});

/** As they were sent; of an order placed elsewhere, one for each kind of discount and for the tax (vtex-oms §2.4). */
export function priceTags({ head }: Order, { id, money }: Line, carried: Fields): readonly object[] {
  const sent = objectsOf(carried, 'priceTags');
  if (sent.length > 0) return sent;
  const tags: object[] = [];
  const add = (name: string, value: Cents): void => {
    if (value !== 0)
      tags.push({ name, value, rawValue: rawValue(value, head.currency), isPercentual: false, identifier: null });
  };
  add(`discount@price-line#${id}`, 0 - money.discount);
  add('discount@price-order#order', 0 - money.share.discount);
  add(`tax@price-line#${id}`, money.share.tax);
  return tags;
}

/** Always in this order, and their sum is the value of the order (vtex-oms §2.3). */
export function orderTotals({ totals }: Order['head']): readonly object[] {
  const rows = [
    { id: 'Items', name: 'Items Total', value: totals.items },
    { id: 'Discounts', name: 'Discounts Total', value: totals.discounts },
    { id: 'Shipping', name: 'Shipping Total', value: totals.shipping },
    { id: 'Tax', name: 'Tax Total', value: totals.tax },
  ];
  if (totals.adjustments !== 0) rows.push({ id: 'ManualValues', name: 'Manual Values', value: totals.adjustments });
  return rows;
}

/** What rounding each piece by itself loses against the line (vtex-oms §2.2). */
export const roundingError = (order: Order): Cents =>
  order.lines.reduce(
    (left, line) => left - pieceCents(order, line, line.priceMicros) * line.quantity,
    order.head.totals.items,
  );
