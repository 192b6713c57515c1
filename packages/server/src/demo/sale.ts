import type { PlaceOrder, PlacedDelivery, PlacedLine, PlacedPayment } from '@docket/core/order/placing-commands';
import type { Product } from '../catalogue/products.js';
import type { CustomerData } from '../customers/customers.js';
import { DAY, HOUR } from './busy-hours.js';
import { type By, instant } from './life.js';
import type { Colleague } from './people.js';
import { addressIn, type Region } from './places.js';
import type { Random } from './random.js';

/** Who works on the orders of an account, and what asks for it. */
export interface Crew {
  readonly account: string;
  readonly shop: By;
  readonly payments: By;
  readonly carrier: By;
  readonly timer: By;
  /** Anybody of the account, by lot. */
  readonly somebody: (random: Random) => { readonly by: By; readonly assignee: string };
}

/** The people of an account, and its machines: each key is named as in the list of keys. */
export function crewOf(account: string, colleagues: readonly Colleague[]): Crew {
  const by = (kind: By['actor']['kind'], id: string, reason: string): By => ({ account, actor: { kind, id }, reason });
  return {
    account,
    shop: by('staff', `key:${account}-shop`, 'checkout'),
    payments: by('payment_provider', `key:${account}-payments`, 'payment provider'),
    carrier: by('carrier', `key:${account}-carrier`, 'carrier'),
    timer: by('system', 'timer', 'timer'),
    somebody: (random) => {
      const assignee = `user:${random.pick(colleagues).userId}`;
      return { assignee, by: by('staff', assignee, 'desk') };
    },
  };
}

/** The timer as it stands in the log of what it ended. */
export const timer = (crew: Crew, name: string): By => ({ ...crew.timer, reason: `timer ${name}` });

/** What is in a basket. */
export interface Piece {
  readonly product: Product;
  readonly quantity: number;
  /** Minor units for one, where the basket has another currency than the product. */
  readonly price?: number;
}

const priceOf = ({ product, price }: Piece): number => price ?? Math.round((product.priceMicros ?? 0) / 10_000);
export const valueOf = (piece: Piece): number => priceOf(piece) * piece.quantity;

/** Some products of the list, each once, mostly one piece of each. */
export function basketOf(random: Random, products: readonly Product[], lines: number): Piece[] {
  return random
    .shuffled(products)
    .slice(0, lines)
    .map((product) => ({ product, quantity: random.pick([1, 1, 1, 1, 2, 2, 3]) }));
}

/** An order that somebody is about to place, and who will work on it. */
export interface Sale {
  readonly random: Random;
  readonly crew: Crew;
  readonly at: number;
  readonly basket: readonly Piece[];
  readonly order: PlaceOrder;
  /** Different for every sale of the account: papers and parcels are numbered after it. */
  readonly number: number;
}

interface Placing {
  readonly random: Random;
  readonly at: number;
  readonly basket: readonly Piece[];
  readonly customer: CustomerData;
  readonly region: Region;
  readonly currency: string;
  readonly workflow: string;
  readonly channel: string;
  readonly store?: string;
  readonly seller?: string;
  readonly method: string;
  /** Minor units. */
  readonly shipping: number;
  /** Days until it is to be sent, and until it is to be there. */
  readonly days?: readonly [ship: number, arrive: number];
  readonly pickupPoint?: string;
  /** Absent: on account. */
  readonly payments?: readonly string[];
  readonly cancellationWindow?: number;
  readonly more?: Partial<PlaceOrder>;
}

/** The placement of a basket, with a total that is right. */
export function placing(sold: Placing): PlaceOrder {
  const { random, basket, customer, currency, seller, pickupPoint, at, payments = [] } = sold;
  const lines = basket.map((piece): PlacedLine => ({
    sku: piece.product.sku,
    quantity: piece.quantity,
    ...(seller === undefined ? {} : { seller }),
    ...(piece.price === undefined ? {} : { priceMicros: piece.price * 10_000 }),
  }));
  const items = basket.reduce((sum, piece) => sum + valueOf(piece), 0);
  const discounts = discountOn(random, items);
  const total = items + sold.shipping - discounts.reduce((sum, { amount }) => sum + amount, 0);
  const { email, firstName, lastName, company, locale } = customer;
  const address = addressIn(random, sold.region, company ?? `${firstName ?? ''} ${lastName ?? ''}`);
  const days = sold.days;
  const delivery: PlacedDelivery = {
    type: pickupPoint === undefined ? 'delivery' : 'pickup',
    method: sold.method,
    price: sold.shipping,
    ...(days === undefined ? {} : { shipBy: evening(at + days[0] * DAY), promisedAt: evening(at + days[1] * DAY) }),
    ...(pickupPoint === undefined ? { address } : { pickupPoint }),
  };
  return {
    type: 'place',
    channel: sold.channel,
    workflow: sold.workflow,
    currency,
    customerId: customer.customerId,
    buyer: { email, firstName, lastName, company, locale },
    lines,
    deliveries: [delivery],
    ...(sold.store === undefined ? {} : { store: sold.store }),
    ...(discounts.length === 0 ? {} : { discounts }),
    ...(payments.length === 0 ? {} : { payments: paidBy(random, payments, total) }),
    ...(sold.cancellationWindow === undefined ? {} : { cancellationWindow: sold.cancellationWindow }),
    total,
    ...sold.more,
  };
}

/** Carriers promise a day, which ends in the evening. */
const evening = (at: number): string => instant(Math.floor(at / DAY) * DAY + 17 * HOUR);

function discountOn(random: Random, items: number): { id: string; name: string; amount: number }[] {
  if (!random.chance(0.12)) return [];
  const [name, share] = random.pick([
    ['Newcomers', 0.1],
    ['Newsletter', 0.05],
    ['End of season', 0.15],
  ] as const);
  return [{ id: '1', name, amount: Math.floor(items * share) }];
}

/** One payment, and now and then a voucher beside it. */
function paidBy(random: Random, methods: readonly string[], total: number): PlacedPayment[] {
  const method = random.pick(methods);
  const first: PlacedPayment = {
    method,
    amount: total,
    ...(method === 'credit_card' ? { brand: 'card', lastDigits: String(random.whole(1000, 9999)) } : {}),
  };
  return [first];
}
