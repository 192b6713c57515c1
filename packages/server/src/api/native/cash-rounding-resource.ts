import { CASH_DIRECTIONS, type CashRounding } from '@docket/core/money/cash-rounding';
import { isCurrency } from '@docket/core/money/currency';
import { refuse } from '@docket/core/order/refusals';
import { Type } from 'typebox';
import { oneOf, text } from './schemas/fields.js';
import { settingSchemas } from './schemas/setting-schemas.js';
import type { SettingResource } from './setting-resources.js';

export const CASH_ROUNDING_RESOURCE: SettingResource<CashRounding> = {
  name: 'CashRounding',
  path: '/cash-roundings',
  kind: 'cash_rounding',
  view: 'pricing.view',
  edit: 'pricing.edit',
  schemas: settingSchemas(
    'CashRounding',
    ['currency', Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217, capitals: whose orders are rounded.' })],
    {
      step: Type.Integer({
        minimum: 2,
        maximum: 1_000_000,
        description: 'What totals are a multiple of, in minor units: 5 for Swiss francs, 100 for Swedish krona.',
      }),
      direction: oneOf(CASH_DIRECTIONS, 'nearest: a half step goes up.'),
      paymentMethods: Type.Array(text(64), {
        uniqueItems: true,
        maxItems: 50,
        description: 'Only where every payment is made by one of these, such as cash; empty: every order.',
      }),
    },
    ['direction', 'paymentMethods'],
  ),
  defaults: { direction: 'nearest', paymentMethods: [] },
  check: ({ currency }) => (isCurrency(currency) ? null : refuse('currency_unknown', '/currency', { currency })),
  loaded: false,
  removed: 'yes',
};
