import type { DocketClient, StockLevel } from './docket-client.js';
import type { OlistProduct, OlistRecord } from './record.js';

/** Rows of one load, and of one page. */
const ROWS = 1_000;
const PLACE = 'main';

/** Loads the products of the records, counted, so that every order claims its pieces like any other. */
export async function loadProducts(client: DocketClient, products: readonly OlistProduct[]): Promise<void> {
  const items = products.map(({ productId, name }) => ({ sku: productId, name, counted: true, place: PLACE }));
  for (const rows of inChunks(items)) await client.post('/products', { items: rows });
}

/**
 * Lays on the shelf what the records still to be placed will claim, and no more than is missing there: a second run, and
 * one after a kill, add nothing. Answers with the pieces added.
 */
export async function topUpStock(client: DocketClient, toPlace: readonly OlistRecord[]): Promise<number> {
  const wanted = new Map<string, number>();
  for (const { productId, pieces } of toPlace.flatMap(({ lines }) => lines)) {
    wanted.set(productId, (wanted.get(productId) ?? 0) + pieces);
  }
  if (wanted.size === 0) return 0;
  const levels = await readLevels(client);
  const counts = [...wanted].flatMap(([sku, pieces]) => {
    const { onHand, available } = levels.get(sku) ?? { onHand: 0, available: 0 };
    return pieces > available
      ? [{ sku, place: PLACE, onHand: onHand + pieces - available, added: pieces - available }]
      : [];
  });
  for (const rows of inChunks(counts)) {
    await client.post('/stock', { items: rows.map(({ sku, place, onHand }) => ({ sku, place, onHand })) });
  }
  return counts.reduce((sum, { added }) => sum + added, 0);
}

async function readLevels(client: DocketClient): Promise<ReadonlyMap<string, StockLevel>> {
  const levels = new Map<string, StockLevel>();
  for (let after: string | null = ''; after !== null;) {
    const from: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const page = (await client.get(`/stock?limit=${ROWS}${from}`)) as {
      items: readonly StockLevel[];
      next: string | null;
    };
    for (const level of page.items) if (level.place === PLACE) levels.set(level.sku, level);
    after = page.next;
  }
  return levels;
}

function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS) yield rows.slice(start, start + ROWS);
}
