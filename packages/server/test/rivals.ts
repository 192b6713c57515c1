import type { Command, CommandName } from '@docket/core/order/commands';
import type { ActorRef, Facts } from '@docket/core/order/decision';
import { evolve } from '@docket/core/order/evolve';
import { decideLinked } from '@docket/core/order/linked';
import type { Order } from '@docket/core/order/order';
import { isRefusal } from '@docket/core/order/refusals';
import { loadOrder } from '../src/event-log/load-order.js';
import type { Execute, Outcome } from '../src/execute.js';
import { asked, type WritePath } from './write-path.js';

/** What races race: ten commands, and what they give when one comes after the other. */

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

/** What races of goods that come back, and of goods that are packed: of one return, and of packages of one shipment. */
export const GOODS_RIVALS = {
  'request return': { type: 'request_return', items: [{ lineId: '1', quantity: 1, reason: 'wrong_item' }] },
  'authorise return': { type: 'authorise_return', returnId: '1' },
  'receive return': { type: 'receive_return', returnId: '1' },
  'inspect return': {
    type: 'inspect_return',
    returnId: '1',
    items: [{ lineId: '1', accepted: 1, rejected: 0, restock: true }],
  },
  'settle return': { type: 'settle_return', returnId: '1', resolution: 'refund', invoiceNumber: 'R-2' },
  'close return': { type: 'close_return', returnId: '1' },
  'withdraw return': { type: 'withdraw_return', returnId: '1' },
  pack: { type: 'pack_package', shipmentId: '1', packageId: 'A', items: [{ sku: 'mug', quantity: 1 }] },
  'pack the rest': { type: 'pack_package', shipmentId: '1' },
  'move to another package': {
    type: 'move_packed_items',
    shipmentId: '1',
    from: 'A',
    to: 'B',
    items: [{ sku: 'mug', quantity: 1 }],
  },
  unpack: { type: 'unpack_package', shipmentId: '1', packageId: 'A' },
  'send package': { type: 'send_package', packageId: 'A' },
  'send shipment': { type: 'send_package', shipmentId: '1' },
  'cancel shipment': { type: 'cancel_shipment', shipmentId: '1' },
} as const satisfies Record<string, Command>;

export type GoodsRival = keyof typeof GOODS_RIVALS;

export type Rival = keyof typeof RIVALS;

const COMMANDS: Readonly<Record<Rival | GoodsRival, Command>> = { ...RIVALS, ...GOODS_RIVALS };

export const RIVAL_NAMES = Object.keys(RIVALS) as readonly Rival[];

/** A command on its way to one of the orders of a race. */
export interface Runner {
  readonly orderId: string;
  readonly rival: Rival | GoodsRival;
}

const actorOf = (command: CommandName): ActorRef =>
  command === 'end_cancellation_window' ? { kind: 'system', id: 'timer' } : { kind: 'staff', id: 'staff:ana' };

const NO_FACTS: Facts = {
  products: new Map(),
  shippingMethods: new Map(),
  holdTypes: [],
  returns: { policies: [], reasons: [{ reason: 'wrong_item', use: 'request', commentNeeded: false, active: true }] },
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

/** What became of all, told so that two runs can be compared: the answers in the order of the runners, and the orders. */
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

/** Every runner sent by a process of its own, at the same moment. */
export async function raced(
  path: WritePath,
  processes: readonly Execute[],
  orders: ReadonlyMap<string, Order>,
  runners: readonly Runner[],
): Promise<Result> {
  const outcomes = await Promise.all(
    runners.map(({ orderId, rival }, index) => {
      const command = COMMANDS[rival];
      const execute = processes[index];
      if (execute === undefined) throw new Error('more runners than processes');
      return execute(asked(command, { orderId, actor: actorOf(command.type) }));
    }),
  );
  const stored = await Promise.all([...orders.keys()].map((orderId) => loadOrder(path.log, 'acme', orderId)));
  return {
    answers: outcomes.map(answerOf),
    orders: comparable(stored.flatMap((found) => found?.order ?? [])),
  };
}

const answerOf = (outcome: Outcome): string => (outcome.accepted ? 'accepted' : outcome.refusal.refused);

/** The results that are legal: the runners one after the other, in any order. */
export function oneAfterTheOther(orders: ReadonlyMap<string, Order>, runners: readonly Runner[]): readonly Result[] {
  return orderings(runners.map((_, index) => index)).map((turns) => {
    const { answers, orders: after } = inTurn(
      orders,
      turns.map((index) => runners[index] as Runner),
    );
    return { answers: runners.map((_, index) => answers[turns.indexOf(index)] ?? ''), orders: comparable(after) };
  });
}

const orderings = (turns: readonly number[]): readonly (readonly number[])[] =>
  turns.length <= 1
    ? [turns]
    : turns.flatMap((first) => orderings(turns.filter((turn) => turn !== first)).map((rest) => [first, ...rest]));

/** What the runners are answered, and the orders after them. */
export function inTurn(
  before: ReadonlyMap<string, Order>,
  runners: readonly Runner[],
): { readonly answers: readonly string[]; readonly orders: readonly Order[] } {
  const orders = new Map(before);
  const answers = runners.map(({ orderId, rival }) => {
    const command = COMMANDS[rival];
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
  return { answers, orders: [...orders.values()] };
}

/** What is wrong with orders however they came about: nothing, or the rules that they break. */
export function broken(orders: readonly Order[]): readonly string[] {
  const alone = orders.flatMap(({ head, lines, documents }) => {
    const { receivable = 0, authorised = 0 } = head.ledger;
    const invoices = Object.values(documents.invoice);
    const payments = Object.values(documents.payment);
    const invoiced = invoices.reduce((sum, { value }) => sum + value, 0);
    return [
      ...(Object.values(head.ledger).reduce((sum, balance) => sum + balance, 0) === 0 ? [] : ['the book balances']),
      ...(payments.every((each) => each.refunded <= each.captured && each.captured + each.voided <= each.authorised)
        ? []
        : ['no payment passes its ceilings']),
      ...(lines.every(
        (line) => line.invoiced + line.cancelled <= line.quantity && line.returned <= line.invoiced + line.shipped,
      )
        ? []
        : ['no line passes its pieces']),
      ...(invoiced <= head.totals.total + lines.length ? [] : ['invoices stay within the sale']),
      ...(head.cancellation === null || (receivable === 0 && authorised === 0)
        ? []
        : ['a cancelled order owes nothing']),
      ...(head.cancellation === null || invoices.length === 0 ? [] : ['no order is cancelled and invoiced']),
    ];
  });
  const [one, other] = orders;
  if (one === undefined || other === undefined) return alone;
  const numbers = orders.map(({ documents }) => Object.keys(documents.invoice).join());
  return [
    ...alone,
    ...((one.head.cancellation === null) === (other.head.cancellation === null)
      ? []
      : ['both are cancelled, or neither']),
    ...(numbers[0] === numbers[1] ? [] : ['both show the same invoices']),
  ];
}
