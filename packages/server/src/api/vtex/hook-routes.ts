import type { Poster } from '@docket/core/ports';
import type { Expressions } from '../../feed/expressions.js';
import { RETENTION_SECONDS } from '../../feed/feed.js';
import type { Feed, Feeds } from '../../feed/feeds.js';
import { badHookHeader } from '../../feed/hook-headers.js';
import { PING, postToHook } from '../../feed/post-to-hook.js';
import { wholeCallerOf } from '../auth.js';
import { RequestProblem } from '../problem.js';
import { sendNothing } from './commands.js';
import type { VtexRoute } from './dialect.js';
import { configure, filterOf, filterView, idOf } from './feed-config.js';
import { field, type Fields, fieldsOf, invalid, objectOf } from './reading.js';

export interface VtexHookServices {
  readonly feeds: Feeds;
  readonly expressions: Pick<Expressions, 'check'>;
  readonly poster: Poster;
}

/** Hook v3: row 18 of the index (vtex-oms §5.5), the one hook of a key. */
export function hookRoutes({ feeds, expressions, poster }: VtexHookServices): readonly VtexRoute[] {
  const configuration = '/api/orders/hook/config';
  return [
    {
      method: 'POST',
      path: configuration,
      permission: 'feeds.edit',
      handler: async (request) => {
        const caller = wholeCallerOf(request);
        const body = fieldsOf(request.body);
        const filter = await filterOf(body, expressions.check);
        const target = targetOf(objectOf(body, 'hook'), poster);
        await ping(poster, target);
        const feed = idOf('hook', caller);
        await configure(feeds, caller, feed, {
          name: `Hook of ${caller.id}`,
          filter,
          hiddenSeconds: 0,
          retentionSeconds: RETENTION_SECONDS.usual,
          hook: { ...target, secret: null },
        });
        // The published answer has the keys of a notification, all of them texts (§1.5, §10.2 row 22).
        return {
          Domain: '',
          OrderId: '',
          State: '',
          LastState: '',
          LastChange: '',
          CurrentChange: '',
          Origin: { Account: caller.account, Key: keyOf(caller.id) },
          filter: filterView(filter),
          hook: target,
        };
      },
    },
    {
      method: 'GET',
      path: configuration,
      permission: 'feeds.view',
      handler: async (request) => {
        const caller = wholeCallerOf(request);
        const hook = await feeds.find(caller.account, idOf('hook', caller));
        if (hook === null) throw new RequestProblem('feed_not_found');
        return configView(hook);
      },
    },
    {
      method: 'DELETE',
      path: configuration,
      permission: 'feeds.edit',
      handler: async (request, reply) => {
        const caller = wholeCallerOf(request);
        await feeds.remove(caller.account, idOf('hook', caller));
        return sendNothing(reply);
      },
    },
  ];
}

/** The name of a key, out of the id of its caller. */
export const keyOf = (id: string): string => id.replace(/^key:/, '');

interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where to deliver, checked by its form; refusal: request_invalid. */
function targetOf(hook: Fields, poster: Poster): Target {
  const url = field(hook, 'url');
  if (typeof url !== 'string' || url.length > 2_000) throw invalid('hook.url', NO_ADDRESS);
  const refused = poster.refuses(url);
  if (refused === 'address_private') throw invalid('hook.url', 'leads into a private network');
  if (refused !== null) throw invalid('hook.url', NO_ADDRESS);
  const headers = field(hook, 'headers') ?? {};
  if (typeof headers !== 'object' || Array.isArray(headers))
    throw invalid('hook.headers', 'must be an object of texts');
  const bad = badHookHeader(headers as Record<string, unknown>);
  if (bad !== null) throw invalid('hook.headers', `cannot be sent: ${bad}`);
  return { url, headers: headers as Record<string, string> };
}

const NO_ADDRESS = 'must be an address that begins with https://';

/** Nothing is stored where the receiver does not answer 200 in time. It is not signed, so it needs no id and no time. */
async function ping(poster: Poster, target: Target): Promise<void> {
  const outcome = await postToHook(poster, { ...target, secret: null }, { id: '', at: '', body: PING });
  if (outcome.answered && outcome.status === 200) return;
  const said = outcome.answered ? `it answered ${outcome.status}` : outcome.reason;
  throw new RequestProblem('hook_unreachable', { detail: `The address did not answer the ping with 200: ${said}.` });
}

const configView = ({ filter, hook }: Feed): object => ({
  filter: filterView(filter),
  hook: { url: hook?.url ?? '', headers: hook?.headers ?? {} },
});
