import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

/** Who carries parcels. A package names it by code or name. */
export interface Carrier {
  readonly code: string;
  readonly name: string;
  /** Where a parcel is followed, with `{trackingNumber}`; null: nowhere. */
  readonly trackingUrl: string | null;
  /** False: offered no more, and no address is made of its template. */
  readonly active: boolean;
}

const columns = 'code, name, tracking_url as "trackingUrl", active';

export const CARRIERS: SettingTable<Carrier> = {
  kind: 'carrier',
  decisionsRead: true,
  most: 500,
  keyOf: ({ code }) => code,
  async find(client, account, keys) {
    const { rows } = await query<Carrier>(
      client,
      {
        name: 'find_carriers',
        text: `select ${columns} from carriers where account = $1 and code = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<Carrier>(
      client,
      {
        name: 'list_carriers',
        text: `select ${columns} from carriers where account = $1 and code > $2 order by code limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_carriers',
        text: `insert into carriers (account, code, name, tracking_url, active)
               select $1, code, name, "trackingUrl", active
                 from json_to_recordset($2) as c (code text, name text, "trackingUrl" text, active boolean)
               on conflict (account, code) do update
                  set name = excluded.name, tracking_url = excluded.tracking_url, active = excluded.active`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  // Packages carry the address that they were given.
  async remove(client, account, key) {
    await query(client, { name: 'remove_carrier', text: 'delete from carriers where account = $1 and code = $2' }, [
      account,
      key,
    ]);
  },
};
