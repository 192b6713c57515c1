import { openToShip, type Order } from '@docket/core/order/order';
import { leftIn, unplanned } from '@docket/core/order/shipment';
import { drawBarcode } from './barcode.js';
import { orderName } from './destination.js';
import { drawTable, newPaper, numberPages, shownDate } from './paper.js';
import { type PaperLanguage, paperWords } from './paper-words.js';

/** Pieces of one product at one place, with whom they are for. */
export interface PickRow {
  /** Null: nobody said where it lies. */
  readonly place: string | null;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly orders: readonly { readonly order: string; readonly quantity: number }[];
}

/**
 * What is still to be picked of some orders, by place, then by SKU. A shipment says where its pieces are packed; else they
 * lie where the line claimed them. `isMeant`: of these shipments alone.
 */
export function pickRows(
  orders: readonly Order[],
  isMeant?: (order: Order, shipmentId: string) => boolean,
): readonly PickRow[] {
  const rows = new Map<string, { row: Omit<PickRow, 'orders' | 'quantity'>; orders: Map<string, number> }>();
  for (const order of orders) {
    const shipments = Object.values(order.documents.shipment).filter(
      ({ id }) => isMeant === undefined || isMeant(order, id),
    );
    const planned = shipments.map((shipment) => ({ place: shipment.place, left: leftIn(shipment) }));
    const rest = unplanned(order);
    for (const line of order.lines) {
      if (openToShip(line) <= 0) continue;
      const own = line.stock?.place ?? null;
      const parts = planned.map(({ place, left }) => [place ?? own, left.get(line.id) ?? 0] as const);
      if (isMeant === undefined) parts.push([own, rest(line)]);
      for (const [place, quantity] of parts) {
        if (quantity <= 0) continue;
        const key = JSON.stringify([place, line.sku]);
        const found = rows.get(key) ?? {
          row: { place, sku: line.sku, name: line.name },
          orders: new Map<string, number>(),
        };
        rows.set(key, found);
        found.orders.set(orderName(order), (found.orders.get(orderName(order)) ?? 0) + quantity);
      }
    }
  }
  return [...rows.values()]
    .map(({ row, orders: named }): PickRow => {
      const each = [...named].map(([order, quantity]) => ({ order, quantity }));
      return { ...row, quantity: each.reduce((sum, { quantity }) => sum + quantity, 0), orders: each };
    })
    .sort((a, b) => compared(a.place ?? '\u{10ffff}', b.place ?? '\u{10ffff}') || compared(a.sku, b.sku));
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The way through the warehouse on paper: one walk for one order or for many. `name`: of what they travel in together. */
export async function pickList(
  orders: readonly Order[],
  {
    language,
    at,
    isMeant,
    name,
  }: {
    readonly language: PaperLanguage;
    readonly at: string;
    readonly isMeant?: (order: Order, shipmentId: string) => boolean;
    readonly name?: string;
  },
): Promise<Buffer> {
  const words = paperWords(language);
  const names = orders.map(orderName);
  const [only] = names.length === 1 ? names : [];
  const called = name ?? only;
  const paper = await newPaper({ title: `${words.pickList} ${called ?? shownDate(at, language)}`, language, at });
  paper.text(words.pickList, { bold: true, size: 18 });
  const of = name === undefined ? '' : `${words.consignment}: ${name} · `;
  paper.text(`${of}${words.order}: ${only ?? names.length} · ${shownDate(at, language)}`, { size: 10 });
  if (called !== undefined) {
    await drawBarcode(paper.doc, called, { x: paper.left + paper.width - 200, y: paper.left, width: 200, height: 34 });
    paper.doc.fillColor('#000');
  }
  paper.doc.y += 10;
  const rows = pickRows(orders, isMeant);
  if (rows.length === 0) paper.text(words.nothing);
  else {
    const table: (readonly string[] | { readonly group: string })[] = [];
    rows.forEach((row, index) => {
      if (index === 0 || rows[index - 1]?.place !== row.place)
        table.push({ group: row.place === null ? words.noPlace : `${words.place} ${row.place}` });
      const whom = row.orders.map(({ order, quantity }) => `${order} × ${quantity}`).join(', ');
      table.push([String(row.quantity), row.sku, row.name, only === undefined ? whom : '', '☐']);
    });
    await drawTable(
      paper,
      [
        { title: words.pieces, share: 0.09, align: 'right' },
        { title: words.sku, share: 0.2 },
        { title: words.product, share: only === undefined ? 0.36 : 0.61 },
        ...(only === undefined ? [{ title: words.order, share: 0.27 }] : [{ title: '', share: 0.02 }]),
        { title: words.picked, share: 0.08 },
      ],
      table,
    );
  }
  numberPages(paper, words);
  return paper.finish();
}
