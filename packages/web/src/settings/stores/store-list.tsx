import { Table } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { StoreForm } from './store-form';

export function StoreList() {
  const { t } = useTranslation('stores');
  const mayEdit = useMay('settings.edit');
  return (
    <SettingList
      name="stores"
      page={(query) => docket.call('listStore', { query })}
      keyOf={({ store }) => store}
      titleOf={({ name }) => name}
      columns={[
        { name: t('store') },
        { name: t('currency') },
        { name: t('languages') },
        { name: t('timeZone') },
        { name: t('orderNumbers') },
      ]}
      cells={(store) => (
        <>
          <NameCell name={store.name} id={store.store} isActive={store.active} />
          <Table.Td>{store.currency ?? '–'}</Table.Td>
          <Table.Td>{store.languages.length === 0 ? t('ofAccount') : store.languages.join(', ')}</Table.Td>
          <Table.Td>{store.timeZone ?? t('ofAccount')}</Table.Td>
          <Table.Td>{store.orderNumbers ?? t('ofAccount')}</Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(store, onDone) => <StoreForm value={store} onDone={onDone} />}
      remove={(store) => docket.call('removeStore', { path: { store } })}
      icon={<IconBuildingStore />}
      words={{
        make: t('newStore'),
        none: t('noStores'),
        noneText: t('noStoresText'),
        remove: t('removeStoreText'),
      }}
    />
  );
}
