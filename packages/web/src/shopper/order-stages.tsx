import { Alert, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OwnOrder, OwnTimeline } from './order-source';
import { Part } from './part';
import classes from './order-stages.module.css';

type PartTimeline = NonNullable<OwnTimeline['timelines']>[number];
type Stage = PartTimeline['stages'][number];

/** The five stages, once for each part of the order that travels on its own. */
export function OrderStages({ order, timeline }: { readonly order: OwnOrder; readonly timeline: OwnTimeline }) {
  const { t } = useTranslation('shopper');
  if (timeline.ended !== undefined) {
    return order.cancelledAt === null ? <Alert color="gray">{t('endedUnsent')}</Alert> : null;
  }
  const parts = timeline.timelines ?? [];
  return (
    <Part title={t('stages.title')}>
      <Stack gap="lg">
        {parts.map((part) => (
          <Track key={`${part.channel} ${part.packageId ?? ''}`} part={part} titled={parts.length > 1} />
        ))}
      </Stack>
    </Part>
  );
}

/** The names of the texts of a stage: what the fourth and fifth are called depends on where the goods go. */
const HOME = ['placing', 'paying', 'handling', 'toCarrier', 'travelling'] as const;
const POINT = ['placing', 'paying', 'handling', 'toPickupPoint', 'pickup'] as const;

function Track({ part, titled }: { readonly part: PartTimeline; readonly titled: boolean }) {
  const { t } = useTranslation('shopper');
  const pickup = part.channel === 'pickup-in-point';
  const nameOf = ({ stage, state }: Stage): string => t(`stages.${(pickup ? POINT : HOME)[stage - 1] ?? ''}.${state}`);
  return (
    <div>
      {titled && (
        <Text size="sm" fw={600} mb="xs">
          {t(pickup ? 'delivery.pickup' : 'delivery.delivery')}
          {part.packageId === null ? '' : ` · ${t('parcel', { id: part.packageId })}`}
        </Text>
      )}
      <ol className={classes.track}>
        {part.stages.map((stage) => (
          <li
            key={stage.stage}
            className={classes.stage}
            data-state={stage.state}
            aria-current={stage.state === 'current' ? 'step' : undefined}
          >
            <span className={classes.dot} aria-hidden>
              {stage.state === 'done' ? <IconCheck size={14} stroke={3} /> : stage.stage}
            </span>
            <span className={classes.name}>{nameOf(stage)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
