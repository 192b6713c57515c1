import { Table, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Section } from '../order/section';
import { useMoney } from '../order/shown-money';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { Empty } from '../parts/state-of-page';
import { useActorNames } from '../settings/history/actor-names';
import { type DraftOrder, draftOrderKey } from './draft-order-queries';

/** Who did what with it, and when. */
export function DraftOrderHistory({ draft }: { readonly draft: DraftOrder }) {
  const { t } = useTranslation('draft-orders');
  const shown = useMoney(draft.currency);
  const actorName = useActorNames();
  const { draftOrderId } = draft;
  const pages = useInfiniteQuery({
    queryKey: [...draftOrderKey(draftOrderId), 'changes', draft.version],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listDraftOrderChanges', {
        path: { draftOrderId },
        query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Section title={t('history')}>
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconHistory />} title={t('history')} text="" />}
      >
        {(rows) => (
          <ListTable
            minWidth={480}
            columns={[{ name: t('when') }, { name: t('what') }, { name: t('who') }, { name: t('total'), figures: true }]}
          >
            {rows.map(({ version, at, kind, actor, parts, total }) => (
              <Table.Tr key={version}>
                <Table.Td>
                  <MomentText at={at} />
                </Table.Td>
                <Table.Td>
                  {t(`kinds.${kind}`)}
                  {parts.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {parts.map((part) => t(`changed.${part}`, { defaultValue: part })).join(', ')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {actor.startsWith('guest:') ? t('theBuyer') : actor === 'system' ? 'Docket' : actorName(actor)}
                </Table.Td>
                <Table.Td ta="right" className="figure">
                  {shown(total as number | null)}
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
    </Section>
  );
}
