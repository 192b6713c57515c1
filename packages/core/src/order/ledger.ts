import type { Amount } from '../money/amount.js';
import type { OrderEdited } from './edit.js';
import type { MoneyMove, OrderEvent } from './events.js';
import type { OrderImported } from './importing.js';
import type { Totals } from './totals.js';

/**
 * The double-entry book under each order. Debits are positive. `receivable` is what the buyer owes: above zero due,
 * below zero overpaid. `authorised` and `authorisations` are a memo pair: money promised and not yet taken.
 */
export type LedgerAccount =
  | 'receivable'
  | 'sold'
  | 'discounted'
  | 'shipping'
  | 'taxed'
  | 'adjusted'
  | 'authorised'
  | 'authorisations'
  | 'captured'
  | 'refunded'
  /** What providers gave back beyond what was taken: the buyer owes it. */
  | 'refunded_beyond'
  | 'credited'
  | 'cancelled'
  | 'written_off'
  | 'imported_difference';

/** Balances that are not zero. They sum to zero at every version. */
export type LedgerBalances = Readonly<Partial<Record<LedgerAccount, Amount>>>;

/** `amount` > 0 moves from the credited to the debited account. */
export interface Posting {
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly amount: Amount;
}

/** What an event writes into the book. The whole ledger is a fold of this over the log, and nothing else. */
export function postings(event: OrderEvent): readonly Posting[] {
  switch (event.type) {
    case 'order_placed':
      return sale(event.data.totals);
    case 'order_imported':
      return imported(event.data);
    case 'payment_approved':
      return [
        ...post('authorised', 'authorisations', event.data.authorised),
        ...captures(
          event.data.captured === 0 ? [] : [{ paymentId: event.data.paymentId, amount: event.data.captured }],
        ),
      ];
    case 'invoice_issued':
      return captures(event.data.captures);
    case 'order_cancelled':
    case 'placement_expired':
    case 'order_closed_short':
      return [
        ...post('cancelled', 'receivable', event.data.value),
        ...voids(event.data.voids),
        ...refunds(event.data.refunds),
      ];
    case 'return_invoice_issued':
      return [...post('credited', 'receivable', event.data.value), ...refunds(event.data.refunds)];
    case 'order_refunded':
      return [
        ...post('credited', 'receivable', event.data.credited),
        ...post('cancelled', 'receivable', event.data.cancelled?.value ?? 0),
        ...voids(event.data.cancelled?.voids ?? []),
        ...refunds(event.data.refunds),
      ];
    case 'order_edited':
      return editedSale(event.data);
    case 'capture_requested':
      return [...captures(event.data.captures), ...voids(event.data.voids)];
    case 'void_requested':
      return voids(event.data.voids);
    case 'moves_booked':
      return [
        ...captures(event.data.captures),
        ...voids(event.data.voids),
        ...post('credited', 'receivable', event.data.credited),
        ...refunds(event.data.refunds),
      ];
    case 'capture_settled':
      return [...post('authorised', 'authorisations', event.data.beyond), ...captures([event.data])];
    case 'void_settled':
      return voids([event.data]);
    case 'refund_settled':
      return [
        ...refundedWith(event.data.amount, event.data.beyond),
        ...post('credited', 'receivable', event.data.credited ?? 0),
      ];
    case 'capture_failed':
      return captures([reversed(event.data)]);
    case 'void_failed':
      return voids([reversed(event.data)]);
    case 'refund_failed':
      return refundedWith(-event.data.reversed, -event.data.beyond);
    case 'capture_retried':
      return captures([event.data]);
    case 'void_retried':
      return voids([event.data]);
    case 'refund_retried':
      return refunds([event.data]);
    case 'refund_abandoned':
      return post('receivable', 'credited', event.data.uncredited ?? 0);
    case 'capture_abandoned':
    case 'void_abandoned':
    case 'payment_begun':
    case 'payment_added':
    case 'payment_cancelled':
    case 'placement_completed':
    case 'payment_denied':
    case 'cancellation_requested':
    case 'cancellation_denied':
    case 'cancellation_window_ended':
    case 'handling_started':
    case 'order_accepted':
    case 'fulfilment_authorised':
    case 'status_set':
    case 'package_sent':
    case 'package_updated':
    case 'package_tracked':
    case 'order_delivered':
    case 'package_collected':
    case 'package_returned':
    case 'shipment_planned':
    case 'shipment_items_moved':
    case 'package_packed':
    case 'packed_items_moved':
    case 'package_unpacked':
    case 'shipment_changed':
    case 'shipment_cancelled':
    // what a consignment costs is the merchant's, and stands in no book of the buyer
    case 'shipment_consigned':
    case 'shipment_unconsigned':
    case 'shipment_cost_shared':
    case 'document_added':
    case 'document_changed':
    case 'document_cancelled':
    case 'custom_fields_set':
    case 'document_marked':
    case 'return_tracked':
    case 'return_requested':
    case 'return_authorised':
    case 'return_declined':
    case 'return_withdrawn':
    case 'return_received':
    case 'return_inspected':
    case 'return_settled':
    case 'return_closed':
    case 'note_added':
    case 'log_entry_added':
    case 'tags_changed':
    case 'order_assigned':
    case 'hold_placed':
    case 'hold_released':
    case 'order_deleted':
    case 'order_restored':
    case 'person_forgotten':
      return [];
    default: {
      const never: never = event;
      throw new Error(`no postings for ${JSON.stringify(never)}`);
    }
  }
}

/** The balances after the postings; accounts at zero are left out, so equal books are equal objects. */
export function book(balances: LedgerBalances, entries: readonly Posting[]): LedgerBalances {
  if (entries.length === 0) return balances;
  const next = new Map(Object.entries(balances) as [LedgerAccount, Amount][]);
  for (const { debit, credit, amount } of entries) {
    add(next, debit, amount);
    add(next, credit, -amount);
  }
  return Object.fromEntries(next);
}

/** What of the sale still stands: its total less what was cancelled and credited. No paper may go beyond it. */
export const standingSale = (head: { readonly totals: Totals; readonly ledger: LedgerBalances }): Amount =>
  head.totals.total - (head.ledger.cancelled ?? 0) - (head.ledger.credited ?? 0);

/** What may be invoiced in all: the total less what was cancelled. Goodwill lowers no invoice. */
export const billableSale = (head: { readonly totals: Totals; readonly ledger: LedgerBalances }): Amount =>
  head.totals.total - (head.ledger.cancelled ?? 0);

/** What the buyer still owes; below zero, what is owed to the buyer. Minor units. */
export const amountDue = (ledger: LedgerBalances): Amount => ledger.receivable ?? 0;

function add(balances: Map<LedgerAccount, Amount>, account: LedgerAccount, amount: Amount): void {
  const balance = (balances.get(account) ?? 0) + amount;
  if (!Number.isSafeInteger(balance)) throw new RangeError(`ledger account ${account} cannot hold ${balance}`);
  if (balance === 0) balances.delete(account);
  else balances.set(account, balance);
}

/** A negative amount is the same posting the other way round; zero is none. */
function post(debit: LedgerAccount, credit: LedgerAccount, amount: Amount): Posting[] {
  if (amount === 0) return [];
  return amount > 0 ? [{ debit, credit, amount }] : [{ debit: credit, credit: debit, amount: -amount }];
}

const sale = (totals: Totals): Posting[] => [
  ...post('receivable', 'sold', totals.items),
  ...post('receivable', 'discounted', totals.discounts),
  ...post('receivable', 'shipping', totals.shipping),
  ...post('receivable', 'taxed', totals.tax),
  ...post('receivable', 'adjusted', totals.adjustments),
];

/** The difference, account by account: nothing of what was sold before is booked again. */
const editedSale = ({ before, after, voids: given, refunds: back }: OrderEdited): Posting[] => [
  ...post('receivable', 'sold', after.items - before.items),
  ...post('receivable', 'discounted', after.discounts - before.discounts),
  ...post('receivable', 'shipping', after.shipping - before.shipping),
  ...post('receivable', 'taxed', after.tax - before.tax),
  ...post('receivable', 'adjusted', after.adjustments - before.adjustments),
  ...voids(given),
  ...refunds(back),
];

/** The book of the source in one go. What does not add up there is named, so that everything else does here. */
const imported = (order: OrderImported): Posting[] => [
  ...sale(order.totals),
  ...order.payments.flatMap(({ id: paymentId, authorised, captured, voided, refunded }) => [
    ...post('authorised', 'authorisations', authorised),
    ...captures([{ paymentId, amount: captured }]),
    ...voids([{ paymentId, amount: voided }]),
    ...refunds([{ paymentId, amount: refunded }]),
  ]),
  ...post('cancelled', 'receivable', order.cancelled),
  ...order.returnInvoices.flatMap(({ value }) => post('credited', 'receivable', value)),
  ...post('receivable', 'imported_difference', order.difference),
];

/** Of what a provider still has to move nothing is booked: that it settles is an event of its own. */
const moved = (moves: readonly MoneyMove[]): readonly MoneyMove[] => moves.filter(({ pending }) => pending !== true);

const captures = (moves: readonly MoneyMove[]): Posting[] =>
  moved(moves).flatMap(({ amount }) => [
    ...post('captured', 'receivable', amount),
    ...post('authorisations', 'authorised', amount),
  ]);

const voids = (moves: readonly MoneyMove[]): Posting[] =>
  moved(moves).flatMap(({ amount }) => post('authorisations', 'authorised', amount));

const refunds = (moves: readonly MoneyMove[]): Posting[] =>
  moved(moves).flatMap(({ amount }) => post('receivable', 'refunded', amount));

const refundedWith = (amount: Amount, beyond: Amount): Posting[] => [
  ...post('receivable', 'refunded', amount - beyond),
  ...post('receivable', 'refunded_beyond', beyond),
];

const reversed = (failed: { readonly paymentId: string; readonly reversed: Amount }): MoneyMove => ({
  paymentId: failed.paymentId,
  amount: -failed.reversed,
});
