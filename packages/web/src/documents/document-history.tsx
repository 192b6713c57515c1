import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { ChangeList } from '../order/change-list';
import { useEventWords } from '../order/event-words';
import { type Order, orderKey } from '../order/order-queries';
import { Section } from '../order/section';
import { useActorNames } from '../settings/history/actor-names';
import { MomentText } from '../parts/moment-text';
import { Failed, Waiting } from '../parts/state-of-page';

interface DocumentHistoryProps {
  readonly order: Order;
  readonly documentId: string;
}

const TYPES = ['document_added', 'document_changed', 'document_cancelled'] as const;

/** What happened to one document, newest first: who, when, and every field with its old and new value. */
export function DocumentHistory({ order, documentId }: DocumentHistoryProps) {
  const { t } = useTranslation('documents');
  const { orderId, version } = order;
  const words = useEventWords();
  const actorName = useActorNames();
  const events = useQuery({
    queryKey: [...orderKey(orderId), 'document-events', documentId, version],
    queryFn: ({ signal }) =>
      docket.call(
        'listOrderEvents',
        { path: { orderId }, query: { order: 'desc', limit: 200, type: [...TYPES] } },
        { signal },
      ),
  });
  const own = events.data?.events.filter(({ data }) => (data as { documentId?: string }).documentId === documentId);
  return (
    <Section title={t('history')}>
      {events.isPending && <Waiting lines={3} />}
      {events.error !== null && <Failed error={events.error} />}
      {own?.map((event) => (
        <Stack key={event.version} gap={2}>
          <Text size="sm" fw={500}>
            {words(event.summary)}
          </Text>
          <Text size="xs" c="dimmed">
            <MomentText at={event.at} /> · {actorName(event.by.id ?? event.by.kind)}
          </Text>
          <ChangeList
            changes={event.changes.filter(({ field }) => field.startsWith('documents'))}
            currency={order.currency}
          />
        </Stack>
      ))}
    </Section>
  );
}
