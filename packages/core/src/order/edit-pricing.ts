import { type Amount, isAmount } from '../money/amount.js';
import type { UsedPromotion } from '../pricing/promotion.js';
import type { Quote, QuotedLine, QuoteLine, QuoteRequest } from '../pricing/quote.js';
import type { Command } from './commands.js';
import type { Facts } from './decision.js';
import type { EditOrder } from './edit-commands.js';
import { methodsOfEdit, settledPieces, type WorkedLine, type WorkedOrder, worked } from './edit-working.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import type { Delivery, Line, Order } from './order.js';

/** What a shop is asked for the prices of an edit; in the words of a quote. */
export interface EditBasket extends Pick<
  QuoteRequest,
  'currency' | 'rounding' | 'store' | 'channel' | 'paymentMethods' | 'deliveries'
> {
  readonly customerId?: string;
  readonly lines: readonly QuoteLine[];
  readonly coupons: readonly string[];
  /** Uses that the order holds already: they do not stand against it. */
  readonly held: readonly UsedPromotion[];
}

/** What of the outside an edit is decided on: products by SKU, and a quote where the shop has to say a price. */
export interface NeededForEdit {
  readonly skus: readonly string[];
  readonly basket: EditBasket | null;
}

/** Null: the command is none, or would be refused before anything is asked. */
export function neededForEdit(order: Order, command: Command): NeededForEdit | null {
  if (!('changes' in command)) return null;
  const work = worked(order, command);
  if (isRefusal(work)) return null;
  const added = [...work.lines.values()].flatMap(({ sent }) => sent?.sku ?? []);
  return { skus: [...new Set(added)], basket: basketOf(order, work) };
}

/** Where an edit asks for more of a product; null: the command is none. */
export function editPointer({ lines }: Order, command: Command, sku: string): string | null {
  if (!('changes' in command)) return null;
  const ids = new Set(lines.flatMap((line) => (line.sku === sku ? line.id : [])));
  const index = command.changes.findIndex(
    (change) => ('sku' in change && change.sku === sku) || ('lineId' in change && ids.has(change.lineId)),
  );
  return index < 0 ? '/changes' : `/changes/${index}`;
}

const skuOf = ({ before, sent }: WorkedLine): string => before?.sku ?? sent?.sku ?? '';

/**
 * Kept lines keep their unit price. Where promotions stay as they are, only new lines are asked for, with what else there
 * is of the same products, for prices that depend on how many are bought; else the whole order is.
 */
function basketOf(order: Order, work: WorkedOrder): EditBasket | null {
  const { head } = order;
  const lines = [...work.lines.values()].filter((line) => work.promotions !== 'rerun' || !isGift(line));
  const unpriced = new Set(lines.filter(({ priceMicros }) => priceMicros === null).map(skuOf));
  if (work.promotions !== 'rerun' && unpriced.size === 0) return null;
  const asked = work.promotions === 'rerun' ? lines : lines.filter((line) => unpriced.has(skuOf(line)));
  return {
    currency: head.currency,
    rounding: head.rounding,
    store: head.store,
    channel: work.channel,
    paymentMethods: methodsOfEdit(order, work),
    ...(head.customerId === null ? {} : { customerId: head.customerId }),
    lines: asked.map((line): QuoteLine => ({
      id: line.id,
      sku: skuOf(line),
      quantity: line.quantity,
      unitMultiplier: line.before?.unitMultiplier ?? line.sent?.unitMultiplier ?? 1000,
      ...(line.priceMicros === null ? {} : { priceMicros: line.priceMicros }),
      ...(work.promotions === 'rerun' && line.deliveryId !== null ? { deliveryId: line.deliveryId } : {}),
    })),
    deliveries:
      work.promotions === 'rerun'
        ? [...work.deliveries.values()].map((delivery) => askedDelivery(order, work, delivery))
        : [],
    coupons: work.promotions === 'rerun' ? [...work.coupons] : [],
    held: head.promotions ?? [],
  };
}

/** A price that promotions may have lowered is asked for anew by its method; one that somebody gave is where they start. */
function askedDelivery(order: Order, work: WorkedOrder, delivery: Delivery): EditBasket['deliveries'][number] {
  const { id, method, price, givenPrice } = delivery;
  return method !== null && isLookedUp(order, work, delivery) ? { id, method } : { id, price: givenPrice ?? price };
}

const isLookedUp = ({ head }: Order, work: WorkedOrder, { id, method, givenPrice }: Delivery): boolean =>
  method !== null && givenPrice === undefined && (work.byMethod.has(id) || head.promotions !== undefined);

/** With what it cost before promotions, where the next time nobody could tell that from its method. */
function promotedDelivery(
  order: Order,
  work: WorkedOrder,
  delivery: Delivery,
  price: Amount,
  { shippingMethods }: Facts,
): Delivery {
  const { method, price: start, givenPrice } = delivery;
  const isKnown =
    givenPrice !== undefined ||
    isLookedUp(order, work, delivery) ||
    (method === null ? price === start : shippingMethods.get(method)?.price === start);
  return isKnown ? { ...delivery, price } : { ...delivery, price, givenPrice: start };
}

/**
 * What somebody said that a delivery costs, else what its method costs today, where that is more: what promotions took off
 * it was written down nowhere else.
 */
function deliveriesWithoutPromotions(order: Order, work: WorkedOrder, { shippingMethods }: Facts): void {
  for (const [id, delivery] of [...work.deliveries]) {
    const { method, price, givenPrice } = delivery;
    const known = method !== null && isLookedUp(order, work, delivery) ? shippingMethods.get(method) : undefined;
    const ofMethod = known?.currency === order.head.currency ? known.price : price;
    work.deliveries.set(id, { ...delivery, price: givenPrice ?? Math.max(price, ofMethod) });
  }
}

/** A line that a promotion gave for nothing and nobody has handled yet. */
const isGift = ({ id, before, change }: WorkedLine): boolean =>
  before !== null && change === null && id.startsWith('gift:') && settledPieces(before) === 0 && isFree(before);

const isFree = ({ priceMicros, discountMicros }: Line): boolean => priceMicros === discountMicros;

/** A worked order whose every line has a price, and the promotions that it holds then. */
export interface PricedWork {
  readonly work: WorkedOrder;
  readonly promotions: readonly UsedPromotion[] | undefined;
  /** What the shop says of lines that it priced or gave. */
  readonly quoted: ReadonlyMap<string, QuotedLine>;
}

/**
 * Lets the shop price what nobody priced, and does with promotions what was asked. Lines with papers keep their price.
 * Refusals: those of a quote, shipping_method_unknown, coupon_not_applied, product_incomplete.
 */
export function priced(order: Order, command: EditOrder, work: WorkedOrder, facts: Facts): PricedWork | Refusal {
  const deliveries = deliveriesByMethod(order, work, facts);
  if (deliveries !== null) return deliveries;
  const quoted = facts.quote;
  if (quoted !== undefined && isRefusal(quoted)) return inEditTerms(order, work, quoted);
  if (quoted === undefined && basketOf(order, work) !== null) throw new Error('the edit needs a quote');
  const byId = new Map((quoted?.lines ?? []).map((line) => [line.id, line]));
  for (const line of [...work.lines.values()]) {
    const price = byId.get(line.id)?.priceMicros;
    if (line.priceMicros === null && price !== undefined) work.lines.set(line.id, { ...line, priceMicros: price });
  }
  const hadPromotions = order.head.promotions !== undefined;
  if (work.promotions === 'keep') {
    for (const line of [...work.lines.values()])
      if (line.promotions === 'drop' && isOfPromotions(line, hadPromotions))
        work.lines.set(line.id, { ...line, discountMicros: 0 });
    return { work, promotions: order.head.promotions, quoted: byId };
  }
  for (const { promotion } of order.head.promotions ?? []) work.discounts.delete(promotion);
  for (const line of [...work.lines.values()]) {
    if (isGift(line)) {
      work.lines.delete(line.id);
      work.removed.add(line.id);
    } else {
      const runsAgain = work.promotions === 'rerun' && line.promotions === null;
      const given = runsAgain ? (byId.get(line.id)?.discountMicros ?? 0) : 0;
      if (line.promotions !== 'keep' && isOfPromotions(line, hadPromotions))
        work.lines.set(line.id, { ...line, discountMicros: given });
    }
  }
  const stays = stillUsed(order, work);
  if (work.promotions === 'drop' && hadPromotions) deliveriesWithoutPromotions(order, work, facts);
  if (work.promotions === 'drop' || quoted === undefined)
    return { work, promotions: hadPromotions ? stays : undefined, quoted: byId };
  const against = coupons(command, quoted);
  if (against !== null) return against;
  takeQuote(order, work, quoted, facts);
  return { work, promotions: [...usedAgain(work, quoted, stays), ...stays], quoted: byId };
}

/** Nobody wrote down which promotion gave which line its discount: while one line keeps what they gave, all stay in use. */
function stillUsed({ head }: Order, work: WorkedOrder): readonly UsedPromotion[] {
  const isKept = [...work.lines.values()].some(
    ({ before, promotions, byHand }) =>
      before !== null && before.discountMicros > 0 && promotions === 'keep' && !byHand.includes('discount'),
  );
  return isKept ? (head.promotions ?? []) : [];
}

/** Promotions that give something of what is taken: a line that stands apart takes nothing of them. */
function usedAgain(work: WorkedOrder, { applied }: Quote, stays: readonly UsedPromotion[]): readonly UsedPromotion[] {
  const known = new Set(stays.map(({ promotion }) => promotion));
  const takes = (id: string): boolean => (work.lines.get(id)?.promotions ?? null) === null;
  return applied
    .filter(
      ({ promotion, lines, order, deliveries, gift }) =>
        !known.has(promotion) &&
        (order > 0 || deliveries.length > 0 || gift !== null || lines.some(({ id }) => takes(id))),
    )
    .map(({ promotion, coupon }) => ({ promotion, coupon }));
}

/** A discount that nobody gave by hand, of an order that promotions priced; where there is none, one may come. */
const isOfPromotions = ({ before, byHand, discountMicros }: WorkedLine, hadPromotions: boolean): boolean =>
  (before === null || settledPieces(before) === 0) &&
  !byHand.includes('discount') &&
  (hadPromotions || before === null || discountMicros === 0);

/**
 * What an edit makes of the promotions on a line. settled: it has papers or parcels, and what it was given stays; by_hand: so
 * does what somebody set.
 */
export const PROMOTION_FATES = ['kept', 'rerun', 'dropped', 'by_hand', 'settled'] as const;
export interface LinePromotions {
  readonly lineId: string;
  readonly promotions: (typeof PROMOTION_FATES)[number];
}

/** Line by line, those of which there is something to say: all where promotions run again, else those with a discount. */
export function promotionsByLine(order: Order, command: EditOrder): readonly LinePromotions[] {
  const work = worked(order, command);
  if (isRefusal(work)) return [];
  const hadPromotions = order.head.promotions !== undefined;
  return [...work.lines.values()].flatMap((line): readonly LinePromotions[] => {
    const promotions = fateOf(line, work.promotions, hadPromotions);
    return line.discountMicros === 0 && promotions !== 'rerun' ? [] : [{ lineId: line.id, promotions }];
  });
}

function fateOf(
  line: WorkedLine,
  whole: WorkedOrder['promotions'],
  hadPromotions: boolean,
): LinePromotions['promotions'] {
  if (line.before !== null && settledPieces(line.before) > 0) return 'settled';
  if (line.byHand.includes('discount')) return 'by_hand';
  const asked = line.promotions ?? whole;
  if (asked === 'keep') return 'kept';
  if (!isGift(line) && !isOfPromotions(line, hadPromotions)) return 'kept';
  return asked === 'rerun' ? 'rerun' : 'dropped';
}

function takeQuote(order: Order, work: WorkedOrder, quoted: Quote, facts: Facts): void {
  for (const discount of quoted.discounts) work.discounts.set(discount.id, discount);
  for (const { id, price } of quoted.deliveries) {
    const delivery = work.deliveries.get(id);
    if (delivery !== undefined) work.deliveries.set(id, promotedDelivery(order, work, delivery, price, facts));
  }
  const stood = new Map(order.lines.map((line) => [line.id, line]));
  const kept = [...work.lines.values()].filter(({ id, promotions }) => id.startsWith('gift:') && promotions === 'keep');
  const keptGifts = new Set(kept.map(skuOf));
  for (const line of quoted.lines) {
    if (line.gift === null || keptGifts.has(line.sku)) continue;
    const before = stood.get(line.id);
    // The same gift as before stays the line that it was.
    const stays = before?.sku === line.sku && settledPieces(before) === 0;
    if (stays) work.removed.delete(line.id);
    work.lines.set(line.id, {
      id: line.id,
      before: stays ? before : null,
      sent: stays ? null : { sku: line.sku, name: line.name, quantity: line.quantity },
      quantity: line.quantity,
      priceMicros: line.priceMicros,
      discountMicros: line.discountMicros,
      deliveryId: line.deliveryId,
      tax: null,
      byHand: [],
      promotions: null,
      change: null,
    });
  }
}

/** A coupon that is added has to give something; one that the order had may give nothing any more. */
function coupons(command: EditOrder, quoted: Quote): Refusal | null {
  for (const [index, change] of command.changes.entries()) {
    if (change.change !== 'apply_coupon') continue;
    const code = change.coupon.trim().toUpperCase();
    const reasons = quoted.coupons.find((coupon) => coupon.code === code)?.reasons.map(({ why }) => why);
    if (quoted.applied.some(({ coupon }) => coupon === code)) continue;
    return refuse('coupon_not_applied', `/changes/${index}/coupon`, { coupon: code, reasons: reasons ?? [] });
  }
  return null;
}

/** Refusals: shipping_method_unknown, amount_invalid. */
function deliveriesByMethod({ head }: Order, work: WorkedOrder, facts: Facts): Refusal | null {
  for (const [id, delivery] of [...work.deliveries]) {
    if (!isAmount(delivery.price) || delivery.price < 0) return refuse('amount_invalid', '/changes', { delivery: id });
    if (!work.byMethod.has(id) || delivery.method === null) continue;
    const method = facts.shippingMethods.get(delivery.method);
    if (method?.currency !== head.currency)
      return refuse('shipping_method_unknown', '/changes', { method: delivery.method });
    work.deliveries.set(id, { ...delivery, price: method.price });
  }
  return null;
}

/** What the quote says of its lines, said of the change that is about them. */
function inEditTerms(order: Order, work: WorkedOrder, refusal: Refusal): Refusal {
  const [, index, field] = /^\/lines\/(\d+)\/(\w+)$/.exec(refusal.pointer ?? '') ?? [];
  const asked = index === undefined ? undefined : basketOf(order, work)?.lines[Number(index)];
  const change = asked?.id === undefined ? undefined : work.lines.get(asked.id)?.change;
  return { ...refusal, pointer: change == null ? '/changes' : `/changes/${change}/${field ?? ''}` };
}
