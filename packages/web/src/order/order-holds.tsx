import { Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { type Hold, useParts } from '../holds/hold-part';
import { useHoldTypeName } from '../holds/hold-type';
import { ActionDrawer } from './actions/action-drawer';
import { useActorNames } from '../settings/history/actor-names';
import type { Order } from './order-queries';
import { Section } from './section';

/** What holds the order up, who put it there and what it takes to let it go; below, what did before. */
export function OrderHolds({ order }: { readonly order: Order }) {
  const { t } = useTranslation('holds');
  const [releasing, setReleasing] = useState<string | null>(null);
  const [earlier, { toggle }] = useDisclosure(false);
  const open = order.holds.filter(({ released }) => released === null);
  const released = order.holds.filter((hold) => hold.released !== null);
  if (order.holds.length === 0) return null;
  return (
    <Section title={t('section')}>
      {open.length === 0 && <Text size="sm">{t('none')}</Text>}
      {open.map((hold) => (
        <Group key={hold.id} justify="space-between" align="flex-start" wrap="nowrap">
          <HoldText order={order} hold={hold} />
          {hold.mayRelease && (
            <Button
              size="xs"
              variant="light"
              aria-label={t('releaseOne', { id: hold.id })}
              onClick={() => setReleasing(hold.id)}
            >
              {t('release')}
            </Button>
          )}
        </Group>
      ))}
      <WaitingTimers order={order} />
      {released.length > 0 && (
        <div>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-expanded={earlier}
            leftSection={earlier ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
            onClick={toggle}
          >
            {t('earlier', { count: released.length })}
          </Button>
          <Collapse expanded={earlier}>
            <Stack gap="xs" mt="xs">
              {released.map((hold) => (
                <HoldText key={hold.id} order={order} hold={hold} />
              ))}
            </Stack>
          </Collapse>
        </div>
      )}
      <ActionDrawer
        order={order}
        command={releasing === null ? null : 'release_hold'}
        typed={{ holdId: releasing ?? undefined }}
        onClose={() => setReleasing(null)}
      />
    </Section>
  );
}

function HoldText({ order, hold }: { readonly order: Order; readonly hold: Hold }) {
  const { t, i18n } = useTranslation('holds');
  const nameOf = useHoldTypeName();
  const partOf = useParts(order);
  const nameOfActor = useActorNames();
  const at = (instant: string): string => moment(instant, i18n.language);
  const { on, blocks, reason, releaseAt, releaseBy, released, placedAt, placedBy } = hold;
  return (
    <Stack gap={2} style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={500}>
        {nameOf(hold.holdType)} · {partOf(on)}
      </Text>
      <Text size="sm">{t('blocksGroups', { groups: blocks.map((group) => t(`group.${group}`)).join(', ') })}</Text>
      {reason !== null && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {reason}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('placed', { by: nameOfActor(placedBy), at: at(placedAt) })}
        {released === null && ` · ${releaseAt === null ? t('untilReleased') : t('until', { at: at(releaseAt) })}`}
        {released === null && releaseBy !== null && ` · ${t('releasedBy', { who: releaseBy })}`}
      </Text>
      {released !== null && (
        <Text size="xs" c="dimmed">
          {released.how === 'by_time'
            ? t('ended', { at: at(released.at) })
            : t('wasReleased', { by: nameOfActor(released.by), at: at(released.at) })}
          {released.reason !== null && `: ${released.reason}`}
        </Text>
      )}
    </Stack>
  );
}

/** Windows and deadlines do not run out while a hold blocks what they would do. */
function WaitingTimers({ order }: { readonly order: Order }) {
  const { t, i18n } = useTranslation('holds');
  return order.heldTimers.map(({ name, due }) => (
    <Text key={name} size="xs" c="dimmed">
      {t('timerWaits', {
        timer: t(`timer.${name}`, { defaultValue: name.replaceAll('_', ' ') }),
        due: moment(due, i18n.language),
      })}
    </Text>
  ));
}
