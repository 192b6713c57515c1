import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { MomentText } from '../../parts/moment-text';
import { useAlarms } from '../../payments/alarms';
import { useMay } from '../../session/session';
import { type PaymentProvider, secretsQuery } from './provider';

/** Whether a provider can be worked with as far as anybody knows: its keys, its alarms, how it answered last. */
export function ProviderStanding({ provider: { provider, active } }: { readonly provider: PaymentProvider }) {
  const { t } = useTranslation(['payments', 'setting']);
  const secrets = useQuery(secretsQuery(provider));
  const hasAlarms = useAlarms({ provider });
  const log = useQuery({
    queryKey: ['gateway-log', 'last', provider],
    queryFn: ({ signal }) => docket.call('listGatewayLog', { query: { provider, limit: 1 } }, { signal }),
    enabled: useMay('payments.log'),
  });
  const [last] = log.data?.items ?? [];
  const { names = [], needed = [] } = secrets.data ?? {};
  const lacks = needed.some((name) => !names.includes(name));
  return (
    <Group gap={6}>
      {!active && (
        <Badge variant="default" tt="none">
          {t('setting:inactive')}
        </Badge>
      )}
      {hasAlarms && (
        <Badge color="red" tt="none">
          {t('events.alarm')}
        </Badge>
      )}
      {secrets.isSuccess && (
        <Badge variant="dot" tt="none" color={lacks ? 'red' : 'teal'}>
          {t(lacks ? 'providers.lacksKeys' : 'providers.ready')}
        </Badge>
      )}
      {last !== undefined && (
        <Text size="xs" c="dimmed" component="div">
          {t(last.error !== null || (last.status ?? 0) >= 400 ? 'providers.lastFailed' : 'providers.lastAnswered')}{' '}
          <MomentText at={last.at} />
        </Text>
      )}
    </Group>
  );
}
