import { query, withAccounts } from '../database/pool.js';
import { loadConsignments } from '../event-log/load-consignment.js';
import type { EventLog } from '../event-log/read-events.js';
import { consignmentRow } from './consignment-list.js';

const STEP = 100;

/** Makes the list of consignments anew from their states. How many rows were missing, wrong or of none. */
export async function rebuildConsignments(log: Pick<EventLog, 'pool'>, account: string): Promise<number> {
  let mended = 0;
  for (let after: string | null = ''; after !== null;) {
    const ids: readonly string[] = await idsAfter(log, account, after);
    const rows = [...(await loadConsignments(log, account, ids)).values()].map(({ consignment }) =>
      consignmentRow(account, consignment),
    );
    mended += await mend(log, account, JSON.stringify(rows));
    after = ids.length < STEP ? null : (ids.at(-1) ?? null);
  }
  return mended + (await removeStray(log, account));
}

async function idsAfter({ pool }: Pick<EventLog, 'pool'>, account: string, after: string): Promise<readonly string[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ consignment_id: string }>(
      client,
      {
        name: 'rebuild_consignments_page',
        text: `select consignment_id from consignments where account = $1 and consignment_id > $2
                order by consignment_id limit $3`,
      },
      [account, after, STEP],
    ),
  );
  return rows.map((row) => row.consignment_id);
}

/** A consignment that was changed meanwhile wrote its row itself, and that is the newer one. */
async function mend({ pool }: Pick<EventLog, 'pool'>, account: string, rows: string): Promise<number> {
  const { rowCount } = await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'rebuild_consignments',
        text: `insert into consignment_list as l
               select e.* from json_populate_recordset(null::consignment_list, $2) e where e.account = $1
               on conflict (account, consignment_id) do update
                  set created_at = excluded.created_at, updated_at = excluded.updated_at, sent_at = excluded.sent_at,
                      cost = excluded.cost, orders = excluded.orders, number = excluded.number, status = excluded.status,
                      store = excluded.store, currency = excluded.currency, carrier = excluded.carrier,
                      tracking_number = excluded.tracking_number
                where l.* is distinct from excluded.* and l.updated_at <= excluded.updated_at`,
      },
      [account, rows],
    ),
  );
  return rowCount ?? 0;
}

async function removeStray({ pool }: Pick<EventLog, 'pool'>, account: string): Promise<number> {
  const { rowCount } = await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'rebuild_consignments_stray',
        text: `delete from consignment_list l where l.account = $1
                  and not exists (select from consignments c
                                   where c.account = $1 and c.consignment_id = l.consignment_id)`,
      },
      [account],
    ),
  );
  return rowCount ?? 0;
}
