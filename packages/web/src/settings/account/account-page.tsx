import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { PageFrame } from '../../parts/page-frame';
import { Failed, Waiting } from '../../parts/state-of-page';
import { AllChanges } from '../history/all-changes';
import { SettingTabs } from '../setting-tabs';
import { AccountForm } from './account-form';
import { AccountsList } from './accounts-list';

/** What holds for the whole account, and who changed which of its settings. */
export function AccountPage() {
  const { t } = useTranslation('account');
  return (
    <PageFrame title={t('title')}>
      <SettingTabs
        tabs={[
          { value: 'account', label: t('settings'), content: <Account /> },
          { value: 'accounts', label: t('accounts.title'), content: <AccountsList /> },
          { value: 'history', label: t('history'), content: <AllChanges /> },
        ]}
      />
    </PageFrame>
  );
}

function Account() {
  const account = useQuery({ queryKey: ['settings', 'account'], queryFn: () => docket.call('getAccount', {}) });
  if (account.data !== undefined) return <AccountForm value={account.data} />;
  return account.error === null ? (
    <Waiting lines={7} height={52} />
  ) : (
    <Failed error={account.error} onRetry={() => void account.refetch()} />
  );
}
