import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The texts of all languages say the same things. */

type Texts = { readonly [key: string]: string | Texts };

const LANGUAGES = ['en', 'de', 'fr', 'pt'] as const;
type Language = (typeof LANGUAGES)[number];
const PLURAL = /_(zero|one|two|few|many|other)$/;

const address = (path: string): URL => new URL(`./${path}`, import.meta.url);
const namesOf = (language: Language): string[] => readdirSync(address(language)).sort();

const flat = (texts: Texts, before = ''): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[before + key, text]] : flat(text, `${before}${key}.`),
  );

const textsOf = (language: Language, name: string): ReadonlyMap<string, string> =>
  new Map(flat(JSON.parse(readFileSync(address(`${language}/${name}`), 'utf8')) as Texts));

/** Keys without their plural endings: which of them there are, each language says for itself. */
const meantBy = (texts: ReadonlyMap<string, string>): string[] =>
  [...new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')))].sort();

/** `{{count, number}}` has the name `count`. */
const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name = '']) => name);

/** What a key speaks of, in whichever of its plural forms. */
function placeholdersByMeaning(texts: ReadonlyMap<string, string>): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const [key, text] of texts) {
    const meaning = key.replace(PLURAL, '');
    found.set(meaning, new Set([...(found.get(meaning) ?? []), ...placeholdersOf(text)]));
  }
  return Object.fromEntries([...found].map(([meaning, names]) => [meaning, [...names].sort()]));
}

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it('are of the same screens', () => expect(namesOf(language)).toEqual(namesOf('en')));

  it.each(namesOf('en'))('of %s', (name) => {
    const [english, texts] = [textsOf('en', name), textsOf(language, name)];
    expect(meantBy(texts)).toEqual(meantBy(english));
    expect([...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    expect(placeholdersByMeaning(texts)).toEqual(placeholdersByMeaning(english));
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...texts.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''));
    const missing = [...new Set(counted)].flatMap((key) =>
      wanted.map((form) => `${key}_${form}`).filter((each) => !texts.has(each)),
    );
    expect(missing).toEqual([]);
  });
});
