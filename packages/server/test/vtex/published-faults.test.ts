import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from '../setup/api.js';
import { MUGS, orderIn } from './orders-in-every-state.js';

/** Faults that users of the original know (vtex-oms §10.3), each as a test that it is not here. */

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

const OMS = '/api/oms/pvt/orders';
const send = async (method: 'POST' | 'PATCH' | 'PUT', path: string, body: object = {}): Promise<number> =>
  (await api.ask(method, `${OMS}/${path}`, { body })).status;
const read = async (orderId: string): Promise<Document> =>
  (await api.ask('GET', `${OMS}/${orderId}`)).body as unknown as Document;
const native = async (path: string): Promise<Record<string, unknown>> =>
  (await api.ask('GET', `${ADMIN}/orders/${path}`)).body as unknown as Record<string, unknown>;

interface Document {
  readonly status: string | null;
  readonly value: number;
  readonly packageAttachment: {
    readonly packages: readonly {
      readonly invoiceNumber: string;
      readonly type: string;
      readonly courierStatus: { readonly finished: boolean } | null;
    }[];
  };
}

const paper = (type: 'Output' | 'Input', invoiceNumber: string, invoiceValue: number, more: object = {}): object => ({
  type, invoiceNumber, invoiceValue, issuanceDate: '2026-03-03', items: [], ...more,
}); // prettier-ignore

describe('a return', () => {
  it('is no delivery: the buyer sees what was sent, and nothing that goes back', async () => {
    const orderId = await orderIn(api, 'handling');
    const parcel = { trackingNumber: 'BR1', courier: 'Postbird' };
    expect(await send('POST', `${orderId}/invoice`, paper('Output', 'A1', 8140, parcel))).toBe(200);
    expect(await send('PUT', `${orderId}/invoice/A1/tracking`, { isDelivered: true })).toBe(200);
    const before = await native(`${orderId}/timeline`);
    const back = paper('Input', 'R1', 3600, { trackingNumber: 'BACK1', courier: 'Postbird' });
    expect(await send('POST', `${orderId}/invoice`, back)).toBe(200);
    const { packages } = (await read(orderId)).packageAttachment;
    expect(packages.map(({ type }) => type)).toEqual(['Output', 'Input']);
    expect(await native(`${orderId}/timeline`)).toEqual(before);
    expect((await native(orderId))['packages']).toHaveLength(1);
  });

  it('under the number of a sale is refused, and a sale under that of a return; nothing of either changes', async () => {
    const orderId = await orderIn(api, 'handling');
    const parcel = { courier: 'Postbird' };
    expect(await send('POST', `${orderId}/invoice`, paper('Output', 'A1', 8140, parcel))).toBe(200);
    expect(await send('POST', `${orderId}/invoice`, paper('Input', 'R1', 100))).toBe(200);
    const before = await read(orderId);
    const back = paper('Input', 'A1', 3600, { trackingNumber: 'BACK1', courier: 'Other' });
    const answer = await api.ask('POST', `${OMS}/${orderId}/invoice`, { body: back });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ORD039' } } });
    expect(await send('POST', `${orderId}/invoice`, paper('Output', 'R1', 3600))).toBe(400);
    expect(await read(orderId)).toEqual(before);
    expect(await native(orderId)).toMatchObject({ payments: [{ refunded: 100 }] });
  });
});

describe('a delivery', () => {
  it('of inferred items is told by its parcels, and is whole with the last of them', async () => {
    const orderId = await orderIn(api, 'handling');
    expect(await send('POST', `${orderId}/invoice`, paper('Output', 'A1', 4000, { trackingNumber: 'BR1' }))).toBe(200);
    expect(await send('POST', `${orderId}/invoice`, paper('Output', 'A2', 4140, { trackingNumber: 'BR2' }))).toBe(200);
    const finished = async (): Promise<unknown> => {
      const { packages } = (await read(orderId)).packageAttachment;
      return packages.map(({ courierStatus }) => courierStatus?.finished ?? null);
    };
    expect(await finished()).toEqual([false, false]);
    expect(await send('PUT', `${orderId}/invoice/A1/tracking`, { isDelivered: true })).toBe(200);
    expect(await finished()).toEqual([true, false]);
    expect(await native(orderId)).toMatchObject({ shippingState: 'partly_delivered' });
    expect(await send('PUT', `${orderId}/invoice/A2/tracking`, { isDelivered: true })).toBe(200);
    expect(await finished()).toEqual([true, true]);
    expect(await native(orderId)).toMatchObject({ shippingState: 'delivered' });
  });
});

describe('tracking', () => {
  it('that says neither more than that it has not arrived changes nothing, and has a receipt', async () => {
    const orderId = await orderIn(api, 'handling');
    expect(await send('POST', `${orderId}/invoice`, paper('Output', 'A1', 8140, { trackingNumber: 'BR1' }))).toBe(200);
    const before = await read(orderId);
    const tracking = `${OMS}/${orderId}/invoice/A1/tracking`;
    const answer = await api.ask('PUT', tracking, { body: { isDelivered: false, events: [] } });
    expect(answer).toMatchObject({ status: 200, body: { orderId } });
    expect(await send('PUT', `${orderId}/invoice/A1/tracking`, { events: [] })).toBe(400);
    expect(await read(orderId)).toEqual(before);
  });
});

describe('handling', () => {
  it('does not begin while the placement is incomplete', async () => {
    const orderId = await orderIn(api, 'incomplete');
    expect(await send('POST', `${orderId}/start-handling`)).toBe(409);
    expect((await read(orderId)).status).toBeNull();
  });

  it('does not begin at the seller while the half of the marketplace is incomplete or unpaid', async () => {
    const sold = await api.ask('POST', `${ADMIN}/orders`, {
      body: { ...MUGS, workflow: 'marketplace', incomplete: true },
    });
    expect(sold.status, sold.text).toBe(201);
    const marketplace = sold.body.orderId;
    const body = { ...MUGS, payments: [], workflow: 'fulfillment', fulfils: marketplace };
    const early = await api.ask('POST', `${ADMIN}/orders`, { body });
    // Refused, or taken and waiting: never one that can be handled.
    const seller = early.status === 201 ? early.body.orderId : null;
    if (seller !== null) expect(await send('POST', `${seller}/start-handling`)).toBe(409);
    expect((await api.ask('POST', `${ADMIN}/orders/${marketplace}/placement/complete`)).status).toBe(200);
    const placed = seller ?? (await api.ask('POST', `${ADMIN}/orders`, { body })).body.orderId;
    expect(await send('POST', `${placed}/start-handling`)).toBe(409);
    expect((await api.ask('POST', `${ADMIN}/orders/${marketplace}/payments/P1/approve`)).status).toBe(200);
    expect(await send('POST', `${placed}/start-handling`)).toBe(204);
  });
});

describe('interest', () => {
  it('is captured with the payment, and can be given back with it', async () => {
    const body = { ...MUGS, payments: [{ ...MUGS.payments[0], amount: 8_300 }] };
    const { orderId } = (await api.ask('POST', `${ADMIN}/orders`, { body })).body;
    expect(await send('POST', `${orderId}/payments/P1/payment-notification`)).toBe(200);
    expect(await send('POST', `${orderId}/start-handling`)).toBe(204);
    expect(await send('POST', `${orderId}/invoice`, paper('Output', 'A1', 8_140))).toBe(200);
    expect(await native(orderId)).toMatchObject({ payments: [{ amount: 8_300, captured: 8_300 }] });
    expect(await send('POST', `${orderId}/invoice`, paper('Input', 'R1', 8_140))).toBe(200);
    const rest = await api.ask('POST', `${ADMIN}/orders/${orderId}/refund`, {
      body: { amount: 160, reason: 'interest' },
    });
    expect(rest.status, rest.text).toBe(200);
    expect(await native(orderId)).toMatchObject({ payments: [{ refunded: 8_300 }] });
  });
});

describe('what is sent twice', () => {
  it('is there once: invoice, return, receipt and status', async () => {
    const orderId = await orderIn(api, 'handling');
    for (const type of ['Output', 'Input'] as const) {
      const twice = paper(type, type, type === 'Output' ? 8140 : 3600);
      const answers = await Promise.all([
        send('POST', `${orderId}/invoice`, twice),
        send('POST', `${orderId}/invoice`, twice),
      ]);
      expect(answers).toEqual([200, 200]);
    }
    const { packages, status } = await read(orderId).then((document) => ({
      packages: document.packageAttachment.packages.map(({ invoiceNumber }) => invoiceNumber),
      status: document.status,
    }));
    expect({ packages, status }).toEqual({ packages: ['Output', 'Input'], status: 'invoiced' });
    expect(await native(orderId)).toMatchObject({ payments: [{ captured: 8140, refunded: 3600 }] });
    // The limit of refunds counts each return once: the rest can still be given back.
    expect(await send('POST', `${orderId}/invoice`, paper('Input', 'R2', 4540))).toBe(200);
    expect(await send('POST', `${orderId}/invoice`, paper('Input', 'R3', 1))).toBe(400);
  });
});

describe('two connectors that work one order at the same moment', () => {
  it('both hear that the parcel is on its way, and that it has arrived', async () => {
    for (let round = 0; round < 10; round += 1) {
      const orderId = await orderIn(api, 'invoiced');
      const path = `${orderId}/invoice/${encodeURIComponent('NF 1/1')}`;
      const parcel = { trackingNumber: 'BR1', courier: 'Postbird' };
      const both = (call: () => Promise<number>): Promise<number[]> => Promise.all([call(), call(), call()]);
      expect(await both(() => send('PATCH', path, parcel))).toEqual([200, 200, 200]);
      expect(await both(() => send('PUT', `${path}/tracking`, { isDelivered: true }))).toEqual([200, 200, 200]);
      const { packages } = (await read(orderId)).packageAttachment;
      expect(packages).toMatchObject([{ trackingNumber: 'BR1', courierStatus: { finished: true } }]);
      expect((await native(orderId))['packages']).toHaveLength(1);
    }
  });
});
