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

/** A language by its tag in the words of the reader's language; the tag itself where nobody knows it. */
export function languageName(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages that have a code of two letters, and those that stand there already: `de · German`. */
export function languageChoices(language: string, present: readonly string[]): readonly Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  const tags = LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter(
    (tag) => names.of(tag) !== undefined,
  );
  return [...new Set([...present, ...tags])].map((value) => ({
    value,
    label: `${value} · ${languageName(language, value)}`,
  }));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
