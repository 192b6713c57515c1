import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { RequestOf } from '@docket/sdk';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldsSchema } from '../../documents/field-schema';
import { docket } from '../../docket';
import { notify } from '../../parts/notify';
import { SideDrawer } from '../../parts/side-drawer';
import { useMay } from '../../session/session';
import { ChangesList } from '../history/changes-list';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';
import { FieldsEditor } from './fields-editor';
import { definitionOf, faultOf, type FieldsDraft, formOf, languagesOf } from './fields-draft';
import { LanguagesInput } from './languages-input';
import { SaveBar } from './save-bar';
import type { Target } from './targets';
import { useFindings } from './use-findings';
import { DEFINITION } from './wrong';

interface TargetFieldsFormProps {
  readonly target: Target;
  readonly value: FieldsSchema;
  /** Of the account: those of fields that have no texts yet. */
  readonly languages: readonly string[];
}

interface Draft {
  readonly fields: FieldsDraft;
  readonly languages: readonly string[];
}

type FieldsBody = RequestOf<'putCustomFields'>['body'];

/** The fields of one target, saved together. */
export function TargetFieldsForm({ target, value, languages: ofAccount }: TargetFieldsFormProps) {
  const { t } = useTranslation(['document-types', 'setting']);
  const mayEdit = useMay('settings.edit');
  const { draft, write } = useDraft<Draft>(() => {
    const spoken = [...new Set(languagesOf(value))];
    return { fields: formOf(value), languages: spoken.length === 0 ? ofAccount : spoken };
  });
  const { fields, languages } = draft;
  const save = useSave(
    () =>
      docket.call('putCustomFields', {
        path: { target },
        // An object, as far as the client can say.
        body: { fields: definitionOf(fields, languages) as FieldsBody['fields'] },
      }),
    () => notify({ color: 'green', message: t('setting:saved') }),
  );
  const findings = useFindings(save.error, ['/fields']);
  return (
    <Stack {...{ [DEFINITION]: true }}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={820}>
          {t(`targetText.${target}`)}
        </Text>
        <TargetHistory target={target} />
      </Group>
      <Fieldset variant="unstyled" disabled={!mayEdit} maw={400} p={0} m={0}>
        <LanguagesInput value={languages} onChange={(all) => write({ languages: all })} />
      </Fieldset>
      <FieldsEditor
        value={fields}
        languages={languages}
        findings={findings.inside('/fields')}
        onChange={(written) => write({ fields: written })}
        onLanguages={(all) => write({ languages: all })}
      />
      {mayEdit && (
        <SaveBar fault={faultOf(fields)} findings={findings} isSaving={save.isPending} onSave={() => save.mutate()} />
      )}
    </Stack>
  );
}

function TargetHistory({ target }: { readonly target: Target }) {
  const { t } = useTranslation(['document-types', 'setting']);
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconHistory size={14} />} onClick={open}>
        {t('setting:history.title')}
      </Button>
      <SideDrawer opened={isOpen} onClose={close} title={`${t('setting:history.title')}: ${t(`target.${target}`)}`}>
        <ChangesList
          isOfMany={false}
          under={['settings', 'custom-fields', target]}
          page={(query) => docket.call('listCustomFieldsChanges', { path: { target }, query })}
        />
      </SideDrawer>
    </>
  );
}
