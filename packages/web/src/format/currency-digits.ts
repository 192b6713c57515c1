/**
 * Currencies whose minor unit is not a hundredth, by digits, as ISO 4217 has them. `Intl` follows what people use instead: it
 * gives the Hungarian forint and the Colombian peso no digits, and an amount of the API would be shown a hundred times too high.
 */
const OTHERS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries(OTHERS).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)] as const)),
);

/** Digits behind the point of an amount: 2 of EUR, 0 of JPY, 3 of KWD. */
export const currencyDigits = (currency: string): number => DIGITS.get(currency) ?? 2;
