import { allocate } from '../money/allocate.js';
import { type Amount, sum } from '../money/amount.js';
import { wholeShare } from '../money/rounding.js';
import type { Order } from '../order/order.js';
import { leftIn } from '../order/shipment.js';
import type { AllocationRule, Member, MemberBasis } from './consignment.js';

/** What the cost is shared by, of the pieces that a shipment still has to send. */
export function basisOf(order: Order, shipmentId: string): MemberBasis {
  const shipment = order.documents.shipment[shipmentId];
  if (shipment === undefined) throw new Error(`the order has no shipment ${shipmentId}`);
  const left = leftIn(shipment);
  const values = order.lines.map((line) => {
    const pieces = left.get(line.id) ?? 0;
    return pieces === 0 ? 0 : wholeShare(line.money.payable, pieces, BigInt(line.quantity)).whole;
  });
  return { value: sum(values), pieces: sum([...left.values()]) };
}

/**
 * What each member bears of the cost, in their order; the parts always come to the whole (`allocate`). Members without
 * value or weight bear nothing beside others that have some. Null: the cost is not known.
 */
export function costShares(
  cost: Amount | null,
  rule: AllocationRule,
  members: readonly (Pick<Member, 'weight'> & { readonly basis: MemberBasis })[],
): readonly (Amount | null)[] {
  if (cost === null) return members.map(() => null);
  return allocate(
    cost,
    members.map(({ weight, basis }) => weightOf(rule, weight, basis)),
  );
}

function weightOf(rule: AllocationRule, grams: number | null, { value, pieces }: MemberBasis): number {
  switch (rule) {
    case 'value':
      return value;
    case 'weight':
      return grams ?? 0;
    case 'pieces':
      return pieces;
    case 'equal':
      return 1;
    default: {
      const never: never = rule;
      throw new Error(`cannot share by ${String(never)}`);
    }
  }
}
