import { sum } from '../money/amount.js';
import type { Labels } from '../custom-fields/field-schema.js';
import { goodsLeaveBy } from './goods-leave.js';
import { plusSeconds } from './instant.js';
import { departed, type Instant, type Line, type Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import { heldPieces } from './return.js';
import { shownStatus } from './status.js';

/** What an account or one of its stores takes back. */
export interface ReturnPolicy {
  readonly enabled: boolean;
  /**
   * Days after the last delivery of the order in which its buyer may ask. Where the buyer is a consumer in the European
   * Union, the law asks for 14 at least (Directive 2011/83/EU, article 9), counted from the last of the goods.
   */
  readonly windowDays: number;
  /** Statuses in which an order is returned from; null: any. */
  readonly statuses: readonly string[] | null;
}

/** `account`, or a store of it. */
export interface ScopedReturnPolicy extends ReturnPolicy {
  readonly store: string | null;
}

/** A word of the account for why goods come back, or why they are not taken. */
export interface ReturnReason {
  readonly reason: string;
  readonly use: 'request' | 'rejection';
  readonly labels: Labels;
  /** True: nobody gives it without a word of their own. */
  readonly commentNeeded: boolean;
  readonly active: boolean;
}

/** What decisions on returns read of the account's settings. */
export interface ReturnFacts {
  readonly policies: readonly ScopedReturnPolicy[];
  readonly reasons: readonly Omit<ReturnReason, 'labels'>[];
}

/** Where an account says nothing. */
export const USUAL_POLICY: ReturnPolicy = { enabled: true, windowDays: 30, statuses: null };

/** The policy of the store, else that of its account, else the usual one. */
export const policyOf = (store: string, policies: readonly ScopedReturnPolicy[]): ReturnPolicy =>
  policies.find((policy) => policy.store === store) ?? policies.find((policy) => policy.store === null) ?? USUAL_POLICY;

/** Why nothing of a line may come back; staff may go past the first two and the window, never past pieces. */
export type ReturnHindrance =
  | 'returns_disabled'
  | 'order_status_not_allowed'
  | 'line_cancelled'
  | 'not_delivered'
  | 'outside_return_window'
  | 'nothing_left_to_return';

export interface ReturnableLine {
  readonly lineId: string;
  readonly delivered: number;
  /** In returns that are under way. */
  readonly held: number;
  readonly returned: number;
  /** Pieces that could come back, whatever the policy says. */
  readonly available: number;
  /** Until when, as far as it is known: the period begins with the last delivery of the order. */
  readonly until: Instant | null;
  /** Null: `available` pieces may be asked for. */
  readonly refused: ReturnHindrance | null;
}

const DAY = 86_400;

/**
 * What of an order may come back, line by line. Pure: the same order, policy and time give the same answer, so the screen
 * of the buyer and the decision cannot disagree. The hindrances are asked in the order of `ReturnHindrance`
 * (virto-orders §3.19).
 */
export function returnableOf(order: Order, policy: ReturnPolicy, at: Instant): readonly ReturnableLine[] {
  const until = returnableUntil(order, policy);
  const allowed = policy.statuses === null || policy.statuses.includes(shownStatus(order));
  const delivered = deliveredPieces(order);
  const held = piecesInReturns(order);
  return order.lines.map((line) => {
    const pieces = { delivered: delivered(line), held: held.get(line.id) ?? 0, returned: line.returned };
    const available = Math.max(0, pieces.delivered - pieces.held - pieces.returned);
    const refused = ((): ReturnHindrance | null => {
      if (!policy.enabled) return 'returns_disabled';
      if (!allowed) return 'order_status_not_allowed';
      if (line.cancelled >= line.quantity) return 'line_cancelled';
      if (pieces.delivered === 0) return 'not_delivered';
      if (until !== null && at > until) return 'outside_return_window';
      return available === 0 ? 'nothing_left_to_return' : null;
    })();
    return { lineId: line.id, ...pieces, available, until, refused };
  });
}

/** Why no piece of the order can come back, whatever the policy says; null: some can. */
export function noPieceReturnable(order: Order): Refusal | null {
  const [delivered, held] = [deliveredPieces(order), piecesInReturns(order)];
  if (order.lines.every((line) => delivered(line) === 0)) return refuse('not_delivered');
  return order.lines.some((line) => delivered(line) - (held.get(line.id) ?? 0) - line.returned > 0)
    ? null
    : refuse('nothing_left_to_return');
}

/** Where goods are still under way, the period has not begun to end. */
function returnableUntil(order: Order, { windowDays }: ReturnPolicy): Instant | null {
  const { deliveredAt } = order.head;
  if (deliveredAt === null) return null;
  const last = Object.values(order.documents.package).reduce(
    (latest, parcel) => (parcel.deliveredAt !== null && parcel.deliveredAt > latest ? parcel.deliveredAt : latest),
    deliveredAt,
  );
  return plusSeconds(last, windowDays * DAY);
}

/**
 * What arrived: in parcels that did, or with the order as a whole, when what had no parcel was handed over otherwise. Where
 * parcels take goods off the shelf, that is what left it and nothing else.
 */
function deliveredPieces(order: Order): (line: Line) => number {
  if (order.head.deliveredAt !== null)
    return goodsLeaveBy(order, 'package') ? departed : (line) => line.quantity - line.cancelled;
  const arrived = new Map<string, number>();
  for (const { deliveredAt, items } of Object.values(order.documents.package)) {
    if (deliveredAt === null) continue;
    for (const { lineId, quantity } of items) arrived.set(lineId, (arrived.get(lineId) ?? 0) + quantity);
  }
  return (line) => arrived.get(line.id) ?? 0;
}

function piecesInReturns(order: Order): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const returned of Object.values(order.documents.return))
    for (const line of returned.lines)
      held.set(line.lineId, sum([held.get(line.lineId) ?? 0, heldPieces(returned, line)]));
  return held;
}
