import { useTranslation } from 'react-i18next';
import { problemOf } from '../../docket';
import type { Finding } from '../../parts/json-findings';

/** What the server found wrong with a definition, for the places that tell it. */
export interface Findings {
  /** What is wrong at this pointer or inside it; null where nothing is. */
  readonly at: (pointer: string) => string | null;
  /** All of it inside this pointer, by pointers from there on. */
  readonly inside: (pointer: string) => readonly Finding[];
  /** Something stands under the name of what was to be new. */
  readonly isTaken: boolean;
  /** What no place tells; null where one does. */
  readonly rest: unknown;
  /** How many things are told at their places. */
  readonly count: number;
}

/** @param places pointers of which each tells what is wrong at it and inside it */
export function useFindings(error: unknown, places: readonly string[]): Findings {
  const { t } = useTranslation('document-types');
  const problem = problemOf(error);
  const all = foundBy(problem).map(({ pointer, message }) => {
    const [, word = '', about = ''] = WORD.exec(message) ?? [];
    if (word === '') return { pointer, message };
    return { pointer, message: t(`problem.${inOneWord(word)}`, { about, defaultValue: message }) };
  });
  const isTaken = problem?.code === 'version_mismatch';
  const isTold = all.length > 0 && all.every(({ pointer }) => places.some((place) => isIn(pointer, place)));
  return {
    at: (place) => {
      const found = all.filter(({ pointer }) => isIn(pointer, place)).map(({ message }) => message);
      return found.length === 0 ? null : [...new Set(found)].join(' ');
    },
    inside: (place) =>
      all
        .filter(({ pointer }) => isIn(pointer, place))
        .map(({ pointer, message }) => ({ pointer: pointer.slice(place.length), message })),
    isTaken,
    rest: isTaken || isTold ? null : error,
    count: isTold ? all.length : 0,
  };
}

/** `too_long`, `never reached: granted`; a sentence is told as it stands. */
const WORD = /^([a-z]+(?:[_ ][a-z]+)?)(?:: (.*))?$/;

/** `tooLong`: an ending like `_many` would be one of a plural. */
const inOneWord = (word: string): string =>
  word.replaceAll(/[_ ]([a-z])/g, (_, letter: string) => letter.toUpperCase());

export const isIn = (pointer: string, place: string): boolean => pointer === place || pointer.startsWith(`${place}/`);

/** A definition that is refused names all its problems as `pointer: problem`; other refusals name one place, or the faults of a body. */
function foundBy(problem: ReturnType<typeof problemOf>): readonly Finding[] {
  if (problem === null) return [];
  const named = problem.details?.['problems'];
  if (Array.isArray(named)) {
    return named.map((each) => {
      const [, pointer = '', message = ''] = /^(.*?): (.*)$/s.exec(String(each)) ?? [];
      return { pointer, message };
    });
  }
  if (problem.errors !== undefined && problem.errors.length > 0) {
    return problem.errors.map(({ pointer, detail }) => ({ pointer, message: detail }));
  }
  // The only name that an address holds.
  if (problem.in === 'path') return [{ pointer: problem.pointer ?? '', message: 'name' }];
  return problem.pointer === undefined ? [] : [{ pointer: problem.pointer, message: problem.detail }];
}
