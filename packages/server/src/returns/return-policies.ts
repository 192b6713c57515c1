import type { ReturnPolicy } from '@docket/core/order/returnable';
import { query } from '../database/pool.js';
import type { Missing, SettingTable } from '../settings-history/setting-store.js';

/** What an account, or one of its stores, takes back. */
export interface ReturnPolicyRow extends ReturnPolicy {
  /** `account`, or `store:` and the store. */
  readonly scope: string;
}

/** Null: of no store, so of the whole account. */
export const storeOfScope = (scope: string): string | null =>
  scope.startsWith('store:') ? scope.slice('store:'.length) : null;

const columns = 'scope, enabled, window_days as "windowDays", statuses';

export const RETURN_POLICIES: SettingTable<ReturnPolicyRow> = {
  kind: 'return_policy',
  decisionsRead: true,
  most: 1_000,
  keyOf: ({ scope }) => scope,
  async find(client, account, keys) {
    const { rows } = await query<ReturnPolicyRow>(
      client,
      {
        name: 'find_return_policies',
        text: `select ${columns} from return_policies where account = $1 and scope = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<ReturnPolicyRow>(
      client,
      {
        name: 'list_return_policies',
        text: `select ${columns} from return_policies where account = $1 and scope > $2 order by scope limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_return_policies',
        text: `insert into return_policies (account, scope, enabled, window_days, statuses)
               select $1, scope, enabled, "windowDays", statuses
                 from json_to_recordset($2) as p (scope text, enabled boolean, "windowDays" int, statuses text[])
               on conflict (account, scope) do update
                  set enabled = excluded.enabled, window_days = excluded.window_days, statuses = excluded.statuses`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_return_policy', text: 'delete from return_policies where account = $1 and scope = $2' },
      [account, key],
    );
  },
  async missing(client, account, policies): Promise<Missing | null> {
    const stores = policies.map(({ scope }) => storeOfScope(scope));
    const { rows } = await query<{ store: string }>(
      client,
      { name: 'stores_of_return_policies', text: 'select store from stores where account = $1 and store = any ($2)' },
      [account, stores.filter((store) => store !== null)],
    );
    const index = stores.findIndex((store) => store !== null && !rows.some((row) => row.store === store));
    return index < 0 ? null : { problem: 'missing', index, field: 'scope', value: policies[index]?.scope ?? '' };
  },
};
