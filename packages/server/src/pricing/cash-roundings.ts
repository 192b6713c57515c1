import type { CashRounding } from '@docket/core/money/cash-rounding';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';

const COLUMNS = 'currency, step, direction, payment_methods as "paymentMethods"';

export const CASH_ROUNDINGS: SettingTable<CashRounding> = {
  kind: 'cash_rounding',
  decisionsRead: true,
  most: 200,
  keyOf: ({ currency }) => currency,
  async find(client, account, keys) {
    const { rows } = await query<CashRounding & Record<string, unknown>>(
      client,
      {
        name: 'find_cash_roundings',
        text: `select ${COLUMNS} from cash_roundings where account = $1 and currency = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<CashRounding & Record<string, unknown>>(
      client,
      {
        name: 'list_cash_roundings',
        text: `select ${COLUMNS} from cash_roundings where account = $1 and currency > $2 order by currency limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_cash_roundings',
        text: `insert into cash_roundings (account, currency, step, direction, payment_methods)
               select $1, currency, step, direction, "paymentMethods"
                 from json_to_recordset($2) as r (currency text, step int, direction text, "paymentMethods" text[])
               on conflict (account, currency) do update
                  set step = excluded.step, direction = excluded.direction, payment_methods = excluded.payment_methods`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  // Orders that were rounded keep what they come to until they are edited.
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_cash_rounding', text: 'delete from cash_roundings where account = $1 and currency = $2' },
      [account, key],
    );
  },
};
