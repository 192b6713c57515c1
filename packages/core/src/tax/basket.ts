import type { Currency } from '../money/currency.js';
import type { Rounding } from '../money/rounding.js';
import type { Address, Instant } from '../order/order.js';
import type { Adjustment, LineMoney } from '../order/totals.js';
import { STANDARD, taxedAmount } from './line-tax.js';
import { type StoreTax, taxAddressOf } from './store-tax.js';
import type { TaxAddress, TaxBasket, TaxItem } from './tax-provider.js';

/** What a tax is asked for: an order that is placed, one that is edited, or a basket that is quoted. */
export interface Taxable {
  readonly account: string;
  readonly store: string;
  readonly currency: Currency;
  readonly rounding: Rounding;
  readonly at: Instant;
  readonly customerId: string | null;
  readonly exemption: string | null;
  readonly lines: readonly TaxableLine[];
  readonly deliveries: readonly TaxableDelivery[];
  readonly adjustments: readonly Adjustment[];
}

export interface TaxableLine {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly deliveryId: string | null;
  readonly money: Pick<LineMoney, 'net'> & { readonly share: Pick<LineMoney['share'], 'discount'> };
  /** Null: `standard`. */
  readonly category: string | null;
}

export interface TaxableDelivery {
  readonly id: string;
  readonly type?: 'delivery' | 'pickup';
  readonly method: string | null;
  readonly price: number;
  readonly address?: Address | null;
}

/** What a provider is asked. What nobody brings anywhere is sold where the store's goods leave from. */
export function taxBasket(sold: Taxable, tax: StoreTax): TaxBasket {
  const to = new Map(sold.deliveries.map((delivery) => [delivery.id, destination(delivery)]));
  const { account, store, currency, rounding, at, customerId, exemption } = sold;
  return {
    account,
    store,
    currency,
    rounding,
    at,
    customerId,
    exemption,
    from: tax.shipFrom,
    items: [
      ...sold.lines.map(({ id, sku, name, quantity, deliveryId, money, category }): TaxItem => ({
        kind: 'line',
        id,
        name,
        sku,
        quantity,
        category: category ?? STANDARD,
        amount: taxedAmount(money, tax.discounts),
        to: (deliveryId === null ? null : to.get(deliveryId)) ?? tax.shipFrom,
      })),
      ...sold.deliveries.map(({ id, method, price }): TaxItem => ({
        kind: 'shipping',
        id,
        name: method ?? 'shipping',
        sku: null,
        quantity: 1,
        category: tax.shippingCategory,
        amount: price,
        to: to.get(id) ?? tax.shipFrom,
      })),
      ...sold.adjustments.map(({ id, name, amount }): TaxItem => ({
        kind: 'adjustment',
        id,
        name,
        sku: null,
        quantity: 1,
        category: null,
        amount,
        to: tax.shipFrom,
      })),
    ],
  };
}

/** Where a delivery goes, as far as it decides a tax; null: nobody takes it anywhere. */
export const destination = ({ type, address }: TaxableDelivery): TaxAddress | null =>
  type === 'pickup' || address === undefined || address === null ? null : taxAddressOf(address);
