import type { Order } from '@docket/core/order/order';
import { addressLines, addressOf, orderName, piecesOf, type Subject } from './destination.js';
import { drawTable, newPaper, numberPages, shownDate } from './paper.js';
import { type PaperLanguage, paperWords } from './paper-words.js';

/** What lies in a parcel, in a shipment or in the whole order, without prices. */
export async function packingSlip(
  order: Order,
  subject: Subject,
  { language, at }: { readonly language: PaperLanguage; readonly at: string },
): Promise<Buffer> {
  const words = paperWords(language);
  const { parcel, shipment } = subject;
  const paper = await newPaper({ title: `${words.packingSlip} ${orderName(order)}`, language, at });
  paper.text(words.packingSlip, { bold: true, size: 18 });
  paper.doc.moveDown(0.4);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [words.order, orderName(order)],
    [words.shipment, shipment?.number],
    [words.package, parcel?.id],
    [words.date, shownDate(parcel?.sentAt ?? at, language)],
    [words.carrier, parcel?.carrier ?? shipment?.carrier],
    [words.tracking, parcel?.trackingNumber],
    [words.weight, parcel?.weight === undefined ? null : `${(parcel.weight / 1000).toFixed(3)} kg`],
  ];
  const top = paper.doc.y;
  for (const [name, value] of facts) if (value != null) paper.text(`${name}: ${value}`, { width: paper.width / 2 });
  const below = paper.doc.y;
  const address = addressLines(order, addressOf(order, subject));
  if (address.length > 0) {
    const x = paper.left + paper.width / 2;
    paper.text(words.to, { bold: true, x, y: top, width: paper.width / 2 });
    paper.text(address.join('\n'), { size: 10, x, width: paper.width / 2 });
  }
  paper.doc.y = Math.max(below, paper.doc.y) + 14;
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const pieces = piecesOf(order, subject);
  await drawTable(
    paper,
    [
      { title: words.pieces, share: 0.1, align: 'right' },
      { title: words.sku, share: 0.25 },
      { title: words.product, share: 0.65 },
    ],
    pieces.map(({ lineId, quantity }) => [
      String(quantity),
      lines.get(lineId)?.sku ?? '',
      lines.get(lineId)?.name ?? lineId,
    ]),
  );
  const all = pieces.reduce((sum, { quantity }) => sum + quantity, 0);
  paper.doc.y += 6;
  paper.text(`${words.total}: ${all}`, { bold: true });
  numberPages(paper, words);
  return paper.finish();
}
