import { CONSENT_WHEN } from '@docket/core/order/edit-consent';
import { EDIT_STAGES, RULED_EDITS } from '@docket/core/order/edit-rules';
import { Type } from 'typebox';
import type { EditRule } from '../../edits/edit-rules.js';
import { closed, oneOf } from './schemas/fields.js';
import { orNull, settingSchemas } from './schemas/setting-schemas.js';
import type { SettingResource } from './setting-resources.js';

export const EDIT_RULE_RESOURCE: SettingResource<EditRule> = {
  name: 'EditRule',
  path: '/edit-rules',
  kind: 'edit_rule',
  // who edits an order has to see what may be edited when
  view: 'orders.view',
  edit: 'settings.edit',
  schemas: settingSchemas(
    'EditRule',
    [
      'change',
      oneOf(
        RULED_EDITS,
        'A kind of change; promotions: running them again or dropping them. Without a rule of its own it has the default.',
      ),
    ],
    {
      stages: Type.Array(oneOf(EDIT_STAGES), {
        uniqueItems: true,
        maxItems: EDIT_STAGES.length,
        description:
          'How far an order may be: every stage that holds of it has to be named. Empty: never. What has papers stays whatever is allowed.',
      }),
      consent: orNull(
        closed(
          {
            stages: Type.Array(oneOf(EDIT_STAGES), {
              uniqueItems: true,
              minItems: 1,
              maxItems: EDIT_STAGES.length,
              description: 'One of them has to hold of the order.',
            }),
            when: oneOf(CONSENT_WHEN, 'dearer: only where the order comes to more by it.'),
          },
          {
            description:
              'At which stages the buyer has to agree first; null: at none. Who holds orders.overrule goes without.',
          },
        ),
      ),
    },
    ['consent'],
  ),
  defaults: { consent: null },
  check: () => null,
  loaded: false,
  removed: 'yes',
};
