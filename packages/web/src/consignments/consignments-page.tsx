import { Anchor, Badge, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { money } from '../format/money';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { Empty } from '../parts/state-of-page';
import { consignmentAddress, type ConsignmentStatus, STATUS_COLOURS, STATUSES } from './consignment-queries';

/** Shipments of several orders, the newest first. */
export function ConsignmentsPage() {
  const { t, i18n } = useTranslation('consignments');
  const [status, setStatus] = useState<ConsignmentStatus | null>(null);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const filters = { ...(status === null ? {} : { status: [status] }), ...(q === '' ? {} : { q }) };
  const pages = useInfiniteQuery({
    queryKey: ['consignments', 'list', filters],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listConsignments', {
        query: { ...filters, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <PageFrame title={t('title')}>
      <Group gap="xs" align="flex-end">
        <Select
          size="xs"
          label={t('status')}
          clearable
          placeholder={t('anyStatus')}
          data={STATUSES.map((one) => ({ value: one, label: t(`statuses.${one}`) }))}
          value={status}
          onChange={setStatus}
        />
        <TextInput
          size="xs"
          label={t('number')}
          placeholder={t('numberText')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </Group>
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconTruckDelivery />} title={t('none')} text={t('noneText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={680}
            columns={[
              { name: t('number') },
              { name: t('status') },
              { name: t('orders'), figures: true },
              { name: t('carrier') },
              { name: t('created') },
              { name: t('cost'), figures: true },
            ]}
          >
            {rows.map((row) => (
              <Table.Tr key={row.consignmentId}>
                <Table.Td>
                  <Anchor component={Link} to={consignmentAddress(row.consignmentId)} size="sm" fw={500}>
                    {row.number}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <Badge size="sm" variant="dot" tt="none" color={STATUS_COLOURS[row.status]}>
                    {t(`statuses.${row.status}`)}
                  </Badge>
                </Table.Td>
                <Table.Td ta="right">{row.orders}</Table.Td>
                <Table.Td>
                  <Text size="sm">{[row.carrier, row.trackingNumber].filter(Boolean).join(' · ') || '–'}</Text>
                </Table.Td>
                <Table.Td>
                  <MomentText at={row.createdAt} />
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {row.cost === null ? '–' : money(row.cost, row.currency, i18n.language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
    </PageFrame>
  );
}
