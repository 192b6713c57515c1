import { Anchor, Table, Text } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { useMoney } from '../order/shown-money';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { Empty } from '../parts/state-of-page';
import { useActorNames } from '../settings/history/actor-names';
import type { Credit } from './credit';

/** How a balance came about, newest first. */
export function CreditMovements({ credit }: { readonly credit: Credit }) {
  const { t } = useTranslation('credits');
  const shown = useMoney(credit.currency);
  const actorName = useActorNames();
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'credits', 'movements', credit.credit],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listCreditMovements', {
        path: { credit: credit.credit },
        query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Listed
      pages={pages}
      rowsOf={({ items }) => items}
      empty={<Empty icon={<IconCoins />} title={t('noMovements')} text={t('noMovementsText')} />}
    >
      {(movements) => (
        <ListTable
          minWidth={680}
          columns={[
            { name: t('movement') },
            { name: t('amount'), figures: true },
            { name: t('balance'), figures: true },
            { name: t('held'), figures: true },
            { name: t('reason') },
            { name: t('when') },
          ]}
        >
          {movements.map((movement) => (
            <Table.Tr key={movement.id}>
              <Table.Td>
                {t(`moved.${movement.kind}`)}
                {movement.orderId !== null && (
                  <Text size="xs">
                    <Anchor component={Link} to={`/orders/${encodeURIComponent(movement.orderId)}`} size="xs">
                      {t('ofOrder', { order: movement.orderId })}
                    </Anchor>
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{shown(movement.amount)}</Table.Td>
              <Table.Td ta="right">{shown(movement.balance)}</Table.Td>
              <Table.Td ta="right">{movement.held === 0 ? '–' : shown(movement.held)}</Table.Td>
              <Table.Td>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {movement.reason}
                </Text>
                <Text size="xs" c="dimmed">
                  {actorName(movement.actor)}
                </Text>
              </Table.Td>
              <Table.Td>
                <MomentText at={movement.at} />
              </Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
    </Listed>
  );
}
