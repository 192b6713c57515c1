import type { FastifyInstance } from 'fastify';
import type { TObject } from 'typebox';
import type { Permission } from '../../access/permissions.js';
import { callerOf } from '../auth.js';
import { idempotencyOf } from '../idempotency.js';
import { sendRefusal } from '../problem.js';
import { answers, IDEMPOTENCY_HEADERS } from './answers.js';
import type { LoadService, LoadServices } from './load-services.js';
import { loadRefusal } from './loading-checks.js';
import { CustomerInput, loadBody, ProductInput, ShippingMethodInput, StockInput } from './schemas/loading.js';
import { PageQuery } from './schemas/paging.js';

/** 1,000 customers with all their fields stay under this. */
const LOAD_BYTES = 4 * 1024 * 1024;

/** Loading and reading what orders are made of. Loading the same rows twice changes nothing, so no key is needed. */
export function addLoadRoutes(app: FastifyInstance, services: LoadServices): void {
  addTable(app, services.products, {
    path: '/products',
    name: 'Product',
    item: ProductInput,
    keyOf: ({ sku }: ProductInput) => sku,
    view: 'catalogue.view',
    edit: 'catalogue.edit',
  });
  addTable(app, services.stock, {
    path: '/stock',
    name: 'Stock',
    item: StockInput,
    keyOf: ({ sku, place = 'main' }: StockInput) => `${sku} at ${place}`,
    view: 'stock.view',
    edit: 'stock.edit',
  });
  addTable(app, services.customers, {
    path: '/customers',
    name: 'Customer',
    item: CustomerInput,
    keyOf: ({ customerId }: CustomerInput) => customerId,
    view: 'customers.view',
    edit: 'customers.edit',
  });
  addTable(app, services.shippingMethods, {
    path: '/shipping-methods',
    name: 'ShippingMethod',
    item: ShippingMethodInput,
    keyOf: ({ code }: ShippingMethodInput) => code,
    view: 'shipping.view',
    edit: 'shipping.edit',
  });
}

interface Table<Row> {
  readonly path: string;
  readonly name: string;
  readonly item: TObject;
  readonly keyOf: (row: Row) => string;
  readonly view: Permission;
  readonly edit: Permission;
}

function addTable<Row extends object>(
  app: FastifyInstance,
  service: LoadService<Row>,
  { path, name, item, keyOf, view, edit }: Table<Row>,
): void {
  app.post<{ Body: { items: readonly Row[] } }>(
    path,
    {
      config: { permission: edit },
      bodyLimit: LOAD_BYTES,
      schema: {
        operationId: `load${name}`,
        tags: ['loading'],
        summary: `Load ${path.slice(1).replaceAll('-', ' ')}`,
        headers: IDEMPOTENCY_HEADERS,
        description: 'Up to 1,000 rows; each takes the place of what was there under its key. All of them or none.',
        body: loadBody(item),
        response: answers(200, 'How many rows were loaded.', 'LoadAnswer', ['409', '413', '415']),
      },
    },
    async (request, reply) => {
      const { items } = request.body;
      const { account } = callerOf(request);
      // Read to be refused where it is malformed, as on every write; a load that comes twice changes nothing.
      idempotencyOf(request);
      const refusal = loadRefusal(items, keyOf);
      if (refusal !== null) return sendRefusal(reply, refusal, false);
      await service.load(account, items);
      return { loaded: items.length };
    },
  );
  app.get<{ Querystring: { after?: string; limit?: number } }>(
    path,
    {
      config: { permission: view },
      schema: {
        operationId: `list${name}`,
        tags: ['loading'],
        summary: `Read ${path.slice(1).replaceAll('-', ' ')}`,
        querystring: PageQuery,
        response: answers(200, 'A page in the order of the keys.', `${name}Page`, []),
      },
    },
    async (request) => {
      const { after = null, limit = 100 } = request.query;
      return service.page(callerOf(request).account, { after, limit });
    },
  );
}
