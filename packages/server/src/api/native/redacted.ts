import { redact } from '@docket/core/order/evolve';
import type { Order } from '@docket/core/order/order';
import type { Refusal, RefusalCode } from '@docket/core/order/refusals';
import type { Sight } from '../../access/sight.js';

/**
 * The order without whom it is about: what is left when a person is forgotten. It is redacted before it becomes a view, so
 * every view of it leaves out the same.
 */
export function withoutPersonal(order: Order): Order {
  const redacted = redact(order);
  return { ...redacted, head: { ...redacted.head, forgotten: order.head.forgotten } };
}

/** Under these names lies money, in views of orders and in what events recorded. */
const MONEY: ReadonlySet<string> = new Set([
  'amount',
  'amountDue',
  'authorised',
  'balances',
  'beyond',
  'captured',
  'cost',
  'capturing',
  'credited',
  'discountMicros',
  'givenPrice',
  'goodwill',
  'ledger',
  'listPriceMicros',
  'mayCapture',
  'mayRefund',
  'mayVoid',
  'money',
  'overpaid',
  'price',
  'priceMicros',
  'refundable',
  'refundableShipping',
  'refunded',
  'restockingFee',
  'refunding',
  'reversed',
  'shipping',
  'storeCredit',
  'taxed',
  'total',
  'totals',
  'uncredited',
  'value',
  'voided',
  'worth',
  'worthWithShipping',
  'voiding',
]);

/** A hash of an amount among known values tells the amount to who tries them all. */
const HASHES: ReadonlySet<string> = new Set(['hash', 'prevHash']);

/** Names that a merchant or another system gave: what lies under them is never taken for money by its name. */
const FREE: ReadonlySet<string> = new Set(['externalIds']);

/** The view without its money: null under every name of money, at any depth, and for what a dialect attached. */
export function withoutPrices<View>(view: View): View {
  return hidden(view) as View;
}

function hidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (MONEY.has(name) || HASHES.has(name)) return [name, null];
      // In lines of returns `authorised` counts pieces.
      if (name === 'returns' && Array.isArray(part)) return [name, part.map(returnHidden)];
      // Nobody knows what another system puts into its attachments.
      if (name === 'attachments' || name === 'lineAttachments') return [name, null];
      // What a field of the account is, its definition says; without it any number may be an amount.
      if (name === 'custom') return [name, withoutNumbers(part)];
      return [name, FREE.has(name) ? part : hidden(part)];
    }),
  );
}

const returnHidden = (returned: unknown): unknown =>
  typeof returned === 'object' && returned !== null && 'lines' in returned
    ? { ...(hidden(returned) as object), lines: returned.lines }
    : hidden(returned);

export function withoutNumbers(custom: unknown): unknown {
  if (typeof custom !== 'object' || custom === null) return custom;
  return Object.fromEntries(
    Object.entries(custom).map(([name, value]) => [name, typeof value === 'number' ? null : value]),
  );
}

/** Refusals whose details are amounts. */
const OF_MONEY: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'already_settled',
  'amount_exceeds_due',
  'amount_exceeds_payment',
  'edit_below_papers',
  'capture_exceeds_authorised',
  'invoice_exceeds_order',
  'invoice_exists',
  'refund_exceeds_captured',
  'restocking_fee_exceeds_value',
  'refund_exceeds_sold',
  'return_exceeds_invoices',
  'totals_mismatch',
]);

/**
 * The refusal as far as its reader may see it: without amounts, and without what is different since a preview that the
 * reader could see whole when it was made. Who may send amounts still learns by trying how far they go.
 */
export function refusalSeen(refusal: Refusal, { prices, personal }: Sight): Refusal {
  const { details, difference, ...rest } = refusal;
  return {
    ...rest,
    ...(details === undefined || (!prices && OF_MONEY.has(refusal.refused)) ? {} : { details }),
    ...(difference === undefined || !prices || !personal ? {} : { difference }),
  };
}
