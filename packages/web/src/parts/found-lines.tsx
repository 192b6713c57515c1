import { Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface FoundLinesProps<Line> {
  readonly lines: readonly Line[];
  /** What a line is found by: its SKU and name. */
  readonly textOf: (line: Line) => string;
  readonly children: (lines: readonly Line[]) => ReactNode;
}

/** Lines drawn at once; a field for each of 5,000 would take the page seconds. */
const SHOWN = 100;
/** As many as the eye finds by itself. */
const FEW = 10;

/** The first lines of many, and a field that finds the others. */
export function FoundLines<Line>({ lines, textOf, children }: FoundLinesProps<Line>) {
  const { t } = useTranslation('shell');
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const found = wanted === '' ? lines : lines.filter((line) => textOf(line).toLowerCase().includes(wanted));
  return (
    <>
      {lines.length > FEW && (
        <TextInput
          type="search"
          size="xs"
          label={t('lines.find')}
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
          // in a dialog it would send the form
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
      {children(found.slice(0, SHOWN))}
      {found.length > SHOWN && <Text size="sm">{t('lines.more', { count: found.length - SHOWN })}</Text>}
      {found.length === 0 && lines.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('lines.none')}
        </Text>
      )}
    </>
  );
}
