import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../order/section';
import { Listed } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { type Consignment, consignmentEventsQuery } from './consignment-queries';

/** All that happened to it; what happened to its orders by the way stands in their own histories. */
export function ConsignmentHistory({ consignment: { consignmentId, version } }: { readonly consignment: Consignment }) {
  const { t } = useTranslation('consignments');
  const fieldNames = (names: string): string =>
    names
      .split(', ')
      .map((name) => t(name, { defaultValue: name }))
      .join(', ');
  const pages = useInfiniteQuery(consignmentEventsQuery(consignmentId, version));
  return (
    <Section title={t('history')}>
      <Listed pages={pages} rowsOf={({ items }) => items} empty={null}>
        {(rows) => (
          <Stack gap="xs">
            {rows.map(({ version: number, at, actor, reason, summary }) => {
              const { why, fields, ...parameters } = summary.parameters as Readonly<Record<string, string | number>>;
              const words = {
                ...parameters,
                ...(why === undefined ? {} : { why: t(`why.${why}`) }),
                ...(fields === undefined ? {} : { fields: fieldNames(String(fields)) }),
              };
              return (
                <div key={number}>
                  <Text size="sm">
                    {t(`events.${summary.code}`, {
                      ...words,
                      count: Number(parameters['shipments'] ?? 0),
                      defaultValue: summary.text,
                    })}
                  </Text>
                  <Text size="xs" c="dimmed" component="div">
                    <MomentText at={at} /> · {actor}
                    {reason === null || reason === '' ? '' : ` · ${reason}`}
                  </Text>
                </div>
              );
            })}
          </Stack>
        )}
      </Listed>
    </Section>
  );
}
