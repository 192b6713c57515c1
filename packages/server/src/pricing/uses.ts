import type { Uses } from '@docket/core/pricing/promotion';
import type pg from 'pg';
import { query } from '../database/pool.js';

/** Orders that used something so far, by its id; what nobody used is absent. `customer`: whose are counted apart. */
export async function usesOf(
  client: pg.ClientBase,
  account: string,
  kind: 'promotion' | 'coupon',
  ids: readonly string[],
  customer: string | null,
): Promise<ReadonlyMap<string, Uses>> {
  if (ids.length === 0) return new Map();
  const { rows } = await query<{ id: string; total: number; byCustomer: number }>(
    client,
    {
      name: 'uses_of',
      text: `select id, coalesce(sum(uses) filter (where customer = ''), 0)::bigint as total,
                    coalesce(sum(uses) filter (where customer <> ''), 0)::bigint as "byCustomer"
               from use_counters
              where account = $1 and kind = $2 and id = any ($3) and customer in ('', $4)
              group by id`,
    },
    [account, kind, ids, customer ?? ''],
  );
  return new Map(rows.map(({ id, ...uses }) => [id, uses]));
}
