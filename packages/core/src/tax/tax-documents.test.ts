import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../money/amount.js';
import { given, place } from '../order/given.test-support.js';
import type { Order } from '../order/order.js';
import type { StoreTax } from './store-tax.js';
import { cancelledTaxDocument, taxCode, taxDocumentsOf } from './tax-documents.js';
import type { TaxDocument } from './tax-provider.js';

const STORE: StoreTax = {
  provider: 'avatax',
  taxesOrders: true,
  discounts: 'distribute',
  shipFrom: null,
  shippingCategory: 'standard',
};
const known = { exemption: null, categoryOf: (sku: string) => (sku === 'CUP' ? 'food' : null) };

/** Two mugs and a cup at 40.00 less 1.00, 5.00 of shipping, tax of 10.01 and 4.99 in the lines, 3.00 of wrapping: 142.00. */
const SOLD = place({
  lines: [
    { sku: 'MUG', quantity: 2, tax: 1001 },
    { sku: 'CUP', quantity: 1, tax: 499 },
  ],
  discounts: [{ id: 'd', name: 'Spring', amount: 100 }],
  adjustments: [{ id: 'wrap', kind: 'fee', name: 'Wrapping', amount: 300 }],
  payments: [],
  workflow: 'free',
  total: 12_000 - 100 + 500 + 1500 + 300,
});
const order = given(SOLD).order as Order;

/** The order with papers, however it came by them. */
function withPapers(
  invoices: readonly Paper[],
  returns: readonly Paper[] = [],
  changes: Partial<Order['head']> = {},
): Order {
  const records = (papers: readonly Paper[]) =>
    Object.fromEntries(
      papers.map((paper) => [paper.number, { issuedAt: '2026-03-03T00:00:00.000Z', items: [], ...paper }]),
    );
  return {
    ...order,
    head: { ...order.head, invoicedAt: '2026-03-03T00:00:00.000Z', ...changes },
    documents: {
      ...order.documents,
      invoice: records(invoices),
      return_invoice: records(returns),
    } as unknown as Order['documents'],
  };
}
interface Paper {
  readonly number: string;
  readonly value: number;
  readonly items?: readonly { readonly lineId: string; readonly quantity: number }[];
}

const amounts = ({ basket }: TaxDocument) => sum(basket.items.map(({ amount }) => amount));
const taxes = (document: TaxDocument) => sum(document.taxes.map(({ tax }) => tax));
const documents = (of: Order) => taxDocumentsOf(of, STORE, known).map(({ document }) => document);

describe('what a tax service is told of an order', () => {
  it('is nothing before its first paper', () => {
    expect(taxDocumentsOf(order, STORE, known)).toEqual([]);
  });

  it('is a sale with all of its money for an invoice of the whole', () => {
    const items = [
      { lineId: '1', quantity: 2 },
      { lineId: '2', quantity: 1 },
    ];
    const [sale] = documents(withPapers([{ number: 'A', value: 14_200, items }]));
    expect(
      sale?.basket.items.map(({ kind, id, amount, category, quantity }) => [kind, id, amount, category, quantity]),
    ).toEqual([
      ['line', '1', 7933, 'standard', 2],
      ['line', '2', 3967, 'food', 1],
      ['shipping', '1', 500, 'standard', 1],
      ['adjustment', 'wrap', 300, null, 1],
    ]);
    expect(sale?.taxes.map(({ tax }) => tax)).toEqual([1001, 499, 0, 0]);
  });

  it('is struck out of a cancelled order, paper by paper', () => {
    const cancelled = withPapers([{ number: 'A', value: 1 }], [{ number: 'R', value: 1 }], {
      cancellation: { at: '', by: 'staff', requestId: null, reason: null },
    });
    expect(taxDocumentsOf(cancelled, STORE, known).map(({ wanted }) => wanted)).toEqual(['voided', 'voided']);
    expect(cancelledTaxDocument(order, STORE)).toMatchObject({
      wanted: 'voided',
      document: { code: 'default/1480000500001-01', kind: 'sale', basket: { items: [] } },
    });
  });

  it('gives back the goods alone where the shipping is kept, and a share of everything where it is worth less', () => {
    const items = [{ lineId: '1', quantity: 1 }];
    const back = (value: number) =>
      documents(withPapers([{ number: 'A', value: 14_200 }], [{ number: 'R', value, items }]))[1];
    const goods = 3967 + 501;
    expect(back(goods)?.basket.items.map(({ kind, amount }) => [kind, amount])).toEqual([['line', 3967]]);
    const half = back(2000);
    if (half === undefined) throw new Error('no refund');
    expect(amounts(half) + taxes(half)).toBe(2000);
    expect(taxes(half)).toBeGreaterThan(0);
    expect(half.saleCode).toBe('default/1480000500001-01/A');
  });

  it('comes to the order in all, to the cent, however it was invoiced: by pieces, or by value', () => {
    const cuts = fc.array(fc.nat(14_200), { maxLength: 5 });
    fc.assert(
      fc.property(cuts, fc.boolean(), (at, byPieces) => {
        const marks = [0, ...at.sort((a, b) => a - b), 14_200];
        const papers: Paper[] = byPieces
          ? [
              { number: 'A', value: 1, items: [{ lineId: '1', quantity: 1 }] },
              { number: 'B', value: 1, items: [{ lineId: '2', quantity: 1 }] },
              { number: 'C', value: 1, items: [{ lineId: '1', quantity: 1 }] },
            ]
          : marks.slice(1).map((mark, index) => ({ number: `A${index}`, value: mark - (marks[index] ?? 0) }));
        const told = documents(withPapers(papers));
        expect(sum(told.map(amounts))).toBe(12_700);
        expect(sum(told.map(taxes))).toBe(1500);
        expect(told.every(({ taxes: all }) => all.every(({ tax }) => tax >= 0))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('has a code of at most 50 characters, another one for each paper', () => {
    const long = 'Rechnung 2026/000001 über Waren aus dem Lager Nord, Teil '.repeat(2);
    const codes = [long, `${long}2`, 'A', 'B'].flatMap((paper) => [
      taxCode(order, 'sale', paper),
      taxCode(order, 'refund', paper),
    ]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => code.length <= 50 && /^[\x20-\x7e]+$/.test(code))).toBe(true);
  });
});

describe('of an order that coins rounded down', () => {
  it('a return of everything takes back all of its tax, although it is worth a little less', () => {
    const whole = order.head.totals.total - 300;
    const rounded = [{ id: 'cash-rounding', kind: 'rounding', name: 'Cash rounding', amount: -4 }];
    const paper = { number: 'R-1', value: whole - 4, items: [{ lineId: '1', quantity: 2 }, { lineId: '2', quantity: 1 }] }; // prettier-ignore
    const sold = withPapers([{ number: 'A-1', value: whole - 4 }], [paper], {
      adjustments: rounded,
      totals: { ...order.head.totals, adjustments: -4, total: whole - 4 },
    });
    const [sale, back] = taxDocumentsOf(sold, STORE, known).map(({ document }) => document);
    expect([sale, back].map((document) => (document === undefined ? null : taxes(document)))).toEqual([1500, 1500]);
  });
});
