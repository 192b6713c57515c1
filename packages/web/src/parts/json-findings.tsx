import { Alert, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lineOf, readJson } from './pointer-lines';

/** Something that stands against a text of JSON, and where. */
export interface Finding {
  readonly pointer: string;
  readonly message: string;
}

interface JsonFindingsProps {
  readonly findings: readonly Finding[];
  readonly text: string;
  /** The field that the text stands in. */
  readonly area: () => HTMLTextAreaElement | null;
}

/** What stands against the text, each with the line that it is about. */
export function JsonFindings({ findings, text, area }: JsonFindingsProps) {
  const { t } = useTranslation('shell');
  const read = readJson(text);
  const lines = 'lines' in read ? read.lines : new Map<string, number>();
  return (
    <Alert
      color="yellow"
      role="status"
      title={t('json.findings', { count: findings.length })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
        {findings.map(({ pointer, message }) => {
          const line = lineOf(lines, pointer);
          return (
            <li key={`${pointer} ${message}`}>
              <UnstyledButton fz="sm" fw={600} td="underline" onClick={() => showLine(area(), line)}>
                {t('json.line', { line })}
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

/** How a text of JSON looks while it is written. */
export const JSON_LOOK = {
  input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13, whiteSpace: 'pre' },
} as const;

function showLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (area.scrollHeight / lines.length) * (line - 4));
}
