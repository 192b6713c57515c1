import { useTranslation } from 'react-i18next';
import { PageFrame } from '../parts/page-frame';
import { useMay } from '../session/session';
import { SettingTabs } from '../settings/setting-tabs';
import { PeopleList } from './people-list';
import { RoleList } from './role-list';

/** Who works in the account, and what the roles permit that they hold. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const seesPeople = useMay('users.view');
  const seesRoles = useMay('access.view');
  return (
    <PageFrame title={t('title')}>
      <SettingTabs
        tabs={[
          ...(seesPeople ? [{ value: 'people', label: t('tabs.people'), content: <PeopleList /> }] : []),
          ...(seesRoles ? [{ value: 'roles', label: t('tabs.roles'), content: <RoleList /> }] : []),
        ]}
      />
    </PageFrame>
  );
}
