import type { Amount } from '@docket/core/money/amount';
import type { Instant } from '@docket/core/order/order';
import {
  OLIST_STATUSES,
  type OlistBuyer,
  type OlistLine,
  type OlistPayment,
  type OlistProduct,
  type OlistRecord,
  type OlistStatus,
  type Rejection,
} from './record.js';
import { saoPauloTime } from './sao-paulo-time.js';

type Rows<Column extends string> = readonly Readonly<Record<Column, string>>[];

/** The rows of the files as text, by the files' own column names. */
export interface OlistRows {
  readonly orders: Rows<
    | 'order_id'
    | 'customer_id'
    | 'order_status'
    | 'order_purchase_timestamp'
    | 'order_approved_at'
    | 'order_delivered_carrier_date'
    | 'order_delivered_customer_date'
    | 'order_estimated_delivery_date'
  >;
  readonly items: Rows<'order_id' | 'product_id' | 'seller_id' | 'shipping_limit_date' | 'price' | 'freight_value'>;
  readonly payments: Rows<
    'order_id' | 'payment_sequential' | 'payment_type' | 'payment_installments' | 'payment_value'
  >;
  readonly customers: Rows<
    'customer_id' | 'customer_unique_id' | 'customer_zip_code_prefix' | 'customer_city' | 'customer_state'
  >;
  readonly products: Rows<'product_id' | 'product_category_name'>;
  readonly translations: Rows<'product_category_name' | 'product_category_name_english'>;
}

/** What makes a record impossible to replay; caught for each record and reported. */
class UnreadableRecord extends Error {}

/** Joins the rows to records. A record that cannot be read is rejected with its reason; nothing is dropped silently. */
export function assembleRecords(rows: OlistRows): {
  records: readonly OlistRecord[];
  rejected: readonly Rejection[];
  products: readonly OlistProduct[];
  orphanRows: number;
} {
  const items = byKey(rows.items, 'order_id');
  const payments = byKey(rows.payments, 'order_id');
  const customers = new Map(rows.customers.map((row) => [row.customer_id, row]));
  const records: OlistRecord[] = [];
  const rejected: Rejection[] = [];
  const seen = new Set<string>();
  for (const order of rows.orders) {
    try {
      if (seen.has(order.order_id)) throw new UnreadableRecord('the orders file has this id twice');
      seen.add(order.order_id);
      const customer = customers.get(order.customer_id);
      if (customer === undefined) throw new UnreadableRecord(`customer ${order.customer_id} is not in the files`);
      records.push(recordOf(order, customer, items.get(order.order_id) ?? [], payments.get(order.order_id) ?? []));
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error;
      rejected.push({ olistId: order.order_id, reason: error.message });
    }
  }
  const orphanRows = [...rows.items, ...rows.payments].filter(({ order_id }) => !seen.has(order_id)).length;
  return { records, rejected, products: productsOf(records, rows), orphanRows };
}

function recordOf(
  order: OlistRows['orders'][number],
  customer: OlistRows['customers'][number],
  items: OlistRows['items'],
  payments: OlistRows['payments'],
): OlistRecord {
  const oddClock: string[] = [];
  const time = (column: string, text: string): Instant => {
    const read = saoPauloTime(text);
    if (read === null) throw new UnreadableRecord(`${column} ${JSON.stringify(text)} is no time`);
    if (read.clock !== 'plain' && !oddClock.includes(column)) oddClock.push(column);
    return read.at;
  };
  const timeOrNull = (column: string, text: string): Instant | null => (text === '' ? null : time(column, text));
  const buyer: OlistBuyer = {
    uniqueId: customer.customer_unique_id,
    copyId: customer.customer_id,
    zipPrefix: customer.customer_zip_code_prefix,
    city: customer.customer_city,
    state: customer.customer_state,
  };
  return {
    olistId: order.order_id,
    status: statusOf(order.order_status),
    purchasedAt: time('order_purchase_timestamp', order.order_purchase_timestamp),
    approvedAt: timeOrNull('order_approved_at', order.order_approved_at),
    carrierAt: timeOrNull('order_delivered_carrier_date', order.order_delivered_carrier_date),
    deliveredAt: timeOrNull('order_delivered_customer_date', order.order_delivered_customer_date),
    promisedAt: timeOrNull('order_estimated_delivery_date', order.order_estimated_delivery_date),
    buyer,
    lines: linesOf(items, (text) => time('shipping_limit_date', text)),
    payments: payments.map(paymentOf).sort((a, b) => a.sequence - b.sequence),
    oddClock,
  };
}

/** Folds the pieces. Price and limit are part of what makes two pieces equal, though in the files they never differ. */
function linesOf(items: OlistRows['items'], time: (text: string) => Instant): readonly OlistLine[] {
  const lines = new Map<string, OlistLine>();
  for (const item of items) {
    const piece: OlistLine = {
      productId: item.product_id,
      sellerId: item.seller_id,
      pieces: 1,
      price: centsOf('price', item.price),
      freight: centsOf('freight_value', item.freight_value),
      shipBy: time(item.shipping_limit_date),
    };
    const key = `${piece.productId} ${piece.sellerId} ${piece.price} ${piece.shipBy}`;
    const line = lines.get(key);
    lines.set(
      key,
      line === undefined ? piece : { ...line, pieces: line.pieces + 1, freight: line.freight + piece.freight },
    );
  }
  return [...lines.values()];
}

const paymentOf = (row: OlistRows['payments'][number]): OlistPayment => ({
  sequence: countOf('payment_sequential', row.payment_sequential),
  type: row.payment_type,
  installments: countOf('payment_installments', row.payment_installments),
  value: centsOf('payment_value', row.payment_value),
});

/** `10.00` is 1000: the digits are joined, so no float is ever in between. */
function centsOf(column: string, text: string): Amount {
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (parts === null) throw new UnreadableRecord(`${column} ${JSON.stringify(text)} is no amount`);
  return Number(`${parts[1] ?? ''}${(parts[2] ?? '').padEnd(2, '0')}`);
}

function countOf(column: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new UnreadableRecord(`${column} ${JSON.stringify(text)} is no whole number`);
  return Number(text);
}

function statusOf(text: string): OlistStatus {
  const status = OLIST_STATUSES.find((each) => each === text);
  if (status === undefined) throw new UnreadableRecord(`order_status ${JSON.stringify(text)} is unknown`);
  return status;
}

/** Named after category and id, since the files keep the names of products to themselves. */
function productsOf(records: readonly OlistRecord[], rows: OlistRows): readonly OlistProduct[] {
  const english = new Map(
    rows.translations.map((row) => [row.product_category_name, row.product_category_name_english]),
  );
  const categories = new Map(rows.products.map((row) => [row.product_id, row.product_category_name]));
  const ids = new Set(records.flatMap(({ lines }) => lines.map(({ productId }) => productId)));
  return [...ids].sort().map((productId) => {
    const category = categories.get(productId) ?? '';
    const words = (english.get(category) ?? category).replaceAll('_', ' ').trim();
    return { productId, name: `${words === '' ? 'Product' : words} ${productId.slice(0, 8)}` };
  });
}

function byKey<Row extends Readonly<Record<Key, string>>, Key extends string>(
  rows: readonly Row[],
  key: Key,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group === undefined) groups.set(row[key], [row]);
    else group.push(row);
  }
  return groups;
}
