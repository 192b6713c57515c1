import { USUAL_POLICY } from '@docket/core/order/returnable';
import type { ReturnReason } from '@docket/core/order/returnable';
import { Type } from 'typebox';
import type { ReturnPolicyRow } from '../../returns/return-policies.js';
import { code, oneOf, text } from './schemas/fields.js';
import { languageLabels } from './schemas/documents.js';
import { orNull, settingSchemas } from './schemas/setting-schemas.js';
import type { SettingResource } from './setting-resources.js';

export const RETURN_POLICY_RESOURCE: SettingResource<ReturnPolicyRow> = {
  name: 'ReturnPolicy',
  path: '/return-policies',
  kind: 'return_policy',
  // who handles a return sees what it is judged by
  view: 'orders.view',
  edit: 'settings.edit',
  tag: 'returns',
  schemas: settingSchemas(
    'ReturnPolicy',
    [
      'scope',
      Type.String({
        minLength: 1,
        maxLength: 70,
        pattern: '^(account|store:[A-Za-z0-9][A-Za-z0-9._-]*)$',
        'x-key': true,
        description: 'account: every store that has none of its own; store:outlet: that one.',
      }),
    ],
    {
      enabled: Type.Boolean({ description: 'False: buyers cannot ask to return anything.' }),
      windowDays: Type.Integer({
        minimum: 0,
        maximum: 3650,
        description:
          'Days after the last delivery of an order; 30 where absent. Consumers in the European Union have 14 at least.',
      }),
      statuses: orNull(
        Type.Array(text(64), {
          maxItems: 50,
          uniqueItems: true,
          description: 'Statuses from which orders are returned; null: any.',
        }),
      ),
    },
    ['enabled', 'windowDays', 'statuses'],
  ),
  defaults: USUAL_POLICY,
  check: () => null,
  loaded: false,
  removed: 'yes',
};

export const RETURN_REASON_RESOURCE: SettingResource<ReturnReason> = {
  name: 'ReturnReason',
  path: '/return-reasons',
  kind: 'return_reason',
  view: 'orders.view',
  edit: 'settings.edit',
  tag: 'returns',
  schemas: settingSchemas(
    'ReturnReason',
    ['reason', code('Stands in returns, and cannot be changed.')],
    {
      use: oneOf(['request', 'rejection'], 'Why goods come back, or why they are not accepted.'),
      labels: languageLabels('What people read, by language.'),
      commentNeeded: Type.Boolean({ description: 'True: nobody gives it without a comment.' }),
      active: Type.Boolean({ description: 'False: nobody gives it any more.' }),
    },
    ['use', 'commentNeeded', 'active'],
  ),
  defaults: { use: 'request', commentNeeded: false, active: true },
  check: () => null,
  loaded: false,
  removed: 'yes',
};
