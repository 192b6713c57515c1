import type { Address } from '../order/order.js';
import type { DiscountTax } from './line-tax.js';
import type { TaxAddress, TaxProviderName } from './tax-provider.js';

/** How a store charges tax. Absent for a store: it charges none of its own, and takes what senders give. */
export interface StoreTax {
  readonly provider: TaxProviderName;
  /** True: an order whose sender says nothing of tax is taxed. */
  readonly taxesOrders: boolean;
  readonly discounts: DiscountTax;
  /** Where goods leave from, and where they are sold that nobody takes anywhere. */
  readonly shipFrom: TaxAddress | null;
  /** The category of what a delivery costs; null: shipping bears no tax. */
  readonly shippingCategory: string | null;
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** As much of an address of an order as decides a tax. */
export const taxAddressOf = (address: Address): TaxAddress => ({
  country: address.country,
  region: orNull(address.state),
  postalCode: orNull(address.postalCode),
  city: orNull(address.city),
  street: orNull([address.street, address.number].filter((part) => part !== undefined && part !== '').join(' ')),
});
