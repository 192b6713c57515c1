import type { Facts } from '../order/decision.js';
import { lineId } from '../order/placed-lines.js';
import type { PlacedLine, PlaceOrder } from '../order/placing-commands.js';
import { isRefusal, type Refusal } from '../order/refusals.js';

/**
 * A placement with the taxes of its lines, where a provider counted them. Refusals: tax_refused, tax_unreachable, and those of
 * `taxOfStore`.
 */
export function taxedPlacement(command: PlaceOrder, facts: Pick<Facts, 'taxed'>): PlaceOrder | Refusal {
  const { taxed } = facts;
  if (taxed === undefined) {
    if (command.taxed === true) throw new Error('a placement that is taxed needs its taxes');
    return command;
  }
  if (isRefusal(taxed)) return taxed;
  return {
    ...command,
    lines: command.lines.map((line, index): PlacedLine => {
      const tax = taxed.lines[lineId(line, index)];
      if (tax === undefined) throw new Error('the taxes are of another basket');
      return { ...line, tax: tax.goods + tax.shipping, taxed: tax };
    }),
  };
}
