import { Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { LANGUAGES } from '../i18n/start-i18n';
import { changedFields, ONLY_NEW } from '../settings/changed-fields';
import { fieldProblem } from '../settings/field-problem';
import { KeyInput } from '../settings/key-input';
import { withPresent } from '../settings/setting-choices';
import { SettingForm } from '../settings/setting-form';
import { useDraft } from '../settings/use-draft';
import { useSave } from '../settings/use-save';
import type { Customer } from './customer';

interface CustomerFormProps {
  /** Null: a new one. */
  readonly value: Customer | null;
  readonly onDone: (customer: Customer) => void;
}

type Written = Omit<Customer, 'customerId' | 'forgotten'>;

const NEW: Written = {
  email: null,
  firstName: null,
  lastName: null,
  phone: null,
  document: null,
  company: null,
  locale: null,
  groups: [],
  organisation: null,
  taxExemption: null,
};

const TEXTS = [
  ['firstName', 200],
  ['lastName', 200],
  ['email', 320],
  ['phone', 50],
  ['company', 300],
  ['document', 100],
  ['organisation', 64],
  ['taxExemption', 25],
] as const satisfies readonly (readonly [keyof Written, number])[];

const POINTERS = ['/customerId', '/groups', '/locale', ...TEXTS.map(([name]) => `/${name}`)];

/** Who somebody is, and what of them prices and taxes follow. */
export function CustomerForm({ value, onDone }: CustomerFormProps) {
  const { t } = useTranslation(['customers', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<Written>(() => (value === null ? NEW : writtenOf(value)));
  const save = useSave(async () => {
    if (value === null) {
      const body = changedFields(NEW, draft) ?? {};
      return docket.call('putCustomer', { path: { customerId: key.trim() }, body }, ONLY_NEW);
    }
    const body = changedFields(writtenOf(value), draft);
    return body === null ? value : docket.call('changeCustomer', { path: { customerId: value.customerId }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, POINTERS);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('idText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/customerId')}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {TEXTS.map(([name, most]) => (
          <TextInput
            key={name}
            label={t(`field.${name}`)}
            type={name === 'email' ? 'email' : 'text'}
            maxLength={most}
            value={draft[name] ?? ''}
            onChange={({ currentTarget: { value: typed } }) => write({ [name]: typed === '' ? null : typed })}
            error={at(`/${name}`)}
          />
        ))}
      </SimpleGrid>
      <Select
        label={t('field.locale')}
        clearable
        clearButtonProps={{ 'aria-label': t('setting:clear') }}
        value={draft.locale}
        onChange={(locale) => write({ locale })}
        data={withPresent(
          Object.entries(LANGUAGES).map(([code, label]) => ({ value: code, label })),
          draft.locale,
        )}
        error={at('/locale')}
      />
      <TagsInput
        label={t('groups')}
        description={t('groupsText')}
        value={draft.groups}
        onChange={(groups) => write({ groups })}
        error={at('/groups')}
      />
    </SettingForm>
  );
}

const writtenOf = ({ customerId: _id, forgotten: _gone, ...written }: Customer): Written => written;
