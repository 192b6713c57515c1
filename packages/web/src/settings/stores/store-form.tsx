import { Fieldset, Stack, TagsInput, Text } from '@mantine/core';
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
import { NameInput } from '../name-input';
import { ActiveSwitch } from '../active-switch';
import { SearchSelect } from '../search-select';
import { DocumentNumbersFields, NUMBERED_KINDS } from '../document-numbers-fields';
import { OrderNumbersInput } from '../order-numbers-input';
import { useSave } from '../use-save';

type Store = AnswerOf<'getStore'>;

interface StoreFormProps {
  /** Null: a new one. */
  readonly value: Store | null;
  readonly onDone: () => void;
}

const NEW = {
  name: '',
  currency: null,
  languages: [],
  timeZone: null,
  active: true,
  orderNumbers: null,
  documentNumbers: {},
};

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
    ...NUMBERED_KINDS.map((kind) => `/documentNumbers/${kind}`),
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
      <NameInput value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <SearchSelect
        label={t('currency')}
        description={t('currencyText')}
        value={draft.currency}
        onClear={() => write({ currency: null })}
        onChoose={(currency) => write({ currency })}
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
      <SearchSelect
        label={t('timeZone')}
        description={t('timeZoneText')}
        value={draft.timeZone}
        onClear={() => write({ timeZone: null })}
        onChoose={(timeZone) => write({ timeZone })}
        data={timeZones(draft.timeZone)}
        error={at('/timeZone')}
      />
      <OrderNumbersInput
        label={t('orderNumbers')}
        description={t('orderNumbersText', { example: '{store}-{sequence:6}' })}
        value={draft.orderNumbers}
        onChange={(orderNumbers) => write({ orderNumbers })}
        error={at('/orderNumbers')}
      />
      <Fieldset legend={t('documentNumbers')}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('documentNumbersText', { example: '{store}-R-{sequence:5}' })}
          </Text>
          <DocumentNumbersFields
            kinds={NUMBERED_KINDS}
            value={draft.documentNumbers}
            onChange={(documentNumbers) => write({ documentNumbers })}
            error={at}
          />
        </Stack>
      </Fieldset>
      <ActiveSwitch description={t('activeText')} value={draft.active} onChange={(active) => write({ active })} />
    </SettingForm>
  );
}
