import { Select, Switch } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ActiveSwitch } from '../active-switch';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { LabelsInput } from '../documents/labels-input';
import { useAccountLanguages } from '../documents/use-account-languages';
import { fieldProblem } from '../field-problem';
import { KeyInput } from '../key-input';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';

type Reason = AnswerOf<'getReturnReason'>;

interface ReasonFormProps {
  /** Null: a new one. */
  readonly value: Reason | null;
  readonly onDone: () => void;
}

const NEW: Omit<Reason, 'reason'> = { use: 'request', labels: {}, commentNeeded: false, active: true };

export function ReasonForm({ value, onDone }: ReasonFormProps) {
  const { t } = useTranslation(['returns', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<Omit<Reason, 'reason'>>(value ?? NEW);
  const languages = useAccountLanguages() ?? [];
  const save = useSave(async () => {
    if (value === null) return docket.call('putReturnReason', { path: { reason: key }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeReturnReason', { path: { reason: value.reason }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, ['/reason', '/labels', '/use']);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('settings.reasonIdText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/reason')}
        />
      )}
      <LabelsInput
        label={t('settings.labels')}
        required
        languages={[...new Set([...languages, ...Object.keys(draft.labels)])]}
        value={draft.labels}
        onChange={(labels) => write({ labels })}
        error={at('/labels')}
      />
      <Select
        label={t('settings.use')}
        allowDeselect={false}
        data={(['request', 'rejection'] as const).map((use) => ({ value: use, label: t(`settings.uses.${use}`) }))}
        value={draft.use}
        onChange={(use) => {
          if (use !== null) write({ use: use });
        }}
        error={at('/use')}
      />
      <Switch
        label={t('settings.commentNeeded')}
        description={t('settings.commentNeededText')}
        checked={draft.commentNeeded}
        onChange={(event) => write({ commentNeeded: event.currentTarget.checked })}
      />
      <ActiveSwitch
        description={t('settings.reasonActive')}
        value={draft.active}
        onChange={(active) => write({ active })}
      />
    </SettingForm>
  );
}
