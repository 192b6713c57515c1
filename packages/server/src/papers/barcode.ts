/** What Code 128 can hold of a text: printable ASCII. Other characters become `?`, or no scanner would read any of it. */
const scannable = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 60);

/** Draws a text as Code 128, as wide as the box, with a quiet zone of ten modules on either side. */
export async function drawBarcode(
  doc: PDFKit.PDFDocument,
  text: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Promise<void> {
  const { default: bwipjs } = await import('bwip-js');
  const [symbol] = bwipjs.raw('code128', scannable(text));
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('the barcode came in another shape');
  const modules = symbol.sbs.reduce((sum, width) => sum + width, 0);
  // a bar is at most 1.4 points wide: a short number needs no poster
  const module = Math.min(box.width / (modules + 20), 1.4);
  let x = box.x + (box.width - modules * module) / 2;
  for (const [index, width] of symbol.sbs.entries()) {
    if (index % 2 === 0) doc.rect(x, box.y, width * module, box.height);
    x += width * module;
  }
  doc.fill('#000');
}
