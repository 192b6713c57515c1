import { Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Import, isMoving } from './import';

interface Sample {
  readonly at: number;
  readonly rows: number;
}

/** How far an import is, how fast, and how long it will take at the pace since the page was opened. */
export function ImportProgress({ one, answeredAt }: { readonly one: Import; readonly answeredAt: number }) {
  const { t, i18n } = useTranslation('integration');
  const { allRows, rows, orders, present, rejected } = one.progress;
  const rate = useRate(rows, answeredAt);
  const share = allRows === 0 ? 0 : Math.min(100, (100 * rows) / allRows);
  const moving = isMoving(one);
  const number = (value: number): string => value.toLocaleString(i18n.language, { maximumFractionDigits: 0 });
  if (one.state === 'uploading') return null;
  return (
    <Stack gap={6}>
      <Progress value={share} size="lg" animated={moving} aria-label={t('imports.progress')} />
      <Group justify="space-between" mih={22}>
        <Text size="sm">{t('imports.rows', { rows: number(rows), all: number(allRows) })}</Text>
        {moving && (
          <Text size="sm" c="dimmed">
            {rate === null || rate === 0
              ? t('imports.measuring')
              : t('imports.rate', { rate: number(rate), time: minutes((allRows - rows) / rate) })}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('imports.became', { orders: number(orders), present: number(present), rejected: number(rejected) })}
      </Text>
    </Stack>
  );
}

/** Seconds as `1:05`. */
function minutes(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Rows a second between the first sight of a moving import and its last answer; null until there are two. */
function useRate(rows: number, answeredAt: number): number | null {
  const [first] = useState<Sample>({ at: answeredAt, rows });
  return answeredAt === first.at ? null : (1000 * (rows - first.rows)) / (answeredAt - first.at);
}
