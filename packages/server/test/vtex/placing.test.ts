import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from '../setup/api.js';
import { BASKET, place, placeBasket } from './baskets.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

interface Document {
  readonly orderId: string;
  readonly orderGroup: string;
  readonly status: string | null;
  readonly value: number;
  readonly isCompleted: boolean;
  readonly totals: readonly { readonly id: string; readonly value: number }[];
  readonly sellers: readonly { readonly id: string }[];
  readonly paymentData: { readonly transactions: readonly { readonly transactionId: string; readonly payments: readonly { readonly value: number }[] }[] };
} // prettier-ignore

const read = async (path: string): Promise<Document> =>
  (await api.ask('GET', `/api/oms/pvt/orders/${path}`)).body as unknown as Document;

/** Mugs of our own, a vase of another seller, two payments: 81.40 and 25.01. */
const TWO_SELLERS = {
  ...BASKET,
  items: [...BASKET.items, { id: '77', quantity: 1, seller: 'lojab', price: 2001, name: 'Vase' }],
  shippingData: {
    ...BASKET.shippingData,
    logisticsInfo: [
      ...BASKET.shippingData.logisticsInfo,
      { itemIndex: 1, selectedSla: 'PAC', selectedDeliveryChannel: 'delivery', addressId: 'home', price: 500 },
    ],
  },
  paymentData: {
    payments: [
      { paymentSystem: '2', paymentSystemName: 'Visa', group: 'creditCard', installments: 3, value: 10_000, referenceValue: 10_000 },
      { paymentSystem: '16', paymentSystemName: 'Vale', group: 'giftCard', installments: 1, value: 641, referenceValue: 641 },
    ],
  },
} as const; // prettier-ignore

describe('a basket', () => {
  it('is incomplete until the gateway calls back, and gives back what came with it', async () => {
    const { orders, transactionData } = await place(api, BASKET);
    const [{ orderId, orderGroup } = { orderId: '', orderGroup: '' }] = orders;
    expect(orderId).toBe(`${orderGroup}-01`);
    expect(await read(orderId)).toMatchObject({ status: null, isCompleted: false, value: 8140 });
    const finished = await api.ask('POST', transactionData.gatewayCallbackTemplatePath);
    expect(finished).toMatchObject({ status: 204, text: '' });
    expect((await api.ask('POST', transactionData.gatewayCallbackTemplatePath)).status).toBe(204);
    expect(await read(orderId)).toMatchObject({
      status: 'payment-pending',
      isCompleted: true,
      salesChannel: '3',
      totals: [{ id: 'Items', value: 8000 }, { id: 'Discounts', value: -800 }, { id: 'Shipping', value: 940 }, { id: 'Tax', value: 0 }],
      items: [{ id: '310', refId: 'MUG-B', price: 4000, sellingPrice: 3600, priceTags: BASKET.items[0].priceTags, attachments: BASKET.items[0].attachments }],
      clientProfileData: BASKET.clientProfileData,
      shippingData: {
        address: BASKET.shippingData.address,
        logisticsInfo: [{ itemIndex: 0, itemId: '310', selectedSla: 'Express', price: 940, sellingPrice: 940, shippingEstimate: '3bd' }],
      },
      openTextField: { value: 'ring twice' },
      merchantContextData: { salesAssociateData: { salesAssociateId: 'A7' } },
      roundingError: 0,
    }); // prettier-ignore
  });

  it('leaves nothing of a card anywhere', async () => {
    const [orderId = ''] = await placeBasket(api, BASKET, true);
    const shown = await api.ask('GET', `/api/oms/pvt/orders/${orderId}`);
    expect(shown.text).not.toContain('4111');
    const native = await api.ask('GET', `${ADMIN}/orders/${orderId}`);
    expect(native.text).not.toMatch(/4111|cvv/);
  });

  it('of two sellers becomes two orders of one group, each with its share of every payment', async () => {
    const orderIds = await placeBasket(api, TWO_SELLERS, true);
    expect(orderIds.map((id) => id.slice(-3))).toEqual(['-01', '-02']);
    const group = orderIds[0]?.slice(0, -3) ?? '';
    const documents = (await api.ask('GET', `/api/oms/pvt/orders/order-group/${group}`)).body as unknown as Document[];
    expect(documents).toMatchObject([
      { orderId: orderIds[0], status: 'window-to-cancel', value: 8140, sellers: [{ id: '1' }] },
      { orderId: orderIds[1], status: 'window-to-cancel', value: 2501, sellers: [{ id: 'lojab' }] },
    ]);
    // the whole payment in each document (vtex-oms §10.2 row 41) …
    const [one, other] = documents.map(({ paymentData }) => paymentData.transactions);
    expect(one?.[0]?.payments.map(({ value }) => value)).toEqual([10_000, 641]);
    expect(other).toEqual(one);
    // … and in each order its share, so that each can be refunded by itself
    const shares = await Promise.all(
      orderIds.map(async (id) => {
        const { body } = await api.ask('GET', `${ADMIN}/orders/${id}`);
        return (body.payments as unknown as { amount: number }[]).map(({ amount }) => amount);
      }),
    );
    expect(shares.map((each) => each.reduce((all, share) => all + share, 0))).toEqual([8140, 2501]);
    expect([0, 1].map((payment) => shares.reduce((all, each) => all + (each[payment] ?? 0), 0))).toEqual([10_000, 641]);
  });

  it('is placed whole or not at all', async () => {
    const product = { sku: 'LAST-1', name: 'Last one', counted: true };
    const loaded = await api.ask('POST', `${ADMIN}/products`, { body: { items: [product] } });
    expect(loaded.status, loaded.text).toBe(200);
    const body = {
      ...TWO_SELLERS,
      items: [BASKET.items[0], { ...TWO_SELLERS.items[1], id: 'LAST-1' }],
    };
    const before = await api.countEvents();
    const refused = await api.ask('PUT', '/api/checkout/pub/orders', { body });
    expect(refused).toMatchObject({ status: 400, body: { fields: {}, error: { code: 'ORD012' } } });
    expect(await api.countEvents()).toBe(before);
  });

  it('that is sent again under its key is placed once', async () => {
    const headers = { 'idempotency-key': 'basket-1' };
    const placed = await Promise.all(
      [1, 2, 3].map(() => api.ask('PUT', '/api/checkout/pub/orders', { body: TWO_SELLERS, headers })),
    );
    const groups = placed.map(({ body }) =>
      (body as unknown as { orders: Document[] }).orders.map(({ orderId }) => orderId),
    );
    expect(groups[0]).toHaveLength(2);
    expect(groups[1]).toEqual(groups[0]);
    expect(groups[2]).toEqual(groups[0]);
    const other = await api.ask('PUT', '/api/checkout/pub/orders', { body: BASKET, headers });
    expect(other).toMatchObject({ status: 409, body: { error: { code: 'FMT009' } } });
  });

  it.each([
    ['of nothing', { items: [] }, 'ORD005'],
    [
      'whose payments are not what it costs',
      { paymentData: { payments: [{ value: 8139, referenceValue: 8139 }] } },
      'ORD009',
    ],
    ['of no pieces', { items: [{ ...BASKET.items[0], quantity: 0 }] }, 'ORD002'],
    ['of half a cent', { items: [{ ...BASKET.items[0], price: 0.5 }] }, 'ORD002'],
    ['in no currency', { storePreferencesData: { currencyCode: 'XXX' } }, 'ORD002'],
    ['without money for the second seller', { items: TWO_SELLERS.items }, 'ORD009'],
  ])('%s is refused', async (_name, change, code) => {
    const before = await api.countEvents();
    const answer = await api.ask('PUT', '/api/checkout/pub/orders', { body: { ...BASKET, ...change } });
    expect(answer, answer.text).toMatchObject({ status: 400, body: { error: { code } } });
    expect(await api.countEvents()).toBe(before);
  });

  it('sold by weight keeps its cents', async () => {
    const cheese = {
      id: '416',
      quantity: 3,
      seller: '1',
      price: 1033,
      name: 'Cheese',
      unitMultiplier: 0.3,
      measurementUnit: 'kg',
    };
    const value = 3 * 1033 + 940;
    const [orderId = ''] = await placeBasket(
      api,
      { ...BASKET, items: [cheese], paymentData: { payments: [{ value, referenceValue: value }] } },
      true,
    );
    expect(await read(orderId)).toMatchObject({
      value,
      roundingError: 0,
      items: [{ price: 1033, unitMultiplier: 0.3, measurementUnit: 'kg', priceDefinition: { total: 3099 } }],
    });
  });

  it('is not paid by other payments than it was placed with, and not by those of another', async () => {
    const { transactionData } = await place(api, BASKET);
    const { pathname, search } = new URL(transactionData.receiverUri);
    expect((await api.ask('POST', pathname + search, { body: [{ value: 1 }] })).status).toBe(400);
    expect((await api.ask('POST', `/api/pub/transactions/AB/payments${search}`, { body: [] })).status).toBe(404);
    expect(await api.ask('POST', '/api/checkout/pub/gatewayCallback/1')).toMatchObject({
      status: 404,
      body: { error: { code: 'ORD064' } },
    });
  });
});

const PUSHED = {
  marketplaceOrderId: '959311095',
  marketplaceServicesEndpoint: 'https://mkt.example.test/api',
  marketplacePaymentValue: 8940,
  items: [{ id: '310', quantity: 2, seller: '1', commission: 0, freightCommission: 0, price: 4000, bundleItems: [], isGift: false }],
  clientProfileData: BASKET.clientProfileData,
  shippingData: BASKET.shippingData,
  paymentData: null,
} as const; // prettier-ignore

const pushed = (marketplaceOrderId: string, more: object = {}): object => ({ ...PUSHED, marketplaceOrderId, ...more });
const push = (body: unknown) => api.ask('POST', '/api/fulfillment/pvt/orders?sc=1&affiliateId=SLR', { body });

describe('an external marketplace', () => {
  it('places an order under its own number, which waits until it is authorised', async () => {
    const placed = await push([pushed('1001')]);
    expect(placed, placed.text).toMatchObject({
      status: 200,
      body: [{ orderId: 'SLR-1001', marketplaceOrderId: '1001' }],
    });
    expect(await read('SLR-1001')).toMatchObject({
      orderId: 'SLR-1001', status: 'waiting-ffmt-authorization', origin: 'Fulfillment', affiliateId: 'SLR', marketplaceOrderId: '1001',
      sellerOrderId: 'SLR-1001', merchantName: null, orderFormId: null, value: 8940, paymentData: { transactions: [] },
    }); // prettier-ignore
    const path = '/api/fulfillment/pvt/orders/SLR-1001/fulfill?sc=1&affiliateId=SLR';
    const answer = {
      status: 201,
      body: {
        orderId: 'SLR-1001',
        marketplaceOrderId: '1001',
        receipt: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      },
    };
    expect(await api.ask('POST', path, { body: { marketplaceOrderId: '1001' } })).toMatchObject(answer);
    expect(await api.ask('POST', path, { body: { marketplaceOrderId: '1001' } })).toMatchObject(answer);
    expect(await read('SLR-1001')).toMatchObject({ status: 'window-to-cancel' });
    expect(await api.ask('GET', '/api/oms/pvt/orders/SLR-1001/payment-transaction')).toMatchObject({ status: 404 });
    const list = await api.ask('GET', '/api/oms/pvt/orders?f_affiliateId=SLR');
    expect(list.body).toMatchObject({ list: [{ orderId: 'SLR-1001', marketPlaceOrderId: '1001' }] });
  });

  it('that sends again gets the same order; another order of that number is refused', async () => {
    const [first, again] = [await push(pushed('1002')), await push(pushed('1002'))];
    expect(first).toMatchObject({ status: 200, body: { orderId: 'SLR-1002', status: 'success' } });
    expect(again.body).toEqual(first.body);
    const other = await push(
      pushed('1002', { marketplacePaymentValue: 4940, items: [{ ...PUSHED.items[0], quantity: 1 }] }),
    );
    expect(other).toMatchObject({ status: 409, body: { error: { code: 'FMT009' } } });
  });

  it.each([
    ['whose payment is not its price', pushed('1', { marketplacePaymentValue: 1 }), 'FMT007'],
    ['of nothing', pushed('2', { items: [] }), 'FMT0026'],
    ['without a number', { ...PUSHED, marketplaceOrderId: null }, 'FMT015'],
    ['that is two', [pushed('3'), pushed('4')], 'ORD002'],
  ])('places no order %s', async (_name, body, code) => {
    expect(await push(body)).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it('places no order without its affiliate', async () => {
    const answer = await api.ask('POST', '/api/fulfillment/pvt/orders', { body: pushed('5') });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'FMT0021' } } });
  });
});
