import { Anchor, Table, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { MomentText } from '../parts/moment-text';
import { More } from '../parts/more';
import { Empty, Failed, Waiting } from '../parts/state-of-page';

/** What is in the queue, whatever became of it. */
export function FeedItems({ feed }: { readonly feed: string }) {
  const { t } = useTranslation('integration');
  const pages = useInfiniteQuery({
    queryKey: ['feeds', 'items', feed],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listFeedItems', {
        path: { feed },
        query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  if (pages.isPending) return <Waiting />;
  if (pages.error !== null) return <Failed error={pages.error} onRetry={() => void pages.refetch()} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return <Empty icon={<IconInbox />} title={t('feeds.noItems')} text={t('feeds.noItemsText')} />;
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{t('feeds.number')}</Table.Th>
              <Table.Th>{t('feeds.order')}</Table.Th>
              <Table.Th>{t('feeds.change')}</Table.Th>
              <Table.Th>{t('feeds.cameIn')}</Table.Th>
              <Table.Th ta="right">{t('feeds.takes')}</Table.Th>
              <Table.Th>{t('feeds.done')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Table.Tr key={item.sequence}>
                <Table.Td ta="right">{item.sequence}</Table.Td>
                <Table.Td>
                  <Anchor component={Link} to={`/orders/${encodeURIComponent(item.orderId)}`} size="sm">
                    {item.orderId}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{item.lastState === '' ? item.state : `${item.lastState} → ${item.state}`}</Text>
                </Table.Td>
                <Table.Td>
                  <MomentText at={item.createdAt} />
                </Table.Td>
                <Table.Td ta="right">{item.takes}</Table.Td>
                <Table.Td>
                  <MomentText at={item.doneAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <More pages={pages} />
    </>
  );
}
