import { Fieldset, NumberInput, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useMay } from '../../session/session';
import { ActiveSwitch } from '../active-switch';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { KeyInput } from '../key-input';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';
import { FieldsEditor } from './fields-editor';
import { faultOf } from './fields-draft';
import { LabelsInput } from './labels-input';
import { LanguagesInput } from './languages-input';
import { MoveGrid } from './move-grid';
import { ParentsInput } from './parents-input';
import { haveSamePlaces } from './rows';
import { SaveBar } from './save-bar';
import { StatusList } from './status-list';
import { bodyOf, type DocumentType, draftOf, exampleNumber, type TypeBody } from './type-draft';
import { useFindings } from './use-findings';
import { DEFINITION } from './wrong';

interface TypeFormProps {
  /** Its name; null: a new one, which is still to be named. */
  readonly type: string | null;
  readonly value: Omit<DocumentType, 'type'>;
  /** Of the account: those of a type that has no texts yet. */
  readonly languages: readonly string[];
  readonly onSaved: (type: DocumentType) => void;
}

const PLACES = ['type', 'labels', 'numbers', 'parents', 'statuses', 'moves', 'fields', 'most'].map(
  (name) => `/${name}`,
);

/** Everything of a type of document; of one that is there only what somebody changed is sent. */
export function TypeForm({ type, value, languages, onSaved }: TypeFormProps) {
  const { t } = useTranslation(['document-types', 'setting']);
  const mayEdit = useMay('settings.edit');
  const [name, setName] = useState('');
  const { draft, write } = useDraft(() => draftOf(value, languages));
  const [stored, setStored] = useState<TypeBody>(() => bodyOf(draft));
  const [today] = useState(() => new Date().toISOString());
  const save = useSave(async () => {
    const body = bodyOf(draft);
    const changed = changedFields(stored, body);
    const path = { type: type ?? name };
    const answer = await (type === null
      ? docket.call('putDocumentType', { path, body }, ONLY_NEW)
      : changed === null
        ? docket.call('getDocumentType', { path })
        : docket.call('changeDocumentType', { path, body: changed }));
    setStored(body);
    return answer;
  }, onSaved);
  const findings = useFindings(save.error, PLACES);
  const { numbers, most, active } = draft;
  return (
    <Stack gap="xl" {...{ [DEFINITION]: true }}>
      <Fieldset variant="unstyled" disabled={!mayEdit} p={0} m={0}>
        <Stack gap="xl">
          <Stack maw={820}>
            {type === null && (
              <KeyInput
                label={t('code')}
                description={t('codeText')}
                value={name}
                onChange={setName}
                isTaken={findings.isTaken}
                error={findings.at('/type')}
              />
            )}
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <LabelsInput
                label={t('names')}
                description={t('namesText')}
                required
                languages={draft.languages}
                value={draft.labels}
                onChange={(labels) => write({ labels })}
                error={findings.at('/labels')}
              />
              <LanguagesInput value={draft.languages} onChange={(all) => write({ languages: all })} />
              <TextInput
                label={t('numbers')}
                description={t('numbersText', { template: 'WA-{year}-{sequence:5}' })}
                maxLength={100}
                autoComplete="off"
                spellCheck={false}
                value={numbers ?? ''}
                onChange={({ currentTarget: { value: typed } }) => write({ numbers: typed === '' ? null : typed })}
                error={findings.at('/numbers')}
              />
              <Text size="sm" c="dimmed" role="status" style={{ alignSelf: 'end', overflowWrap: 'anywhere' }}>
                {numbers === null
                  ? t('noNumbers', { number: `1480000500001-01-1` })
                  : t('exampleNumber', { number: exampleNumber(numbers, today) })}
              </Text>
              <ParentsInput
                value={draft.parents}
                onChange={(parents) => write({ parents })}
                error={findings.at('/parents')}
              />
              <NumberInput
                label={t('most')}
                description={t('mostText')}
                hideControls
                allowDecimal={false}
                value={most ?? ''}
                onChange={(typed) => write({ most: typed === '' ? null : Number(typed) })}
                error={findings.at('/most')}
              />
            </SimpleGrid>
            <ActiveSwitch description={t('activeText')} value={active} onChange={(on) => write({ active: on })} />
          </Stack>
          <Part title={t('statuses')} text={t('statusesText')}>
            <StatusList
              value={draft.statuses}
              languages={draft.languages}
              findings={findings}
              onChange={(statuses) => {
                // The server named them by their places.
                if (!haveSamePlaces(statuses, draft.statuses)) save.reset();
                write({ statuses });
              }}
            />
          </Part>
          <Part title={t('moves')} text={t('movesText')}>
            <MoveGrid
              statuses={draft.statuses}
              value={draft.moves}
              error={findings.at('/moves')}
              onChange={(moves) => write({ moves })}
            />
          </Part>
        </Stack>
      </Fieldset>
      <Part title={t('fields')} text={t('fieldsText')} isWide>
        <FieldsEditor
          value={draft.fields}
          languages={draft.languages}
          findings={findings.inside('/fields')}
          onChange={(fields) => write({ fields })}
          onLanguages={(all) => write({ languages: all })}
        />
      </Part>
      {mayEdit && (
        <SaveBar
          fault={faultOf(draft.fields)}
          findings={findings}
          isSaving={save.isPending}
          onSave={() => save.mutate()}
        />
      )}
    </Stack>
  );
}

interface PartProps {
  readonly title: string;
  readonly text: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Part({ title, text, isWide = false, children }: PartProps) {
  return (
    <Stack component="section" gap="xs" {...(isWide ? {} : { maw: 820 })}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed" maw={820}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}
