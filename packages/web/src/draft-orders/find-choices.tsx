import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '@docket/sdk';
import { docket } from '../docket';
import { useMay } from '../session/session';
import { buyerName } from './draft-order-queries';

type FoundProduct = AnswerOf<'listProduct'>['items'][number];
export type FoundCustomer = AnswerOf<'listCustomer'>['items'][number];

interface ChooseProductProps {
  readonly label?: string;
  /** `name` is the SKU where nobody looked it up. */
  readonly onChoose: (sku: string, name: string) => void;
}

/** A product of the catalogue; for who may not look into it, the SKU as it is known. */
export function ChooseProduct({ label, onChoose }: ChooseProductProps) {
  const { t } = useTranslation('draft-orders');
  const findsProducts = useMay('catalogue.view');
  return findsProducts ? (
    <FindProduct label={label ?? t('addProduct')} onFind={({ sku, name }) => onChoose(sku, name)} />
  ) : (
    <TextInput
      label={label ?? t('addSku')}
      maxLength={100}
      onKeyDown={(event) => {
        const sku = event.currentTarget.value.trim();
        if (event.key !== 'Enter' || sku === '') return;
        event.preventDefault();
        onChoose(sku, sku);
        event.currentTarget.value = '';
      }}
    />
  );
}

interface FindProductProps {
  readonly label: string;
  readonly onFind: (product: FoundProduct) => void;
}

/** Products whose words begin with what is typed; choosing one hands it on and empties the field. */
function FindProduct({ label, onFind }: FindProductProps) {
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
      label={label}
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
