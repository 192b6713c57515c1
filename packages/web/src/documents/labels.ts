/** A text by language, as the account wrote it: `{ "en": "Warranty", "de": "Garantie" }`. */
export type Labels = Readonly<Record<string, string>>;

/** The text in the language of the reader: the very one, its main language, English, any. */
export function labelIn(labels: Labels | undefined, language: string, otherwise: string): string {
  if (labels === undefined) return otherwise;
  const [main = ''] = language.split('-');
  return labels[language] ?? labels[main] ?? labels['en'] ?? Object.values(labels)[0] ?? otherwise;
}
