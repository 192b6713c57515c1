import { Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
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
  const make = mayEdit && (
    <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
      {t('feeds.new')}
    </Button>
  );
  return (
    <PageFrame title={t('feeds.title')} actions={make}>
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconWebhook />} title={t('feeds.none')} text={t('feeds.noneText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={760}
            columns={[
              { name: t('name') },
              { name: t('kind') },
              { name: t('state') },
              { name: t('feeds.open'), figures: true },
              { name: t('feeds.hidden'), figures: true },
              { name: t('feeds.oldest') },
            ]}
          >
            {rows.map((feed) => (
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
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={making} onClose={close} title={t('feeds.new')}>
        <FeedForm
          feed={null}
          onDone={({ feed }) => {
            close();
            router.history.push(`/feeds/${encodeURIComponent(feed)}`);
          }}
        />
      </SideDrawer>
    </PageFrame>
  );
}
