import { Anchor, Stack, Table, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Listed, ListTable } from '../../parts/listed';
import { MomentText } from '../../parts/moment-text';
import { usePlaceName } from './place-name';

/** Who holds how many pieces of a product, and until when; nothing while nobody does. */
export function Reservations({ sku }: { readonly sku: string }) {
  const { t, i18n } = useTranslation('products');
  const placeName = usePlaceName();
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'stock', 'reservations', sku],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listStockReservations', {
        query: { sku: [sku], limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Listed pages={pages} rowsOf={({ items }) => items} empty={null}>
      {(rows) => (
        <Stack gap="xs">
          <Title order={3} size="h6">
            {t('reserved')}
          </Title>
          <ListTable
            minWidth={480}
            columns={[
              { name: t('place') },
              { name: t('pieces'), figures: true },
              { name: t('reservedFor') },
              { name: t('reservedUntil') },
            ]}
          >
            {rows.map(({ place, quantity, draftOrderId, until }) => (
              <Table.Tr key={`${place} ${draftOrderId}`}>
                <Table.Td>{placeName(place)}</Table.Td>
                <Table.Td ta="right">{quantity.toLocaleString(i18n.language)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Anchor component={Link} to={`/draft-orders/${encodeURIComponent(draftOrderId)}`} size="sm">
                    {t('draftOrder')}
                  </Anchor>
                </Table.Td>
                <Table.Td>{until === null ? t('untilItEnds') : <MomentText at={until} />}</Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        </Stack>
      )}
    </Listed>
  );
}
