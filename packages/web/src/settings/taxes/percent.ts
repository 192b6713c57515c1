/** Millionths as a percentage: 195,000 is 19.5 %. */
export const percent = (millionths: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 }).format(millionths / 1e6);
