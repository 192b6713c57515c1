import type { Blocked } from '@docket/core/order/held-commands';
import { query } from '../database/pool.js';
import type { Missing, SettingTable } from '../settings-history/setting-store.js';

/** What an account holds orders for, with what such a hold says of itself where nobody says otherwise. */
export interface HoldType {
  readonly holdType: string;
  readonly name: string;
  readonly blocks: readonly Blocked[];
  /** A permission, or a role behind `role:`, that releasing takes beside editing orders; null: none. */
  readonly releaseBy: string | null;
  /** False: no new hold is of it. */
  readonly active: boolean;
}

const columns = 'hold_type as "holdType", name, blocks, release_by as "releaseBy", active';

export const HOLD_TYPES: SettingTable<HoldType> = {
  kind: 'hold_type',
  decisionsRead: true,
  most: 200,
  keyOf: ({ holdType }) => holdType,
  async find(client, account, keys) {
    const { rows } = await query<HoldType>(
      client,
      {
        name: 'find_hold_types',
        text: `select ${columns} from hold_types where account = $1 and hold_type = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<HoldType>(
      client,
      {
        name: 'list_hold_types',
        text: `select ${columns} from hold_types where account = $1 and hold_type > $2 order by hold_type limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_hold_types',
        text: `insert into hold_types (account, hold_type, name, blocks, release_by, active)
               select $1, "holdType", name, blocks, "releaseBy", active
                 from json_to_recordset($2)
                      as h ("holdType" text, name text, blocks text[], "releaseBy" text, active boolean)
               on conflict (account, hold_type) do update
                  set name = excluded.name, blocks = excluded.blocks, release_by = excluded.release_by,
                      active = excluded.active`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  // Holds carry what they block themselves.
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_hold_type', text: 'delete from hold_types where account = $1 and hold_type = $2' },
      [account, key],
    );
  },
  async missing(client, account, types): Promise<Missing | null> {
    const roles = types.map(({ releaseBy }) => (releaseBy?.startsWith('role:') === true ? releaseBy.slice(5) : null));
    const { rows } = await query<{ role: string }>(
      client,
      { name: 'roles_of_hold_types', text: 'select role from roles where account = $1 and role = any ($2)' },
      [account, roles.filter((role) => role !== null)],
    );
    const index = roles.findIndex((role) => role !== null && !rows.some((row) => row.role === role));
    return index < 0 ? null : { problem: 'missing', index, field: 'releaseBy', value: types[index]?.releaseBy ?? '' };
  },
};
