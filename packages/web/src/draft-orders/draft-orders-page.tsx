import { Anchor, Badge, Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { money } from '../format/money';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { Empty } from '../parts/state-of-page';
import { useMay } from '../session/session';
import {
  buyerName,
  draftOrderAddress,
  type DraftOrderRow,
  type DraftOrderState,
  STATE_COLOURS,
  STATES,
} from './draft-order-queries';
import { Reserved } from './reserved';

/** Orders that staff prepare, the newest first. */
export function DraftOrdersPage() {
  const { t } = useTranslation('draft-orders');
  const mayEdit = useMay('draft_orders.edit');
  const seesPeople = useMay('personal.view');
  const [state, setState] = useState<DraftOrderState | null>(null);
  const [stockPolicy, setPolicy] = useState<DraftOrderRow['stockPolicy'] | null>(null);
  const [typed, setTyped] = useState('');
  const [email] = useDebouncedValue(typed.trim(), 300);
  const pages = useInfiniteQuery({
    queryKey: ['draft-orders', 'pages', state, stockPolicy, email],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listDraftOrders', {
        query: {
          ...(state === null ? {} : { state }),
          ...(stockPolicy === null ? {} : { stockPolicy }),
          ...(isAddress(email) ? { email } : {}),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
  });
  const isFiltered = state !== null || stockPolicy !== null || email !== '';
  return (
    <PageFrame
      title={t('title')}
      actions={
        mayEdit && (
          <Button component={Link} to="/draft-orders/new" size="sm" leftSection={<IconPlus size={16} />}>
            {t('new')}
          </Button>
        )
      }
    >
      <Group align="flex-end">
        <Select
          label={t('state')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          value={state}
          onChange={setState}
          data={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
        <Select
          label={t('policy')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          value={stockPolicy}
          onChange={setPolicy}
          data={(['none', 'soft', 'firm'] as const).map((value) => ({ value, label: t(`policies.${value}`) }))}
        />
        {seesPeople && (
          <TextInput
            label={t('email')}
            type="email"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
      </Group>
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={
          <Empty
            icon={<IconClipboardList />}
            title={t(isFiltered ? 'noneFound' : 'none')}
            text={t(isFiltered ? 'noneFoundText' : 'noneText')}
          />
        }
      >
        {(rows) => (
          <ListTable
            minWidth={760}
            columns={[
              { name: t('buyer') },
              { name: t('state') },
              { name: t('total'), figures: true },
              { name: t('stock') },
              { name: t('expiresAt') },
              { name: t('createdAt') },
            ]}
          >
            {rows.map((row) => (
              <Row key={row.draftOrderId} row={row} />
            ))}
          </ListTable>
        )}
      </Listed>
    </PageFrame>
  );
}

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

function Row({ row }: { readonly row: DraftOrderRow }) {
  const { t, i18n } = useTranslation('draft-orders');
  const total = row.total;
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Anchor component={Link} to={draftOrderAddress(row.draftOrderId)} size="sm" fw={600}>
          {buyerName(row.buyer) || row.customerId || t('nobody')}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t('pieces', { count: row.pieces })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={STATE_COLOURS[row.state]}>
          {t(`states.${row.state}`)}
        </Badge>
      </Table.Td>
      <Table.Td ta="right" className="figure">
        {total === null ? '–' : money(total, row.currency, i18n.language)}
      </Table.Td>
      <Table.Td>
        <Reserved draft={row} />
      </Table.Td>
      <Table.Td>{row.expiresAt === null ? '–' : <MomentText at={row.expiresAt} />}</Table.Td>
      <Table.Td>
        <MomentText at={row.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}
