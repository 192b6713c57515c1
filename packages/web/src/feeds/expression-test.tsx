import { Alert, Group, Loader, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { day } from '../format/moments';
import { RefusalText } from '../parts/refusal-text';

interface ExpressionTestProps {
  readonly expression: string;
  readonly document: 'docket' | 'vtex';
}

/** Whether the expression is true of a real order, asked anew a moment after the last key. */
export function ExpressionTest({ expression, document }: ExpressionTestProps) {
  const { t, i18n } = useTranslation('integration');
  const [chosen, choose] = useState<string | null>(null);
  const newest = useQuery({
    queryKey: ['feeds', 'orders-to-test'],
    queryFn: () => docket.call('listOrders', { query: { limit: 50 } }),
  });
  const orders = newest.data?.orders ?? [];
  const orderId = chosen ?? orders[0]?.orderId ?? null;
  const [settled] = useDebouncedValue(expression.trim(), 400);
  const test = useQuery({
    queryKey: ['feeds', 'test', settled, document, orderId],
    enabled: settled !== '' && orderId !== null,
    queryFn: () => docket.call('testExpression', { body: { expression: settled, document, orderId: orderId ?? '' } }),
  });
  return (
    <>
      <Select
        label={t('feeds.testOn')}
        searchable
        allowDeselect={false}
        value={orderId}
        onChange={choose}
        nothingFoundMessage={t('feeds.noOrders')}
        data={orders.map((order) => ({
          value: order.orderId,
          label: `${order.number ?? order.orderId} · ${order.status} · ${day(order.createdAt, i18n.language)}`,
        }))}
      />
      <Group mih={40} gap="xs" aria-live="polite" role="status">
        {settled !== '' && test.isFetching && <Loader size="xs" />}
        {settled !== '' && test.data?.matches === true && (
          <Text size="sm">
            <IconCheck size={16} color="var(--mantine-color-teal-6)" style={{ verticalAlign: 'text-bottom' }} />{' '}
            {t('feeds.matches')}
          </Text>
        )}
        {settled !== '' && test.data?.matches === false && (
          <Text size="sm">
            <IconX size={16} style={{ verticalAlign: 'text-bottom' }} /> {t('feeds.matchesNot')}
          </Text>
        )}
        {typeof test.data?.error === 'string' && (
          <Alert color="orange" py={6} w="100%">
            <Text size="sm">{test.data.error}</Text>
          </Alert>
        )}
        {test.error !== null && <RefusalText error={test.error} />}
      </Group>
    </>
  );
}
