import { createHash } from 'node:crypto';
import type { Expressions } from '../../feed/expressions.js';
import type { Feed, Feeds } from '../../feed/feeds.js';
import type { FeedItems, TakenItem } from '../../feed/items.js';
import { wholeCallerOf } from '../auth.js';
import { RequestProblem } from '../problem.js';
import { sendNothing } from './commands.js';
import type { VtexRoute } from './dialect.js';
import { configure, filterOf, filterView, idOf, queueOf } from './feed-config.js';
import { vtexFeedTime } from './feed-time.js';
import { field, fieldsOf, integerOf, invalid, queryOf } from './reading.js';

export interface VtexFeedServices {
  readonly feeds: Feeds;
  readonly items: FeedItems;
  readonly expressions: Pick<Expressions, 'check' | 'test'>;
  readonly now: () => string;
}

/** Given at most in one read (vtex-oms §5.4). */
const MOST_ITEMS = 10;
const MOST_HANDLES = 1_000;
/** An expression has 10,000 characters at most; a document to test it on is larger, and goes to a process of its own. */
const TEST_BYTES = 256 * 1024;

/** Feed v3: rows 15 to 17 and 19 of the index (vtex-oms §5), the one feed of a key. */
export function feedRoutes({ feeds, items, expressions, now }: VtexFeedServices): readonly VtexRoute[] {
  const configuration = '/api/orders/feed/config';
  return [
    {
      method: 'POST',
      path: configuration,
      permission: 'feeds.edit',
      handler: async (request) => {
        const caller = wholeCallerOf(request);
        const body = fieldsOf(request.body);
        const filter = await filterOf(body, expressions.check);
        const config = { name: `Feed of ${caller.id}`, filter, ...queueOf(body), hook: null };
        const feed = idOf('feed', caller);
        await configure(feeds, caller, feed, config);
        return configView((await feeds.find(caller.account, feed)) ?? notThere(), now());
      },
    },
    {
      method: 'GET',
      path: configuration,
      permission: 'feeds.view',
      handler: async (request) => {
        const caller = wholeCallerOf(request);
        return configView((await feeds.find(caller.account, idOf('feed', caller))) ?? notThere(), now());
      },
    },
    {
      method: 'DELETE',
      path: configuration,
      permission: 'feeds.edit',
      handler: async (request, reply) => {
        const caller = wholeCallerOf(request);
        await feeds.remove(caller.account, idOf('feed', caller));
        return sendNothing(reply);
      },
    },
    {
      method: 'GET',
      path: '/api/orders/feed',
      permission: 'feeds.take',
      handler: async (request) => {
        const caller = wholeCallerOf(request);
        const feed = idOf('feed', caller);
        if (!(await feeds.exists(caller.account, feed))) notThere();
        // 10 where it is absent, clamped to 1…10 (vtex-oms §5.4).
        const asked = integerOf(queryOf(request.query), 'maxlot') ?? MOST_ITEMS;
        const taken = await items.take(caller.account, feed, Math.min(MOST_ITEMS, Math.max(1, asked)));
        return taken.map((item) => itemView(caller.account, feed, item));
      },
    },
    {
      method: 'POST',
      path: '/api/orders/feed',
      permission: 'feeds.take',
      handler: async (request, reply) => {
        const caller = wholeCallerOf(request);
        const handles = field(fieldsOf(request.body), 'handles');
        if (!Array.isArray(handles) || handles.length > MOST_HANDLES || !handles.every(isHandle)) {
          throw invalid('handles', `must be a list of at most ${MOST_HANDLES} handles`);
        }
        await items.commit(caller.account, idOf('feed', caller), handles);
        return sendNothing(reply);
      },
    },
    {
      method: 'POST',
      path: '/api/orders/expressions/jsonata',
      permission: 'feeds.edit',
      bodyLimit: TEST_BYTES,
      handler: async (request, reply) => {
        wholeCallerOf(request);
        const body = fieldsOf(request.body);
        const expression = field(body, 'Expression');
        if (typeof expression !== 'string') throw invalid('Expression', 'must be a text');
        const fault = await expressions.check(expression);
        if (fault !== null) throw invalid('Expression', `cannot be read: ${fault}`);
        const answer = await expressions.test(documentOf(field(body, 'Document')), expression);
        if (typeof answer === 'object') throw invalid('Expression', `has no answer: ${answer.error}`);
        return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
      },
    },
  ];
}

const isHandle = (handle: unknown): handle is string => typeof handle === 'string' && handle.length <= 1_000;

/** A text that holds JSON, or the document itself (§5.6). */
function documentOf(given: unknown): object {
  try {
    const document: unknown = typeof given === 'string' ? JSON.parse(given) : given;
    if (typeof document === 'object' && document !== null) return document;
  } catch {
    // Told below, as what is no object.
  }
  throw invalid('Document', 'must be a text that holds a JSON object, or the object');
}

function notThere(): never {
  throw new RequestProblem('feed_not_found');
}

function configView({ filter, hiddenSeconds, retentionSeconds, state }: Feed, now: string): object {
  const age = state.oldestOpenAt === null ? 0 : Math.max(0, Date.parse(now) - Date.parse(state.oldestOpenAt)) / 1_000;
  return {
    filter: filterView(filter),
    queue: { visibilityTimeoutInSeconds: hiddenSeconds, messageRetentionPeriodInSeconds: retentionSeconds },
    quantity: state.open,
    approximateAgeOfOldestMessageInSeconds: age,
  };
}

/** The same for every delivery of an item: 32 hexadecimal digits. */
const eventIdOf = (account: string, feed: string, sequence: number): string =>
  createHash('sha256').update(`${account}\n${feed}\n${sequence}`).digest('hex').slice(0, 32).toUpperCase();

function itemView(account: string, feed: string, item: TakenItem): object {
  return {
    eventId: eventIdOf(account, feed, item.sequence),
    handle: item.handle,
    domain: item.domain,
    state: item.state,
    lastState: item.lastState,
    orderId: item.vtexOrderId ?? item.orderId,
    lastChange: vtexFeedTime(item.lastChange),
    currentChange: vtexFeedTime(item.currentChange),
  };
}
