import { Anchor, Button, Drawer, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { MomentText } from '../parts/moment-text';
import { More } from '../parts/more';
import { PageFrame } from '../parts/page-frame';
import { Empty, Failed, Waiting } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { KindBadge, StandingBadge } from './feed-badges';
import { FeedForm } from './feed-form';

/** Feeds and hooks of the account, with what waits in them and for how long. */
export function FeedsPage() {
  const { t, i18n } = useTranslation('integration');
  const router = useRouter();
  const mayEdit = useMay('feeds.edit');
  const [making, { open, close }] = useDisclosure(false);
  const pages = useInfiniteQuery({
    queryKey: ['feeds', 'list'],
    refetchInterval: 10_000,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listFeeds', { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  const feeds = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const make = mayEdit && (
    <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
      {t('feeds.new')}
    </Button>
  );
  return (
    <PageFrame title={t('feeds.title')} actions={make}>
      {pages.isPending && <Waiting />}
      {pages.error !== null && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && feeds.length === 0 && (
        <Empty icon={<IconWebhook />} title={t('feeds.none')} text={t('feeds.noneText')} />
      )}
      {feeds.length > 0 && (
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing="xs" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th>{t('kind')}</Table.Th>
                <Table.Th>{t('state')}</Table.Th>
                <Table.Th ta="right">{t('feeds.open')}</Table.Th>
                <Table.Th ta="right">{t('feeds.hidden')}</Table.Th>
                <Table.Th>{t('feeds.oldest')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {feeds.map((feed) => (
                <Table.Tr key={feed.feed}>
                  <Table.Td>
                    <Anchor component={Link} to={`/feeds/${encodeURIComponent(feed.feed)}`} fw={500}>
                      {feed.name}
                    </Anchor>
                    <Text size="xs" c="dimmed">
                      {feed.hook === null ? feed.feed : feed.hook.url}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <KindBadge feed={feed} />
                  </Table.Td>
                  <Table.Td>
                    <StandingBadge feed={feed} />
                  </Table.Td>
                  <Table.Td ta="right">{feed.state.open.toLocaleString(i18n.language)}</Table.Td>
                  <Table.Td ta="right">{feed.state.hidden.toLocaleString(i18n.language)}</Table.Td>
                  <Table.Td>
                    <MomentText at={feed.state.oldestOpenAt} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <More pages={pages} />
      <Drawer
        opened={making}
        onClose={close}
        position="right"
        size="lg"
        title={t('feeds.new')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <FeedForm
          feed={null}
          onDone={({ feed }) => {
            close();
            router.history.push(`/feeds/${encodeURIComponent(feed)}`);
          }}
        />
      </Drawer>
    </PageFrame>
  );
}
