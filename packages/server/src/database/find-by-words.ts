import type pg from 'pg';
import { query } from './pool.js';

/** A table whose rows are found by the beginnings of words; the words stand in a table of their own. */
export interface WordTable {
  readonly rows: string;
  /** (account, key, word), with an index on (account, word, key). */
  readonly words: string;
  /** The key of a row beside its account, of the same name in both tables. */
  readonly key: string;
  /** What is answered of a row. */
  readonly columns: string;
}

interface WordPage {
  /** Word and key of the last row before. */
  readonly after: readonly string[] | undefined;
  readonly limit: number;
}

/** The words of a text as they are stored and compared: without capitals and accents. */
export async function wordsOf(client: pg.ClientBase, text: string): Promise<readonly string[]> {
  const { rows } = await query<{ word: string }>(
    client,
    { name: 'words_of', text: 'select word from words_of($1) as word' },
    [text],
  );
  return rows.map(({ word }) => word);
}

/** The longest first: it is in the fewest rows. */
export const longestFirst = (words: readonly string[]): readonly string[] =>
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** Row `r` of the account $1 has words that begin with all of $2. */
export const hasAllWords = ({ words, key }: Pick<WordTable, 'words' | 'key'>): string => `not exists (
  select from unnest($2::text[]) as wanted
   where not exists (select from ${words} has
                      where has.account = $1 and has.${key} = r.${key}
                        and has.word >= wanted and has.word < wanted || chr(1114111)))`;

/** Behind every text that begins with the word: no character is greater. */
const endOf = (word: string): string => `${word}\u{10ffff}`;

/**
 * Rows that have words beginning with each of these; none where there are no words. Walks the words that begin with the
 * first one, in their order and that of the keys; a row with several of them is answered at the first.
 */
export async function findByWords<Row extends object>(
  client: pg.ClientBase,
  table: WordTable,
  account: string,
  [first, ...others]: readonly string[],
  { after, limit }: WordPage,
): Promise<readonly (Row & { readonly word: string })[]> {
  if (first === undefined) return [];
  const { rows: name, words, key, columns } = table;
  const [word, last] = after ?? [first, ''];
  const { rows } = await query<Row & { word: string }>(
    client,
    {
      name: `${name}_by_words`,
      text: `select ${columns}, word
               from (select r.*, w.word
                       from ${words} w
                       join ${name} r on r.account = $1 and r.${key} = w.${key}
                      where w.account = $1 and w.word >= $3 and w.word < $4 and (w.word, w.${key}) > ($5, $6)
                        and not exists (select from ${words} before
                                         where before.account = $1 and before.${key} = w.${key}
                                           and before.word >= $3 and before.word < w.word)
                        and ${hasAllWords(table)}
                      order by w.word, w.${key} limit $7) as found
              order by word, ${key}`,
    },
    [account, others, first, endOf(first), word, last, limit],
  );
  return rows;
}
