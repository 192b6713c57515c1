import type { Amount } from '../money/amount.js';
import { tablesFor } from '../workflow/built-in.js';
import type { Command } from './commands.js';
import type { Context, Facts, PlacedBeside } from './decision.js';
import { evolve } from './evolve.js';
import type { OrderEvent } from './events.js';
import type { Delivery, Order } from './order.js';
import { decideApproval } from './payment-answer.js';
import type { PlacedDelivery, PlacedPayment, PlaceOrder } from './placing-commands.js';
import { decidePlacement } from './placing.js';
import { refuse, type Refusal } from './refusals.js';
import type { Exchange } from './return-commands.js';

/** The method of the payment that is the worth of goods that came back. */
export const EXCHANGE_METHOD = 'exchange';

/** An order that was placed in exchange, and what of the worth paid it. Minor units. */
interface Exchanged {
  readonly placed: PlacedBeside;
  readonly paid: Amount;
}

/**
 * Places the order that replaces goods which came back, for the same buyer and in the same unit: there are both or neither.
 * What the goods are worth pays it, as far as it goes, and is in the till with the placement. What it costs beyond that is
 * to be said: by a payment that it waits for, or on account.
 * Refusals: order_forgotten, exchange_linked, exchange_not_permitted, exchange_exceeds_worth, and those of a placement.
 * @param worth what may go over, in minor units
 */
export function decideExchange(
  order: Order,
  returnId: string,
  exchange: Exchange,
  worth: Amount,
  facts: Facts,
  context: Context,
): Exchanged | Refusal {
  const against = againstExchange(order, context);
  if (against !== null) return against;
  const placed = decidePlacement(replacementOf(order, exchange, facts), facts, context, {
    exchangeOf: { orderId: order.head.orderId, returnId },
    paymentsFor: (total) => paymentsOf(exchange, Math.min(worth, total), total),
  });
  if ('refused' in placed) return inExchange(placed);
  const [first] = placed.events;
  if (first?.type !== 'order_placed') throw new Error('an exchange places one order');
  const { orderId, totals } = first.data;
  const paid = Math.min(worth, totals.total);
  const due = totals.total - paid;
  if (due > 0 && exchange.payment === undefined && exchange.onAccount !== true)
    return refuse('exchange_exceeds_worth', '/exchange', { worth, total: totals.total, due });
  if (paid === 0) return { placed: { orderId, ...placed }, paid };
  const taken = approved(first, facts, context);
  return {
    placed: {
      orderId,
      events: [...placed.events, ...taken.events],
      claims: [...placed.claims, ...taken.claims],
      signals: [...placed.signals, ...taken.signals],
    },
    paid,
  };
}

function againstExchange({ head }: Order, { actor }: Context): Refusal | null {
  if (head.forgotten) return refuse('order_forgotten');
  if (head.links.length > 0)
    return refuse('exchange_linked', undefined, { linked: head.links.map(({ orderId }) => orderId) });
  const may = actor.may === undefined || actor.may.has('*') || actor.may.has('orders.place');
  return may ? null : refuse('exchange_not_permitted', '/resolution', { permission: 'orders.place' });
}

/** The worth first, whose id is known by that; then how the buyer pays the rest. */
const paymentsOf = ({ payment }: Exchange, paid: Amount, total: Amount): readonly PlacedPayment[] => [
  ...(paid === 0 ? [] : [{ id: WORTH, method: EXCHANGE_METHOD, amount: paid, capture: 'on_approval' } as const]),
  ...(payment === undefined || paid === total ? [] : [{ ...payment, id: REST, amount: total - paid }]),
];

const WORTH = '1';
const REST = '2';

/** The money is in the till with the placement. */
function approved(placed: OrderEvent, { workflows }: Facts, context: Context) {
  const { at, actor, reason } = context;
  const order = evolve(null, { ...placed, version: 1, at, actor: actor.id, reason });
  const published = workflows.filter(({ name }) => name === order.head.workflow);
  const taken = decideApproval({ ...order, published }, { type: 'notify_payment', paymentId: WORTH }, context);
  if ('refused' in taken) throw new Error(`the worth could not be taken: ${taken.refused}`);
  return taken;
}

/** What is placed for the buyer of an order; null: the command asks for no exchange. What it costs is asked for by this. */
export function exchangedPlacement(order: Order, command: Command, facts: Pick<Facts, 'workflows'>): PlaceOrder | null {
  const exchange = exchangeIn(command);
  return exchange === null ? null : replacementOf(order, exchange, facts);
}

/** The line of an exchange that asks for a product, as its sender counts them; null: none does. */
export function exchangePointer(command: Command, sku: string): string | null {
  const index = exchangeIn(command)?.lines.findIndex((line) => line.sku === sku) ?? -1;
  return index < 0 ? null : `/exchange/lines/${index}/quantity`;
}

/** What the command asks to be placed in exchange; null: it asks for none. */
export const exchangeIn = (command: Command): Exchange | null =>
  'exchange' in command && command.resolution === 'exchange' ? (command.exchange ?? null) : null;

function replacementOf({ head }: Order, exchange: Exchange, { workflows }: Pick<Facts, 'workflows'>): PlaceOrder {
  const { buyer, billingAddress, customerId, deliveries } = head;
  const [delivery] = deliveries;
  const isPlaceable = head.workflow !== 'chain' && tablesFor(head.workflow, workflows) !== undefined;
  return {
    type: 'place',
    store: head.store,
    channel: head.channel,
    // one that was retired takes no new orders: then the account's own
    ...(isPlaceable ? { workflow: head.workflow } : {}),
    currency: head.currency,
    rounding: head.rounding,
    ...(customerId === null ? {} : { customerId }),
    ...(buyer === null ? {} : { buyer }),
    ...(billingAddress === null ? {} : { billingAddress }),
    lines: exchange.lines.map(({ sku, quantity, priceMicros, place }) => ({
      sku,
      quantity,
      ...(priceMicros === undefined ? {} : { priceMicros }),
      ...(place === undefined ? {} : { place }),
    })),
    ...(delivery === undefined ? {} : { deliveries: [sentLike(delivery, exchange.shipping ?? 0)] }),
    priced: exchange.priced !== false,
    // counted, never compared: nobody outside has added it up
    total: 0,
  };
}

/** To where the first parcel went, in the same way, at what is said: nobody pays for sending twice unless they are told. */
const sentLike = ({ type, method, pickupPoint, address }: Delivery, price: Amount): PlacedDelivery => ({
  type,
  ...(method === null ? {} : { method }),
  ...(pickupPoint === null ? {} : { pickupPoint }),
  ...(address === null ? {} : { address }),
  price,
});

/** A refusal of the placement, as the sender of the exchange counts its members. */
const inExchange = (refusal: Refusal): Refusal =>
  refusal.pointer === undefined ? refusal : { ...refusal, pointer: `/exchange${placementPointer(refusal.pointer)}` };

const placementPointer = (pointer: string): string =>
  pointer.replace(/^\/payments\/\d+/, '/payment').replace(/^\/deliveries\/\d+\/price$/, '/shipping');
