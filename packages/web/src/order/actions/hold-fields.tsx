import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { treeQuery } from '../../documents/document-words';
import { type Hold, useParts } from '../../holds/hold-part';
import { everyHoldType, useHoldTypeName } from '../../holds/hold-type';
import type { Order } from '../order-queries';

interface HoldFieldProps {
  readonly order: Order;
  readonly label: string;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

/** One of the types of the account that are in use. */
export function HoldTypeField({ label, value, onValue }: HoldFieldProps) {
  const types = useQuery(everyHoldType);
  return (
    <Select
      label={label}
      required
      data-autofocus
      data={(types.data?.items ?? [])
        .filter(({ active }) => active)
        .map(({ holdType, name }) => ({ value: holdType, label: name }))}
      value={typeof value === 'string' ? value : null}
      onChange={(holdType) => onValue(holdType ?? undefined)}
    />
  );
}

type Part = NonNullable<Hold['on']>;

/** The whole order, or one of its lines and documents. */
export function HoldPartField({ order, label, value, onValue }: HoldFieldProps) {
  const { t } = useTranslation(['holds', 'setting']);
  const tree = useQuery(treeQuery(order.orderId, order.version));
  const partOf = useParts(order);
  const parts: readonly Part[] = [
    ...order.lines.map(({ id }) => ({ kind: 'line' as const, id })),
    ...(tree.data ?? []).map(({ kind, id }) => ({ kind, id })),
  ];
  return (
    <Select
      label={label}
      placeholder={t('part.order')}
      searchable
      limit={50}
      clearable
      clearButtonProps={{ 'aria-label': t('setting:clear') }}
      nothingFoundMessage={t('setting:nothingFound')}
      data={parts.map((part) => ({ value: JSON.stringify(part), label: partOf(part) }))}
      value={value === undefined ? null : JSON.stringify(value)}
      onChange={(chosen) => onValue(chosen === null ? undefined : (JSON.parse(chosen) as Part))}
    />
  );
}

/** One of the holds that stand and that the person may release. */
export function HoldField({ order, label, value, onValue }: HoldFieldProps) {
  const partOf = useParts(order);
  const nameOf = useHoldTypeName();
  return (
    <Select
      label={label}
      required
      data-autofocus
      data={order.holds
        .filter(({ mayRelease }) => mayRelease)
        .map(({ id, holdType, on }) => ({ value: id, label: `${nameOf(holdType)} · ${partOf(on)}` }))}
      value={typeof value === 'string' ? value : null}
      onChange={(id) => onValue(id ?? undefined)}
    />
  );
}
