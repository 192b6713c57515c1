import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { History } from './given.test-support.js';
import { book, type LedgerBalances, postings } from './ledger.js';
import type { Order } from './order.js';
import { refundsUnderWay } from './payment.js';
import { always } from './random-lives.test-support.js';
import { isRefusal } from './refusals.js';

/** Two thousand with the other tests; `npm run histories` asks for more, and says from which seed. */
const { DOCKET_HISTORIES, DOCKET_HISTORIES_SEED } = process.env as Readonly<Record<string, string>>;
const count = Number(DOCKET_HISTORIES ?? 2_000);
const seeded = DOCKET_HISTORIES_SEED === undefined ? {} : { seed: Number(DOCKET_HISTORIES_SEED) };

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The book of each log that was met, so that a life is folded once and not once for each of its versions. */
const books = new WeakMap<object, LedgerBalances>();

function bookOf(log: History['log']): LedgerBalances {
  const before = books.get(log.at(-2) ?? log);
  const last = log.at(-1);
  if (last === undefined) throw new Error('a history without an event');
  const balances = book(log.length === 1 ? {} : (before ?? log.slice(0, -1).reduce(booked, {})), postings(last));
  books.set(last, balances);
  return balances;
}

const booked = (balances: LedgerBalances, event: History['log'][number]): LedgerBalances =>
  book(balances, postings(event));

function holds({ order, log }: History & { order: Order }): void {
  const { ledger } = order.head;
  expect(total(Object.values(ledger))).toBe(0);
  expect(ledger).toEqual(bookOf(log));
  const payments = Object.values(order.documents.payment);
  for (const payment of payments) {
    const { amount, authorised, captured, voided, refunded, capturing, voiding, refunding } = payment;
    expect(refunded + refunding).toBeLessThanOrEqual(captured);
    expect(captured + voided + capturing + voiding).toBeLessThanOrEqual(authorised);
    expect(authorised).toBeLessThanOrEqual(amount);
  }
  expect(ledger.captured ?? 0).toBe(total(payments.map(({ captured }) => captured)));
  expect(0 - (ledger.refunded ?? 0)).toBe(total(payments.map(({ refunded }) => refunded)));
  expect(ledger.receivable ?? 0).toBeGreaterThanOrEqual(0 - (ledger.captured ?? 0) - (ledger.refunded ?? 0));
}

/** Everything that was taken goes back: nobody is owed anything, and who owed something owes it still. */
function returnsToZero(history: History & { order: Order }): void {
  const due = (history.order.head.ledger.receivable ?? 0) + refundsUnderWay(history.order);
  const { answer, history: after } = history.when({ type: 'refund' });
  if (isRefusal(answer)) return;
  holds(after as History & { order: Order });
  const settled = settledRefunds(after).order as Order;
  const { captured = 0, refunded = 0, receivable = 0 } = settled.head.ledger;
  expect(captured + refunded).toBe(0);
  const ended = settled.head.cancellation !== null && history.order.head.cancellation === null;
  expect(receivable).toBe(ended ? 0 : Math.max(0, due));
}

/** As it is once every provider has given back what it was asked to. */
const settledRefunds = (history: History): History =>
  Object.values((history.order as Order).documents.refund)
    .filter(({ state }) => state === 'requested')
    .reduce((next, { id }) => next.when({ type: 'settle_refund', refundId: id }, 'payment_provider').history, history);

describe(`${count} random histories of an order`, () => {
  it('balance their books at every version, keep every ceiling, and come to zero when everything is given back', () => {
    always(holds, count, { atEnd: returnsToZero, ...seeded });
  });
});
