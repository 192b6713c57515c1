import { Anchor, Badge, Group, Stack, Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { CustomFields } from './custom-fields';
import type { Order } from './order-queries';
import { Pieces } from './pieces';
import { Section } from './section';

type Package = Order['packages'][number];

/** What left the house, and what the carrier said about it. */
export function OrderPackages({ order, isPast }: { readonly order: Order; readonly isPast: boolean }) {
  const { t } = useTranslation('order');
  return (
    <Section title={t('packages.title')}>
      {order.packages.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('packages.none')}
        </Text>
      )}
      {order.packages.map((parcel) => (
        <PackageFacts key={parcel.id} order={order} parcel={parcel} isPast={isPast} />
      ))}
    </Section>
  );
}

interface PackageFactsProps {
  readonly order: Order;
  readonly parcel: Package;
  readonly isPast: boolean;
}

function PackageFacts({ order, parcel, isPast }: PackageFactsProps) {
  const { t, i18n } = useTranslation('order');
  const number = parcel.trackingNumber ?? t('packages.track');
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t('packages.package', { id: parcel.id })}
        </Text>
        <Badge size="sm" variant="dot" tt="none" color={parcel.status === 'delivered' ? 'green' : 'blue'}>
          {t(`packages.status.${parcel.status}`)}
        </Badge>
        <Text size="xs" c="dimmed">
          {t('packages.sent', { at: moment(parcel.sentAt, i18n.language) })}
        </Text>
      </Group>
      {(parcel.carrier !== null || parcel.trackingNumber !== null || parcel.trackingUrl !== null) && (
        <Text size="sm">
          {parcel.carrier}{' '}
          {parcel.trackingUrl === null ? (
            parcel.trackingNumber
          ) : (
            <Anchor href={parcel.trackingUrl} target="_blank" rel="noreferrer" size="sm">
              {number}
            </Anchor>
          )}
        </Text>
      )}
      <Pieces order={order} items={parcel.items} />
      <CustomFields
        order={order}
        target="package"
        id={parcel.id}
        values={parcel.custom}
        isPast={isPast}
        of={t('packages.package', { id: parcel.id })}
      />
      {parcel.tracking.length > 0 && (
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
      )}
    </Stack>
  );
}
