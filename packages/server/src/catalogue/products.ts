import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { raiseCatalogueVersion } from './catalogue-version.js';

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
}

/** Adds products and replaces those whose SKU is there, in one transaction. Of a SKU given twice the last one stays. */
export async function saveProducts(pool: pg.Pool, account: string, products: readonly Product[]): Promise<void> {
  const rows = [...new Map(products.map((product) => [product.sku, product])).values()];
  await withAccounts(pool, [account], (client) =>
    inTransaction(client, async () => {
      await query(
        client,
        {
          name: 'save_products',
          text: `insert into products (account, sku, gtin, name, price_micros, currency, counted, place)
                 select $1, sku, gtin, name, "priceMicros", currency, counted, place
                   from json_to_recordset($2) as p (sku text, gtin text, name text, "priceMicros" bigint, currency text,
                                                    counted boolean, place text)
                  order by sku
                 on conflict (account, sku) do update
                    set gtin = excluded.gtin, name = excluded.name, price_micros = excluded.price_micros,
                        currency = excluded.currency, counted = excluded.counted, place = excluded.place`,
        },
        [account, JSON.stringify(rows)],
      );
      await raiseCatalogueVersion(client, account);
    }),
  );
}

/** Products after this SKU, in its order. */
export async function listProducts(pool: pg.Pool, account: string, after: string, limit: number): Promise<Product[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Product>(
      client,
      {
        name: 'list_products',
        text: `select sku, gtin, name, price_micros as "priceMicros", currency, counted, place
                 from products where account = $1 and sku > $2 order by sku limit $3`,
      },
      [account, after, limit],
    ),
  );
  return rows;
}
