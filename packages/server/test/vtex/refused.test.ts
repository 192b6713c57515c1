import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureAppKey } from '../../src/access/app-key-rows.js';
import { vtexRoutes } from '../../src/api/vtex/vtex-routes.js';
import { createTestApi, type TestApi } from '../setup/api.js';
import { keep, type Pair, pairsOf, play } from './golden.js';

/**
 * Who is not let in, or asks too often, or while the database is away or something of ours is broken, is told so in the error
 * body of what was asked.
 */

let api: TestApi;
let limited: TestApi;
const kept: Pair[] = [];
beforeAll(async () => {
  [api, limited] = await Promise.all([createTestApi(), createTestApi({ rateLimit: 1 })]);
  await ensureAppKey(api.database.serving, 'default', { key: 'looker', token: 't', permissions: ['orders.view'] });
});
afterAll(async () => {
  keep('refused', kept);
  await Promise.all([api.end(), limited.end()]);
});

const CALLERS: Readonly<Record<string, Record<string, string>>> = {
  'a stranger': { 'x-vtex-api-apptoken': 'guessed' },
  'a key that may only see orders': { 'x-vtex-api-appkey': 'looker', 'x-vtex-api-apptoken': 't' },
};
/** As after a bad upgrade: what the calls look for is not there. */
const BROKEN = ['orders', 'order_list', 'feeds'];
const rename = async (from: string, to: string): Promise<void> => {
  const words = BROKEN.map((table) => `alter table ${table}${from} rename to ${table}${to}`);
  await api.database.owner.query(words.join('; '));
};

const nobody = { orderId: 'x-01', others: new Map<string, string>() };

describe('golden pairs of refused callers', () => {
  it.each(pairsOf('refused'))('$given: $name', async (pair) => {
    const { given, request } = pair;
    const sent = { ...pair, request: { ...request, headers: { ...request.headers, ...CALLERS[given] } } };
    const answer = await (async () => {
      if (given === 'no request left in this minute') {
        await limited.ask('GET', '/api/oms/pvt/orders/x-01');
        return play(limited, sent, nobody);
      }
      if (given === 'a fault of our own') {
        await rename('', '_gone');
        try {
          return await play(api, sent, nobody);
        } finally {
          await rename('_gone', '');
        }
      }
      if (given !== 'no database') return play(api, sent, nobody);
      // The key is known from before.
      const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
      const gone = vi.spyOn(api.database.serving, 'connect').mockRejectedValue(away);
      return play(api, sent, nobody).finally(() => gone.mockRestore());
    })();
    kept.push({ ...pair, ...(answer === undefined ? {} : { answer }) });
  });
});

it.each(Object.keys(CALLERS))('every route has a pair of %s', (given) => {
  const calls = pairsOf('refused').filter((pair) => pair.given === given);
  const without = vtexRoutes({} as never, {} as never).filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
    return !calls.some(({ request }) => request.method === method && pattern.test(request.path));
  });
  expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});
