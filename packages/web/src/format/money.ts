/** Minor units of a currency as people of the language write them: `1234, 'EUR'` is `12,34 €` in German. */
export function money(minor: number, currency: string, language: string): string {
  const format = formatter(language, currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

/** The same where there is little room: `1234567, 'EUR'` is `€12K` in English. */
export function shortMoney(minor: number, currency: string, language: string): string {
  const digits = formatter(language, currency).resolvedOptions().maximumFractionDigits ?? 2;
  const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, options).format(minor / 10 ** digits);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making one takes 20 to 50 microseconds: too much for each cell of a list that scrolls. */
function formatter(language: string, currency: string): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(language, { style: 'currency', currency });
    formatters.set(key, found);
  }
  return found;
}
