import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../parts/page-frame';
import { useMay } from '../../session/session';
import { SettingTabs } from '../setting-tabs';
import { RateList } from './rate-list';
import { StoreTaxList } from './store-tax-list';
import { TaxDocumentList } from './tax-document-list';

/** Rates of the account, who counts the tax of each store, and what tax services were told. */
export function TaxesPage() {
  const { t } = useTranslation('taxes');
  const sees = useMay('orders.view');
  return (
    <PageFrame title={t('title')}>
      <SettingTabs
        tabs={[
          { value: 'stores', label: t('stores'), content: <StoreTaxList /> },
          { value: 'rates', label: t('rates'), content: <RateList /> },
          ...(sees ? [{ value: 'documents', label: t('documents'), content: <TaxDocumentList /> }] : []),
        ]}
      />
    </PageFrame>
  );
}
