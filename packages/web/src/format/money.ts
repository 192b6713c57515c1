import { currencyDigits } from './currency-digits';

/** Minor units of a currency as people of the language write them: `1234, 'EUR'` is `12,34 €` in German. */
export const money = (minor: number, currency: string, language: string): string =>
  formatter(language, currency).format(minor / 10 ** currencyDigits(currency));

/** The same where there is little room: `1234567, 'EUR'` is `€12.3K` in English. */
export function shortMoney(minor: number, currency: string, language: string): string {
  const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, options).format(minor / 10 ** currencyDigits(currency));
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making one takes 20 to 50 microseconds: too much for each cell of a list that scrolls. */
function formatter(language: string, currency: string): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  let found = formatters.get(key);
  if (found === undefined) {
    const digits = currencyDigits(currency);
    const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    found = new Intl.NumberFormat(language, { style: 'currency', currency, ...exact });
    formatters.set(key, found);
  }
  return found;
}
