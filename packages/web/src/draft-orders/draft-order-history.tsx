import { Group, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Section } from '../order/section';
import { useMoney } from '../order/shown-money';
import { Listed } from '../parts/listed';
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
  const actorOf = (actor: string): string =>
    actor.startsWith('guest:') ? t('theBuyer') : actor === 'system' ? 'Docket' : actorName(actor);
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
          <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {rows.map(({ version, at, kind, actor, parts, total }) => (
              <Group component="li" key={version} justify="space-between" align="start" wrap="nowrap">
                <Stack gap={0} miw={0}>
                  <Text size="sm">
                    {t(`kinds.${kind}`)}
                    {parts.length > 0 &&
                      `: ${parts.map((part) => t(`changed.${part}`, { defaultValue: part })).join(', ')}`}
                  </Text>
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    <MomentText at={at} /> · {actorOf(actor)}
                  </Text>
                </Stack>
                <Text size="sm" className="figure" style={{ flexShrink: 0 }}>
                  {shown(total)}
                </Text>
              </Group>
            ))}
          </Stack>
        )}
      </Listed>
    </Section>
  );
}
