import { Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Import, isMoving } from './import';

interface Sample {
  readonly at: number;
  readonly rows: number;
}

/** How far an import is, how fast, and how long it will take at the pace of the last half minute. */
export function ImportProgress({ one }: { readonly one: Import }) {
  const { t, i18n } = useTranslation('integration');
  const { allRows, rows, orders, present, rejected } = one.progress;
  const rate = useRate(rows);
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

/** Rows a second over the samples of the last 30 seconds; null until there are two. */
function useRate(rows: number): number | null {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    const at = Date.now();
    setSamples((before) => [...before.filter((one) => one.at > at - 30_000), { at, rows }]);
  }, [rows]);
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at === first.at) return null;
  return (1000 * (last.rows - first.rows)) / (last.at - first.at);
}
