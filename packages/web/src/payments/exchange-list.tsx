import { Accordion, Anchor, Badge, Code, Group, Stack, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import type { AnswerOf, QueryOf } from '@docket/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Listed } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { Empty } from '../parts/state-of-page';

export type ExchangeFilter = Omit<QueryOf<'listGatewayLog'>, 'after' | 'limit'>;
type Exchange = AnswerOf<'listGatewayLog'>['items'][number];

interface ExchangeListProps {
  readonly filter: ExchangeFilter;
  /** On a page of its own order the way there is not shown. */
  readonly isOfOrder?: boolean;
}

/** What was said to payment providers and what they answered, newest first; words are shown where somebody opens one. */
export function ExchangeList({ filter, isOfOrder = false }: ExchangeListProps) {
  const { t } = useTranslation('payments');
  const pages = useInfiniteQuery({
    queryKey: ['gateway-log', filter],
    refetchInterval: 20_000,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      docket.call(
        'listGatewayLog',
        { query: { ...filter, limit: 25, ...(pageParam === null ? {} : { after: pageParam }) } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Listed
      pages={pages}
      rowsOf={({ items }) => items}
      empty={<Empty icon={<IconMessages />} title={t('log.none')} text={t('log.noneText')} />}
    >
      {(exchanges) => (
        <Accordion variant="separated" chevronPosition="left">
          {exchanges.map((exchange) => (
            <Accordion.Item key={exchange.id} value={exchange.id}>
              <Accordion.Control>
                <Group gap="sm">
                  <Text size="sm" fw={500}>
                    {t(`operation.${exchange.operation}`)}
                  </Text>
                  <Outcome exchange={exchange} />
                  <Text size="sm" c="dimmed">
                    {exchange.provider}
                  </Text>
                  <MomentText at={exchange.at} />
                  {!isOfOrder && exchange.orderId !== null && (
                    <Text size="sm" c="dimmed">
                      {t('log.ofOrder', { order: exchange.orderId })}
                    </Text>
                  )}
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                <Words exchange={exchange} isOfOrder={isOfOrder} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Listed>
  );
}

/** The status of an answer, or why there was none. */
function Outcome({ exchange: { status, error } }: { readonly exchange: Exchange }) {
  const { t } = useTranslation('payments');
  const isBad = error !== null || (status ?? 0) >= 400;
  return (
    <Badge variant="dot" color={isBad ? 'red' : 'teal'} tt="none">
      {error === null ? status : t(`log.error.${error}`, { defaultValue: error })}
    </Badge>
  );
}

function Words({ exchange, isOfOrder }: { readonly exchange: Exchange; readonly isOfOrder: boolean }) {
  const { t } = useTranslation('payments');
  const { orderId, paymentId, request, answer } = exchange;
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {exchange.method} {exchange.url} · {t('log.millis', { count: exchange.millis })}
        {paymentId !== null && ` · ${t('log.payment', { id: paymentId })}`}
      </Text>
      {!isOfOrder && orderId !== null && (
        <Anchor component={Link} to={`/orders/${encodeURIComponent(orderId)}`} size="sm">
          {t('log.toOrder', { order: orderId })}
        </Anchor>
      )}
      {request === null && answer === null ? (
        <Text size="sm" c="dimmed">
          {t('log.hidden')}
        </Text>
      ) : (
        <>
          <Said name={t('log.sent')} words={request} />
          <Said name={t('log.answered')} words={answer} />
        </>
      )}
    </Stack>
  );
}

function Said({ name, words }: { readonly name: string; readonly words: string | null }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Code block tabIndex={0} mah={320} style={{ overflow: 'auto' }}>
        {words === null || words === '' ? '–' : spread(words)}
      </Code>
    </div>
  );
}

/** JSON over several lines; anything else as it came. */
function spread(words: string): string {
  try {
    return JSON.stringify(JSON.parse(words), null, 2);
  } catch {
    return words;
  }
}
