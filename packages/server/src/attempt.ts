import { described } from '@docket/core/order/command-catalogue';
import type { Command } from '@docket/core/order/commands';
import type { PlaceOrder } from '@docket/core/order/placing-commands';
import { documentSeries, TRIAL } from '@docket/core/order/custom-document';
import { isProviderTaxed } from '@docket/core/order/edit-money';
import { paperSeries } from '@docket/core/order/paper-number';
import { neededForEdit } from '@docket/core/order/edit-pricing';
import { exchangedPlacement } from '@docket/core/order/exchange';
import type { Facts, OrderIdentity } from '@docket/core/order/decision';
import { consignmentsOf } from '@docket/core/order/consigned';
import type { Order } from '@docket/core/order/order';
import { bookedPayment } from '@docket/core/order/payment-booking';
import { numberSeries } from '@docket/core/order/placing';
import { isRefusal, refuse, type Refusal } from '@docket/core/order/refusals';
import type { ProviderStanding } from '@docket/core/payment-provider';
import { type Attempt, decideUnit } from './decide-unit.js';
import type { Quote } from '@docket/core/pricing/quote';
import type { LineTaxes } from '@docket/core/tax/line-tax';
import { loadConsignments, type StoredConsignment } from './event-log/load-consignment.js';
import { linkedOrders, partnersOf } from './event-log/linked-orders.js';
import { type IdempotencyRow, loadOrder, loadOrderKeyed, type StoredOrder } from './event-log/load-order.js';
import type { EventLog } from './event-log/read-events.js';
import type { Envelope } from './execute.js';
import type { FactsCache } from './facts.js';
import type { BasketRequest } from './pricing/quote-basket.js';
import type { NumberBlocks } from './number-blocks.js';

/** Where a decision takes from what it is made on. */
export interface AttemptSources {
  readonly log: EventLog;
  readonly facts: FactsCache;
  readonly numbers: NumberBlocks;
  /** Prices a basket at this moment; absent where nobody places orders that are `priced`. */
  readonly quote?: (account: string, basket: BasketRequest) => Promise<Quote | Refusal>;
  /** What its provider says of a payment; undefined: nobody who is called knows of it. Absent where no payment is booked. */
  readonly standing?: (
    account: string,
    order: Order,
    paymentId: string,
  ) => Promise<ProviderStanding | Refusal | undefined>;
  /** The tax of a placement whose facts are known; undefined: nobody here counts it. Absent where no order is taxed. */
  readonly tax?: (account: string, command: PlaceOrder, facts: Facts) => Promise<LineTaxes | Refusal | undefined>;
  /** The same of an edit of an order that a provider taxed; undefined where it changes nothing that bears tax. */
  readonly editTax?: (order: Order, command: Command, facts: Facts) => Promise<LineTaxes | Refusal | undefined>;
}

/** Numbers of the new order. Its group is the one it was placed into, else a new one: 13 digits from the sequence. */
export async function newIdentity(
  { numbers }: Pick<AttemptSources, 'numbers'>,
  account: string,
  command?: Pick<PlaceOrder, 'group'>,
): Promise<OrderIdentity> {
  const sequence = await numbers.take(account, 'order_sequence');
  const group = command?.group?.id ?? String(firstGroup + sequence);
  const position = command?.group?.position ?? 1;
  return { account, orderId: `${group}-${String(position).padStart(2, '0')}`, group, position, sequence };
}

const firstGroup = 1_480_000_000_000;

/** What a placement is decided on: the catalogue, and the order that it fulfils where it fulfils one. */
export async function placementAttempt(
  { log, facts, numbers, quote, tax }: AttemptSources,
  envelope: Envelope,
  command: PlaceOrder,
  identity: OrderIdentity,
  at: string,
): Promise<Attempt & { readonly identity: OrderIdentity }> {
  const { catalogueVersion, facts: known } = await knownForPlacement({ facts, quote, tax }, envelope.account, command);
  const orders = await fulfilledOrders(log, envelope, command);
  return {
    orderId: identity.orderId,
    orders,
    ...(orders.size === 0 ? {} : { consignments: await consignmentsOfOrders(log, envelope.account, orders) }),
    facts: known,
    catalogueVersion,
    identity: await numbered(numbers, identity, command, known, at),
  };
}

/** The facts of the account with the products of a placement, its quote where it is priced, and its taxes. */
async function knownForPlacement(
  { facts, quote, tax }: Priced,
  account: string,
  command: PlaceOrder,
): Promise<Awaited<ReturnType<FactsCache['of']>>> {
  const quoted = await quoteOf(quote, account, command);
  const gifts = quoted === undefined || isRefusal(quoted) ? [] : quoted.lines.slice(command.lines.length);
  const read = await facts.of(
    account,
    [...command.lines, ...gifts].map(({ sku }) => sku),
  );
  const priced = quoted === undefined ? read.facts : { ...read.facts, quote: quoted };
  const taxed = await tax?.(account, command, priced);
  return { ...read, facts: taxed === undefined ? priced : { ...priced, taxed } };
}

type Priced = Pick<AttemptSources, 'facts'> & {
  [Name in 'quote' | 'tax']: AttemptSources[Name] | undefined;
};

/** What the basket of a placement costs, where the sender leaves that to Docket. */
async function quoteOf(
  quote: AttemptSources['quote'],
  account: string,
  command: PlaceOrder,
): Promise<Quote | Refusal | undefined> {
  if (command.priced !== true) return undefined;
  if (quote === undefined) throw new Error('nobody here knows what a basket costs');
  return quote(account, {
    ...command,
    deliveries: command.deliveries ?? [],
    paymentMethods: (command.payments ?? []).map(({ method }) => method),
  });
}

/** With a number of the series where the template of its store shows one. */
async function numbered(
  numbers: NumberBlocks,
  identity: OrderIdentity,
  command: PlaceOrder,
  facts: Facts,
  at: string,
): Promise<OrderIdentity> {
  if (identity.numberSequence !== undefined) return identity;
  const series = numberSeries(command, facts, at);
  if (series === null) return identity;
  const kind = series === '' ? 'order_number' : (`order_number@${series}` as const);
  return { ...identity, numberSequence: await numbers.take(identity.account, kind) };
}

/** The order that a placement fulfils, with all linked to it; none where it fulfils none, or one that nobody may see. */
async function fulfilledOrders(
  log: EventLog,
  { account, visible }: Envelope,
  { fulfils }: PlaceOrder,
): Promise<ReadonlyMap<string, StoredOrder>> {
  if (fulfils === undefined) return new Map();
  const orders = await linkedOrders(log, account, [fulfils]);
  const fulfilled = orders.get(fulfils);
  return fulfilled === undefined || visible?.(fulfilled.order) === false ? new Map() : orders;
}

/** What a command on an order meets: enough to decide on, an earlier request under its key, or a refusal. */
export type Met =
  | { readonly met: 'attempt'; readonly attempt: Attempt; readonly before: Order }
  | { readonly met: 'earlier'; readonly earlier: IdempotencyRow }
  | { readonly met: 'refusal'; readonly refusal: Refusal; readonly before?: Order };

/**
 * The attempt with the number of the document that is added, from the series of its type; as it was where the command adds
 * none or its type has no series. What would be refused takes no number, so a mistyped field leaves no gap.
 */
export async function withDocumentNumber(
  { log, numbers }: Pick<AttemptSources, 'log' | 'numbers'>,
  envelope: Envelope,
  attempt: Attempt,
  at: string,
  taken?: number,
): Promise<Attempt> {
  const { account, command } = envelope;
  const order = attempt.orders.get(attempt.orderId)?.order;
  const series =
    documentSeries(command, attempt.facts, at) ??
    (order === undefined ? null : paperSeries(order, command, attempt.facts, at));
  if (series === null) return attempt;
  if (taken !== undefined) return { ...attempt, documentSequence: taken };
  const trial = { ...attempt, documentSequence: TRIAL };
  if (isRefusal(decideUnit(log.keys, envelope, trial, at))) return trial;
  return { ...attempt, documentSequence: await numbers.take(account, `document:${series}`) };
}

/** The attempt with ids for the order that is placed in exchange; as it was where the command asks for none. */
export async function withNewOrder(
  { numbers }: Pick<AttemptSources, 'numbers'>,
  { account, command }: Pick<Envelope, 'account' | 'command'>,
  attempt: Attempt,
  at: string,
  taken?: OrderIdentity,
): Promise<Attempt> {
  const order = attempt.orders.get(attempt.orderId)?.order;
  const placed = order === undefined ? null : exchangedPlacement(order, command, attempt.facts);
  if (placed === null) return attempt;
  const identity = taken ?? (await newIdentity({ numbers }, account));
  return { ...attempt, identity: await numbered(numbers, identity, placed, attempt.facts, at) };
}

/** Whether a command is decided on settings of the account, so that its commit must find them as they were read. */
export const decidedOnSettings = ({ type }: Command, { mostDocuments = 0 }: Facts): boolean =>
  mostDocuments > 0 || described(type)?.readsSettings === true;

/** Loads an order and all linked to it, and what the shop says where an edit leaves prices to it. Refusals: order_not_found, version_conflict. */
export async function changeAttempt(
  { log, facts, quote, tax, editTax, standing }: AttemptSources,
  { account, command, actor, idempotency, expectedVersion, visible }: Envelope,
  orderId: string,
): Promise<Met> {
  const keyed =
    idempotency === undefined
      ? { found: await loadOrder(log, account, orderId), earlier: null }
      : await loadOrderKeyed(log, account, orderId, idempotency);
  const first = keyed?.found ?? null;
  if (first === null || visible?.(first.order) === false) {
    return { met: 'refusal', refusal: refuse('order_not_found') };
  }
  if (keyed?.earlier) return { met: 'earlier', earlier: keyed.earlier };
  const partners = partnersOf(first.order, account);
  const orders =
    partners.length === 0 ? new Map([[orderId, first]]) : await linkedOrders(log, account, [orderId, ...partners]);
  const { order: before, version } = orders.get(orderId) ?? first;
  if (expectedVersion !== undefined && ![expectedVersion].flat().includes(version)) {
    const expected = typeof expectedVersion === 'number' ? expectedVersion : expectedVersion.map(String);
    return { met: 'refusal', refusal: refuse('version_conflict', undefined, { version, expected }), before };
  }
  const known = await knownFor(before, { command, account, actor }, { facts, quote, tax, editTax, standing });
  const consignments = await consignmentsOfOrders(log, account, orders);
  return { met: 'attempt', attempt: { orderId, orders, ...known, consignments }, before };
}

/** Consignments that the orders wait or travel in; hardly ever one, and then there is nothing to read. */
export const consignmentsOfOrders = (
  log: EventLog,
  account: string,
  orders: ReadonlyMap<string, StoredOrder>,
): Promise<ReadonlyMap<string, StoredConsignment>> =>
  loadConsignments(log, account, [...new Set([...orders.values()].flatMap(({ order }) => consignmentsOf(order)))]);

/** What is asked of others before a command is decided. */
type Asked = Priced & {
  [Name in 'editTax' | 'standing']: AttemptSources[Name] | undefined;
};

/**
 * The facts of the account; of an exchange with those of its placement, of a payment that is booked with what its provider says,
 * of an edit with the products that it adds, and the quote that it leaves prices to.
 */
async function knownFor(
  order: Order,
  { command, account, actor }: Pick<Envelope, 'command' | 'account' | 'actor'>,
  { facts, quote, tax, editTax, standing }: Asked,
): Promise<Awaited<ReturnType<FactsCache['of']>>> {
  const booked = bookedPayment(order, command, actor.kind);
  if (booked !== null) {
    const plain = await facts.of(account, []);
    const said = await standing?.(account, order, booked);
    return said === undefined ? plain : { ...plain, facts: { ...plain.facts, standing: said } };
  }
  const needed = neededForEdit(order, command);
  if (needed === null) {
    const plain = await facts.of(account, []);
    const placed = exchangedPlacement(order, command, plain.facts);
    return placed === null ? plain : knownForPlacement({ facts, quote, tax }, account, placed);
  }
  const skus = isProviderTaxed(order) ? [...needed.skus, ...order.lines.map(({ sku }) => sku)] : needed.skus;
  const quoted = needed.basket === null ? undefined : await quote?.(account, { ...needed.basket, taxed: false });
  const gifts =
    quoted === undefined || isRefusal(quoted)
      ? []
      : quoted.lines.flatMap(({ gift, sku }) => (gift === null ? [] : sku));
  const known = await facts.of(account, [...skus, ...gifts]);
  const priced = quoted === undefined ? known.facts : { ...known.facts, quote: quoted };
  const taxed = await editTax?.(order, command, priced);
  return { ...known, facts: taxed === undefined ? priced : { ...priced, taxed } };
}
