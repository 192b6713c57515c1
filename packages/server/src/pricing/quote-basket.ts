import type { Rounding } from '@docket/core/money/rounding';
import type { Facts } from '@docket/core/order/decision';
import { soldWhere } from '@docket/core/order/placing';
import { isRefusal, refuse, type Refusal } from '@docket/core/order/refusals';
import type { PriceList } from '@docket/core/pricing/price-list';
import type { BasketCustomer, UsedPromotion, Uses } from '@docket/core/pricing/promotion';
import type { Address } from '@docket/core/order/order';
import { quote, type Quote, quoteInCash, type QuoteDelivery, type QuoteLine } from '@docket/core/pricing/quote';
import type pg from 'pg';
import { withAccounts } from '../database/pool.js';
import type { FactsCache } from '../facts.js';
import { taxQuote } from '../tax/quote-tax.js';
import type { TaxProviders } from '../tax/tax-providers.js';
import { findBuyer } from './buyers.js';
import { couponsNamed, normalisedCode } from './coupons.js';
import { entriesOf } from './price-entries.js';
import { allPriceLists } from './price-lists.js';
import { allPromotions } from './promotions.js';
import { usesOf } from './uses.js';

/** A basket whose price somebody asks for. What is absent is as a placement would have it. */
export interface BasketRequest {
  readonly currency: string;
  readonly rounding?: Rounding;
  readonly store?: string;
  readonly channel?: string;
  readonly customerId?: string;
  /** In the place of what is known of the customer: what if they were of these groups? */
  readonly groups?: readonly string[];
  readonly organisation?: string;
  readonly lines: readonly QuoteLine[];
  readonly deliveries?: readonly (QuoteDelivery & QuotedPlace)[];
  readonly coupons?: readonly string[];
  /** By which every payment will be made; absent: it is not known. */
  readonly paymentMethods?: readonly string[];
  /** Uses that the order which is priced anew holds already: they are not counted against it. */
  readonly held?: readonly UsedPromotion[];
  /** True: with its tax. False: without. Absent: with it where the store taxes orders. */
  readonly taxed?: boolean;
}

/** Where a delivery goes; taxes ask for it. */
interface QuotedPlace {
  readonly type?: 'delivery' | 'pickup';
  readonly address?: Address;
}

/** Prices a basket with what the account's price lists, promotions and coupons say at an instant. */
export type QuoteBasket = (account: string, request: BasketRequest, at: string) => Promise<Quote | Refusal>;

const NOBODY: BasketCustomer = { id: null, groups: [], organisation: null, firstOrder: null };

export function createQuoteBasket(deps: {
  readonly pool: pg.Pool;
  readonly facts: FactsCache;
  /** Absent: baskets are quoted without tax. */
  readonly taxProviders?: TaxProviders;
}): QuoteBasket {
  return async (account, request, at) => {
    const given = (request.coupons ?? []).map(normalisedCode);
    const read = await withAccounts(deps.pool, [account], async (client) => {
      const { customerId = null } = request;
      const lists = await allPriceLists(client, account);
      const promotions = await allPromotions(client, account);
      const gifts = promotions.flatMap(({ reward }) => (reward.kind === 'gift' ? [reward.sku] : []));
      const skus = [...new Set([...request.lines.map(({ sku }) => sku), ...gifts])];
      const coupons = await couponsNamed(client, account, given);
      const limited = promotions.filter((one) => one.maxUses !== null || one.maxUsesPerCustomer !== null);
      return {
        lists,
        skus,
        customer: customerId === null ? NOBODY : await findBuyer(client, account, customerId),
        entries: await entriesOf(client, account, skus, inUse(lists, request)),
        offers: {
          promotions,
          given,
          coupons,
          promotionUses: withoutHeld(
            await usesOf(
              client,
              account,
              'promotion',
              limited.map(({ id }) => id),
              customerId,
            ),
            (request.held ?? []).map(({ promotion }) => promotion),
          ),
          couponUses: withoutHeld(
            await usesOf(
              client,
              account,
              'coupon',
              coupons.map(({ code }) => code),
              customerId,
            ),
            (request.held ?? []).flatMap(({ coupon }) => coupon ?? []),
          ),
        },
      };
    });
    const { skus, customer, ...offered } = read;
    const asked = offered.lists.length + offered.offers.promotions.length;
    if (request.lines.length * asked > MOST_COMPARISONS)
      return refuse('too_many', '/lines', { limit: Math.floor(MOST_COMPARISONS / asked) });
    const facts = await currentFacts(deps.facts, account, skus);
    const sold = soldWhere(request, facts);
    if ('refused' in sold) return sold;
    const priced = quote(
      {
        currency: request.currency,
        rounding: request.rounding ?? facts.defaults.rounding,
        ...sold,
        customer: {
          ...customer,
          groups: request.groups ?? customer.groups,
          organisation: request.organisation ?? customer.organisation,
        },
        paymentMethods: request.paymentMethods ?? [],
        lines: request.lines,
        deliveries: request.deliveries ?? [],
        at,
      },
      { products: facts.products, shippingMethods: facts.shippingMethods, ...offered },
    );
    const { taxProviders, pool } = deps;
    const taxed =
      isRefusal(priced) || taxProviders === undefined
        ? priced
        : await taxQuote({ pool, providers: taxProviders }, account, request, priced, { ...sold, at }, facts);
    return isRefusal(taxed) ? taxed : quoteInCash(taxed, request.paymentMethods ?? [], facts.cashRoundings ?? []);
  };
}

const withoutHeld = (uses: ReadonlyMap<string, Uses>, held: readonly string[]): ReadonlyMap<string, Uses> =>
  held.length === 0
    ? uses
    : new Map(
        [...uses].map(([id, { total, byCustomer }]) => [
          id,
          held.includes(id)
            ? { total: Math.max(0, total - 1), byCustomer: Math.max(0, byCustomer - 1) }
            : { total, byCustomer },
        ]),
      );

/** Every line is held against every list and promotion, and each is told why not: more take seconds and megabytes. */
const MOST_COMPARISONS = 250_000;

/** Lists of which a price may be taken at all. */
const inUse = (lists: readonly PriceList[], { currency }: BasketRequest): readonly string[] =>
  lists.flatMap(({ id, active, currency: own }) => (active && own === currency ? [id] : []));

/** Nothing is committed on a quote that would find old facts out, so it asks. */
async function currentFacts(cache: FactsCache, account: string, skus: readonly string[]): Promise<Facts> {
  const known = await cache.of(account, skus);
  if (await cache.isCurrent(account, known.catalogueVersion)) return known.facts;
  cache.drop(account);
  return (await cache.of(account, skus)).facts;
}
