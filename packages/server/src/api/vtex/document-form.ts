import { JsonText } from '../json-bytes.js';
import { withCarried } from './carried.js';
import { type Fields, NOTHING } from './reading.js';

/**
 * How the parts of a document are put together that each line has. Of their some 100 keys most say the same in every line of
 * every order, because nobody said otherwise.
 */
export interface Form {
  /** @param own what Docket knows @param said what came with the line besides; null where that is nothing */
  part(unsaid: Unsaid, own: object, said: Fields | null): object;
}

/** What is in a part where nobody said otherwise; own parts have other keys. */
interface Unsaid {
  readonly make: () => object;
  readonly text: string;
  /** What is left of the text beside keys that were said. */
  readonly beside: (said: Fields) => string;
}

/** Lines of one sender say the same few keys: combinations of keys that are kept. */
const MOST_COMBINATIONS = 200;

export function unsaid(make: () => object): Unsaid {
  const texts = Object.entries(make() as Fields).map(
    ([name, value]) => [name, `${JSON.stringify({ [name]: value }).slice(1, -1)},`] as const,
  );
  const join = (of: typeof texts): string => of.map(([, text]) => text).join('');
  const left = new Map<string, string>();
  return {
    make,
    text: join(texts),
    beside(said) {
      const names = Object.keys(said).join('\n');
      const known = left.get(names);
      if (known !== undefined) return known;
      const text = join(texts.filter(([name]) => !Object.hasOwn(said, name)));
      if (left.size >= MOST_COMBINATIONS) left.clear();
      left.set(names, text);
      return text;
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

/** For those who read it: expressions, and answers of which it is a part. */
export const AS_OBJECTS: Form = {
  part({ make }, own, said) {
    const part = withCarried(make(), own as Fields, NONE);
    return said === null ? part : withCarried(part, said, NONE);
  },
};

/** For an answer of its own: what nobody said is text already, and no object is made of it. */
export const AS_JSON: Form = {
  part(unsaid, own, said) {
    const rest = said === null ? unsaid.text : unsaid.beside(said);
    const text = JSON.stringify(own);
    return new JsonText(
      said === null ? `{${rest}${text.slice(1)}` : `{${rest}${text.slice(1, -1)},${JSON.stringify(said).slice(1)}`,
    );
  },
};

/** What was carried and is simply given back. */
export function besides(carried: Fields, known: ReadonlySet<string>): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  if (carried === NOTHING) return said;
  for (const name of Object.keys(carried)) if (!known.has(name) && name !== '__proto__') said[name] = carried[name];
  return said;
}

export const orNothing = (said: Fields): Fields | null => (Object.keys(said).length === 0 ? null : said);
