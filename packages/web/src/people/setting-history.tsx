import { Stack, Text } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Listed } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { useMay } from '../session/session';

type Page = AnswerOf<'listUserChanges'>;
type SettingChange = Page['items'][number];

interface SettingHistoryProps {
  /** Where it lies among the queries, so that it is asked again when the thing changes. */
  readonly of: readonly string[];
  readonly load: (query: { limit: number; after?: string }) => Promise<Page>;
}

/** Who changed it, newest first, with what stood there before and after. */
export function SettingHistory({ of, load }: SettingHistoryProps) {
  const { t } = useTranslation('people');
  const pages = useInfiniteQuery({
    queryKey: [...of, 'changes'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => load({ limit: 20, ...(pageParam === null ? {} : { after: pageParam }) }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Listed
      pages={pages}
      rowsOf={({ items }) => items}
      empty={
        <Text size="sm" c="dimmed">
          {t('history.none')}
        </Text>
      }
    >
      {(rows) => (
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {rows.map((change) => (
            <li key={change.id}>
              <ChangeEntry change={change} />
            </li>
          ))}
        </Stack>
      )}
    </Listed>
  );
}

function ChangeEntry({ change: { action, actor, at, fields, before, after } }: { readonly change: SettingChange }) {
  const { t } = useTranslation('people');
  const nameOf = useActors();
  return (
    <>
      <Text size="sm" fw={500}>
        {t(`history.${action}`)}
      </Text>
      <Text size="sm" c="dimmed">
        <MomentText at={at} /> · {nameOf(actor)}
      </Text>
      {action === 'changed' &&
        fields.map((field) => (
          <Text key={field} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t(`history.fields.${field}`, field)}: <del>{written(before?.[field])}</del> → {written(after?.[field])}
          </Text>
        ))}
    </>
  );
}

/** Names of the people behind `user:…`; keys and the command line stand as they are. */
function useActors(): (actor: string) => string {
  const mayRead = useMay('users.view');
  const people = useQuery({
    queryKey: ['people', 'names'],
    enabled: mayRead,
    queryFn: () => docket.call('listUsers', { query: { limit: 1_000 } }),
  });
  return (actor) => {
    const found = people.data?.items.find(({ userId }) => actor === `user:${userId}`);
    return found === undefined ? actor : (found.name ?? found.email);
  };
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(written).join(', ');
  return JSON.stringify(value);
}
