import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../parts/page-frame';
import { useMay } from '../../session/session';
import { SettingTabs } from '../setting-tabs';
import { ExemptionList } from './exemption-list';
import { RateList } from './rate-list';
import { StoreTaxList } from './store-tax-list';
import { TaxDocumentList } from './tax-document-list';
import { TaxRunList } from './tax-run-list';

/** Rates of the account, who counts the tax of each store, who pays none, and what tax services were told. */
export function TaxesPage() {
  const { t } = useTranslation('taxes');
  const sees = useMay('orders.view');
  const seesCustomers = useMay('customers.view');
  return (
    <PageFrame title={t('title')}>
      <SettingTabs
        tabs={[
          { value: 'stores', label: t('stores'), content: <StoreTaxList /> },
          { value: 'rates', label: t('rates'), content: <RateList /> },
          ...(seesCustomers ? [{ value: 'customers', label: t('exemptions'), content: <ExemptionList /> }] : []),
          ...(sees ? [{ value: 'documents', label: t('documents'), content: <TaxDocumentList /> }] : []),
          { value: 'runs', label: t('runs'), content: <TaxRunList /> },
        ]}
      />
    </PageFrame>
  );
}
