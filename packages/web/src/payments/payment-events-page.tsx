import { Alert, Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBellRinging } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../parts/page-frame';
import { useAddressFilter } from './address-filter';
import { EVENT_STATES, type EventFilter, PaymentEventList } from './payment-event-list';
import { ProviderSelect } from './provider-select';
import { useAlarms } from './alarms';

const NAMES = ['state', 'alarms', 'provider', 'orderId'] as const;

/** What payment providers told by themselves, and what became of it. */
export function PaymentEventsPage() {
  const { t } = useTranslation(['payments', 'setting']);
  const [asked, ask] = useAddressFilter(NAMES);
  const [orderId] = useDebouncedValue(asked.orderId.trim(), 300);
  const state = EVENT_STATES.find((one) => one === asked.state);
  const hasAlarms = useAlarms({});
  const filter: EventFilter = {
    ...(state === undefined ? {} : { state }),
    ...(asked.alarms === 'true' ? { alarms: true } : {}),
    ...(asked.provider === '' ? {} : { provider: asked.provider }),
    ...(orderId === '' ? {} : { orderId }),
  };
  return (
    <PageFrame title={t('events.title')}>
      <Text size="sm" c="dimmed">
        {t('events.text')}
      </Text>
      {hasAlarms && (
        <Alert color="red" icon={<IconBellRinging />} title={t('events.alarm')}>
          {t('events.alarmText')}
        </Alert>
      )}
      <Group gap="xs" align="flex-end">
        <Select
          size="xs"
          label={t('events.state')}
          placeholder={t('any')}
          clearable
          clearButtonProps={{ 'aria-label': t('setting:clear') }}
          value={state ?? null}
          onChange={(chosen) => ask({ state: chosen ?? '' })}
          data={EVENT_STATES.map((value) => ({ value, label: t(`events.states.${value}`) }))}
        />
        <ProviderSelect
          value={asked.provider === '' ? null : asked.provider}
          onChange={(provider) => ask({ provider: provider ?? '' })}
        />
        <TextInput
          size="xs"
          label={t('log.order')}
          placeholder={t('any')}
          value={asked.orderId}
          onChange={({ currentTarget }) => ask({ orderId: currentTarget.value })}
        />
        <Switch
          size="sm"
          mb={6}
          label={t('events.onlyAlarms')}
          checked={asked.alarms === 'true'}
          onChange={({ currentTarget }) => ask({ alarms: currentTarget.checked ? 'true' : '' })}
        />
      </Group>
      <PaymentEventList filter={filter} />
    </PageFrame>
  );
}
