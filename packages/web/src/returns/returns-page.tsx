import { Anchor, Group, Select, Table, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { AnswerOf } from '@docket/sdk';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { money } from '../format/money';
import { kindsQuery } from '../documents/definitions';
import { StateBadge } from '../documents/state-badge';
import { DocumentLink } from '../order/built-in/document-link';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { Empty } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { storeChoices, withPresent } from '../settings/setting-choices';

type Row = AnswerOf<'listDocuments'>['items'][number];

/** All of them, or those with which this is to be done; what that is, the server says. */
const ALL = 'all';
/** Days since the request: older ones are asked for by this. */
const AGES = ['0', '3', '7', '14', '30'] as const;
const DAY = 86_400_000;

/** Returns of all orders, by what is to be done with them. */
export function ReturnsPage() {
  const { t } = useTranslation('returns');
  const [asked, ask] = useAsked();
  const [text] = useDebouncedValue(asked.q, 250);
  const stores = useQuery({ ...storeChoices, enabled: useMay('settings.view') });
  const work = useWork();
  const pages = usePages({ ...asked, q: text }, work);
  return (
    <PageFrame title={t('desk.title')}>
      <Group gap="xs" align="flex-end">
        <Select
          size="xs"
          label={t('desk.work')}
          allowDeselect={false}
          data={[ALL, ...work.keys()].map((value) => ({ value, label: t(`desk.works.${value}`) }))}
          value={asked.work}
          onChange={(next) => {
            if (next !== null) ask({ work: next });
          }}
        />
        <Select
          size="xs"
          label={t('desk.age')}
          allowDeselect={false}
          data={AGES.map((value) => ({ value, label: t('desk.olderThan', { count: Number(value) }) }))}
          value={asked.age}
          onChange={(age) => {
            if (age !== null) ask({ age });
          }}
        />
        <Select
          size="xs"
          label={t('desk.store')}
          clearable
          placeholder={t('desk.anyStore')}
          data={withPresent(
            (stores.data?.items ?? []).map(({ store, name }) => ({ value: store, label: name })),
            asked.store === '' ? null : asked.store,
          )}
          value={asked.store === '' ? null : asked.store}
          onChange={(store) => ask({ store: store ?? '' })}
        />
        <TextInput
          size="xs"
          label={t('desk.number')}
          value={asked.q}
          onChange={({ currentTarget }) => ask({ q: currentTarget.value })}
        />
      </Group>
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconArrowBackUp />} title={t('desk.none')} text={t('desk.noneText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={640}
            columns={[
              { name: t('desk.return') },
              { name: t('desk.state') },
              { name: t('desk.next') },
              { name: t('desk.order') },
              { name: t('desk.buyer') },
              { name: t('desk.requested') },
              { name: t('desk.given'), figures: true },
            ]}
          >
            {rows.map((row) => (
              <Line key={`${row.orderId} ${row.id}`} row={row} work={work} />
            ))}
          </ListTable>
        )}
      </Listed>
    </PageFrame>
  );
}

interface LineProps {
  readonly row: Row;
  readonly work: Work;
}

function Line({ row, work }: LineProps) {
  const { t, i18n } = useTranslation('returns');
  const order = `/orders/${encodeURIComponent(row.orderId)}`;
  const next = [...work].find(([, states]) => states.includes(row.status))?.[0];
  return (
    <Table.Tr>
      <Table.Td>
        <DocumentLink orderId={row.orderId} kind="return" id={row.id} fw={500}>
          {row.number}
        </DocumentLink>
      </Table.Td>
      <Table.Td>
        <StateBadge kind="return" state={row.status} size="md" />
      </Table.Td>
      <Table.Td>
        {next === undefined || next === 'done' ? (
          '–'
        ) : (
          <DocumentLink orderId={row.orderId} kind="return" id={row.id}>
            {t(`desk.works.${next}`)}
          </DocumentLink>
        )}
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} to={order} size="sm">
          {row.orderNumber ?? row.orderId}
        </Anchor>
      </Table.Td>
      <Table.Td>{row.buyerName ?? '–'}</Table.Td>
      <Table.Td>
        <MomentText at={row.createdAt} />
      </Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {row.amount === null ? '–' : money(row.amount, row.currency, i18n.language)}
      </Table.Td>
    </Table.Tr>
  );
}

interface Asked {
  readonly work: string;
  readonly age: string;
  readonly store: string;
  readonly q: string;
}

/** What is asked stands in the address, so that a link shows the same list. */
function useAsked(): readonly [Asked, (changed: Partial<Asked>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [typed, setTyped] = useState<string | null>(null);
  const text = (name: string): string => {
    const value = search[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const asked: Asked = {
    work: text('work') === '' ? ALL : text('work'),
    age: (AGES as readonly string[]).includes(text('age')) ? text('age') : '0',
    store: text('store'),
    q: typed ?? text('q'),
  };
  return [
    asked,
    (changed) => {
      const next = { ...asked, ...changed };
      if (changed.q !== undefined) setTyped(changed.q);
      const filled = Object.entries(next).filter(([, value]) => !['', 'all', '0'].includes(value));
      void navigate({ to: '.', search: Object.fromEntries(filled), replace: true });
    },
  ];
}

/** What people have to do with returns, and in which states. */
type Work = ReadonlyMap<string, readonly string[]>;

function useWork(): Work {
  const { data = [] } = useQuery(kindsQuery);
  const { work = [] } = data.find(({ kind }) => kind === 'return') ?? {};
  return new Map(work.map(({ work: name, states }) => [name, states]));
}

function usePages({ work, age, store, q }: Asked, known: Work) {
  const states = known.get(work);
  return useInfiniteQuery({
    queryKey: ['returns', work, age, store, q],
    // until it is known which states these are, all of them would be shown
    enabled: work === ALL || known.size > 0,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      docket.call(
        'listDocuments',
        {
          query: {
            kind: 'return',
            ...(states === undefined ? {} : { status: [...states] }),
            ...(store === '' ? {} : { store: [store] }),
            ...(age === '0' ? {} : { createdTo: new Date(Date.now() - Number(age) * DAY).toISOString() }),
            ...(q.trim() === '' ? {} : { q: q.trim() }),
            limit: 50,
            ...(pageParam === null ? {} : { after: pageParam }),
          },
        },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
}
