import { type OlistRecord, paidOf, shipByOf, totalOf, wasNeverPaid, wasReturned } from './record.js';

/** Everything that is out of the ordinary in a record, and what the replay makes of it. */
export interface SpecialCase {
  readonly name: string;
  readonly meaning: string;
  /** What is special about this record, in words or cents; null where it is not of this case. */
  readonly of: (record: OlistRecord) => string | null;
}

const when = (holds: boolean, detail = ''): string | null => (holds ? detail : null);

/** `a` lies before `b`, and both are known. */
const before = (a: string | null, b: string | null): string | null =>
  when(a !== null && b !== null && a < b, `${a ?? ''} before ${b ?? ''}`);

const YEAR = 366 * 86_400_000;

/** Differences of money are told only where items are known; else the total is made from the payments. */
const difference = (record: OlistRecord): number =>
  record.lines.length === 0 || record.payments.length === 0 ? 0 : paidOf(record) - totalOf(record);

export const SPECIAL_CASES: readonly SpecialCase[] = [
  {
    name: 'paid-less',
    meaning: 'payments come to less than the total: accepted, the rest is due (BRL cents)',
    of: (record) => when(difference(record) < 0, String(difference(record))),
  },
  {
    name: 'paid-more',
    meaning: 'payments come to more than the total, mostly interest: accepted, overpaid (BRL cents)',
    of: (record) => when(difference(record) > 0, `+${difference(record)}`),
  },
  {
    name: 'no-items',
    meaning: 'no goods are named: one adjustment carries the total, which is what was paid (BRL cents)',
    of: (record) => when(record.lines.length === 0, String(totalOf(record))),
  },
  {
    name: 'no-payment',
    meaning: 'no payment is named: sold on account, the whole total is due (BRL cents)',
    of: (record) => when(record.payments.length === 0, String(totalOf(record))),
  },
  {
    name: 'payment-value-0',
    meaning: 'a payment of nothing: answered like any other',
    of: (record) => listed(record, ({ value }) => value === 0),
  },
  {
    name: 'payment-not-defined',
    meaning: 'no means of payment was chosen: where nobody paid, the payment is denied, which cancels the order',
    of: (record) => listed(record, ({ type }) => type === 'not_defined'),
  },
  {
    name: 'installments-0',
    meaning: 'a card payment in no instalments: taken as 1',
    of: (record) => listed(record, ({ installments }) => installments === 0),
  },
  {
    name: 'payment-sequence-gap',
    meaning: 'payments are not numbered 1, 2, 3: their numbers are kept as ids',
    of: (record) => {
      const sequence = record.payments.map((payment) => payment.sequence);
      return when(
        sequence.some((number, index) => number !== index + 1),
        sequence.join(' '),
      );
    },
  },
  {
    name: 'returned',
    meaning: 'canceled after delivery: delivered, then returned and refunded; counts as canceled',
    of: (record) => when(wasReturned(record)),
  },
  {
    name: 'canceled-on-the-way',
    meaning: 'canceled after the carrier had it: Docket cancels nothing that was sent, so it ends in handling unsent',
    of: (record) => when(record.status === 'canceled' && record.carrierAt !== null && record.deliveredAt === null),
  },
  {
    name: 'canceled-never-paid',
    meaning: 'canceled before approval: ends while payment is pending',
    of: (record) => when(wasNeverPaid(record)),
  },
  {
    name: 'no-approval-date',
    meaning: 'sold without a day of approval: payments are approved all the same',
    of: (record) => when(record.approvedAt === null && isSold(record)),
  },
  {
    name: 'no-carrier-date',
    meaning: 'sent without a day: the package has no day of dispatch',
    of: (record) => when(record.carrierAt === null && isSent(record)),
  },
  {
    name: 'no-delivery-date',
    meaning: 'delivered without a day: Docket shows the time of the replay',
    of: (record) => when(record.status === 'delivered' && record.deliveredAt === null),
  },
  {
    name: 'carrier-before-approval',
    meaning: 'dates out of order, kept as they are',
    of: ({ carrierAt, approvedAt }) => before(carrierAt, approvedAt),
  },
  {
    name: 'carrier-before-purchase',
    meaning: 'dates out of order, kept as they are',
    of: ({ carrierAt, purchasedAt }) => before(carrierAt, purchasedAt),
  },
  {
    name: 'delivered-before-carrier',
    meaning: 'dates out of order, kept as they are',
    of: ({ deliveredAt, carrierAt }) => before(deliveredAt, carrierAt),
  },
  {
    name: 'delivered-before-approval',
    meaning: 'dates out of order, kept as they are',
    of: ({ deliveredAt, approvedAt }) => before(deliveredAt, approvedAt),
  },
  {
    name: 'ship-by-far-off',
    meaning: 'to be sent more than a year after the purchase, kept as it is',
    of: (record) => {
      const shipBy = shipByOf(record);
      return when(shipBy !== null && Date.parse(shipBy) - Date.parse(record.purchasedAt) > YEAR, shipBy ?? '');
    },
  },
  {
    name: 'odd-clock',
    meaning: 'a time in an hour that the clock showed twice (the earlier is taken) or never',
    of: ({ oddClock }) => when(oddClock.length > 0, oddClock.join(' ')),
  },
];

const SENT = ['shipped', 'delivered'];
const isSent = (record: OlistRecord): boolean => SENT.includes(record.status) || wasReturned(record);
const isSold = (record: OlistRecord): boolean => record.status !== 'created' && !wasNeverPaid(record);

function listed(record: OlistRecord, is: (payment: OlistRecord['payments'][number]) => boolean): string | null {
  const found = record.payments.filter(is);
  return when(found.length > 0, found.map(({ type, sequence }) => `${type} ${sequence}`).join(', '));
}
