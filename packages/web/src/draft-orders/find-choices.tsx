import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '@docket/sdk';
import { docket } from '../docket';
import { buyerName } from './draft-order-queries';

export type FoundProduct = AnswerOf<'listProduct'>['items'][number];
export type FoundCustomer = AnswerOf<'listCustomer'>['items'][number];

/** Products whose words begin with what is typed; choosing one hands it on and empties the field. */
export function FindProduct({ onFind }: { readonly onFind: (product: FoundProduct) => void }) {
  const { t } = useTranslation('draft-orders');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 220);
  const found = useQuery({
    queryKey: ['draft-orders', 'products', text],
    placeholderData: keepPreviousData,
    queryFn: () => docket.call('listProduct', { query: { limit: 20, ...(text === '' ? {} : { q: text }) } }),
  });
  const items = found.data?.items ?? [];
  return (
    <Select
      label={t('addProduct')}
      placeholder={t('findProduct')}
      searchable
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('nothingFound')}
      data={items.map(({ sku, name }) => ({ value: sku, label: `${name} · ${sku}` }))}
      onChange={(sku) => {
        const product = items.find((each) => each.sku === sku);
        if (product === undefined) return;
        onFind(product);
        setTyped('');
      }}
    />
  );
}

/** Customers by the beginnings of their names or addresses. */
export function FindCustomer({
  value,
  onFind,
}: {
  readonly value: string | null;
  readonly onFind: (customer: FoundCustomer | null) => void;
}) {
  const { t } = useTranslation('draft-orders');
  const [typed, setTyped] = useState(value ?? '');
  const [text] = useDebouncedValue(typed.trim(), 220);
  const found = useQuery({
    queryKey: ['draft-orders', 'customers', text],
    placeholderData: keepPreviousData,
    queryFn: () => docket.call('listCustomer', { query: { limit: 20, ...(text === '' ? {} : { q: text }) } }),
  });
  const items = found.data?.items ?? [];
  const data = items.map((each) => ({ value: each.customerId, label: buyerName(each) || each.customerId }));
  const present = value === null || data.some((each) => each.value === value) ? [] : [{ value, label: value }];
  return (
    <Select
      label={t('customer')}
      placeholder={t('findCustomer')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      value={value}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('nothingFound')}
      data={[...present, ...data]}
      onChange={(customerId) => onFind(items.find((each) => each.customerId === customerId) ?? null)}
    />
  );
}
