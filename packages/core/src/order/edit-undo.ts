import type { EditChange } from './edit-commands.js';
import { settledPieces } from './edit-working.js';
import type { Delivery, Line, Order } from './order.js';

/**
 * The changes that take back what became of an order between two of its versions: the same products, quantities, prices,
 * taxes, discounts, deliveries, addresses and channel as before. Counters of papers and parcels are not looked at: what
 * cannot be taken back because of them, the edit with these changes is refused for. What promotions gave comes back as a
 * price or discount that was set by hand. With `recordedShares` of the order before, every line bears again what it bore.
 */
export function undoing(before: Order, after: Order): readonly EditChange[] {
  const had = new Map(before.lines.map((line) => [line.id, line]));
  const has = new Map(after.lines.map((line) => [line.id, line]));
  const sent = new Map(after.head.deliveries.map((delivery) => [delivery.id, delivery]));
  const sentBefore = new Set(before.head.deliveries.map(({ id }) => id));
  return [
    ...before.head.deliveries.flatMap((delivery) => deliveryBack(delivery, sent.get(delivery.id))),
    ...before.lines.flatMap((line) => lineBack(line, has.get(line.id))),
    ...after.lines.flatMap(({ id }): readonly EditChange[] =>
      had.has(id) ? [] : [{ change: 'remove_line', lineId: id }],
    ),
    ...after.head.deliveries.flatMap(({ id }): readonly EditChange[] =>
      sentBefore.has(id) ? [] : [{ change: 'remove_delivery', deliveryId: id }],
    ),
    ...discountsBack(before, after),
    ...adjustmentsBack(before, after),
    ...(before.head.channel === after.head.channel
      ? []
      : [{ change: 'set_channel', channel: before.head.channel } as const]),
    ...(before.head.billingAddress === null || same(before.head.billingAddress, after.head.billingAddress)
      ? []
      : [{ change: 'set_address', address: before.head.billingAddress } as const]),
    ...paymentsBack(before, after),
  ];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function lineBack(line: Line, now: Line | undefined): readonly EditChange[] {
  const { id: lineId } = line;
  if (now === undefined) return [added(line)];
  const changes: EditChange[] = [];
  if (now.quantity !== line.quantity) changes.push({ change: 'set_quantity', lineId, quantity: line.quantity });
  if (now.priceMicros !== line.priceMicros)
    changes.push({ change: 'set_price', lineId, priceMicros: line.priceMicros });
  if (now.discountMicros !== line.discountMicros)
    changes.push({ change: 'set_line_discount', lineId, discountMicros: line.discountMicros });
  if (now.deliveryId !== line.deliveryId && line.deliveryId !== null)
    changes.push({ change: 'set_line_delivery', lineId, deliveryId: line.deliveryId });
  if (now.money.share.tax !== line.money.share.tax && settledPieces(now) === 0 && isTaxAlone(line, now))
    changes.push({ change: 'set_line_tax', lineId, tax: line.money.share.tax });
  return changes;
}

/** A tax that followed what the line costs goes back with it; one that somebody set does not. */
const isTaxAlone = (line: Line, now: Line): boolean =>
  line.money.net === now.money.net || now.byHand?.includes('tax') === true;

const added = (line: Line): EditChange => ({
  change: 'add_line',
  id: line.id,
  sku: line.sku,
  name: line.name,
  quantity: line.quantity,
  unitMultiplier: line.unitMultiplier,
  measurementUnit: line.measurementUnit,
  priceMicros: line.priceMicros,
  discountMicros: line.discountMicros,
  tax: line.money.share.tax,
  ...(line.gtin === null ? {} : { gtin: line.gtin }),
  ...(line.seller === null ? {} : { seller: line.seller }),
  ...(line.listPriceMicros === null ? {} : { listPriceMicros: line.listPriceMicros }),
  ...(line.deliveryId === null ? {} : { deliveryId: line.deliveryId }),
  ...(line.stock === null ? {} : { place: line.stock.place }),
});

/** Only what differs: a price that is said is by hand from then on. */
function deliveryBack(delivery: Delivery, now: Delivery | undefined): readonly EditChange[] {
  const { id: deliveryId, method, price, givenPrice = null, address } = delivery;
  const otherMethod = method !== null && method !== now?.method;
  const otherPrice = otherMethod || price !== now?.price || givenPrice !== (now.givenPrice ?? null);
  const terms = {
    ...(delivery.type === now?.type ? {} : { type: delivery.type }),
    ...(otherMethod ? { method } : {}),
    ...(otherPrice ? { price, givenPrice } : {}),
    ...(delivery.pickupPoint === now?.pickupPoint ? {} : { pickupPoint: delivery.pickupPoint }),
    ...(delivery.promisedAt === now?.promisedAt ? {} : { promisedAt: delivery.promisedAt }),
    ...(delivery.shipBy === now?.shipBy ? {} : { shipBy: delivery.shipBy }),
  };
  return [
    ...(Object.keys(terms).length === 0 ? [] : [{ change: 'set_delivery', deliveryId, ...terms } as const]),
    ...(address === null || same(address, now?.address ?? null)
      ? []
      : [{ change: 'set_address', deliveryId, address } as const]),
  ];
}

function discountsBack({ head: before }: Order, { head: after }: Order): readonly EditChange[] {
  const now = new Map(after.discounts.map((discount) => [discount.id, discount]));
  const then = new Set(before.discounts.map(({ id }) => id));
  return [
    ...after.discounts.flatMap(({ id }): readonly EditChange[] =>
      then.has(id) ? [] : [{ change: 'remove_discount', discountId: id }],
    ),
    ...before.discounts.flatMap(({ id, name, amount }): readonly EditChange[] => {
      const standing = now.get(id);
      if (standing === undefined) return [{ change: 'add_discount', id, name, amount }];
      return standing.amount === amount ? [] : [{ change: 'set_discount', discountId: id, amount }];
    }),
  ];
}

function adjustmentsBack({ head: before }: Order, { head: after }: Order): readonly EditChange[] {
  const now = new Map(after.adjustments.map((adjustment) => [adjustment.id, adjustment]));
  const then = new Map(before.adjustments.map((adjustment) => [adjustment.id, adjustment]));
  return [
    ...after.adjustments.flatMap((adjustment): readonly EditChange[] =>
      same(then.get(adjustment.id), adjustment) ? [] : [{ change: 'remove_adjustment', adjustmentId: adjustment.id }],
    ),
    ...before.adjustments.flatMap((adjustment): readonly EditChange[] =>
      same(now.get(adjustment.id), adjustment) ? [] : [{ change: 'add_adjustment', ...adjustment }],
    ),
  ];
}

const paymentsBack = (before: Order, after: Order): readonly EditChange[] =>
  Object.values(before.documents.payment).flatMap((payment): readonly EditChange[] => {
    const now = after.documents.payment[payment.id];
    const terms = ({ method, amount, installments, dueAt }: typeof payment): object => ({
      method,
      amount,
      installments,
      dueAt,
    });
    if (now === undefined || now.answer !== 'pending' || same(terms(payment), terms(now))) return [];
    const { method, amount, installments, dueAt } = payment;
    return [{ change: 'set_payment', paymentId: payment.id, method, amount, installments, dueAt }];
  });
