import type { Amount } from '@docket/core/money/amount';
import type { ListedOrder, ShownOrder } from './docket-client.js';
import { NOT_AVAILABLE } from './journey.js';
import {
  freightOf,
  goodsOf,
  type OlistRecord,
  type OlistStatus,
  paidOf,
  piecesOf,
  shipByOf,
  totalOf,
  unnamedGoodsOf,
} from './record.js';

/** What an order became, read back from Docket, in the words and sums of the files. Money is cents. */
export interface Outcome {
  readonly orderId: string;
  /** Null: in none of the places where a record can end. */
  readonly status: OlistStatus | null;
  /** Docket's own words, such as `invoiced, delivered`. */
  readonly docketStatus: string;
  readonly goodsAndFreight: Amount;
  readonly adjustments: Amount;
  readonly total: Amount;
  readonly paid: Amount;
  readonly due: Amount;
}

/** Something that is not as the files have it. */
export interface Difference {
  readonly olistId: string;
  readonly orderId: string;
  readonly field: string;
  readonly files: string;
  readonly docket: string;
}

export function outcomeOf(order: ShownOrder): Outcome {
  const { totals } = order;
  return {
    orderId: order.orderId,
    status: olistStatusOf(order),
    docketStatus: docketStatusOf(order),
    goodsAndFreight: totals.items + totals.shipping,
    adjustments: totals.adjustments,
    total: totals.total,
    paid: sumOf(order.payments, ({ amount }) => amount),
    due: order.amountDue,
  };
}

/** The mapping table backwards: where a live order stands, in Olist's words. */
function olistStatusOf(order: ShownOrder): OlistStatus | null {
  switch (order.status) {
    case 'payment-pending':
      return 'created';
    case 'ready-for-handling':
      return 'approved';
    case 'handling':
      return 'processing';
    case 'canceled':
      return order.cancellation?.reason === NOT_AVAILABLE ? 'unavailable' : 'canceled';
    case 'invoiced':
      return isReturned(order) ? 'canceled' : (OF_SHIPPING[order.shippingState] ?? null);
    default:
      return null;
  }
}

const OF_SHIPPING: Readonly<Partial<Record<string, OlistStatus>>> = {
  none: 'invoiced',
  shipped: 'shipped',
  delivered: 'delivered',
};

/** All that was invoiced came back after delivery. */
const isReturned = (order: ShownOrder): boolean =>
  order.shippingState === 'delivered' &&
  order.returnInvoices.length > 0 &&
  sumOf(order.returnInvoices, ({ value }) => value) === sumOf(order.invoices, ({ value }) => value);

function docketStatusOf(order: ShownOrder): string {
  const { status, shippingState, paymentState } = order;
  if (isReturned(order)) return `${status}, returned, ${paymentState}`;
  if (status === 'canceled') return order.cancellation === null ? status : `${status} by ${order.cancellation.by}`;
  return status === 'invoiced' ? `${status}, shipping ${shippingState}` : status;
}

/** Every field of an order in which it is not what its record says. */
export function differencesOf(
  record: OlistRecord,
  order: ShownOrder,
  listed: readonly ListedOrder[],
): readonly Difference[] {
  const is = outcomeOf(order);
  const [delivery] = order.deliveries;
  const [parcel] = order.packages;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['status', record.status, is.status],
    ['original status in custom data', record.status, order.custom['originalStatus']],
    ['orders in the list', 1, listed.length],
    ['person', record.buyer.uniqueId, order.customerId],
    ['pieces', piecesOf(record), sumOf(order.lines, ({ quantity }) => quantity)],
    ['goods', goodsOf(record), order.totals.items],
    ['freight', freightOf(record), order.totals.shipping],
    ['adjustments', unnamedGoodsOf(record), is.adjustments],
    ['total', totalOf(record), is.total],
    ['payments', record.payments.length, order.payments.length],
    ['paid', paidOf(record), is.paid],
    ['due', dueOf(record), is.due],
    ['promised day', record.promisedAt, delivery?.promisedAt ?? null],
    ['ship by', shipByOf(record), delivery?.shipBy ?? null],
    ...(parcel === undefined ? [] : ([['day of dispatch', record.carrierAt, parcel.dispatchedAt]] as const)),
    ...(record.deliveredAt === null
      ? []
      : ([
          ['day of delivery', record.deliveredAt, order.deliveredAt],
          ['day of delivery of the package', record.deliveredAt, parcel?.deliveredAt ?? null],
        ] as const)),
    ...listed.flatMap((row) =>
      (['orderId', 'status', 'paymentState', 'shippingState', 'amountDue'] as const).map(
        (field) => [`${field} in the list`, order[field], row[field]] as const,
      ),
    ),
    ...listed.map((row) => ['total in the list', order.totals.total, row.total] as const),
  ];
  return pairs.flatMap(([field, files, docket]) =>
    files === docket
      ? []
      : [{ olistId: record.olistId, orderId: order.orderId, field, files: String(files), docket: String(docket) }],
  );
}

/**
 * Money is taken at the invoice: before it the total is open, after it the difference, and an order that was
 * cancelled or came back whole owes nothing.
 */
function dueOf(record: OlistRecord): Amount {
  switch (record.status) {
    case 'created':
    case 'approved':
    case 'processing':
      return totalOf(record);
    case 'invoiced':
    case 'shipped':
    case 'delivered':
      return totalOf(record) - paidOf(record);
    case 'canceled':
    case 'unavailable':
      return 0;
    default: {
      const never: never = record.status;
      throw new Error(`no money rule for ${String(never)}`);
    }
  }
}

const sumOf = <Row>(rows: readonly Row[], amount: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + amount(row), 0);
