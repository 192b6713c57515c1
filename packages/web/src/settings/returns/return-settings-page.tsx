import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../parts/page-frame';
import { SettingTabs } from '../setting-tabs';
import { PolicyList } from './policy-list';
import { ReasonList } from './reason-list';

/** What the account takes back, and in which words. */
export function ReturnSettingsPage() {
  const { t } = useTranslation('returns');
  return (
    <PageFrame title={t('settings.title')}>
      <Text size="sm" c="dimmed">
        {t('settings.text')}
      </Text>
      <SettingTabs
        tabs={[
          { value: 'policies', label: t('settings.policies'), content: <PolicyList /> },
          { value: 'reasons', label: t('settings.reasons'), content: <ReasonList /> },
        ]}
      />
    </PageFrame>
  );
}
