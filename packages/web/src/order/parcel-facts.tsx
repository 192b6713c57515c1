import { Anchor, Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import type { Order } from './order-queries';

interface ParcelProps {
  /** One that left the house, or one that brings goods back. */
  readonly parcel: Order['packages'][number] | Order['returnInvoices'][number];
}

/** Who carries it, and under which number. */
export function ParcelCarrier({ parcel }: ParcelProps) {
  const { t } = useTranslation('order');
  if (parcel.carrier === null && parcel.trackingNumber === null && parcel.trackingUrl === null) return null;
  return (
    <Text size="sm">
      {parcel.carrier}{' '}
      {parcel.trackingUrl === null ? (
        parcel.trackingNumber
      ) : (
        <Anchor href={parcel.trackingUrl} target="_blank" rel="noreferrer" size="sm">
          {parcel.trackingNumber ?? t('packages.track')}
        </Anchor>
      )}
    </Text>
  );
}

/** What the carrier said about it. */
export function ParcelNews({ parcel }: ParcelProps) {
  const { i18n } = useTranslation('order');
  if (parcel.tracking.length === 0) return null;
  return (
    <Timeline bulletSize={12} lineWidth={2} active={parcel.tracking.length - 1} mt={4}>
      {parcel.tracking.map((news) => (
        <Timeline.Item key={`${news.at} ${news.description ?? ''}`}>
          <Text size="sm" lh={1.3}>
            {news.description ?? '…'}
          </Text>
          <Text size="xs" c="dimmed">
            {[moment(news.at, i18n.language), news.city, news.state].filter(Boolean).join(' · ')}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
