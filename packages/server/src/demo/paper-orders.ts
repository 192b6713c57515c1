import { busyInstants, HOUR, MINUTE } from './busy-hours.js';
import type { Business } from './business.js';
import type { Life } from './life.js';
import { OLD_TOWN } from './paper-shop.js';
import { OWN_GOODS, type OwnGoods } from './own-goods-lives.js';
import { PLAIN, type Plain, WHOLESALE, type Wholesale } from './plain-lives.js';
import { dealt, type Random } from './random.js';
import { basketOf, crewOf, placing } from './sale.js';

const CARDS = ['credit_card', 'credit_card', 'bank_transfer', 'wallet'];

const WEB: Readonly<Record<OwnGoods, number>> = {
  delivered: 44, two_parcels: 8, collected: 9, returned: 6, goodwill: 3, cancelled_early: 5, cancellation_open: 1,
  cancellation_denied: 2, cancellation_confirmed: 2, payment_denied: 4, unpaid: 3, abandoned: 2, closed_short: 2, stuck: 1,
  slow: 5, lost: 1,
}; // prettier-ignore

/** What is going on today, whatever the lot has dealt: the life, and how many minutes ago it began. */
const LATELY: readonly (readonly [OwnGoods, number])[] = [
  ['abandoned', 2], ['delivered', 9], ['delivered', 21], ['cancelled_early', 95], ['delivered', 130], ['two_parcels', 260],
  ['payment_denied', 330], ['unpaid', 700], ['unpaid', 2_900], ['collected', 400], ['delivered', 560], ['two_parcels', 1_500],
  ['cancellation_open', 2_100], ['cancellation_open', 5_400], ['slow', 5_500], ['slow', 7_000], ['slow', 4_600],
  ['stuck', 13_500], ['stuck', 19_000], ['lost', 12_500], ['unpaid', 8_700], ['collected', 2_300], ['closed_short', 5_200],
]; // prettier-ignore

/** The orders of the paper shop in its own channels. */
export function paperOrders(
  random: Random,
  { account, products, customers, colleagues }: Business,
  now: number,
): Life[] {
  const crew = crewOf(account, colleagues);
  const people = customers.filter(({ company }) => company === null);
  const offices = customers.filter(({ company }) => company !== null);
  let number = 1_000;

  const web = (at: number, kind: OwnGoods): Life => {
    const many = kind === 'two_parcels' || kind === 'closed_short';
    const basket = basketOf(random, products, random.whole(many ? 2 : 1, many ? 4 : 3));
    const pickup = kind === 'collected';
    const express = !pickup && random.chance(0.12);
    const by = {
      method: pickup ? 'pickup' : express ? 'express' : 'standard',
      shipping: pickup ? 0 : express ? 1_190 : 490,
    };
    const order = placing({
      ...{ random, at, basket, customer: random.pick(people), region: 'europe', currency: 'EUR', ...by },
      workflow: 'complete',
      channel: 'web',
      store: 'default',
      days: express ? [1, 2] : [2, 5],
      ...(pickup ? { pickupPoint: OLD_TOWN } : {}),
      payments: kind === 'unpaid' ? ['bank_transfer'] : CARDS,
      more: {
        ...(random.chance(0.1)
          ? { note: random.pick(['Please ring twice.', 'It is a present: no bill inside.']) }
          : {}),
        ...(random.chance(0.08) ? { tags: ['gift'] } : {}),
      },
    });
    number += 1;
    return OWN_GOODS[kind]({ random, crew, at, basket, order, number });
  };

  const counter = (at: number, kind: Plain): Life => {
    const basket = basketOf(random, products, random.whole(kind === 'sent_in_part' ? 2 : 1, 3));
    const till = kind === 'over_the_counter';
    const sale = {
      ...{ random, at, basket, customer: random.pick(people), currency: 'EUR' },
      region: 'europe',
      workflow: 'simple',
      channel: till ? 'till' : 'phone',
    } as const;
    const order = till
      ? placing({ ...sale, method: 'pickup', shipping: 0, pickupPoint: OLD_TOWN, payments: ['cash', 'debit_card'] })
      : placing({ ...sale, method: 'standard', shipping: 490, days: [2, 5], payments: ['bank_transfer'] });
    number += 1;
    return PLAIN[kind]({ random, crew, at, basket, order, number });
  };

  const office = (at: number, kind: Wholesale): Life => {
    const basket = basketOf(random, products, random.whole(3, 6)).map((piece) => ({
      ...piece,
      quantity: piece.quantity * 12,
    }));
    const order = placing({
      ...{ random, at, basket, customer: random.pick(offices), region: 'europe', currency: 'EUR' },
      workflow: 'free',
      channel: 'wholesale',
      method: 'standard',
      shipping: 0,
      payments: ['invoice'],
      more: { externalIds: { purchase_order: `PO-${4_700 + number}` } },
    });
    number += 1;
    return WHOLESALE[kind]({ random, crew, at, basket, order, number });
  };

  const each = <Kind extends string>(
    kinds: Readonly<Partial<Record<Kind, number>>>,
    count: number,
    life: (at: number, kind: Kind) => Life,
  ): Life[] => {
    const names = dealt(random, kinds, count);
    return busyInstants(random, count, now).map((at, index) => life(at, names[index] as Kind));
  };

  return [
    ...each(WEB, 54, web),
    ...LATELY.map(([kind, minutes]) => web(now - minutes * MINUTE, kind)),
    ...each({ over_the_counter: 7, sent: 4, sent_in_part: 2, refunded: 1, cancelled: 1 }, 14, counter),
    counter(now - 3 * HOUR, 'over_the_counter'),
    counter(now - 20 * HOUR, 'waiting'),
    counter(now - 30 * HOUR, 'sent_in_part'),
    ...each({ completed: 6, in_work: 1, cancelled: 1 }, 6, office),
    office(now - 80 * HOUR, 'in_work'),
    office(now - 26 * HOUR, 'in_work'),
  ];
}
