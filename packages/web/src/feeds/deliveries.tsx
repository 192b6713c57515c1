import { Accordion, Badge, Code, Group, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { MomentText } from '../parts/moment-text';
import { More } from '../parts/more';
import { Empty, Failed, Waiting } from '../parts/state-of-page';

/** Every try to deliver: the bytes that went out and the answer that came. */
export function Deliveries({ feed }: { readonly feed: string }) {
  const { t } = useTranslation('integration');
  const pages = useInfiniteQuery({
    queryKey: ['feeds', 'deliveries', feed],
    refetchInterval: 10_000,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listDeliveries', {
        path: { feed },
        query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  if (pages.isPending) return <Waiting />;
  if (pages.error !== null) return <Failed error={pages.error} onRetry={() => void pages.refetch()} />;
  const deliveries = pages.data.pages.flatMap((page) => page.items);
  if (deliveries.length === 0)
    return <Empty icon={<IconSend />} title={t('feeds.noDeliveries')} text={t('feeds.noDeliveriesText')} />;
  return (
    <>
      <Accordion variant="separated" chevronPosition="left">
        {deliveries.map((one) => (
          <Accordion.Item key={`${one.sequence}/${one.attempt}`} value={`${one.sequence}/${one.attempt}`}>
            <Accordion.Control>
              <Group gap="sm">
                <Badge variant="dot" color={one.error === null ? 'teal' : 'red'} tt="none">
                  {one.status ?? one.error}
                </Badge>
                <Text size="sm">{one.orderId}</Text>
                <Text size="sm" c="dimmed">
                  {t('feeds.try', { sequence: one.sequence, attempt: one.attempt, millis: one.millis })}
                </Text>
                <MomentText at={one.at} />
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Text size="xs" c="dimmed" mt="xs">
                {t('feeds.sent', { bytes: new TextEncoder().encode(one.request).length, url: one.url })}
              </Text>
              <Code block tabIndex={0}>
                {one.request}
              </Code>
              <Text size="xs" c="dimmed" mt="xs">
                {t('feeds.answer')}
              </Text>
              <Code block tabIndex={0}>
                {one.answer ?? one.error ?? '–'}
              </Code>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      <More pages={pages} />
    </>
  );
}
