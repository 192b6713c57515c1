import type { Command, CommandName } from '@docket/core/order/commands';
import type { ActorRef, Facts } from '@docket/core/order/decision';
import { evolve } from '@docket/core/order/evolve';
import { decideLinked } from '@docket/core/order/linked';
import type { Order } from '@docket/core/order/order';
import { isRefusal } from '@docket/core/order/refusals';
import { loadOrder } from '../src/event-log/load-order.js';
import type { Execute, Outcome } from '../src/execute.js';
import { asked, type WritePath } from './write-path.js';

/** What races race: ten commands, and what two of them give when one comes after the other. */

export const LATER = '2026-03-02T11:00:00.000Z';

export const RIVALS = {
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

export type Rival = keyof typeof RIVALS;

export const RIVAL_NAMES = Object.keys(RIVALS) as readonly Rival[];

/** A command on its way to one of the orders of a race. */
export interface Runner {
  readonly orderId: string;
  readonly rival: Rival;
}

const actorOf = (command: CommandName): ActorRef =>
  command === 'end_cancellation_window' ? { kind: 'system', id: 'timer' } : { kind: 'staff', id: 'staff:ana' };

const NO_FACTS: Facts = {
  products: new Map(),
  shippingMethods: new Map(),
  holdTypes: [],
  returns: { policies: [], reasons: [] },
  workflows: [],
  documentTypes: [],
  targetFields: [],
  stores: [{ store: 'default', active: true, orderNumbers: null }],
  channels: [{ channel: 'default', active: true, store: null }],
  places: ['main'],
  defaults: { store: 'default', channel: 'default', workflow: 'complete', rounding: 'half_up', orderNumbers: null },
  windowSeconds: 0,
  placementSeconds: 300,
};

/** What became of both, told so that two runs can be compared: the answers in the order of the runners, and the orders. */
interface Result {
  readonly answers: readonly string[];
  readonly orders: Readonly<Record<string, unknown>>;
}

/** Versions count events, and an order that hears twice of the same thing has one more of them: they are no result. */
function comparable(orders: Iterable<Order>): Record<string, unknown> {
  return Object.fromEntries(
    [...orders].map((order) => {
      const { version: _, updatedAt: __, ...head } = order.head;
      return [head.orderId, { ...order, head }];
    }),
  );
}

/** Both runners sent by two processes at the same moment. */
export async function raced(
  path: WritePath,
  processes: readonly [Execute, Execute],
  orders: ReadonlyMap<string, Order>,
  runners: readonly [Runner, Runner],
): Promise<Result> {
  const outcomes = await Promise.all(
    runners.map(({ orderId, rival }, index) => {
      const command = RIVALS[rival];
      return processes[index as 0 | 1](asked(command, { orderId, actor: actorOf(command.type) }));
    }),
  );
  const stored = await Promise.all([...orders.keys()].map((orderId) => loadOrder(path.log, 'acme', orderId)));
  return {
    answers: outcomes.map(answerOf),
    orders: comparable(stored.flatMap((found) => found?.order ?? [])),
  };
}

const answerOf = (outcome: Outcome): string => (outcome.accepted ? 'accepted' : outcome.refusal.refused);

/** The two results that are legal: the first runner before the second, and the second before the first. */
export function oneAfterTheOther(
  orders: ReadonlyMap<string, Order>,
  [first, second]: readonly [Runner, Runner],
): readonly Result[] {
  const forwards = inTurn(orders, [first, second]);
  const backwards = inTurn(orders, [second, first]);
  return [forwards, { ...backwards, answers: [...backwards.answers].reverse() }];
}

function inTurn(before: ReadonlyMap<string, Order>, runners: readonly Runner[]): Result {
  const orders = new Map(before);
  const answers = runners.map(({ orderId, rival }) => {
    const command = RIVALS[rival];
    const actor = actorOf(command.type);
    const decisions = decideLinked(orders, orderId, command, NO_FACTS, { at: LATER, actor, reason: 'a test' });
    if (isRefusal(decisions)) return decisions.refused;
    for (const [id, { events }] of decisions) {
      let order = orders.get(id) ?? null;
      for (const event of events) {
        const version: number = (order?.head.version ?? 0) + 1;
        order = evolve(order, { ...event, version, at: LATER, actor: actor.id, reason: 'a test' });
      }
      if (order !== null) orders.set(id, order);
    }
    return 'accepted';
  });
  return { answers, orders: comparable(orders.values()) };
}
