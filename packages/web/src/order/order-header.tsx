import { Badge, Group, Paper, SimpleGrid, Text, Tooltip } from '@mantine/core';
import { IconAlarm, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HoldBadge } from '../holds/hold-badge';
import { ago, day, moment } from '../format/moments';
import { useMoney } from './shown-money';
import type { Order } from './order-queries';

/** Where the order stands, in the words of its workflow. */
export function OrderStatus({ order }: { readonly order: Order }) {
  const { t } = useTranslation('order');
  return (
    <Group gap="xs">
      {order.deletedAt !== null && (
        <Badge color="red" leftSection={<IconTrash size={12} />}>
          {t('header.deleted')}
        </Badge>
      )}
      <HoldBadge holds={order.holds} />
      <Lateness order={order} />
      <Badge size="lg" variant="light" tt="none" color={order.cancellation === null ? 'ink' : 'gray'}>
        {order.statusLabel}
      </Badge>
    </Group>
  );
}

/** Late is what is due by the server's own deadline and still open: it takes the deadline away when it is met. */
function Lateness({ order }: { readonly order: Order }) {
  const { t, i18n } = useTranslation('order');
  // The page is drawn anew whenever the order is; minutes do not matter here.
  const [opened] = useState(() => Date.now());
  if (order.dueAt === null) return null;
  const now = order.asOf === undefined ? opened : Date.parse(order.asOf.at);
  const late = Date.parse(order.dueAt) < now;
  return (
    <Tooltip label={moment(order.dueAt, i18n.language)}>
      <Badge
        color={late ? 'red' : 'gray'}
        variant={late ? 'filled' : 'light'}
        tt="none"
        leftSection={<IconAlarm size={12} />}
      >
        {t(late ? 'header.late' : 'header.due', { when: ago(order.dueAt, now, i18n.language) })}
      </Badge>
    </Tooltip>
  );
}

/** What one asks first about an order. */
export function OrderHeader({ order }: { readonly order: Order }) {
  const { t, i18n } = useTranslation('order');
  const shown = useMoney(order.currency);
  const figures: readonly (readonly [string, string])[] = [
    [t('header.total'), shown(order.totals?.total)],
    [t('header.amountDue'), shown(order.amountDue)],
    [t('header.stage'), t(`stage.${order.stage}`)],
    [t('header.payment'), t(`paymentState.${order.paymentState}`)],
    [t('header.shipping'), t(`shippingState.${order.shippingState}`)],
    [t('header.placed'), day(order.createdAt, i18n.language)],
    [t('header.where'), `${order.store} · ${order.channel}`],
    [t('header.origin'), order.origin],
  ];
  return (
    <Paper withBorder radius="md" p="md">
      <SimpleGrid cols={{ base: 2, xs: 3, sm: 4, xl: 8 }} spacing="md" verticalSpacing="sm" component="dl" m={0}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <Text component="dt" size="xs" c="dimmed">
              {name}
            </Text>
            <Text component="dd" m={0} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
