import { Table } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { PickupPointForm } from './pickup-point-form';

export function PickupPointList() {
  const { t } = useTranslation('shipments');
  const mayEdit = useMay('shipping.edit');
  return (
    <SettingList
      name="pickup-points"
      page={(query) => docket.call('listPickupPoint', { query })}
      keyOf={({ code }) => code}
      titleOf={({ name }) => name}
      columns={[{ name: t('settings.point') }, { name: t('settings.city') }, { name: t('settings.hours') }]}
      cells={({ code, name, address, openingHours, active }) => (
        <>
          <NameCell name={name} id={code} isActive={active} />
          <Table.Td>{[address?.postalCode, address?.city].filter(Boolean).join(' ')}</Table.Td>
          <Table.Td>{openingHours}</Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(point, onDone) => <PickupPointForm value={point} onDone={onDone} />}
      remove={(code) => docket.call('removePickupPoint', { path: { code } })}
      icon={<IconBuildingStore />}
      words={{
        make: t('settings.newPoint'),
        none: t('settings.noPoints'),
        noneText: t('settings.noPointsText'),
        remove: t('settings.removePoint'),
      }}
    />
  );
}
