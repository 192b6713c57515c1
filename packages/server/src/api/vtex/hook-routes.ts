import type { FastifyInstance } from 'fastify';
import type { Poster } from '@docket/core/ports';
import type { Expressions } from '../../feed/expressions.js';
import { RETENTION_SECONDS } from '../../feed/feed.js';
import type { Feed, Feeds } from '../../feed/feeds.js';
import { badHookHeader } from '../../feed/hook-headers.js';
import { RequestProblem } from '../problem.js';
import { configure, filterOf, filterView, idOf } from './feed-config.js';
import { feedCaller, feedRoutes, propertyOf } from './feed-scope.js';

export interface VtexHookServices {
  readonly feeds: Feeds;
  readonly expressions: Pick<Expressions, 'check'>;
  readonly poster: Poster;
}

/** A receiver answers the ping within this time, in milliseconds. */
const PING_WITHIN = 5_000;

/** Hook v3 of the VTEX dialect (vtex-oms §5.5): the one hook of a key. */
export function addVtexHookRoutes(scope: FastifyInstance, { feeds, expressions, poster }: VtexHookServices): void {
  const add = feedRoutes(scope);

  add('POST', '/hook/config', 'feeds.edit', async (request) => {
    const caller = feedCaller(request);
    const filter = await filterOf(request.body, expressions.check);
    const target = targetOf(propertyOf(request.body, 'hook'), poster);
    await ping(poster, target);
    const feed = idOf('hook', caller);
    await configure(feeds, caller, feed, {
      name: `Hook of ${caller.id}`,
      filter,
      hiddenSeconds: 0,
      retentionSeconds: RETENTION_SECONDS.usual,
      hook: { ...target, secret: null },
    });
    // The published answer has the shape of a notification (§10.2 row 22).
    return {
      Domain: '',
      OrderId: '',
      State: '',
      LastState: '',
      LastChange: null,
      CurrentChange: null,
      Origin: { Account: caller.account, Key: keyOf(caller.id) },
    };
  });

  add('GET', '/hook/config', 'feeds.view', async (request) => {
    const caller = feedCaller(request);
    const hook = await feeds.find(caller.account, idOf('hook', caller));
    if (hook === null) throw new RequestProblem('feed_not_found');
    return configView(hook);
  });

  add('DELETE', '/hook/config', 'feeds.edit', async (request, reply) => {
    const caller = feedCaller(request);
    await feeds.remove(caller.account, idOf('hook', caller));
    return reply.code(200).send();
  });
}

/** The name of a key, out of the id of its caller. */
export const keyOf = (id: string): string => id.replace(/^key:/, '');

interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where to deliver, checked by its form; refusal: field_invalid. */
function targetOf(hook: unknown, poster: Poster): Target {
  const url = propertyOf(hook, 'url');
  const wrong = (detail: string): RequestProblem => new RequestProblem('field_invalid', { detail });
  if (typeof url !== 'string' || url.length > 2_000) throw wrong('hook.url is an address that begins with https://.');
  const refused = poster.refuses(url);
  if (refused === 'address_private') throw wrong('hook.url leads into a private network.');
  if (refused !== null) throw wrong('hook.url is an address that begins with https://.');
  const headers = propertyOf(hook, 'headers') ?? {};
  if (typeof headers !== 'object' || Array.isArray(headers)) throw wrong('hook.headers is an object of texts.');
  const bad = badHookHeader(headers as Record<string, unknown>);
  if (bad !== null) throw wrong(`hook.headers: ${bad}`);
  return { url, headers: headers as Record<string, string> };
}

/** Nothing is stored where the receiver does not answer 200 in time. */
async function ping(poster: Poster, { url, headers }: Target): Promise<void> {
  const outcome = await poster.post({
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"hookConfig":"ping"}',
    millis: PING_WITHIN,
  });
  if (outcome.answered && outcome.status === 200) return;
  const said = outcome.answered ? `it answered ${outcome.status}` : outcome.reason;
  throw new RequestProblem('hook_unreachable', { detail: `The address did not answer the ping with 200: ${said}.` });
}

const configView = ({ filter, hook }: Feed): object => ({
  filter: filterView(filter),
  hook: { url: hook?.url ?? '', headers: hook?.headers ?? {} },
});
