import type { Amount } from '@docket/core/money/amount';
import { roundedLine } from '@docket/core/money/rounding';
import type { ImportedReturnInvoice, ImportOrder } from '@docket/core/order/placing-commands';
import type { Rejection } from './import-record.js';

/** Goods that came back, told without the order that sold them. */
export interface LooseReturn {
  readonly number: string;
  readonly issuedAt: string;
  readonly lines: readonly LooseLine[];
}

interface LooseLine {
  /** Of the source, to reject it by. */
  readonly line: number;
  readonly sku: string;
  readonly priceMicros: number;
  readonly quantity: number;
}

/** An order that may take goods back. */
export interface Sale {
  order: ImportOrder;
  /** Rows behind the returns that it took. */
  readonly behind: Rejection[];
}

export interface ReturnOf {
  readonly record: string;
  readonly file: string;
  readonly loose: LooseReturn;
}

interface Shelf {
  readonly sale: Sale;
  readonly lineId: string;
  left: number;
}

/**
 * Gives each loose return to the orders that can have sold its goods: the same SKU at the same unit price, not later than
 * the return, pieces left; the latest such order first, because people send back what they bought last. A line may be
 * split over several orders. Answers what no order takes. The values of a line always come to the line as a whole.
 */
export function matchReturns(sales: readonly Sale[], returns: readonly ReturnOf[]): Rejection[] {
  if (returns.length === 0) return [];
  const shelves = shelvesOf(sales);
  const unmatched: Rejection[] = [];
  for (const { record, file, loose } of returns.toSorted((a, b) => (a.loose.issuedAt < b.loose.issuedAt ? -1 : 1))) {
    const taken = new Map<Sale, { value: Amount; items: Map<string, number> }>();
    for (const line of loose.lines) {
      const candidates = shelves.get(shelfName(line.sku, line.priceMicros)) ?? [];
      let missing = line.quantity;
      let value = 0;
      const currency = sales[0]?.order.currency ?? 'EUR';
      const worth = (quantity: number): Amount => valueOf(line.priceMicros, quantity, currency);
      for (const shelf of candidates) {
        const { order, behind } = shelf.sale;
        const quantity = order.createdAt > loose.issuedAt ? 0 : Math.min(missing, shelf.left);
        if (quantity === 0) continue;
        missing -= quantity;
        shelf.left -= quantity;
        const part = missing === 0 ? worth(line.quantity) - value : worth(quantity);
        value += part;
        const document = taken.get(shelf.sale) ?? { value: 0, items: new Map<string, number>() };
        document.value += part;
        document.items.set(shelf.lineId, (document.items.get(shelf.lineId) ?? 0) + quantity);
        taken.set(shelf.sale, document);
        behind.push({
          file,
          line: line.line,
          record,
          reason: 'the order that it returns to was rejected',
          value: -part,
        });
      }
      if (missing > 0) {
        const reason =
          missing === line.quantity
            ? 'no earlier order sold this at this price to whom returns it'
            : `earlier orders sold ${missing} pieces less than came back`;
        unmatched.push({ file, line: line.line, record, reason, value: value - worth(line.quantity) });
      }
    }
    for (const [sale, { value, items }] of taken) sale.order = withReturn(sale.order, loose, value, items);
  }
  return unmatched;
}

function shelvesOf(sales: readonly Sale[]): ReadonlyMap<string, readonly Shelf[]> {
  const shelves = new Map<string, Shelf[]>();
  for (const sale of sales.toSorted((a, b) => (a.order.createdAt > b.order.createdAt ? -1 : 1))) {
    for (const [index, { sku, priceMicros = 0, quantity, id }] of sale.order.lines.entries()) {
      const name = shelfName(sku, priceMicros);
      const shelf = { sale, lineId: id ?? String(index + 1), left: quantity };
      const same = shelves.get(name);
      if (same === undefined) shelves.set(name, [shelf]);
      else same.push(shelf);
    }
  }
  return shelves;
}

const shelfName = (sku: string, priceMicros: number): string => `${priceMicros} ${sku}`;

function valueOf(unitPrice: number, quantity: number, currency: string): Amount {
  const value = roundedLine({ unitPrice, quantity, unitMultiplier: 1000, currency, rounding: 'half_up' });
  return value === 'too_large' ? 0 : value;
}

/** The money goes back with the goods, as far as it was taken. */
function withReturn(
  order: ImportOrder,
  { number, issuedAt }: LooseReturn,
  value: Amount,
  items: ReadonlyMap<string, number>,
): ImportOrder {
  const taken = (order.payments ?? []).reduce((sum, { captured = 0, refunded = 0 }) => sum + captured - refunded, 0);
  const before = (order.returnInvoices ?? []).reduce((sum, { refund = 0 }) => sum + refund, 0);
  const document: ImportedReturnInvoice = {
    number,
    value,
    issuedAt,
    refund: Math.max(0, Math.min(value, taken - before)),
    items: [...items].map(([lineId, quantity]) => ({ lineId, quantity })),
  };
  return { ...order, returnInvoices: [...(order.returnInvoices ?? []), document] };
}
