import type { Order } from '@docket/core/order/order';
import { drawBarcode } from './barcode.js';
import { addressLines, addressOf, orderName, type Subject } from './destination.js';
import { newPaper } from './paper.js';
import { type PaperLanguage, paperWords } from './paper-words.js';

/** 100 × 150 mm, as label printers take it. */
const SIZE = [283.46, 425.2] as const;

interface Label {
  readonly title: string;
  readonly carrier: string | null;
  /** The address, line by line; the first is who receives it. */
  readonly lines: readonly string[];
  readonly facts: readonly string[];
  /** What the barcode says. */
  readonly code: string;
}

/** Where a parcel goes, and a barcode of its own, of its tracking number, or of the order. It is no label of a carrier. */
export async function shippingLabel(
  order: Order,
  subject: Subject,
  how: { readonly language: PaperLanguage; readonly at: string },
): Promise<Buffer> {
  const words = paperWords(how.language);
  const { parcel, shipment } = subject;
  const code = parcel?.barcode ?? parcel?.trackingNumber ?? ownCode(order, subject);
  return drawLabel(
    {
      title: `${orderName(order)} ${code}`,
      carrier: parcel?.carrier ?? shipment?.carrier ?? null,
      lines: addressLines(order, addressOf(order, subject)),
      facts: [
        `${words.order} ${orderName(order)}`,
        ...(parcel === undefined ? [] : [`${words.package} ${parcel.id}`]),
        ...(parcel?.weight === undefined ? [] : [`${(parcel.weight / 1000).toFixed(3)} kg`]),
      ],
      code,
    },
    how,
  );
}

/** Of a package that has no code of its own: its shipment and its id in it, so that two of them are told apart. */
const ownCode = (order: Order, { parcel, shipment }: Subject): string => {
  if (shipment === undefined) return orderName(order);
  return parcel === undefined ? shipment.number : `${shipment.number}-${parcel.id}`;
};

/** The label itself, whatever it is of. */
export async function drawLabel(
  { title, carrier, lines, facts, code }: Label,
  { language, at }: { readonly language: PaperLanguage; readonly at: string },
): Promise<Buffer> {
  const paper = await newPaper({ title, language, at, size: SIZE, margin: 18 });
  if (carrier !== null) paper.text(carrier, { bold: true, size: 14 });
  paper.doc.y += 8;
  paper.text(paperWords(language).to, { size: 8 });
  // the last lines are cut before the barcode is
  for (const [index, line] of lines.entries()) if (paper.doc.y < 250) paper.text(line, { bold: index === 0, size: 13 });
  paper.text(facts.join(' · '), { size: 8, y: 290 });
  await drawBarcode(paper.doc, code, { x: paper.left, y: 312, width: paper.width, height: 64 });
  paper.doc.fillColor('#000');
  paper.doc.font('regular').fontSize(10).text(code.slice(0, 60), paper.left, 382, {
    width: paper.width,
    align: 'center',
    height: 24,
    ellipsis: true,
  });
  return paper.finish();
}
