import { Badge, Button, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScopeText } from '../access/scope-text';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
import { useMay, useStanding } from '../session/session';
import { OpenedPerson } from './opened-person';
import type { Person } from './person';
import { PersonForm } from './person-form';

const COLOURS: Readonly<Record<Person['status'], string>> = { invited: 'blue', active: 'teal', disabled: 'gray' };

export function PeopleList() {
  const { t } = useTranslation('people');
  const mayEdit = useMay('users.edit');
  const self = useStanding().session.user.userId;
  const [inviting, { open, close }] = useDisclosure(false);
  const [opened, setOpened] = useState<string | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['people', 'list'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listUsers', { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  const person = pages.data?.pages.flatMap(({ items }) => items).find(({ userId }) => userId === opened);
  return (
    <Stack>
      {mayEdit && (
        <Group justify="flex-end">
          <Button size="xs" leftSection={<IconUserPlus size={16} />} onClick={open}>
            {t('invite')}
          </Button>
        </Group>
      )}
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconUsers />} title={t('none')} text={t('noneText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={720}
            columns={[
              { name: t('person') },
              { name: t('state') },
              { name: t('access:roles') },
              { name: t('sees') },
              { name: t('lastLogin') },
            ]}
          >
            {rows.map(({ userId, email, name, roles, scope, status, lastLoginAt }) => (
              <Table.Tr key={userId}>
                <Table.Td>
                  <UnstyledButton fz="sm" fw={500} td="underline" onClick={() => setOpened(userId)}>
                    {name ?? email}
                  </UnstyledButton>
                  {userId === self && (
                    <Text span size="sm" c="dimmed">
                      {' '}
                      {t('you')}
                    </Text>
                  )}
                  {name !== null && (
                    <Text size="xs" c="dimmed">
                      {email}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Badge variant="dot" color={COLOURS[status]} tt="none" fw={500}>
                    {t(`states.${status}`)}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Group gap={4}>
                    {roles.map((role) => (
                      <Badge key={role} variant="default" tt="none">
                        {role}
                      </Badge>
                    ))}
                  </Group>
                </Table.Td>
                <Table.Td>
                  <ScopeText scope={scope} />
                </Table.Td>
                <Table.Td>{lastLoginAt === null ? t('never') : <MomentText at={lastLoginAt} />}</Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={inviting} onClose={close} size="md" title={t('invite')}>
        <PersonForm value={null} onDone={close} />
      </SideDrawer>
      <SideDrawer
        opened={person !== undefined}
        onClose={() => setOpened(null)}
        title={person?.name ?? person?.email ?? ''}
      >
        {person !== undefined && <OpenedPerson key={person.userId} person={person} onGone={() => setOpened(null)} />}
      </SideDrawer>
    </Stack>
  );
}
