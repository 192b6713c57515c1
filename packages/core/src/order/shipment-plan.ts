import { isAmount } from '../money/amount.js';
import type { ItemQuantity } from './commands.js';
import { accepted, type Accepted, type Facts } from './decision.js';
import { countedNumber } from './document-number.js';
import { openHolds } from './hold.js';
import { allItems, type LinePieces, resolveItems } from './items.js';
import type { Address, Line, Order } from './order.js';
import { pickupAddress } from './pickup-address.js';
import { refuse, type Refusal } from './refusals.js';
import { leftIn, type Shipment, type ShipmentFacts, unplanned } from './shipment.js';
import type {
  CancelShipment,
  ChangeShipment,
  MoveItems,
  PlanShipment,
  ShipmentDetails,
  SplitShipment,
} from './shipment-commands.js';

/** How many shipments of an order may stand, and how many it may gather, cancelled ones too. */
const MAX_STANDING = 500;
const MAX_SHIPMENTS = 1000;

type Known = Pick<Facts, 'places' | 'pickupPoints'>;

/**
 * Plans what goes together: the items named, else everything that is neither sent nor planned. What is not said is taken
 * from the delivery.
 * Refusals: too_many, reference_unknown, quantity_exceeds_unplanned, nothing_to_ship, stock_place_unknown,
 * pickup_point_unknown, amount_invalid, order_forgotten.
 */
export function decideShipment(order: Order, command: PlanShipment, facts: Known): Accepted | Refusal {
  const against = againstAnother(order) ?? detailProblem(order, command, facts);
  if (against !== null) return against;
  const items =
    command.items === undefined
      ? allItems(order, unplanned(order))
      : resolveItems(order, command.items, unplanned(order), 'quantity_exceeds_unplanned');
  if ('refused' in items) return items;
  if (items.length === 0 && command.items === undefined) return refuse('nothing_to_ship');
  const of = deliveryOf(order, command, items);
  const address = addressOf(command, facts);
  return accepted([
    {
      type: 'shipment_planned',
      data: {
        ...newShipment(order),
        from: null,
        items,
        deliveryId: of?.id ?? null,
        method: command.method ?? of?.method ?? null,
        carrier: command.carrier ?? null,
        place: command.place ?? null,
        pickupPoint: command.pickupPoint ?? of?.pickupPoint ?? null,
        shipBy: command.shipBy ?? of?.shipBy ?? null,
        promisedAt: command.promisedAt ?? of?.promisedAt ?? null,
        deliverOn: command.deliverOn ?? null,
        price: command.price ?? null,
      },
      personal: address === undefined ? null : { address },
    },
  ]);
}

/**
 * A new shipment with pieces of another one that have not left; the rest of the new one is as of the old.
 * Refusals: shipment_not_found, shipment_cancelled, on_hold, too_many, reference_unknown, quantity_exceeds_shipment.
 */
export function decideSplit(order: Order, command: SplitShipment): Accepted | Refusal {
  const from = openShipment(order, command.shipmentId, '/shipmentId');
  if ('refused' in from) return from;
  const against = againstAnother(order);
  if (against !== null) return against;
  const held = heldShipment(order, from);
  if (held !== null) return held;
  const items = piecesLeft(order, from, command.items);
  if ('refused' in items) return items;
  const { deliveryId, method, carrier, place, pickupPoint, shipBy, promisedAt, deliverOn } = from;
  return accepted([
    {
      type: 'shipment_planned',
      data: {
        ...newShipment(order),
        from: from.id,
        items,
        deliveryId,
        method,
        carrier,
        place,
        pickupPoint,
        shipBy,
        promisedAt,
        deliverOn,
        // what the whole costs stays where it stands: nobody has said what the part costs
        price: null,
      },
      personal: from.address === null ? null : { address: from.address },
    },
  ]);
}

/**
 * Moves pieces that have not left between two shipments, or between one and what is not planned.
 * Refusals: shipment_not_found, shipment_cancelled, on_hold, reference_unknown, quantity_exceeds_shipment,
 * quantity_exceeds_unplanned.
 */
export function decideMove(order: Order, command: MoveItems): Accepted | Refusal {
  const { from, to } = command;
  const source = from === undefined ? null : openShipment(order, from, '/from');
  if (source !== null && 'refused' in source) return source;
  const target = to === undefined ? null : openShipment(order, to, '/to');
  if (target !== null && 'refused' in target) return target;
  if (source === target) return accepted([]);
  const held = source === null ? null : heldShipment(order, source);
  if (held !== null) return held;
  const items =
    source === null
      ? resolveItems(order, command.items, unplanned(order), 'quantity_exceeds_unplanned')
      : piecesLeft(order, source, command.items);
  if ('refused' in items) return items;
  if (items.length === 0) return accepted([]);
  return accepted([
    { type: 'shipment_items_moved', data: { from: from ?? null, to: to ?? null, items }, personal: null },
  ]);
}

/**
 * Changes what is named; null takes it away, what is so already has no effect.
 * Refusals: shipment_not_found, shipment_cancelled, reference_unknown, stock_place_unknown, pickup_point_unknown,
 * amount_invalid, order_forgotten.
 */
export function decideShipmentChange(order: Order, command: ChangeShipment, facts: Known): Accepted | Refusal {
  const shipment = openShipment(order, command.shipmentId, '/shipmentId');
  if ('refused' in shipment) return shipment;
  const against = detailProblem(order, command, facts);
  if (against !== null) return against;
  const changed = Object.fromEntries(
    FACTS.flatMap((name) =>
      command[name] === undefined || command[name] === shipment[name] ? [] : [[name, command[name]]],
    ),
  ) as Partial<ShipmentFacts>;
  const address = addressOf(command, facts);
  const moves = !order.head.forgotten && address !== undefined && !isSame(address, shipment.address);
  if (Object.keys(changed).length === 0 && !moves) return accepted([]);
  return accepted([
    {
      type: 'shipment_changed',
      data: { shipmentId: shipment.id, ...changed },
      personal: moves ? { address: address ?? null } : null,
    },
  ]);
}

const FACTS = [
  'deliveryId',
  'method',
  'carrier',
  'place',
  'pickupPoint',
  'shipBy',
  'promisedAt',
  'deliverOn',
  'price',
] as const satisfies readonly (keyof ShipmentFacts)[];

const isSame = (one: object | null, other: object | null): boolean => {
  const sorted = (address: object | null): string => JSON.stringify(Object.entries(address ?? {}).sort());
  return (one === null) === (other === null) && sorted(one) === sorted(other);
};

/**
 * Gives up a plan of which nothing has left; its pieces are planned in none. Again has no effect.
 * Refusals: shipment_not_found, shipment_sent, order_forgotten.
 */
export function decideShipmentCancellation(order: Order, command: CancelShipment): Accepted | Refusal {
  const { shipmentId, reason } = command;
  const shipment = order.documents.shipment[shipmentId];
  if (shipment === undefined) return shipmentNotFound(order, '/shipmentId');
  if (shipment.cancelledAt !== null) return accepted([]);
  if (shipment.items.some(({ sent }) => sent > 0)) return refuse('shipment_sent', '/shipmentId');
  if (order.head.forgotten && reason !== undefined) return refuse('order_forgotten', '/reason');
  return accepted([
    {
      type: 'shipment_cancelled',
      data: { shipmentId },
      personal: reason === undefined ? null : { reason },
    },
  ]);
}

/** Pieces of a shipment that may not be sent cannot be sent with another one: they stay while the hold stands. */
function heldShipment({ head }: Order, { id }: Shipment): Refusal | null {
  const held = openHolds(head).filter(
    ({ on, blocks }) =>
      on?.kind === 'shipment' && on.id === id && (blocks.includes('shipping') || blocks.includes('all')),
  );
  return held.length === 0
    ? null
    : refuse('on_hold', undefined, {
        holds: held.map((hold) => hold.id),
        types: held.map(({ holdType }) => holdType),
        on: [`shipment ${id}`],
      });
}

/** The shipment that may still change. Refusals: shipment_not_found, shipment_cancelled. */
export function openShipment(order: Order, id: string, pointer: string): Shipment | Refusal {
  const shipment = Object.hasOwn(order.documents.shipment, id) ? order.documents.shipment[id] : undefined;
  if (shipment === undefined) return shipmentNotFound(order, pointer);
  return shipment.cancelledAt === null
    ? shipment
    : refuse('shipment_cancelled', pointer, { cancelledAt: shipment.cancelledAt });
}

/** Pieces of a shipment that have not left: those named, else all. Refusals: reference_unknown, quantity_exceeds_shipment. */
export function piecesLeft(
  order: Order,
  shipment: Shipment,
  items?: readonly ItemQuantity[],
): readonly LinePieces[] | Refusal {
  const left = leftIn(shipment);
  const leftOf = (line: Line): number => left.get(line.id) ?? 0;
  return items === undefined || items.length === 0
    ? allItems(order, leftOf)
    : resolveItems(order, items, leftOf, 'quantity_exceeds_shipment');
}

const shipmentNotFound = (order: Order, pointer: string): Refusal =>
  refuse('shipment_not_found', pointer, { shipments: Object.keys(order.documents.shipment).slice(0, 20) });

function againstAnother({ documents }: Order): Refusal | null {
  const all = Object.values(documents.shipment);
  if (all.length >= MAX_SHIPMENTS) return refuse('too_many', undefined, { limit: MAX_SHIPMENTS });
  const standing = all.filter(({ cancelledAt }) => cancelledAt === null).length;
  return standing >= MAX_STANDING ? refuse('too_many', undefined, { limit: MAX_STANDING, standing }) : null;
}

function newShipment(order: Order): { shipmentId: string; number: string } {
  const shipmentId = String(Object.keys(order.documents.shipment).length + 1);
  return { shipmentId, number: countedNumber(order.head, `S${shipmentId}`) };
}

/** The delivery that is named, else that of the first piece, else the first. */
function deliveryOf(order: Order, { deliveryId }: ShipmentDetails, items: readonly LinePieces[]) {
  if (deliveryId === null) return undefined;
  const { deliveries } = order.head;
  const named = deliveryId ?? order.lines.find(({ id }) => id === items[0]?.lineId)?.deliveryId ?? null;
  return deliveries.find(({ id }) => id === named) ?? deliveries[0];
}

/** Where it goes, as far as that is said: by an address, or by a pick-up point. */
const addressOf = ({ address, pickupPoint }: ShipmentDetails, facts: Known): Address | null | undefined =>
  address === undefined ? (pickupAddress(pickupPoint, facts) ?? undefined) : address;

function detailProblem(order: Order, said: ShipmentDetails, { places, pickupPoints = [] }: Known): Refusal | null {
  const { deliveryId = null, place = null, pickupPoint = null, price = null, address = null } = said;
  if (deliveryId !== null && !order.head.deliveries.some(({ id }) => id === deliveryId))
    return refuse('reference_unknown', '/deliveryId');
  if (place !== null && !places.includes(place)) return refuse('stock_place_unknown', '/place', { place });
  if (pickupPoint !== null && !pickupPoints.some(({ code }) => code === pickupPoint))
    return refuse('pickup_point_unknown', '/pickupPoint', { pickupPoint });
  if (price !== null && (!isAmount(price) || price < 0)) return refuse('amount_invalid', '/price');
  return address !== null && order.head.forgotten ? refuse('order_forgotten', '/address') : null;
}
