import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Order } from '@docket/core/order/order';
import { permits } from '../../access/permissions.js';
import { type DocumentShape, type FeedFilter, HIDDEN_SECONDS, RETENTION_SECONDS } from '../../feed/feed.js';
import type { FeedServices } from '../../feed/feed-services.js';
import type { Feed, FeedConfig, FeedRefusal } from '../../feed/feeds.js';
import { badHookHeader } from '../../feed/hook-headers.js';
import { failureOf, PING, postToHook } from '../../feed/post-to-hook.js';
import { callerOf, wholeCallerOf } from '../auth.js';
import type { OrderAccess } from '../order-access.js';
import { RequestProblem } from '../problem.js';
import { answers } from './answers.js';
import { marks, paged } from './page-marks.js';
import { Commit, FeedInput, feedId, FeedTest, Pause, Replay } from './schemas/feeds.js';
import { closed, ref } from './schemas/fields.js';
import { PageQuery } from './schemas/paging.js';
import { Type } from 'typebox';

interface FeedRequest {
  Params: { feed: string };
}
interface PageRequest extends FeedRequest {
  Querystring: { after?: string; limit?: number };
}
type DocumentsOf = Readonly<Record<DocumentShape, (order: Order) => object>>;

const FEED = closed({ feed: feedId() });
const TAKE = closed({
  most: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: '10 where absent.' })),
});
const tags = ['feeds'];
const WRITE = ['404', '409', '413', '415'];

/** Feeds and hooks of an account, their items and deliveries. */
export function addFeedRoutes(
  app: FastifyInstance,
  { feeds, items, deliveries, expressions, poster, now }: FeedServices & { readonly now: () => string },
  orders: Pick<OrderAccess, 'load'>,
  documents: DocumentsOf,
): void {
  /** The feed that a request names, of a caller that sees all orders. */
  const named = async (request: FastifyRequest<FeedRequest>): Promise<{ account: string; feed: string }> => {
    const { account } = wholeCallerOf(request);
    const { feed } = request.params;
    if (!(await feeds.exists(account, feed))) throw new RequestProblem('feed_not_found');
    return { account, feed };
  };
  const configOf = async (input: FeedInput): Promise<FeedConfig> => {
    const { name, hook, hiddenSeconds = HIDDEN_SECONDS.usual, retentionSeconds = RETENTION_SECONDS.usual } = input;
    if (hook !== undefined) {
      const { url, headers = {} } = hook;
      const refused = poster.refuses(url);
      if (refused !== null) {
        const detail =
          refused === 'address_private' ? 'It leads into a private network.' : 'It is no https:// address.';
        throw new RequestProblem('field_invalid', { pointer: '/hook/url', detail });
      }
      const detail = badHookHeader(headers);
      if (detail !== null) throw new RequestProblem('field_invalid', { pointer: '/hook/headers', detail });
    }
    return {
      name,
      filter: await filterOf(input.filter, (text) => expressions.check(text)),
      hiddenSeconds,
      retentionSeconds,
      hook: hook === undefined ? null : { url: hook.url, headers: hook.headers ?? {}, secret: hook.secret ?? null },
    };
  };

  app.get<{ Querystring: { after?: string; limit?: number } }>(
    '/feeds',
    {
      config: { permission: 'feeds.view' },
      schema: {
        operationId: 'listFeeds',
        tags,
        summary: 'Feeds and hooks, with what waits in them',
        querystring: PageQuery,
        response: answers(200, 'A page by id.', 'FeedPage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100 } = request.query;
      const rows = await feeds.page(wholeCallerOf(request).account, {
        after: marks(after, 1)[0] ?? null,
        limit: limit + 1,
      });
      const page = paged(rows, limit, ({ feed }) => [feed]);
      return { ...page, items: page.items.map(feedView) };
    },
  );

  app.get<FeedRequest>(
    '/feeds/:feed',
    {
      config: { permission: 'feeds.view' },
      schema: {
        operationId: 'getFeed',
        tags,
        summary: 'Read a feed',
        params: FEED,
        response: answers(200, 'The feed.', 'Feed', ['404']),
      },
    },
    async (request) => feedView(done(await feeds.find(wholeCallerOf(request).account, request.params.feed))),
  );

  app.put<FeedRequest & { Body: FeedInput }>(
    '/feeds/:feed',
    {
      config: { permission: 'feeds.edit' },
      schema: {
        operationId: 'putFeed',
        tags,
        summary: 'Make a feed or a hook, or set it up anew',
        description: 'Items that are there stay. Events that were not decided yet meet the new filter.',
        params: FEED,
        body: ref(FeedInput),
        response: answers(200, 'The feed as it is now.', 'Feed', WRITE),
      },
    },
    async (request) => {
      const { account } = wholeCallerOf(request);
      const { feed } = request.params;
      const config = await configOf(request.body);
      const changed = await feeds.change(account, feed, config);
      if (changed !== 'feed_not_found') return feedView(changed);
      return feedView(done(await feeds.add(account, { feed, owner: '', from: request.body.from ?? null }, config)));
    },
  );

  app.delete<FeedRequest>(
    '/feeds/:feed',
    {
      config: { permission: 'feeds.edit' },
      schema: {
        operationId: 'removeFeed',
        tags,
        summary: 'Remove a feed, with its items and deliveries',
        params: FEED,
        response: answers(200, 'It is gone.', 'RemovedFeed', ['404', '413', '415']),
      },
    },
    async (request) => {
      const { feed } = request.params;
      if (!(await feeds.remove(wholeCallerOf(request).account, feed))) throw new RequestProblem('feed_not_found');
      return { feed };
    },
  );

  app.post<FeedRequest & { Body: { reason: string } }>(
    '/feeds/:feed/pause',
    {
      config: { permission: 'feeds.edit' },
      schema: {
        operationId: 'pauseFeed',
        tags,
        summary: 'Let nothing go out; items gather',
        params: FEED,
        body: ref(Pause),
        response: answers(200, 'The feed, paused.', 'Feed', WRITE),
      },
    },
    async (request) => {
      const { account } = wholeCallerOf(request);
      return feedView(done(await feeds.pause(account, request.params.feed, request.body.reason)));
    },
  );

  app.post<FeedRequest>(
    '/feeds/:feed/resume',
    {
      config: { permission: 'feeds.edit' },
      schema: {
        operationId: 'resumeFeed',
        tags,
        summary: 'Go on: what waited is tried again at once, with all its tries',
        params: FEED,
        body: closed({}),
        response: answers(200, 'The feed.', 'Feed', WRITE),
      },
    },
    async (request) => feedView(done(await feeds.resume(wholeCallerOf(request).account, request.params.feed))),
  );

  app.post<FeedRequest>(
    '/feeds/:feed/ping',
    {
      config: { permission: 'feeds.edit' },
      schema: {
        operationId: 'pingHook',
        tags,
        summary: 'Send a message to a hook that is about no order, and tell how it was answered',
        description: 'Headers, signature and time limit are those of a delivery; nothing of it is kept.',
        params: FEED,
        body: closed({}),
        response: answers(200, 'What became of it.', 'HookPing', WRITE),
      },
    },
    async (request) => {
      const { feed, hook } = done(await feeds.find(wholeCallerOf(request).account, request.params.feed));
      if (hook === null) throw new RequestProblem('feed_not_a_hook');
      const at = now();
      const outcome = await postToHook(poster, hook, { id: `${feed}.ping.${at}`, at, body: PING });
      const said = outcome.answered ? { status: outcome.status, answer: outcome.text } : { status: null, answer: null };
      return { ...said, error: failureOf(outcome) };
    },
  );

  app.post<FeedRequest & { Body: { from: number } }>(
    '/feeds/:feed/replay',
    {
      config: { permission: 'feeds.edit' },
      schema: {
        operationId: 'replayFeed',
        tags,
        summary: 'Give items out again, from a number on',
        params: FEED,
        body: ref(Replay),
        response: answers(200, 'How many were done before.', 'ReplayedItems', WRITE),
      },
    },
    async (request) => {
      const { account, feed } = await named(request);
      return { replayed: await items.replay(account, feed, request.body.from) };
    },
  );

  app.post<FeedRequest & { Querystring: { most?: number } }>(
    '/feeds/:feed/take',
    {
      config: { permission: 'feeds.take' },
      schema: {
        operationId: 'takeItems',
        tags,
        summary: 'Take items: of each order the first that is open',
        params: FEED,
        querystring: TAKE,
        body: closed({}),
        response: answers(
          200,
          'Items, hidden from others until they are committed or their time is over.',
          'TakenItems',
          WRITE,
        ),
      },
    },
    async (request) => {
      const { account, feed } = await named(request);
      const taken = await items.take(account, feed, request.query.most ?? 10);
      return { items: taken.map(({ vtexOrderId: _name, ...item }) => item) };
    },
  );

  app.post<FeedRequest & { Body: { handles: string[] } }>(
    '/feeds/:feed/commit',
    {
      config: { permission: 'feeds.take' },
      schema: {
        operationId: 'commitItems',
        tags,
        summary: 'Commit items that were taken',
        params: FEED,
        body: ref(Commit),
        response: answers(200, 'How many; handles of earlier takes do nothing.', 'CommittedItems', WRITE),
      },
    },
    async (request) => {
      const { account, feed } = await named(request);
      return { committed: await items.commit(account, feed, request.body.handles) };
    },
  );

  app.get<PageRequest>(
    '/feeds/:feed/items',
    {
      config: { permission: 'feeds.view' },
      schema: {
        operationId: 'listFeedItems',
        tags,
        summary: 'Items by number, whatever became of them',
        params: FEED,
        querystring: PageQuery,
        response: answers(200, 'A page of items.', 'FeedItemPage', ['404']),
      },
    },
    async (request) => {
      const { account, feed } = await named(request);
      const { after = null, limit = 100 } = request.query;
      const [mark = '0'] = marks(after, 1);
      const rows = await items.page(account, feed, { after: numberOf(mark), limit: limit + 1, openOnly: false });
      return paged(rows, limit, ({ sequence }) => [String(sequence)]);
    },
  );

  app.get<PageRequest>(
    '/feeds/:feed/deliveries',
    {
      config: { permission: 'feeds.view' },
      schema: {
        operationId: 'listDeliveries',
        tags,
        summary: 'Every try to deliver, with the bytes that were sent and the answer',
        params: FEED,
        querystring: PageQuery,
        response: answers(200, 'A page by item and attempt.', 'DeliveryPage', ['404']),
      },
    },
    async (request) => {
      const { account, feed } = await named(request);
      const { after = null, limit = 100 } = request.query;
      const [sequence = '0', attempt = '0'] = marks(after, 2);
      const place = [numberOf(sequence), numberOf(attempt)] as const;
      const rows = await deliveries.page(account, feed, { after: place, limit: limit + 1 });
      const page = paged(rows, limit, (row) => [String(row.sequence), String(row.attempt)]);
      if (permits(callerOf(request).permissions, 'personal.view')) return page;
      return { ...page, items: page.items.map((row) => ({ ...row, answer: null })) };
    },
  );

  app.post<{ Body: FeedTest }>(
    '/feed-tests',
    {
      config: { permission: 'feeds.edit' },
      schema: {
        operationId: 'testExpression',
        tags,
        summary: 'Whether an expression is true of an order as it stands',
        body: ref(FeedTest),
        response: answers(200, 'True or false, or why that cannot be said.', 'FeedTestAnswer', ['404', '413', '415']),
      },
    },
    async (request) => {
      const { expression, document = 'docket', orderId } = request.body;
      const order = await orders.load(wholeCallerOf(request), orderId);
      if (order === null) throw new RequestProblem('order_not_found');
      const answer = await expressions.test(documents[document](order), expression);
      return typeof answer === 'boolean' ? { matches: answer, error: null } : { matches: null, error: answer.error };
    },
  );
}

function done(answer: Feed | FeedRefusal | null): Feed {
  if (answer === null) throw new RequestProblem('feed_not_found');
  if (typeof answer === 'string') throw new RequestProblem(answer);
  return answer;
}

function numberOf(mark: string): number {
  if (/^\d{1,15}$/.test(mark)) return Number(mark);
  throw new RequestProblem('cursor_invalid', { in: 'query', pointer: '/after' });
}

async function filterOf(
  { type, statuses, expression, everyMatch, document = 'docket' }: FeedInput['filter'],
  check: (expression: string) => Promise<string | null>,
): Promise<FeedFilter> {
  if (type === 'status') {
    if (expression !== undefined || everyMatch !== undefined)
      throw new RequestProblem('filter_mixed', { pointer: '/filter' });
    return { type, statuses: statuses ?? [], document };
  }
  if (statuses !== undefined) throw new RequestProblem('filter_mixed', { pointer: '/filter/statuses' });
  const pointer = '/filter/expression';
  if (expression === undefined) throw new RequestProblem('field_missing', { pointer });
  const detail = await check(expression);
  if (detail !== null) throw new RequestProblem('field_invalid', { pointer, detail });
  return { type, expression, everyMatch: everyMatch === true, document };
}

function feedView({ hook, ...feed }: Feed): object {
  if (hook === null) return { ...feed, hook };
  return { ...feed, hook: { url: hook.url, headers: Object.keys(hook.headers), signed: hook.secret !== null } };
}
