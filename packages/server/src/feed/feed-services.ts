import type { Poster } from '@docket/core/ports';
import type pg from 'pg';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { createExpressions, type Expressions } from './expressions.js';
import { createFeeds, type Feeds } from './feeds.js';
import { createHookSeal, type HookSeal } from './hook-seal.js';
import { createFeedItems, type FeedItems } from './items.js';

/** What a process has of feeds and hooks, whatever it does with them. */
export interface FeedServices {
  readonly feeds: Feeds;
  readonly items: FeedItems;
  readonly deliveries: Deliveries;
  readonly expressions: Expressions;
  readonly poster: Poster;
  readonly seal: HookSeal;
}

export function createFeedServices({
  pool,
  secret,
  poster,
  now,
}: {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly poster: Poster;
  readonly now: () => string;
}): FeedServices {
  const seal = createHookSeal(secret);
  return {
    feeds: createFeeds({ pool, seal, now }),
    items: createFeedItems({ pool, now }),
    deliveries: createDeliveries({ pool, seal }),
    expressions: createExpressions(),
    poster,
    seal,
  };
}
