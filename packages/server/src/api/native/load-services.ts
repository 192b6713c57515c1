import type pg from 'pg';
import { listProducts, saveProducts } from '../../catalogue/products.js';
import { listCustomers, saveCustomers } from '../../customers/customers.js';
import { listShippingMethods, saveShippingMethods } from '../../shipping/methods.js';
import { listStock, setStock } from '../../stock/stock.js';
import { RequestProblem } from '../problem.js';
import { type KeyedPage, marks, paged } from './page-marks.js';
import type { CustomerInput, ProductInput, ShippingMethodInput, StockInput } from './schemas/loading.js';

/** A plain table as the load routes see it: rows take the place of what was there, and are read in key order. */
export interface LoadService<Row> {
  load(account: string, rows: readonly Row[]): Promise<void>;
  page(account: string, page: { after: string | null; limit: number }): Promise<KeyedPage<object>>;
}

export interface LoadServices {
  readonly products: LoadService<ProductInput>;
  readonly stock: LoadService<StockInput>;
  readonly customers: LoadService<CustomerInput>;
  readonly shippingMethods: LoadService<ShippingMethodInput>;
}

/** Where pieces lie when nobody says. */
const MAIN_PLACE = 'main';

/** Binds the plain services to the load routes: defaults of what was left out, opaque page marks. */
export function createLoadServices(pool: pg.Pool, now: () => string): LoadServices {
  return {
    products: {
      load: (account, rows) =>
        saveProducts(
          pool,
          account,
          rows.map(
            ({ gtin = null, priceMicros = null, currency = null, counted = true, place = MAIN_PLACE, ...row }) => ({
              ...row,
              gtin,
              priceMicros,
              currency,
              counted,
              place,
            }),
          ),
        ),
      page: async (account, { after, limit }) => {
        const [sku = ''] = marks(after, 1);
        return paged(await listProducts(pool, account, sku, limit + 1), limit, (row) => [row.sku]);
      },
    },
    stock: {
      load: async (account, rows) => {
        const counts = rows.map(({ place = MAIN_PLACE, ...row }) => ({ ...row, place }));
        const answer = await setStock(pool, account, counts, 'loaded over the API', now());
        if (answer === 'ok') return;
        const { sku, place, counted, held } = answer;
        const index = counts.findIndex((count) => count.sku === sku && count.place === place);
        const where = { pointer: `/items/${index}/onHand`, details: { sku, place, counted, held } };
        throw new RequestProblem('stock_below_held', where);
      },
      page: async (account, { after, limit }) => {
        const [sku = '', place = ''] = marks(after, 2);
        const page = paged(await listStock(pool, account, { sku, place }, limit + 1), limit, (row) => [
          row.sku,
          row.place,
        ]);
        const items = page.items.map((row) => ({ ...row, available: row.onHand - row.claimed - row.confirmed }));
        return { ...page, items };
      },
    },
    customers: {
      load: (account, rows) =>
        saveCustomers(
          pool,
          account,
          rows.map((row) => ({ ...NOBODY, ...row })),
        ),
      page: async (account, { after, limit }) => {
        const [customerId = ''] = marks(after, 1);
        return paged(await listCustomers(pool, account, customerId, limit + 1), limit, (row) => [row.customerId]);
      },
    },
    shippingMethods: {
      load: (account, rows) => saveShippingMethods(pool, account, rows),
      page: async (account, { after, limit }) => {
        const [code = ''] = marks(after, 1);
        // There are few, and the service reads them all in order of the database; the mark is one of them.
        const methods = await listShippingMethods(pool, account);
        const from = methods.findIndex((method) => method.code === code) + 1;
        return paged(methods.slice(from), limit, (row) => [row.code]);
      },
    },
  };
}

const NOBODY = {
  email: null,
  firstName: null,
  lastName: null,
  phone: null,
  document: null,
  company: null,
  locale: null,
};
