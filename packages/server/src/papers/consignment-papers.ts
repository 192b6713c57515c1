import type { Consignment, Member } from '@docket/core/consignment/consignment';
import type { Order } from '@docket/core/order/order';
import { addressLines, addressOf, orderName, piecesOf, type Subject, subjectOf } from './destination.js';
import { drawTable, newPaper, numberPages, shownDate } from './paper.js';
import { type PaperLanguage, paperWords } from './paper-words.js';
import { pickList } from './pick-list.js';
import { drawLabel } from './shipping-label.js';

interface How {
  readonly language: PaperLanguage;
  readonly at: string;
}

interface Part {
  readonly order: Order;
  readonly subject: Subject;
}

/** What travels in it, order by order: the packages once it left, the shipments before. */
function partsOf({ members }: Consignment, orders: readonly Order[]): readonly Part[] {
  const known = new Map(orders.map((order) => [order.head.orderId, order]));
  return members.flatMap((member: Member): readonly Part[] => {
    const order = known.get(member.orderId);
    if (order === undefined) return [];
    const { packageId, shipmentId } = member;
    const subject = subjectOf(order, packageId === null ? { shipmentId } : { packageId });
    return subject === null ? [] : [{ order, subject }];
  });
}

/** One walk through the warehouse for everything that travels together. */
export const consignmentPickList = (consignment: Consignment, orders: readonly Order[], how: How): Promise<Buffer> => {
  const { members, number } = consignment;
  const isMeant = (order: Order, shipmentId: string): boolean =>
    members.some((member) => member.orderId === order.head.orderId && member.shipmentId === shipmentId);
  return pickList(orders, { ...how, isMeant, name: number });
};

/** What lies in it, order by order and without prices. */
export async function consignmentSlip(
  consignment: Consignment,
  orders: readonly Order[],
  { language, at }: How,
): Promise<Buffer> {
  const words = paperWords(language);
  const { number, carrier, trackingNumber, sentAt } = consignment;
  const parts = partsOf(consignment, orders);
  const paper = await newPaper({ title: `${words.packingSlip} ${number}`, language, at });
  paper.text(words.packingSlip, { bold: true, size: 18 });
  paper.doc.moveDown(0.4);
  const facts: readonly (readonly [string, string | null])[] = [
    [words.consignment, number],
    [words.order, orders.map(orderName).join(', ')],
    [words.date, shownDate(sentAt ?? at, language)],
    [words.carrier, carrier],
    [words.tracking, trackingNumber],
  ];
  const top = paper.doc.y;
  for (const [name, value] of facts) if (value !== null) paper.text(`${name}: ${value}`, { width: paper.width / 2 });
  const below = paper.doc.y;
  const address = destinationOf(parts);
  if (address.length > 0) {
    const x = paper.left + paper.width / 2;
    paper.text(words.to, { bold: true, x, y: top, width: paper.width / 2 });
    paper.text(address.join('\n'), { size: 10, x, width: paper.width / 2 });
  }
  paper.doc.y = Math.max(below, paper.doc.y) + 14;
  let all = 0;
  const rows: (readonly string[] | { readonly group: string })[] = [];
  for (const { order, subject } of parts) {
    rows.push({ group: `${words.order} ${orderName(order)}` });
    const lines = new Map(order.lines.map((line) => [line.id, line]));
    for (const { lineId, quantity } of piecesOf(order, subject)) {
      rows.push([String(quantity), lines.get(lineId)?.sku ?? '', lines.get(lineId)?.name ?? lineId]);
      all += quantity;
    }
  }
  await drawTable(
    paper,
    [
      { title: words.pieces, share: 0.1, align: 'right' },
      { title: words.sku, share: 0.25 },
      { title: words.product, share: 0.65 },
    ],
    rows,
  );
  paper.doc.y += 6;
  paper.text(`${words.total}: ${all}`, { bold: true });
  numberPages(paper, words);
  return paper.finish();
}

/** One label for all of it, with the tracking number as its barcode, else its own number. */
export function consignmentLabel(consignment: Consignment, orders: readonly Order[], how: How): Promise<Buffer> {
  const words = paperWords(how.language);
  const { number, carrier, trackingNumber, members } = consignment;
  const grams = members.reduce<number | null>(
    (sum, { weight }) => (sum === null || weight === null ? null : sum + weight),
    0,
  );
  return drawLabel(
    {
      title: `${words.consignment} ${number}`,
      carrier,
      lines: destinationOf(partsOf(consignment, orders)),
      facts: [
        `${words.consignment} ${number}`,
        `${words.order} ${orders.length === 1 ? orders.map(orderName).join() : orders.length}`,
        ...(grams === null || grams === 0 ? [] : [`${(grams / 1000).toFixed(3)} kg`]),
      ],
      code: trackingNumber ?? number,
    },
    how,
  );
}

/** All of it goes to one place: that of the first part. */
const destinationOf = ([first]: readonly Part[]): readonly string[] =>
  first === undefined ? [] : addressLines(first.order, addressOf(first.order, first.subject));
