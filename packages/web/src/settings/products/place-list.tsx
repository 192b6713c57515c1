import { Table } from '@mantine/core';
import { IconBuildingWarehouse } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { PlaceForm } from './place-form';

export function PlaceList() {
  const { t } = useTranslation('products');
  const mayEdit = useMay('settings.edit');
  return (
    <SettingList
      name="places"
      page={(query) => docket.call('listStockPlace', { query })}
      keyOf={({ place }) => place}
      titleOf={({ name }) => name}
      columns={[{ name: t('place') }, { name: t('address') }]}
      cells={({ place, name, active, address }) => (
        <>
          <NameCell name={name} id={place} isActive={active} />
          <Table.Td>
            {address === null
              ? '–'
              : [
                  address.street,
                  [address.postalCode, address.city].filter(Boolean).join(' '),
                  address.state,
                  address.country,
                ]
                  .filter((part) => part !== undefined && part !== '')
                  .join(', ')}
          </Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(place, onDone) => <PlaceForm value={place} onDone={onDone} />}
      remove={(place) => docket.call('removeStockPlace', { path: { place } })}
      icon={<IconBuildingWarehouse />}
      words={{
        make: t('newPlace'),
        none: t('noPlaces'),
        noneText: t('noPlacesText'),
        remove: t('removePlaceText'),
      }}
    />
  );
}
