import type { Command, CommandName } from '@docket/core/order/commands';
import { decide } from '@docket/core/order/decide';
import type { ActorRef, Facts } from '@docket/core/order/decision';
import { evolve } from '@docket/core/order/evolve';
import type { Order } from '@docket/core/order/order';
import { statusOf } from '@docket/core/order/status';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../src/database/pool.js';
import { loadOrder } from '../src/event-log/load-order.js';
import type { Execute } from '../src/execute.js';
import { setStock } from '../src/stock/stock.js';
import { saveProducts } from '../src/catalogue/products.js';
import { verifyAccount } from '../src/verify/verify-account.js';
import { acceptedOrder, asked, openWritePath, placement, type WritePath } from './write-path.js';

/**
 * Two processes ask two things of one order at the same moment. Whatever happens must be what one after the other would
 * have given, in one of the two orders; nothing may be half done, and nobody may be told yes for what did not happen.
 */

const START = '2026-03-02T10:00:00.000Z';
const LATER = '2026-03-02T11:00:00.000Z';

const RIVALS = {
  'approve payment': { type: 'approve_payment', paymentId: 'p1' },
  'deny payment': { type: 'deny_payment', paymentId: 'p1' },
  'request cancel': { type: 'request_cancellation', reason: 'raced' },
  'confirm cancel': { type: 'confirm_cancellation' },
  'deny cancel': { type: 'deny_cancellation' },
  'start handling': { type: 'start_handling' },
  invoice: { type: 'issue_invoice', number: 'A-1', value: 2500, package: { trackingNumber: 'T1' } },
  tracking: { type: 'track_package', packageId: '1', delivered: true },
  'return invoice': {
    type: 'issue_return_invoice',
    number: 'R-1',
    value: 1000,
    items: [{ sku: 'mug', quantity: 1 }],
    restock: true,
  },
  'end of window': { type: 'end_cancellation_window' },
} as const satisfies Record<string, Command>;

type Rival = keyof typeof RIVALS;

/** The states in which a race is worth running, by the commands that lead there. */
const STAGES: Record<string, { window: number; commands: readonly Command[] }> = {
  'payment pending': { window: 0, commands: [] },
  'in the window': { window: 1800, commands: [RIVALS['approve payment']] },
  'ready for handling': { window: 0, commands: [RIVALS['approve payment']] },
  handling: { window: 0, commands: [RIVALS['approve payment'], RIVALS['start handling']] },
  'cancellation requested': {
    window: 0,
    commands: [RIVALS['approve payment'], RIVALS['start handling'], RIVALS['request cancel']],
  },
  invoiced: { window: 0, commands: [RIVALS['approve payment'], RIVALS['start handling'], RIVALS.invoice] },
};

const actorOf = (command: CommandName): ActorRef =>
  command === 'end_cancellation_window' ? { kind: 'system', id: 'timer' } : { kind: 'staff', id: 'staff:ana' };

const NO_FACTS: Facts = { products: new Map(), shippingMethods: new Map(), windowSeconds: 0, placementSeconds: 300 };

/** What became of both, told so that two runs can be compared: answers by command, and the order without its versions. */
interface Result {
  readonly answers: Readonly<Record<string, string>>;
  readonly status: string | null;
  readonly order: unknown;
}

function comparable(order: Order): unknown {
  const { version: _, updatedAt: __, ...head } = order.head;
  return { ...order, head };
}

function oneAfterTheOther(before: Order, first: Rival, second: Rival): Result {
  const answers: Record<string, string> = {};
  let order = before;
  for (const name of [first, second]) {
    const command = RIVALS[name];
    const actor = actorOf(command.type);
    const decision = decide(order, command, NO_FACTS, { at: LATER, actor, reason: 'a test' });
    if ('refused' in decision) {
      answers[name] = decision.refused;
      continue;
    }
    answers[name] = 'accepted';
    for (const event of decision.events) {
      order = evolve(order, {
        ...event,
        version: order.head.version + 1,
        at: LATER,
        actor: actor.id,
        reason: 'a test',
      });
    }
  }
  return { answers, status: statusOf(order.head.instances), order: comparable(order) };
}

let path: WritePath;
let rivals: readonly [Execute, Execute];

beforeAll(async () => {
  path = await openWritePath();
  rivals = [path.execute, path.another().execute];
  await saveProducts(path.database.serving, 'acme', [
    { sku: 'mug', gtin: null, name: 'Mug', priceMicros: 10_000_000, currency: 'EUR', counted: true, place: 'main' },
  ]);
  await setStock(path.database.serving, 'acme', [{ sku: 'mug', place: 'main', onHand: 100_000 }], 'counted', START);
});

afterAll(() => path.close());

async function orderAt(stage: string): Promise<Order> {
  path.clock.now = START;
  const { window, commands } = STAGES[stage] ?? { window: 0, commands: [] };
  let order = acceptedOrder(await path.execute(asked(placement({ cancellationWindow: window }))));
  for (const command of commands)
    order = acceptedOrder(await path.execute(asked(command, { orderId: order.head.orderId })));
  path.clock.now = LATER;
  return order;
}

const pairs = Object.keys(RIVALS).flatMap((first, index, all) =>
  all.slice(index).map((second) => [first as Rival, second as Rival] as const),
);

describe.each(Object.keys(STAGES))('an order that is %s', (stage) => {
  it.each(pairs)('ends legal when %s and %s come at once', async (first, second) => {
    const before = await orderAt(stage);
    const { orderId } = before.head;
    const names = first === second ? [first] : [first, second];
    const outcomes = await Promise.all(
      [first, second].map((name, index) => {
        const command = RIVALS[name];
        return rivals[index as 0 | 1](asked(command, { orderId, actor: actorOf(command.type) }));
      }),
    );
    const stored = await loadOrder(path.log, 'acme', orderId);
    if (stored === null) throw new Error('the order is gone');
    const told = outcomes.map((outcome) => (outcome.accepted ? 'accepted' : outcome.refusal.refused));

    if (names.length === 1) {
      // the same command twice: as if it came twice one after the other
      const expected = oneAfterTheOther(before, first, first);
      const repeated = decideTwice(before, first);
      expect([...told].sort()).toEqual([...repeated].sort());
      expect(comparable(stored.order)).toEqual(expected.order);
      return;
    }
    const actual = {
      answers: { [first]: told[0], [second]: told[1] },
      status: statusOf(stored.order.head.instances),
      order: comparable(stored.order),
    };
    expect([oneAfterTheOther(before, first, second), oneAfterTheOther(before, second, first)]).toContainEqual(actual);
  });
});

/** The two answers that a command gets when it is sent twice. */
function decideTwice(before: Order, name: Rival): string[] {
  const command = RIVALS[name];
  const actor = actorOf(command.type);
  const answers: string[] = [];
  let order = before;
  for (let time = 0; time < 2; time += 1) {
    const decision = decide(order, command, NO_FACTS, { at: LATER, actor, reason: 'a test' });
    answers.push('refused' in decision ? decision.refused : 'accepted');
    for (const event of 'refused' in decision ? [] : decision.events) {
      order = evolve(order, {
        ...event,
        version: order.head.version + 1,
        at: LATER,
        actor: actor.id,
        reason: 'a test',
      });
    }
  }
  return answers;
}

describe('after all races', () => {
  it('the log, the states, the lists and the stock agree', async () => {
    const report = await withAccounts(path.database.serving, ['acme'], (client) =>
      verifyAccount(client, path.log.keys, 'acme', 5),
    );
    expect(report.findings).toEqual([]);
    expect(report.orders).toBe(Object.keys(STAGES).length * pairs.length);
  });
});
