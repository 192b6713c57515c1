import type { PriceListEntry, PriceTier } from '@docket/core/pricing/price-list';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import type { Missing, SettingTable } from '../settings-history/setting-store.js';

/** The prices of one SKU in a list. */
export interface PriceEntry {
  readonly priceList: string;
  readonly sku: string;
  readonly tiers: readonly PriceTier[];
}

/** `list/SKU`: a list has no slash in its id, so the first one parts the two. */
const entryKey = ({ priceList, sku }: Pick<PriceEntry, 'priceList' | 'sku'>): string => `${priceList}/${sku}`;

function partsOf(key: string): { readonly priceList: string; readonly sku: string } {
  const slash = key.indexOf('/');
  return { priceList: key.slice(0, slash), sku: key.slice(slash + 1) };
}

const columns = 'price_list as "priceList", sku, tiers';

export const PRICE_ENTRIES: SettingTable<PriceEntry> = {
  kind: 'price',
  decisionsRead: false,
  keyOf: entryKey,
  async find(client, account, keys) {
    const parts = keys.map(partsOf);
    const { rows } = await query<PriceEntry>(
      client,
      {
        name: 'find_price_entries',
        text: `select ${columns} from price_list_entries
                where account = $1 and (price_list, sku) in (select * from unnest($2::text[], $3::text[]))`,
      },
      [account, parts.map(({ priceList }) => priceList), parts.map(({ sku }) => sku)],
    );
    return rows;
  },
  // Entries are read list by list (`pageOfEntries`): nobody asks for those of all lists in turn.
  async page(client, account, after, limit) {
    const { priceList, sku } = partsOf(after);
    const { rows } = await query<PriceEntry>(
      client,
      {
        name: 'list_price_entries',
        text: `select ${columns} from price_list_entries
                where account = $1 and (price_list, sku) > ($2, $3) order by price_list, sku limit $4`,
      },
      [account, priceList, sku, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_price_entries',
        text: `insert into price_list_entries (account, price_list, sku, tiers)
               select $1, "priceList", sku, tiers
                 from json_to_recordset($2) as e ("priceList" text, sku text, tiers jsonb)
                order by "priceList", sku
               on conflict (account, price_list, sku) do update set tiers = excluded.tiers`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  async remove(client, account, key) {
    const { priceList, sku } = partsOf(key);
    await query(
      client,
      {
        name: 'remove_price_entry',
        text: 'delete from price_list_entries where account = $1 and price_list = $2 and sku = $3',
      },
      [account, priceList, sku],
    );
  },
  missing: missingList,
};

/** The first entry whose list the account does not have. The lists that are named stay until the transaction ends. */
async function missingList(
  client: pg.ClientBase,
  account: string,
  named: readonly PriceEntry[],
): Promise<Missing | null> {
  const lists = [...new Set(named.map(({ priceList }) => priceList))];
  const { rows } = await query<{ price_list: string }>(
    client,
    {
      name: 'known_price_lists',
      text: 'select price_list from price_lists where account = $1 and price_list = any ($2) order by 1 for key share',
    },
    [account, lists],
  );
  const known = new Set(rows.map(({ price_list: list }) => list));
  const index = named.findIndex(({ priceList }) => !known.has(priceList));
  return index < 0 ? null : { problem: 'missing', index, field: 'priceList', value: named[index]?.priceList ?? '' };
}

/** Which entries of a list: all of them, or those whose SKU begins so. */
export interface EntryPage {
  readonly priceList: string;
  readonly prefix: string;
  /** A SKU; empty: from the first one on. */
  readonly after: string;
  readonly limit: number;
}

/** Entries of one list in the order of their SKUs. */
export async function pageOfEntries(
  pool: pg.Pool,
  account: string,
  { priceList, prefix, after, limit }: EntryPage,
): Promise<readonly PriceEntry[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<PriceEntry>(
      client,
      {
        name: 'page_price_entries',
        text: `select ${columns} from price_list_entries
                where account = $1 and price_list = $2 and sku > $3 and sku >= $4 and sku < $5
                order by sku limit $6`,
      },
      // a range of bytes, which the key of the table finds; nothing stands behind the last character there is
      [account, priceList, after, prefix, `${prefix}\u{10ffff}`, limit],
    ),
  );
  return rows;
}

/** Of these SKUs in these lists, by SKU. */
export async function entriesOf(
  client: pg.ClientBase,
  account: string,
  skus: readonly string[],
  lists: readonly string[],
): Promise<ReadonlyMap<string, readonly PriceListEntry[]>> {
  const { rows } = await query<PriceListEntry>(
    client,
    {
      name: 'price_entries_of_skus',
      text: `select price_list as list, sku, tiers from price_list_entries
              where account = $1 and sku = any ($2) and price_list = any ($3) order by price_list`,
    },
    [account, skus, lists],
  );
  const bySku = new Map<string, PriceListEntry[]>();
  for (const entry of rows) {
    const same = bySku.get(entry.sku);
    if (same === undefined) bySku.set(entry.sku, [entry]);
    else same.push(entry);
  }
  return bySku;
}
