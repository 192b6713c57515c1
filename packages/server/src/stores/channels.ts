import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';
import { missingStore } from './stores.js';

export const CHANNEL_KINDS = ['shop', 'marketplace', 'point_of_sale', 'phone', 'other'] as const;

/** Where orders come from. */
export interface Channel {
  readonly channel: string;
  readonly name: string;
  readonly kind: (typeof CHANNEL_KINDS)[number];
  /** Its orders belong to this store; null: they name one, or belong to the default one. */
  readonly store: string | null;
  /** False: takes no new orders. */
  readonly active: boolean;
}

const columns = 'channel, name, kind, store, active';

export const CHANNELS: SettingTable<Channel> = {
  kind: 'channel',
  decisionsRead: true,
  keyOf: ({ channel }) => channel,
  async find(client, account, keys) {
    const { rows } = await query<Channel>(
      client,
      { name: 'find_channels', text: `select ${columns} from channels where account = $1 and channel = any ($2)` },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<Channel>(
      client,
      {
        name: 'list_channels',
        text: `select ${columns} from channels where account = $1 and channel > $2 order by channel limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_channels',
        text: `insert into channels (account, channel, name, kind, store, active)
               select $1, channel, name, kind, store, active
                 from json_to_recordset($2) as c (channel text, name text, kind text, store text, active boolean)
               on conflict (account, channel) do update
                  set name = excluded.name, kind = excluded.kind, store = excluded.store, active = excluded.active`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  async remove(client, account, key) {
    await query(client, { name: 'remove_channel', text: 'delete from channels where account = $1 and channel = $2' }, [
      account,
      key,
    ]);
  },
  missing: missingStore,
  async usedBy(client, account, key) {
    const { rows } = await query<{ by: string | null }>(
      client,
      {
        name: 'channel_used_by',
        text: `select case
                 when exists (select from accounts where account = $1 and default_channel = $2) then 'the account'
                 when exists (select from order_list where account = $1 and channel = $2) then 'an order' end as by`,
      },
      [account, key],
    );
    return rows[0]?.by ?? null;
  },
};
