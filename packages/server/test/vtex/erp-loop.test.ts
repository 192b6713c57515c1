import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../setup/api.js';
import { MUGS, orderIn } from './orders-in-every-state.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

/** What these tests read of an order document. */
interface Document {
  readonly status: string | null;
  readonly value: number;
  readonly authorizedDate: string | null;
  readonly invoicedDate: string | null;
  readonly totals: readonly { readonly value: number }[];
  readonly cancellationData: Record<string, unknown> | null;
  readonly cancellationRequests: readonly { readonly id: string; readonly deniedBySeller: boolean }[];
  readonly packageAttachment: { readonly packages: readonly Record<string, unknown>[] };
}

const read = async (orderId: string): Promise<Document> =>
  (await api.ask('GET', `/api/oms/pvt/orders/${orderId}`)).body as unknown as Document;

const native = async (orderId: string): Promise<Record<string, unknown>> =>
  (await api.ask('GET', `/api/v1/admin/orders/${orderId}`)).body as unknown as Record<string, unknown>;

async function send(method: 'POST' | 'PATCH' | 'PUT', path: string, body: object = {}): Promise<number> {
  return (await api.ask(method, `/api/oms/pvt/orders/${path}`, { body })).status;
}

const output = (invoiceNumber: string, invoiceValue: number, quantity: number, more: object = {}): object => ({
  type: 'Output', issuanceDate: '2026-03-03T18:25:43', invoiceNumber, invoiceValue,
  items: [{ id: '310', price: 3600, quantity, description: 'as billed' }], ...more,
}); // prettier-ignore

describe('the loop of an ERP', () => {
  it('is paid, handled, invoiced in two parts, sent, delivered, and takes a part back', async () => {
    const orderId = await orderIn(api, 'payment-pending');
    expect(await send('POST', `${orderId}/payments/P1/payment-notification`)).toBe(200);
    const paid = await read(orderId);
    expect(paid).toMatchObject({ status: 'ready-for-handling', authorizedDate: expect.any(String) as string });
    expect(await send('POST', `${orderId}/start-handling`)).toBe(204);

    expect(await send('POST', `${orderId}/invoice`, output('A #1/2', 4000, 1, { volumes: 3 }))).toBe(200);
    expect(await read(orderId)).toMatchObject({ status: 'handling', value: 8140, invoicedDate: null });
    const first = `${orderId}/invoice/${encodeURIComponent('A #1/2')}`;
    expect(await send('PATCH', first, { trackingNumber: 'BR1', trackingUrl: null, courier: 'Correios' })).toBe(200);
    const events = [
      { city: 'Niterói', state: 'RJ', description: 'on its way', date: '2026-03-05 10:00' },
      { city: 'Rio', state: 'RJ', description: 'posted', date: '2026-03-04' },
    ];
    expect(await send('PUT', `${first}/tracking`, { isDelivered: false, deliveredDate: null, events })).toBe(200);
    expect(
      await send('PUT', `${first}/tracking/`, { isDelivered: true, deliveredDate: '2026-03-06 11:30', events: [] }),
    ).toBe(200);
    expect(await send('PUT', `${first}/tracking`, { isDelivered: true })).toBe(200);

    expect(await send('POST', `${orderId}/invoice`, output('A2', 4140, 1, { items: [] }))).toBe(200);
    const sold = await read(orderId);
    expect(sold).toMatchObject({ status: 'invoiced', invoicedDate: expect.any(String) as string });
    // written once, whatever partial invoices do to the status (vtex-oms §10.3)
    expect(sold.authorizedDate).toBe(paid.authorizedDate);

    expect(await send('POST', `${orderId}/invoice`, output('R1', 3600, 1, { type: 'input' }))).toBe(200);
    const { packages } = (await read(orderId)).packageAttachment;
    expect(packages).toMatchObject([
      {
        type: 'Output',
        invoiceNumber: 'A #1/2',
        issuanceDate: '2026-03-03T18:25:43.0000000+00:00',
        volumes: 3,
        items: [{ itemIndex: 0, quantity: 1, price: 3600, description: 'as billed' }],
        courier: 'Correios',
        trackingNumber: 'BR1',
        courierStatus: {
          status: 'ok',
          finished: true,
          deliveredDate: '2026-03-06T11:30:00.0000000+00:00',
          data: [
            { description: 'posted', lastChange: '2026-03-04T00:00:00.0000000Z' },
            { description: 'on its way', lastChange: '2026-03-05T10:00:00.0000000Z' },
          ],
        },
        restitutions: {},
      },
      { type: 'Output', invoiceNumber: 'A2', EnableInferItems: true, items: [{ itemIndex: 0, quantity: 1 }] },
      {
        type: 'Input',
        invoiceNumber: 'R1',
        courierStatus: null,
        restitutions: { Refund: { value: 3600, items: [{ id: '310', quantity: 1 }] } },
      },
    ]);
  });

  it('fills in the tracking that an old integration sends by posting the invoice again, and nothing else of it', async () => {
    const orderId = await orderIn(api, 'invoiced');
    const again = output('NF 1/1', 1, 1, { courier: 'Correios', trackingNumber: 'BR7' });
    expect(await send('POST', `${orderId}/invoice`, again)).toBe(200);
    expect(await send('POST', `${orderId}/invoice`, { ...again, trackingNumber: 'BR8' })).toBe(200);
    const { packages } = (await read(orderId)).packageAttachment;
    expect(packages).toMatchObject([{ invoiceValue: 8140, courier: 'Correios', trackingNumber: 'BR7' }]);
  });

  it('hears of the parcel that brings a return back as of one that was sent', async () => {
    const orderId = await orderIn(api, 'invoiced');
    const back = output('R1', 3600, 1, { type: 'Input', courier: 'Correios' });
    expect(await send('POST', `${orderId}/invoice`, back)).toBe(200);
    const before = await native(orderId);
    const way = `${orderId}/invoice/R1`;
    const seen = { city: 'Rio', state: 'RJ', description: 'handed in', date: '2026-03-08T10:00:00' };
    expect(await send('PUT', `${way}/tracking`, { isDelivered: false, events: [seen] })).toBe(400);
    // The number again fills in what it was sent without.
    expect(await send('POST', `${orderId}/invoice`, { ...back, trackingNumber: 'BR7', courier: 'Other' })).toBe(200);
    expect(await send('PUT', `${way}/tracking`, { isDelivered: false, events: [seen] })).toBe(200);
    expect(await send('PATCH', way, { trackingUrl: 'https://correios.example/BR7', trackingNumber: 'BR7' })).toBe(200);
    expect(await send('POST', `${way}/tracking`, { isDelivered: true, deliveredDate: '2026-03-09 11:30' })).toBe(200);
    const { version } = await native(orderId);
    for (const again of [{ isDelivered: true }, { isDelivered: false, events: [] }]) {
      expect(await send('PUT', `${way}/tracking`, again)).toBe(200);
    }
    expect(await send('PATCH', way, { trackingNumber: 'BR7' })).toBe(200);
    const after = await native(orderId);
    expect(after['version']).toBe(version);
    expect((await read(orderId)).packageAttachment.packages[1]).toMatchObject({
      type: 'Input',
      courier: 'Correios',
      trackingNumber: 'BR7',
      trackingUrl: 'https://correios.example/BR7',
      courierStatus: {
        status: 'ok',
        finished: true,
        deliveredDate: '2026-03-09T11:30:00.0000000+00:00',
        data: [{ city: 'Rio', description: 'handed in', lastChange: '2026-03-08T10:00:00.0000000Z' }],
      },
    });
    // A return is no delivery, and no money (vtex-oms §10.3).
    for (const part of ['status', 'stage', 'shippingState', 'deliveredAt', 'packages', 'ledger'] as const) {
      expect(after[part], part).toEqual(before[part]);
    }
  });

  it('bills two lines of one SKU from the first to the last, never more than each has', async () => {
    const [line] = MUGS.lines;
    const body = {
      ...MUGS,
      lines: [
        { ...line, quantity: 1 },
        { ...line, quantity: 1 },
      ],
    };
    const { orderId } = (await api.ask('POST', '/api/v1/admin/orders', { body })).body;
    await send('POST', `${orderId}/payments/P1/payment-notification`);
    expect(await send('POST', `${orderId}/invoice`, output('A1', 4000, 1))).toBe(200);
    expect(await send('POST', `${orderId}/invoice`, output('A2', 4140, 1))).toBe(200);
    const { packages } = (await read(orderId)).packageAttachment;
    expect(packages).toMatchObject([{ items: [{ itemIndex: 0 }] }, { items: [{ itemIndex: 1 }] }]);
  });
});

describe('a cancellation', () => {
  it('that was asked for in handling can be denied by the id that the order shows, and handling goes on', async () => {
    const orderId = await orderIn(api, 'cancellation asked');
    const [request] = (await read(orderId)).cancellationRequests;
    expect(request?.id).toMatch(/^[0-9a-f]{32}$/);
    const path = `/api/orders/pvt/document/${orderId}/deny-cancellation-request`;
    const body = { cancellationRequestId: request?.id, denyReason: 'packed' };
    expect(await api.ask('POST', path, { body })).toMatchObject({ status: 200, text: '' });
    const denied = await read(orderId);
    expect(denied).toMatchObject({ status: 'handling', cancellationRequests: [{ deniedBySeller: true }] });
    expect(await api.ask('POST', path, { body })).toMatchObject({ status: 400 });
  });

  it('that is confirmed names who asked first, in both casings', async () => {
    const orderId = await orderIn(api, 'handling');
    expect(await send('POST', `${orderId}/cancel`, { reason: 'mind', requestedByUser: true })).toBe(200);
    expect((await read(orderId)).cancellationData).toBeNull();
    expect(await send('POST', `${orderId}/cancel`)).toBe(200);
    const { status, cancellationData } = await read(orderId);
    expect(status).toBe('canceled');
    expect(cancellationData).toMatchObject({ RequestedByUser: true, requestedByUser: true, Reason: 'mind' });
    expect(cancellationData?.['cancellationRequestId']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('and an invoice at the same moment leave one of them refused, on every try', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      const orderId = await orderIn(api, 'ready-for-handling');
      const invoice = send('POST', `${orderId}/invoice`, output('A1', 8140, 2));
      const answers = await Promise.all([
        send('POST', `${orderId}/cancel`), send('POST', `${orderId}/cancel`), invoice,
      ]); // prettier-ignore
      const { status } = await read(orderId);
      expect(['invoiced', 'canceled']).toContain(status);
      if (status === 'canceled') expect(answers[2]).toBe(400);
      else expect(answers).toContain(200);
    }
  });
});
