import { Card, SimpleGrid, Skeleton, Text, Title } from '@mantine/core';
import type { QueryOf } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Failed } from '../parts/state-of-page';

type Filters = QueryOf<'listOrders'>;

const WEEK = 7 * 86_400_000;

/** What orders wait for, each as the list finds them. */
const KINDS: readonly { readonly name: string; readonly filters: () => Filters }[] = [
  { name: 'late', filters: () => ({ late: true }) },
  {
    name: 'cancellation',
    filters: () => ({ status: ['request-cancel', 'waiting-for-seller-decision', 'cancellation-requested'] }),
  },
  { name: 'ready', filters: () => ({ status: ['ready-for-handling'] }) },
  { name: 'payment', filters: () => ({ stage: ['paying'] }) },
  {
    name: 'stuck',
    filters: () => ({
      stage: ['placing', 'paying', 'handling', 'handing_over'],
      // To the hour, so that the same question is asked again and not a new one each time.
      updatedTo: new Date(Math.floor((Date.now() - WEEK) / 3_600_000) * 3_600_000).toISOString(),
    }),
  },
];

/** What needs a person today: how many orders wait for what, each the way to them. */
export function WaitingOrders() {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
      {KINDS.map(({ name, filters }) => (
        <Tile key={name} name={name} filters={filters()} />
      ))}
    </SimpleGrid>
  );
}

function Tile({ name, filters }: { readonly name: string; readonly filters: Filters }) {
  const { t, i18n } = useTranslation('home');
  const found = useQuery({
    queryKey: ['orders', 'waiting', name, filters],
    queryFn: () => docket.call('listOrders', { query: { ...filters, limit: 1, count: true } }),
    refetchInterval: 60_000,
  });
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const { orders = 0, exact = true } = found.data?.count ?? {};
  const figure = new Intl.NumberFormat(i18n.language).format(orders);
  return (
    <Card component={Link} to="/orders" search={filters as never} withBorder padding="sm" c="inherit">
      <Title order={2} size="sm" fw={600}>
        {t(name)}
      </Title>
      <Skeleton visible={found.isPending}>
        <Text fz={28} fw={650} c={orders === 0 ? 'dimmed' : 'var(--mantine-color-text)'} className="figure">
          {exact ? figure : t('exact', { count: figure as never })}
        </Text>
      </Skeleton>
      <Text size="xs" c="dimmed">
        {t(`${name}Text`)}
      </Text>
    </Card>
  );
}
