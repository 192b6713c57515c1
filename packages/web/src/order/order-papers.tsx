import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { day } from '../format/moments';
import { useMoney } from './shown-money';
import { CustomFields } from './custom-fields';
import type { Order } from './order-queries';
import { Pieces } from './pieces';
import { Section } from './section';

/** Invoices, and return invoices with the money that went back. */
export function OrderPapers({ order, isPast }: { readonly order: Order; readonly isPast: boolean }) {
  const { t } = useTranslation('order');
  const shown = useMoney(order.currency);
  return (
    <>
      <Section title={t('papers.invoices')}>
        {order.invoices.length === 0 && <Nothing text={t('papers.noInvoices')} />}
        {order.invoices.map((invoice) => (
          <Paper key={invoice.number} order={order} paper={invoice} target="invoice" isPast={isPast} />
        ))}
      </Section>
      <Section title={t('papers.returns')}>
        {order.returnInvoices.length === 0 && <Nothing text={t('papers.noReturns')} />}
        {order.returnInvoices.map((paper) => (
          <Stack key={paper.number} gap={2}>
            <Paper order={order} paper={paper} target="return_invoice" isPast={isPast} />
            <Text size="xs" c="dimmed">
              {paper.refunds
                .map(({ paymentId, amount }) => t('papers.refunded', { amount: shown(amount), payment: paymentId }))
                .join(' · ')}{' '}
              {paper.restocked && t('papers.restocked')}
            </Text>
          </Stack>
        ))}
      </Section>
    </>
  );
}

const Nothing = ({ text }: { readonly text: string }) => (
  <Text size="sm" c="dimmed">
    {text}
  </Text>
);

interface PaperProps {
  readonly order: Order;
  readonly paper: Pick<Order['invoices'][number], 'number' | 'value' | 'items' | 'issuedAt' | 'key' | 'url' | 'custom'>;
  readonly target: 'invoice' | 'return_invoice';
  readonly isPast: boolean;
}

function Paper({ order, paper, target, isPast }: PaperProps) {
  const { t, i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  return (
    <Stack gap={2}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs">
          {paper.url === null ? (
            <Text size="sm" fw={600}>
              {paper.number}
            </Text>
          ) : (
            <Anchor href={paper.url} target="_blank" rel="noreferrer" size="sm" fw={600}>
              {paper.number}
            </Anchor>
          )}
          <Text size="xs" c="dimmed">
            {day(paper.issuedAt, i18n.language)}
          </Text>
        </Group>
        <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
          {shown(paper.value)}
        </Text>
      </Group>
      <Pieces order={order} items={paper.items} />
      <CustomFields
        order={order}
        target={target}
        id={paper.number}
        values={paper.custom}
        isPast={isPast}
        of={paper.number}
      />
      {paper.key !== null && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('papers.key', { key: paper.key })}
        </Text>
      )}
    </Stack>
  );
}
