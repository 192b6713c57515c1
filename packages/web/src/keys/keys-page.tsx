import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScopeText } from '../access/scope-text';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
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
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconKey />} title={t('keys.none')} text={t('keys.noneText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={820}
            columns={[
              { name: t('keys.key') },
              { name: t('keys.may') },
              { name: t('keys.scope') },
              { name: t('keys.lastUse') },
              { name: t('keys.expires') },
              { name: '' },
            ]}
          >
            {rows.map((key) => (
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
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={form} onClose={close} size="md" title={changed === null ? t('keys.new') : changed.label}>
        <KeyForm
          value={changed}
          onDone={(made) => {
            close();
            setShown(made);
          }}
        />
      </SideDrawer>
      <TokenOnce shown={shown} onClose={() => setShown(null)} />
    </PageFrame>
  );
}
