import { Anchor, Badge, Divider, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { day, moment } from '../format/moments';
import type { OwnOrder } from './order-source';
import { Part } from './part';

type Parcel = OwnOrder['packages'][number];

/** The packages that have left, with what is in them and what the carrier reported. */
export function OrderParcels({ order }: { readonly order: OwnOrder }) {
  const { t } = useTranslation('shopper');
  if (order.packages.length === 0) return null;
  return (
    <Part title={t('parcels.title')}>
      <Stack gap="md">
        {order.packages.map((parcel, place) => (
          <Stack key={parcel.id} gap="md">
            {place > 0 && <Divider />}
            <ParcelView parcel={parcel} order={order} />
          </Stack>
        ))}
      </Stack>
    </Part>
  );
}

function ParcelView({ parcel, order }: { readonly parcel: Parcel; readonly order: OwnOrder }) {
  const { t, i18n } = useTranslation('shopper');
  const names = new Map(order.lines.map(({ id, name }) => [id, name]));
  const delivered = parcel.status === 'delivered';
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600}>
          {t('parcel', { id: parcel.id })}
          {parcel.carrier === null ? '' : ` · ${parcel.carrier}`}
        </Text>
        <Badge tt="none" variant="light" color={delivered ? 'teal' : 'blue'} c="var(--mantine-color-text)">
          {t(`parcels.${parcel.status}`)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {delivered && parcel.deliveredAt !== null
          ? t('parcels.deliveredOn', { day: day(parcel.deliveredAt, i18n.language) })
          : t('parcels.sentOn', { day: day(parcel.sentAt, i18n.language) })}
      </Text>
      {parcel.items.length > 0 && (
        <Text size="sm">
          {parcel.items.map(({ lineId, quantity }) => `${quantity} × ${names.get(lineId) ?? lineId}`).join(', ')}
        </Text>
      )}
      <TrackingNumber parcel={parcel} />
      {parcel.tracking.length > 0 && (
        <Stack component="ol" gap={4} m={0} pl="md" aria-label={t('parcels.reports')}>
          {[...parcel.tracking].reverse().map(({ at, city, state, description }) => (
            <Text component="li" size="sm" key={`${at} ${description ?? ''}`}>
              {moment(at, i18n.language)}
              {[description, city, state].map((word) => (word === null ? '' : ` · ${word}`)).join('')}
            </Text>
          ))}
        </Stack>
      )}
    </Stack>
  );
}

function TrackingNumber({ parcel: { trackingNumber, trackingUrl } }: { readonly parcel: Parcel }) {
  const { t } = useTranslation('shopper');
  if (trackingNumber === null && trackingUrl === null) return null;
  // An address that a carrier's data brought must be one of the web: nothing else may run from here.
  const follow = trackingUrl !== null && /^https?:\/\//i.test(trackingUrl) ? trackingUrl : null;
  return (
    <Group gap="md">
      {trackingNumber !== null && <Text size="sm">{t('parcels.number', { number: trackingNumber })}</Text>}
      {follow !== null && (
        <Anchor href={follow} target="_blank" rel="noreferrer" size="sm">
          {t('parcels.follow')} <IconExternalLink size={14} aria-hidden style={{ verticalAlign: '-2px' }} />
        </Anchor>
      )}
    </Group>
  );
}
