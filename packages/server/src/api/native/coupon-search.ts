import { Type } from 'typebox';
import type { CouponRow } from '../../pricing/coupons.js';
import { callerOf } from '../auth.js';
import { marks, paged } from './page-marks.js';
import { code } from './schemas/fields.js';
import type { SettingSearch } from './setting-routes.js';

/** Coupons of one promotion; one more than asked for tells that there is a next page. */
export type CouponsOfPromotion = (
  account: string,
  page: { readonly promotion: string; readonly after: string; readonly limit: number },
) => Promise<readonly CouponRow[]>;

/** How the list of coupons is asked for those of a promotion. Refusal: cursor_invalid. */
export function couponSearch(find: CouponsOfPromotion): SettingSearch<CouponRow> {
  return {
    parameters: { promotion: Type.Optional(code('Those that give this promotion.')) },
    async page(request, { after, limit }) {
      const { promotion } = request.query as { promotion?: string };
      if (promotion === undefined) return null;
      const [last = ''] = marks(after, 1);
      const rows = await find(callerOf(request).account, { promotion, after: last, limit: limit + 1 });
      return paged(rows, limit, ({ coupon }) => [coupon]);
    },
  };
}
