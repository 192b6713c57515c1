import { isAmount } from '../money/amount.js';
import { isCurrency } from '../money/currency.js';
import type { CashRounding } from '../money/cash-rounding.js';
import type { Rounding } from '../money/rounding.js';
import { pricedPlacement } from '../pricing/priced-placement.js';
import { taxedPlacement } from '../tax/taxed-placement.js';
import { BUILT_IN_WORKFLOWS, tablesFor } from '../workflow/built-in.js';
import type { WorkflowTable } from '../workflow/table.js';
import { begin, NOT_BEGUN } from './beginning.js';
import { ending } from './cancellation.js';
import type { CommandOf } from './commands.js';
import type { PlacedDelivery, PlacedFor, PlacedPayment, PlaceOrder } from './placing-commands.js';
import { accepted, type Accepted, type Context, type Facts, type OrderIdentity } from './decision.js';
import type { OrderEventOf } from './events.js';
import { inRange, plusSeconds } from './instant.js';
import { numberOf, seriesOf } from './number-template.js';
import type { Address, Delivery, Instant, Line, Order } from './order.js';
import { pickupAddress } from './pickup-address.js';
import { newPayment, type Payment } from './payment.js';
import { cardNumberProblem, detailsOf, providerProblem, recordOf } from './payment-details.js';
import { type LineDraft, lineId, lineOf, linesOf } from './placed-lines.js';
import { refuse, type Refusal } from './refusals.js';
import { cashRoundingFor, inCash, usurpsCashRounding } from './rounded-totals.js';
import { personalOf } from './placed-person.js';
import { releasing, type StockClaim, withConfirmedStock } from './stock-claim.js';
import { type Adjustment, totalsOf, type Totals } from './totals.js';

/** Bounds of one order. 5,000 lines are an ordinary wholesale order; 29 payments were seen in a real one. */
export const LIMITS = {
  lines: 5000,
  payments: 100,
  deliveries: 100,
  discounts: 100,
  adjustments: 100,
  externalIds: 20,
  tags: 100,
} as const;

/**
 * Takes a new order: fills in what the catalogue knows, counts its money, starts its workflow, claims its stock.
 * An order that names no payment is sold on account: it waits for none, and the whole total is due.
 * Refusals in order: channel_unknown, store_unknown, workflow_unknown, currency_unknown, too_many, nothing_to_sell, duplicate_id, reference_unknown,
 * product_incomplete, gtin_invalid, stock_place_unknown, shipping_method_unknown, date_out_of_range, amount_invalid, amount_too_large,
 * discount_exceeds_value, negative_total, totals_mismatch, card_number_refused, reference_unknown. Where it is `priced`, those of its quote first, and then those of
 * its tax where a provider counts that.
 */
export function decidePlacement(
  sent: PlaceOrder,
  facts: Facts,
  context: Context,
  about: PlacedFor = {},
): Accepted | Refusal {
  const { identity } = context;
  if (identity === undefined) throw new Error('a placement needs the ids of its order');
  const priced = sent.priced === true ? pricedPlacement(sent, facts.quote) : sent;
  if ('refused' in priced) return priced;
  const command = taxedPlacement(priced, facts);
  if ('refused' in command) return command;
  const shape = shapeProblem(command);
  if (shape !== null) return shape;
  const sold = soldWhere(command, facts);
  if ('refused' in sold) return sold;
  const workflow = command.workflow ?? facts.defaults.workflow;
  const tables = workflow === 'chain' ? undefined : tablesFor(workflow, facts.workflows);
  if (tables === undefined) return workflowUnknown(facts);
  const rounding = command.rounding ?? facts.defaults.rounding;
  const deliveries = deliveriesOf(command, facts);
  if ('refused' in deliveries) return deliveries;
  const drafts = linesOf(command, deliveries, facts, tables);
  if ('refused' in drafts) return drafts;
  const { paymentsFor } = about;
  const exact = countedMoney(command, rounding, drafts, deliveries);
  if ('refused' in exact) return exact;
  // What an exchange comes to is held against what came back, to the cent.
  const rule = command.priced === true && paymentsFor === undefined ? cashRuleFor(command, facts) : null;
  const { counted, adjustments } = inCash(exact, command.adjustments ?? [], rule);
  const wrong = paymentsFor === undefined ? totalsProblem(command, counted.totals) : null;
  if (wrong !== null) return wrong;
  const payments = paymentsOf(paymentsFor?.(counted.totals.total) ?? command.payments ?? [], tables);
  if ('refused' in payments) return payments;
  for (const [index, { provider }] of payments.entries()) {
    const unknown = providerProblem(provider, facts, `/payments/${index}`);
    if (unknown !== null) return unknown;
  }

  const waits = command.incomplete === true;
  const windowSeconds = command.cancellationWindow ?? facts.windowSeconds;
  const begun = waits ? NOT_BEGUN : begin(tables, payments, context.at, windowSeconds);
  const confirmed = begun.confirmsStock;
  const lines = confirmed ? counted.lines.map(withConfirmedStock) : counted.lines;
  const placed: OrderEventOf<'order_placed'> = {
    type: 'order_placed',
    data: {
      account: identity.account,
      orderId: identity.orderId,
      group: identity.group,
      position: identity.position,
      sequence: identity.sequence,
      number: displayedNumber(sold.store, identity, facts, context.at),
      externalIds: command.externalIds ?? {},
      store: sold.store,
      channel: sold.channel,
      origin: tables[0]?.domain ?? 'Marketplace',
      currency: command.currency,
      rounding,
      workflow,
      windowSeconds,
      placementDeadline: waits ? plusSeconds(context.at, facts.placementSeconds) : null,
      links: about.links ?? [],
      customerId: command.customerId ?? null,
      lines,
      deliveries: deliveries.map(withoutAddress),
      discounts: command.discounts ?? [],
      adjustments,
      totals: counted.totals,
      payments: payments.map(recordOf),
      tags: [...new Set(command.tags ?? [])].sort(),
      hasNote: command.note !== undefined,
      moves: begun.moves,
    },
    personal: personalOf(command, deliveries, payments),
  };
  const { promotions = [] } = command;
  const { exchangeOf } = about;
  const named = exchangeOf === undefined ? placed : { ...placed, data: { ...placed.data, exchangeOf } };
  return accepted(
    [promotions.length === 0 ? named : { ...named, data: { ...named.data, promotions } }],
    claiming(lines, confirmed),
    begun.signals.map((signal) => ({ signal, payload: null })),
  );
}

/**
 * Payment has begun: the order enters its workflow (vtex-oms §7.6). Payments named now take the place of those placed.
 * Refusals: placement_complete, too_many, duplicate_id, amount_invalid, card_number_refused.
 */
export function decidePlacementCompletion(
  order: Order,
  command: CommandOf<'complete_placement'>,
  context: Context,
): Accepted | Refusal {
  if (order.head.complete) return refuse('placement_complete');
  const tables = tablesFor(order.head.workflow, order.published);
  if (tables === undefined) throw new Error(`the workflow ${order.head.workflow} of the order is gone`);
  const payments =
    command.payments === undefined
      ? Object.values(order.documents.payment).filter(({ cancelledAt }) => cancelledAt === null)
      : paymentsOf(command.payments, tables);
  if ('refused' in payments) return payments;
  const begun = begin(tables, payments, context.at, order.head.windowSeconds);
  const details = detailsOf(payments);
  return accepted(
    [
      {
        type: 'placement_completed',
        data: { payments: payments.map(recordOf), confirmsStock: begun.confirmsStock, moves: begun.moves },
        personal: details === undefined ? null : { paymentDetails: details },
      },
    ],
    begun.confirmsStock ? claiming(order.lines, true).filter(({ kind }) => kind === 'confirm') : [],
    begun.signals.map((signal) => ({ signal, payload: null })),
  );
}

/** Nobody paid in time: the order ends as incomplete and gives back what it claimed. Refusals: placement_complete, not_due_yet. */
export function decidePlacementExpiry(order: Order, context: Context): Accepted | Refusal {
  const { complete, placementDeadline } = order.head;
  if (complete || placementDeadline === null) return refuse('placement_complete');
  if (placementDeadline > context.at) return refuse('not_due_yet', undefined, { due: placementDeadline });
  return accepted([{ type: 'placement_expired', data: ending(order), personal: null }], releasing(order.lines));
}

/** The middle of a chain has no buyer of its own: nobody places it. */
const PLACED_BY_NAME = Object.keys(BUILT_IN_WORKFLOWS).filter((name) => name !== 'chain');

export const workflowUnknown = ({ workflows }: Facts): Refusal =>
  refuse('workflow_unknown', '/workflow', { workflows: [...PLACED_BY_NAME, ...workflows.map(({ name }) => name)] });

/** The template of the store, else of the account; undefined: orders are known by their ids. */
const templateOf = (store: string, { stores, defaults }: Facts): string | undefined =>
  stores.find((candidate) => candidate.store === store)?.orderNumbers ?? defaults.orderNumbers ?? undefined;

/** The series from which placing this takes a number; null: from none. A placement that will be refused takes none. */
export function numberSeries(command: PlaceOrder, facts: Facts, at: Instant): string | null {
  const sold = soldWhere(command, facts);
  const template = 'refused' in sold ? undefined : templateOf(sold.store, facts);
  return template === undefined ? null : seriesOf(template, at);
}

function displayedNumber(store: string, identity: OrderIdentity, facts: Facts, at: Instant): string | null {
  const template = templateOf(store, facts);
  if (template === undefined) return null;
  const { group, position, numberSequence = 0 } = identity;
  return numberOf(template, { at, sequence: numberSequence, group, position, store });
}

/**
 * The channel and store that an order belongs to. Both must take orders; a channel that belongs to a store brings it, and
 * no other. Refusals: channel_unknown, store_unknown.
 */
export function soldWhere(
  command: Pick<PlaceOrder, 'store' | 'channel'>,
  facts: Pick<Facts, 'stores' | 'channels' | 'defaults'>,
): { store: string; channel: string } | Refusal {
  const channel = command.channel ?? facts.defaults.channel;
  const from = facts.channels.find((candidate) => candidate.channel === channel);
  if (from?.active !== true) return refuse('channel_unknown', '/channel', { channel, inactive: from !== undefined });
  const store = command.store ?? from.store ?? facts.defaults.store;
  if (from.store !== null && from.store !== store) return refuse('store_unknown', '/store', { store, channel });
  const at = facts.stores.find((candidate) => candidate.store === store);
  if (at?.active !== true) return refuse('store_unknown', '/store', { store, inactive: at !== undefined });
  return { store, channel };
}

/** What the placed and the imported order say alike. */
export type OrderContent = Omit<
  PlaceOrder,
  'type' | 'total' | 'totals' | 'incomplete' | 'cancellationWindow' | 'group' | 'fulfils'
>;

/** Refusals: currency_unknown, too_many, nothing_to_sell, duplicate_id. */
export function shapeProblem(command: OrderContent): Refusal | null {
  if (!isCurrency(command.currency)) return refuse('currency_unknown', '/currency');
  for (const field of ['lines', 'payments', 'deliveries', 'discounts', 'adjustments', 'tags'] as const) {
    if ((command[field]?.length ?? 0) > LIMITS[field]) return refuse('too_many', `/${field}`, { limit: LIMITS[field] });
  }
  if (Object.keys(command.externalIds ?? {}).length > LIMITS.externalIds)
    return refuse('too_many', '/externalIds', { limit: LIMITS.externalIds });
  if (command.lines.length === 0 && (command.adjustments ?? []).length === 0)
    return refuse('nothing_to_sell', '/lines');
  return (
    duplicate('lines', command.lines.map(lineId)) ??
    duplicate('deliveries', (command.deliveries ?? []).map(deliveryId)) ??
    duplicate('payments', (command.payments ?? []).map(paymentId)) ??
    duplicate(
      'discounts',
      (command.discounts ?? []).map(({ id }) => id),
    ) ??
    duplicate(
      'adjustments',
      (command.adjustments ?? []).map(({ id }) => id),
    ) ??
    usurper(command.adjustments ?? [])
  );
}

function usurper(adjustments: readonly Adjustment[]): Refusal | null {
  const index = adjustments.findIndex(usurpsCashRounding);
  return index < 0 ? null : refuse('duplicate_id', `/adjustments/${index}/id`, { id: adjustments[index]?.id ?? '' });
}

const deliveryId = (delivery: PlacedDelivery, index: number): string => delivery.id ?? String(index + 1);
export const paymentId = (payment: PlacedPayment, index: number): string => payment.id ?? String(index + 1);

function duplicate(field: string, ids: readonly string[]): Refusal | null {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) return refuse('duplicate_id', `/${field}/${index}/id`, { id });
    seen.add(id);
  }
  return null;
}

/** Refusals: shipping_method_unknown, amount_invalid, date_out_of_range. */
export function deliveriesOf(command: OrderContent, facts: Facts): readonly Delivery[] | Refusal {
  const deliveries: Delivery[] = [];
  for (const [index, placed] of (command.deliveries ?? []).entries()) {
    const known = placed.method === undefined ? undefined : facts.shippingMethods.get(placed.method);
    const price = placed.price ?? (known?.currency === command.currency ? known.price : undefined);
    if (price === undefined && placed.method !== undefined) {
      return refuse('shipping_method_unknown', `/deliveries/${index}/method`, { method: placed.method });
    }
    if (price !== undefined && (!isAmount(price) || price < 0))
      return refuse('amount_invalid', `/deliveries/${index}/price`);
    for (const field of ['promisedAt', 'shipBy'] as const) {
      if (placed[field] !== undefined && !inRange(placed[field]))
        return refuse('date_out_of_range', `/deliveries/${index}/${field}`);
    }
    const delivery: Delivery = {
      id: deliveryId(placed, index),
      type: placed.type,
      method: placed.method ?? null,
      price: price ?? 0,
      pickupPoint: placed.pickupPoint ?? null,
      promisedAt: placed.promisedAt ?? null,
      shipBy: placed.shipBy ?? null,
      address: placed.address ?? pickupAddress(placed.pickupPoint, facts),
    };
    deliveries.push(placed.givenPrice === undefined ? delivery : { ...delivery, givenPrice: placed.givenPrice });
  }
  return deliveries;
}

/** What the event records of a delivery; its address is personal. Fields one by one: see `lineOf`. */
export function withoutAddress(delivery: Delivery): Omit<Delivery, 'address'> {
  const terms = {
    id: delivery.id,
    type: delivery.type,
    method: delivery.method,
    price: delivery.price,
    pickupPoint: delivery.pickupPoint,
    promisedAt: delivery.promisedAt,
    shipBy: delivery.shipBy,
  };
  return delivery.givenPrice === undefined ? terms : { ...terms, givenPrice: delivery.givenPrice };
}

export function withAddress(delivery: Omit<Delivery, 'address'>, address: Address | null): Delivery {
  const terms = {
    id: delivery.id,
    type: delivery.type,
    method: delivery.method,
    price: delivery.price,
    pickupPoint: delivery.pickupPoint,
    promisedAt: delivery.promisedAt,
    shipBy: delivery.shipBy,
    address,
  };
  return delivery.givenPrice === undefined ? terms : { ...terms, givenPrice: delivery.givenPrice };
}

const cashRuleFor = ({ currency, payments = [] }: PlaceOrder, { cashRoundings = [] }: Facts): CashRounding | null =>
  cashRoundingFor(
    cashRoundings,
    currency,
    payments.map(({ method }) => method),
  );

function totalsProblem(command: PlaceOrder, totals: Totals): Refusal | null {
  for (const kind of ['items', 'discounts', 'shipping', 'tax', 'adjustments'] as const) {
    const sent = command.totals?.[kind];
    if (sent !== undefined && sent !== totals[kind])
      return refuse('totals_mismatch', `/totals/${kind}`, { sent, counted: totals[kind] });
  }
  return command.total === totals.total
    ? null
    : refuse('totals_mismatch', '/total', { sent: command.total, counted: totals.total });
}

/** Refusals: amount_invalid, amount_too_large, discount_exceeds_value, negative_total. */
export function countedMoney(
  command: OrderContent,
  rounding: Rounding,
  drafts: readonly LineDraft[],
  deliveries: readonly Delivery[],
): { lines: readonly Line[]; totals: Totals } | Refusal {
  const discounts = command.discounts ?? [];
  const adjustments = command.adjustments ?? [];
  for (const [index, { amount }] of discounts.entries()) {
    if (!isAmount(amount) || amount < 0) return refuse('amount_invalid', `/discounts/${index}/amount`);
  }
  for (const [index, { amount }] of adjustments.entries()) {
    if (!isAmount(amount)) return refuse('amount_invalid', `/adjustments/${index}/amount`);
  }
  const counted = totalsOf({
    currency: command.currency,
    rounding,
    lines: drafts,
    discounts,
    deliveries,
    adjustments,
  });
  if ('problem' in counted) return refuse(counted.problem, inCommandTerms(counted.pointer));
  const lines = drafts.map((draft, index) => {
    const money = counted.lines[index];
    if (money === undefined) throw new Error('a line was not counted');
    return lineOf(draft, money);
  });
  return { lines, totals: counted.totals };
}

const inCommandTerms = (pointer: string): string =>
  pointer
    .replace(/\/price$/, '/priceMicros')
    .replace(/\/unitDiscount$/, '/discountMicros')
    .replace(/^(\/deliveries\/\d+)\/priceMicros$/, '$1/price');

function paymentsOf(placed: readonly PlacedPayment[], tables: readonly WorkflowTable[]): readonly Payment[] | Refusal {
  if (placed.length > LIMITS.payments) return refuse('too_many', '/payments', { limit: LIMITS.payments });
  const twice = duplicate('payments', placed.map(paymentId));
  if (twice !== null) return twice;
  const capture = tables.some(({ captureAt }) => captureAt === 'invoice') ? 'on_invoice' : 'on_approval';
  for (const [index, payment] of placed.entries()) {
    const { amount, dueAt } = payment;
    const problem = cardNumberProblem(payment, `/payments/${index}`);
    if (problem !== null) return problem;
    if (!isAmount(amount) || amount < 0) return refuse('amount_invalid', `/payments/${index}/amount`);
    if (dueAt !== undefined && !inRange(dueAt)) return refuse('date_out_of_range', `/payments/${index}/dueAt`);
  }
  return placed.map((payment, index) => newPayment(payment, paymentId(payment, index), capture));
}

function claiming(lines: readonly Line[], confirmed: boolean): StockClaim[] {
  return lines.flatMap(({ id, sku, stock }): StockClaim[] => {
    if (stock === null) return [];
    const claim: StockClaim = { kind: 'claim', sku, place: stock.place, quantity: stock.held, lineId: id };
    return confirmed ? [claim, { ...claim, kind: 'confirm' }] : [claim];
  });
}
