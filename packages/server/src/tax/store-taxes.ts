import type { StoreTax } from '@docket/core/tax/store-tax';
import type pg from 'pg';
import { query } from '../database/pool.js';

/** How a store charges tax now; null: it has no provider. */
export async function findStoreTax(follower: pg.Pool, account: string, store: string): Promise<StoreTax | null> {
  const { rows } = await query<StoreTax & pg.QueryResultRow>(
    follower,
    {
      name: 'find_store_tax',
      text: `select provider, taxes_orders as "taxesOrders", discounts, ship_from as "shipFrom",
                    shipping_category as "shippingCategory"
               from tax_settings where account = $1 and store = $2 and provider <> 'none'`,
    },
    [account, store],
  );
  return rows[0] ?? null;
}

/** Tax categories by SKU, of products that name one. */
export async function taxCategories(
  follower: pg.Pool,
  account: string,
  skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await query<{ sku: string; category: string }>(
    follower,
    {
      name: 'tax_categories',
      text: `select sku, tax_category as category from products
              where account = $1 and sku = any ($2) and tax_category is not null`,
    },
    [account, skus],
  );
  return new Map(rows.map(({ sku, category }) => [sku, category]));
}
