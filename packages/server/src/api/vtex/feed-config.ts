import { createHash } from 'node:crypto';
import type { Caller } from '../../access/caller.js';
import { type FeedFilter, HIDDEN_SECONDS } from '../../feed/feed.js';
import type { FeedConfig, Feeds } from '../../feed/feeds.js';
import { RequestProblem } from '../problem.js';
import { propertyOf } from './feed-scope.js';

/** Longer ones are programs. */
const MOST_EXPRESSION = 10_000;
const MOST_STATUSES = 200;

/** Seconds for which VTEX keeps an item: 4 to 14 days (vtex-oms §5.3). */
const RETENTION = { least: 345_600, most: 1_209_600 } as const;

/** The one feed and the one hook that a key may have (§5.1), under ids that follow from its name. */
export const idOf = (kind: 'feed' | 'hook', { id }: Caller): string =>
  `vtex-${kind}-${createHash('sha256').update(id).digest('hex').slice(0, 16)}`;

const wrong = (detail: string): RequestProblem => new RequestProblem('field_invalid', { detail });

/** The filter of a configuration (§5.2); refusals: field_invalid, filter_mixed. */
export async function filterOf(
  body: unknown,
  check: (expression: string) => Promise<string | null>,
): Promise<FeedFilter> {
  const filter = propertyOf(body, 'filter');
  const type = propertyOf(filter, 'type') ?? 'FromWorkflow';
  const status = propertyOf(filter, 'status');
  const expression = propertyOf(filter, 'expression');
  const every = propertyOf(filter, 'disableSingleFire');
  if (type === 'FromWorkflow') {
    if (isSaid(expression) || isSaid(every)) throw new RequestProblem('filter_mixed');
    return { type: 'status', statuses: statusesOf(status) };
  }
  if (type !== 'FromOrders') throw wrong('filter.type is FromWorkflow or FromOrders.');
  if (isSaid(status)) throw new RequestProblem('filter_mixed');
  if (typeof expression !== 'string' || expression.trim() === '' || expression.length > MOST_EXPRESSION) {
    throw wrong(`filter.expression is a JSONata expression of at most ${MOST_EXPRESSION} characters.`);
  }
  const fault = await check(expression);
  if (fault !== null) throw wrong(`filter.expression: ${fault}`);
  if (every !== undefined && every !== null && typeof every !== 'boolean') {
    throw wrong('filter.disableSingleFire is true or false.');
  }
  return { type: 'order', expression, everyMatch: every === true, document: 'vtex' };
}

/** Clients send the properties of the other type empty. */
const isSaid = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0);

function statusesOf(status: unknown): readonly string[] {
  if (status === undefined || status === null) return [];
  const isList = Array.isArray(status) && status.length <= MOST_STATUSES;
  if (!isList || !status.every((each) => typeof each === 'string' && each.length <= 100)) {
    throw wrong(`filter.status is a list of at most ${MOST_STATUSES} texts.`);
  }
  return status as string[];
}

/** The queue of a configuration (§5.3); refusal: field_invalid. */
export function queueOf(body: unknown): Pick<FeedConfig, 'hiddenSeconds' | 'retentionSeconds'> {
  const queue = propertyOf(body, 'queue');
  return {
    hiddenSeconds: seconds(queue, 'visibilityTimeoutInSeconds', HIDDEN_SECONDS, HIDDEN_SECONDS.usual),
    retentionSeconds: seconds(queue, 'messageRetentionPeriodInSeconds', RETENTION, RETENTION.least),
  };
}

function seconds(
  queue: unknown,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
  usual: number,
): number {
  const value = propertyOf(queue, name) ?? usual;
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) return value as number;
  throw wrong(`queue.${name} is a whole number from ${least} to ${most}.`);
}

/** A filter in the words of VTEX. */
export const filterView = (filter: FeedFilter): object =>
  filter.type === 'status'
    ? { type: 'FromWorkflow', status: filter.statuses }
    : { type: 'FromOrders', expression: filter.expression, disableSingleFire: filter.everyMatch };

/** Sets the key's feed or hook up, whether it was there before or not. */
export async function configure(
  feeds: Feeds,
  { account, id }: Caller,
  feed: string,
  config: FeedConfig,
): Promise<void> {
  const changed = await feeds.change(account, feed, config);
  if (changed !== 'feed_not_found') return;
  const added = await feeds.add(account, { feed, owner: id, from: null }, config);
  // Another request of the same key was faster.
  if (added === 'feed_exists') await feeds.change(account, feed, config);
  else if (typeof added === 'string') throw new RequestProblem(added);
}
