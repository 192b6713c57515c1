import { Anchor, Stack, Text } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../../format/moments';

export type SettingsChange = AnswerOf<'listSettingsChanges'>['items'][number];

/** As many as are told at once: what comes into being has many. */
const FEW = 4;

/** Fields that differ, each with its values before and after, as far as the history keeps them. */
export function ChangedValues({ change: { fields, before, after, action } }: { readonly change: SettingsChange }) {
  const { t } = useTranslation('setting');
  const written = useWritten();
  const [all, setAll] = useState(false);
  const told = all ? fields : fields.slice(0, FEW);
  const values = (field: string): string => {
    const was = before?.[field];
    const is = after?.[field];
    if (was === undefined && is === undefined) return t('history.notKept');
    if (action === 'created') return written(field, is);
    return action === 'removed' ? written(field, was) : `${written(field, was)} → ${written(field, is)}`;
  };
  return (
    <Stack gap={2} align="flex-start">
      {told.map((field) => (
        <Text key={field} size="sm" style={{ overflowWrap: 'anywhere' }} lineClamp={all ? 40 : 3}>
          <Text span c="dimmed" size="sm">
            {t(`field.${field}`, { defaultValue: spaced(field) })}:
          </Text>{' '}
          {values(field)}
        </Text>
      ))}
      {fields.length > FEW && (
        <Anchor component="button" type="button" size="xs" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('history.fewer') : t('history.andMore', { count: fields.length - FEW })}
        </Anchor>
      )}
    </Stack>
  );
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A value in the reader's language. */
function useWritten(): (field: string, value: unknown) => string {
  const { t, i18n } = useTranslation('setting');
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') {
      const number = field === 'priceMicros' ? value / 1e6 : value;
      return number.toLocaleString(i18n.language, { maximumFractionDigits: 6 });
    }
    if (typeof value === 'string') return INSTANT.test(value) ? moment(value, i18n.language) : value;
    if (!Array.isArray(value)) return JSON.stringify(value);
    return value.length === 0
      ? '–'
      : value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ');
  };
}

const spaced = (field: string): string => field.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
