import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OnceShown, TokenOnce } from '../../keys/token-once';
import { ListTable } from '../../parts/listed';
import { SideDrawer } from '../../parts/side-drawer';
import { useMay, useStanding, workIn } from '../../session/session';
import { NameCell } from '../name-cell';
import { NewAccount } from './new-account';

/** The accounts that the person works in, and the way to a further one. */
export function AccountsList() {
  const { t } = useTranslation('account');
  const { session, membership } = useStanding();
  const mayMake = useMay('accounts.edit');
  const [form, { open, close }] = useDisclosure(false);
  const [shown, setShown] = useState<OnceShown | null>(null);
  return (
    <Stack maw={760}>
      {mayMake && (
        <Group justify="flex-end">
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
            {t('accounts.new')}
          </Button>
        </Group>
      )}
      <ListTable minWidth={320} columns={[{ name: t('title') }, { name: '' }]}>
        {session.accounts.map(({ account, name }) => (
          <Table.Tr key={account}>
            <NameCell name={name} id={account} />
            <Table.Td ta="right">
              {account === membership.account ? (
                <Badge variant="default" tt="none">
                  {t('accounts.here')}
                </Badge>
              ) : (
                <Button size="xs" variant="default" onClick={() => workIn(session, account)}>
                  {t('accounts.workIn')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      <Text size="sm" c="dimmed">
        {t('accounts.text')}
      </Text>
      <SideDrawer opened={form} onClose={close} size="md" title={t('accounts.new')}>
        <NewAccount
          onDone={(made) => {
            close();
            setShown(made);
          }}
        />
      </SideDrawer>
      <TokenOnce shown={shown} onClose={() => setShown(null)} />
    </Stack>
  );
}
