import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { StartError } from '../../start-error.js';
import { assembleRecords, type OlistRows } from './assemble-records.js';
import type { OlistProduct, OlistRecord, Rejection } from './record.js';

export interface OlistFiles {
  readonly records: readonly OlistRecord[];
  readonly rejected: readonly Rejection[];
  /** Those that the records name. */
  readonly products: readonly OlistProduct[];
  /** Items and payments whose order is not in the orders file. */
  readonly orphanRows: number;
}

/** The files with the columns that are read; others are passed over. */
const FILES = {
  orders: {
    name: 'olist_orders_dataset.csv',
    columns: [
      'order_id',
      'customer_id',
      'order_status',
      'order_purchase_timestamp',
      'order_approved_at',
      'order_delivered_carrier_date',
      'order_delivered_customer_date',
      'order_estimated_delivery_date',
    ],
  },
  items: {
    name: 'olist_order_items_dataset.csv',
    columns: ['order_id', 'product_id', 'seller_id', 'shipping_limit_date', 'price', 'freight_value'],
  },
  payments: {
    name: 'olist_order_payments_dataset.csv',
    columns: ['order_id', 'payment_sequential', 'payment_type', 'payment_installments', 'payment_value'],
  },
  customers: {
    name: 'olist_customers_dataset.csv',
    columns: ['customer_id', 'customer_unique_id', 'customer_zip_code_prefix', 'customer_city', 'customer_state'],
  },
  products: { name: 'olist_products_dataset.csv', columns: ['product_id', 'product_category_name'] },
} as const;

/** Category names in English; nicer names for products, and not needed. */
const TRANSLATION = 'product_category_name_translation.csv';

/**
 * Reads the published CSV files of a directory, plain or gzipped (`.csv.gz`), and joins them to one record an order.
 *
 * @throws StartError for a directory or file that is not there, or not such a file.
 */
export async function readOlistFiles(directory: string): Promise<OlistFiles> {
  const rows: OlistRows = {
    orders: await readRows(directory, FILES.orders),
    items: await readRows(directory, FILES.items),
    payments: await readRows(directory, FILES.payments),
    customers: await readRows(directory, FILES.customers),
    products: await readRows(directory, FILES.products),
    translations:
      pathOf(directory, TRANSLATION) === null
        ? []
        : await readRows(directory, {
            name: TRANSLATION,
            columns: ['product_category_name', 'product_category_name_english'],
          }),
  };
  return assembleRecords(rows);
}

async function readRows<Column extends string>(
  directory: string,
  { name, columns }: { readonly name: string; readonly columns: readonly Column[] },
): Promise<readonly Readonly<Record<Column, string>>[]> {
  const path = pathOf(directory, name);
  if (path === null) throw new StartError(`${name} is not in ${directory}`);
  // Ids are quoted in some rows and bare in others; one file begins with a BOM. Everything stays text.
  const parser = parse({ columns: true, bom: true, skip_empty_lines: true });
  const file = createReadStream(path);
  file.on('error', (error) => parser.destroy(error));
  if (path.endsWith('.gz')) {
    const unzip = createGunzip();
    unzip.on('error', (error) => parser.destroy(error));
    file.pipe(unzip).pipe(parser);
  } else {
    file.pipe(parser);
  }
  const rows: Record<Column, string>[] = [];
  try {
    for await (const row of parser as AsyncIterable<Record<Column, string>>) {
      if (rows.length === 0) {
        const missing = columns.find((column) => !Object.hasOwn(row, column));
        if (missing !== undefined) throw new StartError(`${name} has no column ${missing}`);
      }
      rows.push(row);
    }
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return rows;
}

const pathOf = (directory: string, name: string): string | null =>
  [join(directory, name), join(directory, `${name}.gz`)].find((path) => existsSync(path)) ?? null;
