import { Table } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { HoldTypeForm } from './hold-type-form';

export function HoldTypeList() {
  const { t } = useTranslation('holds');
  const mayEdit = useMay('settings.edit');
  return (
    <SettingList
      name="hold-types"
      page={(query) => docket.call('listHoldType', { query })}
      keyOf={({ holdType }) => holdType}
      titleOf={({ name }) => name}
      columns={[{ name: t('type') }, { name: t('blocks') }, { name: t('releaseBy') }]}
      cells={(type) => (
        <>
          <NameCell name={type.name} id={type.holdType} isActive={type.active} />
          <Table.Td>{type.blocks.map((group) => t(`group.${group}`)).join(', ')}</Table.Td>
          <Table.Td>{type.releaseBy ?? t('anybody')}</Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(type, onDone) => <HoldTypeForm value={type} onDone={onDone} />}
      remove={(holdType) => docket.call('removeHoldType', { path: { holdType } })}
      icon={<IconHandStop />}
      words={{ make: t('newType'), none: t('noTypes'), noneText: t('noTypesText'), remove: t('removeText') }}
    />
  );
}
