import type { PlaceOrder } from '@docket/core/order/placing-commands';
import type { Product } from '../catalogue/products.js';
import { busyInstants, MINUTE } from './busy-hours.js';
import type { Business } from './business.js';
import type { Life } from './life.js';
import { ACROSS, type Across, LINKED, type Linked, type SoldForSeller } from './linked-lives.js';
import { PAPER_OFFERS, type Seller, SELLERS } from './marketplace.js';
import { dealt, type Random } from './random.js';
import { basketOf, type Crew, crewOf, placing, type Piece } from './sale.js';

const KINDS: Readonly<Record<Linked, number>> = {
  delivered: 30, two_sellers: 5, invoiced_in_part: 4, waiting_for_seller: 0, payment_denied: 3, unpaid: 2, cancelled_early: 3,
  cancellation_open: 0, cancellation_denied: 1, cancellation_confirmed: 2, returned: 4, slow: 4, stuck: 0,
}; // prettier-ignore

/** What is going on today: the life, and how many minutes ago it began. */
const LATELY: readonly (readonly [Linked, number])[] = [
  ['waiting_for_seller', 14], ['waiting_for_seller', 75], ['delivered', 18], ['delivered', 60], ['two_sellers', 190],
  ['unpaid', 520], ['unpaid', 3_300], ['cancellation_open', 2_500], ['cancellation_open', 8_000], ['invoiced_in_part', 2_600],
  ['delivered', 1_000], ['delivered', 2_200], ['slow', 5_700], ['slow', 4_300], ['stuck', 14_000],
]; // prettier-ignore

const IN_PORTUGAL: readonly Seller[] = ['casa-cedro', 'olaria-lagoa'];

/** The orders of the marketplace, each with that of its seller; some lie in the account of the paper shop. */
export function marketplaceOrders(random: Random, business: Business, paper: Business, now: number): Life[] {
  const crew = crewOf(business.account, business.colleagues);
  const paperCrew = crewOf(paper.account, paper.colleagues);
  let number = 5_000;

  interface Offer {
    readonly at: number;
    readonly seller: string;
    readonly products: readonly Product[];
    readonly lines: number;
    readonly unpaid?: boolean;
  }

  /** The marketplace's order, and what the seller is asked for: the same pieces, on account. */
  const pair = ({ at, seller, products, lines, unpaid }: Offer) => {
    const basket: Piece[] = basketOf(random, products, lines);
    const brasil = products[0]?.currency === 'BRL';
    const people = business.customers.filter(({ locale }) => (locale === 'pt-BR') === brasil);
    const order = placing({
      ...{ random, at, basket, seller, workflow: 'marketplace', customer: random.pick(people) },
      ...(brasil
        ? { region: 'brazil', currency: 'BRL', store: 'brasil', method: 'expresso', shipping: 2_490 }
        : { region: 'portugal', currency: 'EUR', store: 'portugal', method: 'correio', shipping: 550 }),
      channel: random.chance(0.3) ? 'app' : brasil ? 'site-br' : 'site-pt',
      days: [3, 8],
      payments:
        unpaid === true ? ['bank_slip'] : brasil ? ['pix', 'credit_card', 'bank_slip'] : ['credit_card', 'wallet'],
      cancellationWindow: 1_800,
    });
    return { basket, order };
  };

  const askedOf = (order: PlaceOrder, channel: string): PlaceOrder => {
    const { payments: _payments, customerId: _customerId, ...same } = order;
    return { ...same, workflow: 'fulfillment', channel, store: 'default' };
  };

  const sale = (at: number, kind: Linked): Life => {
    const seller: Seller = random.pick([...IN_PORTUGAL, 'rede-do-sol', 'rede-do-sol']);
    const lines = kind === 'invoiced_in_part' ? 2 : random.whole(1, 2);
    number += 1;
    const first: Seller = kind === 'two_sellers' ? 'casa-cedro' : seller;
    const sold = pair({ at, seller: first, products: SELLERS[first], lines, unpaid: kind === 'unpaid' });
    const other =
      kind === 'two_sellers' ? pair({ at, seller: 'olaria-lagoa', products: SELLERS['olaria-lagoa'], lines: 1 }) : null;
    const whole: SoldForSeller = {
      ...{ random, crew, at, number, seller: crew, ...sold },
      fulfilment: askedOf(sold.order, 'sellers'),
      // One checkout has one buyer and one address.
      ...(other === null ? {} : { second: ofOneBuyer(sold.order, other.order, (order) => askedOf(order, 'sellers')) }),
    };
    return LINKED[kind](whole);
  };

  const fromPaper = (at: number, kind: Across): Life => {
    number += 1;
    const sold = pair({ at, seller: 'marrowell', products: PAPER_OFFERS, lines: random.whole(1, 3) });
    const whole: SoldForSeller = {
      random,
      crew,
      at,
      number,
      seller: paperCrew satisfies Crew,
      ...sold,
      fulfilment: askedOf(sold.order, 'market'),
    };
    return ACROSS[kind](whole);
  };

  const names = dealt(random, KINDS, 34);
  return [
    ...busyInstants(random, 34, now).map((at, index) => sale(at, names[index] ?? 'delivered')),
    ...LATELY.map(([kind, minutes]) => sale(now - minutes * MINUTE, kind)),
    ...busyInstants(random, 9, now).map((at) => fromPaper(at, 'delivered')),
    fromPaper(now - 24 * MINUTE, 'accepted'),
    fromPaper(now - 1_900 * MINUTE, 'handling'),
  ];
}

function ofOneBuyer(first: PlaceOrder, second: PlaceOrder, asked: (order: PlaceOrder) => PlaceOrder) {
  const { buyer, customerId, channel } = first;
  const [delivery] = first.deliveries ?? [];
  const order: PlaceOrder = {
    ...second,
    ...(buyer === undefined ? {} : { buyer }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(channel === undefined ? {} : { channel }),
    ...(delivery === undefined ? {} : { deliveries: [delivery] }),
  };
  return { order, fulfilment: asked(order) };
}
