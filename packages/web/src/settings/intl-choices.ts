interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Time zones that this browser knows, with the one that stands there already. */
export function timeZones(present: string | null): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['UTC', ...(present === null ? [] : [present]), ...known])];
}

/** Currencies by their codes, with their names in the language: `EUR · Euro`. */
export function currencies(language: string, present: string | null): readonly Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  const codes = [...new Set([...Intl.supportedValuesOf('currency'), ...(present === null ? [] : [present])])];
  return codes.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}

/** What stands between units and tenths in the language. */
export const decimalMark = (language: string): string =>
  new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
