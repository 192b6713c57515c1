import { Button, Code, Group, Spoiler, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { MomentText } from '../parts/moment-text';
import { Refused } from '../parts/refused';
import { queries } from '../queries';
import { useMay } from '../session/session';
import { TaxState } from '../settings/taxes/tax-document-list';
import { type Order, orderKey } from './order-queries';
import { Section } from './section';
import { useMoney } from './shown-money';

/** What a tax service was told of the order; nothing where none was. */
export function OrderTaxes({ order }: { readonly order: Order }) {
  const { t } = useTranslation('taxes');
  const mayEdit = useMay('orders.invoice');
  const shown = useMoney(order.currency);
  const { orderId } = order;
  const queryKey = [...orderKey(orderId), 'taxes'];
  const documents = useQuery({
    queryKey: [...queryKey, order.version],
    queryFn: ({ signal }) => docket.call('listTaxDocumentsOfOrder', { path: { orderId } }, { signal }),
    refetchInterval: 20_000,
  });
  const send = useMutation({
    mutationFn: () => docket.call('sendTaxDocuments', { path: { orderId }, body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const rows = documents.data?.items ?? [];
  if (rows.length === 0 && documents.error === null) return null;
  return (
    <Section
      title={t('ofOrder')}
      aside={
        mayEdit && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRefresh size={14} />}
            loading={send.isPending}
            onClick={() => send.mutate()}
          >
            {t('send')}
          </Button>
        )
      }
    >
      <Refused error={documents.error ?? send.error} />
      {send.isSuccess && (
        <Text size="xs" c="dimmed" role="status">
          {t('sent')}
        </Text>
      )}
      {rows.map((row) => (
        <Stack key={row.code} gap={2}>
          <Group justify="space-between" wrap="nowrap">
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {t(`kind.${row.kind}`, { paper: row.paper })}
              </Text>
              <TaxState state={row.state} />
            </Group>
            <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
              {shown(row.charged)}
            </Text>
          </Group>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {row.code} · <MomentText at={row.updatedAt} />
          </Text>
          {row.tax !== null && row.charged !== null && row.tax !== row.charged && row.state === 'filed' && (
            <Text size="xs" c="orange">
              {t('differs', { tax: shown(row.tax) })}
            </Text>
          )}
          {row.error !== null && (
            <Text size="xs" c="red">
              {t(`reason.${row.error}`, { defaultValue: row.error })}{' '}
              {t(row.state === 'waiting' ? 'nextByItself' : 'nextByHand')}
            </Text>
          )}
          {row.error === 'provider_changed' && row.service !== null && (
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t('keptIn', { service: row.service })}
            </Text>
          )}
          {row.lastRequest !== null && (
            <Spoiler maxHeight={0} showLabel={t('showRequest')} hideLabel={t('hideAnswer')}>
              <Code block style={{ maxHeight: 240, overflow: 'auto' }}>
                {row.lastRequest}
              </Code>
            </Spoiler>
          )}
          {row.lastAnswer !== null && (
            <Spoiler maxHeight={0} showLabel={t('showAnswer')} hideLabel={t('hideAnswer')}>
              <Code block style={{ maxHeight: 240, overflow: 'auto' }}>
                {row.lastAnswer}
              </Code>
            </Spoiler>
          )}
        </Stack>
      ))}
    </Section>
  );
}
