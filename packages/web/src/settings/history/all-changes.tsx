import { Group, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { QueryOf } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { holds, useStanding } from '../../session/session';
import { ChangesList } from './changes-list';

type Kind = NonNullable<QueryOf<'listSettingsChanges'>['kind']>;

/** Whoever may read a setting may read its history. */
const KINDS: readonly (readonly [Kind, string])[] = [
  ['account', 'settings.view'],
  ['store', 'settings.view'],
  ['channel', 'settings.view'],
  ['workflow', 'settings.view'],
  ['document_type', 'orders.view'],
  ['custom_fields', 'orders.view'],
  ['product', 'catalogue.view'],
  ['stock_place', 'stock.view'],
  ['shipping_method', 'shipping.view'],
  ['carrier', 'orders.view'],
  ['pickup_point', 'orders.view'],
  ['hold_type', 'orders.view'],
  ['edit_rule', 'orders.view'],
  ['price_list', 'pricing.view'],
  ['price', 'pricing.view'],
  ['promotion', 'pricing.view'],
  ['coupon', 'pricing.view'],
  ['cash_rounding', 'pricing.view'],
  ['payment_provider', 'orders.view'],
  ['credit', 'credits.view'],
  ['tax_settings', 'settings.view'],
  ['tax_rate', 'settings.view'],
  ['user', 'users.view'],
  ['role', 'access.view'],
  ['key', 'access.view'],
  ['customer', 'customers.view'],
  ['forgetting', 'personal.forget'],
];

/** The history of all settings that the person may read, of one kind or of one setting where that is asked. */
export function AllChanges() {
  const { t } = useTranslation('setting');
  const { membership } = useStanding();
  const [kind, setKind] = useState<Kind | null>(null);
  const [typed, setTyped] = useState('');
  const [key] = useDebouncedValue(typed.trim(), 300);
  return (
    <Stack gap="lg">
      <Group gap="sm" align="flex-end">
        <Select
          size="xs"
          label={t('history.kind')}
          placeholder={t('history.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          value={kind}
          onChange={setKind}
          data={KINDS.filter(([, permission]) => holds(membership, permission)).map(([value]) => ({
            value,
            label: t(`kind.${value}`),
          }))}
        />
        <TextInput
          size="xs"
          label={t('history.key')}
          maxLength={200}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </Group>
      <ChangesList
        isOfMany
        under={['settings', 'all', kind, key]}
        page={(query) =>
          docket.call('listSettingsChanges', {
            query: { ...query, ...(kind === null ? {} : { kind }), ...(key === '' ? {} : { key }) },
          })
        }
      />
    </Stack>
  );
}
