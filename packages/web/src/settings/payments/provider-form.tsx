import { MultiSelect, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ActiveSwitch } from '../active-switch';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { KeyInput } from '../key-input';
import { NameInput } from '../name-input';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';
import { ADAPTERS, type PaymentProvider } from './provider';

interface ProviderFormProps {
  /** Null: a new one. */
  readonly value: PaymentProvider | null;
  readonly onDone: (provider: PaymentProvider) => void;
}

type Draft = Omit<PaymentProvider, 'provider'>;

const NEW: Draft = { name: '', adapter: 'stripe', active: true, url: null, behaviours: [] };
const FIELDS = ['/provider', '/name', '/adapter', '/url', '/behaviours'];
const BEHAVIOURS = [
  'approve_at_once',
  'decline_begin',
  'decline_capture',
  'decline_refund',
  'answer_late',
  'lose_answers',
  'events_twice',
  'events_backwards',
  'no_events',
] as const;

/** Who a provider is. Its secrets are written elsewhere: nothing here ever shows one. */
export function ProviderForm({ value, onDone }: ProviderFormProps) {
  const { t } = useTranslation(['payments', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<Draft>(value ?? NEW);
  const save = useSave(async () => {
    if (value === null) return docket.call('putPaymentProvider', { path: { provider: key }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changePaymentProvider', { path: { provider: value.provider }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, FIELDS);
  const losesKeys = value !== null && (draft.adapter !== value.adapter || draft.url !== value.url);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('providers.idText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/provider')}
        />
      )}
      <NameInput value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <Select
        label={t('providers.kind')}
        description={t(`providers.kindText.${draft.adapter}`)}
        allowDeselect={false}
        value={draft.adapter}
        // Address and misbehaviour are of the sandbox alone.
        onChange={(adapter) => {
          if (adapter !== null) write({ adapter, url: null, behaviours: [] });
        }}
        data={ADAPTERS.map((one) => ({ value: one, label: t(`providers.kinds.${one}`) }))}
        error={at('/adapter')}
      />
      {draft.adapter === 'sandbox' && (
        <>
          <TextInput
            label={t('providers.url')}
            description={t('providers.urlText')}
            required
            maxLength={500}
            placeholder="http://127.0.0.1:4010"
            value={draft.url ?? ''}
            onChange={({ currentTarget: { value: url } }) => write({ url: url.trim() === '' ? null : url.trim() })}
            error={at('/url')}
          />
          <MultiSelect
            label={t('providers.behaviours')}
            description={t('providers.behavioursText')}
            value={draft.behaviours}
            onChange={(behaviours) => write({ behaviours })}
            data={BEHAVIOURS.map((one) => ({ value: one, label: t(`providers.behaviour.${one}`) }))}
            error={at('/behaviours')}
          />
        </>
      )}
      {losesKeys && (
        <Text size="sm" c="var(--mantine-color-error)">
          {t('providers.losesKeys')}
        </Text>
      )}
      <ActiveSwitch
        description={t('providers.activeText')}
        value={draft.active}
        onChange={(active) => write({ active })}
      />
    </SettingForm>
  );
}
