import { expect } from 'vitest';
import type { TestApi } from '../setup/api.js';

/** Two pieces of one product by card, and freight: 81.40, as a shop places it over the native API. */
export const MUGS = {
  currency: 'BRL',
  lines: [{ sku: '310', name: 'Mug blue', quantity: 2, priceMicros: 40_000_000, discountMicros: 4_000_000 }],
  deliveries: [
    {
      type: 'delivery',
      price: 940,
      address: {
        receiver: 'Ana Reis',
        street: 'Rua A',
        number: '1',
        city: 'Rio',
        state: 'RJ',
        postalCode: '20000-000',
        country: 'BR',
      },
    },
  ],
  payments: [{ id: 'P1', method: 'creditCard', brand: 'Visa', amount: 8140 }],
  buyer: {
    email: 'ana@example.test',
    firstName: 'Ana',
    lastName: 'Reis',
    documentType: 'cpf',
    document: '00000000191',
  },
  cancellationWindow: 0,
  total: 8140,
} as const;

const command = async (
  api: TestApi,
  orderId: string,
  path: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<void> => {
  const answer = await api.ask('POST', `/api/v1/admin/orders/${orderId}${path}`, { body, headers });
  expect(answer.status, `${path}: ${answer.text}`).toBe(200);
};

type Step = (api: TestApi, orderId: string) => Promise<void>;

const approve: Step = (api, id) => command(api, id, '/payments/P1/approve');
const accept: Step = (api, id) => command(api, id, '/accept');
const authorise: Step = (api, id) =>
  command(api, id, '/authorise-fulfilment', {}, { 'docket-acting-as': 'marketplace' });
const label =
  (status: string): Step =>
  (api, id) =>
    command(api, id, '/status', { status });
const handle: Step = (api, id) => command(api, id, '/start-handling');
const invoice =
  (value: number, quantity: number): Step =>
  (api, id) =>
    command(api, id, '/invoices', { number: 'NF 1/1', value, items: [{ sku: '310', quantity }] });
const send: Step = (api, id) =>
  command(api, id, '/invoices', {
    number: 'NF 1/1',
    value: 8140,
    package: { carrier: 'Postbird', trackingNumber: 'BR1' },
  });
const takeBack: Step = (api, id) => command(api, id, '/return-invoices', { number: 'R 1/1', value: 4000 });
const comeBack: Step = (api, id) =>
  command(api, id, '/return-invoices/R%201%2F1/tracking', { carrier: 'Postbird', trackingNumber: 'BACK1' });
const cancel: Step = (api, id) => command(api, id, '/cancellation/request', { reason: 'changed my mind' });

/** How an order comes into each state that a connector meets. */
const STATES: Readonly<Record<string, { readonly placed?: object; readonly steps: readonly Step[] }>> = {
  incomplete: { placed: { incomplete: true }, steps: [] },
  'payment-pending': { steps: [] },
  'window-to-cancel': { placed: { cancellationWindow: 1800 }, steps: [approve] },
  'ready-for-handling': { steps: [approve] },
  handling: { steps: [approve, handle] },
  'partly invoiced': { steps: [approve, handle, invoice(4000, 1)] },
  'cancellation asked': { steps: [approve, handle, cancel] },
  invoiced: { steps: [approve, handle, invoice(8140, 2)] },
  'on its way': { steps: [approve, handle, send] },
  'taken back': { steps: [approve, handle, send, takeBack] },
  'on its way back': { steps: [approve, handle, send, takeBack, comeBack] },
  canceled: { steps: [cancel] },
  'marketplace, at the seller': { placed: { workflow: 'marketplace' }, steps: [] },
  'marketplace, unpaid': { placed: { workflow: 'marketplace' }, steps: [accept] },
  'marketplace, paid': { placed: { workflow: 'marketplace' }, steps: [accept, approve] },
  'marketplace, cancellation asked': { placed: { workflow: 'marketplace' }, steps: [accept, approve, cancel] },
  'marketplace, invoiced': { placed: { workflow: 'marketplace' }, steps: [accept, approve, invoice(8140, 2)] },
  'marketplace, canceled': { placed: { workflow: 'marketplace' }, steps: [cancel] },
  'fulfillment, at the marketplace': { placed: { workflow: 'fulfillment' }, steps: [] },
  'fulfillment, ready': { placed: { workflow: 'fulfillment' }, steps: [authorise] },
  'fulfillment, handling': { placed: { workflow: 'fulfillment' }, steps: [authorise, handle] },
  'fulfillment, cancellation asked': { placed: { workflow: 'fulfillment' }, steps: [authorise, handle, cancel] },
  'fulfillment, invoiced': { placed: { workflow: 'fulfillment' }, steps: [authorise, handle, invoice(8140, 2)] },
  'fulfillment, canceled': { placed: { workflow: 'fulfillment' }, steps: [cancel] },
  'simple, pending': { placed: { workflow: 'simple' }, steps: [] },
  'simple, processing': { placed: { workflow: 'simple' }, steps: [approve, handle] },
  'simple, shipped': { placed: { workflow: 'simple' }, steps: [approve, handle, send] },
  'simple, cancelled': { placed: { workflow: 'simple' }, steps: [cancel] },
  'free, new': { placed: { workflow: 'free' }, steps: [] },
  'free, done': { placed: { workflow: 'free' }, steps: [label('Completed')] },
  'free, cancelled': { placed: { workflow: 'free' }, steps: [cancel] },
};

export async function orderIn(api: TestApi, state: string): Promise<string> {
  const way = STATES[state];
  if (way === undefined) throw new Error(`no way leads to "${state}"`);
  const placed = await api.ask('POST', '/api/v1/admin/orders', { body: { ...MUGS, ...way.placed } });
  expect(placed.status, placed.text).toBe(201);
  const { orderId } = placed.body;
  for (const step of way.steps) await step(api, orderId);
  return orderId;
}
