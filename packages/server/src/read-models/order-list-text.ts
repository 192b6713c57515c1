import { quoted, type TokenKind, valueToken } from './order-list-tokens.js';
import type { ListProblem } from './order-list-query.js';
import { fold, identifierOf, LONGEST_WORD, wordsOf } from './tokenise.js';

const LONGEST_TEXT = 200;
const MOST_WORDS = 12;
const SHORTEST_PREFIX = 3;

/**
 * Reads what a person typed into the search field as terms of a tsquery that must all hold. Each run between blanks is
 * taken for one value as it stands (`ana@shop.example`, `A-17/9`) or for the words that it falls into.
 *
 * Problems: `text_too_long` beyond 200 characters or 12 words, `prefix_too_short` for less than 3 characters before `*`.
 */
export function textTerms(prefix: string, text: string): readonly string[] | ListProblem {
  const runs = fold(text)
    .split(/\s+/u)
    .filter((run) => run !== '');
  if (text.length > LONGEST_TEXT || runs.length > MOST_WORDS) return { problem: 'text_too_long', field: 'text' };
  const number = numberTerm(prefix, text);
  if (number !== null && runs.length > 1) return [number];

  const terms: string[] = [];
  for (const run of runs) {
    // An initial is no token; beside a name it would only hide what the name finds.
    if (runs.length > 1 && /^\p{L}\.?$/u.test(run) && run < '\u2e80') continue;
    const term = run.endsWith('*') ? beginningTerm(prefix, run.slice(0, -1)) : wholeTerm(prefix, run);
    if (term === null) return { problem: 'prefix_too_short', field: 'text' };
    terms.push(number === null ? term : `(${term} | ${number})`);
  }
  return terms;
}

/** Kinds of values that no person is told by. */
const CODES = [
  'order', 'group', 'sequence', 'external', 'customer', 'sku', 'gtin', 'seller', 'document', 'tag',
] as const satisfies readonly TokenKind[]; // prettier-ignore

/** As `textTerms`, where each run between blanks must be a whole number or code. Problem: `text_too_long`. */
export function codeTerms(prefix: string, text: string): readonly string[] | ListProblem {
  const runs = text.split(/\s+/u).filter((run) => run !== '');
  if (text.length > LONGEST_TEXT || runs.length > MOST_WORDS) return { problem: 'text_too_long', field: 'text' };
  return runs.map((run) => `(${CODES.map((kind) => quoted(prefix + valueToken(kind, run))).join(' | ')})`);
}

/** A telephone number typed with blanks and signs is stored as its digits. */
function numberTerm(prefix: string, text: string): string | null {
  if (!/^[\d\s()+./-]+$/.test(text)) return null;
  const digits = text.replaceAll(/\D/g, '');
  return digits.length < 7 || digits === text.trim() ? null : quoted(prefix + digits);
}

function wholeTerm(prefix: string, run: string): string {
  const asValue = `${quoted(`${prefix}${identifierOf(run)}=`)}:*`;
  const words = wordsOf(run);
  if (words.length === 0) return asValue;
  return `(${asValue} | ${allOf(words.map((word) => quoted(prefix + word)))})`;
}

function beginningTerm(prefix: string, run: string): string | null {
  const words = wordsOf(run);
  const last = words.pop();
  if (last === undefined || run.length < SHORTEST_PREFIX) return null;
  const asValue = `${quoted(prefix + run)}:*`;
  // `ab-17*` is a fine beginning of a value, but 17 alone would be that of far too many words.
  if (!run.endsWith(last) || (words.length > 0 && last.length < SHORTEST_PREFIX)) return asValue;
  const beginning = `${quoted(prefix + last.slice(0, LONGEST_WORD))}:*`;
  return run === last
    ? beginning
    : `(${asValue} | ${allOf([...words.map((word) => quoted(prefix + word)), beginning])})`;
}

const allOf = (terms: readonly string[]): string => (terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' & ')})`);
