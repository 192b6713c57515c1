import { type TaxDocument, type TaxOutcome, type TaxProvider, type FiledTax } from '@docket/core/tax/tax-provider';
import { taxByRates, type TaxRate, type TaxRounding } from '@docket/core/tax/tax-rates';
import { sum } from '@docket/core/money/amount';

export interface OwnRatesOptions {
  readonly rounding: TaxRounding;
  /** Rates of the account that may hold for these categories in these countries. */
  readonly ratesFor: (categories: readonly string[], countries: readonly string[]) => Promise<readonly TaxRate[]>;
}

/**
 * Counts by the account's own rates. There is nobody to tell: a document is what it says, and the books of it are Docket's own, so
 * keeping, changing and striking out come down to the same sum.
 */
export function createOwnRates({ rounding, ratesFor }: OwnRatesOptions): TaxProvider {
  const kept = ({ code, taxes }: TaxDocument): Promise<TaxOutcome<FiledTax>> =>
    Promise.resolve({ providerId: code, tax: sum(taxes.map(({ tax }) => tax)) });
  return {
    name: 'rates',
    async quote(basket) {
      const { items, from } = basket;
      const categories = [...new Set(items.map(({ category }) => category).filter((category) => category !== null))];
      const countries = [...new Set([from, ...items.map(({ to }) => to)].flatMap((place) => place?.country ?? []))];
      return taxByRates(basket, await ratesFor(categories, countries), rounding);
    },
    commit: kept,
    adjust: kept,
    refund: kept,
    void: ({ code }) => Promise.resolve({ providerId: code, tax: 0 }),
    check: () => Promise.resolve(null),
  };
}
