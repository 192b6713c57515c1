/** Longest word that is kept whole; of a longer one, its beginning. */
export const LONGEST_WORD = 40;

const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}+/gu;
/** Letters that NFKD leaves whole although a keyboard without them writes two others, or one. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i',
}; // prettier-ignore
const SPECIAL = /[ßæœøłđðþħı]/g;

/** The form in which texts are compared: lower case, without accents, compatibility forms (ﬁ, ２) resolved. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

/** Runs of letters and digits of a folded text. Single characters are no words, except in scripts whose words they are. */
export function wordsOf(folded: string): string[] {
  if (ASCII.test(folded)) return (folded.match(/[a-z0-9]{2,}/g) ?? []).map((word) => word.slice(0, LONGEST_WORD));
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
    word.length < 2 && word < '\u2e80' ? [] : Array.from(word).slice(0, LONGEST_WORD).join(''),
  );
}

/** Longest identifier that is kept whole. */
const LONGEST_IDENTIFIER = 64;

/**
 * The form in which numbers, codes and addresses are compared as a whole: folded, with their punctuation. Of a very long
 * one the beginning and a hash of the whole, so that two that differ at the end stay two.
 */
export function identifierOf(text: string): string {
  const folded = fold(text.trim());
  if (folded.length <= LONGEST_IDENTIFIER) return folded;
  return `${folded.slice(0, LONGEST_IDENTIFIER - 9).replace(/[\ud800-\udbff]$/, '')}~${hash(folded).toString(36)}`;
}

/** FNV-1a, 32 bit. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
