const formatters = new Map<string, Intl.NumberFormat>();

/** Millionths of the major unit as people of the language write them, finer than the currency's own where it is: `€0.0125`. */
export function unitPrice(micros: number, currency: string, language: string): string {
  const key = `${language} ${currency}`;
  let format = formatters.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 6 });
    formatters.set(key, format);
  }
  return format.format(micros / 1e6);
}
