import { Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../parts/page-frame';
import { useAddressFilter } from './address-filter';
import { type ExchangeFilter, ExchangeList } from './exchange-list';
import { ProviderSelect } from './provider-select';

const OPERATIONS = ['begin', 'capture', 'void', 'refund', 'close', 'lookup', 'check', 'event'] as const;
const NAMES = ['provider', 'operation', 'failed', 'orderId', 'paymentId'] as const;

/** What was said to payment providers, over all orders or about one of them. */
export function GatewayLogPage() {
  const { t } = useTranslation(['payments', 'setting']);
  const [asked, ask] = useAddressFilter(NAMES);
  const [orderId] = useDebouncedValue(asked.orderId.trim(), 300);
  const operation = OPERATIONS.find((one) => one === asked.operation);
  const filter: ExchangeFilter = {
    ...(asked.provider === '' ? {} : { provider: asked.provider }),
    ...(operation === undefined ? {} : { operation }),
    ...(asked.failed === 'true' ? { failed: true } : {}),
    ...(orderId === '' ? {} : { orderId }),
    ...(orderId === '' || asked.paymentId === '' ? {} : { paymentId: asked.paymentId }),
  };
  return (
    <PageFrame title={t('log.title')}>
      <Text size="sm" c="dimmed">
        {t('log.text')}
      </Text>
      <Group gap="xs" align="flex-end">
        <ProviderSelect
          value={asked.provider === '' ? null : asked.provider}
          onChange={(provider) => ask({ provider: provider ?? '' })}
        />
        <Select
          size="xs"
          label={t('log.operation')}
          placeholder={t('any')}
          clearable
          clearButtonProps={{ 'aria-label': t('setting:clear') }}
          value={operation ?? null}
          onChange={(chosen) => ask({ operation: chosen ?? '' })}
          data={OPERATIONS.map((value) => ({ value, label: t(`operation.${value}`) }))}
        />
        <TextInput
          size="xs"
          label={t('log.order')}
          placeholder={t('any')}
          value={asked.orderId}
          // A payment is one of its order.
          onChange={({ currentTarget }) => ask({ orderId: currentTarget.value, paymentId: '' })}
        />
        {asked.paymentId !== '' && (
          <TextInput
            size="xs"
            w={90}
            label={t('log.paymentId')}
            value={asked.paymentId}
            onChange={({ currentTarget }) => ask({ paymentId: currentTarget.value })}
          />
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('log.outcome')}
          value={asked.failed === 'true' ? 'failed' : 'all'}
          onChange={(shown) => ask({ failed: shown === 'failed' ? 'true' : '' })}
          data={(['all', 'failed'] as const).map((value) => ({ value, label: t(`log.shown.${value}`) }))}
        />
      </Group>
      <ExchangeList filter={filter} />
    </PageFrame>
  );
}
