import { PasswordInput, Select, SimpleGrid, Switch, TextInput } from '@mantine/core';
import type { components } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { SearchSelect } from '../search-select';
import { storeChoices } from '../setting-choices';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';
import { TaxCodesField } from './tax-codes-field';

type TaxSettings = components['schemas']['TaxSettings'];
type Draft = Omit<TaxSettings, 'store' | 'hasLicenceKey'>;

interface StoreTaxFormProps {
  /** Null: a new one. */
  readonly value: TaxSettings | null;
  readonly onDone: () => void;
}

const NEW: Draft = {
  provider: 'rates',
  taxesOrders: false,
  discounts: 'distribute',
  rounding: 'line',
  shippingCategory: 'standard',
  shipFrom: null,
  taxCodes: {},
  serviceUrl: null,
  serviceAccount: null,
  companyCode: null,
};
const FIELDS = ['/store', '/shipFrom/country', '/serviceUrl', '/serviceAccount', '/companyCode', '/shippingCategory'];
type Place = NonNullable<Draft['shipFrom']>;
const NOWHERE: Place = { country: '' };

const withoutKey = ({ store: _store, hasLicenceKey: _key, ...draft }: TaxSettings): Draft => draft;

export function StoreTaxForm({ value, onDone }: StoreTaxFormProps) {
  const { t } = useTranslation('taxes');
  const [store, setStore] = useState<string | null>(null);
  const [licenceKey, setLicenceKey] = useState('');
  const { draft, write } = useDraft<Draft>(value === null ? NEW : withoutKey(value));
  const stores = useQuery(storeChoices);
  const save = useSave(async () => {
    const key = value?.store ?? store ?? '';
    const body = value === null ? draft : changedFields(withoutKey(value), draft);
    if (value === null) await docket.call('putTaxSettings', { path: { store: key }, body: draft }, ONLY_NEW);
    else if (body !== null) await docket.call('changeTaxSettings', { path: { store: key }, body });
    // After the account that it belongs to.
    if (licenceKey !== '') await docket.call('setTaxLicenceKey', { path: { store: key }, body: { licenceKey } });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, FIELDS);
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const from = draft.shipFrom ?? NOWHERE;
  const writeFrom = (fields: Partial<Place>): void => {
    const shipFrom = { ...from, ...fields };
    write({ shipFrom: Object.values(shipFrom).every((part) => part === null || part === '') ? null : shipFrom });
  };
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <SearchSelect
          label={t('store')}
          required
          value={store}
          onChoose={setStore}
          data={(stores.data?.items ?? []).map((one) => ({ value: one.store, label: one.name }))}
          error={isTaken ? t('storeTaken') : at('/store')}
        />
      )}
      <Select
        label={t('provider')}
        allowDeselect={false}
        value={draft.provider}
        onChange={(provider) => write({ provider: provider ?? 'none' })}
        data={(['none', 'rates', 'avatax'] as const).map((one) => ({ value: one, label: t(`providers.${one}`) }))}
      />
      <Switch
        label={t('taxesOrders')}
        description={t('taxesOrdersText')}
        checked={draft.taxesOrders}
        onChange={({ currentTarget }) => write({ taxesOrders: currentTarget.checked })}
      />
      <Select
        label={t('discounts')}
        allowDeselect={false}
        value={draft.discounts}
        onChange={(discounts) => write({ discounts: discounts ?? 'distribute' })}
        data={(['distribute', 'after'] as const).map((one) => ({ value: one, label: t(`discountTax.${one}`) }))}
      />
      {draft.provider === 'rates' && (
        <Select
          label={t('rounding')}
          allowDeselect={false}
          value={draft.rounding}
          onChange={(rounding) => write({ rounding: rounding ?? 'line' })}
          data={(['line', 'rate'] as const).map((one) => ({ value: one, label: t(`roundings.${one}`) }))}
        />
      )}
      <TextInput
        label={t('shippingCategory')}
        description={t('shippingCategoryText')}
        maxLength={64}
        value={draft.shippingCategory ?? ''}
        onChange={({ currentTarget: { value: text } }) => write({ shippingCategory: orNull(text) })}
        error={at('/shippingCategory')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} role="group" aria-label={t('shipFrom')}>
        <TextInput
          label={t('fromCountry')}
          description={t('shipFromText')}
          maxLength={2}
          value={from.country}
          onChange={({ currentTarget: { value: text } }) => writeFrom({ country: text.toUpperCase() })}
          error={at('/shipFrom/country')}
        />
        {(['region', 'postalCode', 'city', 'street'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`from.${field}`)}
            maxLength={field === 'postalCode' ? 30 : 100}
            value={from[field] ?? ''}
            onChange={({ currentTarget: { value: text } }) => writeFrom({ [field]: orNull(text) })}
          />
        ))}
      </SimpleGrid>
      {draft.provider === 'avatax' && (
        <>
          <TaxCodesField value={draft.taxCodes} onChange={(taxCodes) => write({ taxCodes })} />
          <TextInput
            label={t('serviceUrl')}
            placeholder="https://rest.avatax.com"
            maxLength={300}
            value={draft.serviceUrl ?? ''}
            onChange={({ currentTarget: { value: text } }) => write({ serviceUrl: orNull(text) })}
            error={at('/serviceUrl')}
          />
          <TextInput
            label={t('serviceAccount')}
            maxLength={50}
            value={draft.serviceAccount ?? ''}
            onChange={({ currentTarget: { value: text } }) => write({ serviceAccount: orNull(text) })}
            error={at('/serviceAccount')}
          />
          <TextInput
            label={t('companyCode')}
            maxLength={25}
            value={draft.companyCode ?? ''}
            onChange={({ currentTarget: { value: text } }) => write({ companyCode: orNull(text) })}
            error={at('/companyCode')}
          />
          <PasswordInput
            label={t('licenceKey')}
            description={t(value?.hasLicenceKey === true ? 'licenceKeySet' : 'licenceKeyText')}
            maxLength={200}
            autoComplete="off"
            value={licenceKey}
            onChange={({ currentTarget }) => setLicenceKey(currentTarget.value)}
          />
        </>
      )}
    </SettingForm>
  );
}
