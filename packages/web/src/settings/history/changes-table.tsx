import { Table, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Listed, ListTable } from '../../parts/listed';
import { MomentText } from '../../parts/moment-text';
import { Empty } from '../../parts/state-of-page';
import { useActorNames } from './actor-names';
import { ChangedValues, type SettingsChange } from './changed-values';

interface ChangesTableProps {
  /** What the pages are kept under. */
  readonly name: readonly unknown[];
  readonly page: (query: {
    limit: number;
    after?: string;
  }) => Promise<{ items: readonly SettingsChange[]; next: string | null }>;
  /** Of several settings: each row says which one. */
  readonly isOfMany: boolean;
}

/** Who changed what and when, the newest first, with the values before and after. */
export function ChangesTable({ name, page, isOfMany }: ChangesTableProps) {
  const { t } = useTranslation('setting');
  const actorName = useActorNames();
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'changes', ...name],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => page({ limit: 50, ...(pageParam === null ? {} : { after: pageParam }) }),
    getNextPageParam: ({ next }) => next,
  });
  const setting = isOfMany ? [{ name: t('history.setting') }] : [];
  return (
    <Listed
      pages={pages}
      rowsOf={({ items }) => items}
      empty={<Empty icon={<IconHistory />} title={t('history.none')} text={t('history.noneText')} />}
    >
      {(rows) => (
        <ListTable
          minWidth={640}
          columns={[{ name: t('history.when') }, { name: t('history.who') }, ...setting, { name: t('history.what') }]}
        >
          {rows.map((change) => (
            <Table.Tr key={change.id} style={{ verticalAlign: 'top' }}>
              <Table.Td>
                <MomentText at={change.at} />
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{actorName(change.actor)}</Table.Td>
              {isOfMany && (
                <Table.Td>
                  <Text size="sm">{t(`kind.${change.kind}`, { defaultValue: change.kind })}</Text>
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {change.key}
                  </Text>
                </Table.Td>
              )}
              <Table.Td>
                <Text size="sm" fw={500}>
                  {t(`action.${change.action}`)}
                </Text>
                <ChangedValues change={change} />
              </Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
    </Listed>
  );
}
