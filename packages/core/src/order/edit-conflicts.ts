import { changesPromotions, type EditChange, type EditOrder } from './edit-commands.js';
import type { Line, Order } from './order.js';

/**
 * What an edit would touch that became another one since it was written: a name for each, such as `lines/2/quantity` or
 * `deliveries/1/address`. Empty: it can be made on the present order as it was meant on the earlier one.
 */
export function conflictsOf(
  base: Order,
  now: Order,
  edit: Pick<EditOrder, 'changes' | 'promotions'>,
): readonly string[] {
  const found = new Set<string>();
  for (const change of edit.changes) for (const name of conflictOf(base, now, change)) found.add(name);
  const reprices = edit.changes.some(({ change }) => change === 'apply_coupon' || change === 'remove_coupon');
  if (reprices || changesPromotions(edit)) for (const name of promotionConflicts(base, now)) found.add(name);
  return [...found];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function conflictOf(base: Order, now: Order, change: EditChange): readonly string[] {
  const differs = (name: string, one: unknown, other: unknown): readonly string[] => (same(one, other) ? [] : [name]);
  switch (change.change) {
    case 'add_line':
    case 'add_discount':
    case 'add_adjustment':
      return [];
    case 'set_quantity':
    case 'remove_line':
    case 'replace_line':
    case 'set_price':
    case 'set_line_discount':
    case 'set_line_promotions':
    case 'set_line_delivery':
      return lineConflicts(lineOf(base, change.lineId), lineOf(now, change.lineId), change.lineId, taxByHand);
    case 'set_line_tax':
      return lineConflicts(lineOf(base, change.lineId), lineOf(now, change.lineId), change.lineId, taxOf);
    case 'set_discount':
    case 'remove_discount': {
      const { discountId } = change;
      const of = ({ head }: Order): unknown => head.discounts.find(({ id }) => id === discountId);
      return differs(`discounts/${discountId}`, of(base), of(now));
    }
    case 'remove_adjustment': {
      const { adjustmentId } = change;
      const of = ({ head }: Order): unknown => head.adjustments.find(({ id }) => id === adjustmentId);
      return differs(`adjustments/${adjustmentId}`, of(base), of(now));
    }
    case 'set_delivery':
    case 'remove_delivery': {
      const { deliveryId } = change;
      const of = ({ head }: Order): unknown => {
        const delivery = head.deliveries.find(({ id }) => id === deliveryId);
        return delivery === undefined ? undefined : { ...delivery, address: null };
      };
      return differs(`deliveries/${deliveryId}`, of(base), of(now));
    }
    case 'set_address': {
      const { deliveryId } = change;
      if (deliveryId === undefined) return differs('billingAddress', base.head.billingAddress, now.head.billingAddress);
      const of = ({ head }: Order): unknown => head.deliveries.find(({ id }) => id === deliveryId)?.address;
      return differs(`deliveries/${deliveryId}/address`, of(base), of(now));
    }
    case 'set_channel':
      return differs('channel', base.head.channel, now.head.channel);
    case 'set_payment': {
      const { paymentId } = change;
      return differs(`payments/${paymentId}`, base.documents.payment[paymentId], now.documents.payment[paymentId]);
    }
    case 'apply_coupon':
    case 'remove_coupon':
      return [];
    default: {
      const never: never = change;
      throw new Error(`unknown change ${JSON.stringify(never)}`);
    }
  }
}

const lineOf = ({ lines }: Order, lineId: string): Line | undefined => lines.find(({ id }) => id === lineId);

const TERMS = ['quantity', 'priceMicros', 'discountMicros', 'deliveryId', 'invoiced', 'shipped', 'cancelled'] as const;

const taxOf = ({ money }: Line): number => money.share.tax;
/** A tax that follows what the line costs is no conflict for who changes that; one that somebody set is. */
const taxByHand = (line: Line): number | null => (line.byHand?.includes('tax') === true ? taxOf(line) : null);

function lineConflicts(
  base: Line | undefined,
  now: Line | undefined,
  lineId: string,
  tax: (line: Line) => number | null,
): readonly string[] {
  if (base === undefined || now === undefined) return base === now ? [] : [`lines/${lineId}`];
  return [
    ...TERMS.filter((field) => base[field] !== now[field]).map((field) => `lines/${lineId}/${field}`),
    ...(tax(base) === tax(now) ? [] : [`lines/${lineId}/tax`]),
  ];
}

/** Promotions that run again or fall away touch all that they gave: their uses, and discounts of lines that nobody set by hand. */
function promotionConflicts(base: Order, now: Order): readonly string[] {
  const had = new Map(base.lines.map((line) => [line.id, line]));
  const discounted = now.lines.filter(({ id, discountMicros, byHand }) => {
    const before = had.get(id);
    return before !== undefined && before.discountMicros !== discountMicros && byHand?.includes('discount') !== true;
  });
  return [
    ...(same(base.head.promotions ?? [], now.head.promotions ?? []) ? [] : ['promotions']),
    ...discounted.map(({ id }) => `lines/${id}/discountMicros`),
  ];
}
