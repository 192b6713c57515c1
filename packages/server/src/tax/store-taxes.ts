import type { StoreTax } from '@docket/core/tax/store-tax';
import type pg from 'pg';
import { query } from '../database/pool.js';

/** How a store charges tax, and in which books of its service. */
export interface FiledStoreTax extends StoreTax {
  /** As `SERVICE` writes it; null: the provider is our own. */
  readonly service: string | null;
}

/**
 * Where documents of a store are kept: address, account and company of its tax service. Two accounts of one service are two books.
 * A row of `tax_settings` is in sight.
 */
export const SERVICE = `case when provider = 'avatax' then concat_ws(' ', service_url, service_account, company_code) end`;

/** How a store charges tax now; null: it has no provider. */
export async function findStoreTax(follower: pg.Pool, account: string, store: string): Promise<FiledStoreTax | null> {
  const { rows } = await query<FiledStoreTax & pg.QueryResultRow>(
    follower,
    {
      name: 'find_store_tax',
      text: `select provider, taxes_orders as "taxesOrders", discounts, ship_from as "shipFrom",
                    shipping_category as "shippingCategory", ${SERVICE} as service
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
