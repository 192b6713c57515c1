import type { PlaceOrder } from '@docket/core/order/commands';
import type { Product } from '../catalogue/products.js';
import type { CustomerData } from '../customers/customers.js';
import type { Channel } from '../stores/channels.js';

/** A small shop for paper, pens and mugs, made up from beginning to end. */

const product = (sku: string, gtin: string, name: string, euros: number): Product => ({
  sku,
  gtin,
  name,
  priceMicros: euros * 1_000_000,
  currency: 'EUR',
  counted: true,
  place: 'main',
});

export const PRODUCTS: readonly Product[] = [
  product('MUG-BLUE', '4006381333931', 'Mug, blue glaze', 14),
  product('MUG-SAND', '4006381333948', 'Mug, sand glaze', 14),
  product('NOTE-A5', '4006381333955', 'Notebook A5, dotted', 9),
  product('NOTE-A4', '4006381333962', 'Notebook A4, lined', 12),
  product('PEN-INK', '4006381333979', 'Fountain pen', 39),
  product('INK-BLACK', '4006381333986', 'Ink, black, 50 ml', 11),
  product('ENV-50', '4006381333993', 'Envelopes, 50 pieces', 7),
  product('CASE-FELT', '4006381334006', 'Pencil case, grey felt', 18),
];

export const SHIPPING_METHODS = [
  { code: 'standard', name: 'Standard parcel', price: 490, currency: 'EUR' },
  { code: 'pickup', name: 'Pick up in the shop', price: 0, currency: 'EUR' },
] as const;

const person = (customerId: string, firstName: string, lastName: string, locale: string): CustomerData => ({
  customerId,
  email: `${firstName}.${lastName}@example.com`.toLowerCase(),
  firstName,
  lastName,
  phone: null,
  document: null,
  company: null,
  locale,
});

export const CUSTOMERS: readonly CustomerData[] = [
  person('C-1001', 'Ines', 'Valente', 'pt-PT'),
  person('C-1002', 'Jonas', 'Lindqvist', 'de-DE'),
  person('C-1003', 'Maelle', 'Garnier', 'fr-FR'),
  person('C-1004', 'Tobias', 'Kranz', 'de-AT'),
  person('C-1005', 'Orla', 'Devlin', 'en-IE'),
];

const CITIES = [
  { country: 'PT', city: 'Braga', postalCode: '4700-001', street: 'Rua do Carvalhal', number: '12' },
  { country: 'DE', city: 'Leipzig', postalCode: '04103', street: 'Talstrasse', number: '7' },
  { country: 'FR', city: 'Nantes', postalCode: '44000', street: 'Rue Crebillon', number: '3' },
  { country: 'AT', city: 'Graz', postalCode: '8010', street: 'Sporgasse', number: '21' },
  { country: 'IE', city: 'Galway', postalCode: 'H91', street: 'Shop Street', number: '9' },
];

export const DEMO_CHANNELS: readonly Channel[] = [
  { channel: 'web', name: 'Web shop', kind: 'shop', store: null, active: true },
  { channel: 'market', name: 'Market place', kind: 'marketplace', store: null, active: true },
];

/** The n-th demo order: another customer, basket and channel each time, always the same for the same n. */
export function demoOrder(n: number): PlaceOrder {
  const customer = CUSTOMERS[n % CUSTOMERS.length] as CustomerData;
  const first = PRODUCTS[n % PRODUCTS.length] as Product;
  const second = PRODUCTS[(n * 3 + 1) % PRODUCTS.length] as Product;
  const lines = [
    { sku: first.sku, quantity: 1 + (n % 3) },
    ...(second.sku === first.sku ? [] : [{ sku: second.sku, quantity: 1 }]),
  ];
  const pickup = n % 4 === 3;
  const cents = (sku: string): number => (PRODUCTS.find((one) => one.sku === sku)?.priceMicros ?? 0) / 10_000;
  const total = lines.reduce((sum, { sku, quantity }) => sum + cents(sku) * quantity, pickup ? 0 : 490);
  return {
    type: 'place',
    store: 'default',
    channel: n % 3 === 0 ? 'market' : 'web',
    workflow: n % 5 === 4 ? 'simple' : 'complete',
    currency: 'EUR',
    customerId: customer.customerId,
    buyer: {
      email: customer.email,
      firstName: customer.firstName,
      lastName: customer.lastName,
      locale: customer.locale,
    },
    lines,
    deliveries: [
      pickup
        ? { type: 'pickup', method: 'pickup', pickupPoint: 'Shop in the old town' }
        : { type: 'delivery', method: 'standard', address: CITIES[n % CITIES.length] as (typeof CITIES)[number] },
    ],
    payments: [{ method: n % 2 === 0 ? 'credit_card' : 'bank_transfer', amount: total }],
    total,
    cancellationWindow: 0,
  };
}
