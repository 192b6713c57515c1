import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../parts/page-frame';
import { useMay } from '../session/session';
import { PeopleList } from './people-list';
import { RoleList } from './role-list';

/** Who works in the account, and what the roles permit that they hold. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const { tab }: { tab?: 'roles' } = useSearch({ from: '/desk/settings/people' });
  const navigate = useNavigate();
  const tabs = [
    { name: 'people', open: useMay('users.view'), content: <PeopleList /> },
    { name: 'roles', open: useMay('access.view'), content: <RoleList /> },
  ].filter(({ open }) => open);
  const shown = tabs.find(({ name }) => name === tab) ?? tabs[0];
  return (
    <PageFrame title={t('title')}>
      <Tabs
        value={shown?.name ?? null}
        keepMounted={false}
        onChange={(name) =>
          void navigate({ to: '/settings/people', search: name === 'roles' ? { tab: 'roles' } : {}, replace: true })
        }
      >
        <Tabs.List>
          {tabs.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ name, content }) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
    </PageFrame>
  );
}
