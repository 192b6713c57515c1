import { describeDocuments, DOCUMENT_KINDS } from '@docket/core/order/document-kinds';
import { evolve, redact } from '@docket/core/order/evolve';
import { type LedgerBalances, book, postings } from '@docket/core/order/ledger';
import { departed, type Order } from '@docket/core/order/order';
import { totalsOf } from '@docket/core/order/totals';
import type { LoggedEvent } from '../event-log/read-events.js';
import { hashOf, noHash } from '../event-log/seal-events.js';
import { firstDifference } from './finding.js';

/** Everything stored of one order. */
export interface OrderEvidence {
  readonly orderId: string;
  readonly version: number;
  readonly hash: Buffer;
  /** Parsed from the state columns; null where they are written in an older shape and will be folded when read. */
  readonly state: Order | null;
  readonly events: readonly LoggedEvent[];
  /** False: its person was forgotten, and the key destroyed. */
  readonly hasKey: boolean;
}

export interface OrderFault {
  readonly part: string;
  readonly check: string;
  readonly expected: string;
  readonly found: string;
}

/** Recomputes everything that one order's log decides, and answers the first thing that disagrees. Pure. */
export function verifyOrder(evidence: OrderEvidence): { fault: OrderFault } | { order: Order } {
  const fault = chainFault(evidence);
  if (fault !== null) return { fault };
  const order = foldOf(evidence.events);
  if (order === null) return { fault: { part: 'log', check: 'log', expected: 'at least one event', found: 'none' } };
  const later =
    stateFault(evidence, order) ??
    totalsFault(order) ??
    ledgerFault(evidence, order) ??
    pieceFault(order) ??
    documentFault(order);
  return later === null ? { order } : { fault: later };
}

function chainFault({ events, version, hash }: OrderEvidence): OrderFault | null {
  let last: Buffer = noHash;
  for (const [index, { sealed }] of events.entries()) {
    const part = `event ${index + 1}`;
    if (sealed.version !== index + 1) {
      return { part, check: 'log', expected: `version ${index + 1}`, found: `version ${sealed.version}` };
    }
    if (!sealed.prevHash.equals(last))
      return { part, check: 'hash chain', expected: hex(last), found: hex(sealed.prevHash) };
    const computed = hashOf(sealed);
    if (!computed.equals(sealed.hash))
      return { part, check: 'hash chain', expected: hex(computed), found: hex(sealed.hash) };
    last = sealed.hash;
  }
  if (version !== events.length) {
    return { part: 'state', check: 'log', expected: `${version} events`, found: `${events.length} events` };
  }
  return hash.equals(last) ? null : { part: 'state', check: 'hash chain', expected: hex(last), found: hex(hash) };
}

const hex = (hash: Buffer): string => hash.toString('hex');

const foldOf = (events: readonly LoggedEvent[]): Order | null =>
  events.reduce<Order | null>((order, { recorded }) => evolve(order, recorded), null);

function stateFault({ state, hasKey }: OrderEvidence, folded: Order): OrderFault | null {
  if (state === null) return null;
  const expected = hasKey ? folded : redact(folded);
  for (const part of ['head', 'lines', 'documents', 'carried'] as const) {
    // through JSON, as it is stored: undefined and absent are the same there
    const difference = firstDifference(JSON.parse(JSON.stringify(expected[part])), state[part]);
    if (difference !== null) return { ...difference, part: `state ${part}${difference.path}`, check: 'state' };
  }
  return null;
}

function totalsFault({ head, lines }: Order): OrderFault | null {
  const counted = totalsOf({
    currency: head.currency,
    rounding: head.rounding,
    lines: lines.map((line) => ({
      ...line,
      price: line.priceMicros,
      unitDiscount: line.discountMicros,
      tax: line.money.share.tax,
    })),
    discounts: head.discounts,
    deliveries: head.deliveries,
    adjustments: head.adjustments,
  });
  if ('problem' in counted)
    return { part: counted.pointer, check: 'totals', expected: 'totals', found: counted.problem };
  const difference =
    firstDifference(counted.totals, head.totals) ??
    firstDifference(
      counted.lines,
      lines.map(({ money }) => money),
    );
  return difference === null ? null : { ...difference, part: `totals${difference.path}`, check: 'totals' };
}

function ledgerFault({ events }: OrderEvidence, { head, documents }: Order): OrderFault | null {
  const balances = events.reduce<LedgerBalances>((ledger, { recorded }) => book(ledger, postings(recorded)), {});
  const difference = firstDifference(balances, head.ledger);
  if (difference !== null) return { ...difference, part: `ledger${difference.path}`, check: 'ledger' };
  const sum = Object.values(balances).reduce((total, amount) => total + amount, 0);
  if (sum !== 0) return { part: 'ledger', check: 'ledger', expected: 'a balance of 0', found: String(sum) };
  const payments = Object.values(documents.payment);
  for (const [account, sign] of [
    ['captured', 1],
    ['refunded', -1],
  ] as const) {
    const booked = sign * (balances[account] ?? 0);
    const documented = payments.reduce((total, payment) => total + payment[account], 0);
    if (booked !== documented) {
      return {
        part: `ledger ${account}`,
        check: 'ledger',
        expected: `the ${documented} of the payments`,
        found: String(booked),
      };
    }
  }
  for (const { id, amount, authorised, captured, voided, refunded, capturing, voiding, refunding } of payments) {
    if (
      refunded + refunding > captured ||
      captured + voided + capturing + voiding > authorised ||
      authorised > amount
    ) {
      return {
        part: `payment ${id}`,
        check: 'ledger',
        expected: 'refunded ≤ captured ≤ authorised ≤ amount',
        found: 'more',
      };
    }
  }
  return null;
}

/** Pieces that went further than they were sold, and money owed back that was never taken. */
function pieceFault({ head, lines }: Order): OrderFault | null {
  const { captured = 0, refunded = 0, receivable = 0 } = head.ledger;
  if (receivable < -(captured + refunded)) {
    return {
      part: 'ledger',
      check: 'ledger',
      expected: 'to owe back at most what was taken',
      found: String(-receivable),
    };
  }
  for (const line of lines) {
    const { id, quantity, invoiced, returned, cancelled } = line;
    const gone = departed(line);
    if (invoiced + cancelled > quantity || gone + cancelled > quantity || returned > Math.max(invoiced, gone)) {
      return { part: `line ${id}`, check: 'pieces', expected: `at most ${quantity} pieces`, found: 'more' };
    }
  }
  return null;
}

/** A document whose state its kind does not know. */
function documentFault(order: Order): OrderFault | null {
  for (const { kind, id, state } of describeDocuments(order)) {
    // The states of the account's own documents are data, and may be others by now.
    if (kind !== 'custom' && !Object.hasOwn(DOCUMENT_KINDS[kind].states, state)) {
      return { part: `${kind} ${id}`, check: 'documents', expected: 'a state of its kind', found: state };
    }
  }
  return null;
}
