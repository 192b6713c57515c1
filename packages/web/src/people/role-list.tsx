import { Badge, Button, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconShield } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../access/role';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { OpenedRole } from './opened-role';
import { RoleForm } from './role-form';

export function RoleList() {
  const { t } = useTranslation('people');
  const mayEdit = useMay('access.edit');
  const [making, { open, close }] = useDisclosure(false);
  const [opened, setOpened] = useState<Role | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['roles', 'list'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listRoles', { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Stack>
      {mayEdit && (
        <Group justify="flex-end">
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
            {t('roles.new')}
          </Button>
        </Group>
      )}
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconShield />} title={t('roles.none')} text={t('roles.noneText')} />}
      >
        {(rows) => (
          <ListTable minWidth={420} columns={[{ name: t('roles.role') }, { name: t('roles.permits') }]}>
            {rows.map((role) => (
              <Table.Tr key={role.role}>
                <Table.Td>
                  <UnstyledButton fz="sm" fw={500} td="underline" onClick={() => setOpened(role)}>
                    {role.name}
                  </UnstyledButton>
                  <Text size="xs" c="dimmed">
                    {role.role}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {role.permissions.includes('*') ? (
                    <Badge variant="default" tt="none">
                      {t('roles.everything')}
                    </Badge>
                  ) : (
                    <Text size="sm">{t('roles.count', { count: role.permissions.length })}</Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={making} onClose={close} title={t('roles.new')}>
        <RoleForm value={null} onDone={close} />
      </SideDrawer>
      <SideDrawer opened={opened !== null} onClose={() => setOpened(null)} title={opened?.name ?? ''}>
        {opened !== null && <OpenedRole key={opened.role} role={opened} onDone={() => setOpened(null)} />}
      </SideDrawer>
    </Stack>
  );
}
