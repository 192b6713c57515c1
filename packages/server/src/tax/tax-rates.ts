import type { TaxRate } from '@docket/core/tax/tax-rates';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { VALIDITY } from '../pricing/validity.js';
import type { SettingTable } from '../settings-history/setting-store.js';

const columns = `tax_rate as "taxRate", name, country, region, category, rate_millionths as "rateMillionths", ${VALIDITY}`;

export const TAX_RATES: SettingTable<TaxRate> = {
  kind: 'tax_rate',
  decisionsRead: false,
  most: 5_000,
  keyOf: ({ taxRate }) => taxRate,
  async find(client, account, keys) {
    const { rows } = await query<TaxRate & pg.QueryResultRow>(
      client,
      { name: 'find_tax_rates', text: `select ${columns} from tax_rates where account = $1 and tax_rate = any ($2)` },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<TaxRate & pg.QueryResultRow>(
      client,
      {
        name: 'list_tax_rates',
        text: `select ${columns} from tax_rates where account = $1 and tax_rate > $2 order by tax_rate limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_tax_rates',
        text: `insert into tax_rates (account, tax_rate, name, country, region, category, rate_millionths, valid_from,
                                      valid_until)
               select $1, "taxRate", name, country, region, category, "rateMillionths", "validFrom", "validUntil"
                 from json_to_recordset($2) as r ("taxRate" text, name text, country text, region text, category text,
                                                  "rateMillionths" int, "validFrom" timestamptz,
                                                  "validUntil" timestamptz)
                order by "taxRate"
               on conflict (account, tax_rate) do update
                  set name = excluded.name, country = excluded.country, region = excluded.region,
                      category = excluded.category, rate_millionths = excluded.rate_millionths,
                      valid_from = excluded.valid_from, valid_until = excluded.valid_until`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  // Orders keep the tax that they were placed with.
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_tax_rate', text: 'delete from tax_rates where account = $1 and tax_rate = $2' },
      [account, key],
    );
  },
};

/** Rates that may hold for some categories in some countries: those of the countries, and those for everywhere. */
export async function ratesFor(
  pool: pg.Pool,
  account: string,
  categories: readonly string[],
  countries: readonly string[],
): Promise<readonly TaxRate[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<TaxRate & pg.QueryResultRow>(
      client,
      {
        name: 'tax_rates_for',
        text: `select ${columns} from tax_rates
                where account = $1 and category = any ($2) and (country is null or country = any ($3))`,
      },
      [account, categories, countries],
    ),
  );
  return rows;
}
