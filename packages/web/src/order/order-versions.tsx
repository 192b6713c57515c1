import { Box, Button, Group, NumberInput, Slider, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { Failed, Waiting } from '../parts/state-of-page';
import { ChangeList } from './change-list';
import { differenceQuery, type Order } from './order-queries';
import { Section } from './section';

interface OrderVersionsProps {
  readonly present: Order;
  readonly shown: number;
  readonly setVersion: (version: number | undefined) => void;
}

/** Takes the page back to any version, and tells what is different between two of them. */
export function OrderVersions({ present, shown, setVersion }: OrderVersionsProps) {
  const { t } = useTranslation('order');
  const last = present.version;
  /** Where the thumb is while it is being drawn. */
  const [drawn, setDrawn] = useState<number | null>(null);
  const thumb = drawn ?? shown;
  const [from, setFrom] = useState<number | null>(null);
  const go = (version: number): void => {
    setDrawn(null);
    setVersion(version >= last ? undefined : version);
  };
  const other = Math.min(from ?? (shown === last ? 1 : last), last);
  return (
    <Section
      title={t('versions.title')}
      aside={
        <Text size="xs" c="dimmed">
          {t('versions.of', { version: thumb, last })}
        </Text>
      }
    >
      <Box px="xs" pb="md">
        <Slider
          min={1}
          max={last}
          step={1}
          value={thumb}
          onChange={setDrawn}
          onChangeEnd={go}
          label={(version) => t('history.version', { version })}
          thumbLabel={t('versions.slider')}
          marks={
            last <= 30
              ? Array.from({ length: last }, (_, place) => ({ value: place + 1 }))
              : [{ value: 1 }, { value: last }]
          }
        />
      </Box>
      <Group gap="xs" align="flex-end">
        <Button size="xs" variant="default" disabled={shown <= 1} onClick={() => go(shown - 1)}>
          {t('versions.earlier')}
        </Button>
        <Button size="xs" variant="default" disabled={shown >= last} onClick={() => go(shown + 1)}>
          {t('versions.later')}
        </Button>
        <NumberInput
          size="xs"
          w={150}
          label={t('versions.compareWith')}
          min={1}
          max={last}
          value={other}
          onChange={(value) => setFrom(typeof value === 'number' && value >= 1 ? value : null)}
        />
      </Group>
      <Difference
        orderId={present.orderId}
        from={Math.min(other, shown)}
        to={Math.max(other, shown)}
        currency={present.currency}
      />
    </Section>
  );
}

interface DifferenceProps {
  readonly orderId: string;
  readonly from: number;
  readonly to: number;
  readonly currency: string;
}

function Difference({ orderId, from, to, currency }: DifferenceProps) {
  const { t, i18n } = useTranslation('order');
  const difference = useQuery(differenceQuery(orderId, from, to));
  if (difference.data === undefined) {
    return difference.error === null ? <Waiting lines={4} /> : <Failed error={difference.error} />;
  }
  const { from: before, to: after, changes } = difference.data;
  return (
    <>
      <Text size="sm">
        {t('versions.difference', {
          from: before.version,
          fromAt: moment(before.at, i18n.language),
          to: after.version,
          toAt: moment(after.at, i18n.language),
        })}
      </Text>
      <ChangeList changes={changes} currency={currency} />
    </>
  );
}
