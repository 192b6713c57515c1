import type { Amount, UnitPrice } from '../money/amount.js';
import type { PlacedDelivery, PlacedLine, PlacedPayment, PlaceOrder } from '../order/placing-commands.js';
import type { Address, Buyer, Instant } from '../order/order.js';
import type { StockClaim } from '../order/stock-claim.js';
import type { OrderDiscount } from '../order/totals.js';
import { type DraftOrderState, isLive } from './draft-order-states.js';

/**
 * What is held of stock for a draft order. `none`: nothing. `soft`: its pieces, until `reservedUntil`. `firm`: its pieces,
 * until it is placed, expires or is cancelled.
 */
export type StockPolicy = 'none' | 'soft' | 'firm';

/** What staff write into a draft order; all of it may be personal. */
export interface DraftOrderContent {
  readonly buyer?: Partial<Buyer>;
  readonly billingAddress?: Address;
  readonly lines: readonly DraftOrderLine[];
  readonly deliveries?: readonly PlacedDelivery[];
  /** Given by hand, after those of promotions; `name` says why. */
  readonly discounts?: readonly OrderDiscount[];
  readonly coupons?: readonly string[];
  /** Absent: sold on account. */
  readonly payment?: DraftOrderPayment;
  readonly workflow?: string;
  readonly tags?: readonly string[];
  /** For the house: it becomes the note of the order. */
  readonly note?: string;
  /** Shown to the buyer above the lines. */
  readonly message?: string;
}

export interface DraftOrderLine extends Pick<
  PlacedLine,
  'id' | 'sku' | 'name' | 'quantity' | 'unitMultiplier' | 'deliveryId' | 'place'
> {
  /** In the place of what the shop asks. */
  readonly priceMicros?: UnitPrice;
  /** Why it has a price of its own. */
  readonly priceReason?: string;
}

export interface DraftOrderPayment extends Pick<PlacedPayment, 'method' | 'provider' | 'dueAt'> {
  /** How the buyer pays where no provider shows a page. */
  readonly instructions?: string;
}

/** Where a draft order is sold, and whom to: what prices follow from. */
export interface DraftOrderHead {
  readonly draftOrderId: string;
  readonly store: string;
  readonly channel: string;
  readonly currency: string;
  readonly customerId: string | null;
}

/** What a buyer may have to add before there can be an order. */
export type MissingPart = 'email' | 'name' | 'address';

/** What the buyer adds to a draft order on accepting it: only what is missing. */
export interface BuyersPart {
  readonly email?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly phone?: string;
  readonly address?: Address;
}

/** Under this source the order names the draft order that it came of: a second one cannot. */
export const DRAFT_ORDER_SOURCE = 'draft_order';

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

/** What the buyer is asked for. Pieces that are picked up need no address. */
export function missingParts({ buyer = {}, deliveries = [] }: DraftOrderContent): readonly MissingPart[] {
  const nameless = isBlank(buyer.firstName) && isBlank(buyer.lastName) && isBlank(buyer.company);
  return [
    ...(isBlank(buyer.email) ? (['email'] as const) : []),
    ...(nameless ? (['name'] as const) : []),
    ...(deliveries.some(withoutAddress) ? (['address'] as const) : []),
  ];
}

const withoutAddress = ({ type, address }: PlacedDelivery): boolean => type === 'delivery' && address === undefined;

/** What the buyer has still to say, after what they said. */
export const stillMissing = (content: DraftOrderContent, part: BuyersPart): readonly MissingPart[] =>
  missingParts(completed(content, part));

/** The first thing that the buyer says and nobody asked for; null: none. */
export function notAskedFor(content: DraftOrderContent, part: BuyersPart): keyof BuyersPart | null {
  const missing = missingParts(content);
  if (part.email !== undefined && !missing.includes('email')) return 'email';
  if (part.firstName !== undefined && !missing.includes('name')) return 'firstName';
  if (part.lastName !== undefined && !missing.includes('name')) return 'lastName';
  if (part.phone !== undefined && !isBlank(content.buyer?.phone)) return 'phone';
  return part.address !== undefined && !missing.includes('address') ? 'address' : null;
}

/** The content with what the buyer adds where something is missing; what staff wrote stays. */
export function completed(content: DraftOrderContent, part: BuyersPart): DraftOrderContent {
  const { address, ...person } = part;
  const given = Object.entries(person).filter(([, value]) => !isBlank(value));
  const buyer = given.length === 0 ? content.buyer : { ...content.buyer, ...Object.fromEntries(given) };
  const deliveries =
    address === undefined
      ? content.deliveries
      : content.deliveries?.map((delivery) => (withoutAddress(delivery) ? { ...delivery, address } : delivery));
  return {
    ...content,
    ...(buyer === undefined ? {} : { buyer }),
    ...(deliveries === undefined ? {} : { deliveries }),
  };
}

/**
 * The placement that a draft order is: priced by the shop for its buyer, except where staff said otherwise. What is to be
 * paid is the total; nothing is where it comes to nothing.
 */
export function placementOf(head: DraftOrderHead, content: DraftOrderContent, total: Amount): PlaceOrder {
  const { buyer, billingAddress, lines, deliveries, discounts, coupons, payment, workflow, tags, note } = content;
  return {
    type: 'place',
    store: head.store,
    channel: head.channel,
    currency: head.currency,
    externalIds: { [DRAFT_ORDER_SOURCE]: head.draftOrderId },
    priced: true,
    lines: lines.map(({ priceReason: _why, ...line }) => line),
    total,
    payments: payment === undefined || total === 0 ? [] : [placedPayment(payment, total)],
    ...(head.customerId === null ? {} : { customerId: head.customerId }),
    ...(buyer === undefined ? {} : { buyer }),
    ...(billingAddress === undefined ? {} : { billingAddress }),
    ...(deliveries === undefined ? {} : { deliveries }),
    ...(discounts === undefined ? {} : { discounts }),
    ...(coupons === undefined ? {} : { coupons }),
    ...(workflow === undefined ? {} : { workflow }),
    ...(tags === undefined ? {} : { tags }),
    ...(note === undefined ? {} : { note }),
  };
}

const placedPayment = (
  { method, provider, dueAt }: DraftOrderPayment,
  amount: Amount,
): NonNullable<PlaceOrder['payments']>[number] => ({
  method,
  amount,
  ...(provider === undefined ? {} : { provider }),
  ...(dueAt === undefined ? {} : { dueAt }),
});

/** Pieces of a product at a place that are held for a draft order. */
export interface Reserved {
  readonly sku: string;
  readonly place: string;
  readonly quantity: number;
}

/** What of the claims of its placement a draft order should hold at this moment, summed by product and place. */
export function reservationOf(
  draft: {
    readonly state: DraftOrderState;
    readonly stockPolicy: StockPolicy;
    readonly reservedUntil: Instant | null;
    readonly expiresAt: Instant | null;
  },
  claims: readonly StockClaim[],
  at: Instant,
): readonly Reserved[] {
  const { state, stockPolicy, reservedUntil, expiresAt } = draft;
  const over = (expiresAt !== null && expiresAt <= at) || (stockPolicy === 'soft' && (reservedUntil ?? at) <= at);
  if (stockPolicy === 'none' || !isLive(state) || over) return [];
  const sums = new Map<string, Reserved>();
  for (const { kind, sku, place, quantity } of claims) {
    if (kind !== 'claim') continue;
    const key = `${place}\n${sku}`;
    sums.set(key, { sku, place, quantity: (sums.get(key)?.quantity ?? 0) + quantity });
  }
  return [...sums.values()];
}

/** Claims that give back what is held: made in the commit of the placement, they leave no moment for another buyer. */
export const handedOver = (reserved: readonly Reserved[]): readonly StockClaim[] =>
  reserved.map(({ sku, place, quantity }) => ({ kind: 'release_reserved', sku, place, quantity, lineId: '' }));

/** When something happens to a draft order by itself: it expires, or its stock is given back. Null: never. */
export function nextMoment({
  state,
  stockPolicy,
  reservedUntil,
  expiresAt,
  holds,
}: {
  readonly state: DraftOrderState;
  readonly stockPolicy: StockPolicy;
  readonly reservedUntil: Instant | null;
  readonly expiresAt: Instant | null;
  /** Whether anything is reserved. */
  readonly holds: boolean;
}): Instant | null {
  if (!isLive(state)) return null;
  const moments = [expiresAt, holds && stockPolicy === 'soft' ? reservedUntil : null].filter((at) => at !== null);
  return moments.sort()[0] ?? null;
}

/** Names of the parts of the content that are not alike; an order of fields is no difference. */
export function changedParts(before: DraftOrderContent, after: DraftOrderContent): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const values = before as unknown as Readonly<Record<string, unknown>>;
  const others = after as unknown as Readonly<Record<string, unknown>>;
  return names.filter((name) => !isSame(values[name], others[name]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => isSame(left[name], right[name]));
}
