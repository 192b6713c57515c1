import { Alert, Anchor, Badge, Table, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';
import { money } from '../format/money';
import { type Order, presentQuery } from '../order/order-queries';
import { PageFrame } from '../parts/page-frame';
import { Failed, Waiting } from '../parts/state-of-page';
import { draftQuery, draftsQuery } from './draft-queries';

/** Columns that are still read side by side. */
const MOST = 4;
const PARTS = ['items', 'discounts', 'shipping', 'tax', 'adjustments', 'total'] as const;

/** The undecided drafts of an order beside each other, with what the order would come to by each. */
export function ComparePage(): ReactElement {
  const { t, i18n } = useTranslation('drafts');
  const { orderId = '' }: { orderId?: string } = useParams({ strict: false });
  const order = useQuery(presentQuery(orderId));
  const drafts = useQuery(draftsQuery(orderId));
  const all = (drafts.data?.items ?? []).filter(({ state }) => state === 'open' || state === 'awaiting_consent');
  const undecided = all.slice(0, MOST);
  const whole = useQueries({ queries: undecided.map(({ draftId }) => draftQuery(orderId, draftId)) });
  const title = t('compareTitle', { number: order.data?.number ?? orderId });
  const error = order.error ?? drafts.error;
  if (order.data === undefined || drafts.data === undefined)
    return (
      <PageFrame title={title}>
        {error === null ? (
          <Waiting lines={6} height={44} />
        ) : (
          <Failed error={error} onRetry={() => void order.refetch()} />
        )}
      </PageFrame>
    );
  const present = order.data;
  const shown = (amount: number | null | undefined): string =>
    amount == null ? '…' : money(amount, present.currency, i18n.language);
  const after = whole.map(
    ({ data }) => (data?.preview as { order: Pick<Order, 'totals' | 'amountDue'> } | null)?.order,
  );
  return (
    <PageFrame title={title}>
      <Anchor component={Link} to={`/orders/${encodeURIComponent(orderId)}`} size="sm" w="fit-content">
        {t('back')}
      </Anchor>
      {undecided.length === 0 ? (
        <Alert color="gray">{t('none')}</Alert>
      ) : (
        <Table.ScrollContainer minWidth={220 + undecided.length * 150}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('part.of')}</Table.Th>
                <Table.Th ta="right">{t('now')}</Table.Th>
                {undecided.map(({ draftId, createdAt }) => (
                  <Table.Th key={draftId} ta="right">
                    <Anchor component={Link} to={`/orders/${encodeURIComponent(orderId)}/drafts/${draftId}`} size="sm">
                      {t('draftOf', { at: moment(createdAt, i18n.language) })}
                    </Anchor>
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Table.Tr>
                <Table.Td>{t('standing')}</Table.Td>
                <Table.Td />
                {undecided.map(({ draftId, state, changeCount }, place) => {
                  const data = whole[place]?.data;
                  const problem = data?.problem as { readonly title: string } | null | undefined;
                  return (
                    <Table.Td key={draftId} ta="right">
                      <Badge variant="light" color={state === 'awaiting_consent' ? 'blue' : 'gray'}>
                        {t(`state.${state}`)}
                      </Badge>
                      <Text size="xs">{t('changes', { count: changeCount })}</Text>
                      {(data?.conflicts.length ?? 0) > 0 && (
                        <Text size="xs" c="orange">
                          {t('conflicts')}
                        </Text>
                      )}
                      {problem != null && (
                        <Text size="xs" c="red">
                          {problem.title}
                        </Text>
                      )}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
              {PARTS.map((part) => (
                <Table.Tr key={part}>
                  <Table.Td>{t(`part.${part}`)}</Table.Td>
                  <Table.Td ta="right">{shown(present.totals?.[part])}</Table.Td>
                  {after.map((each, place) => (
                    <Table.Td
                      key={undecided[place]?.draftId}
                      ta="right"
                      fw={each?.totals?.[part] === present.totals?.[part] ? 400 : 650}
                    >
                      {shown(each?.totals?.[part])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
              <Table.Tr>
                <Table.Td>{t('part.due')}</Table.Td>
                <Table.Td ta="right">{shown(present.amountDue)}</Table.Td>
                {after.map((each, place) => (
                  <Table.Td key={undecided[place]?.draftId} ta="right">
                    {shown(each?.amountDue)}
                  </Table.Td>
                ))}
              </Table.Tr>
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {all.length > MOST && <Text size="sm">{t('moreDrafts', { count: all.length - MOST })}</Text>}
    </PageFrame>
  );
}
