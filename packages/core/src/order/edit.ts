import { type Amount, sum } from '../money/amount.js';
import type { UsedPromotion } from '../pricing/promotion.js';
import { advance } from '../workflow/advance.js';
import { tablesFor } from '../workflow/built-in.js';
import type { Context, Facts } from './decision.js';
import { accepted, type Accepted, raised } from './decision.js';
import type { EditChange, EditKind, EditOrder, PromotionPolicy } from './edit-commands.js';
import { changesPromotions, MAX_EDIT_CHANGES } from './edit-commands.js';
import { edited, type EditedOrder } from './edited-order.js';
import { withoutConsent } from './edit-consent.js';
import { priced } from './edit-pricing.js';
import { belowPapers } from './edit-floors.js';
import { againstEdit } from './edit-rules.js';
import { highestLine, type PaymentPatch, worked, type WorkedOrder } from './edit-working.js';
import type { EventOf, MoneyMove, OrderEventOf } from './events.js';
import { goodsLeaveBy } from './goods-leave.js';
import { openHolds } from './hold.js';
import { invoicedValue, triggerOf } from './invoice.js';
import { amountDue } from './ledger.js';
import type { Address, Delivery, Instant, Line, Order } from './order.js';
import { departed, openToInvoice, openToShip } from './order.js';
import { withMoves } from './money-document.js';
import { capturesUnderWay, refundableOf, refundsUnderWay, refunding, voidingBeyond } from './payment.js';
import { refundFor } from './refund-document.js';
import { soldWhere, withAddress, withoutAddress } from './placing.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import { resizing, type StockClaim } from './stock-claim.js';
import { same, sameMoney, sameTerms } from './same-line.js';
import type { Adjustment, LineMoney, OrderDiscount, Totals } from './totals.js';
import { walking } from './walking.js';

// Events

export type EditEvent = EventOf<'order_edited', OrderEdited, EditedPersonal>;

/** What an edit left behind: facts, not instructions. What is absent did not change. */
export interface OrderEdited {
  /** Kinds of the changes that were asked for, each once. */
  readonly changed: readonly EditKind[];
  readonly promotionPolicy: PromotionPolicy;
  /** Lines that are new or not what they were, as they are now; new ones stand at the end, in this order. */
  readonly lines?: readonly EditedLine[];
  /** Lines of which nothing changed but their share of discounts, shipping and tax. */
  readonly shares?: readonly { readonly lineId: string; readonly money: LineMoney }[];
  readonly removed?: readonly string[];
  /** Which line came in the place of which. */
  readonly replaced?: readonly { readonly lineId: string; readonly by: string }[];
  readonly deliveries?: readonly Omit<Delivery, 'address'>[];
  readonly discounts?: readonly OrderDiscount[];
  readonly adjustments?: readonly Adjustment[];
  readonly promotions?: readonly UsedPromotion[];
  readonly channel?: string;
  readonly payments?: readonly PaymentPatch[];
  /** Deliveries that got another address, and whether the order did; the addresses are personal. */
  readonly addressed?: readonly string[];
  readonly billed?: true;
  readonly before: Totals;
  readonly after: Totals;
  readonly voids: readonly MoneyMove[];
  readonly refunds: readonly MoneyMove[];
  /** True: with this no line has the tax of its provider any more, all are by hand. */
  readonly providerTaxed?: true;
  /** True: with this nothing is left to invoice. */
  readonly completes?: true;
}

/** A line without what papers and parcels count of it. */
export type EditedLine = Omit<
  Line,
  'invoiced' | 'shipped' | 'handedOver' | 'returned' | 'cancelled' | 'refundedOfCancelled'
>;

export interface EditedPersonal {
  readonly addresses: Readonly<Record<string, Address>>;
  readonly billingAddress: Address | null;
  readonly reason: string | null;
}

// Folding

export function foldOrderEdited(order: Order, event: OrderEventOf<'order_edited'>, at: Instant): Partial<Order> {
  const { data, personal } = event;
  const { head } = order;
  const promotions = data.promotions ?? head.promotions;
  const ids = [...order.lines, ...(data.lines ?? [])].map(({ id }) => id);
  return {
    head: {
      ...head,
      totals: data.after,
      channel: data.channel ?? head.channel,
      discounts: data.discounts ?? head.discounts,
      adjustments: data.adjustments ?? head.adjustments,
      deliveries: deliveriesAfter(order, event),
      billingAddress: data.billed === true ? (personal?.billingAddress ?? null) : head.billingAddress,
      invoicedAt: data.completes === true ? at : head.invoicedAt,
      lastLine: highestLine(head, ids),
      ...(promotions === undefined ? {} : { promotions }),
      ...(data.providerTaxed === true ? { providerTaxed: true as const } : {}),
    },
    lines: linesAfter(order.lines, data),
    documents: withPatches(documentsAfter(order, data, at), data.payments),
  };
}

function documentsAfter({ head, documents }: Order, { voids, refunds }: OrderEdited, at: Instant): Order['documents'] {
  const voided = withMoves({ head, documents }, 'void', voids, at, () => ({}));
  return withMoves({ head, documents: voided }, 'refund', refunds, at, (position) => ({
    ...refundFor('refund'),
    overpaid: refunds[position]?.amount ?? 0,
  }));
}

function linesAfter(
  lines: readonly Line[],
  { lines: edited = [], shares = [], removed = [] }: OrderEdited,
): readonly Line[] {
  if (edited.length + shares.length + removed.length === 0) return lines;
  const gone = new Set(removed);
  const changed = new Map(edited.map((line) => [line.id, line]));
  const counted = new Map(shares.map(({ lineId, money }) => [lineId, money]));
  const known = new Set(lines.map(({ id }) => id));
  const kept = lines.flatMap((line): readonly Line[] => {
    if (gone.has(line.id)) return [];
    const now = changed.get(line.id);
    const money = counted.get(line.id);
    if (now === undefined) return [money === undefined ? line : { ...line, money }];
    return [{ ...now, ...countsOf(line) }];
  });
  const added = edited.filter(({ id }) => !known.has(id) || gone.has(id));
  return [...kept, ...added.map((line): Line => ({ ...line, invoiced: 0, shipped: 0, returned: 0, cancelled: 0 }))];
}

const countsOf = ({ invoiced, shipped, handedOver, returned, cancelled, refundedOfCancelled }: Line) => ({
  invoiced,
  shipped,
  ...(handedOver === undefined ? {} : { handedOver }),
  returned,
  cancelled,
  ...(refundedOfCancelled === undefined ? {} : { refundedOfCancelled }),
});

function deliveriesAfter({ head }: Order, { data, personal }: OrderEventOf<'order_edited'>): readonly Delivery[] {
  const stood = new Map(head.deliveries.map((delivery) => [delivery.id, delivery.address]));
  const addressed = new Set(data.addressed ?? []);
  const addressOf = (id: string): Address | null =>
    addressed.has(id) ? (personal?.addresses[id] ?? null) : (stood.get(id) ?? null);
  if (data.deliveries !== undefined) return data.deliveries.map((each) => withAddress(each, addressOf(each.id)));
  if (addressed.size === 0) return head.deliveries;
  return head.deliveries.map((delivery) => ({ ...delivery, address: addressOf(delivery.id) }));
}

const withPatches = (documents: Order['documents'], patches: readonly PaymentPatch[] = []): Order['documents'] =>
  patches.length === 0
    ? documents
    : {
        ...documents,
        payment: Object.fromEntries(
          Object.entries(documents.payment).map(([id, payment]) => {
            const { paymentId: _id, ...patch } = patches.find(({ paymentId }) => paymentId === id) ?? { paymentId: id };
            return [id, Object.keys(patch).length === 0 ? payment : { ...payment, ...patch }];
          }),
        ),
      };

// Deciding

/**
 * Changes a placed order as if it had been placed so: counts its money anew, claims and releases stock by the difference,
 * books the difference. Nothing is refunded or given up unless `settle` says so: the balance shows what is due or owed.
 * Refusals: too_many, version_conflict, totals_mismatch, edit_not_allowed, edit_not_permitted, edit_needs_consent, edit_after_sending, edit_below_papers,
 * edit_line_settled, on_hold, order_forgotten, coupon_not_applied, those of a quote, and those of a placement for what is
 * placed anew.
 */
export function decideEdit(order: Order, command: EditOrder, facts: Facts, context: Context): Accepted | Refusal {
  const against = asked(order, command, facts, context);
  if (against !== null) return against;
  const work = worked(order, command);
  if (isRefusal(work)) return work;
  if (order.head.forgotten && (work.addresses.size > 0 || work.billingAddress !== order.head.billingAddress))
    return refuse('order_forgotten', '/changes');
  if (work.channel !== order.head.channel) {
    const sold = soldWhere({ store: order.head.store, channel: work.channel }, facts);
    if ('refused' in sold) return { ...sold, pointer: '/changes' };
  }
  const tables = tablesFor(order.head.workflow, order.published);
  if (tables === undefined) throw new Error(`the workflow ${order.head.workflow} of the order is gone`);
  const pricedWork = priced(order, command, work, facts);
  if (isRefusal(pricedWork)) return pricedWork;
  const held = heldLine(order, work);
  if (held !== null) return held;
  const after = edited(order, pricedWork, facts, tables, command.recorded);
  if (isRefusal(after)) return after;
  const data = factsOf(order, after, work);
  const below = belowPapers(order, after);
  if (below !== null) return below;
  const { total } = after.totals;
  if (command.total !== undefined && command.total !== total)
    return refuse('totals_mismatch', '/total', { sent: command.total, counted: total });
  const unasked = withoutConsent(order, command, total, facts.editConsents, context.actor);
  if (unasked !== null) return unasked;
  if (Object.keys(data).length === 0) return accepted([]);
  return editing(order, command, { after, data, work }, context);
}

/** What stands against the changes before they are made. */
function asked(order: Order, command: EditOrder, { editRules }: Facts, { actor }: Context): Refusal | null {
  const { changes, basedOn } = command;
  if (changes.length > MAX_EDIT_CHANGES) return refuse('too_many', '/changes', { limit: MAX_EDIT_CHANGES });
  if (basedOn !== undefined && basedOn !== order.head.version)
    return refuse('version_conflict', '/basedOn', { version: order.head.version, expected: basedOn });
  const may = (permission: string): boolean =>
    actor.may === undefined || actor.may.has('*') || actor.may.has(permission);
  const seen = new Map<EditKind, Refusal | null>();
  for (const [index, change] of changes.entries()) {
    const known = seen.get(change.change);
    const against = known === undefined ? againstEdit(order, change.change, editRules) : known;
    seen.set(change.change, against);
    if (against !== null) return { ...against, pointer: `/changes/${index}` };
    if (isRepricing(change) && !may('orders.reprice'))
      return refuse('edit_not_permitted', `/changes/${index}`, { permission: 'orders.reprice' });
  }
  if (changesPromotions(command)) {
    const against = againstEdit(order, 'promotions', editRules);
    if (against !== null) return { ...against, pointer: '/promotions' };
    if (!may('orders.reprice')) return refuse('edit_not_permitted', '/promotions', { permission: 'orders.reprice' });
  }
  return command.settle === 'adjust' && !may('orders.refund')
    ? refuse('edit_not_permitted', '/settle', { permission: 'orders.refund' })
    : null;
}

const REPRICING: ReadonlySet<EditKind> = new Set([
  'set_price',
  'set_line_discount',
  'set_line_promotions',
  'set_line_tax',
  'add_discount',
  'set_discount',
  'remove_discount',
  'add_adjustment',
  'remove_adjustment',
]);

/** Whether a change says a price in the place of the shop. */
const isRepricing = (change: EditChange): boolean =>
  REPRICING.has(change.change) ||
  ((change.change === 'add_line' || change.change === 'replace_line') &&
    (change.priceMicros !== undefined || change.discountMicros !== undefined || change.tax !== undefined)) ||
  (change.change === 'set_delivery' && (change.price !== undefined || change.givenPrice !== undefined));

/** Whatever a hold on a line blocks, the line stays while it stands. */
function heldLine({ head }: Order, work: WorkedOrder): Refusal | null {
  const held = openHolds(head).find(
    ({ on }) => on?.kind === 'line' && (work.removed.has(on.id) || work.replaced.has(on.id)),
  );
  return held === undefined
    ? null
    : refuse('on_hold', '/changes', { holds: [held.id], types: [held.holdType], on: [`line ${held.on?.id ?? ''}`] });
}

type Changed = Partial<Omit<OrderEdited, 'changed' | 'promotionPolicy' | 'before' | 'after' | 'voids' | 'refunds'>>;

/** What is another than before; empty: nothing is. */
function factsOf({ head, lines }: Order, after: EditedOrder, work: WorkedOrder): Changed {
  const before = new Map(lines.map((line) => [line.id, line]));
  const deliveries = after.deliveries.map(withoutAddress);
  const addressed = [...work.addresses].flatMap(([id, address]) =>
    same(head.deliveries.find((delivery) => delivery.id === id)?.address, address) ? [] : [id],
  );
  const payments = [...work.payments.values()];
  const differing = after.lines.filter((line) => !sameTerms(line, before.get(line.id)));
  const named = new Set(differing.map(({ id }) => id));
  const shares = after.lines.flatMap(({ id, money }) =>
    named.has(id) || sameMoney(money, before.get(id)?.money) ? [] : [{ lineId: id, money }],
  );
  const isByHand =
    after.lines.every(({ taxed }) => taxed === undefined) && lines.some(({ taxed }) => taxed !== undefined);
  const replaced = [...work.replaced].map(([lineId, by]) => ({ lineId, by }));
  return {
    ...(differing.length > 0 ? { lines: differing } : {}),
    ...(shares.length > 0 ? { shares } : {}),
    ...(work.removed.size > 0 ? { removed: [...work.removed] } : {}),
    ...(replaced.length > 0 ? { replaced } : {}),
    ...(isByHand && head.providerTaxed !== true ? { providerTaxed: true as const } : {}),
    ...(same(deliveries, head.deliveries.map(withoutAddress)) ? {} : { deliveries }),
    ...(same(after.discounts, head.discounts) ? {} : { discounts: after.discounts }),
    ...(same(after.adjustments, head.adjustments) ? {} : { adjustments: after.adjustments }),
    ...(same(after.promotions, head.promotions) ? {} : { promotions: after.promotions ?? [] }),
    ...(work.channel === head.channel ? {} : { channel: work.channel }),
    ...(payments.length > 0 ? { payments } : {}),
    ...(addressed.length > 0 ? { addressed } : {}),
    ...(same(work.billingAddress, head.billingAddress) ? {} : { billed: true as const }),
  };
}

interface Edit {
  readonly after: EditedOrder;
  readonly data: Changed;
  readonly work: WorkedOrder;
}

/** The event with the money that moves, the steps that are taken, and the claims. */
function editing(order: Order, command: EditOrder, { after, data, work }: Edit, context: Context): Accepted {
  const { head } = order;
  const due = amountDue(head.ledger) + refundsUnderWay(order) + after.totals.total - head.totals.total;
  const settles = command.settle === 'adjust';
  const refunds = settles ? refunding(order, Math.min(Math.max(0, -due), refundableOf(order))) : [];
  const lines = linesAfter(order.lines, {
    ...data,
    changed: [],
    promotionPolicy: 'keep',
    before: head.totals,
    after: head.totals,
    voids: [],
    refunds: [],
  });
  const end = lastPieces(order, lines, after.totals.total);
  const trigger = end === 'invoiced_fully' ? triggerOf(order, true, 'command') : end;
  const step =
    trigger === null ? { moves: [], signals: [] } : advance(head.instances, trigger, context.at, walking(order));
  const addresses = Object.fromEntries(
    (data.addressed ?? []).flatMap((id) => {
      const address = work.addresses.get(id);
      return address === undefined ? [] : [[id, address]];
    }),
  );
  return accepted(
    [
      {
        type: 'order_edited',
        data: {
          changed: [...new Set(command.changes.map(({ change }) => change))],
          promotionPolicy: work.promotions,
          ...data,
          before: head.totals,
          after: after.totals,
          voids: settles ? voidingBeyond(order, due - capturesUnderWay(order)) : [],
          refunds,
          ...(end === 'invoiced_fully' ? { completes: true as const } : {}),
          moves: step.moves,
        },
        personal: {
          addresses,
          billingAddress: data.billed === true ? work.billingAddress : null,
          reason: command.reason ?? null,
        },
      },
    ],
    claimsOf(order.lines, lines),
    // Both records are edited in this unit: neither has anything to tell the other, and there is no invoice to tell of.
    command.paired === true ? [] : raised(step.signals),
  );
}

/** Where the edit took the last pieces that were open away, the order goes on as if it had been closed short. */
function lastPieces(order: Order, lines: readonly Line[], total: Amount): 'invoiced_fully' | 'closed_short' | null {
  if (!order.head.complete || lines.length === 0) return null;
  if (goodsLeaveBy(order, 'invoice')) {
    const invoiced = invoicedValue(order.documents);
    const isAll = invoiced > 0 && invoiced >= total - (order.head.ledger.cancelled ?? 0);
    return order.head.invoicedAt === null && isAll && lines.every((line) => openToInvoice(line) === 0)
      ? 'invoiced_fully'
      : null;
  }
  const had = order.lines.some((line) => openToShip(line) > 0);
  return had && lines.some((line) => departed(line) > 0) && lines.every((line) => openToShip(line) === 0)
    ? 'closed_short'
    : null;
}

/** By how much each line holds more or less than before; releases first, so that pieces may go from line to line. */
function claimsOf(before: readonly Line[], after: readonly Line[]): readonly StockClaim[] {
  const now = new Map(after.map((line) => [line.id, line]));
  const had = new Map(before.map((line) => [line.id, line]));
  const held = (line: Line | undefined): Amount => line?.stock?.held ?? 0;
  const isSame = (line: Line, other: Line | undefined): boolean =>
    line.sku === other?.sku && line.stock?.place === other.stock?.place;
  const less = before.flatMap((line) => {
    const then = now.get(line.id);
    return resizing(line, Math.min(0, (isSame(line, then) ? held(then) : 0) - held(line)));
  });
  const more = after.flatMap((line) => {
    const was = had.get(line.id);
    return resizing(line, Math.max(0, held(line) - (isSame(line, was) ? held(was) : 0)));
  });
  return [...less, ...more];
}

/** What an edit moved of money, for those who only read it. */
export const editDifference = ({ before, after }: Pick<OrderEdited, 'before' | 'after'>): Amount =>
  sum([after.total, -before.total]);
