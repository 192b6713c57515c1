import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { day } from '../format/moments';
import { type BuiltInKind, type DocumentOf } from './built-in/built-in';
import { DocumentLink } from './built-in/document-link';
import { PaperFacts } from './built-in/paper-facts';
import { CustomFields } from './custom-fields';
import type { Order } from './order-queries';
import { Section } from './section';
import { useMoney } from './shown-money';

/** Invoices, and return invoices with the money that went back. */
export function OrderPapers({ order, isPast }: { readonly order: Order; readonly isPast: boolean }) {
  const { t } = useTranslation('order');
  const papers = (target: PaperProps['target'], all: readonly PaperProps['paper'][], none: string) => (
    <>
      {all.length === 0 && (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
      {all.map((paper) => (
        <Paper key={paper.number} order={order} paper={paper} target={target} isPast={isPast} />
      ))}
    </>
  );
  return (
    <>
      <Section title={t('papers.invoices')}>{papers('invoice', order.invoices, t('papers.noInvoices'))}</Section>
      <Section title={t('papers.returns')}>
        {papers('return_invoice', order.returnInvoices, t('papers.noReturns'))}
      </Section>
    </>
  );
}

interface PaperProps {
  readonly order: Order;
  readonly paper: DocumentOf<'invoice' | 'return_invoice'>;
  readonly target: Extract<BuiltInKind, 'invoice' | 'return_invoice'>;
  readonly isPast: boolean;
}

function Paper({ order, paper, target, isPast }: PaperProps) {
  const { i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  return (
    <Stack gap={2}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs">
          <DocumentLink orderId={order.orderId} kind={target} id={paper.number} fw={600}>
            {paper.number}
          </DocumentLink>
          <Text size="xs" c="dimmed">
            {day(paper.issuedAt, i18n.language)}
          </Text>
        </Group>
        <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
          {shown(paper.value)}
        </Text>
      </Group>
      <PaperFacts order={order} paper={paper} />
      <CustomFields
        order={order}
        target={target}
        id={paper.number}
        values={paper.custom}
        isPast={isPast}
        of={paper.number}
      />
    </Stack>
  );
}
