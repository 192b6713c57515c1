import type { EditChange } from './edit-commands.js';
import type { Line, Order } from './order.js';

/**
 * What changes would touch that became another one since they were written: a name for each, such as `lines/2/quantity` or
 * `deliveries/1/address`. Empty: they can be made on the present order as they were meant on the earlier one.
 */
export function conflictsOf(base: Order, now: Order, changes: readonly EditChange[]): readonly string[] {
  const found = new Set<string>();
  for (const change of changes) for (const name of conflictOf(base, now, change)) found.add(name);
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
    case 'set_line_tax':
    case 'set_line_delivery':
      return lineConflicts(lineOf(base, change.lineId), lineOf(now, change.lineId), change.lineId);
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
      return differs('promotions', base.head.promotions ?? [], now.head.promotions ?? []);
    default: {
      const never: never = change;
      throw new Error(`unknown change ${JSON.stringify(never)}`);
    }
  }
}

const lineOf = ({ lines }: Order, lineId: string): Line | undefined => lines.find(({ id }) => id === lineId);

const TERMS = ['quantity', 'priceMicros', 'discountMicros', 'deliveryId', 'invoiced', 'shipped', 'cancelled'] as const;

function lineConflicts(base: Line | undefined, now: Line | undefined, lineId: string): readonly string[] {
  if (base === undefined || now === undefined) return base === now ? [] : [`lines/${lineId}`];
  return TERMS.filter((field) => base[field] !== now[field]).map((field) => `lines/${lineId}/${field}`);
}
