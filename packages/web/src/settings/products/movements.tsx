import { Anchor, Select, Stack, Table, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Listed, ListTable } from '../../parts/listed';
import { MomentText } from '../../parts/moment-text';
import { Empty } from '../../parts/state-of-page';
import { useActorNames } from '../history/actor-names';
import { withPresent } from '../setting-choices';
import { usePlaceName } from './place-name';
import { type Product, stockQuery } from './product';

/** Everything that moved a product at one place, the newest first. */
export function Movements({ product }: { readonly product: Product }) {
  const { t, i18n } = useTranslation('products');
  const { sku } = product;
  const actorName = useActorNames();
  const placeName = usePlaceName();
  const [place, setPlace] = useState(product.place);
  const stock = useQuery(stockQuery(sku));
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'stock', 'movements', sku, place],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listStockMovements', {
        query: { sku, place, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  const figure = (number: number): string => number.toLocaleString(i18n.language);
  return (
    <Stack gap="sm">
      <Select
        size="xs"
        maw={260}
        label={t('place')}
        allowDeselect={false}
        value={place}
        onChange={(chosen) => {
          if (chosen !== null) setPlace(chosen);
        }}
        data={withPresent(
          (stock.data ?? []).map((level) => ({ value: level.place, label: placeName(level.place) })),
          place,
        )}
      />
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconArrowsExchange />} title={t('noMovements')} text={t('noMovementsText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={680}
            columns={[
              { name: t('when') },
              { name: t('movement') },
              { name: t('pieces'), figures: true },
              { name: t('onHand'), figures: true },
              { name: t('available'), figures: true },
              { name: t('why') },
              { name: t('who') },
            ]}
          >
            {rows.map(({ id, at, kind, quantity, after, orderId, draftOrderId, reason, actor }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <MomentText at={at} />
                </Table.Td>
                <Table.Td>{t(`movementKinds.${kind}`, { defaultValue: kind })}</Table.Td>
                <Table.Td ta="right" className="figure">
                  {kind === 'adjust' || kind === 'set'
                    ? quantity.toLocaleString(i18n.language, { signDisplay: 'exceptZero' })
                    : figure(quantity)}
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {figure(after.onHand)}
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {figure(after.onHand - after.claimed - after.confirmed)}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {draftOrderId !== null ? (
                    <Anchor component={Link} to={`/draft-orders/${encodeURIComponent(draftOrderId)}`} size="sm">
                      {t('draftOrder')}
                    </Anchor>
                  ) : orderId === null ? (
                    <Text size="sm">{reason ?? '–'}</Text>
                  ) : (
                    <Anchor component={Link} to={`/orders/${encodeURIComponent(orderId)}`} size="sm">
                      {orderId}
                    </Anchor>
                  )}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{actorName(actor)}</Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
    </Stack>
  );
}
