import { Anchor, Table } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFiles } from '@tabler/icons-react';
import { addressOf, type AnswerOf } from '@docket/sdk';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { money } from '../format/money';
import { DocumentLink } from '../order/built-in/document-link';
import { DownloadButton } from '../parts/download-button';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { Empty } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { type DocumentType, type FieldTarget, typesQuery, useTargetFields } from './definitions';
import { type Asked, DocumentFilters, isCurrency } from './document-filters';
import { StateBadge } from './state-badge';
import { FieldText } from './field-facts';
import { fieldLabel, fieldsIn, type FieldsSchema } from './field-schema';

type Row = AnswerOf<'listDocuments'>['items'][number];

/** Documents of one kind over all orders: payments, invoices, packages, return invoices, and what the account made. */
export function DocumentsPage() {
  const { t, i18n } = useTranslation('documents');
  const { data: types = [] } = useQuery(typesQuery);
  const [asked, ask] = useAsked();
  const type = types.find((each) => each.type === asked.kind);
  const ofTarget = useTargetFields(asked.kind as FieldTarget);
  const fields = type === undefined ? ofTarget : fieldsIn(type.fields);
  const listed = listedOf(fields);
  const [text] = useDebouncedValue(asked.q, 250);
  const mayExport = useMay('orders.export');
  const [value] = useDebouncedValue(asked.value, 250);
  const filters = filtersOf({ ...asked, q: text, value });
  const pages = usePages(filters);
  return (
    <PageFrame
      title={t('title')}
      actions={
        mayExport && (
          <DownloadButton path={addressOf('exportDocuments', { query: filters }).path} file={`${asked.kind}.csv`} />
        )
      }
    >
      <DocumentFilters asked={asked} ask={ask} fields={fields} />
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconFiles />} title={t('noneFound')} text={t('noneFoundText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={720}
            columns={[
              { name: t('number') },
              { name: t('status') },
              { name: t('order') },
              { name: t('buyer') },
              { name: t('created') },
              ...listed.map((name) => ({ name: fieldLabel(fields.properties[name], name, i18n.language) })),
              { name: t('amount'), figures: true },
            ]}
          >
            {rows.map((row) => (
              <Line key={`${row.orderId} ${row.id}`} row={row} type={type} fields={fields} listed={listed} />
            ))}
          </ListTable>
        )}
      </Listed>
    </PageFrame>
  );
}

/** Of a person's values there are no columns: the list holds nothing that belongs to one. */
const listedOf = ({ properties }: FieldsSchema): readonly string[] =>
  Object.keys(properties).filter(
    (name) => properties[name]?.['x-listed'] === true && properties[name]['x-personal'] === false,
  );

interface LineProps {
  readonly row: Row;
  readonly type: DocumentType | undefined;
  readonly fields: FieldsSchema;
  /** Names of the fields that have a column. */
  readonly listed: readonly string[];
}

function Line({ row, type, fields, listed }: LineProps) {
  const { t, i18n } = useTranslation('documents');
  const order = `/orders/${encodeURIComponent(row.orderId)}`;
  return (
    <Table.Tr>
      <Table.Td>
        <DocumentLink orderId={row.orderId} kind={type === undefined ? row.kind : 'custom'} id={row.id} fw={500}>
          {row.number ?? `${t(`kinds.${row.kind}`)} ${row.id}`}
        </DocumentLink>
      </Table.Td>
      <Table.Td>
        <StateBadge kind={type === undefined ? row.kind : 'custom'} type={row.kind} state={row.status} size="md" />
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
      {listed.map((name) => (
        <Table.Td key={name}>
          <FieldText field={fields.properties[name]} value={row.custom[name]} currency={row.currency} />
        </Table.Td>
      ))}
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {row.amount === null ? '–' : money(row.amount, row.currency, i18n.language)}
      </Table.Td>
    </Table.Tr>
  );
}

/** What is asked stands in the address, so that a link shows the same list. */
function useAsked(): readonly [Asked, (changed: Partial<Asked>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [typed, setTyped] = useState<Partial<Pick<Asked, 'q' | 'value'>>>({});
  const text = (name: string): string => {
    const value = search[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const asked: Asked = {
    kind: text('kind') === '' ? 'payment' : text('kind'),
    status: text('status') === '' ? null : text('status'),
    q: typed.q ?? text('q'),
    from: text('from'),
    to: text('to'),
    store: text('store'),
    currency: text('currency'),
    amountFrom: text('amountFrom'),
    amountTo: text('amountTo'),
    field: text('field'),
    value: typed.value ?? text('value'),
  };
  return [
    asked,
    (changed) => {
      const next = { ...asked, ...changed };
      const { q, value: of } = changed;
      setTyped((before) => ({
        ...before,
        ...(q === undefined ? {} : { q }),
        ...(of === undefined ? {} : { value: of }),
      }));
      const filled = Object.entries(next).filter(([, value]) => value !== '' && value !== null);
      void navigate({ to: '.', search: Object.fromEntries(filled), replace: true });
    },
  ];
}

function usePages(filters: ReturnType<typeof filtersOf>) {
  return useInfiniteQuery({
    queryKey: ['documents', filters],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      docket.call(
        'listDocuments',
        { query: { ...filters, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
}

/** As the API asks for them. Amounts are of the currency, so without one none is asked for. */
const filtersOf = ({ kind, status, q, from, to, store, currency, amountFrom, amountTo, field, value }: Asked) => ({
  kind,
  ...(status === null ? {} : { status: [status] }),
  ...(q.trim() === '' ? {} : { q: q.trim() }),
  ...(from === '' ? {} : { createdFrom: startOf(from, 0) }),
  ...(to === '' ? {} : { createdTo: startOf(to, 1) }),
  ...(store === '' ? {} : { store: [store] }),
  ...(isCurrency(currency) ? { currency } : {}),
  ...(isCurrency(currency) && amountFrom !== '' ? { amountFrom: Number(amountFrom) } : {}),
  ...(isCurrency(currency) && amountTo !== '' ? { amountTo: Number(amountTo) } : {}),
  ...(field === '' || value.trim() === '' ? {} : { field: [`${field}:${value.trim()}`] }),
});

/** The beginning of a day of the reader, or of the one after it. */
function startOf(day: string, later: number): string {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}
