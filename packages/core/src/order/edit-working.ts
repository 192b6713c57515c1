import type { Amount, UnitPrice } from '../money/amount.js';
import type { EditChange, EditChangeOf, EditOrder, PromotionPolicy } from './edit-commands.js';
import { type Address, type Delivery, departed, type Instant, type Line, type Order, type OrderHead } from './order.js';
import { waits } from './payment.js';
import { usurpsCashRounding } from './rounded-totals.js';
import { refuse, type Refusal } from './refusals.js';
import type { Adjustment, OrderDiscount } from './totals.js';

/** An order while it is edited: what the changes say, not yet priced, not yet counted. */
export interface WorkedOrder {
  readonly lines: Map<string, WorkedLine>;
  readonly removed: Set<string>;
  readonly replaced: Map<string, string>;
  readonly deliveries: Map<string, Delivery>;
  readonly discounts: Map<string, OrderDiscount>;
  readonly adjustments: Map<string, Adjustment>;
  readonly addresses: Map<string, Address>;
  readonly payments: Map<string, PaymentPatch>;
  readonly coupons: Set<string>;
  /** Deliveries whose price is that of their method. */
  readonly byMethod: Set<string>;
  billingAddress: Address | null;
  channel: string;
  promotions: PromotionPolicy;
}

/** A line as it shall be. `before` is null where it is new; `change`: the last change that was about it. */
export interface WorkedLine {
  readonly id: string;
  readonly before: Line | null;
  readonly sent: AddedTerms | null;
  quantity: number;
  /** Null: the shop says. */
  priceMicros: UnitPrice | null;
  discountMicros: UnitPrice;
  deliveryId: string | null;
  /** Said by hand; null: as before, in proportion. */
  tax: Amount | null;
  byHand: readonly HandSet[];
  /** What becomes of the promotions on this line; null: what becomes of those of the order. */
  promotions: 'keep' | 'drop' | null;
  change: number | null;
}

export type HandSet = 'price' | 'discount' | 'tax';

/** What a new line was sent with beside what can be changed of any line. */
export type AddedTerms = Omit<EditChangeOf<'add_line'>, 'change'>;

export interface PaymentPatch {
  readonly paymentId: string;
  readonly method?: string;
  readonly amount?: Amount;
  readonly installments?: number;
  readonly dueAt?: Instant | null;
}

/** How the order is paid as it would be edited: the methods of payments that are not denied or given up. */
export const methodsOfEdit = (
  { documents }: Pick<Order, 'documents'>,
  { payments }: Pick<WorkedOrder, 'payments'>,
): readonly string[] =>
  Object.values(documents.payment)
    .filter(({ answer, cancelledAt }) => answer !== 'denied' && cancelledAt === null)
    .map(({ id, method }) => payments.get(id)?.method ?? method);

/** Pieces of a line that have a paper, left the house or were given up: no edit reaches them. */
export const settledPieces = (line: Line): number => Math.max(line.invoiced, departed(line)) + line.cancelled;

/** The next id that is counted: above every number that a line of the order ever had. */
export const highestLine = (head: Pick<OrderHead, 'lastLine'>, ids: readonly string[]): number =>
  ids.reduce((highest, id) => (/^\d{1,9}$/.test(id) ? Math.max(highest, Number(id)) : highest), head.lastLine ?? 0);

/**
 * The order with the changes made to it, one after the other. What they name is checked, their money is not.
 * Refusals: reference_unknown, duplicate_id, edit_below_papers, edit_line_settled, payment_not_found, payment_not_pending.
 */
export function worked(order: Order, command: EditOrder): WorkedOrder | Refusal {
  const work = asItStands(order, command);
  let number = highestLine(order.head, [...work.lines.keys()]);
  const nextId = (): string => {
    do number += 1;
    while (work.lines.has(String(number)));
    return String(number);
  };
  for (const [index, change] of command.changes.entries()) {
    const against = make(order, work, change, index, nextId);
    if (against !== null) return { ...against, pointer: `/changes/${index}${against.pointer ?? ''}` };
  }
  return work;
}

function asItStands({ head, lines }: Order, command: EditOrder): WorkedOrder {
  const used = (head.promotions ?? []).flatMap(({ coupon }) => coupon ?? []);
  const asksCoupons = command.changes.some(({ change }) => change === 'apply_coupon' || change === 'remove_coupon');
  return {
    lines: new Map(lines.map((line) => [line.id, standing(line)])),
    removed: new Set(),
    replaced: new Map(),
    deliveries: new Map(head.deliveries.map((delivery) => [delivery.id, delivery])),
    discounts: new Map(head.discounts.map((discount) => [discount.id, discount])),
    adjustments: new Map(head.adjustments.map((adjustment) => [adjustment.id, adjustment])),
    addresses: new Map(),
    payments: new Map(),
    coupons: new Set(used),
    byMethod: new Set(),
    billingAddress: head.billingAddress,
    channel: head.channel,
    promotions: asksCoupons ? 'rerun' : (command.promotions ?? 'keep'),
  };
}

const standing = (line: Line): WorkedLine => ({
  id: line.id,
  before: line,
  sent: null,
  quantity: line.quantity,
  priceMicros: line.priceMicros,
  discountMicros: line.discountMicros,
  deliveryId: line.deliveryId,
  tax: null,
  byHand: line.byHand ?? [],
  promotions: null,
  change: null,
});

const byHand = (line: WorkedLine, what: HandSet): readonly HandSet[] =>
  line.byHand.includes(what) ? line.byHand : [...line.byHand, what];

function make(
  order: Order,
  work: WorkedOrder,
  change: EditChange,
  index: number,
  nextId: () => string,
): Refusal | null {
  switch (change.change) {
    case 'add_line':
      return adding(work, change, index, change.id ?? nextId());
    case 'replace_line':
      return replacing(work, change, index, nextId);
    case 'remove_line': {
      const line = work.lines.get(change.lineId);
      return line === undefined ? unknownLine(work) : removing(work, line);
    }
    case 'set_quantity':
    case 'set_price':
    case 'set_line_discount':
    case 'set_line_promotions':
    case 'set_line_tax':
    case 'set_line_delivery':
      return changingLine(work, change, index);
    case 'add_discount': {
      const id = change.id ?? freeId('edit', work.discounts);
      if (work.discounts.has(id)) return refuse('duplicate_id', '/id', { id });
      work.discounts.set(id, { id, name: change.name, amount: change.amount });
      return null;
    }
    case 'set_discount': {
      const discount = work.discounts.get(change.discountId);
      if (discount === undefined) return unknown('/discountId', work.discounts);
      work.discounts.set(discount.id, { ...discount, amount: change.amount });
      return null;
    }
    case 'remove_discount':
      return work.discounts.delete(change.discountId) ? null : unknown('/discountId', work.discounts);
    case 'add_adjustment': {
      const id = change.id ?? freeId('edit', work.adjustments);
      if (work.adjustments.has(id) || usurpsCashRounding({ id, kind: change.kind }))
        return refuse('duplicate_id', '/id', { id });
      work.adjustments.set(id, { id, kind: change.kind, name: change.name, amount: change.amount });
      return null;
    }
    case 'remove_adjustment':
      return work.adjustments.delete(change.adjustmentId) ? null : unknown('/adjustmentId', work.adjustments);
    case 'set_delivery':
      work.deliveries.set(change.deliveryId, changedDelivery(work.deliveries.get(change.deliveryId), change));
      if (change.price !== undefined) work.byMethod.delete(change.deliveryId);
      else if (change.method !== undefined) work.byMethod.add(change.deliveryId);
      return null;
    case 'remove_delivery':
      if ([...work.lines.values()].some(({ deliveryId }) => deliveryId === change.deliveryId))
        return refuse('reference_unknown', '/deliveryId', { named: 'by lines' });
      return work.deliveries.delete(change.deliveryId) ? null : unknown('/deliveryId', work.deliveries);
    case 'set_address': {
      if (change.deliveryId === undefined) {
        work.billingAddress = change.address;
        return null;
      }
      const delivery = work.deliveries.get(change.deliveryId);
      if (delivery === undefined) return unknown('/deliveryId', work.deliveries);
      work.deliveries.set(delivery.id, { ...delivery, address: change.address });
      work.addresses.set(delivery.id, change.address);
      return null;
    }
    case 'set_channel':
      work.channel = change.channel;
      return null;
    case 'set_payment':
      return changingPayment(order, work, change);
    case 'apply_coupon':
      work.coupons.add(change.coupon.trim().toUpperCase());
      return null;
    case 'remove_coupon':
      return work.coupons.delete(change.coupon.trim().toUpperCase())
        ? null
        : refuse('reference_unknown', '/coupon', { coupons: [...work.coupons].slice(0, 20) });
    default: {
      const never: never = change;
      throw new Error(`unknown change ${JSON.stringify(never)}`);
    }
  }
}

const unknown = (pointer: string, known: ReadonlyMap<string, unknown>): Refusal =>
  refuse('reference_unknown', pointer, { known: [...known.keys()].slice(0, 20) });
const unknownLine = ({ lines }: WorkedOrder): Refusal => unknown('/lineId', lines);

function freeId(prefix: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 1;
  while (taken.has(`${prefix}:${number}`)) number += 1;
  return `${prefix}:${number}`;
}

function adding(work: WorkedOrder, sent: AddedTerms, index: number, id: string): Refusal | null {
  // what shipments plan and holds stand on is known by its id: another product is another line
  if (work.lines.has(id) || work.removed.has(id)) return refuse('duplicate_id', '/id', { id });
  const deliveryId = sent.deliveryId ?? work.deliveries.keys().next().value ?? null;
  if (deliveryId !== null && !work.deliveries.has(deliveryId)) return unknown('/deliveryId', work.deliveries);
  const set: HandSet[] = [];
  if (sent.priceMicros !== undefined) set.push('price');
  if (sent.discountMicros !== undefined) set.push('discount');
  if (sent.tax !== undefined) set.push('tax');
  work.lines.set(id, {
    id,
    before: null,
    sent,
    quantity: sent.quantity,
    priceMicros: sent.priceMicros ?? null,
    discountMicros: sent.discountMicros ?? 0,
    deliveryId,
    tax: sent.tax ?? null,
    byHand: set,
    promotions: null,
    change: index,
  });
  return null;
}

function removing(work: WorkedOrder, { id, before }: WorkedLine): Refusal | null {
  const least = before === null ? 0 : settledPieces(before);
  if (least > 0) return refuse('edit_below_papers', '/lineId', { line: id, least });
  work.lines.delete(id);
  if (before !== null) work.removed.add(id);
  return null;
}

/** The pieces of the old line that have papers stay with it; all others are given up for the new one. */
function replacing(
  work: WorkedOrder,
  change: EditChangeOf<'replace_line'>,
  index: number,
  nextId: () => string,
): Refusal | null {
  const old = work.lines.get(change.lineId);
  if (old === undefined) return unknownLine(work);
  const least = old.before === null ? 0 : settledPieces(old.before);
  const open = old.quantity - least;
  if (open <= 0) return refuse('edit_below_papers', '/lineId', { line: old.id, least });
  const { lineId: _old, deliveryId = old.deliveryId ?? undefined, quantity = open, ...terms } = change;
  const id = change.id ?? nextId();
  const against = adding(work, { ...terms, quantity, ...(deliveryId === undefined ? {} : { deliveryId }) }, index, id);
  if (against !== null) return against;
  work.replaced.set(old.id, id);
  if (least === 0) return removing(work, old);
  work.lines.set(old.id, { ...old, quantity: least, change: index });
  return null;
}

function changingLine(
  work: WorkedOrder,
  change: EditChangeOf<
    'set_quantity' | 'set_price' | 'set_line_discount' | 'set_line_promotions' | 'set_line_tax' | 'set_line_delivery'
  >,
  index: number,
): Refusal | null {
  const line = work.lines.get(change.lineId);
  if (line === undefined) return unknownLine(work);
  const least = line.before === null ? 0 : settledPieces(line.before);
  const changed: WorkedLine = { ...line, change: index };
  if (change.change === 'set_quantity') {
    if (change.quantity < least) return refuse('edit_below_papers', '/quantity', { line: line.id, least });
    work.lines.set(line.id, { ...changed, quantity: change.quantity });
    return null;
  }
  if (least > 0) return refuse('edit_line_settled', '/lineId', { line: line.id, settled: least });
  switch (change.change) {
    case 'set_price':
      work.lines.set(line.id, { ...changed, priceMicros: change.priceMicros, byHand: byHand(line, 'price') });
      return null;
    case 'set_line_discount':
      work.lines.set(line.id, { ...changed, discountMicros: change.discountMicros, byHand: byHand(line, 'discount') });
      return null;
    case 'set_line_promotions':
      work.lines.set(line.id, { ...changed, promotions: change.promotions });
      return null;
    case 'set_line_tax':
      work.lines.set(line.id, { ...changed, tax: change.tax, byHand: byHand(line, 'tax') });
      return null;
    case 'set_line_delivery':
      if (!work.deliveries.has(change.deliveryId)) return unknown('/deliveryId', work.deliveries);
      work.lines.set(line.id, { ...changed, deliveryId: change.deliveryId });
      return null;
  }
}

/** As the change says; the price of a method is looked up when the order is priced, and takes the place of one that was given. */
function changedDelivery(before: Delivery | undefined, change: EditChangeOf<'set_delivery'>): Delivery {
  const { givenPrice: given, ...stands }: Delivery = before ?? {
    id: change.deliveryId,
    type: 'delivery',
    method: null,
    price: 0,
    pickupPoint: null,
    promisedAt: null,
    shipBy: null,
    address: null,
  };
  const said = change.price ?? (change.method === undefined ? given : undefined);
  const givenPrice = change.givenPrice === undefined ? said : (change.givenPrice ?? undefined);
  return {
    ...stands,
    ...(givenPrice === undefined ? {} : { givenPrice }),
    type: change.type ?? stands.type,
    method: change.method ?? stands.method,
    price: change.price ?? stands.price,
    pickupPoint: change.pickupPoint === undefined ? stands.pickupPoint : change.pickupPoint,
    promisedAt: change.promisedAt === undefined ? stands.promisedAt : change.promisedAt,
    shipBy: change.shipBy === undefined ? stands.shipBy : change.shipBy,
  };
}

/** Refusals: payment_not_found, payment_not_pending. */
function changingPayment(order: Order, work: WorkedOrder, change: EditChangeOf<'set_payment'>): Refusal | null {
  const payment = order.documents.payment[change.paymentId];
  if (payment === undefined)
    return refuse('payment_not_found', '/paymentId', { payments: Object.keys(order.documents.payment).slice(0, 20) });
  // the page of its provider is open already, for the amount that it had then
  if (!waits(payment) || payment.transactionId !== null || payment.link !== null)
    return refuse('payment_not_pending', '/paymentId');
  const { change: _kind, ...patch } = change;
  work.payments.set(payment.id, { ...work.payments.get(payment.id), ...patch });
  return null;
}
