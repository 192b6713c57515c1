import type { EditKind } from '@docket/core/order/edit-commands';
import type { EditStage } from '@docket/core/order/edit-rules';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

/** How far an order may be for a kind of change; a kind without a row has the default. */
export interface EditRule {
  readonly change: EditKind;
  readonly stages: readonly EditStage[];
}

export const EDIT_RULES: SettingTable<EditRule> = {
  kind: 'edit_rule',
  decisionsRead: true,
  most: 100,
  keyOf: ({ change }) => change,
  async find(client, account, keys) {
    const { rows } = await query<EditRule>(
      client,
      {
        name: 'find_edit_rules',
        text: 'select change, stages from edit_rules where account = $1 and change = any ($2)',
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<EditRule>(
      client,
      {
        name: 'list_edit_rules',
        text: 'select change, stages from edit_rules where account = $1 and change > $2 order by change limit $3',
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_edit_rules',
        text: `insert into edit_rules (account, change, stages)
               select $1, change, stages from json_to_recordset($2) as r (change text, stages text[])
               on conflict (account, change) do update set stages = excluded.stages`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_edit_rule', text: 'delete from edit_rules where account = $1 and change = $2' },
      [account, key],
    );
  },
};
