import { Stack, Text, Timeline } from '@mantine/core';
import { IconCheck, IconCircleDot } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failed, Waiting } from '../parts/state-of-page';
import { type Order, timelineQuery } from './order-queries';
import { Section } from './section';

/** What the shopper is shown: five stages for each part that travels on its own. */
export function ShopperTimeline({ order }: { readonly order: Order }) {
  const { t } = useTranslation('order');
  const timeline = useQuery(timelineQuery(order.orderId, order.version));
  return (
    <Section title={t('timeline.title')}>
      {timeline.data === undefined ? (
        timeline.error === null ? (
          <Waiting lines={5} height={26} />
        ) : (
          <Failed error={timeline.error} />
        )
      ) : (
        <Stack gap="lg">
          {timeline.data.ended !== undefined && (
            <Text size="sm">{t('timeline.ended', { how: timeline.data.ended })}</Text>
          )}
          {timeline.data.timelines?.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('timeline.nothing')}
            </Text>
          )}
          {timeline.data.timelines?.map(({ channel, packageId, stages }) => (
            <div key={`${channel} ${packageId ?? ''}`}>
              <Text size="xs" c="dimmed" mb="xs">
                {channel === 'delivery' ? t('timeline.delivery') : t('timeline.pickup')}
                {packageId !== null && ` · ${t('packages.package', { id: packageId })}`}
              </Text>
              <Timeline
                active={stages.filter(({ state }) => state !== 'next').length - 1}
                bulletSize={20}
                lineWidth={2}
              >
                {stages.map(({ stage, trigger, label, state }) => (
                  <Timeline.Item
                    key={stage}
                    lineVariant={state === 'done' ? 'solid' : 'dashed'}
                    bullet={
                      state === 'done' ? (
                        <IconCheck size={12} />
                      ) : state === 'current' ? (
                        <IconCircleDot size={12} />
                      ) : null
                    }
                  >
                    <Text
                      size="sm"
                      lh="20px"
                      fw={state === 'current' ? 600 : undefined}
                      c={state === 'next' ? 'dimmed' : 'inherit'}
                    >
                      {t(`timeline.stage.${nameOf(trigger)}`, { defaultValue: label })}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {t(`timeline.state.${state}`)}
                    </Text>
                  </Timeline.Item>
                ))}
              </Timeline>
            </div>
          ))}
        </Stack>
      )}
    </Section>
  );
}

/** `order.progress.confirmOrder` is `confirmOrder` among our texts. */
const nameOf = (trigger: string): string => trigger.slice(trigger.lastIndexOf('.') + 1);
