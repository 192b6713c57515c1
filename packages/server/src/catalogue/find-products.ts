import type pg from 'pg';
import { findByWords, longestFirst, type WordTable, wordsOf } from '../database/find-by-words.js';
import { withAccounts } from '../database/pool.js';
import { type Product, PRODUCT_COLUMNS } from './products.js';

export interface ProductSearch {
  /** Beginnings of words of SKU, GTIN and name, between blanks; all must be there. */
  readonly text: string;
  /** The place of the last one found before. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** A product with its place in the answer: word and SKU. */
export interface FoundProduct {
  readonly product: Product;
  readonly place: readonly string[];
}

const WORDS: WordTable = { rows: 'products', words: 'product_words', key: 'sku', columns: PRODUCT_COLUMNS };

/** Products in the order of the longest word looked for; none where the text has no word. */
export async function findProducts(
  pool: pg.Pool,
  account: string,
  { text, after, limit }: ProductSearch,
): Promise<readonly FoundProduct[]> {
  return withAccounts(pool, [account], async (client) => {
    const words = longestFirst(await wordsOf(client, text));
    const found = await findByWords<Product>(client, WORDS, account, words, { after, limit });
    return found.map(({ word, ...product }) => ({ product, place: [word, product.sku] }));
  });
}
