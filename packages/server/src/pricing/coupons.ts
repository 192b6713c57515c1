import type { Coupon } from '@docket/core/pricing/promotion';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import type { Missing, SettingTable } from '../settings-history/setting-store.js';
import { VALIDITY } from './validity.js';

/** A coupon in the words of the API: its code stands in `coupon`. */
export interface CouponRow extends Omit<Coupon, 'code'> {
  readonly coupon: string;
}

const columns = `coupon, promotion, active, max_uses as "maxUses", max_uses_per_customer as "maxUsesPerCustomer", ${VALIDITY}`;

export const COUPONS: SettingTable<CouponRow> = {
  kind: 'coupon',
  decisionsRead: false,
  keyOf: ({ coupon }) => coupon,
  async find(client, account, keys) {
    const { rows } = await query<CouponRow>(
      client,
      { name: 'find_coupons', text: `select ${columns} from coupons where account = $1 and coupon = any ($2)` },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<CouponRow>(
      client,
      {
        name: 'list_coupons',
        text: `select ${columns} from coupons where account = $1 and coupon > $2 order by coupon limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_coupons',
        text: `insert into coupons (account, coupon, promotion, active, max_uses, max_uses_per_customer, valid_from,
                                    valid_until)
               select $1, coupon, promotion, active, "maxUses", "maxUsesPerCustomer", "validFrom", "validUntil"
                 from json_to_recordset($2) as c (coupon text, promotion text, active boolean, "maxUses" int,
                                                  "maxUsesPerCustomer" int, "validFrom" timestamptz,
                                                  "validUntil" timestamptz)
                order by coupon
               on conflict (account, coupon) do update
                  set promotion = excluded.promotion, active = excluded.active, max_uses = excluded.max_uses,
                      max_uses_per_customer = excluded.max_uses_per_customer, valid_from = excluded.valid_from,
                      valid_until = excluded.valid_until`,
      },
      [account, JSON.stringify(rows)],
    );
  },
  async remove(client, account, key) {
    await query(client, { name: 'remove_coupon', text: 'delete from coupons where account = $1 and coupon = $2' }, [
      account,
      key,
    ]);
  },
  missing: missingPromotion,
};

/** The first row whose promotion the account does not have. */
async function missingPromotion(
  client: pg.ClientBase,
  account: string,
  named: readonly CouponRow[],
): Promise<Missing | null> {
  const promotions = [...new Set(named.map(({ promotion }) => promotion))];
  const { rows } = await query<{ promotion: string }>(
    client,
    {
      name: 'known_promotions',
      text: 'select promotion from promotions where account = $1 and promotion = any ($2) order by 1 for key share',
    },
    [account, promotions],
  );
  const known = new Set(rows.map(({ promotion }) => promotion));
  const index = named.findIndex(({ promotion }) => !known.has(promotion));
  return index < 0 ? null : { problem: 'missing', index, field: 'promotion', value: named[index]?.promotion ?? '' };
}

/** Coupons of one promotion in the order of their codes. */
export async function couponsOfPromotion(
  pool: pg.Pool,
  account: string,
  { promotion, after, limit }: { readonly promotion: string; readonly after: string; readonly limit: number },
): Promise<readonly CouponRow[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<CouponRow>(
      client,
      {
        name: 'coupons_of_promotion',
        text: `select ${columns} from coupons
                where account = $1 and promotion = $2 and coupon > $3 order by coupon limit $4`,
      },
      [account, promotion, after, limit],
    ),
  );
  return rows;
}

/** As buyers type them: blanks around and small letters are no other coupon. */
export const normalisedCode = (code: string): string => code.trim().toUpperCase();

/** Those of these codes that there are, in the words of the core. */
export async function couponsNamed(
  client: pg.ClientBase,
  account: string,
  codes: readonly string[],
): Promise<readonly Coupon[]> {
  const rows = codes.length === 0 ? [] : await COUPONS.find(client, account, codes);
  return rows.map(({ coupon, ...rest }) => ({ code: coupon, ...rest }));
}
