import { useQuery } from '@tanstack/react-query';
import { docket } from '../../docket';
import { useMay } from '../../session/session';

/** What people and keys are called, as far as the reader may know; others are shown as they stand in the history. */
export function useActorNames(): (actor: string | null) => string {
  const seesUsers = useMay('users.view');
  const seesKeys = useMay('access.view');
  const users = useQuery({
    queryKey: ['settings', 'actors', 'users'],
    enabled: seesUsers,
    staleTime: 60_000,
    queryFn: () => docket.call('listUsers', { query: { limit: 1_000 } }),
  });
  const keys = useQuery({
    queryKey: ['settings', 'actors', 'keys'],
    enabled: seesKeys,
    staleTime: 60_000,
    queryFn: () => docket.call('listKeys', { query: { limit: 1_000 } }),
  });
  const names = new Map<string, string>([
    ...(users.data?.items ?? []).map(({ userId, name, email }) => [`user:${userId}`, name ?? email] as const),
    ...(keys.data?.items ?? []).map(({ key, label }) => [`key:${key}`, label === '' ? key : label] as const),
  ]);
  return (actor) => (actor === null ? '–' : (names.get(actor) ?? actor));
}
