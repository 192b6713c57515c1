import { Select, Switch, TagsInput } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { CountInput } from '../count-input';
import { fieldProblem } from '../field-problem';
import { storeChoices } from '../setting-choices';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';

type Policy = AnswerOf<'getReturnPolicy'>;

interface PolicyFormProps {
  /** Null: a new one. */
  readonly value: Policy | null;
  readonly onDone: () => void;
}

export const STORE = 'store:';
const NEW: Omit<Policy, 'scope'> = { enabled: true, windowDays: 30, statuses: null };

export function PolicyForm({ value, onDone }: PolicyFormProps) {
  const { t } = useTranslation(['returns', 'setting']);
  const [scope, setScope] = useState('account');
  const { draft, write } = useDraft<Omit<Policy, 'scope'>>(value ?? NEW);
  const stores = useQuery({ ...storeChoices, enabled: useMay('settings.view') });
  const save = useSave(async () => {
    if (value === null) return docket.call('putReturnPolicy', { path: { scope }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeReturnPolicy', { path: { scope: value.scope }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, ['/scope', '/windowDays', '/statuses']);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <Select
          label={t('settings.scope')}
          description={t('settings.scopeText')}
          allowDeselect={false}
          data={[
            { value: 'account', label: t('settings.account') },
            ...(stores.data?.items ?? []).map(({ store, name }) => ({ value: `${STORE}${store}`, label: name })),
          ]}
          value={scope}
          onChange={(chosen) => setScope(chosen ?? 'account')}
          error={isTaken ? t('settings.policyTaken') : at('/scope')}
        />
      )}
      <Switch
        label={t('settings.enabled')}
        description={t('settings.enabledText')}
        checked={draft.enabled}
        onChange={(event) => write({ enabled: event.currentTarget.checked })}
      />
      <CountInput
        label={t('settings.window')}
        description={t('settings.windowText')}
        required
        min={0}
        value={draft.windowDays}
        onChange={(windowDays) => write({ windowDays: windowDays ?? 0 })}
        error={at('/windowDays')}
      />
      <TagsInput
        label={t('settings.statuses')}
        description={t('settings.statusesText')}
        value={draft.statuses ?? []}
        onChange={(statuses) => write({ statuses: statuses.length === 0 ? null : statuses })}
        error={at('/statuses')}
      />
    </SettingForm>
  );
}
