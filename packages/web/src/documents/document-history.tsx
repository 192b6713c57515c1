import { Stack, Text } from '@mantine/core';
import { addressOf } from '@docket/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { ChangeList } from '../order/change-list';
import { useEventWords } from '../order/event-words';
import { type Order, orderKey } from '../order/order-queries';
import { Section } from '../order/section';
import { DownloadButton } from '../parts/download-button';
import { MomentText } from '../parts/moment-text';
import { More } from '../parts/more';
import { Failed, Waiting } from '../parts/state-of-page';
import { useActorNames } from '../settings/history/actor-names';

interface DocumentHistoryProps {
  readonly order: Order;
  /** A built-in kind, or `custom`. */
  readonly kind: string;
  readonly id: string;
}

/** What happened to one document, newest first: who, when, and every field with its old and new value. */
export function DocumentHistory({ order, kind, id }: DocumentHistoryProps) {
  const { t } = useTranslation('documents');
  const { orderId, version } = order;
  const document = `${kind}:${id}`;
  const words = useEventWords();
  const actorName = useActorNames();
  const pages = useInfiniteQuery({
    queryKey: [...orderKey(orderId), 'document-events', document, version],
    initialPageParam: version,
    queryFn: ({ pageParam, signal }) =>
      docket.call(
        'listOrderEvents',
        { path: { orderId }, query: { order: 'desc', limit: 50, from: pageParam, document } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Section
      title={t('history')}
      aside={
        <DownloadButton
          path={addressOf('exportOrderChanges', { path: { orderId }, query: { document } }).path}
          file="changes.csv"
        />
      }
    >
      {pages.isPending && <Waiting lines={3} />}
      {pages.error !== null && <Failed error={pages.error} />}
      {pages.data?.pages
        .flatMap(({ events }) => events)
        .map((event) => (
          <Stack key={event.version} gap={2}>
            <Text size="sm" fw={500}>
              {words(event.summary)}
            </Text>
            <Text size="xs" c="dimmed" component="div">
              <MomentText at={event.at} /> · {actorName(event.actor)}
              {event.reason !== null && ` · ${t('because', { reason: event.reason })}`}
            </Text>
            {/* As it came it is told by the facts beside. */}
            {event.changes.some(({ field }) => field.includes('.') || field === 'marks') && (
              <ChangeList changes={event.changes} currency={order.currency} />
            )}
          </Stack>
        ))}
      <More pages={pages} />
    </Section>
  );
}
