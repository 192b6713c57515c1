import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconCircleCheck, IconUpload } from '@tabler/icons-react';
import type { RequestOf } from '@docket/sdk';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket, problemOf } from '../docket';
import { ConfirmButton } from '../parts/confirm-button';
import { type Finding, JSON_LOOK, JsonFindings } from '../parts/json-findings';
import { readJson } from '../parts/pointer-lines';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { draftOf, keepWorkflow, type Workflow } from './workflow-queries';

/** The next version as JSON: saved as it is, right or wrong, and published when the server finds nothing against it. */
export function DraftEditor({ value, onPublished }: { readonly value: Workflow; readonly onPublished: () => void }) {
  const { t } = useTranslation(['workflows', 'shell']);
  const path = { workflow: value.workflow };
  const [text, setText] = useState(() => JSON.stringify(value.draft ?? draftOf(value.tables[0] ?? {}), null, 2));
  const [faultLine, setFaultLine] = useState<number | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const save = useMutation({
    mutationFn: (table: unknown) =>
      docket.call('putWorkflow', { path, body: table as RequestOf<'putWorkflow'>['body'] }),
    onSuccess: keepWorkflow,
  });
  const send = (): void => {
    const read = readJson(text);
    setFaultLine('faultLine' in read ? read.faultLine : null);
    if ('value' in read) save.mutate(read.value);
  };
  const isJson = 'value' in readJson(text);
  const isSaved = JSON.stringify(value.draft) === compact(text);
  const refused = save.error === null ? [] : faultsOf(save.error);
  const findings: readonly Finding[] = refused.length > 0 ? refused : value.findings;
  return (
    <form onSubmit={submitted(send)}>
      <Stack>
        <Text size="sm">{t('editor.text')}</Text>
        <Textarea
          ref={area}
          label={t('editor.table')}
          required
          rows={24}
          spellCheck={false}
          error={faultLine === null ? undefined : t('shell:json.notJson', { line: faultLine })}
          styles={JSON_LOOK}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {refused.length === 0 && <Refused error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" size="xs" loading={save.isPending}>
            {t('editor.save')}
          </Button>
          <ConfirmButton
            label={t('editor.publish')}
            text={t('editor.publishText')}
            icon={<IconUpload size={14} />}
            disabled={!isJson}
            act={async () => {
              // What is published is what one sees.
              if (!isSaved) await save.mutateAsync(tableOf(text));
              await keepWorkflow(await docket.call('publishWorkflow', { path, body: {} }));
              onPublished();
            }}
          />
        </Group>
        {findings.length > 0 ? (
          <JsonFindings findings={findings} text={text} area={() => area.current} />
        ) : (
          value.draft !== null &&
          isSaved && (
            <Alert color="teal" icon={<IconCircleCheck />} role="status">
              {t('editor.fine')}
            </Alert>
          )
        )}
      </Stack>
    </form>
  );
}

/** Faults of the body that the server names by pointers; none where it refused something else. */
function faultsOf(error: Error): readonly Finding[] {
  const problem = problemOf(error);
  if (problem === null) return [];
  if (problem.errors !== undefined) return problem.errors.map(({ pointer, detail }) => ({ pointer, message: detail }));
  return problem.pointer === undefined || problem.in !== 'body'
    ? []
    : [{ pointer: problem.pointer, message: problem.detail }];
}

function tableOf(text: string): unknown {
  const read = readJson(text);
  if ('value' in read) return read.value;
  throw new Error(`line ${read.faultLine} is no JSON`);
}

function compact(text: string): string {
  const read = readJson(text);
  return 'value' in read ? JSON.stringify(read.value) : text;
}
