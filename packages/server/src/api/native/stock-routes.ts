import type { FastifyInstance } from 'fastify';
import type { Adjusted, Adjusting, StockAdjustment } from '../../stock/adjustments.js';
import type { StockMovement } from '../../stock/movements.js';
import type { StockReservation } from '../../stock/reservations.js';
import type { StockBelowHeld, StockCount, StockLevel } from '../../stock/stock.js';
import type { Missing } from '../../settings-history/setting-store.js';
import { callerOf } from '../auth.js';
import { idempotencyOf } from '../idempotency.js';
import { RequestProblem } from '../problem.js';
import { answers, KEYED_HEADERS, SETTING_HEADERS } from './answers.js';
import { idMark, marks, paged } from './page-marks.js';
import { ref } from './schemas/fields.js';
import { loadBody } from './schemas/loading.js';
import { ReservationQuery } from './schemas/draft-orders.js';
import { MovementsQuery, StockAdjustments, StockInput, StockQuery } from './schemas/stock.js';
import { editOf, missing } from './setting-routes.js';

/** Stock as the routes see it. */
export interface StockService {
  set(
    edit: { account: string; at: string; actor: string },
    counts: readonly StockCount[],
  ): Promise<'ok' | StockBelowHeld | Missing>;
  adjust(adjusting: Adjusting, adjustments: readonly StockAdjustment[]): Promise<Adjusted>;
  page(
    account: string,
    page: { after: { sku: string; place: string }; limit: number; skus: readonly string[] | null },
  ): Promise<readonly StockLevel[]>;
  reservations(
    account: string,
    page: {
      after: { sku: string; place: string; draftOrderId: string };
      limit: number;
      skus: readonly string[] | null;
    },
  ): Promise<readonly StockReservation[]>;
  movements(
    account: string,
    page: { sku: string; place: string; before: number | null; limit: number },
  ): Promise<readonly StockMovement[]>;
}

/** Where pieces lie when nobody says. */
const MAIN_PLACE = 'main';

/** How many pieces lie where: set by counting, changed by so many, and everything that ever moved them. */
export function addStockRoutes(app: FastifyInstance, stock: StockService, now: () => string): void {
  app.post<{ Body: { items: readonly StockInput[] } }>(
    '/stock',
    {
      config: { permission: 'stock.edit' },
      schema: {
        operationId: 'loadStock',
        tags: ['loading'],
        summary: 'Load stock',
        headers: SETTING_HEADERS,
        description: 'Up to 1,000 counts; each takes the place of the one before. All of them or none.',
        body: loadBody(StockInput),
        response: answers(200, 'How many rows were loaded.', 'LoadAnswer', ['409', '413', '415']),
      },
    },
    async (request) => {
      const counts = request.body.items.map(atPlace);
      refuseTwice(counts);
      const answer = await stock.set(editOf(request, now), counts);
      if (answer === 'ok') return { loaded: counts.length };
      if (answer.problem === 'missing') throw missing(answer, `/items/${answer.index}/place`);
      const { sku, place, counted, held } = answer;
      const index = counts.findIndex((count) => count.sku === sku && count.place === place);
      throw new RequestProblem('stock_below_held', {
        pointer: `/items/${index}/onHand`,
        details: { sku, place, counted, held },
      });
    },
  );

  app.post<{ Body: StockAdjustments }>(
    '/stock/adjustments',
    {
      config: { permission: 'stock.edit' },
      schema: {
        operationId: 'adjustStock',
        tags: ['loading'],
        summary: 'Add pieces or take them away',
        headers: KEYED_HEADERS,
        description:
          'Up to 1,000 differences, all of them or none. Repeating it adds again: send an Idempotency-Key, and a repeated request changes nothing.',
        body: ref(StockAdjustments),
        response: answers(200, 'What lies there now.', 'StockLevels', ['409', '413', '415']),
      },
    },
    async (request) => {
      const adjustments = request.body.items.map(atPlace);
      refuseTwice(adjustments);
      const edit = editOf(request, now);
      const claim = idempotencyOf(request);
      const answer = await stock.adjust(
        {
          ...edit,
          ...(claim === undefined
            ? {}
            : { request: { name: `${claim.credential}\n${claim.key}`, content: claim.content } }),
        },
        adjustments,
      );
      if (!('problem' in answer)) return { items: answer.map(levelView) };
      if (answer.problem === 'request_reused') throw new RequestProblem('idempotency_key_reused');
      if (answer.problem === 'missing') throw missing(answer, `/items/${answer.index}/place`);
      const { index, onHand, held } = answer;
      throw new RequestProblem('stock_below_held', { pointer: `/items/${index}/delta`, details: { onHand, held } });
    },
  );

  app.get<{ Querystring: { after?: string; limit?: number; sku?: readonly string[] } }>(
    '/stock',
    {
      config: { permission: 'stock.view' },
      schema: {
        operationId: 'listStock',
        tags: ['loading'],
        summary: 'Read stock',
        querystring: StockQuery,
        response: answers(200, 'A page in the order of SKU and place.', 'StockPage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100, sku: skus = null } = request.query;
      const [last = '', place = ''] = marks(after, 2);
      const { account } = callerOf(request);
      const rows = await stock.page(account, { after: { sku: last, place }, limit: limit + 1, skus });
      const page = paged(rows, limit, (row) => [row.sku, row.place]);
      return { ...page, items: page.items.map(levelView) };
    },
  );

  app.get<{ Querystring: { after?: string; limit?: number; sku?: readonly string[] } }>(
    '/stock/reservations',
    {
      config: { permission: 'stock.view' },
      schema: {
        operationId: 'listStockReservations',
        tags: ['draft orders'],
        summary: 'Pieces that are reserved, and for which draft orders; they count as claimed',
        querystring: ReservationQuery,
        response: answers(200, 'A page in the order of SKU, place and draft order.', 'StockReservationPage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100, sku: skus = null } = request.query;
      const [last = '', place = '', draftOrderId = ''] = marks(after, 3);
      const from = { sku: last, place, draftOrderId };
      const rows = await stock.reservations(callerOf(request).account, { after: from, limit: limit + 1, skus });
      return paged(rows, limit, (row) => [row.sku, row.place, row.draftOrderId]);
    },
  );

  app.get<{ Querystring: { sku: string; place?: string; after?: string; limit?: number } }>(
    '/stock/movements',
    {
      config: { permission: 'stock.view' },
      schema: {
        operationId: 'listStockMovements',
        tags: ['loading'],
        summary: 'What moved the stock of a SKU at a place, newest first',
        querystring: MovementsQuery,
        response: answers(200, 'A page of movements.', 'StockMovementPage', []),
      },
    },
    async (request) => {
      const { sku, place = MAIN_PLACE, after = null, limit = 100 } = request.query;
      const page = { sku, place, before: idMark(after), limit: limit + 1 };
      return paged(await stock.movements(callerOf(request).account, page), limit, ({ id }) => [String(id)]);
    },
  );
}

const atPlace = <Row extends { readonly place?: string }>(row: Row): Row & { readonly place: string } => ({
  ...row,
  place: row.place ?? MAIN_PLACE,
});

/** Two rows for one shelf: which of them would win? */
function refuseTwice(rows: readonly { readonly sku: string; readonly place: string }[]): void {
  const keys = new Set<string>();
  for (const [index, { sku, place }] of rows.entries()) {
    const key = `${sku} at ${place}`;
    if (keys.has(key)) throw new RequestProblem('duplicate_id', { pointer: `/items/${index}`, details: { key } });
    keys.add(key);
  }
}

const levelView = (level: StockLevel): object => ({
  ...level,
  available: level.onHand - level.claimed - level.confirmed,
});
