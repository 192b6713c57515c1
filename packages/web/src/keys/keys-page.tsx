import { Badge, Button, Drawer, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { MomentText } from '../parts/moment-text';
import { More } from '../parts/more';
import { PageFrame } from '../parts/page-frame';
import { Empty, Failed, Waiting } from '../parts/state-of-page';
import { useMay } from '../session/session';
import type { Key, ShownKey } from './key';
import { KeyActions } from './key-actions';
import { KeyForm } from './key-form';
import { TokenOnce } from './token-once';

/** Keys of programs: what they may do, where, and when they were used last. */
export function KeysPage() {
  const { t } = useTranslation('integration');
  const mayEdit = useMay('access.edit');
  const [form, { open, close }] = useDisclosure(false);
  const [changed, setChanged] = useState<Key | null>(null);
  const [shown, setShown] = useState<ShownKey | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['keys'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listKeys', { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  const keys = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const edit = (key: Key | null): void => {
    setChanged(key);
    open();
  };
  return (
    <PageFrame
      title={t('keys.title')}
      actions={
        mayEdit && (
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={() => edit(null)}>
            {t('keys.new')}
          </Button>
        )
      }
    >
      {pages.isPending && <Waiting />}
      {pages.error !== null && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && keys.length === 0 && (
        <Empty icon={<IconKey />} title={t('keys.none')} text={t('keys.noneText')} />
      )}
      {keys.length > 0 && (
        <Table.ScrollContainer minWidth={820}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('keys.key')}</Table.Th>
                <Table.Th>{t('keys.may')}</Table.Th>
                <Table.Th>{t('keys.scope')}</Table.Th>
                <Table.Th>{t('keys.lastUse')}</Table.Th>
                <Table.Th>{t('keys.expires')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {keys.map((key) => (
                <Table.Tr key={key.key}>
                  <Table.Td>
                    <Text size="sm" fw={500}>
                      {key.label}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {key.key}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4}>
                      {key.roles.map((role) => (
                        <Badge key={role} variant="default" tt="none">
                          {role}
                        </Badge>
                      ))}
                      {key.permissions.includes('*') ? (
                        <Badge variant="default" tt="none">
                          {t('keys.everything')}
                        </Badge>
                      ) : (
                        key.permissions.length > 0 && (
                          <Text size="xs">{t('keys.permissionCount', { count: key.permissions.length })}</Text>
                        )
                      )}
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    <ScopeText scope={key.scope} />
                  </Table.Td>
                  <Table.Td>{key.lastUsedAt === null ? t('keys.never') : <MomentText at={key.lastUsedAt} />}</Table.Td>
                  <Table.Td>{key.expiresAt === null ? t('keys.never') : <MomentText at={key.expiresAt} />}</Table.Td>
                  <Table.Td>
                    {mayEdit && <KeyActions value={key} onChange={() => edit(key)} onToken={setShown} />}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <More pages={pages} />
      <Drawer
        opened={form}
        onClose={close}
        position="right"
        size="md"
        title={changed === null ? t('keys.new') : changed.label}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <KeyForm
          value={changed}
          onDone={(made) => {
            close();
            setShown(made);
          }}
        />
      </Drawer>
      <TokenOnce shown={shown} onClose={() => setShown(null)} />
    </PageFrame>
  );
}

function ScopeText({ scope: { stores, seller, own } }: { readonly scope: Key['scope'] }) {
  const { t } = useTranslation('integration');
  const parts = [
    ...(stores === null ? [] : [t('keys.stores', { stores: stores.join(', ') })]),
    ...(seller === null ? [] : [t('keys.seller', { seller })]),
    ...(own ? [t('keys.own')] : []),
  ];
  return <Text size="sm">{parts.length === 0 ? t('keys.allOrders') : parts.join(' · ')}</Text>;
}
