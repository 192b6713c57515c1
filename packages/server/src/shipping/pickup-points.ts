import type { Address } from '@docket/core/order/order';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

/** Where buyers pick parcels up: a shop, a locker. */
export interface PickupPoint {
  readonly code: string;
  readonly name: string;
  readonly address: Address | null;
  readonly openingHours: string | null;
  /** False: no new shipment goes there. */
  readonly active: boolean;
}

const columns = 'code, name, address, opening_hours as "openingHours", active';

export const PICKUP_POINTS: SettingTable<PickupPoint> = {
  kind: 'pickup_point',
  decisionsRead: true,
  most: 5_000,
  keyOf: ({ code }) => code,
  async find(client, account, keys) {
    const { rows } = await query<PickupPoint>(
      client,
      {
        name: 'find_pickup_points',
        text: `select ${columns} from pickup_points where account = $1 and code = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<PickupPoint>(
      client,
      {
        name: 'list_pickup_points',
        text: `select ${columns} from pickup_points where account = $1 and code > $2 order by code limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_pickup_points',
        text: `insert into pickup_points (account, code, name, address, opening_hours, active)
               select $1, code, name, address, "openingHours", active
                 from json_to_recordset($2)
                      as p (code text, name text, address jsonb, "openingHours" text, active boolean)
               on conflict (account, code) do update
                  set name = excluded.name, address = excluded.address, opening_hours = excluded.opening_hours,
                      active = excluded.active`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  // Orders keep the code and the address that they were placed with.
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_pickup_point', text: 'delete from pickup_points where account = $1 and code = $2' },
      [account, key],
    );
  },
};
