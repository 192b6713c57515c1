import { Group, NumberInput, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ProductPicture } from '../../parts/product-picture';
import { useMay } from '../../session/session';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { currencies, decimalMark } from '../intl-choices';
import { KeyInput } from '../key-input';
import { placeChoices, withPresent } from '../setting-choices';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { NameInput } from '../name-input';
import { SearchSelect } from '../search-select';
import { useSave } from '../use-save';
import type { Product } from './product';

interface ProductFormProps {
  /** Null: a new one. */
  readonly value: Product | null;
  readonly onDone: (product: Product) => void;
}

const NEW = {
  name: '',
  gtin: null,
  priceMicros: null,
  currency: null,
  counted: true,
  place: 'main',
  imageUrl: null,
  category: null,
  taxCategory: null,
};
const FIELDS = [
  '/sku',
  '/name',
  '/gtin',
  '/priceMicros',
  '/currency',
  '/place',
  '/imageUrl',
  '/category',
  '/taxCategory',
];

export function ProductForm({ value, onDone }: ProductFormProps) {
  const { t, i18n } = useTranslation(['products', 'setting']);
  const [sku, setSku] = useState('');
  const { draft, write } = useDraft<Omit<Product, 'sku'>>(value ?? NEW);
  // As it is typed: `5.0` is on its way to `5.05`.
  const [price, setPrice] = useState<string | number>(draft.priceMicros === null ? '' : draft.priceMicros / 1e6);
  const places = useQuery({ ...placeChoices, enabled: useMay('stock.view') });
  const save = useSave(async () => {
    if (value === null) return docket.call('putProduct', { path: { sku }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeProduct', { path: { sku: value.sku }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, FIELDS);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('sku')}
          description={t('skuText')}
          value={sku}
          onChange={setSku}
          isTaken={isTaken}
          error={at('/sku')}
        />
      )}
      <NameInput most={500} value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <TextInput
        label={t('gtin')}
        description={t('gtinText')}
        maxLength={20}
        inputMode="numeric"
        value={draft.gtin ?? ''}
        onChange={({ currentTarget: { value: gtin } }) => write({ gtin: gtin === '' ? null : gtin })}
        error={at('/gtin')}
      />
      <TextInput
        label={t('image')}
        description={t('imageText')}
        maxLength={1_000}
        value={draft.imageUrl ?? ''}
        onChange={({ currentTarget: { value: url } }) => write({ imageUrl: url.trim() === '' ? null : url.trim() })}
        // Not while somebody types: half an address would be asked for.
        rightSection={
          draft.imageUrl !== null &&
          draft.imageUrl === value?.imageUrl && <ProductPicture url={draft.imageUrl} size={24} />
        }
        error={at('/imageUrl') === null ? null : t('imageInvalid')}
      />
      <TextInput
        label={t('category')}
        description={t('categoryText')}
        maxLength={300}
        value={draft.category ?? ''}
        onChange={({ currentTarget: { value: category } }) =>
          write({ category: category.trim() === '' ? null : category })
        }
        error={at('/category')}
      />
      <TextInput
        label={t('taxCategory')}
        description={t('taxCategoryText')}
        maxLength={64}
        value={draft.taxCategory ?? ''}
        onChange={({ currentTarget: { value: name } }) =>
          write({ taxCategory: name.trim() === '' ? null : name.trim() })
        }
        error={at('/taxCategory')}
      />
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="nowrap">
        <NumberInput
          label={t('price')}
          description={t('priceText')}
          hideControls
          min={0}
          allowNegative={false}
          decimalScale={6}
          decimalSeparator={decimalMark(i18n.language)}
          allowedDecimalSeparators={['.', ',']}
          value={price}
          onChange={(typed) => {
            setPrice(typed);
            write({ priceMicros: typed === '' ? null : Math.round(Number(typed) * 1e6) });
          }}
          error={at('/priceMicros')}
        />
        <SearchSelect
          label={t('currency')}
          description={t('currencyText')}
          value={draft.currency}
          onClear={() => write({ currency: null })}
          onChoose={(currency) => write({ currency })}
          data={currencies(i18n.language, draft.currency)}
          error={at('/currency')}
        />
      </Group>
      <SearchSelect
        label={t('place')}
        description={t('placeText')}
        value={draft.place}
        onChoose={(place) => write({ place })}
        data={withPresent(
          (places.data?.items ?? []).map(({ place, name }) => ({ value: place, label: name })),
          draft.place,
        )}
        error={at('/place')}
      />
      <Switch
        label={t('counted')}
        description={t('countedText')}
        checked={draft.counted}
        onChange={({ currentTarget }) => write({ counted: currentTarget.checked })}
      />
    </SettingForm>
  );
}
