import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Expressions } from '../../feed/expressions.js';
import type { FeedItem } from '../../feed/feed.js';
import type { Feed, Feeds } from '../../feed/feeds.js';
import type { FeedItems, TakenItem } from '../../feed/items.js';
import { RequestProblem } from '../problem.js';
import { configure, filterOf, filterView, idOf, queueOf } from './feed-config.js';
import { feedCaller, feedRoutes, propertyOf, sendVtexError } from './feed-scope.js';
import { vtexFeedTime } from './feed-time.js';

export interface VtexFeedServices {
  readonly feeds: Feeds;
  readonly items: FeedItems;
  readonly expressions: Pick<Expressions, 'check' | 'test'>;
  readonly now: () => string;
}

/** Given at most in one read (vtex-oms §5.4). */
const MOST_ITEMS = 10;
const MOST_HANDLES = 1_000;

/** Feed v3 of the VTEX dialect (vtex-oms §5): the one feed of a key. */
export function addVtexFeedRoutes(scope: FastifyInstance, { feeds, items, expressions, now }: VtexFeedServices): void {
  const add = feedRoutes(scope);

  add('POST', '/feed/config', 'feeds.edit', async (request) => {
    const caller = feedCaller(request);
    const filter = await filterOf(request.body, expressions.check);
    const config = { name: `Feed of ${caller.id}`, filter, ...queueOf(request.body), hook: null };
    const feed = idOf('feed', caller);
    await configure(feeds, caller, feed, config);
    return configView((await feeds.find(caller.account, feed)) ?? notThere(), now());
  });

  add('GET', '/feed/config', 'feeds.view', async (request) => {
    const caller = feedCaller(request);
    return configView((await feeds.find(caller.account, idOf('feed', caller))) ?? notThere(), now());
  });

  add('DELETE', '/feed/config', 'feeds.edit', async (request, reply) => {
    const caller = feedCaller(request);
    await feeds.remove(caller.account, idOf('feed', caller));
    return reply.code(200).send();
  });

  add('GET', '/feed', 'feeds.take', async (request) => {
    const caller = feedCaller(request);
    const feed = idOf('feed', caller);
    if ((await feeds.find(caller.account, feed)) === null) notThere();
    const taken = await items.take(caller.account, feed, mostOf(request.query));
    return taken.map((item) => itemView(caller.account, feed, item));
  });

  add('POST', '/feed', 'feeds.take', async (request, reply) => {
    const caller = feedCaller(request);
    const handles = propertyOf(request.body, 'handles');
    if (!Array.isArray(handles) || handles.length > MOST_HANDLES || !handles.every(isHandle)) {
      throw new RequestProblem('field_invalid', { detail: `handles is a list of at most ${MOST_HANDLES} handles.` });
    }
    await items.commit(caller.account, idOf('feed', caller), handles);
    return reply.code(200).send();
  });

  add('POST', '/expressions/jsonata', 'feeds.edit', async (request, reply) => {
    feedCaller(request);
    const expression = propertyOf(request.body, 'Expression');
    if (typeof expression !== 'string') return sendVtexError(reply, 'field_missing', 'Expression is a text.');
    const wrong = await expressions.check(expression);
    if (wrong !== null) return sendVtexError(reply, 'field_invalid', `Expression: ${wrong}`);
    const answer = await expressions.test(documentOf(propertyOf(request.body, 'Document')), expression);
    if (typeof answer === 'object') return sendVtexError(reply, 'field_invalid', `Expression: ${answer.error}`);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  });
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
  throw new RequestProblem('field_invalid', { detail: 'Document is a text that holds a JSON object, or the object.' });
}

function notThere(): never {
  throw new RequestProblem('feed_not_found');
}

/** `maxlot` in whatever capitals; 10 where absent, clamped to 1…10 (§5.4). */
function mostOf(query: unknown): number {
  const said = propertyOf(query, 'maxlot');
  if (said === undefined || said === '') return MOST_ITEMS;
  if (typeof said !== 'string' || !/^\d{1,9}$/.test(said)) {
    throw new RequestProblem('field_invalid', { detail: 'maxlot is a whole number from 1 to 10.' });
  }
  return Math.min(MOST_ITEMS, Math.max(1, Number(said)));
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

function itemView(account: string, feed: string, item: TakenItem & FeedItem): object {
  return {
    eventId: eventIdOf(account, feed, item.sequence),
    handle: item.handle,
    domain: item.domain,
    state: item.state,
    lastState: item.lastState,
    orderId: item.orderId,
    lastChange: vtexFeedTime(item.lastChange),
    currentChange: vtexFeedTime(item.currentChange),
  };
}
