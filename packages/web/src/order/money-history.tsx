import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MomentText } from '../parts/moment-text';
import { More } from '../parts/more';
import { Failed, Waiting } from '../parts/state-of-page';
import { useActorNames } from '../settings/history/actor-names';
import { ChangeList } from './change-list';
import { useEventWords } from './event-words';
import { MONEY_LISTS, type MoneyKind } from './money-moves';
import { eventPagesQuery, type Order } from './order-queries';
import { Section } from './section';

interface MoneyHistoryProps {
  readonly order: Order;
  readonly kind: MoneyKind;
  readonly id: string;
}

/** What happened to one capture, void or refund, newest first: who, when, and every field with its old and new value. */
export function MoneyHistory({ order, kind, id }: MoneyHistoryProps) {
  const { t } = useTranslation(['documents', 'order']);
  const words = useEventWords();
  const actorName = useActorNames();
  const pages = useInfiniteQuery(eventPagesQuery(order.orderId, order.version));
  const list = MONEY_LISTS[kind];
  const own = (pages.data?.pages ?? [])
    .flatMap(({ events }) => events)
    .map((event) => ({
      event,
      changes: event.changes.filter(
        (change) => change.id === id && (change.field === list || change.field.startsWith(`${list}.`)),
      ),
    }))
    .filter(({ changes }) => changes.length > 0);
  return (
    <Section title={t('history')}>
      {pages.isPending && <Waiting lines={3} />}
      {pages.error !== null && <Failed error={pages.error} />}
      {own.map(({ event, changes }) => (
        <Stack key={event.version} gap={2}>
          <Text size="sm" fw={500}>
            {words(event.summary)}
          </Text>
          <Text size="xs" c="dimmed" component="div">
            <MomentText at={event.at} /> · {actorName(event.by.id ?? event.by.kind)}
          </Text>
          {/* As it came it is told by the facts beside. */}
          {changes.some(({ field }) => field !== list) && <ChangeList changes={changes} currency={order.currency} />}
        </Stack>
      ))}
      <More pages={pages} />
    </Section>
  );
}
