import { Table } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { ValidityText } from './audience-text';
import { CouponForm } from './coupon-form';

export function CouponList() {
  const { t, i18n } = useTranslation('pricing');
  const mayEdit = useMay('pricing.edit');
  return (
    <SettingList
      name="coupons"
      page={(query) => docket.call('listCoupon', { query })}
      keyOf={({ coupon }) => coupon}
      titleOf={({ coupon }) => coupon}
      columns={[{ name: t('code') }, { name: t('validity') }, { name: t('maxUses'), figures: true }]}
      cells={({ coupon, promotion, active, maxUses, ...validity }) => (
        <>
          <NameCell name={coupon} id={promotion} isActive={active} />
          <Table.Td>
            <ValidityText {...validity} />
          </Table.Td>
          <Table.Td ta="right" className="figure">
            {maxUses === null ? '–' : maxUses.toLocaleString(i18n.language)}
          </Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(coupon, onDone) => <CouponForm value={coupon} onDone={onDone} />}
      remove={(coupon) => docket.call('removeCoupon', { path: { coupon } })}
      icon={<IconTicket />}
      words={{
        make: t('newCoupon'),
        none: t('noCoupons'),
        noneText: t('noCouponsText'),
        remove: t('removeCouponText'),
      }}
    />
  );
}
