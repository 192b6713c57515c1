import { Table } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { storeChoices } from '../setting-choices';
import { SettingList } from '../setting-list';
import { PolicyForm, STORE } from './policy-form';

/** One policy for the account, and one for each store that has its own. */
export function PolicyList() {
  const { t } = useTranslation('returns');
  const mayEdit = useMay('settings.edit');
  const stores = useQuery({ ...storeChoices, enabled: useMay('settings.view') });
  const names = new Map((stores.data?.items ?? []).map(({ store, name }) => [`${STORE}${store}`, name]));
  const titleOf = (scope: string): string =>
    scope === 'account' ? t('settings.account') : (names.get(scope) ?? scope);
  return (
    <SettingList
      name="return-policies"
      page={(query) => docket.call('listReturnPolicy', { query })}
      keyOf={({ scope }) => scope}
      titleOf={({ scope }) => titleOf(scope)}
      columns={[
        { name: t('settings.scope') },
        { name: t('settings.enabled') },
        { name: t('settings.window'), figures: true },
        { name: t('settings.statuses') },
      ]}
      cells={({ scope, enabled, windowDays, statuses }) => (
        <>
          <Table.Td>{titleOf(scope)}</Table.Td>
          <Table.Td>{t(enabled ? 'settings.yes' : 'settings.no')}</Table.Td>
          <Table.Td ta="right">{windowDays}</Table.Td>
          <Table.Td>{statuses === null ? t('settings.anyStatus') : statuses.join(', ')}</Table.Td>
        </>
      )}
      mayEdit={mayEdit}
      form={(policy, onDone) => <PolicyForm value={policy} onDone={onDone} />}
      remove={(scope) => docket.call('removeReturnPolicy', { path: { scope } })}
      icon={<IconArrowBackUp />}
      words={{
        make: t('settings.newPolicy'),
        none: t('settings.noPolicies'),
        noneText: t('settings.noPoliciesText'),
        remove: t('settings.removePolicy'),
      }}
    />
  );
}
