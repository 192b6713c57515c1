import { Divider, Flex, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../parts/listed';
import { MomentText } from '../../parts/moment-text';
import { Empty } from '../../parts/state-of-page';
import { useActorNames } from './actor-names';
import { ChangedValues, type SettingsChange } from './changed-values';

interface ChangesListProps {
  /** Where it lies among the queries, so that it is asked again when the thing changes. */
  readonly under: readonly unknown[];
  readonly page: (query: {
    limit: number;
    after?: string;
  }) => Promise<{ items: readonly SettingsChange[]; next: string | null }>;
  /** Of several settings: each change says which one. */
  readonly isOfMany: boolean;
}

/** Who changed what and when, the newest first, with the values before and after. */
export function ChangesList({ under, page, isOfMany }: ChangesListProps) {
  const { t } = useTranslation('setting');
  const actorName = useActorNames();
  const pages = useInfiniteQuery({
    queryKey: [...under, 'changes'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => page({ limit: 50, ...(pageParam === null ? {} : { after: pageParam }) }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Listed
      pages={pages}
      rowsOf={({ items }) => items}
      empty={<Empty icon={<IconHistory />} title={t('history.none')} text={t('history.noneText')} />}
    >
      {(changes) => (
        <Stack gap="xs" role="list" aria-label={t('history.title')}>
          {changes.map((change, place) => (
            <Stack key={change.id} gap="xs" role="listitem">
              {place > 0 && <Divider />}
              <Flex direction={{ base: 'column', sm: 'row' }} gap={{ base: 4, sm: 'lg' }}>
                <Stack gap={0} w={{ base: '100%', sm: 190 }} style={{ flexShrink: 0 }}>
                  <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
                    {actorName(change.actor)}
                  </Text>
                  <Text size="sm" c="dimmed" component="div">
                    <MomentText at={change.at} />
                  </Text>
                </Stack>
                <Stack gap={4} flex={1} miw={0}>
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    <Text span size="sm" fw={500}>
                      {t(`action.${change.action}`)}
                    </Text>
                    {isOfMany && ` · ${t(`kind.${change.kind}`, { defaultValue: change.kind })} ${change.key}`}
                  </Text>
                  <ChangedValues change={change} />
                </Stack>
              </Flex>
            </Stack>
          ))}
        </Stack>
      )}
    </Listed>
  );
}
