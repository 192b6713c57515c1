import { TextInput } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
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

type Carrier = AnswerOf<'getCarrier'>;

interface CarrierFormProps {
  /** Null: a new one. */
  readonly value: Carrier | null;
  readonly onDone: () => void;
}

const NEW: Omit<Carrier, 'code'> = { name: '', trackingUrl: null, active: true };

export function CarrierForm({ value, onDone }: CarrierFormProps) {
  const { t } = useTranslation(['shipments', 'setting']);
  const [code, setCode] = useState('');
  const { draft, write } = useDraft<Omit<Carrier, 'code'>>(value ?? NEW);
  const save = useSave(async () => {
    if (value === null) return docket.call('putCarrier', { path: { code }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeCarrier', { path: { code: value.code }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, ['/code', '/name', '/trackingUrl']);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('settings.idText')}
          value={code}
          onChange={setCode}
          isTaken={isTaken}
          error={at('/code')}
        />
      )}
      <NameInput value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <TextInput
        label={t('settings.followed')}
        description={t('settings.followedText')}
        placeholder="https://"
        maxLength={1_000}
        value={draft.trackingUrl ?? ''}
        onChange={(event) =>
          write({ trackingUrl: event.currentTarget.value === '' ? null : event.currentTarget.value })
        }
        error={at('/trackingUrl')}
      />
      <ActiveSwitch
        description={t('settings.carrierActive')}
        value={draft.active}
        onChange={(active) => write({ active })}
      />
    </SettingForm>
  );
}
