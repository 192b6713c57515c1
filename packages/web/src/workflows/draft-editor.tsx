import { Alert, Button, Group, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconUpload } from '@tabler/icons-react';
import type { RequestOf } from '@docket/sdk';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket, problemOf } from '../docket';
import { ConfirmButton } from '../parts/confirm-button';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { lineOf, readJson } from './pointer-lines';
import { draftOf, keepWorkflow, type Workflow } from './workflow-queries';

interface Finding {
  readonly pointer: string;
  readonly message: string;
}

/** The next version as JSON: saved as it is, right or wrong, and published when the server finds nothing against it. */
export function DraftEditor({ value, onPublished }: { readonly value: Workflow; readonly onPublished: () => void }) {
  const { t } = useTranslation('workflows');
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
  const goTo = (line: number): void => showLine(area.current, line);
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
          error={faultLine === null ? undefined : t('editor.notJson', { line: faultLine })}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13, whiteSpace: 'pre' } }}
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
          <Findings findings={findings} text={text} goTo={goTo} />
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

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly text: string;
  readonly goTo: (line: number) => void;
}

/** What stands against the table, each with the line that it is about. */
function Findings({ findings, text, goTo }: FindingsProps) {
  const { t } = useTranslation('workflows');
  const read = readJson(text);
  const lines = 'lines' in read ? read.lines : new Map<string, number>();
  return (
    <Alert
      color="yellow"
      role="status"
      title={t('editor.findings', { count: findings.length })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
        {findings.map(({ pointer, message }) => {
          const line = lineOf(lines, pointer);
          return (
            <li key={`${pointer} ${message}`}>
              <UnstyledButton fz="sm" fw={600} td="underline" onClick={() => goTo(line)}>
                {t('editor.line', { line })}
              </UnstyledButton>{' '}
              <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
                {message}{' '}
                <Text span size="xs" c="dimmed">
                  {pointer}
                </Text>
              </Text>
            </li>
          );
        })}
      </Stack>
    </Alert>
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

function showLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (area.scrollHeight / lines.length) * (line - 4));
}
