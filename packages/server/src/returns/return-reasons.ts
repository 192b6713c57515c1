import type { ReturnReason } from '@docket/core/order/returnable';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

const columns = 'reason, used_for as use, labels, comment_needed as "commentNeeded", active';

/** The words of an account for why goods come back, and why they are not taken. Returns keep the code alone. */
export const RETURN_REASONS: SettingTable<ReturnReason> = {
  kind: 'return_reason',
  decisionsRead: true,
  most: 200,
  keyOf: ({ reason }) => reason,
  async find(client, account, keys) {
    const { rows } = await query<ReturnReason>(
      client,
      {
        name: 'find_return_reasons',
        text: `select ${columns} from return_reasons where account = $1 and reason = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<ReturnReason>(
      client,
      {
        name: 'list_return_reasons',
        text: `select ${columns} from return_reasons where account = $1 and reason > $2 order by reason limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_return_reasons',
        text: `insert into return_reasons (account, reason, used_for, labels, comment_needed, active)
               select $1, reason, use, labels, "commentNeeded", active
                 from json_to_recordset($2)
                      as r (reason text, use text, labels jsonb, "commentNeeded" boolean, active boolean)
               on conflict (account, reason) do update
                  set used_for = excluded.used_for, labels = excluded.labels,
                      comment_needed = excluded.comment_needed, active = excluded.active`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  // Returns that name it keep its code.
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_return_reason', text: 'delete from return_reasons where account = $1 and reason = $2' },
      [account, key],
    );
  },
};
