import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { Facts } from './fact';
import type { Order } from './order-queries';
import { Section } from './section';

/** Who wanted to cancel and why, what was answered, and how the order ended; nothing where nobody wanted to. */
export function OrderCancellation({ order }: { readonly order: Order }) {
  const { t, i18n } = useTranslation('order');
  const { cancellation, cancellationRequests } = order;
  if (cancellation === null && cancellationRequests.length === 0) return null;
  const told = (what: string, { at, by }: { readonly at: string; readonly by: string }) => (
    <Text size="sm" fw={500}>
      {t(`cancellation.${what}`, { at: moment(at, i18n.language), by: t(`cancellation.by.${by}`) })}
    </Text>
  );
  return (
    <Section title={t('cancellation.title')}>
      {cancellationRequests.map((request) => (
        <Stack key={request.id} gap={2}>
          {told('asked', request)}
          <Text size="sm">{t(`cancellation.outcome.${request.outcome}`)}</Text>
          <Facts
            facts={[
              [t('cancellation.reason'), request.reason],
              [t('cancellation.answer'), request.answer],
            ]}
          />
        </Stack>
      ))}
      {cancellation !== null && (
        <Stack gap={2}>
          {told('cancelled', cancellation)}
          <Facts facts={[[t('cancellation.reason'), cancellation.reason]]} />
        </Stack>
      )}
    </Section>
  );
}
