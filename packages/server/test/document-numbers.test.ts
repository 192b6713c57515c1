import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, ORDER, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

interface Answer {
  readonly orderId: string;
  readonly payments: readonly { readonly id: string; readonly number: string }[];
  readonly captures: readonly { readonly id: string; readonly number: string }[];
}

const patch = (documentNumbers: object) => api.ask('PATCH', `${ADMIN}/account`, { body: { documentNumbers } });
const sent = async (path: string, body: object = {}, headers = {}): Promise<Answer> => {
  const answer = await api.ask('POST', path, { body, headers });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body as unknown as Answer;
};
const place = (changes: object = {}) => sent(`${ADMIN}/orders`, { ...ORDER, ...changes });
const paid = async ({ orderId }: Answer, headers = {}) =>
  sent(`${ADMIN}/orders/${orderId}/payments/1/notify`, {}, headers);

describe('numbers of documents', () => {
  it('count inside the order until the account has a template', async () => {
    const order = await place();
    expect(order.payments[0]?.number).toBe(`${order.orderId}-P1`);
  });

  it('T3: follow the template of each kind, each from a counter of its own', async () => {
    await patch({ payment: 'PAY-{sequence:5}', capture: '{order}/{count}' });
    const orders = [await place(), await place()];
    expect(orders.map(({ payments }) => payments[0]?.number)).toEqual(['PAY-00001', 'PAY-00002']);
    const captured = await paid(orders[0] as Answer);
    expect(captured.captures[0]?.number).toBe(`${captured.orderId}/1`);
    const found = await api.ask('GET', `${ADMIN}/documents?kind=payment&q=PAY-00002`);
    expect(found.body.items).toMatchObject([{ orderId: orders[1]?.orderId }]);
  });

  it('T19: of one week rise without a second beginning, however many are drawn', async () => {
    await patch({ payment: '{week}-{weekly}' });
    const numbers: number[] = [];
    for (let order = 0; order < 25; order += 1) {
      const number = (await place()).payments[0]?.number ?? '';
      expect(number).toMatch(/^\d{4}W\d\d-\d+$/);
      numbers.push(Number(number.split('-')[1]));
    }
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  it('are taken when it happens: a preview takes none, and is committed all the same', async () => {
    await patch({ capture: 'C-{sequence}' });
    const order = await place();
    const path = `${ADMIN}/orders/${order.orderId}/payments/1/notify`;
    const preview = await api.ask('POST', path, { body: {}, headers: { prefer: 'preview' } });
    expect(preview.text).not.toContain('C-1');
    const { token } = preview.body as unknown as { token: string };
    const committed = await api.ask('POST', `${ADMIN}/previews/${token}/commit`, { body: {} });
    expect((committed.body as unknown as Answer).captures[0]?.number).toBe('C-1');
  });

  it('stay in every version of the order, and in its log', async () => {
    await patch({ payment: 'X-{sequence}' });
    const order = await place();
    const number = order.payments[0]?.number ?? '';
    await patch({});
    await paid(order);
    const then = await api.ask('GET', `${ADMIN}/orders/${order.orderId}?version=1`);
    expect((then.body as unknown as Answer).payments[0]?.number).toBe(number);
  });

  it('are made for packages too, which are found by the number of their carrier all the same', async () => {
    await patch({ package: 'PKG-{sequence:3}' });
    const { orderId } = await place({ workflow: 'simple' });
    const of = `${ADMIN}/orders/${orderId}`;
    await sent(`${of}/payments/1/notify`);
    await sent(`${of}/start-handling`);
    await sent(`${of}/packages`, { trackingNumber: 'TR-4711' });
    const { items } = (await api.ask('GET', `${ADMIN}/documents?kind=package&q=TR-4711`)).body;
    expect(items).toMatchObject([{ orderId, number: 'PKG-001', outerId: 'TR-4711' }]);
  });

  it.each([
    [{ refund: '{order}' }, '/documentNumbers/refund', 'not_unique'],
    [{ payment: '{sequence}{yearly}{year}' }, '/documentNumbers/payment', 'counters'],
  ])('are not made by %j', async (documentNumbers, pointer, problem) => {
    expect(await patch(documentNumbers)).toMatchObject({
      status: 422,
      body: { code: 'number_template_invalid', pointer, details: { problem } },
    });
  });
});

describe('papers', () => {
  interface Papers extends Answer {
    readonly invoices: readonly { readonly number: string; readonly value: number }[];
    readonly returnInvoices: readonly { readonly number: string }[];
  }
  const handled = async (changes: object = {}) => {
    const order = await place({ workflow: 'simple', ...changes });
    await sent(`${ADMIN}/orders/${order.orderId}/payments/1/notify`);
    await sent(`${ADMIN}/orders/${order.orderId}/start-handling`);
    return `${ADMIN}/orders/${order.orderId}`;
  };
  const invoice = async (order: string, body: object) => (await sent(`${order}/invoices`, body)) as unknown as Papers;

  it('have the number that they come with, and one that is counted in the order where they come without', async () => {
    await patch({});
    const order = await handled();
    await invoice(order, { number: 'A-7', value: 100 });
    const { orderId, invoices } = await invoice(order, { value: 200 });
    expect(invoices.map(({ number }) => number)).toEqual(['A-7', `${orderId}-I2`]);
    const again = await invoice(order, { value: 200 });
    expect(again.invoices.map(({ value }) => value)).toEqual([100, 200, 200]);
  });

  it('follow the template of their kind, and take no number when they are refused', async () => {
    await patch({ invoice: 'INV-{sequence:4}', return_invoice: 'CN-{sequence:4}' });
    const order = await handled();
    const tooDear = await api.ask('POST', `${order}/invoices`, { body: { value: 99_999_999 } });
    expect(tooDear).toMatchObject({ status: 422, body: { code: 'invoice_exceeds_order' } });
    const { invoices } = await invoice(order, { value: 100 });
    expect(invoices.map(({ number }) => number)).toEqual(['INV-0001']);
  });

  it('are never the repetition of another one whose number somebody gave by hand', async () => {
    await patch({ invoice: 'BY-HAND-{sequence}' });
    const order = await handled();
    await invoice(order, { number: 'BY-HAND-2', value: 100 });
    expect(await api.ask('POST', `${order}/invoices`, { body: { value: 100 } })).toMatchObject({
      status: 409,
      body: { code: 'invoice_exists', pointer: '/number' },
    });
    expect((await invoice(order, { value: 100 })).invoices).toHaveLength(2);
  });

  it('of both kinds never share their numbers', async () => {
    expect(await patch({ invoice: 'N-{sequence:4}', return_invoice: 'N-{sequence}' })).toMatchObject({
      status: 422,
      body: { code: 'number_template_invalid', pointer: '/documentNumbers/return_invoice' },
    });
  });

  it('are numbered where goods are exchanged, too', async () => {
    await patch({ return_invoice: 'CN-{sequence:4}' });
    const { orderId } = await place({ workflow: 'simple' });
    const of = `${ADMIN}/orders/${orderId}`;
    for (const step of ['payments/1/notify', 'start-handling', 'packages', 'delivered']) await sent(`${of}/${step}`);
    const tea = { sku: 'TEA-100', name: 'Assam', priceMicros: 5_900_000, currency: 'EUR', counted: false };
    await sent(`${ADMIN}/products`, { items: [tea] });
    await sent(`${of}/returns`, { items: [{ lineId: '1', quantity: 1, reason: 'no_longer_needed' }] });
    for (const step of ['authorise', 'receipts']) await sent(`${of}/returns/1/${step}`);
    await sent(`${of}/returns/1/inspections`, { items: [{ lineId: '1', accepted: 1, rejected: 0 }] });
    const exchange = { lines: [{ sku: 'TEA-100', quantity: 1 }], priced: false };
    const body = { resolution: 'exchange', exchange };
    const preview = await api.ask('POST', `${of}/returns/1/settle`, { body, headers: { prefer: 'preview' } });
    expect(preview.status, preview.text).toBe(200);
    const settled = (await sent(`${of}/returns/1/settle`, body)) as unknown as Papers;
    expect(settled.returnInvoices.map(({ number }) => number)).toEqual([expect.stringMatching(/^CN-\d{4}$/)]);
    await patch({});
  });

  it('T3: follow the template of their store before that of the account, each from a counter of its own', async () => {
    await patch({ payment: 'P-{sequence:4}', invoice: 'I-{sequence:4}' });
    const store = {
      name: 'Linz',
      documentNumbers: { payment: '{store}-{sequence}', invoice: '{store}-{yearly}-{year}' },
    };
    expect((await api.ask('PUT', `${ADMIN}/stores/linz`, { body: store })).status).toBe(201);
    const linz = await place({ store: 'linz' });
    expect(linz.payments[0]?.number).toBe('linz-1');
    const other = await place();
    expect(other.payments[0]?.number).toMatch(/^P-\d{4}$/);
    expect((await place({ store: 'linz' })).payments[0]?.number).toBe('linz-2');
    const order = await handled({ store: 'linz' });
    expect((await invoice(order, { value: 100 })).invoices[0]?.number).toMatch(/^linz-1-\d{4}$/);
    expect(
      await api.ask('PATCH', `${ADMIN}/stores/linz`, { body: { documentNumbers: { refund: '{order}' } } }),
    ).toMatchObject({ status: 422, body: { pointer: '/documentNumbers/refund' } });
    // the counter is its own: another store would give the same numbers
    expect(
      await api.ask('PATCH', `${ADMIN}/stores/linz`, { body: { documentNumbers: { invoice: 'I-{sequence}' } } }),
    ).toMatchObject({ status: 422, body: { pointer: '/documentNumbers/invoice', details: { problem: 'not_unique' } } });
    await patch({});
  });
});
