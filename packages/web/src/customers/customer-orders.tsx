import { Anchor, Group, Stack, Table } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { draftOrderAddress } from '../draft-orders/draft-order-queries';
import { day } from '../format/moments';
import { money } from '../format/money';
import { Section } from '../order/section';
import { ListTable } from '../parts/listed';
import { Empty, Failed, Waiting } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { ordersOfCustomerQuery } from './customer';
import { CustomerFigures } from './customer-figures';

const LATEST = 10;

/** The latest orders with what all of them come to, and draft orders that wait. */
export function CustomerOrders({ customerId }: { readonly customerId: string }) {
  const { t, i18n } = useTranslation('customers');
  const found = useQuery(ordersOfCustomerQuery(customerId, LATEST));
  const seesDrafts = useMay('draft_orders.view');
  if (found.isPending) return <Waiting />;
  if (found.error !== null) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  const { orders } = found.data;
  return (
    <Stack>
      {orders.length === 0 ? (
        <Empty icon={<IconReceipt />} title={t('noOrders')} text={t('noOrdersText')} />
      ) : (
        <>
          <Group justify="space-between">
            <CustomerFigures customerId={customerId} limit={LATEST} />
            <Anchor component={Link} to="/orders" search={{ customerId: [customerId] } as never} size="sm">
              {t('allOrders')}
            </Anchor>
          </Group>
          <ListTable
            minWidth={480}
            columns={[
              { name: t('order') },
              { name: t('status') },
              { name: t('placed') },
              { name: t('total'), figures: true },
            ]}
          >
            {orders.map((order) => (
              <Table.Tr key={order.orderId}>
                <Table.Td>
                  <Anchor component={Link} to={`/orders/${encodeURIComponent(order.orderId)}`} size="sm" fw={500}>
                    {order.number ?? order.orderId}
                  </Anchor>
                </Table.Td>
                <Table.Td>{order.status}</Table.Td>
                <Table.Td>{day(order.createdAt, i18n.language)}</Table.Td>
                <Table.Td ta="right" className="figure">
                  {order.total === null ? '–' : money(order.total, order.currency, i18n.language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        </>
      )}
      {seesDrafts && <DraftOrders customerId={customerId} />}
    </Stack>
  );
}

function DraftOrders({ customerId }: { readonly customerId: string }) {
  const { t, i18n } = useTranslation(['customers', 'draft-orders']);
  const found = useQuery({
    queryKey: ['draft-orders', 'of-customer', customerId],
    queryFn: () => docket.call('listDraftOrders', { query: { customerId, limit: LATEST } }),
  });
  const drafts = found.data?.items ?? [];
  if (drafts.length === 0) return null;
  return (
    <Section title={t('draft-orders:title')}>
      {drafts.map(({ draftOrderId, createdAt, state, total, currency }) => (
        <Group key={draftOrderId} gap="xs">
          <Anchor component={Link} to={draftOrderAddress(draftOrderId)} size="sm">
            {t('draftOf', { day: day(createdAt, i18n.language), state: t(`draft-orders:states.${state}`) })}
          </Anchor>
          {total !== null && money(total, currency, i18n.language)}
        </Group>
      ))}
    </Section>
  );
}
