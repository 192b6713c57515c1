import { sum } from '../money/amount.js';
import type { LineTaxes } from '../tax/line-tax.js';
import type { RecordedShares } from './edit-commands.js';
import { settledPieces } from './edit-working.js';
import type { Line, Order } from './order.js';
import { type LineMoney, type OrderMoney, totalsOf, type TotalsInput } from './totals.js';

/** What every line bears of discounts, shipping and tax, to be given back to it by an edit that takes another one back. */
export const recordedShares = ({ lines }: Pick<Order, 'lines'>): readonly RecordedShares[] =>
  lines.map((line) => {
    const { net, share } = line.money;
    return { lineId: line.id, settled: settledPieces(line), net, ...share };
  });

/**
 * The money of the order with the shares that were recorded, to the minor unit. Shared out anew a cent may fall on another
 * line: the order of lines and what had papers by then decide who bears it. Null where they fit the order no more: other
 * lines, another value of one, other discounts or shipping, or a parcel or paper since. What a tax service counts, it
 * counts.
 */
export function countedAsRecorded(
  order: Pick<Order, 'lines'>,
  input: TotalsInput,
  recorded: readonly RecordedShares[],
  taxed: LineTaxes | undefined,
): OrderMoney | null {
  if (recorded.length === 0 || recorded.length !== input.lines.length) return null;
  const shares = new Map(recorded.map((each) => [each.lineId, each]));
  const lines = input.lines.map((line) =>
    taxed?.lines[line.id] === undefined ? { ...line, tax: shares.get(line.id)?.tax ?? line.tax } : line,
  );
  const counted = totalsOf({ ...input, lines });
  if ('problem' in counted) return null;
  const standing = new Map(order.lines.map((line) => [line.id, line]));
  const money: LineMoney[] = [];
  for (const [index, { id }] of lines.entries()) {
    const share = shares.get(id);
    const now = counted.lines[index];
    if (share === undefined || now?.net !== share.net || share.settled !== settledOf(standing.get(id))) return null;
    const { discount, shipping } = share;
    if (discount > now.net) return null;
    money.push({
      ...now,
      share: { discount, shipping, tax: now.share.tax },
      payable: now.net - discount + shipping + now.share.tax,
    });
  }
  const discounts = sum(input.discounts.map(({ amount }) => amount));
  const shipping = sum(input.deliveries.map(({ price }) => price));
  const fits =
    sum(money.map(({ share }) => share.discount)) === discounts &&
    sum(money.map(({ share }) => share.shipping)) === shipping;
  return fits ? { ...counted, lines: money } : null;
}

const settledOf = (line: Line | undefined): number => (line === undefined ? 0 : settledPieces(line));
