import { Select, Switch, TagsInput, TextInput } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { currencies, timeZones } from '../intl-choices';
import { KeyInput } from '../key-input';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';

type Store = AnswerOf<'getStore'>;

interface StoreFormProps {
  /** Null: a new one. */
  readonly value: Store | null;
  readonly onDone: () => void;
}

const NEW = { name: '', currency: null, languages: [], timeZone: null, active: true, orderNumbers: null };

export function StoreForm({ value, onDone }: StoreFormProps) {
  const { t, i18n } = useTranslation(['stores', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<Omit<Store, 'store'>>(value ?? NEW);
  const save = useSave(async () => {
    if (value === null) return docket.call('putStore', { path: { store: key }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeStore', { path: { store: value.store }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, [
    '/store',
    '/name',
    '/currency',
    '/languages',
    '/timeZone',
    '/orderNumbers',
  ]);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('storeIdText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/store')}
        />
      )}
      <TextInput
        label={t('setting:name')}
        required
        maxLength={200}
        value={draft.name}
        onChange={({ currentTarget }) => write({ name: currentTarget.value })}
        error={at('/name')}
      />
      <Select
        label={t('currency')}
        description={t('currencyText')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('setting:clear') }}
        limit={50}
        nothingFoundMessage={t('setting:nothingFound')}
        value={draft.currency}
        onChange={(currency) => write({ currency })}
        data={currencies(i18n.language, draft.currency)}
        error={at('/currency')}
      />
      <TagsInput
        label={t('languages')}
        description={t('languagesText')}
        value={draft.languages}
        onChange={(languages) => write({ languages })}
        error={at('/languages')}
      />
      <Select
        label={t('timeZone')}
        description={t('timeZoneText')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('setting:clear') }}
        limit={50}
        nothingFoundMessage={t('setting:nothingFound')}
        value={draft.timeZone}
        onChange={(timeZone) => write({ timeZone })}
        data={timeZones(draft.timeZone)}
        error={at('/timeZone')}
      />
      <TextInput
        label={t('orderNumbers')}
        description={t('orderNumbersText', { example: '{store}-{sequence:6}' })}
        maxLength={100}
        value={draft.orderNumbers ?? ''}
        onChange={({ currentTarget: { value: template } }) =>
          write({ orderNumbers: template === '' ? null : template })
        }
        error={at('/orderNumbers')}
      />
      <Switch
        label={t('setting:active')}
        description={t('activeText')}
        checked={draft.active}
        onChange={({ currentTarget }) => write({ active: currentTarget.checked })}
      />
    </SettingForm>
  );
}
