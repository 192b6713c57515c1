import { Anchor, Badge, Group, Select, Table, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { AnswerOf } from '@docket/sdk';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { Empty } from '../parts/state-of-page';
import { useActorNames } from '../settings/history/actor-names';

type DraftRow = AnswerOf<'listDrafts'>['items'][number];

const FILTERS = ['undecided', 'open', 'awaiting_consent', 'confirmed', 'discarded'] as const;
const COLOURS: Readonly<Record<DraftRow['state'], string>> = {
  open: 'gray',
  awaiting_consent: 'blue',
  confirmed: 'green',
  discarded: 'gray',
};

/** Edits that somebody prepares, over all orders, the newest first: those of which something can still become. */
export function DraftsPage() {
  const { t } = useTranslation('drafts');
  const [state, setState] = useState<(typeof FILTERS)[number]>('undecided');
  const nameOf = useActorNames();
  const pages = useInfiniteQuery({
    queryKey: ['drafts', 'pages', state],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listDrafts', { query: { state, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <PageFrame title={t('list.title')}>
      <Group align="flex-end">
        <Select
          label={t('standing')}
          allowDeselect={false}
          data={FILTERS.map((value) => ({ value, label: t(`list.state.${value}`) }))}
          value={state}
          onChange={(chosen) => setState(chosen ?? 'undecided')}
        />
      </Group>
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconPencil />} title={t('list.none')} text={t('list.noneText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={720}
            columns={[
              { name: t('list.order') },
              { name: t('whatChanges') },
              { name: t('standing') },
              { name: t('list.by') },
              { name: t('list.updated') },
              { name: t('list.until') },
            ]}
          >
            {rows.map((row) => (
              <Row key={row.draftId} row={row} by={nameOf(row.createdBy)} />
            ))}
          </ListTable>
        )}
      </Listed>
    </PageFrame>
  );
}

function Row({ row, by }: { readonly row: DraftRow; readonly by: string }) {
  const { t } = useTranslation('drafts');
  const { draftId, orderId, number, state, changeCount, kinds, updatedAt } = row;
  const question = row.consent as { readonly expiresAt: string } | null;
  const order = number ?? orderId;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          component={Link}
          to={`/orders/${encodeURIComponent(orderId)}/drafts/${draftId}`}
          size="sm"
          fw={600}
          aria-label={t('list.draft', { order })}
        >
          {order}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t('changes', { count: changeCount })}</Text>
        <Text size="xs" c="dimmed">
          {kinds.map((kind) => t(`kind.${kind}`)).join(', ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={COLOURS[state]}>
          {t(`list.state.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{by}</Table.Td>
      <Table.Td>
        <MomentText at={updatedAt} />
      </Table.Td>
      <Table.Td>
        <MomentText at={state === 'awaiting_consent' ? (question?.expiresAt ?? null) : null} />
      </Table.Td>
    </Table.Tr>
  );
}
