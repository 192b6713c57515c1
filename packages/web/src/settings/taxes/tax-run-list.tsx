import { Group, Select, Stack, Table, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ConfirmButton } from '../../parts/confirm-button';
import { ListTable } from '../../parts/listed';
import { MomentText } from '../../parts/moment-text';
import { Empty, Failed, Waiting } from '../../parts/state-of-page';
import { queries } from '../../queries';
import { useMay } from '../../session/session';
import { useActorNames } from '../history/actor-names';

/** All orders of a store told to its tax service again: how far the last runs are, and a way to begin one. */
export function TaxRunList() {
  const { t, i18n } = useTranslation('taxes');
  const actorName = useActorNames();
  const mayRun = useMay('settings.edit');
  const runs = useQuery({
    queryKey: ['tax-runs'],
    queryFn: ({ signal }) => docket.call('listTaxRuns', {}, { signal }),
    refetchInterval: 5_000,
  });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('runText')}
      </Text>
      {mayRun && <NewRun />}
      {runs.isPending && <Waiting lines={4} />}
      {runs.error !== null && <Failed error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.data?.items.length === 0 && <Empty icon={<IconRefresh />} title={t('noRuns')} text={t('noRunsText')} />}
      {(runs.data?.items.length ?? 0) > 0 && (
        <ListTable
          minWidth={560}
          columns={[
            { name: t('store') },
            { name: t('runOrders'), figures: true },
            { name: t('runStarted') },
            { name: t('runEnded') },
            { name: t('runBy') },
          ]}
        >
          {runs.data?.items.map((run) => (
            <Table.Tr key={run.run}>
              <Table.Td>{run.store}</Table.Td>
              <Table.Td ta="right">{run.orders.toLocaleString(i18n.language)}</Table.Td>
              <Table.Td>
                <MomentText at={run.startedAt} />
              </Table.Td>
              <Table.Td>{run.endedAt === null ? t('runGoesOn') : <MomentText at={run.endedAt} />}</Table.Td>
              <Table.Td>{actorName(run.startedBy)}</Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
    </Stack>
  );
}

function NewRun() {
  const { t } = useTranslation('taxes');
  const [store, setStore] = useState<string | null>(null);
  const settings = useQuery({
    queryKey: ['settings', 'tax-settings', 'choices'],
    queryFn: () => docket.call('listTaxSettings', { query: { limit: 1_000 } }),
  });
  const stores = (settings.data?.items ?? []).filter(({ provider }) => provider !== 'none').map((one) => one.store);
  const [first = null] = stores;
  const chosen = store ?? first;
  if (chosen === null) return null;
  return (
    <Group gap="xs" align="flex-end">
      <Select size="xs" label={t('store')} allowDeselect={false} value={chosen} onChange={setStore} data={stores} />
      <ConfirmButton
        label={t('run')}
        text={t('runConfirm', { store: chosen })}
        icon={<IconRefresh size={14} />}
        act={async () => {
          await docket.call('startTaxRun', { body: { store: chosen } });
          await queries.invalidateQueries({ queryKey: ['tax-runs'] });
        }}
      />
    </Group>
  );
}
