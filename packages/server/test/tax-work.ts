import type { Order } from '@docket/core/order/order';
import { createGuardedCaller } from '../src/adapters/http/guarded-call.js';
import { createAvatax } from '../src/adapters/tax/avatax.js';
import { createOwnRates } from '../src/adapters/tax/own-rates.js';
import type { createFollowerPool } from '../src/database/follower.js';
import { openEventLog } from '../src/event-log/read-events.js';
import { loadOrder } from '../src/event-log/load-order.js';
import { createTaskDrain } from '../src/followers/drain-tasks.js';
import { createPersonalKeys } from '../src/personal-data/keys.js';
import { FILE_TAXES, fileTaxesHandler } from '../src/tax/file-documents.js';
import { createTaxFollower } from '../src/tax/follow-taxes.js';
import { SEND_ALL_TAXES, sendAllHandler } from '../src/tax/send-again.js';
import { createTaxProviders } from '../src/tax/tax-providers.js';
import { createTaxSeal } from '../src/tax/tax-seal.js';
import { TEST_SECRET, type TestApi } from './setup/api.js';

/** What a worker does about taxes, until nothing is due any more at a time that is an hour later with every call. */
export function createTaxWork(
  api: TestApi,
  follower: ReturnType<typeof createFollowerPool>,
  /** As the worker finds an order. */
  asFound: (order: Order, now: string) => Order = (order) => order,
): () => Promise<void> {
  let now = '2030-01-01T00:00:00.000Z';
  const clock = () => now;
  const seal = createTaxSeal(TEST_SECRET);
  const serving = api.database.serving;
  const log = openEventLog(serving, createPersonalKeys(TEST_SECRET));
  const caller = createGuardedCaller({ privateToo: true });
  const providers = createTaxProviders({
    pool: serving,
    seal,
    ownRates: createOwnRates,
    avatax: createAvatax({ caller, version: '0', millis: 400, pauses: [] }),
  });
  const load = async (account: string, orderId: string): Promise<Order | null> => {
    const order = (await loadOrder(log, account, orderId))?.order ?? null;
    return order === null ? null : asFound(order, now);
  };
  const drain = createTaskDrain({
    pool: follower,
    clock,
    worker: 'test',
    kinds: { only: [FILE_TAXES, SEND_ALL_TAXES] },
    handlers: {
      [FILE_TAXES]: fileTaxesHandler({ follower, serving, load, providers, seal, clock }),
      [SEND_ALL_TAXES]: sendAllHandler({ follower, clock }),
    },
    onError: (error) => {
      throw error;
    },
  });
  return async () => {
    now = new Date(Date.parse(now) + 3_600_000).toISOString();
    await createTaxFollower({ pool: follower, clock }).follow();
    while ((await drain.drain(50)) > 0);
  };
}
