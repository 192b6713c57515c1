import { advance } from '../workflow/advance.js';
import { accepted, type Accepted, type Context, raised } from './decision.js';
import { withDocument } from './document-kind.js';
import type { EventOf, OrderEventOf } from './events.js';
import { goodsLeaveBy } from './goods-leave.js';
import { type LinePieces, quantities, withCounted } from './items.js';
import { departed, type Instant, type Line, type Order } from './order.js';
import { packageNotFound, packageOf, told } from './package.js';
import { arriving, delivering } from './package-tracking.js';
import { refuse, type Refusal } from './refusals.js';
import { withParcel } from './shipment.js';
import type { CollectPackage, ReturnToSender } from './shipment-commands.js';
import { shelvedAgain, withMoreHeld } from './stock-claim.js';
import { walking } from './walking.js';

// Events

export type HandoverEvent =
  | EventOf<'package_collected', PackageCollected, { readonly collectedBy: string }>
  | EventOf<'package_returned', PackageReturned, { readonly reason: string | null }>;

export interface PackageCollected {
  readonly packageId: string;
  readonly collectedAt: Instant;
  /** True: with this the whole order has arrived. */
  readonly completesDelivery: boolean;
}

/** A parcel that nobody took came back to the house. */
export interface PackageReturned {
  readonly packageId: string;
  readonly returnedAt: Instant;
  readonly items: readonly LinePieces[];
  /** True: the pieces lie on the shelf again, held for the order; else aside. */
  readonly restocks: boolean;
}

// Folding

export function foldPackageCollected(order: Order, event: OrderEventOf<'package_collected'>): Partial<Order> {
  const { packageId, collectedAt, completesDelivery } = event.data;
  const parcel = {
    ...packageOf(order, packageId),
    deliveredAt: collectedAt,
    collectedBy: event.personal?.collectedBy ?? null,
  };
  return {
    documents: withParcel(withDocument(order.documents, 'package', packageId, parcel), parcel, 'delivered'),
    head: completesDelivery ? { ...order.head, deliveredAt: collectedAt } : order.head,
  };
}

export function foldPackageReturned(order: Order, event: OrderEventOf<'package_returned'>): Partial<Order> {
  const { packageId, returnedAt, items, restocks } = event.data;
  const parcel = { ...packageOf(order, packageId), returnedAt, returnReason: event.personal?.reason ?? null };
  return {
    documents: withParcel(withDocument(order.documents, 'package', packageId, parcel), parcel, 'returned'),
    lines: withCounted(order.lines, items, (line, quantity) => unsent(line, quantity, restocks)),
  };
}

const unsent = (line: Line, quantity: number, restocks: boolean): Line => {
  const back = { ...line, shipped: line.shipped - quantity };
  return restocks ? withMoreHeld(back, quantity) : back;
};

// Deciding

/**
 * Somebody took a parcel away: it has arrived. Refusals: package_not_found, package_delivered, package_returned.
 */
export function decideCollection(order: Order, command: CollectPackage, context: Context): Accepted | Refusal {
  const parcel = order.documents.package[command.packageId];
  if (parcel === undefined) return packageNotFound(order);
  const against = arriving(parcel, '/packageId');
  if (against !== null) return against;
  const { completesDelivery, step } = delivering(order, parcel, context);
  return accepted(
    [
      {
        type: 'package_collected',
        data: {
          packageId: parcel.id,
          collectedAt: command.at ?? context.at,
          completesDelivery,
          moves: step.moves,
        },
        personal: { collectedBy: command.collectedBy },
      },
    ],
    [],
    [...raised(step.signals), ...told(order, command)],
  );
}

/**
 * A parcel that nobody took is in the house again. Its pieces can be sent once more; money stays as it is. Put back on
 * the shelf, they are held for the order as before they left.
 * Refusals: package_not_found, package_delivered, package_returned, pieces_returned, restock_by_return.
 */
export function decideReturnToSender(order: Order, command: ReturnToSender, context: Context): Accepted | Refusal {
  const parcel = order.documents.package[command.packageId];
  if (parcel === undefined) return packageNotFound(order);
  const against = arriving(parcel, '/packageId');
  if (against !== null) return against;
  const back = quantities(parcel.items);
  const shippedAfter = ({ id, shipped }: Line): number => shipped - (back.get(id) ?? 0);
  const outAfter = (line: Line): number => departed(line) - (back.get(line.id) ?? 0);
  const taken = order.lines.find((line) => line.returned > Math.max(line.invoiced, outAfter(line)));
  if (taken !== undefined) return refuse('pieces_returned', '/packageId', { line: taken.id });
  const restocks = command.restock === true;
  // where an invoice takes pieces off the shelf, its return invoice puts them back
  if (restocks && goodsLeaveBy(order, 'invoice')) return refuse('restock_by_return', '/restock');
  const trigger = order.lines.some((line) => shippedAfter(line) > 0)
    ? 'packages_returned_partly'
    : 'packages_returned_fully';
  const step = advance(order.head.instances, trigger, context.at, walking(order));
  return accepted(
    [
      {
        type: 'package_returned',
        data: {
          packageId: parcel.id,
          returnedAt: command.at ?? context.at,
          items: parcel.items,
          restocks,
          moves: step.moves,
        },
        personal: { reason: command.reason ?? null },
      },
    ],
    restocks ? shelvedAgain(order.lines, back) : [],
    [...raised(step.signals), ...told(order, command)],
  );
}
