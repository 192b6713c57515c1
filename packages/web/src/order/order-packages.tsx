import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../documents/state-badge';
import { DocumentLink } from './built-in/document-link';
import { PackageFacts } from './built-in/package-facts';
import { CustomFields } from './custom-fields';
import type { Order } from './order-queries';
import { Section } from './section';

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
        <OnePackage key={parcel.id} order={order} parcel={parcel} isPast={isPast} />
      ))}
    </Section>
  );
}

interface OnePackageProps {
  readonly order: Order;
  readonly parcel: Order['packages'][number];
  readonly isPast: boolean;
}

function OnePackage({ order, parcel, isPast }: OnePackageProps) {
  const { t } = useTranslation('order');
  const name = t('packages.package', { id: parcel.id });
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <DocumentLink orderId={order.orderId} kind="package" id={parcel.id} fw={600}>
          {name}
        </DocumentLink>
        <StateBadge kind="package" state={parcel.status} />
      </Group>
      <PackageFacts order={order} parcel={parcel} />
      <CustomFields order={order} target="package" id={parcel.id} values={parcel.custom} isPast={isPast} of={name} />
    </Stack>
  );
}
