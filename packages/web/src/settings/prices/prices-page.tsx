import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../parts/page-frame';
import { SettingTabs } from '../setting-tabs';
import { BasketTester } from './basket-tester';
import { CashRoundingList } from './cash-rounding-list';
import { CouponList } from './coupon-list';
import { PriceListList } from './price-list-list';
import { PromotionList } from './promotion-list';

/** What buyers pay: price lists, promotions, coupons and coins, and what they make of a basket. */
export function PricesPage() {
  const { t } = useTranslation('pricing');
  return (
    <PageFrame title={t('title')}>
      <SettingTabs
        tabs={[
          { value: 'lists', label: t('lists'), content: <PriceListList /> },
          { value: 'promotions', label: t('promotions'), content: <PromotionList /> },
          { value: 'coupons', label: t('coupons'), content: <CouponList /> },
          { value: 'rounding', label: t('cashRounding'), content: <CashRoundingList /> },
          { value: 'basket', label: t('tester'), content: <BasketTester /> },
        ]}
      />
    </PageFrame>
  );
}
