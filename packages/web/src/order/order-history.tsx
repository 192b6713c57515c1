import { Badge, Collapse, Group, Stack, Text, Timeline, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { addressOf } from '@docket/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { DownloadButton } from '../parts/download-button';
import { More } from '../parts/more';
import { Failed, Waiting } from '../parts/state-of-page';
import { ChangeList } from './change-list';
import { useEventWords } from './event-words';
import { eventPagesQuery, type Order, type OrderEvent } from './order-queries';
import { OrderVersions } from './order-versions';
import { Section } from './section';

interface OrderHistoryProps {
  readonly present: Order;
  /** The version that the page shows. */
  readonly shown: number;
  readonly setVersion: (version: number | undefined) => void;
}

/** All that happened: who, when, why, and every field with its old and new value; and the way back to any version. */
export function OrderHistory({ present, shown, setVersion }: OrderHistoryProps) {
  const { t } = useTranslation('order');
  const events = useInfiniteQuery(eventPagesQuery(present.orderId, present.version));
  return (
    <Stack gap="md">
      {present.version > 1 && <OrderVersions present={present} shown={shown} setVersion={setVersion} />}
      <Section
        title={t('history.title')}
        aside={
          <DownloadButton
            path={addressOf('exportOrderChanges', { path: { orderId: present.orderId } }).path}
            file="changes.csv"
          />
        }
      >
        {events.data === undefined ? (
          events.error === null ? (
            <Waiting lines={6} height={40} />
          ) : (
            <Failed error={events.error} onRetry={() => void events.refetch()} />
          )
        ) : (
          <>
            <Timeline bulletSize={14} lineWidth={2}>
              {events.data.pages
                .flatMap((page) => page.events)
                .map((event) => (
                  <Timeline.Item key={event.version}>
                    <EventEntry event={event} currency={present.currency} isShown={event.version === shown} />
                  </Timeline.Item>
                ))}
            </Timeline>
            <More pages={events} />
          </>
        )}
      </Section>
    </Stack>
  );
}

interface EventEntryProps {
  readonly event: OrderEvent;
  readonly currency: string;
  readonly isShown: boolean;
}

function EventEntry({ event, currency, isShown }: EventEntryProps) {
  const { t, i18n } = useTranslation('order');
  const words = useEventWords();
  const [open, { toggle }] = useDisclosure(false);
  const count = event.changes.length;
  return (
    <Stack gap={4}>
      <UnstyledButton onClick={toggle} aria-expanded={open}>
        <Group gap={6} wrap="nowrap" align="flex-start">
          {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
          <div>
            <Text size="sm" fw={500} lh={1.3}>
              {words(event.summary)}
            </Text>
            <Text size="xs" c="dimmed">
              {moment(event.at, i18n.language)} · {event.by.id ?? event.by.kind} ·{' '}
              {t('history.why', { reason: event.reason })}
            </Text>
            <Text size="xs" c="dimmed">
              {t('history.version', { version: event.version })} · {t('history.changes', { count })}
            </Text>
          </div>
          {isShown && (
            <Badge size="sm" variant="light" tt="none">
              {t('history.shown')}
            </Badge>
          )}
        </Group>
      </UnstyledButton>
      <Collapse expanded={open}>{open && <ChangeList changes={event.changes} currency={currency} />}</Collapse>
    </Stack>
  );
}
