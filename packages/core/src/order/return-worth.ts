import { type Amount, sum } from '../money/amount.js';
import type { LinePieces } from './items.js';
import { standingSale } from './ledger.js';
import type { Line, Order } from './order.js';
import { leftOfLine, refundableShipping, refundedSoFar, upTo } from './refund-ceilings.js';
import { returnableValue } from './return-invoice.js';

/** What settling gives back, in minor units, before any fee. */
export interface ReturnWorth {
  readonly value: Amount;
  /** What of the value is for shipping. */
  readonly shipping: Amount;
}

/**
 * What pieces were sold for, to the minor unit, as far as the order has it left to give: of a line that comes back in parts
 * the parts add up to the whole. Goods that were given back for by name bring nothing, nor does more of a line than is left
 * of it. With shipping, the last pieces of the order bring with them what belongs to no line. The desk shows what this says
 * and a settlement gives it, so the two cannot differ. Before the invoice that a settlement waits for, it is what the sale
 * would let come back.
 */
export function worthOf(order: Order, items: readonly LinePieces[], includeShipping: boolean): ReturnWorth {
  const { goods, shipping } = soldFor(order, items, includeShipping);
  const left = returnableValue(order);
  const value = Math.min(typeof left === 'number' ? left : Math.max(0, standingSale(order.head)), goods + shipping);
  return { value, shipping: Math.max(0, value - goods) };
}

function soldFor(
  order: Order,
  items: readonly LinePieces[],
  includeShipping: boolean,
): { readonly goods: Amount; readonly shipping: Amount } {
  const before = refundedSoFar(order);
  const coming = order.lines.filter((line) => piecesOfLine(items, line) > 0);
  const goods = sum(
    coming.map((line) => worthOfPieces(line, piecesOfLine(items, line), before.lines.get(line.id)?.amount ?? 0)),
  );
  if (!includeShipping) return { goods, shipping: 0 };
  const isLast = order.lines.every(
    (line) => line.quantity - line.cancelled - line.returned - piecesOfLine(items, line) <= 0,
  );
  const ofNoLine = isLast ? order.head.totals.total - sum(order.lines.map(({ money }) => money.payable)) : 0;
  const shares = coming.map((line) => shareOfPieces(line, line.money.share.shipping, piecesOfLine(items, line)));
  return { goods: Math.max(0, goods + ofNoLine), shipping: Math.min(sum(shares), refundableShipping(order, before)) };
}

export const piecesOfLine = (items: readonly LinePieces[], { id }: Line): number =>
  items.find(({ lineId }) => lineId === id)?.quantity ?? 0;

/** `refunded`: what was given back for the line by name, in minor units. */
const worthOfPieces = (line: Line, pieces: number, refunded: Amount): Amount =>
  Math.min(shareOfPieces(line, line.money.payable - line.money.share.shipping, pieces), leftOfLine(line, refunded));

/** The next pieces' part of an amount of their line; all parts come to it. */
const shareOfPieces = (line: Line, amount: Amount, pieces: number): Amount =>
  upTo(line, amount, line.returned + pieces) - upTo(line, amount, line.returned);
