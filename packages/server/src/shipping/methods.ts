import type pg from 'pg';
import { query } from '../database/pool.js';
import type { Edit } from '../settings-history/record-change.js';
import { createSettingStore, type SettingTable } from '../settings-history/setting-store.js';

/** A way of delivery at one flat price, in minor units of `currency`. */
export interface ShippingMethod {
  readonly code: string;
  readonly name: string;
  readonly price: number;
  readonly currency: string;
}

export const SHIPPING_METHODS: SettingTable<ShippingMethod> = {
  kind: 'shipping_method',
  decisionsRead: true,
  keyOf: ({ code }) => code,
  async find(client, account, keys) {
    const { rows } = await query<ShippingMethod>(
      client,
      {
        name: 'find_shipping_methods',
        text: 'select code, name, price, currency from shipping_methods where account = $1 and code = any ($2)',
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<ShippingMethod>(
      client,
      {
        name: 'list_shipping_methods',
        text: `select code, name, price, currency from shipping_methods
                where account = $1 and code > $2 order by code limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
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
  },
  // Orders keep the price that they were placed with.
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_shipping_method', text: 'delete from shipping_methods where account = $1 and code = $2' },
      [account, key],
    );
  },
};

/** Adds methods and replaces those whose code is there, all or none. */
export async function saveShippingMethods(
  pool: pg.Pool,
  account: string,
  methods: readonly ShippingMethod[],
  by: Pick<Edit, 'at' | 'actor'> = { actor: 'system' },
): Promise<void> {
  await createSettingStore(pool, SHIPPING_METHODS).load({ account, ...by }, methods);
}
