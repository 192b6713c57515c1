import { Alert, Anchor, Button, Code, Group, SimpleGrid, Stack, Tabs, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconEdit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { SideDrawer } from '../parts/side-drawer';
import { Failed, Waiting } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { Deliveries } from './deliveries';
import { type Feed, feedQuery } from './feed';
import { FeedActions } from './feed-actions';
import { KindBadge, StandingBadge } from './feed-badges';
import { FeedForm } from './feed-form';
import { FeedItems } from './feed-items';

/** One feed or hook: how it stands, what is in it, what was delivered. */
export function FeedPage() {
  const { t } = useTranslation('integration');
  const { feed: id }: { feed: string } = useParams({ from: '/desk/feeds/$feed' });
  const feed = useQuery(feedQuery(id));
  const mayEdit = useMay('feeds.edit');
  const [editing, { open, close }] = useDisclosure(false);
  return (
    <PageFrame
      title={feed.data?.name ?? id}
      actions={
        feed.data !== undefined &&
        mayEdit && (
          <Group gap="xs">
            <Button size="xs" variant="default" leftSection={<IconEdit size={16} />} onClick={open}>
              {t('edit')}
            </Button>
            <FeedActions feed={feed.data} />
          </Group>
        )
      }
    >
      <Anchor component={Link} to="/feeds" size="sm">
        <IconArrowLeft size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('feeds.title')}
      </Anchor>
      {feed.isPending && <Waiting />}
      {feed.error !== null && <Failed error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.data !== undefined && (
        <>
          <FeedFacts feed={feed.data} />
          <Tabs defaultValue={feed.data.hook === null ? 'items' : 'deliveries'} keepMounted={false}>
            <Tabs.List>
              {feed.data.hook !== null && <Tabs.Tab value="deliveries">{t('feeds.deliveries')}</Tabs.Tab>}
              <Tabs.Tab value="items">{t('feeds.items')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="items" pt="sm">
              <FeedItems feed={id} />
            </Tabs.Panel>
            <Tabs.Panel value="deliveries" pt="sm">
              <Deliveries feed={id} />
            </Tabs.Panel>
          </Tabs>
          <SideDrawer opened={editing} onClose={close} title={t('edit')}>
            <FeedForm feed={feed.data} onDone={close} />
          </SideDrawer>
        </>
      )}
    </PageFrame>
  );
}

function FeedFacts({ feed }: { readonly feed: Feed }) {
  const { t, i18n } = useTranslation('integration');
  const { state, filter, hook } = feed;
  const statuses = filter.statuses ?? [];
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <KindBadge feed={feed} />
        <StandingBadge feed={feed} />
        <Code>{feed.feed}</Code>
        {hook !== null && <Code>{hook.url}</Code>}
      </Group>
      {state.reason !== null && <Alert color="yellow">{state.reason}</Alert>}
      {state.stoppedAt !== null && <Alert color="red">{t('feeds.stoppedText')}</Alert>}
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Fact name={t('feeds.open')}>{state.open.toLocaleString(i18n.language)}</Fact>
        <Fact name={t('feeds.hidden')}>{state.hidden.toLocaleString(i18n.language)}</Fact>
        <Fact name={t('feeds.oldest')}>
          <MomentText at={state.oldestOpenAt} />
        </Fact>
        <Fact name={t('feeds.last')}>{state.lastSequence.toLocaleString(i18n.language)}</Fact>
      </SimpleGrid>
      <Fact name={t('feeds.filter')}>
        {filter.type === 'order' ? (
          <Code block>{filter.expression}</Code>
        ) : statuses.length === 0 ? (
          t('feeds.allStatuses')
        ) : (
          statuses.join(', ')
        )}
      </Fact>
    </Stack>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <Text size="xs" c="dimmed">
      {name}
    </Text>
    <Text size="sm" component="div">
      {children}
    </Text>
  </div>
);
