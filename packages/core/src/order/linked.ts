import { advance, takes } from '../workflow/advance.js';
import {
  decideCancellationDenial,
  decideCancellationRequest,
  decideCancellationConfirmation,
  cancelling,
  endsCancelled,
  openRequest,
} from './cancellation.js';
import type { Command, CommandOf, ItemQuantity, SendPackage, TrackPackage, UpdatePackage } from './commands.js';
import type { NumberedInvoice } from './paper-number.js';
import { accepted, type Accepted, type Context, type Facts, raised } from './decision.js';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import type { OrderEvent, RecordedEvent } from './events.js';
import { decideAcceptance, decideFulfilmentAuthorisation } from './handling.js';
import { decideInvoice } from './invoice.js';
import type { Order, OrderLink } from './order.js';
import { againstUnevenInvoices, linkedEdit } from './linked-edit.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import { decidePackage } from './package.js';
import { decidePackageUpdate } from './package-update.js';
import { decideDelivery, decideTracking } from './package-tracking.js';
import { decideCollection, decideReturnToSender } from './package-handover.js';
import type { CollectPackage, ReturnToSender } from './shipment-commands.js';
import { statusOf } from './status.js';
import { walking } from './walking.js';

/** What a signal carries beside its name. */
export type SignalPayload =
  null | { readonly reason: string | null } | { readonly invoice: NumberedInvoice } | { readonly parcel: ParcelNews };

/** What a seller says of its parcels; the marketplace shows the same. */
export type ParcelNews =
  SendPackage | UpdatePackage | TrackPackage | CollectPackage | ReturnToSender | CommandOf<'mark_delivered'>;

/** Signals hop from order to order: a chain of three levels needs four hops, more than eight is a bug. */
const MAX_HOPS = 8;

/**
 * Decides a command on one order and hands every signal that it raises to the linked order it names, until none is
 * left. All of it is one unit: both sides of a marketplace change together or not at all, so a cancellation and an
 * invoice can never disagree. `orders` holds the target and every order linked to it that lies in this installation;
 * a link to an order outside is told behind the log. Refused is the whole, by whichever side refuses.
 */
export function decideLinked(
  orders: ReadonlyMap<string, Order>,
  target: string,
  command: Command,
  facts: Facts,
  context: Context,
): ReadonlyMap<string, Accepted> | Refusal {
  const unlinkable = linkProblem(orders, command);
  if (unlinkable !== null) return unlinkable;
  const states = new Map(orders);
  const decisions = new Map<string, Accepted>();
  const asked = commandsOf(orders, target, command);
  if ('refused' in asked) return asked;
  const queue: { orderId: string; command: Command; hops: number }[] = asked.map((each) => ({ ...each, hops: 0 }));
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.hops > MAX_HOPS) throw new Error(`a signal to order ${next.orderId} made more than ${MAX_HOPS} hops`);
    const order = states.get(next.orderId) ?? null;
    const known = next.orderId === target ? facts : withoutAnswers(facts);
    const decision = decide(order, next.command, known, speaking(next.command, context));
    if (isRefusal(decision)) return next.orderId === target ? decision : { ...decision, linked: next.orderId };
    const after = folded(order, decision, context);
    if (after !== null) states.set(next.orderId, after);
    decisions.set(next.orderId, joined(decisions.get(next.orderId), decision));
    for (const link of after?.head.links ?? []) {
      if (!states.has(link.orderId)) continue;
      const from = { role: opposite(link.role), account: link.account, orderId: next.orderId };
      for (const { signal, payload } of decision.signals) {
        queue.push({
          orderId: link.orderId,
          command: { type: 'receive_signal', signal, from, payload },
          hops: next.hops + 1,
        });
      }
    }
  }
  const ends = [...decisions.values()].some(({ events }) => events.some(endsInvoicing));
  const uneven = ends ? againstUnevenInvoices(states, target) : null;
  return uneven ?? decisions;
}

const endsInvoicing = (event: OrderEvent): boolean => event.type === 'order_edited' && event.data.completes === true;

/** An edit is of all records of a sale at once; every other command is of one, and the others hear of it. */
function commandsOf(
  orders: ReadonlyMap<string, Order>,
  orderId: string,
  command: Command,
): readonly { readonly orderId: string; readonly command: Command }[] | Refusal {
  const order = orders.get(orderId);
  if (command.type !== 'edit_order' || order === undefined || order.head.links.length === 0)
    return [{ orderId, command }];
  return linkedEdit(orders, order, command);
}

/** What a shop or a tax service was asked is about the lines of the order that was asked for. */
function withoutAnswers(facts: Facts): Facts {
  const { quote: _quote, taxed: _taxed, ...others } = facts;
  return others;
}

/** A signal is spoken by the other side, on behalf of whoever asked there. */
const speaking = (command: Command, context: Context): Context =>
  command.type === 'receive_signal'
    ? { ...context, actor: { kind: command.from.role, id: context.actor.id } }
    : context;

/** A new order that fulfils another one needs that one to be there and waiting for a seller. */
function linkProblem(orders: ReadonlyMap<string, Order>, command: Command): Refusal | null {
  if (command.type !== 'place' || command.fulfils === undefined) return null;
  if (command.workflow !== 'fulfillment')
    return refuse('workflow_unknown', '/workflow', { workflows: ['fulfillment'] });
  const marketplaceOrder = orders.get(command.fulfils);
  if (marketplaceOrder === undefined) return refuse('reference_unknown', '/fulfils');
  return takes(marketplaceOrder.head.instances, 'signal:accepted', marketplaceOrder.published)
    ? null
    : refuse('not_in_this_step', '/fulfils', { status: statusOf(marketplaceOrder.head.instances) });
}

const opposite = (role: OrderLink['role']): OrderLink['role'] => (role === 'seller' ? 'marketplace' : 'seller');

/** The order after what was decided on it. */
export function folded(order: Order | null, decision: Accepted, context: Context): Order | null {
  return decision.events.reduce<Order | null>((state, event) => {
    const recorded: RecordedEvent = {
      ...event,
      version: (state?.head.version ?? 0) + 1,
      at: context.at,
      actor: context.actor.id,
      reason: context.reason,
    };
    return evolve(state, recorded);
  }, order);
}

/** Two decisions on one order, one after the other. */
export const joined = (before: Accepted | undefined, next: Accepted): Accepted =>
  before === undefined
    ? next
    : accepted(
        [...before.events, ...next.events],
        [...before.claims, ...next.claims],
        [...before.signals, ...next.signals],
      );

/**
 * What a signal of the other side does here. It ends in the same events as the command of that meaning, so lists, papers
 * and money cannot tell whether the other side stands in the same record. A signal that no step listens for is ignored:
 * the other side is told by its own events what became of it.
 */
export function decideSignal(order: Order, command: CommandOf<'receive_signal'>, context: Context): Accepted | Refusal {
  const { signal, payload } = command;
  if (signal === 'changed') return heardOfParcel(order, payload, context);
  if (!takes(order.head.instances, `signal:${signal}`, order.published)) return unheard(order, command);
  switch (signal) {
    case 'accepted':
      return decideAcceptance(order, context, command.from);
    case 'authorise':
      return decideFulfilmentAuthorisation(order, context);
    case 'request_cancel':
      return decideCancellationRequest(order, { type: 'request_cancellation', ...reasonOf(payload) }, context, {
        by: command.from.role,
        trigger: 'signal:request_cancel',
      });
    case 'cancel_denied':
      return openRequest(order) === undefined
        ? accepted([])
        : decideCancellationDenial(
            order,
            { type: 'deny_cancellation', ...reasonOf(payload) },
            context,
            'signal:cancel_denied',
          );
    case 'invoiced_partly':
    case 'invoiced_fully':
      if (payload === null || !('invoice' in payload)) throw new Error(`the signal ${signal} came without its invoice`);
      return decideInvoice(order, withKnownItems(order, payload.invoice), context, 'signal');
    case 'cancelled':
    case 'refused': {
      if (openRequest(order) !== undefined) {
        return decideCancellationConfirmation(
          order,
          { type: 'confirm_cancellation', ...reasonOf(payload) },
          context,
          `signal:${signal}`,
        );
      }
      const step = advance(order.head.instances, `signal:${signal}`, context.at, walking(order));
      if (!endsCancelled(step.instances, order.published))
        throw new Error(`the signal ${signal} did not end the order`);
      const end = cancelling(order, {
        by: command.from.role,
        requestId: null,
        reason: reasonOf(payload).reason ?? null,
        moves: step.moves,
      });
      return accepted([end.event], end.claims, raised(step.signals, payload));
    }
    default: {
      const never: never = signal;
      throw new Error(`unknown signal ${String(never)}`);
    }
  }
}

/**
 * No step listens. News that changes nothing any more is ignored (an order that is cancelled already hears that the other
 * one is). Where the two would disagree from now on, the whole unit is refused, so that they never do.
 */
function unheard(order: Order, { signal }: CommandOf<'receive_signal'>): Accepted | Refusal {
  const status = statusOf(order.head.instances);
  switch (signal) {
    case 'cancelled':
    case 'refused':
      return order.head.cancellation === null
        ? refuse('not_in_this_step', undefined, { linked: order.head.orderId, status })
        : accepted([]);
    case 'accepted':
    case 'invoiced_partly':
    case 'invoiced_fully':
      return refuse('not_in_this_step', undefined, { linked: order.head.orderId, status });
    case 'authorise':
    case 'request_cancel':
    case 'cancel_denied':
    case 'changed':
      return accepted([]);
    default: {
      const never: never = signal;
      throw new Error(`unknown signal ${String(never)}`);
    }
  }
}

/**
 * The seller's parcels as the marketplace shows them. No step listens for this, and what this record cannot hold (other
 * lines, a parcel it never heard of) is no reason to refuse the seller: it is left out.
 */
function heardOfParcel(order: Order, payload: SignalPayload, context: Context): Accepted {
  if (payload === null || !('parcel' in payload) || order.head.cancellation !== null) return accepted([]);
  const decision = decideParcel(order, payload.parcel, context);
  return isRefusal(decision) ? accepted([]) : accepted(decision.events);
}

function decideParcel(order: Order, parcel: ParcelNews, context: Context): Accepted | Refusal {
  switch (parcel.type) {
    case 'send_package': {
      const items = knownItems(order, parcel.items ?? []);
      return items.length === 0 ? accepted([]) : decidePackage(order, { ...parcel, items }, context);
    }
    case 'update_package':
      return decidePackageUpdate(order, parcel);
    case 'track_package':
      return decideTracking(order, parcel, context);
    case 'mark_delivered':
      return decideDelivery(order, parcel, context);
    case 'collect_package':
      return decideCollection(order, parcel, context);
    case 'return_to_sender':
      // the shelf is the seller's
      return decideReturnToSender(order, { ...parcel, restock: false }, context);
    default: {
      const never: never = parcel;
      throw new Error(`unknown news of a parcel ${JSON.stringify(never)}`);
    }
  }
}

function reasonOf(payload: SignalPayload): { reason?: string } {
  return payload !== null && 'reason' in payload && payload.reason !== null ? { reason: payload.reason } : {};
}

/** The other record has lines of its own: pieces come by SKU, and those of SKUs that are not sold here are left out. */
function knownItems(order: Order, items: readonly ItemQuantity[]): readonly ItemQuantity[] {
  const known = new Set(order.lines.map(({ sku }) => sku));
  return items.filter(({ sku }) => sku !== undefined && known.has(sku));
}

const withKnownItems = (order: Order, invoice: NumberedInvoice): NumberedInvoice => ({
  ...invoice,
  items: knownItems(order, invoice.items ?? []),
});
