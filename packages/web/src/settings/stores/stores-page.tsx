import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../parts/page-frame';
import { SettingTabs } from '../setting-tabs';
import { ChannelList } from './channel-list';
import { StoreList } from './store-list';

/** Where the account sells, and where its orders come from. */
export function StoresPage() {
  const { t } = useTranslation('stores');
  return (
    <PageFrame title={t('title')}>
      <SettingTabs
        tabs={[
          { value: 'stores', label: t('stores'), content: <StoreList /> },
          { value: 'channels', label: t('channels'), content: <ChannelList /> },
        ]}
      />
    </PageFrame>
  );
}
