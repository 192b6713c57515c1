import type pg from 'pg';
import { query } from '../database/pool.js';
import type { Edit } from '../settings-history/record-change.js';
import { createSettingStore, type SettingTable } from '../settings-history/setting-store.js';
import { missingPlace } from '../stock/places.js';

/** A product as it is sold. */
export interface Product {
  readonly sku: string;
  readonly gtin: string | null;
  readonly name: string;
  /** Millionths of the major unit of `currency`; null where every line names its own price. */
  readonly priceMicros: number | null;
  readonly currency: string | null;
  /** False: orders claim no stock of it. */
  readonly counted: boolean;
  /** Stock place of lines that name none. */
  readonly place: string;
  /** A picture: an https address, or a path of this server; absent is null. */
  readonly imageUrl?: string | null;
  /** A path such as `garden/tools`, which promotions ask for; absent is null. */
  readonly category?: string | null;
  /** Names its tax rates; absent or null: `standard`. */
  readonly taxCategory?: string | null;
}

export const PRODUCT_COLUMNS =
  'sku, gtin, name, price_micros as "priceMicros", currency, counted, place, image_url as "imageUrl", category, tax_category as "taxCategory"';

export const PRODUCTS: SettingTable<Product> = {
  kind: 'product',
  decisionsRead: true,
  keyOf: ({ sku }) => sku,
  async find(client, account, keys) {
    const { rows } = await query<Product>(
      client,
      { name: 'find_products', text: `select ${PRODUCT_COLUMNS} from products where account = $1 and sku = any ($2)` },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<Product>(
      client,
      {
        name: 'list_products',
        text: `select ${PRODUCT_COLUMNS} from products where account = $1 and sku > $2 order by sku limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_products',
        text: `with saved as (
                 insert into products (account, sku, gtin, name, price_micros, currency, counted, place, image_url,
                                       category, tax_category)
                 select $1, sku, gtin, name, "priceMicros", currency, counted, place, "imageUrl", category, "taxCategory"
                   from json_to_recordset($2) as p (sku text, gtin text, name text, "priceMicros" bigint, currency text,
                                                    counted boolean, place text, "imageUrl" text, category text, "taxCategory" text)
                  order by sku
                 on conflict (account, sku) do update
                    set gtin = excluded.gtin, name = excluded.name, price_micros = excluded.price_micros,
                        currency = excluded.currency, counted = excluded.counted, place = excluded.place,
                        image_url = excluded.image_url, category = excluded.category, tax_category = excluded.tax_category
                 returning sku, concat_ws(' ', sku, gtin, name) as texts
               ), words as (
                 select sku, word from saved, words_of(texts) as word
               ), outdated as (
                 -- as of customers: an array, and no join
                 delete from product_words w
                  where w.account = $1 and w.sku = any (array(select sku from saved))
                    and not exists (select from words n where n.sku = w.sku and n.word = w.word)
               )
               insert into product_words (account, sku, word) select $1, sku, word from words
               on conflict do nothing`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  // Orders keep the name and price that they were placed with.
  async remove(client, account, key) {
    await query(
      client,
      {
        name: 'remove_product',
        text: `with words as (delete from product_words where account = $1 and sku = $2)
               delete from products where account = $1 and sku = $2`,
      },
      [account, key],
    );
  },
  missing: missingPlace,
  async usedBy(client, account, key) {
    const { rows } = await query(
      client,
      {
        name: 'product_used_by',
        text: `select from stock where account = $1 and sku = $2 and (on_hand > 0 or claimed > 0 or confirmed > 0) limit 1`,
      },
      [account, key],
    );
    return rows.length > 0 ? 'stock' : null;
  },
};

/** Adds products and replaces those whose SKU is there, all or none. Their places must be known. */
export async function saveProducts(
  pool: pg.Pool,
  account: string,
  products: readonly Product[],
  by: Pick<Edit, 'at' | 'actor'> = { actor: 'system' },
): Promise<void> {
  const answer = await createSettingStore(pool, PRODUCTS).load({ account, ...by }, products);
  if (answer !== 'ok') throw new Error(`products were not loaded: ${JSON.stringify(answer)}`);
}
