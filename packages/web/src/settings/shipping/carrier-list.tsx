import { Table } from '@mantine/core';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { CarrierForm } from './carrier-form';

export function CarrierList() {
  const { t } = useTranslation('shipments');
  const mayEdit = useMay('shipping.edit');
  return (
    <SettingList
      name="carriers"
      page={(query) => docket.call('listCarrier', { query })}
      keyOf={({ code }) => code}
      titleOf={({ name }) => name}
      columns={[{ name: t('settings.carrier') }, { name: t('settings.followed') }]}
      cells={({ code, name, trackingUrl, active }) => (
        <>
          <NameCell name={name} id={code} isActive={active} />
          <Table.Td>{trackingUrl ?? t('settings.notFollowed')}</Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(carrier, onDone) => <CarrierForm value={carrier} onDone={onDone} />}
      remove={(code) => docket.call('removeCarrier', { path: { code } })}
      icon={<IconTruckDelivery />}
      words={{
        make: t('settings.newCarrier'),
        none: t('settings.noCarriers'),
        noneText: t('settings.noCarriersText'),
        remove: t('settings.removeCarrier'),
      }}
    />
  );
}
