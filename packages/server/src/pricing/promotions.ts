import type { Promotion } from '@docket/core/pricing/promotion';
import type pg from 'pg';
import { query } from '../database/pool.js';
import type { SettingTable } from '../settings-history/setting-store.js';
import { VALIDITY } from './validity.js';

/** A promotion in the words of the API: its id stands in `promotion`. */
export interface PromotionRow extends Omit<Promotion, 'id'> {
  readonly promotion: string;
}

/** Promotions that an account may have, those switched off among them: a quote tells of each why it did not apply. */
const MOST_PROMOTIONS = 500;

const columns = `promotion, name, active, currency, needs_coupon as "needsCoupon", conditions, reward, rewarded, combination,
                 priority, max_uses as "maxUses", max_uses_per_customer as "maxUsesPerCustomer", ${VALIDITY}`;

export const PROMOTIONS: SettingTable<PromotionRow> = {
  kind: 'promotion',
  decisionsRead: false,
  most: MOST_PROMOTIONS,
  keyOf: ({ promotion }) => promotion,
  async find(client, account, keys) {
    const { rows } = await query<PromotionRow>(
      client,
      {
        name: 'find_promotions',
        text: `select ${columns} from promotions where account = $1 and promotion = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<PromotionRow>(
      client,
      {
        name: 'list_promotions',
        text: `select ${columns} from promotions where account = $1 and promotion > $2 order by promotion limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_promotions',
        text: `insert into promotions (account, promotion, name, active, currency, needs_coupon, conditions, reward,
                                       rewarded, combination, priority, max_uses, max_uses_per_customer, valid_from,
                                       valid_until)
               select $1, promotion, name, active, currency, "needsCoupon", conditions, reward, rewarded, combination,
                      priority, "maxUses", "maxUsesPerCustomer", "validFrom", "validUntil"
                 from json_to_recordset($2) as p (promotion text, name text, active boolean, currency text,
                                                  "needsCoupon" boolean, conditions jsonb, reward jsonb, rewarded jsonb,
                                                  combination jsonb, priority int, "maxUses" int,
                                                  "maxUsesPerCustomer" int, "validFrom" timestamptz,
                                                  "validUntil" timestamptz)
                order by promotion
               on conflict (account, promotion) do update
                  set name = excluded.name, active = excluded.active, currency = excluded.currency,
                      needs_coupon = excluded.needs_coupon, conditions = excluded.conditions,
                      reward = excluded.reward, rewarded = excluded.rewarded, combination = excluded.combination,
                      priority = excluded.priority, max_uses = excluded.max_uses,
                      max_uses_per_customer = excluded.max_uses_per_customer, valid_from = excluded.valid_from,
                      valid_until = excluded.valid_until`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  // Orders keep the discounts that they were placed with, and their uses stay as they were counted.
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_promotion', text: 'delete from promotions where account = $1 and promotion = $2' },
      [account, key],
    );
  },
  async usedBy(client, account, key) {
    const { rows } = await query(
      client,
      {
        name: 'promotion_used_by',
        text: 'select from coupons where account = $1 and promotion = $2 limit 1',
      },
      [account, key],
    );
    return rows.length > 0 ? 'a coupon' : null;
  },
};

/** All of the account, in the words of the core. */
export async function allPromotions(client: pg.ClientBase, account: string): Promise<readonly Promotion[]> {
  const rows = await PROMOTIONS.page(client, account, '', MOST_PROMOTIONS);
  return rows.map(({ promotion, ...rest }) => ({ id: promotion, ...rest }));
}
