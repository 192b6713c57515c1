import { Alert, Grid, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, JSON_LOOK, JsonFindings } from '../../parts/json-findings';
import { useMay } from '../../session/session';
import { FieldList } from './field-list';
import { FieldPreview } from './field-preview';
import { definitionOf, faultOf, type FieldsDraft, formOf, isFormable, languagesOf, textOf } from './fields-draft';

interface FieldsEditorProps {
  readonly value: FieldsDraft;
  readonly languages: readonly string[];
  /** By pointers into the definition. */
  readonly findings: readonly Finding[];
  readonly onChange: (fields: FieldsDraft) => void;
  /** A text was written in languages that were not among them. */
  readonly onLanguages: (languages: readonly string[]) => void;
}

/** Fields as rows or as the text of their JSON Schema, and beside them the form that they make. */
export function FieldsEditor({ value, languages, findings, onChange, onLanguages }: FieldsEditorProps) {
  const { t } = useTranslation(['document-types', 'shell']);
  const mayEdit = useMay('settings.edit');
  const [isStuck, setStuck] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const fault = faultOf(value);
  const definition = definitionOf(value, languages);
  const shown = fault?.fault !== 'json' && isFormable(definition) ? definition : null;
  const change = (fields: FieldsDraft): void => {
    setStuck(false);
    onChange(fields);
  };
  const look = (view: string): void => {
    if (view === value.view) return;
    // What the other view cannot hold must not get lost on the way.
    if (shown === null || fault !== null) return setStuck(true);
    if (view === 'json') return change(textOf(definition));
    onLanguages([...new Set([...languages, ...languagesOf(shown)])]);
    change(formOf(shown));
  };
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('view')}
        value={value.view}
        onChange={look}
        data={[
          { value: 'form', label: t('viewForm') },
          { value: 'json', label: t('viewJson') },
        ]}
      />
      {isStuck && (
        <Alert color="yellow" role="alert" py="xs">
          <Text size="sm">{t(value.view === 'json' ? 'notFormable' : 'mendFirst')}</Text>
        </Alert>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          {value.view === 'form' ? (
            <FieldList
              value={value.fields}
              languages={languages}
              findings={findings}
              mayEdit={mayEdit}
              onChange={(fields) => change({ ...value, fields })}
            />
          ) : (
            <Stack gap="sm">
              <Textarea
                ref={area}
                label={t('schema')}
                description={t('schemaText')}
                rows={24}
                readOnly={!mayEdit}
                spellCheck={false}
                error={fault?.fault === 'json' ? t('shell:json.notJson', { line: fault.line }) : undefined}
                styles={JSON_LOOK}
                value={value.text}
                onChange={({ currentTarget }) => change({ view: 'json', text: currentTarget.value })}
              />
              {findings.length > 0 && <JsonFindings findings={findings} text={value.text} area={() => area.current} />}
            </Stack>
          )}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <FieldPreview schema={shown} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
