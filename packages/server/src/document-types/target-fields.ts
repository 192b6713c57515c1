import type { TargetFields } from '@docket/core/order/document-type';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

export const TARGET_FIELDS: SettingTable<TargetFields> = {
  kind: 'custom_fields',
  decisionsRead: true,
  keyOf: ({ target }) => target,
  async find(client, account, keys) {
    const { rows } = await query<TargetFields>(
      client,
      {
        name: 'find_target_fields',
        text: 'select target, fields from target_fields where account = $1 and target = any ($2)',
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<TargetFields>(
      client,
      {
        name: 'list_target_fields',
        text: `select target, fields from target_fields where account = $1 and target > $2 order by target limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    for (const { target, fields } of rows) {
      await query(
        client,
        {
          name: 'save_target_fields',
          text: `insert into target_fields (account, target, fields) values ($1, $2, $3)
                 on conflict (account, target) do update set fields = excluded.fields`,
        },
        [account, target, JSON.stringify(fields)],
      );
    }
  },
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_target_fields', text: 'delete from target_fields where account = $1 and target = $2' },
      [account, key],
    );
  },
};
