import { Avatar, Group, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconBook2, IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { signOut, useStanding, workIn } from '../session/session';

/** Who works here in which account, and the ways to another one or out. */
export function PersonMenu() {
  const { t } = useTranslation('shell');
  const { session, membership } = useStanding();
  const name = session.user.name ?? session.user.email;
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton px={4}>
          <VisuallyHidden>{t('person', { name })}</VisuallyHidden>
          <Group gap="xs" wrap="nowrap">
            <Avatar name={name} color="initials" size={32} radius="xl" alt="" />
            <Text size="sm" visibleFrom="sm" maw={160} truncate>
              {membership.name}
            </Text>
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.user.email}</Menu.Label>
        {session.accounts.length > 1 &&
          session.accounts.map((one) => (
            <Menu.Item
              key={one.account}
              fw={one.account === membership.account ? 600 : undefined}
              onClick={() => workIn(session, one.account)}
            >
              {one.name}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/docs" leftSection={<IconBook2 size={16} />}>
          {t('apiDocs')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
