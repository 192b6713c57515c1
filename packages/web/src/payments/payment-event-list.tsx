import { Anchor, Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconBook2, IconInbox, IconRefresh } from '@tabler/icons-react';
import type { AnswerOf, QueryOf } from '@docket/sdk';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { ConfirmButton } from '../parts/confirm-button';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { Refused } from '../parts/refused';
import { Empty } from '../parts/state-of-page';
import { queries } from '../queries';
import { useMay } from '../session/session';
import { useActorNames } from '../settings/history/actor-names';

export type EventFilter = Omit<QueryOf<'listPaymentEvents'>, 'after' | 'limit'>;
type PaymentEvent = AnswerOf<'listPaymentEvents'>['items'][number];

const COLOURS = { received: 'blue', applied: 'teal', ignored: 'gray', failed: 'red' } as const;
export const EVENT_STATES = ['received', 'applied', 'ignored', 'failed'] as const;

const eventsChanged = () => queries.invalidateQueries({ queryKey: ['payment-events'] });

/** Events of payment providers, newest first; what was given up waits for somebody to judge it. */
export function PaymentEventList({ filter }: { readonly filter: EventFilter }) {
  const { t } = useTranslation('payments');
  const mayRetry = useMay('payments.retry');
  const mayBook = useMay('orders.edit');
  const pages = useInfiniteQuery({
    queryKey: ['payment-events', 'list', filter],
    refetchInterval: 10_000,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      docket.call(
        'listPaymentEvents',
        { query: { ...filter, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
  const retry = useMutation({
    mutationFn: (id: string) => docket.call('retryPaymentEvent', { path: { id }, body: {} }),
    onSettled: eventsChanged,
  });
  const book = useMutation({
    mutationFn: async ({ id, state, orderId, paymentId }: PaymentEvent) => {
      await docket.call('book_payment', { path: { orderId: orderId ?? '', paymentId: paymentId ?? '' }, body: {} });
      if (state === 'failed' && mayRetry) await docket.call('retryPaymentEvent', { path: { id }, body: {} });
    },
    onSettled: eventsChanged,
  });
  return (
    <>
      <Refused error={retry.error ?? book.error} />
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconInbox />} title={t('events.none')} text={t('events.noneText')} />}
      >
        {(events) => (
          <ListTable
            minWidth={760}
            columns={[
              { name: t('events.event') },
              { name: t('events.state') },
              { name: t('log.order') },
              { name: t('events.received') },
              ...(mayRetry || mayBook ? [{ name: '' }] : []),
            ]}
          >
            {events.map((event) => (
              <Table.Tr key={event.id}>
                <Table.Td>
                  <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
                    {event.type}
                  </Text>
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {event.provider} · {event.eventId}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Standing event={event} />
                </Table.Td>
                <Table.Td>
                  {event.orderId === null ? (
                    '–'
                  ) : (
                    <Anchor component={Link} to={`/orders/${encodeURIComponent(event.orderId)}`} size="sm">
                      {event.orderId}
                    </Anchor>
                  )}
                </Table.Td>
                <Table.Td>
                  <MomentText at={event.receivedAt} />
                </Table.Td>
                {(mayRetry || mayBook) && (
                  <Table.Td>
                    <Group gap={6} wrap="nowrap" justify="flex-end">
                      {mayBook && isBookable(event) && (
                        <Button
                          size="xs"
                          variant="light"
                          leftSection={<IconBook2 size={14} />}
                          loading={book.isPending && book.variables.id === event.id}
                          onClick={() => book.mutate(event)}
                          aria-label={t('events.bookOne', { id: event.eventId })}
                        >
                          {t('events.book')}
                        </Button>
                      )}
                      {mayRetry && event.state === 'failed' && (
                        <>
                          <Button
                            size="xs"
                            variant="light"
                            leftSection={<IconRefresh size={14} />}
                            loading={retry.isPending && retry.variables === event.id}
                            onClick={() => retry.mutate(event.id)}
                            aria-label={t('events.retryOne', { id: event.eventId })}
                          >
                            {t('events.retry')}
                          </Button>
                          <ConfirmButton
                            label={t('events.ignore')}
                            text={t(event.alarm ? 'events.ignoreAlarmText' : 'events.ignoreText', {
                              id: event.eventId,
                            })}
                            act={async () => {
                              await docket.call('ignorePaymentEvent', { path: { id: event.id }, body: {} });
                              await eventsChanged();
                            }}
                          />
                        </>
                      )}
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
    </>
  );
}

/** Money that moved at the provider itself: an order may take it down as it is. */
const isBookable = ({ state, problem, orderId, paymentId }: PaymentEvent): boolean =>
  problem === 'conflict' && (state === 'received' || state === 'failed') && orderId !== null && paymentId !== null;

/** How an event stands, what went wrong with it, and what comes next. */
function Standing({ event }: { readonly event: PaymentEvent }) {
  const { t } = useTranslation('payments');
  const actorName = useActorNames();
  const { state, alarm, problem, message, nextAt, tries, settledBy } = event;
  const isOpen = state === 'received' || state === 'failed';
  return (
    <Stack gap={2}>
      <Group gap={6}>
        <Badge variant="dot" color={COLOURS[state]} tt="none" fw={500}>
          {t(`events.states.${state}`)}
        </Badge>
        {alarm && (
          <Badge color="red" tt="none">
            {t('events.alarm')}
          </Badge>
        )}
      </Group>
      {problem !== null && (
        <Text size="xs" c={isOpen ? 'var(--mantine-color-error)' : 'dimmed'} maw={360}>
          {t(`events.problem.${problem}`, { defaultValue: problem })}
          {message !== null && ` (${message})`}
        </Text>
      )}
      {state === 'received' && tries > 0 && nextAt !== null && (
        <Text size="xs" c="dimmed" component="div">
          {t('events.next', { count: tries })} <MomentText at={nextAt} />
        </Text>
      )}
      {settledBy !== null && (
        <Text size="xs" c="dimmed">
          {t('events.by', { name: actorName(settledBy) })}
        </Text>
      )}
    </Stack>
  );
}
