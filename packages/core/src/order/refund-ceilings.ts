import { allocate } from '../money/allocate.js';
import { type Amount, sum } from '../money/amount.js';
import type { Line, Order } from './order.js';
import type { Refund } from './refund-document.js';
import { refuse, type Refusal } from './refusals.js';

/** What was given back for lines and shipping, or is asked to be. What failed may be asked for again: only what was given up is free. */
export interface RefundedSoFar {
  readonly lines: ReadonlyMap<string, { readonly quantity: number; readonly amount: Amount }>;
  readonly shipping: Amount;
}

export function refundedSoFar({ documents }: Pick<Order, 'documents'>): RefundedSoFar {
  const lines = new Map<string, { quantity: number; amount: Amount }>();
  const standing = Object.values(documents.refund).filter(({ state }) => state !== 'abandoned');
  for (const { items } of standing) {
    for (const { lineId, quantity, amount } of items) {
      const before = lines.get(lineId) ?? { quantity: 0, amount: 0 };
      lines.set(lineId, { quantity: before.quantity + quantity, amount: before.amount + amount });
    }
  }
  return { lines, shipping: sum(standing.map(({ shipping }) => shipping)) };
}

/** Pieces of a line that can be refunded by name: what was cancelled or came back has its own way to the money. */
export const refundablePieces =
  (before: RefundedSoFar) =>
  (line: Line): number =>
    Math.max(0, line.quantity - line.cancelled - line.returned - (before.lines.get(line.id)?.quantity ?? 0));

/** What a line was sold at without the shipping that was shared out to it: shipping is refunded by itself, and once. */
const soldAt = ({ money }: Line): Amount => money.payable - money.share.shipping;

/** Of an amount of a line the part of its first pieces, in minor units; of all of them all of it. */
export function upTo({ quantity }: Line, amount: Amount, pieces: number): Amount {
  // a paper beside the return may have counted the same pieces: no line gives more than it had
  const part = Math.min(pieces, quantity);
  return allocate(amount, [part, quantity - part])[0] ?? 0;
}

/**
 * What a line still has to give back, by whatever way: what it was sold at less its cancelled and its returned pieces and
 * less what was given back for it by name. What had been given back by name for pieces that were cancelled afterwards was
 * not given back for them again. Minor units.
 */
export function leftOfLine(line: Line, refunded: Amount): Amount {
  const { quantity, cancelled, returned, refundedOfCancelled = 0 } = line;
  const kept = upTo(line, soldAt(line), quantity - cancelled) + refundedOfCancelled;
  return Math.max(0, kept - upTo(line, soldAt(line), returned) - refunded);
}

/**
 * What so many pieces of a line are refunded at: exactly their share of what the line was sold at, so that all of them
 * come to all of it. Never more than what is left of it.
 */
export function shareOf(line: Line, quantity: number, before: RefundedSoFar): Amount {
  const sold = soldAt(line);
  const refunded = before.lines.get(line.id) ?? { quantity: 0, amount: 0 };
  const gone = Math.min(line.quantity - quantity, line.cancelled + line.returned + refunded.quantity);
  return Math.min(upTo(line, sold, gone + quantity) - upTo(line, sold, gone), leftOfLine(line, refunded.amount));
}

/** What may be refunded by name of a line, were there money enough. */
export function refundableOfLine(line: Line, before: RefundedSoFar): Amount {
  const pieces = refundablePieces(before)(line);
  return pieces === 0 ? 0 : shareOf(line, pieces, before);
}

/** What of the shipping may still be given back: not that of pieces that were given up, nor what a return brought with it. */
export function refundableShipping(
  { head, lines, documents }: Pick<Order, 'head' | 'lines' | 'documents'>,
  before: RefundedSoFar,
): Amount {
  const givenUp = lines.map(
    ({ money, cancelled, quantity }) => allocate(money.share.shipping, [cancelled, quantity - cancelled])[0] ?? 0,
  );
  const returned = Object.values(documents.return).flatMap(({ settlements }) =>
    settlements.map(({ shipping = 0 }) => shipping),
  );
  return Math.max(0, head.totals.shipping - sum(givenUp) - sum(returned) - before.shipping);
}

/** Whether what a refund was for is still there. Refusal: refund_exceeds_sold. */
export function leftOfParts(order: Order, { id, items, shipping }: Refund): Refusal | null {
  const { [id]: _itself, ...refund } = order.documents.refund;
  const before = refundedSoFar({ documents: { ...order.documents, refund } });
  const byId = new Map(order.lines.map((line) => [line.id, line]));
  for (const { lineId, quantity, amount } of items) {
    const line = byId.get(lineId);
    const left = line === undefined ? 0 : leftOfLine(line, before.lines.get(lineId)?.amount ?? 0);
    const pieces = line === undefined ? 0 : refundablePieces(before)(line);
    if (amount > left || quantity > pieces) return refuse('refund_exceeds_sold', undefined, { lineId, left });
  }
  const left = refundableShipping(order, before);
  return shipping > left ? refuse('refund_exceeds_sold', undefined, { left }) : null;
}
