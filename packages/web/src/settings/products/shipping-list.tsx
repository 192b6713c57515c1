import { Table } from '@mantine/core';
import { IconTruck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { money } from '../../format/money';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { ShippingForm } from './shipping-form';

export function ShippingList() {
  const { t, i18n } = useTranslation('products');
  const mayEdit = useMay('shipping.edit');
  return (
    <SettingList
      name="shipping"
      page={(query) => docket.call('listShippingMethod', { query })}
      keyOf={({ code }) => code}
      titleOf={({ name }) => name}
      columns={[{ name: t('method') }, { name: t('price'), figures: true }]}
      cells={({ code, name, price, currency }) => (
        <>
          <NameCell name={name} id={code} />
          <Table.Td ta="right" className="figure">
            {money(price, currency, i18n.language)}
          </Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(method, onDone) => <ShippingForm value={method} onDone={onDone} />}
      remove={(code) => docket.call('removeShippingMethod', { path: { code } })}
      icon={<IconTruck />}
      words={{
        make: t('newMethod'),
        none: t('noMethods'),
        noneText: t('noMethodsText'),
        remove: t('removeMethodText'),
      }}
    />
  );
}
