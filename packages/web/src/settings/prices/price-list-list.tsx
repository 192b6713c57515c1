import { Anchor, Table } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { AudienceText, ValidityText } from './audience-text';
import { PriceListForm } from './price-list-form';

export function PriceListList() {
  const { t } = useTranslation('pricing');
  const mayEdit = useMay('pricing.edit');
  return (
    <SettingList
      name="price-lists"
      page={(query) => docket.call('listPriceList', { query })}
      keyOf={({ priceList }) => priceList}
      titleOf={({ name }) => name}
      columns={[
        { name: t('priceList') },
        { name: t('prices') },
        { name: t('for') },
        { name: t('currency') },
        { name: t('validity') },
      ]}
      cells={(list) => (
        <>
          <NameCell name={list.name} id={list.priceList} isActive={list.active} />
          <Table.Td>
            <Anchor
              component={Link}
              to={`/settings/prices/${encodeURIComponent(list.priceList)}`}
              size="sm"
              aria-label={t('pricesOf', { name: list.name })}
            >
              {t('prices')}
            </Anchor>
          </Table.Td>
          <Table.Td>
            <AudienceText of={list} />
          </Table.Td>
          <Table.Td>{list.currency}</Table.Td>
          <Table.Td>
            <ValidityText {...list} />
          </Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(list, onDone) => <PriceListForm value={list} onDone={onDone} />}
      remove={(priceList) => docket.call('removePriceList', { path: { priceList } })}
      icon={<IconTags />}
      words={{
        make: t('newList'),
        none: t('noLists'),
        noneText: t('noListsText'),
        remove: t('removeListText'),
      }}
    />
  );
}
