import { useTranslation } from 'react-i18next';
import { PageFrame } from '../parts/page-frame';
import { useMay } from '../session/session';
import { WaitingOrders } from './waiting-orders';

export function HomePage() {
  const { t } = useTranslation('home');
  const maySeeOrders = useMay('orders.view');
  return <PageFrame title={t('title')}>{maySeeOrders ? <WaitingOrders /> : null}</PageFrame>;
}
