import { createRequire } from 'node:module';
import { setImmediate as breath } from 'node:timers/promises';
import type { PaperLanguage, PaperWords } from './paper-words.js';

/** Points; 72 are an inch. A4 unless said otherwise. */
const A4 = [595.28, 841.89] as const;
const MARGIN = 42;

const { resolve } = createRequire(import.meta.url);
/** Latin with all its accents, Greek and Cyrillic; embedded in part, so that every reader shows the same. */
const FONTS = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

export interface NewPaper {
  readonly title: string;
  readonly language: PaperLanguage;
  /** When it is made: the same content at the same time is the same file. */
  readonly at: string;
  /** Width and height in points. */
  readonly size?: readonly [width: number, height: number];
  readonly margin?: number;
}

export interface Paper {
  readonly doc: PDFKit.PDFDocument;
  /** What lies between the margins. */
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
  text(text: string, options?: { bold?: boolean; size?: number; x?: number; y?: number; width?: number }): void;
  finish(): Promise<Buffer>;
}

/** Few processes print: what draws takes a tenth of the time of a start to read, so it is read for the first paper. */
export async function newPaper({ title, language, at, size = A4, margin = MARGIN }: NewPaper): Promise<Paper> {
  const { default: PDFDocument } = await import('pdfkit');
  const created = new Date(at);
  const doc = new PDFDocument({
    size: [...size],
    margin,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    pdfVersion: '1.7',
    info: { Title: title, Producer: 'Docket', Creator: 'Docket', CreationDate: created, ModDate: created },
  });
  doc.registerFont('regular', FONTS.regular);
  doc.registerFont('bold', FONTS.bold);
  doc.font('regular').fontSize(9);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => void chunks.push(chunk));
  const ended = new Promise<void>((done) => doc.on('end', done));
  return {
    doc,
    left: margin,
    width: size[0] - 2 * margin,
    bottom: size[1] - margin,
    text(text, { bold = false, size: points = 9, x = margin, y = doc.y, width = size[0] - 2 * margin } = {}) {
      doc
        .font(bold ? 'bold' : 'regular')
        .fontSize(points)
        .text(text, x, y, { width });
    },
    async finish() {
      doc.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
}

export interface Column {
  readonly title: string;
  /** Of the width of the paper. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

/** Rows that are drawn without letting other work of the process go on. */
const ROWS_AT_A_TIME = 100;

/** A table with its heads repeated on every page; `group` rows are a line of their own across it. */
export async function drawTable(
  { doc, left, width, bottom }: Paper,
  columns: readonly Column[],
  rows: readonly (readonly string[] | { readonly group: string })[],
): Promise<void> {
  const cells = columns.map(({ share, align = 'left' }, index) => ({
    x: left + width * columns.slice(0, index).reduce((sum, column) => sum + column.share, 0),
    width: width * share - 6,
    align,
  }));
  const draw = (texts: readonly string[], bold: boolean): void => {
    doc.font(bold ? 'bold' : 'regular').fontSize(8.5);
    const heights = cells.map((cell, index) => doc.heightOfString(texts[index] ?? '', { width: cell.width }));
    const height = Math.max(...heights) + 5;
    if (doc.y + height > bottom - 16) {
      doc.addPage();
      if (!bold) head();
    }
    const y = doc.y;
    for (const [index, cell] of cells.entries()) {
      doc
        .font(bold ? 'bold' : 'regular')
        .fontSize(8.5)
        .text(texts[index] ?? '', cell.x, y + 2, { width: cell.width, align: cell.align });
    }
    doc.y = y + height;
    doc
      .moveTo(left, doc.y)
      .lineTo(left + width, doc.y)
      .lineWidth(bold ? 0.8 : 0.2)
      .strokeColor('#888')
      .stroke();
  };
  const head = (): void =>
    draw(
      columns.map(({ title }) => title),
      true,
    );
  head();
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await breath();
    if ('group' in row) {
      if (doc.y + 40 > bottom) {
        doc.addPage();
        head();
      }
      doc
        .font('bold')
        .fontSize(9.5)
        .text(row.group, left, doc.y + 6, { width });
      doc.y += 3;
    } else draw(row, false);
  }
}

/** "Page 1 / 3" at the foot of each, once it is known how many there are. */
export function numberPages({ doc, left, width, bottom }: Paper, words: PaperWords): void {
  const { start, count } = doc.bufferedPageRange();
  if (count < 2) return;
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // below the margin, where text would otherwise begin another page
    doc.page.margins.bottom = 0;
    doc
      .font('regular')
      .fontSize(7.5)
      .text(`${words.page} ${page + 1} / ${count}`, left, bottom + 8, { width, align: 'right', lineBreak: false });
  }
}

export const shownDate = (at: string, language: PaperLanguage): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(at));
