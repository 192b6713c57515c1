import { useQuery } from '@tanstack/react-query';
import { docket } from '../docket';
import { WaitingTile } from './waiting-tile';

const MOST_COUNTED = 100;

/** What Docket gave up and nobody has tried again yet. */
export function FailedTasks() {
  const found = useQuery({
    queryKey: ['tasks', 'waiting-for-a-person'],
    queryFn: () => docket.call('listTasks', { query: { state: 'failed', limit: MOST_COUNTED } }),
    refetchInterval: 60_000,
  });
  return (
    <WaitingTile
      name="failed"
      asked={found}
      count={found.data?.items.length ?? 0}
      exact={found.data?.next == null}
      to="/tasks"
    />
  );
}
