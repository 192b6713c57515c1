import { createHash } from 'node:crypto';
import type { Caller } from '../../access/caller.js';
import { type FeedFilter, HIDDEN_SECONDS } from '../../feed/feed.js';
import type { FeedConfig, Feeds } from '../../feed/feeds.js';
import { RequestProblem } from '../problem.js';
import { field, type Fields, integerOf, invalid, objectOf } from './reading.js';

/** Longer ones are programs. */
const MOST_EXPRESSION = 10_000;
const MOST_STATUSES = 200;

/** Seconds for which VTEX keeps an item: 4 to 14 days (vtex-oms §5.3). */
const RETENTION = { least: 345_600, most: 1_209_600 } as const;

/** The one feed and the one hook that a key may have (§5.1), under ids that follow from its name. */
export const idOf = (kind: 'feed' | 'hook', { id }: Caller): string =>
  `vtex-${kind}-${createHash('sha256').update(id).digest('hex').slice(0, 16)}`;

/** The filter of a configuration (§5.2); refusals: request_invalid, filter_mixed. */
export async function filterOf(
  body: Fields,
  check: (expression: string) => Promise<string | null>,
): Promise<FeedFilter> {
  const filter = objectOf(body, 'filter');
  const type = field(filter, 'type') ?? 'FromWorkflow';
  const status = field(filter, 'status');
  const expression = field(filter, 'expression');
  const every = field(filter, 'disableSingleFire');
  if (type === 'FromWorkflow') {
    if (isSaid(expression) || isSaid(every)) throw new RequestProblem('filter_mixed');
    return { type: 'status', statuses: statusesOf(status), document: 'vtex' };
  }
  if (type !== 'FromOrders') throw invalid('filter.type', 'must be FromWorkflow or FromOrders');
  if (isSaid(status)) throw new RequestProblem('filter_mixed');
  if (typeof expression !== 'string' || expression.trim() === '' || expression.length > MOST_EXPRESSION) {
    throw invalid('filter.expression', `must be a JSONata expression of at most ${MOST_EXPRESSION} characters`);
  }
  const fault = await check(expression);
  if (fault !== null) throw invalid('filter.expression', `cannot be read: ${fault}`);
  if (every !== undefined && every !== null && typeof every !== 'boolean') {
    throw invalid('filter.disableSingleFire', 'must be true or false');
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
    throw invalid('filter.status', `must be a list of at most ${MOST_STATUSES} texts`);
  }
  return status as string[];
}

/** The queue of a configuration (§5.3); refusal: request_invalid. */
export function queueOf(body: Fields): Pick<FeedConfig, 'hiddenSeconds' | 'retentionSeconds'> {
  const queue = objectOf(body, 'queue');
  return {
    hiddenSeconds: seconds(queue, 'visibilityTimeoutInSeconds', HIDDEN_SECONDS, HIDDEN_SECONDS.usual),
    retentionSeconds: seconds(queue, 'messageRetentionPeriodInSeconds', RETENTION, RETENTION.least),
  };
}

function seconds(
  queue: Fields,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
  usual: number,
): number {
  const value = integerOf(queue, name) ?? usual;
  if (value >= least && value <= most) return value;
  throw invalid(`queue.${name}`, `must be from ${least} to ${most}`);
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
