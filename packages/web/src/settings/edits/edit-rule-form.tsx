import { MultiSelect, SegmentedControl, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { fieldProblem } from '../field-problem';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';
import type { EditRule } from './edit-rules-page';

interface EditRuleFormProps {
  readonly value: EditRule;
  /** All that there are. */
  readonly stages: EditRule['stages'];
  readonly onDone: () => void;
}

/** At which stages a kind of change may be made, and at which the buyer is asked first. */
export function EditRuleForm({ value, stages, onDone }: EditRuleFormProps) {
  const { t } = useTranslation('drafts');
  const { draft, write } = useDraft<EditRule>(value);
  const save = useSave(
    () =>
      docket.call('putEditRule', {
        path: { change: value.change },
        body: { stages: draft.stages, consent: draft.consent },
      }),
    onDone,
  );
  const { at, rest } = fieldProblem(save.error, ['/stages', '/consent/stages']);
  const { consent } = draft;
  const choices = stages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }));
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      <MultiSelect
        label={t('rules.stages')}
        description={t('rules.stagesText')}
        data={choices}
        value={draft.stages}
        onChange={(chosen) => write({ stages: chosen })}
        error={at('/stages')}
      />
      <Switch
        label={t('rules.consent')}
        description={t('rules.consentText')}
        checked={consent !== null}
        onChange={({ currentTarget: { checked } }) =>
          write({ consent: checked ? { stages: draft.stages, when: 'always' } : null })
        }
      />
      {consent !== null && (
        <Stack gap="sm">
          <SegmentedControl
            aria-label={t('rules.when')}
            data={(['always', 'dearer'] as const).map((when) => ({ value: when, label: t(`rules.whenIt.${when}`) }))}
            value={consent.when}
            onChange={(when) => write({ consent: { ...consent, when } })}
          />
          <MultiSelect
            label={t('rules.consentStages')}
            data={choices}
            value={consent.stages}
            onChange={(chosen) => write({ consent: { ...consent, stages: chosen } })}
            error={at('/consent/stages')}
          />
        </Stack>
      )}
    </SettingForm>
  );
}
