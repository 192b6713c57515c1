import { advance } from '../workflow/advance.js';
import type { CommandOf, TrackPackage } from './commands.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import { goodsLeaveBy } from './goods-leave.js';
import { allItems, type LinePieces, quantities } from './items.js';
import { nothingLeftToSend, openToShip, type Order } from './order.js';
import { type Package, packageNotFound, standingPackages, told, type TrackedPlaces } from './package.js';
import { refuse, type Refusal } from './refusals.js';
import { consuming } from './stock-claim.js';
import { walking } from './walking.js';

/** A carrier's robot may post for ever; 500 events are a parcel that went around the world some ten times. */
export const MAX_TRACKING = 500;

/**
 * Adds what the carrier saw, and whether the parcel arrived. When it is the last one, the order has arrived.
 * Refusals: package_not_found, package_delivered (for a second delivery), package_returned, too_many.
 */
export function decideTracking(order: Order, command: TrackPackage, context: Context): Accepted | Refusal {
  const parcel = order.documents.package[command.packageId];
  if (parcel === undefined) return packageNotFound(order);
  const arrives = command.delivered === true || command.deliveredAt !== undefined;
  const against = arrives ? arriving(parcel, '/delivered') : null;
  if (against !== null) return against;
  const events = command.events ?? [];
  if (parcel.tracking.length + events.length > MAX_TRACKING)
    return refuse('too_many', '/events', { limit: MAX_TRACKING });
  if (events.length === 0 && !arrives) return accepted([]);
  const deliveredAt = arrives ? (command.deliveredAt ?? context.at) : null;
  const { completesDelivery, step } = arrives ? delivering(order, parcel, context) : NOT_YET;
  return accepted(
    [
      {
        type: 'package_tracked',
        data: {
          packageId: parcel.id,
          times: events.map(({ at }) => at),
          deliveredAt,
          completesDelivery,
          moves: step.moves,
        },
        personal: placesOf(events),
      },
    ],
    [],
    [...raised(step.signals), ...told(order, command)],
  );
}

/** What stands against a parcel's arrival: it arrived before, or came back. */
export function arriving({ deliveredAt, returnedAt }: Package, pointer: string): Refusal | null {
  if (deliveredAt !== null) return refuse('package_delivered', pointer, { deliveredAt });
  return returnedAt === undefined ? null : refuse('package_returned', pointer, { returnedAt });
}

const NOT_YET = { completesDelivery: false, step: { moves: [], signals: [] } } as const;

/**
 * Whether the order has arrived when this parcel has, and what its workflow makes of it. What came back has to leave again,
 * and where parcels take goods off the shelf, what lies on it has not arrived, invoiced or not.
 */
export function delivering(
  order: Order,
  { id }: Package,
  context: Context,
): { completesDelivery: boolean; step: Pick<ReturnType<typeof advance>, 'moves' | 'signals'> } {
  const standing = standingPackages(order);
  const cameBack = standing.length < Object.keys(order.documents.package).length;
  const nothingLeft =
    cameBack || goodsLeaveBy(order, 'package')
      ? order.lines.every((line) => openToShip(line) === 0)
      : nothingLeftToSend(order);
  if (!nothingLeft || standing.some((other) => other.id !== id && other.deliveredAt === null)) return NOT_YET;
  const step = advance(order.head.instances, 'all_delivered', context.at, walking(order));
  return { completesDelivery: true, step };
}

export const placesOf = (events: NonNullable<TrackPackage['events']>): TrackedPlaces => ({
  places: events.map(({ city, state, description }) => ({ city: city ?? null, state: state ?? null, description })),
});

/** Pieces that are counted as handed over when the order is said to have arrived. */
export const handedOverWith = (order: Order): readonly LinePieces[] =>
  goodsLeaveBy(order, 'package') ? allItems(order, openToShip) : [];

/**
 * Everything arrived, with or without word from a carrier. Whether it can have is asked before (`allowed.ts`). Where parcels
 * take goods off the shelf, those that went in none leave it now: what arrived lies there no more. An order that arrived before
 * that was counted is marked once more for them, and keeps its day.
 */
export function decideDelivery(
  order: Order,
  command: CommandOf<'mark_delivered'>,
  context: Context,
): Accepted | Refusal {
  const underway = standingPackages(order).filter((parcel) => parcel.deliveredAt === null);
  const step = advance(order.head.instances, 'all_delivered', context.at, walking(order));
  const handedOver = handedOverWith(order);
  return accepted(
    [
      {
        type: 'order_delivered',
        data: {
          deliveredAt: command.deliveredAt ?? order.head.deliveredAt ?? context.at,
          packages: underway.map(({ id }) => id),
          ...(handedOver.length === 0 ? {} : { handedOver }),
          moves: step.moves,
        },
        personal: null,
      },
    ],
    consuming(order.lines, quantities(handedOver)),
    [...raised(step.signals), ...told(order, command)],
  );
}
