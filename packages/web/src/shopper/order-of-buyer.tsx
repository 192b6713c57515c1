import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconLinkOff, IconPackageOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../docket';
import { day } from '../format/moments';
import { Empty, Failed, Waiting } from '../parts/state-of-page';
import { addressLines } from './address-lines';
import { CancelRequest } from './cancel-request';
import { OrderLines } from './order-lines';
import { OrderMoney } from './order-money';
import { OrderParcels } from './order-parcels';
import type { OrderSource, OwnOrder } from './order-source';
import { OrderStages } from './order-stages';
import { OwnEdits } from './own-edits';
import { OtherOrder } from './other-order';
import { OwnReturns } from './own-returns';
import { Part } from './part';
import { StageBadge } from './stage-badge';

/** An order as its buyer sees it: how far it is, what is in it, where it goes, what it costs. */
export function OrderOfBuyer({ source }: { readonly source: OrderSource }) {
  const { t, i18n } = useTranslation('shopper');
  const order = useQuery({ queryKey: [...source.key, 'order'], queryFn: () => source.read() });
  const timeline = useQuery({ queryKey: [...source.key, 'timeline'], queryFn: () => source.timeline() });
  useDocumentTitle(order.data === undefined ? t('yourOrder') : `${t('yourOrder')} ${order.data.orderId}`);
  if (order.isPending || timeline.isPending) return <Waiting lines={5} height={110} />;
  if (order.isError) return <Unreachable error={order.error} onRetry={() => void order.refetch()} />;
  if (timeline.isError) return <Unreachable error={timeline.error} onRetry={() => void timeline.refetch()} />;
  const { data } = order;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="start">
        <Stack gap={2}>
          <Title order={1} size="h2">
            {t('orderOf', { day: day(data.createdAt, i18n.language) })}
          </Title>
          <Text size="sm" c="dimmed">
            {t('number', { number: data.orderId })}
          </Text>
          {data.exchangedOrderId !== null && (
            <OtherOrder
              text={t('returns.inExchangeFor', { order: data.exchangedOrderId })}
              orderId={data.exchangedOrderId}
              source={source}
            />
          )}
        </Stack>
        <StageBadge stage={data.stage} />
      </Group>
      <CancelledNote order={data} />
      <OwnEdits order={data} source={source} />
      <OrderStages order={data} timeline={timeline.data} />
      <OrderParcels order={data} />
      <Deliveries order={data} />
      <OrderLines order={data} />
      <OrderMoney order={data} />
      <OwnReturns order={data} source={source} />
      <CancelRequest order={data} source={source} />
    </Stack>
  );
}

function Unreachable({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('shopper');
  const code = problemOf(error)?.code;
  if (code === 'guest_link_invalid') {
    return <Empty icon={<IconLinkOff />} title={t('link.endedTitle')} text={t('link.ended')} />;
  }
  if (code === 'order_not_found') {
    return <Empty icon={<IconPackageOff />} title={t('missing.title')} text={t('missing.text')} />;
  }
  if (code === 'session_ended') {
    return (
      <Empty
        icon={<IconLinkOff />}
        title={t('ended.title')}
        text={t('ended.text')}
        action={<Button onClick={() => window.location.reload()}>{t('ended.again')}</Button>}
      />
    );
  }
  return <Failed error={error} onRetry={onRetry} />;
}

function CancelledNote({ order }: { readonly order: OwnOrder }) {
  const { t, i18n } = useTranslation('shopper');
  const { cancelledAt, cancellationRequests } = order;
  if (cancelledAt !== null) {
    return <Alert color="gray">{t('cancel.cancelled', { day: day(cancelledAt, i18n.language) })}</Alert>;
  }
  const last = cancellationRequests.at(-1);
  if (last?.outcome === 'open') {
    return (
      <Alert color="yellow" title={t('cancel.openTitle')} role="status">
        {t('cancel.open', { day: day(last.at, i18n.language) })}
      </Alert>
    );
  }
  if (last?.outcome === 'denied') return <Alert color="gray">{t('cancel.denied')}</Alert>;
  return null;
}

function Deliveries({ order }: { readonly order: OwnOrder }) {
  const { t, i18n } = useTranslation('shopper');
  if (order.deliveries.length === 0) return null;
  return (
    <Part title={t('delivery.title')}>
      <Stack gap="sm">
        {order.deliveries.map(({ id, type, method, pickupPoint, promisedAt, address }) => (
          <Stack key={id} gap={0}>
            <Text fw={600}>
              {t(`delivery.${type}`)}
              {method === null ? '' : ` · ${method}`}
            </Text>
            {pickupPoint !== null && <Text size="sm">{pickupPoint}</Text>}
            {address !== null && (
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {addressLines(address).join('\n')}
              </Text>
            )}
            {promisedAt !== null && (
              <Text size="sm" c="dimmed">
                {t('delivery.promised', { day: day(promisedAt, i18n.language) })}
              </Text>
            )}
          </Stack>
        ))}
      </Stack>
    </Part>
  );
}
