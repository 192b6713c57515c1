import type { DraftOrderContent } from '@docket/core/draft-order/draft-order';
import { composeDraftOrders } from '../src/compose-draft-orders.js';
import { createFollowerPool } from '../src/database/follower.js';
import { type DraftOrderInput, isNotDone } from '../src/draft-orders/draft-order-input.js';
import { draftOrderMomentHandler } from '../src/draft-orders/draft-order-moments.js';
import { DRAFT_ORDER_MOMENT, type DraftOrder } from '../src/draft-orders/draft-order-rows.js';
import { createExecute, type Execute } from '../src/execute.js';
import { createTaskDrain } from '../src/followers/drain-tasks.js';
import { EACH_TIME } from '../src/kept-answers.js';
import { createQueueMail } from '../src/mail/queue-mail.js';
import { createContentSeal } from '../src/mail/sealed-content.js';
import { createQuoteBasket } from '../src/pricing/quote-basket.js';
import { setStock } from '../src/stock/stock.js';
import { saveProducts } from '../src/catalogue/products.js';
import { rowsOf, type WritePath } from './write-path.js';

export const ACCOUNT = 'acme';
export const STAFF = { actor: 'user:ana' };
const staff = { kind: 'staff', id: 'user:ana' } as const;

const CONTENT: DraftOrderContent = {
  buyer: { email: 'berta@example.org', firstName: 'Berta', lastName: 'Lang' },
  lines: [{ sku: 'mug', quantity: 1 }],
  deliveries: [{ type: 'delivery', price: 0, address: { country: 'PT', city: 'Porto' } }],
};

/** Draft orders as one process works on them, at a time that the test sets. */
export function openDraftOrders(path: WritePath, around: (execute: Execute) => Execute = (execute) => execute) {
  const { log, facts, numbers, database } = path;
  const clock = (): string => path.clock.now;
  const quoteBasket = createQuoteBasket({ pool: database.serving, facts });
  const sources = { log, facts, numbers, quote: (account: string, basket: Parameters<typeof quoteBasket>[1]) => quoteBasket(account, basket, clock()) }; // prettier-ignore
  const { committer } = path.another();
  const execute = around(createExecute({ ...sources, committer, clock }));
  const contents = createContentSeal('a secret of sufficient length');
  const queueMail = createQueueMail({ keys: log.keys, contents, clock, sends: false });
  const publicUrl = new URL('https://shop.example');
  const services = composeDraftOrders({ ...sources, execute, queueMail, publicUrl, clock });
  const { draftOrders, placing } = services;
  const follower = createFollowerPool(database, { max: 2, applicationName: 'test follower' });
  const tasks = createTaskDrain({
    pool: follower,
    clock,
    worker: 'test',
    kinds: { only: [DRAFT_ORDER_MOMENT] },
    handlers: { [DRAFT_ORDER_MOMENT]: draftOrderMomentHandler({ follower, clock }) },
    onError: (error) => {
      throw error;
    },
  });
  const done = <Done extends object>(answer: Done): Exclude<Done, { problem: string }> => {
    if ('problem' in answer) throw new Error(`not done: ${JSON.stringify(answer)}`);
    return answer as Exclude<Done, { problem: string }>;
  };
  const input = (
    changes: Partial<DraftOrderInput> = {},
    content: Partial<DraftOrderContent> = {},
  ): DraftOrderInput => ({
    currency: 'EUR',
    channel: 'web',
    stockPolicy: 'none',
    content: { ...CONTENT, ...content },
    ...changes,
  });
  return {
    ...services,
    execute,
    input,
    done,
    tasks: () => tasks.drain(10),
    tryAdd: (changes?: Partial<DraftOrderInput>, content?: Partial<DraftOrderContent>) =>
      draftOrders.add(ACCOUNT, input(changes, content), STAFF, EACH_TIME),
    add: async (changes?: Partial<DraftOrderInput>, content?: Partial<DraftOrderContent>): Promise<DraftOrder> => {
      const made = await draftOrders.add(ACCOUNT, input(changes, content), STAFF, EACH_TIME);
      if (isNotDone(made)) throw new Error(`not added: ${JSON.stringify(made)}`);
      return made;
    },
    place: (id: string) => placing.place(ACCOUNT, id, { actor: staff, reason: 'a test' }),
    find: async (id: string): Promise<DraftOrder> => {
      const found = await draftOrders.find(ACCOUNT, id);
      if (found === null) throw new Error('the draft order is gone');
      return found;
    },
    kinds: async (id: string) => (await draftOrders.changes(ACCOUNT, id, null, 50)).map(({ kind }) => kind).reverse(),
    end: () => follower.end(),
  };
}

export async function stocked(path: WritePath, pieces: Readonly<Record<string, number>>): Promise<void> {
  const { database, clock } = path;
  await saveProducts(
    database.serving,
    ACCOUNT,
    Object.keys(pieces).map((sku) => ({
      sku,
      gtin: null,
      name: sku.toUpperCase(),
      priceMicros: 10_000_000,
      currency: 'EUR',
      counted: true,
      place: 'main',
    })),
  );
  const counts = Object.entries(pieces).map(([sku, onHand]) => ({ sku, place: 'main', onHand }));
  await setStock(database.serving, ACCOUNT, counts, 'a test', clock.now);
}

export async function shelf(
  path: WritePath,
  sku: string,
): Promise<{ onHand: number; claimed: number; confirmed: number }> {
  const rows = await rowsOf<{ onHand: number; claimed: number; confirmed: number }>(
    path,
    'select on_hand as "onHand", claimed, confirmed from stock where account = $1 and sku = $2',
    [ACCOUNT, sku],
  );
  if (rows[0] === undefined) throw new Error(`no stock of ${sku}`);
  return rows[0];
}
