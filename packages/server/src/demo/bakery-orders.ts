import type { Product } from '../catalogue/products.js';
import { BAKERIES, BREADS, CAKES } from './bakery.js';
import { busyInstants, MINUTE } from './busy-hours.js';
import type { Business } from './business.js';
import type { Life } from './life.js';
import { PLAIN, type Plain } from './plain-lives.js';
import { dealt, type Random } from './random.js';
import { basketOf, crewOf, type Piece, placing } from './sale.js';

const KINDS: Readonly<Record<Plain, number>> = {
  over_the_counter: 26, sent: 17, collected: 17, made: 15, sent_in_part: 4, closed_short: 2, refunded: 3, cancelled: 4,
  payment_denied: 3, waiting: 0, stopped: 1, stop_denied: 2, stop_asked: 1,
}; // prettier-ignore

/** What is going on today: the life, and how many minutes ago it began. */
const LATELY: readonly (readonly [Plain, number])[] = [
  ['made', 5], ['made', 130], ['made', 700], ['made', 1_700], ['stop_asked', 600], ['stop_asked', 3_100], ['sent', 40],
  ['sent', 500], ['sent', 1_100], ['collected', 200], ['collected', 750], ['waiting', 900], ['waiting', 11_500],
  ['sent_in_part', 1_400], ['over_the_counter', 50], ['over_the_counter', 110], ['cancelled', 320], ['payment_denied', 260],
]; // prettier-ignore

const MADE: readonly Plain[] = ['made', 'stopped', 'stop_denied', 'stop_asked'];
const OF_TWO_LINES: readonly Plain[] = ['sent_in_part', 'closed_short'];
const HANDED_OVER: readonly Plain[] = ['over_the_counter', 'collected', ...MADE];

/** A franc more is asked for what costs a euro and a bit. */
const francs = (product: Product): number => Math.round(((product.priceMicros ?? 0) / 10_000) * 1.32 * 0.1) * 10;

/** The orders of the bakeries, most of them in Wien. */
export function bakeryOrders(random: Random, { account, customers, colleagues }: Business, now: number): Life[] {
  let number = 9_000;

  const sale = (at: number, kind: Plain): Life => {
    const which = random.pick([0, 0, 0, 1, 1, 2] as const);
    const { store, name, place, currency, region } = BAKERIES[which];
    const crew = crewOf(
      account,
      colleagues.filter(({ stores }) => stores === null || stores.includes(store)),
    );
    const cake = MADE.includes(kind);
    const lines = cake ? 1 : random.whole(OF_TWO_LINES.includes(kind) ? 2 : 1, 4);
    const basket = basketOf(random, cake ? CAKES : BREADS, lines).map((piece): Piece =>
      currency === 'CHF' ? { ...piece, price: francs(piece.product) } : piece,
    );
    const collects = HANDED_OVER.includes(kind);
    const till = kind === 'over_the_counter';
    const locale = region === 'switzerland' ? 'de-CH' : 'de-AT';
    const order = placing({
      ...{ random, at, basket, currency, region, store },
      customer: random.pick(customers.filter((one) => one.locale === locale)),
      workflow: cake ? 'cake-to-order' : 'simple',
      channel: till ? `till-${store}` : random.chance(0.2) ? 'phone' : 'online',
      method: collects ? 'collect' : 'bike',
      shipping: collects ? 0 : 390,
      ...(collects ? { pickupPoint: name } : {}),
      ...(till ? {} : { days: cake ? ([2, 3] as const) : ([1, 2] as const) }),
      payments: till ? ['cash', 'debit_card'] : ['credit_card', 'wallet'],
      more:
        cake && random.chance(0.4) ? { note: random.pick(['"Alles Gute" on top, please.', 'For twelve people.']) } : {},
    });
    const there = { ...order, lines: order.lines.map((line) => ({ ...line, place })) };
    number += 1;
    return PLAIN[kind]({ random, crew, at, basket, order: there, number });
  };

  const names = dealt(random, KINDS, 68);
  return [
    ...busyInstants(random, 68, now).map((at, index) => sale(at, names[index] ?? 'collected')),
    ...LATELY.map(([kind, minutes]) => sale(now - minutes * MINUTE, kind)),
  ];
}
