import type { CommandName, CommandOf } from '@docket/core/order/commands';
import type { ShownOrder } from './docket-client.js';
import { type OlistRecord, paidOf, totalOf, wasNeverPaid, wasReturned } from './record.js';

/** One command on the way to where the record ended. */
export interface Step {
  /** Names it in the idempotency key. */
  readonly name: string;
  /** Below the address of the order. */
  readonly path: string;
  readonly body: object;
  /** The order shows that it was done already, by an earlier run. */
  readonly done: (order: ShownOrder) => boolean;
}

/** Stands in the order; the report tells unavailable records from cancelled ones by it. */
export const NOT_AVAILABLE = 'not available';
const CANCELED = 'canceled';

/** Steps of the order before anybody began to handle it. */
const UNHANDLED = ['payment-pending', 'ready-for-handling'];

/** Every command that leads the placed order to where its record ended. */
export function journeyOf(record: OlistRecord): readonly Step[] {
  switch (record.status) {
    case 'created':
      return [];
    case 'approved':
      return approvals(record);
    case 'processing':
      return [...approvals(record), HANDLING];
    case 'invoiced':
      return [...approvals(record), HANDLING, invoice(record)];
    case 'shipped':
      return [...approvals(record), HANDLING, invoice(record), parcel(record)];
    case 'delivered':
      return [...approvals(record), HANDLING, invoice(record), parcel(record), arrival(record)];
    case 'canceled':
      return cancellation(record);
    case 'unavailable':
      return [...approvals(record), ...cancelled(NOT_AVAILABLE)];
    default: {
      const never: never = record.status;
      throw new Error(`no way to ${String(never)}`);
    }
  }
}

/** The dates tell how far the order had come when it was cancelled. */
function cancellation(record: OlistRecord): readonly Step[] {
  if (wasReturned(record)) {
    const sold = [...approvals(record), HANDLING, invoice(record), parcel(record), arrival(record)];
    return [...sold, returned(record)];
  }
  if (wasNeverPaid(record)) {
    // Before payment the request alone cancels; where no means of payment was ever chosen, its denial does.
    const unchosen = record.payments.find(({ type }) => type === 'not_defined');
    return unchosen === undefined ? [requested(CANCELED)] : [denial(String(unchosen.sequence))];
  }
  // Docket cancels nothing that has left the house, so what was called back from the carrier is cancelled in handling.
  const handled = record.carrierAt === null ? [] : [HANDLING];
  return [...approvals(record), ...handled, ...cancelled(CANCELED)];
}

const approvals = (record: OlistRecord): readonly Step[] =>
  record.payments.map(({ sequence }) => ({
    name: `approve-${sequence}`,
    path: `/payments/${sequence}/approve`,
    body: {},
    done: ({ payments }) => payments.find(({ id }) => id === String(sequence))?.answer !== 'pending',
  }));

const denial = (paymentId: string): Step => ({
  name: `deny-${paymentId}`,
  path: `/payments/${paymentId}/deny`,
  body: body<'deny_payment', 'paymentId'>({ message: 'no payment was ever chosen' }),
  done: ({ payments }) => payments.find(({ id }) => id === paymentId)?.answer !== 'pending',
});

const HANDLING: Step = {
  name: 'start-handling',
  path: '/start-handling',
  body: {},
  done: ({ status }) => !UNHANDLED.includes(status),
};

/** The files have no invoice date: the latest is the day on which the parcel was handed over. */
const invoice = (record: OlistRecord): Step => ({
  name: 'invoice',
  path: '/invoices',
  body: body<'issue_invoice'>({
    number: invoiceNumber(record),
    value: totalOf(record),
    issuedAt: record.carrierAt ?? record.approvedAt ?? record.purchasedAt,
  }),
  done: ({ invoices }) => invoices.length > 0,
});

const parcel = (record: OlistRecord): Step => ({
  name: 'package',
  path: '/packages',
  body: body<'send_package'>({
    packageId: '1',
    invoiceNumber: invoiceNumber(record),
    ...(record.carrierAt === null ? {} : { dispatchedAt: record.carrierAt }),
  }),
  done: ({ packages }) => packages.length > 0,
});

/** Where the day is not known, Docket takes that of the replay. */
const arrival = (record: OlistRecord): Step => ({
  name: 'delivered',
  path: '/packages/1/tracking',
  body: body<'track_package', 'packageId'>({
    delivered: true,
    ...(record.deliveredAt === null
      ? {}
      : {
          deliveredAt: record.deliveredAt,
          events: [
            {
              at: record.deliveredAt,
              city: record.buyer.city,
              state: record.buyer.state,
              description: 'Delivered',
            },
          ],
        }),
  }),
  done: ({ packages }) => packages.some(({ deliveredAt }) => deliveredAt !== null),
});

/** The whole invoice comes back, and all that was paid goes back, interest included. */
const returned = (record: OlistRecord): Step => ({
  name: 'return',
  path: '/return-invoices',
  body: body<'issue_return_invoice'>({
    number: `OLIST-R-${record.olistId}`,
    value: totalOf(record),
    items: record.lines.map(({ pieces }, index) => ({ lineId: String(index + 1), quantity: pieces })),
    refund: paidOf(record),
    restock: true,
  }),
  done: ({ returnInvoices }) => returnInvoices.length > 0,
});

const requested = (reason: string): Step => ({
  name: 'request-cancellation',
  path: '/cancellation/request',
  body: body<'request_cancellation'>({ reason }),
  done: ({ cancellationRequests, cancellation: ended }) => cancellationRequests.length > 0 || ended !== null,
});

/** Once paid, the order is in the hands of the seller, who confirms. */
const cancelled = (reason: string): readonly Step[] => [
  requested(reason),
  {
    name: 'confirm-cancellation',
    path: '/cancellation/confirm',
    body: body<'confirm_cancellation'>({ reason }),
    done: ({ cancellation: ended }) => ended !== null,
  },
];

const invoiceNumber = ({ olistId }: OlistRecord): string => `OLIST-${olistId}`;

/** The fields of a command, without those that stand in its address. */
function body<Name extends CommandName, Addressed extends string = never>(
  fields: Omit<CommandOf<Name>, 'type' | Addressed>,
): object {
  return fields;
}
