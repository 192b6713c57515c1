import type { FastifyInstance } from 'fastify';
import { isRefusal } from '@docket/core/order/refusals';
import type { EntryPage, PriceEntry } from '../../pricing/price-entries.js';
import type { QuoteBasket } from '../../pricing/quote-basket.js';
import type { SettingStore } from '../../settings-history/setting-store.js';
import { callerOf, requirePermission } from '../auth.js';
import { RequestProblem } from '../problem.js';
import { answers, SETTING_HEADERS } from './answers.js';
import { marks, paged } from './page-marks.js';
import { closed, code, ref, sku } from './schemas/fields.js';
import { loadBody } from './schemas/loading.js';
import { EntriesQuery, PriceEntryInput, PriceQuoteInput } from './schemas/pricing.js';
import { editOf, notFound, notLoaded } from './setting-routes.js';

/** Prices as the routes see them. */
export interface PricingService {
  readonly entries: SettingStore<PriceEntry>;
  pageOfEntries(account: string, page: EntryPage): Promise<readonly PriceEntry[]>;
  readonly quote: QuoteBasket;
}

/** 1,000 entries of 50 tiers stay under this. */
const ENTRIES_BYTES = 8 * 1024 * 1024;

/** A basket of 5,000 lines stays under this. */
const QUOTE_BYTES = 2 * 1024 * 1024;

/** The prices in a list, and what a basket costs. */
export function addPricingRoutes(app: FastifyInstance, pricing: PricingService, now: () => string): void {
  const ofList = '/price-lists/:priceList/entries';
  const list = code('A price list.');

  app.get<{ Params: { priceList: string }; Querystring: { after?: string; limit?: number; sku?: string } }>(
    ofList,
    {
      config: { permission: 'pricing.view' },
      schema: {
        operationId: 'listPriceEntry',
        tags: ['pricing'],
        summary: 'Read the prices of a list',
        params: closed({ priceList: list }),
        querystring: EntriesQuery,
        response: answers(200, 'A page in the order of the SKUs.', 'PriceEntryPage', []),
      },
    },
    async (request) => {
      const { after = null, limit = 100, sku: prefix = '' } = request.query;
      const [last = ''] = marks(after, 1);
      const page = { priceList: request.params.priceList, prefix, after: last, limit: limit + 1 };
      return paged(await pricing.pageOfEntries(callerOf(request).account, page), limit, (entry) => [entry.sku]);
    },
  );

  app.post<{ Params: { priceList: string }; Body: { items: readonly PriceEntryInput[] } }>(
    ofList,
    {
      config: { permission: 'pricing.edit' },
      bodyLimit: ENTRIES_BYTES,
      schema: {
        operationId: 'loadPriceEntry',
        tags: ['pricing'],
        summary: 'Load prices into a list',
        description: 'Up to 1,000 SKUs; each takes the place of what the list had for it. All of them or none.',
        params: closed({ priceList: list }),
        headers: SETTING_HEADERS,
        body: loadBody(PriceEntryInput),
        response: answers(200, 'How many rows were loaded.', 'LoadAnswer', ['404', '409', '413', '415']),
      },
    },
    async (request) => {
      const { priceList } = request.params;
      refuseTwice(request.body.items);
      const rows = request.body.items.map((entry) => entryOf(priceList, entry));
      const answer = await pricing.entries.load(editOf(request, now), rows);
      if (answer === 'ok') return { loaded: rows.length };
      throw answer.problem === 'missing' ? notFound('price_list', priceList) : notLoaded(answer);
    },
  );

  app.delete<{ Params: { priceList: string; sku: string } }>(
    `${ofList}/:sku`,
    {
      config: { permission: 'pricing.edit' },
      schema: {
        operationId: 'removePriceEntry',
        tags: ['pricing'],
        summary: 'Take a SKU out of a list',
        params: closed({ priceList: list, sku: sku() }),
        headers: SETTING_HEADERS,
        response: answers(200, 'As it was.', 'PriceEntry', ['404']),
      },
    },
    async (request) => {
      const key = `${request.params.priceList}/${request.params.sku}`;
      let removed: PriceEntry | undefined;
      await pricing.entries.remove(editOf(request, now), key, (before) => {
        removed = before;
      });
      if (removed === undefined) throw notFound('price', key);
      return removed;
    },
  );

  app.post<{ Body: PriceQuoteInput }>(
    '/prices/quote',
    {
      config: { permission: 'pricing.view', further: ['customers.view'] },
      bodyLimit: QUOTE_BYTES,
      schema: {
        operationId: 'quotePrices',
        tags: ['pricing'],
        summary: 'What a basket costs, and why',
        description:
          'Prices from price lists and catalogue, promotions and coupons, as an order would be placed: with its lines, discounts, deliveries and total it is not refused for its money. Every price list and every promotion that was asked says why it was not taken. Nothing is written and nothing claimed.',
        body: ref(PriceQuoteInput),
        response: answers(200, 'The priced basket.', 'PriceQuote', ['413', '415']),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { at = now(), ...basket } = request.body;
      if (basket.customerId !== undefined) requirePermission(caller, 'customers.view');
      const answer = await pricing.quote(caller.account, basket, at);
      if (isRefusal(answer)) {
        const { refused, ...where } = answer;
        throw new RequestProblem(refused, where);
      }
      return {
        ...answer,
        lines: answer.lines.map(({ money, taxed = null, ...line }) => {
          const { gross, discount, net, share, payable } = money;
          return { ...line, gross, discount, net, tax: share.tax, taxed, payable };
        }),
      };
    },
  );
}

/** Tiers in the order of their quantities. */
const entryOf = (priceList: string, { sku: key, tiers }: PriceEntryInput): PriceEntry => ({
  priceList,
  sku: key,
  tiers: tiers
    .map(({ minQuantity, priceMicros, listPriceMicros }) => ({
      minQuantity,
      priceMicros,
      listPriceMicros: (listPriceMicros as number | null | undefined) ?? null,
    }))
    .sort((a, b) => a.minQuantity - b.minQuantity),
});

/** Two rows for one SKU, or two prices for one quantity: which of them would hold? */
function refuseTwice(entries: readonly PriceEntryInput[]): void {
  const skus = new Set<string>();
  for (const [index, { sku: key, tiers }] of entries.entries()) {
    if (skus.has(key)) throw new RequestProblem('duplicate_id', { pointer: `/items/${index}`, details: { key } });
    skus.add(key);
    const quantities = tiers.map(({ minQuantity }) => minQuantity);
    const twice = quantities.findIndex((quantity, at) => quantities.indexOf(quantity) < at);
    if (twice < 0) continue;
    const pointer = `/items/${index}/tiers/${twice}/minQuantity`;
    throw new RequestProblem('duplicate_id', { pointer, details: { minQuantity: quantities[twice] ?? 0 } });
  }
}
