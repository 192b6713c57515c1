import { expect } from 'vitest';
import type { TestApi } from '../setup/api.js';

/** One seller, two mugs at 36.00 and 9.40 of freight by card, as a store front places it (vtex-oms §7.6). */
export const BASKET = {
  items: [
    {
      id: '310', quantity: 2, seller: '1', price: 4000, name: 'Mug blue', refId: 'MUG-B',
      priceTags: [{ name: 'discount@price-ab12#cd34', value: -800, rawValue: -8, isPercentual: false, identifier: 'ab12' }],
      attachments: [{ name: 'engraving', content: { text: 'Ana' } }],
    },
  ],
  clientProfileData: {
    email: 'ana@example.test', firstName: 'Ana', lastName: 'Reis', documentType: 'cpf', document: '00000000191',
    phone: '+5521000000000', isCorporate: false,
  },
  shippingData: {
    address: {
      addressId: 'home', addressType: 'residential', receiverName: 'Ana Reis', street: 'Rua A', number: '1', city: 'Rio',
      state: 'RJ', postalCode: '20000-000', country: 'BRA', neighborhood: 'Centro', geoCoordinates: [-43.2, -22.9],
    },
    logisticsInfo: [
      { itemIndex: 0, selectedSla: 'Express', selectedDeliveryChannel: 'delivery', addressId: 'home', price: 940, shippingEstimate: '3bd' },
    ],
  },
  paymentData: {
    payments: [
      { paymentSystem: '2', paymentSystemName: 'Visa', group: 'creditCard', installments: 1, value: 8140, referenceValue: 8140, cardNumber: '4111111111111111', cvv2: '123' },
    ],
  },
  openTextField: 'ring twice',
  salesAssociateData: { salesAssociateId: 'A7' },
} as const; // prettier-ignore

interface Placed {
  readonly transactionData: {
    readonly receiverUri: string;
    readonly gatewayCallbackTemplatePath: string;
    readonly merchantTransactions: readonly {
      readonly transactionId: string;
      readonly payments: readonly { readonly id: string }[];
    }[];
  };
  readonly orders: readonly { readonly orderId: string; readonly orderGroup: string }[];
}

export async function place(api: TestApi, body: object): Promise<Placed> {
  const answer = await api.ask('PUT', '/api/checkout/pub/orders?sc=3', { body });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as unknown as Placed;
}

/** Places, sends the payments, calls back, and where `paid` notifies each payment. Answers the ids of the orders. */
export async function placeBasket(api: TestApi, body: object, paid: boolean): Promise<string[]> {
  const { transactionData, orders } = await place(api, body);
  const { pathname, search } = new URL(transactionData.receiverUri);
  const payments = (body as typeof BASKET).paymentData.payments.map(({ value }) => ({
    value,
    fields: { cardNumber: '4111' },
  }));
  const sent = await api.ask('POST', pathname + search, { body: payments });
  expect(sent.status, sent.text).toBe(201);
  const called = await api.ask('POST', transactionData.gatewayCallbackTemplatePath);
  expect(called.status, called.text).toBe(204);
  for (const { orderId } of paid ? orders : []) {
    for (const { id } of transactionData.merchantTransactions[0]?.payments ?? []) {
      const told = await api.ask('POST', `/api/oms/pvt/orders/${orderId}/payments/${id}/payment-notification`);
      expect(told.status, told.text).toBe(200);
    }
  }
  return orders.map(({ orderId }) => orderId);
}
