import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createTestApi, type TestApi } from './setup/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.end());

interface Shown {
  readonly orderId: string;
  readonly totals: { readonly total: number };
  readonly refunds: readonly { readonly id: string; readonly amount: number }[];
  readonly payments: readonly { readonly captured: number; readonly refunded: number }[];
  readonly invoices: readonly { readonly value: number }[];
  readonly returnInvoices: readonly {
    readonly value: number;
    readonly refunds: readonly { readonly amount: number }[];
  }[];
  readonly ledger: Readonly<Record<string, number>>;
}

const post = (path: string, body: object = {}) => api.ask('POST', `${ADMIN}${path}`, { body });
const shown = async (order: string) => (await api.ask('GET', `${ADMIN}${order}`)).body as unknown as Shown;
const LINES = [
  { sku: 'TEA', name: 'Tea', quantity: 3, priceMicros: 3_333_333, discountMicros: 111_111, tax: 137 },
  { sku: 'POT', name: 'Pot', quantity: 2, priceMicros: 19_990_000, tax: 760 },
];

/** Tea and pots, with tax, shipping and a discount on all of it, paid. */
async function paid(workflow: 'simple' | 'complete'): Promise<string> {
  const asked = {
    workflow,
    currency: 'EUR',
    lines: LINES,
    deliveries: [{ type: 'delivery', price: 495 }],
    discounts: [{ id: 'd', name: 'Welcome', amount: 77 }],
    cancellationWindow: 0,
  };
  const { body } = await post('/orders', { ...asked, payments: [], total: 0 });
  const total = (body as unknown as { details: { counted: number } }).details.counted;
  const placed = await post('/orders', { ...asked, payments: [{ method: 'card', amount: total }], total });
  expect(placed.status, placed.text).toBe(201);
  const order = `/orders/${(placed.body as unknown as Shown).orderId}`;
  for (const step of ['payments/1/approve', 'start-handling'])
    expect((await post(`${order}/${step}`)).status).toBeLessThan(300);
  return order;
}

describe('refunds asked for within moments', () => {
  it('have an answer each: as many move as were taken, none is lost and none is merged (pain 2.13)', async () => {
    const order = await paid('simple');
    const { totals } = await shown(order);
    const amount = Math.floor(totals.total / 4.5);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => post(`${order}/refund`, { amount, reason: `call ${n}` })),
    );
    const taken = answers.filter(({ status }) => status < 300);
    expect(taken).toHaveLength(4);
    for (const { status, body } of answers.filter((answer) => !taken.includes(answer)))
      expect([status, body], JSON.stringify(body)).toMatchObject([422, { code: 'refund_exceeds_captured' }]);
    const after = await shown(order);
    expect(after.refunds.map((refund) => refund.amount)).toEqual([amount, amount, amount, amount]);
    expect(new Set(after.refunds.map(({ id }) => id)).size).toBe(4);
    expect(after.payments).toMatchObject([{ captured: totals.total, refunded: 4 * amount }]);
  });

  it('of one receipt that two workers save at once are one: what may be given back is lowered once (pain 2.3)', async () => {
    const order = await paid('complete');
    const { totals } = await shown(order);
    expect((await post(`${order}/invoices`, { number: 'A-1', value: totals.total })).status).toBeLessThan(300);
    const receipt = { number: 'R-1', value: 1_000, items: [{ sku: 'POT', quantity: 1 }] };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(`${order}/return-invoices`, receipt)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const after = await shown(order);
    expect(after.returnInvoices).toMatchObject([{ value: 1_000, refunds: [{ amount: 1_000 }] }]);
    expect(after.payments).toMatchObject([{ captured: totals.total, refunded: 1_000 }]);
  });
});

describe('order, invoices and credit notes', () => {
  it('come to the same cent, however the pieces are divided (pain 2.40)', async () => {
    const order = await paid('complete');
    const { totals } = await shown(order);
    const parts = [
      { number: 'A-1', items: [{ sku: 'TEA', quantity: 1 }], value: 400 },
      { number: 'A-2', items: [{ sku: 'POT', quantity: 2 }], value: 4_500 },
      { number: 'A-3', value: totals.total - 4_900 },
    ];
    for (const part of parts) expect((await post(`${order}/invoices`, part)).status).toBeLessThan(300);
    for (const [number, items] of [
      ['R-1', [{ sku: 'TEA', quantity: 2 }]],
      ['R-2', [{ sku: 'POT', quantity: 1 }]],
    ] as const) {
      const half = { number, items, value: Math.floor(totals.total / 3) };
      expect((await post(`${order}/return-invoices`, half)).status).toBeLessThan(300);
    }
    const before = await shown(order);
    const left = totals.total - before.returnInvoices.reduce((sum, { value }) => sum + value, 0);
    expect((await post(`${order}/return-invoices`, { number: 'R-3', value: left })).status).toBeLessThan(300);
    const after = await shown(order);
    expect(after.invoices.reduce((sum, { value }) => sum + value, 0)).toBe(totals.total);
    expect(after.returnInvoices.reduce((sum, { value }) => sum + value, 0)).toBe(totals.total);
    expect(after.payments).toMatchObject([{ captured: totals.total, refunded: totals.total }]);
    expect(Object.values(after.ledger).reduce((sum, balance) => sum + balance, 0)).toBe(0);
  });
});
