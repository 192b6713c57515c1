import { allocateWithin } from '../money/allocate.js';
import { type Amount, isAmount, sum } from '../money/amount.js';
import type { WorkflowTable } from '../workflow/table.js';
import type { ImportedPayment, ImportOrder } from './placing-commands.js';
import { inRange } from './instant.js';
import type { Invoice } from './invoice.js';
import { allItems, type LinePieces, resolveItems, withCounted } from './items.js';
import { type Instant, type Line, openToInvoice, openToShip } from './order.js';
import { newPayment, type Payment, refundable } from './payment.js';
import { cardNumberProblem, type PlacedPaymentRecord, recordOf } from './payment-details.js';
import { paymentId } from './placing.js';
import { refuse, type Refusal } from './refusals.js';
import type { ReturnInvoice } from './return-invoice.js';
import type { Package, TrackingPlace } from './package.js';
import type { Totals } from './totals.js';

/** Its number is counted when the event is folded. */
export type ImportedPackage = Omit<Package, 'number'>;

/** The documents of an imported order as its event records them; places and texts of tracking are personal. */
export interface ImportedDocuments {
  readonly payments: readonly PlacedPaymentRecord[];
  readonly invoices: readonly Invoice[];
  readonly packages: readonly ImportedPackage[];
  readonly returnInvoices: readonly ReturnInvoice[];
}

interface Occasion {
  /** Of the import. */
  readonly at: Instant;
  /** The order was cancelled. */
  readonly ends: boolean;
  readonly tables: readonly WorkflowTable[];
}

interface Papers {
  readonly documents: ImportedDocuments;
  /** With what is personal of them. */
  readonly payments: readonly Payment[];
  /** With their pieces counted. */
  readonly lines: readonly Line[];
  readonly invoicedAt: Instant | null;
  /** What the buyer no longer owes. */
  readonly cancelled: Amount;
  readonly places: Readonly<Record<string, readonly TrackingPlace[]>>;
}

/** Money, papers and parcels of an imported order, each within what was sold, taken or invoiced. */
export function documentsOf(
  command: ImportOrder,
  counted: { readonly lines: readonly Line[]; readonly totals: Totals },
  occasion: Occasion,
): Papers | Refusal {
  const { total } = counted.totals;
  const taken = paymentsOf(command, occasion);
  if ('refused' in taken) return taken;
  const invoiced = invoicesOf(command, counted.lines, total, occasion);
  if ('refused' in invoiced) return invoiced;
  const sent = packagesOf(command, invoiced.lines, occasion);
  if ('refused' in sent) return sent;
  const returned = returnsOf(command, sent.lines, taken, total, occasion);
  if ('refused' in returned) return returned;
  const credited = sum(returned.returnInvoices.map(({ value }) => value));
  const { ends } = occasion;
  return {
    documents: {
      payments: returned.payments.map(recordOf),
      invoices: invoiced.invoices,
      packages: sent.packages,
      returnInvoices: returned.returnInvoices,
    },
    payments: returned.payments,
    lines: ends ? returned.lines.map(withRestCancelled) : returned.lines,
    invoicedAt: invoiced.invoicedAt,
    cancelled: ends ? total - credited : 0,
    places: sent.places,
  };
}

const withRestCancelled = (line: Line): Line => ({
  ...line,
  cancelled: line.quantity - Math.max(line.shipped, line.invoiced),
});

/** Refusals: card_number_refused, date_out_of_range, amount_invalid, amount_exceeds_payment, refund_exceeds_captured. */
function paymentsOf(command: ImportOrder, { tables }: Occasion): readonly Payment[] | Refusal {
  const capture = tables.some(({ captureAt }) => captureAt === 'invoice') ? 'on_invoice' : 'on_approval';
  const payments: Payment[] = [];
  for (const [index, sent] of (command.payments ?? []).entries()) {
    const payment = answered(sent, newPayment(sent, paymentId(sent, index), capture), command.createdAt);
    const pointer = `/payments/${index}`;
    const problem = cardNumberProblem(sent, pointer);
    if (problem !== null) return problem;
    for (const field of ['amount', 'authorised', 'captured', 'voided', 'refunded'] as const) {
      if (!isAmount(payment[field]) || payment[field] < 0) return refuse('amount_invalid', `${pointer}/${field}`);
    }
    for (const field of ['dueAt', 'answeredAt'] as const) {
      const at = payment[field];
      if (at !== null && !inRange(at)) return refuse('date_out_of_range', `${pointer}/${field}`);
    }
    const { amount, authorised, captured, voided, refunded } = payment;
    if (authorised > amount) return refuse('amount_exceeds_payment', `${pointer}/authorised`, { amount });
    if (captured + voided > authorised)
      return refuse('amount_exceeds_payment', `${pointer}/captured`, { amount: authorised });
    if (refunded > captured) return refuse('refund_exceeds_captured', `${pointer}/refunded`, { left: captured });
    payments.push(payment);
  }
  return payments;
}

function answered(sent: ImportedPayment, payment: Payment, createdAt: Instant): Payment {
  const answer = sent.answer ?? 'pending';
  return {
    ...payment,
    answer,
    answeredAt: answer === 'pending' ? null : (sent.answeredAt ?? createdAt),
    authorised: sent.authorised ?? (answer === 'approved' ? payment.amount : 0),
    captured: sent.captured ?? 0,
    voided: sent.voided ?? 0,
    refunded: sent.refunded ?? 0,
  };
}

/** Refusals: invoice_exists, date_out_of_range, amount_invalid, invoice_exceeds_order, those of items. */
function invoicesOf(
  command: ImportOrder,
  sold: readonly Line[],
  total: Amount,
  { at }: Occasion,
): { invoices: readonly Invoice[]; lines: readonly Line[]; invoicedAt: Instant | null } | Refusal {
  let lines = sold;
  let invoicedAt: Instant | null = null;
  let billed = 0;
  const invoices = new Map<string, Invoice>();
  // a line that was rounded otherwise may be a minor unit off, as for an invoice that is issued here
  const tolerance = Math.max(sold.length, 1);
  for (const [index, { number, value, issuedAt, key, url, items }] of (command.invoices ?? []).entries()) {
    const pointer = `/invoices/${index}`;
    if (invoices.has(number)) return refuse('invoice_exists', `${pointer}/number`);
    if (!inRange(issuedAt)) return refuse('date_out_of_range', `${pointer}/issuedAt`);
    if (!isAmount(value) || value < 0) return refuse('amount_invalid', `${pointer}/value`);
    if (invoicedAt !== null || billed + value > total + tolerance) {
      return refuse('invoice_exceeds_order', `${pointer}/value`, { left: Math.max(0, total - billed) });
    }
    billed += value;
    const completes = billed >= total;
    const inferred = items === undefined || items.length === 0;
    const open = completes ? allItems({ lines }, openToInvoice) : [];
    const pieces = inferred ? open : resolveItems({ lines }, items, openToInvoice, 'quantity_exceeds_ordered');
    if ('refused' in pieces) return under(pointer, pieces);
    const counts = completes ? open : pieces;
    lines = withCounted(lines, counts, (line, quantity) => ({ ...line, invoiced: line.invoiced + quantity }));
    invoices.set(number, {
      number,
      value,
      items: pieces,
      inferred: inferred && completes,
      issuedAt,
      recordedAt: at,
      key: key ?? null,
      url: url ?? null,
      packageId: null,
    });
    if (completes) invoicedAt = issuedAt;
  }
  return { invoices: [...invoices.values()], lines, invoicedAt };
}

/** Refusals: package_exists, reference_unknown, date_out_of_range, those of items. */
function packagesOf(
  command: ImportOrder,
  sold: readonly Line[],
  { at }: Occasion,
):
  | {
      packages: readonly ImportedPackage[];
      lines: readonly Line[];
      places: Readonly<Record<string, readonly TrackingPlace[]>>;
    }
  | Refusal {
  let lines = sold;
  const packages = new Map<string, ImportedPackage>();
  const places: Record<string, readonly TrackingPlace[]> = {};
  const invoices = new Set((command.invoices ?? []).map(({ number }) => number));
  for (const [index, sent] of (command.packages ?? []).entries()) {
    const pointer = `/packages/${index}`;
    const id = sent.packageId ?? String(index + 1);
    if (packages.has(id)) return refuse('package_exists', `${pointer}/packageId`);
    if (sent.invoiceNumber !== undefined && !invoices.has(sent.invoiceNumber))
      return refuse('reference_unknown', `${pointer}/invoiceNumber`);
    const events = (sent.events ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const arrived = sent.deliveredAt ?? command.deliveredAt ?? null;
    const dates = [sent.dispatchedAt, arrived, ...events.map((event) => event.at)];
    if (dates.some((date) => date !== undefined && date !== null && !inRange(date)))
      return refuse('date_out_of_range', pointer);
    const pieces = itemsOrAll(lines, sent.items, openToShip);
    if ('refused' in pieces) return under(pointer, pieces);
    lines = withCounted(lines, pieces, (line, quantity) => ({ ...line, shipped: line.shipped + quantity }));
    if (events.length > 0) {
      places[id] = events.map(({ city, state, description }) => ({
        city: city ?? null,
        state: state ?? null,
        description,
      }));
    }
    packages.set(id, {
      id,
      invoiceNumber: sent.invoiceNumber ?? null,
      items: pieces,
      carrier: sent.carrier ?? null,
      trackingNumber: sent.trackingNumber ?? null,
      trackingUrl: sent.trackingUrl ?? null,
      sentAt: sent.dispatchedAt ?? command.createdAt,
      dispatchedAt: sent.dispatchedAt ?? null,
      tracking: events.map((event) => ({ at: event.at, recordedAt: at, city: null, state: null, description: null })),
      deliveredAt: arrived,
    });
  }
  return { packages: [...packages.values()], lines, places };
}

/**
 * Where the workflow invoices, only what was invoiced comes back; where it does not, what was sent.
 * Refusals: invoice_exists, date_out_of_range, amount_invalid, return_exceeds_invoices, quantity_exceeds_invoiced,
 * refund_exceeds_captured, reference_unknown.
 */
function returnsOf(
  command: ImportOrder,
  sold: readonly Line[],
  taken: readonly Payment[],
  total: Amount,
  { at }: Occasion,
): { returnInvoices: readonly ReturnInvoice[]; lines: readonly Line[]; payments: readonly Payment[] } | Refusal {
  let lines = sold;
  let payments = taken;
  let left = total;
  const returned = new Map<string, ReturnInvoice>();
  const invoices = new Set((command.invoices ?? []).map(({ number }) => number));
  for (const [index, sent] of (command.returnInvoices ?? []).entries()) {
    const pointer = `/returnInvoices/${index}`;
    const { number, value, issuedAt, refund = 0 } = sent;
    if (returned.has(number) || invoices.has(number)) return refuse('invoice_exists', `${pointer}/number`);
    if (!inRange(issuedAt)) return refuse('date_out_of_range', `${pointer}/issuedAt`);
    if (!isAmount(value) || value < 0) return refuse('amount_invalid', `${pointer}/value`);
    if (value > left) return refuse('return_exceeds_invoices', `${pointer}/value`, { left });
    left -= value;
    const pieces = resolveItems({ lines }, sent.items ?? [], openToReturn, 'quantity_exceeds_invoiced');
    if ('refused' in pieces) return under(pointer, pieces);
    lines = withCounted(lines, pieces, (line, quantity) => ({ ...line, returned: line.returned + quantity }));
    const ceilings = payments.map(refundable);
    if (!isAmount(refund) || refund < 0) return refuse('amount_invalid', `${pointer}/refund`);
    if (refund > sum(ceilings)) return refuse('refund_exceeds_captured', `${pointer}/refund`, { left: sum(ceilings) });
    const shares = allocateWithin(refund, ceilings);
    returned.set(number, {
      number,
      value,
      items: pieces,
      issuedAt,
      recordedAt: at,
      key: sent.key ?? null,
      url: sent.url ?? null,
      refunds: payments.flatMap(({ id }, nth) => {
        const amount = shares[nth] ?? 0;
        return amount === 0 ? [] : [{ paymentId: id, amount }];
      }),
      restocked: false,
    });
    payments = payments.map((payment, nth) => ({ ...payment, refunded: payment.refunded + (shares[nth] ?? 0) }));
  }
  return { returnInvoices: [...returned.values()], lines, payments };
}

const openToReturn = (line: Line): number => Math.max(line.invoiced, line.shipped) - line.returned;

function itemsOrAll(
  lines: readonly Line[],
  items: Parameters<typeof resolveItems>[1] | undefined,
  left: (line: Line) => number,
): readonly LinePieces[] | Refusal {
  return items === undefined || items.length === 0
    ? allItems({ lines }, left)
    : resolveItems({ lines }, items, left, 'quantity_exceeds_ordered');
}

/** A refusal whose pointer begins at the document. */
const under = (pointer: string, refusal: Refusal): Refusal =>
  refuse(refusal.refused, `${pointer}${refusal.pointer ?? ''}`, refusal.details);
