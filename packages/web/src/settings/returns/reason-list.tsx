import { Table } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { labelIn } from '../../order/return-reasons';
import { useMay } from '../../session/session';
import { NameCell } from '../name-cell';
import { SettingList } from '../setting-list';
import { ReasonForm } from './reason-form';

/** The words in which people say why goods come back, or why they are not accepted. */
export function ReasonList() {
  const { t, i18n } = useTranslation('returns');
  const mayEdit = useMay('settings.edit');
  return (
    <SettingList
      name="return-reasons"
      page={(query) => docket.call('listReturnReason', { query })}
      keyOf={({ reason }) => reason}
      titleOf={({ labels }) => labelIn(labels, i18n.language)}
      columns={[{ name: t('reason') }, { name: t('settings.use') }, { name: t('settings.commentNeeded') }]}
      cells={({ reason, labels, use, commentNeeded, active }) => (
        <>
          <NameCell name={labelIn(labels, i18n.language)} id={reason} isActive={active} />
          <Table.Td>{t(`settings.uses.${use}`)}</Table.Td>
          <Table.Td>{t(commentNeeded ? 'settings.yes' : 'settings.no')}</Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(reason, onDone) => <ReasonForm value={reason} onDone={onDone} />}
      remove={(reason) => docket.call('removeReturnReason', { path: { reason } })}
      icon={<IconArrowBackUp />}
      words={{
        make: t('settings.newReason'),
        none: t('settings.noReasons'),
        noneText: t('settings.noReasonsText'),
        remove: t('settings.removeReason'),
      }}
    />
  );
}
