import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { docket } from '../docket';

export type Feed = AnswerOf<'getFeed'>;

/** What is done to a feed or goes through it shows within seconds. */
export const feedQuery = (feed: string) =>
  queryOptions({
    queryKey: ['feeds', 'one', feed],
    refetchInterval: 5_000,
    queryFn: () => docket.call('getFeed', { path: { feed } }),
  });

/** One word for how it stands, the worst first. */
export function standingOf({ state }: Feed): 'stopped' | 'paused' | 'resting' | 'flowing' {
  if (state.stoppedAt !== null) return 'stopped';
  if (state.pausedAt !== null) return 'paused';
  return state.restingUntil === null ? 'flowing' : 'resting';
}
