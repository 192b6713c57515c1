import type { TaxAddress, TaxBasket, TaxItem } from './tax-provider.js';
import type { TaxRate } from './tax-rates.js';

export const AT = '2026-03-02T10:00:00.000Z';

export const place = (country: string, region: string | null = null): TaxAddress => ({
  country,
  region,
  postalCode: null,
  city: null,
  street: null,
});

export const rate = (taxRate: string, given: Partial<TaxRate> = {}): TaxRate => ({
  taxRate,
  name: taxRate,
  country: null,
  region: null,
  category: 'standard',
  rateMillionths: 190_000,
  validFrom: null,
  validUntil: null,
  ...given,
});

export const item = (id: string, amount: number, given: Partial<TaxItem> = {}): TaxItem => ({
  kind: 'line',
  id,
  name: id,
  sku: id,
  quantity: 1,
  category: 'standard',
  amount,
  to: place('DE'),
  ...given,
});

export const basket = (items: readonly TaxItem[], given: Partial<TaxBasket> = {}): TaxBasket => ({
  account: 'default',
  store: 'default',
  currency: 'EUR',
  rounding: 'half_up',
  at: AT,
  customerId: null,
  exemption: null,
  from: null,
  items,
  ...given,
});
