import { useTranslation } from 'react-i18next';
import { PageFrame } from '../parts/page-frame';
import { WaitingOrders } from './waiting-orders';

export function HomePage() {
  const { t } = useTranslation('home');
  return (
    <PageFrame title={t('title')}>
      <WaitingOrders />
    </PageFrame>
  );
}
