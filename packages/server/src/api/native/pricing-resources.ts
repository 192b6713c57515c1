import { isCurrency } from '@docket/core/money/currency';
import { refuse, type Refusal } from '@docket/core/order/refusals';
import { Type } from 'typebox';
import type { CouponRow } from '../../pricing/coupons.js';
import type { PriceListRow } from '../../pricing/price-lists.js';
import type { PromotionRow } from '../../pricing/promotions.js';
import { RequestProblem } from '../problem.js';
import { code, names, ref, text } from './schemas/fields.js';
import {
  couponCode,
  groupName,
  ItemMatch,
  maxUses,
  maxUsesPerCustomer,
  organisationId,
  priority,
  PromotionCombination,
  PromotionConditions,
  PromotionReward,
  validFrom,
  validUntil,
} from './schemas/pricing.js';
import { orNull, settingSchemas } from './schemas/setting-schemas.js';
import type { SettingResource } from './setting-resources.js';

export const PRICE_LIST_RESOURCE: SettingResource<PriceListRow> = {
  name: 'PriceList',
  path: '/price-lists',
  kind: 'price_list',
  view: 'pricing.view',
  edit: 'pricing.edit',
  tag: 'pricing',
  schemas: settingSchemas(
    'PriceList',
    ['priceList', code()],
    {
      name: text(200),
      active: Type.Boolean({ description: 'False: gives no prices.' }),
      currency: text(8, 'ISO 4217.'),
      stores: names(code('A store.'), 'For orders of these stores; empty: of all.'),
      channels: names(code('A channel.'), 'For orders of these channels; empty: of all.'),
      groups: names(groupName(), 'For customers of any of these groups; empty: for all.'),
      organisations: names(organisationId(), 'For customers of these companies; empty: for all.'),
      priority: priority('Of lists that name the buyer equally closely, the higher goes first.'),
      validFrom: validFrom(),
      validUntil: validUntil(),
    },
    ['active', 'stores', 'channels', 'groups', 'organisations', 'priority', 'validFrom', 'validUntil'],
  ),
  defaults: {
    active: true,
    stores: [],
    channels: [],
    groups: [],
    organisations: [],
    priority: 0,
    validFrom: null,
    validUntil: null,
  },
  check: (list) => unknownCurrency(list) ?? emptyValidity(list),
  loaded: false,
  removed: 'yes',
};

export const PROMOTION_RESOURCE: SettingResource<PromotionRow> = {
  name: 'Promotion',
  path: '/promotions',
  kind: 'promotion',
  view: 'pricing.view',
  edit: 'pricing.edit',
  tag: 'pricing',
  schemas: settingSchemas(
    'Promotion',
    ['promotion', code('Stands on orders as the id of their discount.')],
    {
      name: text(200, 'What the buyer reads.'),
      active: Type.Boolean(),
      currency: orNull(text(8, 'ISO 4217, of its amounts; null: it has none, and holds in every currency.')),
      needsCoupon: Type.Boolean({ description: 'True: only with one of its coupons.' }),
      conditions: ref(PromotionConditions),
      reward: ref(PromotionReward),
      rewarded: Type.Unsafe<object | null>({
        anyOf: [ref(ItemMatch), { type: 'null' }],
        description: 'The lines that a reward on lines is taken off; null: those that the conditions count.',
      }),
      combination: ref(PromotionCombination),
      priority: priority('The higher is taken off first.'),
      maxUses: maxUses(),
      maxUsesPerCustomer: maxUsesPerCustomer(),
      validFrom: validFrom(),
      validUntil: validUntil(),
    },
    [
      'active', 'currency', 'needsCoupon', 'conditions', 'rewarded', 'combination', 'priority', 'maxUses', 'maxUsesPerCustomer', 'validFrom', 'validUntil',
    ], // prettier-ignore
  ),
  defaults: {
    active: true,
    currency: null,
    needsCoupon: false,
    conditions: {},
    rewarded: null,
    combination: { kind: 'stackable' },
    priority: 0,
    maxUses: null,
    maxUsesPerCustomer: null,
    validFrom: null,
    validUntil: null,
  },
  check: promotionRefusal,
  loaded: false,
  removed: 'yes',
};

export const COUPON_RESOURCE: SettingResource<CouponRow> = {
  name: 'Coupon',
  path: '/coupons',
  kind: 'coupon',
  view: 'pricing.view',
  edit: 'pricing.edit',
  tag: 'pricing',
  schemas: settingSchemas(
    'Coupon',
    ['coupon', couponCode('In capitals; buyers may type it as they like.')],
    {
      promotion: code('What it gives.'),
      active: Type.Boolean(),
      maxUses: maxUses(),
      maxUsesPerCustomer: maxUsesPerCustomer(),
      validFrom: validFrom(),
      validUntil: validUntil(),
    },
    ['active', 'maxUses', 'maxUsesPerCustomer', 'validFrom', 'validUntil'],
  ),
  defaults: { active: true, maxUses: null, maxUsesPerCustomer: null, validFrom: null, validUntil: null },
  check: (coupon) => emptyValidity(coupon),
  loaded: true,
  removed: 'yes',
};

const unknownCurrency = ({ currency }: { readonly currency: string | null }): Refusal | null =>
  currency === null || isCurrency(currency) ? null : refuse('currency_unknown', '/currency', { currency });

export function emptyValidity({
  validFrom: from,
  validUntil: until,
}: Pick<PriceListRow, 'validFrom' | 'validUntil'>): null {
  if (from === null || until === null || from < until) return null;
  throw new RequestProblem('field_invalid', {
    pointer: '/validUntil',
    detail: '/validUntil must be after /validFrom.',
  });
}

/** Amounts are in a currency; bounds leave something between them. */
function promotionRefusal(promotion: PromotionRow): Refusal | null {
  const { conditions, reward, currency } = promotion;
  const { minQuantity, maxQuantity, minSubtotal, maxSubtotal } = conditions;
  for (const [low, high, field] of [
    [minQuantity, maxQuantity, 'maxQuantity'],
    [minSubtotal, maxSubtotal, 'maxSubtotal'],
  ] as const) {
    if (low === undefined || high === undefined || low <= high) continue;
    const pointer = `/conditions/${field}`;
    throw new RequestProblem('field_invalid', { pointer, detail: `${pointer} is below its minimum.` });
  }
  const hasAmount =
    ['amount', 'amount_each', 'fixed_price', 'flat_rate'].includes(reward.kind) ||
    (reward.kind === 'percentage' && reward.atMost !== undefined) ||
    minSubtotal !== undefined ||
    maxSubtotal !== undefined;
  if (hasAmount && currency === null) return refuse('currency_unknown', '/currency');
  return unknownCurrency(promotion) ?? emptyValidity(promotion);
}
