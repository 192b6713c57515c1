import type pg from 'pg';
import { raiseCatalogueVersion } from '../catalogue/catalogue-version.js';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';

/** A way of delivery at one flat price, in minor units of `currency`. */
export interface ShippingMethod {
  readonly code: string;
  readonly name: string;
  readonly price: number;
  readonly currency: string;
}

/** Adds methods and replaces those whose code is there. Of a code given twice the last one stays. */
export async function saveShippingMethods(
  pool: pg.Pool,
  account: string,
  methods: readonly ShippingMethod[],
): Promise<void> {
  const rows = [...new Map(methods.map((method) => [method.code, method])).values()];
  await withAccounts(pool, [account], (client) =>
    inTransaction(client, async () => {
      await query(
        client,
        {
          name: 'save_shipping_methods',
          text: `insert into shipping_methods (account, code, name, price, currency)
                 select $1, code, name, price, currency
                   from json_to_recordset($2) as m (code text, name text, price bigint, currency text)
                  order by code
                 on conflict (account, code) do update
                    set name = excluded.name, price = excluded.price, currency = excluded.currency`,
        },
        [account, JSON.stringify(rows)],
      );
      await raiseCatalogueVersion(client, account);
    }),
  );
}

/** All methods of the account; there are few. */
export async function listShippingMethods(pool: pg.Pool, account: string): Promise<ShippingMethod[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<ShippingMethod>(
      client,
      {
        name: 'list_shipping_methods',
        text: 'select code, name, price, currency from shipping_methods where account = $1 order by code',
      },
      [account],
    ),
  );
  return rows;
}
