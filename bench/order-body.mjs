// The order that is placed: three lines, a buyer with addresses, one payment, one delivery, some data of the shop.
import { seededRandom } from './statistics.mjs';

/** Counted products on the shelf of both contestants. Line i takes one of the i-th third: distinct, ascending. */
export const skuCount = 1_000;

/** @param {number} number from 1 to `skuCount` */
export const skuOf = (number) => `SKU-${String(number).padStart(6, '0')}`;

/** Price of a product in cents. */
export const centsOf = (number) => 490 + ((number * 37) % 9_000);

const firstNames = ['Ana', 'Bruno', 'Carla', 'Daniel', 'Elena', 'Felipe', 'Greta', 'Hugo', 'Ines', 'Jakob'];
const lastNames = ['Almeida', 'Berger', 'Costa', 'Dubois', 'Eder', 'Fischer', 'Gruber', 'Haas', 'Ibarra', 'Jansen'];
const streets = ['Herrengasse', 'Rua das Flores', 'Hauptplatz', 'Avenida Central', 'Lindenstrasse', 'Calle Mayor'];
const cities = ['Graz', 'Porto', 'Wien', 'Curitiba', 'Leipzig', 'Sevilla'];

/**
 * Bodies for `POST /api/v1/admin/orders`.
 * @param {number} count
 * @returns {object[]}
 */
export function orderBodies(count, seed = 1) {
  const random = seededRandom(seed);
  const below = (end) => Math.floor(random() * end);
  const pick = (items) => items[below(items.length)];
  const digits = (length) => Array.from({ length }, () => below(10)).join('');
  const third = Math.floor(skuCount / 3);
  return Array.from({ length: count }, () => {
    const lines = [0, 1, 2].map((index) => {
      const number = 1 + index * third + below(third);
      const cents = centsOf(number);
      return {
        id: String(index + 1),
        sku: skuOf(number),
        name: `Product ${number}, ${pick(['small', 'medium', 'large'])}, ${pick(['red', 'green', 'blue', 'black'])}`,
        seller: 'main',
        quantity: 1 + below(3),
        listPriceMicros: (cents + 100) * 10_000,
        priceMicros: cents * 10_000,
        deliveryId: 'd1',
        attachments: { giftWrap: below(4) === 0, engraving: null, source: { list: 'search', position: below(40) } },
      };
    });
    const shipping = 490;
    const total = lines.reduce((sum, line) => sum + (line.quantity * line.priceMicros) / 10_000, shipping);
    const firstName = pick(firstNames);
    const lastName = pick(lastNames);
    const customer = below(10_000);
    const address = {
      receiver: `${firstName} ${lastName}`,
      street: pick(streets),
      number: String(1 + below(200)),
      complement: `Stiege ${1 + below(4)}, Tür ${1 + below(30)}`,
      neighbourhood: 'Innere Stadt',
      city: pick(cities),
      state: 'ST',
      postalCode: digits(5),
      country: 'AT',
      phone: `+43 660 ${digits(7)}`,
      reference: 'Please leave it with the neighbours on the ground floor',
    };
    return {
      store: 'default',
      channel: 'default',
      currency: 'EUR',
      customerId: `c${customer}`,
      buyer: {
        email: `${firstName}.${lastName}.${customer}@example.com`.toLowerCase(),
        firstName,
        lastName,
        phone: address.phone,
        documentType: 'vat',
        document: `ATU${digits(8)}`,
        company: null,
        locale: 'de-AT',
      },
      billingAddress: address,
      lines,
      deliveries: [
        {
          id: 'd1',
          type: 'delivery',
          price: shipping,
          promisedAt: '2026-12-24T12:00:00.000Z',
          shipBy: '2026-12-20T12:00:00.000Z',
          address,
        },
      ],
      payments: [
        {
          id: 'p1',
          method: 'card',
          amount: total,
          installments: 1,
          brand: 'visa',
          lastDigits: digits(4),
          transactionId: `tx-${digits(16)}`,
        },
      ],
      total,
      tags: [pick(['new-customer', 'newsletter', 'app'])],
      custom: {
        basket: `b-${digits(12)}`,
        campaign: pick(['spring', 'newsletter-12', 'retargeting', 'none']),
        device: { kind: pick(['phone', 'desktop']), browser: 'Firefox', language: 'de-AT' },
        loyalty: { points: below(5_000), tier: pick(['silver', 'gold']) },
      },
    };
  });
}

/**
 * What a platform without a log keeps of such an order in one document: 6 KB of JSON.
 * @returns {string}
 */
export function baselineDocument() {
  const [order] = orderBodies(1, 7);
  const random = seededRandom(11);
  const words = ['cotton', 'steel', 'organic', 'light', 'robust', 'handmade', 'water', 'proof', 'classic', 'summer'];
  const text = (length) => Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
  const hex = () => Math.floor(random() * 2 ** 48).toString(16);
  const document = {
    ...order,
    status: 'payment-pending',
    version: 1,
    lines: order.lines.map((line) => ({
      ...line,
      product: { id: hex(), brand: text(1), description: text(24), categories: ['/1/', '/1/23/', '/1/23/456/'] },
      image: `https://images.example.com/${hex()}/${hex()}/${line.sku}-200x200.jpg`,
      tax: { rate: 200_000, code: 'AT-20', base: line.priceMicros },
      dimensions: { weight: 340, height: 12, width: 20, length: 31 },
    })),
    totals: { items: order.total - 490, discounts: 0, shipping: 490, tax: 0, total: order.total },
    history: [],
  };
  while (JSON.stringify(document).length < 6_000) document.history.push({ at: hex(), by: hex(), text: text(12) });
  return JSON.stringify(document);
}
