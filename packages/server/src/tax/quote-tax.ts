import type { Facts } from '@docket/core/order/decision';
import { isRefusal, refuse, type Refusal } from '@docket/core/order/refusals';
import type { Quote } from '@docket/core/pricing/quote';
import { taxesOf, taxRefusal } from '@docket/core/tax/placement-tax';
import { quoteBasketTax, taxedQuote } from '@docket/core/tax/quote-tax';
import { isTaxFailure } from '@docket/core/tax/tax-provider';
import type pg from 'pg';
import type { BasketRequest } from '../pricing/quote-basket.js';
import { type TaxProviders, taxExemption } from './tax-providers.js';

/** A priced basket with its tax, where whoever asks wants it or its store taxes orders. Refusals: tax_refused, tax_unreachable. */
export async function taxQuote(
  deps: { readonly pool: pg.Pool; readonly providers: TaxProviders },
  account: string,
  request: BasketRequest,
  quote: Quote,
  { store, at }: { readonly store: string; readonly at: string },
  { stores, products }: Pick<Facts, 'stores' | 'products'>,
): Promise<Quote | Refusal> {
  const tax = stores.find((candidate) => candidate.store === store)?.tax ?? null;
  if (!(request.taxed ?? tax?.taxesOrders === true)) return quote;
  if (tax === null) return refuse('tax_refused', '/taxed', { reason: 'no_provider', store });
  const given = (request.deliveries ?? []).map((delivery, index) => ({ ...delivery, id: quote.deliveries[index]?.id }));
  const asked = quoteBasketTax(
    quote,
    {
      account,
      store,
      at,
      customerId: request.customerId ?? null,
      exemption: await taxExemption(deps.pool, account, request.customerId),
      addresses: new Map(given.flatMap(({ id, address }) => (id && address ? [[id, address]] : []))),
      pickups: new Set(given.flatMap(({ id, type }) => (id && type === 'pickup' ? [id] : []))),
      categories: new Map(
        [...products].flatMap(([sku, { taxCategory }]) => (taxCategory == null ? [] : [[sku, taxCategory]])),
      ),
    },
    tax,
  );
  const provider = await deps.providers.of(account, store);
  if (isTaxFailure(provider)) return taxRefusal(provider);
  const taxes = taxesOf(asked, await provider.quote(asked.basket));
  return isRefusal(taxes) ? taxes : taxedQuote(quote, taxes);
}
