import { goodsLeaveBy } from './goods-leave.js';
import type { MoneyKind, MoneyState } from './money-document.js';
import { departed, openToShip, type Order } from './order.js';
import { standingPackages } from './package.js';
import { refuse, type Refusal } from './refusals.js';
import { type Return, type ReturnState, returnState } from './return.js';

/** What of an order stands against several commands alike. */

/** Selling less than was ordered needs something that was sold, and papers only for what was sold. */
export function againstClosingShort(order: Order): Refusal | null {
  if (goodsLeaveBy(order, 'invoice')) {
    const invoices = Object.keys(order.documents.invoice).length;
    if (invoices === 0 || order.head.links.length > 0) return refuse('not_in_this_step', undefined, { invoices });
    // Only what is on no invoice is given up, and what has left the house is not given up.
    return order.lines.some((line) => departed(line) > line.invoiced) ? refuse('order_shipped') : null;
  }
  const open = order.lines.filter((line) => openToShip(line) > 0);
  if (open.length === 0) return refuse('nothing_to_ship');
  // a paper stands for these pieces: only a return invoice takes it back
  return open.some((line) => line.invoiced > departed(line)) ? refuse('order_invoiced') : null;
}

/** Null: some return is in one of these states. */
export function noReturnIn(
  { documents }: Order,
  states: readonly ReturnState[],
  and: (returned: Return) => boolean = () => true,
): Refusal | null {
  const returns = Object.values(documents.return);
  if (returns.length === 0) return refuse('return_not_found');
  return returns.some((returned) => states.includes(returnState(returned)) && and(returned))
    ? null
    : refuse('return_in_other_state', undefined, { states });
}

export function againstRetry({ documents }: Order, kind: MoneyKind): Refusal | null {
  const all: readonly { readonly state: MoneyState }[] = Object.values(documents[kind]);
  if (all.length === 0) return refuse(`${kind}_not_found`);
  return all.some(({ state }) => state === 'failed') ? null : refuse('not_failed');
}

/** What came back was not sent in the end. */
export const sentAlready = (order: Order): Refusal | null =>
  standingPackages(order).length > 0 ? refuse('order_shipped') : null;

/** A parcel that may still be collected or come back. */
export function againstArrival(order: Order): Refusal | null {
  const packages = Object.values(order.documents.package);
  if (packages.length === 0) return refuse('package_not_found');
  if (standingPackages(order).some(({ deliveredAt }) => deliveredAt === null)) return null;
  return refuse(packages.at(-1)?.returnedAt === undefined ? 'package_delivered' : 'package_returned');
}

export const sentWhole = (order: Order): boolean => order.lines.every((line) => openToShip(line) === 0);
