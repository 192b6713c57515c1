import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconChevronRight, IconShoppingBag } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from '../format/moments';
import { money } from '../format/money';
import { Empty, Failed, Waiting } from '../parts/state-of-page';
import { shopperDocket } from './shopper-docket';
import { SignedIn } from './signed-in';
import { StageBadge } from './stage-badge';

export function OwnOrdersPage(): ReactNode {
  const { t } = useTranslation('shopper');
  useDocumentTitle(t('myOrders'));
  return (
    <SignedIn>
      <OwnOrders />
    </SignedIn>
  );
}

function OwnOrders() {
  const { t, i18n } = useTranslation('shopper');
  const orders = useInfiniteQuery({
    queryKey: ['shopper', 'orders'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor }) =>
      shopperDocket.call('listOwnOrders', { query: cursor === null ? {} : { cursor } }),
    getNextPageParam: ({ next }) => next,
  });
  if (orders.isPending) return <Waiting lines={5} height={84} />;
  if (orders.isError) return <Failed error={orders.error} onRetry={() => void orders.refetch()} />;
  const rows = orders.data.pages.flatMap((page) => page.orders);
  if (rows.length === 0) {
    return <Empty icon={<IconShoppingBag />} title={t('empty.title')} text={t('empty.text')} />;
  }
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('myOrders')}
      </Title>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {rows.map((order) => (
          <li key={order.orderId}>
            <Card
              component={Link}
              to={`/account/orders/${order.orderId}`}
              withBorder
              radius="lg"
              padding="md"
              className="own-order"
            >
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Stack gap={4} miw={0}>
                  <StageBadge stage={order.stage} />
                  <Text fw={600}>{t('orderOf', { day: day(order.createdAt, i18n.language) })}</Text>
                  <Text size="sm" c="dimmed" truncate>
                    {order.orderId} · {t('pieces', { count: order.pieces })}
                  </Text>
                </Stack>
                <Group gap="xs" wrap="nowrap">
                  <Text fw={600} className="figure">
                    {money(order.total, order.currency, i18n.language)}
                  </Text>
                  <IconChevronRight size={18} aria-hidden />
                </Group>
              </Group>
            </Card>
          </li>
        ))}
      </Stack>
      {orders.hasNextPage && (
        <Button variant="light" loading={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Stack>
  );
}
