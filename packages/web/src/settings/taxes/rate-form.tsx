import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import type { components } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { decimalMark } from '../intl-choices';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { KeyInput } from '../key-input';
import { NameInput } from '../name-input';
import { ValidityFields } from '../prices/validity-fields';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';

type TaxRate = components['schemas']['TaxRate'];

interface RateFormProps {
  /** Null: a new one. */
  readonly value: TaxRate | null;
  readonly onDone: () => void;
}

const NEW: Omit<TaxRate, 'taxRate'> = {
  name: '',
  country: null,
  region: null,
  category: 'standard',
  rateMillionths: 0,
  validFrom: null,
  validUntil: null,
};
const FIELDS = [
  '/taxRate',
  '/name',
  '/country',
  '/region',
  '/category',
  '/rateMillionths',
  '/validFrom',
  '/validUntil',
];

export function RateForm({ value, onDone }: RateFormProps) {
  const { t, i18n } = useTranslation(['taxes', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<Omit<TaxRate, 'taxRate'>>(value ?? NEW);
  // As it is typed: `7.0` is on its way to `7.05`.
  const [typed, setTyped] = useState<string | number>(value === null ? '' : value.rateMillionths / 1e4);
  const save = useSave(async () => {
    if (value === null) return docket.call('putTaxRate', { path: { taxRate: key }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeTaxRate', { path: { taxRate: value.taxRate }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, FIELDS);
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('rateIdText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/taxRate')}
        />
      )}
      <NameInput value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <NumberInput
        label={t('percent')}
        required
        hideControls
        min={0}
        max={100}
        decimalScale={4}
        decimalSeparator={decimalMark(i18n.language)}
        allowedDecimalSeparators={['.', ',']}
        suffix=" %"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          write({ rateMillionths: text === '' ? 0 : Math.round(Number(text) * 1e4) });
        }}
        error={at('/rateMillionths')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('country')}
          description={t('countryText')}
          maxLength={2}
          value={draft.country ?? ''}
          onChange={({ currentTarget: { value: text } }) => write({ country: orNull(text.toUpperCase()) })}
          error={at('/country')}
        />
        <TextInput
          label={t('region')}
          description={t('regionText')}
          maxLength={100}
          value={draft.region ?? ''}
          onChange={({ currentTarget: { value: text } }) => write({ region: orNull(text) })}
          error={at('/region')}
        />
      </SimpleGrid>
      <TextInput
        label={t('category')}
        description={t('categoryText')}
        required
        maxLength={64}
        value={draft.category}
        onChange={({ currentTarget: { value: category } }) => write({ category })}
        error={at('/category')}
      />
      <ValidityFields value={draft} onChange={write} at={at} />
    </SettingForm>
  );
}
