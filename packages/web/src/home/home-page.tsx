import { SimpleGrid, Stack } from '@mantine/core';
import { IconHome } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../parts/page-frame';
import { Empty } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { FailedTasks } from './failed-tasks';
import { OrderFigures } from './order-figures';
import { WAITING, type WaitingKind, WaitingOrders } from './waiting-orders';

const KINDS = Object.keys(WAITING) as WaitingKind[];

/** What needs a person today, and how the last 30 days went. */
export function HomePage() {
  const { t } = useTranslation('home');
  const maySeeOrders = useMay('orders.view');
  const maySeeTasks = useMay('tasks.view');
  const kinds = maySeeOrders ? KINDS : [];
  const tiles = kinds.length + (maySeeTasks ? 1 : 0);
  return (
    <PageFrame title={t('title')}>
      <Stack gap="md">
        {tiles > 0 ? (
          <SimpleGrid cols={{ base: 2, sm: 3, lg: tiles }} spacing="sm">
            {kinds.map((name) => (
              <WaitingOrders key={name} name={name} />
            ))}
            {maySeeTasks && <FailedTasks />}
          </SimpleGrid>
        ) : (
          <Empty icon={<IconHome />} title={t('welcome')} text={t('welcomeText')} />
        )}
        {maySeeOrders && <OrderFigures />}
      </Stack>
    </PageFrame>
  );
}
