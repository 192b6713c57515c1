import { type Static, Type } from 'typebox';
import { SETTING_KINDS, type SettingKind } from '../../../settings-history/setting-kinds.js';
import { closed, instant, oneOf, queryText } from './fields.js';
import { next, PageQuery } from './paging.js';

const KINDS = Object.keys(SETTING_KINDS) as SettingKind[];

export const SettingsChangesQuery = closed({
  kind: Type.Optional(oneOf(KINDS, 'Of which kind of setting.')),
  key: Type.Optional(queryText(200, 'Of which one: a SKU, a store, a customer id.')),
  actor: Type.Optional(queryText(200, 'Who changed it, such as key:erp.')),
  from: Type.Optional(instant('From this instant on.')),
  to: Type.Optional(instant('Before this instant.')),
  ...PageQuery.properties,
});
export type SettingsChangesQuery = Static<typeof SettingsChangesQuery>;

const values = (description: string) =>
  Type.Unsafe<object | null>({ type: ['object', 'null'], additionalProperties: true, description });

const SettingsChange = closed(
  {
    id: Type.Integer({ description: 'Ascending in the account, with gaps.' }),
    at: Type.String({ format: 'date-time' }),
    actor: Type.String(),
    kind: Type.String(),
    key: Type.String(),
    action: oneOf(['created', 'changed', 'removed']),
    fields: Type.Array(Type.String(), {
      description:
        'What differs. Of people and keys most values are not kept, and the name of the field is all there is.',
    }),
    before: values('Values of these fields before; null where the setting was new.'),
    after: values('Values of these fields after; null where it was removed.'),
  },
  { $id: 'SettingsChange' },
);

const SettingsChangePage = closed(
  { items: Type.Array(Type.Unsafe<object>({ $ref: 'SettingsChange#' })), next },
  { $id: 'SettingsChangePage' },
);

export const SETTINGS_CHANGES_ANSWERS = [SettingsChange, SettingsChangePage];
