import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../parts/page-frame';
import { useMay } from '../../session/session';
import { CarrierList } from '../shipping/carrier-list';
import { PickupPointList } from '../shipping/pickup-point-list';
import { SettingTabs } from '../setting-tabs';
import { PlaceList } from './place-list';
import { ProductList } from './product-list';
import { ShippingList } from './shipping-list';

/** What is sold, where its pieces lie, and how it is sent. */
export function ProductsPage() {
  const { t } = useTranslation(['products', 'shipments']);
  const seesProducts = useMay('catalogue.view');
  const seesPlaces = useMay('stock.view');
  const seesShipping = useMay('shipping.view');
  const seesOrders = useMay('orders.view');
  return (
    <PageFrame title={t('title')}>
      <SettingTabs
        tabs={[
          ...(seesProducts ? [{ value: 'products', label: t('products'), content: <ProductList /> }] : []),
          ...(seesPlaces ? [{ value: 'places', label: t('places'), content: <PlaceList /> }] : []),
          ...(seesShipping ? [{ value: 'shipping', label: t('shipping'), content: <ShippingList /> }] : []),
          ...(seesOrders
            ? [
                { value: 'carriers', label: t('shipments:settings.carriers'), content: <CarrierList /> },
                { value: 'pickup-points', label: t('shipments:settings.points'), content: <PickupPointList /> },
              ]
            : []),
        ]}
      />
    </PageFrame>
  );
}
