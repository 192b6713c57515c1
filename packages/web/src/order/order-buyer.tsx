import { Anchor, Divider, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { customerAddress } from '../customers/customer';
import { day } from '../format/moments';
import { money } from '../format/money';
import { AddressLines } from './address-lines';
import { Fact } from './fact';
import { type Order, ordersOfBuyerQuery } from './order-queries';
import { useMay } from '../session/session';
import { Section } from './section';

/** Who bought, where it goes, and what they bought before. */
export function OrderBuyer({ order }: { readonly order: Order }) {
  const { t, i18n } = useTranslation('order');
  const { buyer } = order;
  const seesCustomers = useMay('customers.view');
  if (order.forgotten || buyer === null) {
    return (
      <Section title={t('buyer.title')}>
        <Text size="sm" c="dimmed">
          {order.forgotten ? t('buyer.forgotten') : t('buyer.hidden')}
        </Text>
      </Section>
    );
  }
  const name = [buyer.firstName, buyer.lastName].filter(Boolean).join(' ');
  return (
    <Section title={t('buyer.title')}>
      <Stack gap={4}>
        {name !== '' && (
          <Text size="sm" fw={600}>
            {name}
          </Text>
        )}
        {buyer.company !== null && <Text size="sm">{buyer.company}</Text>}
        {buyer.email !== null && (
          <Anchor size="sm" href={`mailto:${buyer.email}`} style={{ overflowWrap: 'anywhere' }}>
            {buyer.email}
          </Anchor>
        )}
        {buyer.phone !== null && <Text size="sm">{buyer.phone}</Text>}
        {buyer.document !== null && <Fact name={buyer.documentType ?? t('buyer.document')}>{buyer.document}</Fact>}
        {order.customerId !== null && (
          <Fact name={t('buyer.customer')}>
            {seesCustomers ? (
              <Anchor component={Link} to={customerAddress(order.customerId)} size="sm">
                {order.customerId}
              </Anchor>
            ) : (
              order.customerId
            )}
          </Fact>
        )}
      </Stack>
      {order.deliveries.map(({ id, type, method, address, pickupPoint, promisedAt }) => (
        <Stack key={id} gap={2}>
          <Text size="xs" c="dimmed">
            {t(`buyer.${type}`)}
            {method !== null && ` · ${method}`}
            {promisedAt !== null && ` · ${t('buyer.promised', { day: day(promisedAt, i18n.language) })}`}
          </Text>
          {pickupPoint !== null && <Text size="sm">{pickupPoint}</Text>}
          {address !== null && <AddressLines address={address} />}
        </Stack>
      ))}
      {order.billingAddress !== null && (
        <Stack gap={2}>
          <Text size="xs" c="dimmed">
            {t('buyer.billing')}
          </Text>
          <AddressLines address={order.billingAddress} />
        </Stack>
      )}
      <EarlierOrders order={order} />
    </Section>
  );
}

/** The latest orders of the same buyer, this one apart. */
function EarlierOrders({ order }: { readonly order: Order }) {
  const { t, i18n } = useTranslation('order');
  const email = order.buyer?.email ?? null;
  const buyer =
    order.customerId !== null ? { customerId: [order.customerId] } : email === null ? null : { email: [email] };
  const orders = useQuery(ordersOfBuyerQuery(buyer));
  if (buyer === null) return null;
  const others = orders.data?.orders.filter(({ orderId }) => orderId !== order.orderId) ?? [];
  return (
    <>
      <Divider />
      <Text size="xs" c="dimmed">
        {orders.data?.count === undefined
          ? t('buyer.earlier')
          : t('buyer.ordersCount', { count: orders.data.count.orders })}
      </Text>
      {others.map((row) => (
        <Group key={row.orderId} justify="space-between" wrap="nowrap" gap="xs">
          <Anchor component={Link} to={`/orders/${row.orderId}`} size="sm">
            {row.number ?? row.orderId}
          </Anchor>
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {day(row.createdAt, i18n.language)}
            {row.total !== null && ` · ${money(row.total, row.currency, i18n.language)}`}
          </Text>
        </Group>
      ))}
    </>
  );
}
