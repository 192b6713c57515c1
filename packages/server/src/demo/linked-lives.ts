import type { PlaceOrder } from '@docket/core/order/placing-commands';
import { DAY } from './busy-hours.js';
import { type By, instant, type Life, type Living, living } from './life.js';
import { type Crew, type Sale, timer, valueOf } from './sale.js';

/** A sale of the marketplace, and the order of the seller who sends it. */
export interface SoldForSeller extends Sale {
  /** What the seller is asked for; the crew and the account are the seller's, which may be the marketplace's own. */
  readonly fulfilment: PlaceOrder;
  readonly seller: Crew;
  /** A second seller's part of the same checkout. */
  readonly second?: { readonly order: PlaceOrder; readonly fulfilment: PlaceOrder };
}

/**
 * How orders go that a marketplace sells and a seller of the same account sends: two orders in one unit. Orders of one life
 * are the marketplace's, the seller's, and those of the second seller of the checkout.
 */
export const LINKED = {
  delivered: (sale) => arrived(sale).steps,
  two_sellers: (sale) => ofTwoSellers(sale).steps,
  invoiced_in_part: (sale) => inTwoParts(sale).steps,
  waiting_for_seller: (sale) => placed(sale).steps,
  payment_denied: (sale) =>
    taken(sale)
      .after(1, 20)
      .ask(sale.crew.payments, { type: 'deny_payment', paymentId: '1', message: 'Refused by the bank' }).steps,
  unpaid: (sale) =>
    taken(sale)
      .after(6_000, 9_000)
      .ask(sale.crew.shop, { type: 'request_cancellation', byBuyer: true, reason: 'The slip has run out' }).steps,
  cancelled_early: (sale) =>
    paid(sale)
      .after(2, 25)
      .ask(sale.crew.shop, { type: 'request_cancellation', byBuyer: true, reason: 'Ordered twice' }).steps,
  cancellation_open: (sale) =>
    askedToCancel(sale)
      .afterMillis(30 * DAY)
      .ask(timer(sale.crew, 'cancellation_deadline'), { type: 'end_deadline' }).steps,
  cancellation_denied: (sale) => {
    const life = askedToCancel(sale)
      .after(60, 1_000)
      .ask(hand(sale), { type: 'deny_cancellation', reason: 'Packed already' }, 1);
    return travelled(sale, invoiced(sale, life)).steps;
  },
  cancellation_confirmed: (sale) =>
    askedToCancel(sale).after(60, 1_000).ask(hand(sale), { type: 'confirm_cancellation', reason: 'Not packed yet' }, 1)
      .steps,
  returned: (sale) =>
    arrived(sale)
      .after(2_800, 12_000)
      .ask(sale.crew.somebody(sale.random).by, {
        type: 'issue_return_invoice',
        number: `DEV-${sale.number}`,
        value: Math.floor((valueOf(sale.basket[0] ?? NONE(sale)) / 2) * 0.8),
      }).steps,
  slow: (sale) => travelled(sale, invoiced(sale, handled(sale, [6_000, 10_000]))).steps,
  stuck: (sale) =>
    handled(sale)
      .after(300, 2_000)
      .ask(sale.crew.somebody(sale.random).by, { type: 'add_note', text: 'Asked the seller twice; no answer yet.' })
      .ask(sale.crew.somebody(sale.random).by, { type: 'change_tags', add: ['seller-silent'] }).steps,
} as const satisfies Readonly<Record<string, (sale: SoldForSeller) => Life>>;

export type Linked = keyof typeof LINKED;

/**
 * How orders go whose seller has an account of its own here: a connector tells each side of the other. The first order lies
 * in the marketplace, the second with the seller.
 */
export const ACROSS = {
  delivered: (sale) => across(sale, 'delivered').steps,
  handling: (sale) => across(sale, 'handling').steps,
  accepted: (sale) => across(sale, 'accepted').steps,
} as const satisfies Readonly<Record<string, (sale: SoldForSeller) => Life>>;

export type Across = keyof typeof ACROSS;

const NONE = (sale: Sale): never => {
  throw new Error(`nothing was sold at ${instant(sale.at)}`);
};

/** Whoever works at the seller's. */
const hand = ({ seller, random }: SoldForSeller): By => {
  const { by } = seller.somebody(random);
  return { ...by, actor: { ...by.actor, kind: 'seller' } };
};

const placed = (sale: SoldForSeller): Living => living(sale.random, sale.at).ask(sale.crew.shop, sale.order);

const taken = (sale: SoldForSeller): Living =>
  placed(sale).after(1, 6).ask(sale.seller.shop, sale.fulfilment, 1, { fulfils: 0 });

const paid = (sale: SoldForSeller): Living =>
  taken(sale).after(1, 9).ask(sale.crew.payments, { type: 'approve_payment', paymentId: '1' });

const windowOver = (sale: SoldForSeller, life: Living, order = 1): Living =>
  life
    .afterMillis((sale.fulfilment.cancellationWindow ?? 1_800) * 1_000)
    .ask(timer(sale.seller, 'cancellation_window'), { type: 'end_cancellation_window' }, order);

function handled(sale: SoldForSeller, minutes: readonly [number, number] = [60, 1_800]): Living {
  const life = paid(sale);
  const { by, assignee } = sale.crew.somebody(sale.random);
  if (sale.random.chance(0.25)) life.ask(by, { type: 'assign', assignee });
  return windowOver(sale, life)
    .after(...minutes)
    .ask(hand(sale), { type: 'start_handling' }, 1);
}

const parcel = ({ number }: Sale, which = 1) => ({
  carrier: 'Gaivota Express',
  trackingNumber: `GX${String(900_000 + number)}${which}`,
});

const invoiced = (sale: SoldForSeller, life: Living, order = 1, value = sale.fulfilment.total): Living =>
  life
    .after(30, 400)
    .ask(
      hand(sale),
      { type: 'issue_invoice', number: `NF-${sale.number}-${order}`, value, package: parcel(sale, order) },
      order,
    );

function travelled({ seller }: SoldForSeller, life: Living, order = 1, packageId = '1'): Living {
  life.after(200, 900);
  if (life.random.chance(0.4)) life.ask(seller.carrier, reported(life.at(), packageId, 'Parcel accepted'), order);
  life.after(1_400, 5_500);
  return life.ask(seller.carrier, { ...reported(life.at(), packageId, 'Handed over'), delivered: true }, order);
}

const reported = (at: number, packageId: string, description: string) =>
  ({ type: 'track_package', packageId, events: [{ at: instant(at), description }] }) as const;

const arrived = (sale: SoldForSeller): Living => travelled(sale, invoiced(sale, handled(sale)));

function inTwoParts(sale: SoldForSeller): Living {
  const [first] = sale.basket;
  if (first === undefined || sale.basket.length < 2) throw new Error('two parcels need two lines');
  const part = Math.floor(valueOf(first) * 0.8);
  const items = [{ sku: first.product.sku, quantity: first.quantity }];
  const number = `NF-${sale.number}-A`;
  const life = handled(sale)
    .after(30, 400)
    .ask(hand(sale), { type: 'issue_invoice', number, value: part, items, package: parcel(sale, 1) }, 1)
    .after(1_000, 4_000)
    .ask(
      hand(sale),
      {
        type: 'issue_invoice',
        number: `NF-${sale.number}-B`,
        value: sale.fulfilment.total - part,
        package: parcel(sale, 2),
      },
      1,
    );
  return travelled(sale, travelled(sale, life, 1, '1'), 1, '2');
}

const askedToCancel = (sale: SoldForSeller): Living =>
  handled(sale)
    .after(30, 900)
    .ask(sale.crew.shop, {
      type: 'request_cancellation',
      byBuyer: true,
      reason: sale.random.pick(['It takes too long', 'Found it cheaper', 'The gift is no longer needed']),
    });

/** One checkout, two sellers, four orders: each seller sends when it can. */
function ofTwoSellers(sale: SoldForSeller): Living {
  const { second } = sale;
  if (second === undefined) throw new Error('a second seller is needed');
  const life = taken(sale).ask(sale.crew.shop, second.order, 2, { groupOf: { order: 0, position: 2 } });
  life.after(1, 5).ask(sale.seller.shop, second.fulfilment, 3, { fulfils: 2 });
  for (const order of [0, 2]) life.ask(sale.crew.payments, { type: 'approve_payment', paymentId: '1' }, order);
  windowOver(sale, life);
  life.ask(timer(sale.seller, 'cancellation_window'), { type: 'end_cancellation_window' }, 3);
  life.after(60, 1_500).ask(hand(sale), { type: 'start_handling' }, 1);
  travelled(sale, invoiced(sale, life), 1);
  life.ask(hand(sale), { type: 'start_handling' }, 3);
  return travelled(sale, invoiced(sale, life, 3, second.fulfilment.total), 3);
}

/** Two accounts: what one says is said again in the other a moment later. */
function across(sale: SoldForSeller, until: 'accepted' | 'handling' | 'delivered'): Living {
  const { crew, seller } = sale;
  const connector: By = {
    ...crew.shop,
    actor: { kind: 'seller', id: `key:${crew.account}-sellers` },
    reason: 'connector',
  };
  const market: By = {
    ...seller.shop,
    actor: { kind: 'marketplace', id: `key:${seller.account}-market` },
    reason: 'connector',
  };
  const life = placed(sale)
    .ask(market, sale.fulfilment, 1, { external: { order: 0, source: crew.account } })
    .ask(connector, { type: 'accept_order' })
    .after(1, 9)
    .ask(crew.payments, { type: 'approve_payment', paymentId: '1' })
    .ask(market, { type: 'authorise_fulfilment' }, 1);
  if (until === 'accepted') return life;
  windowOver(sale, life);
  life.after(60, 1_600).ask(hand(sale), { type: 'start_handling' }, 1);
  if (until === 'handling') return life;
  const number = `INV-${sale.number}-M`;
  life.after(20, 300);
  life.ask(hand(sale), { type: 'issue_invoice', number, value: sale.fulfilment.total, package: parcel(sale) }, 1);
  life.ask(connector, { type: 'issue_invoice', number, value: sale.order.total, package: parcel(sale) });
  life.after(1_500, 4_500);
  const news = { ...reported(life.at(), '1', 'Handed over'), delivered: true };
  return life.ask(seller.carrier, news, 1).ask(connector, news);
}
