/**
 * JSON that is written already. Where an answer is made of what is at hand, its parts are written as they are and put
 * together as text: adding one member to a copy of a line takes V8 6 µs and to one of a payment 40, writing it 3.
 */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Where it stands inside a value that is written as a whole. */
  toJSON(): unknown {
    return JSON.parse(this.text) as unknown;
  }
}

/** The text of an answer. */
export const jsonOf = (payload: unknown): string =>
  payload instanceof JsonText ? payload.text : JSON.stringify(payload);

/** How an object is had with further members: what `{ ...base, ...more }` is, in whatever form the answer is made. */
export type Extend = (base: object, more: object) => object;

export const extended: Extend = (base, more) => ({ ...base, ...more });

/** As `extended`, written. */
export const extendedText: Extend = (base, more) => {
  // in the place of the one that is there, and not beside it
  if (Object.keys(more).some((key) => Object.hasOwn(base, key)))
    return new JsonText(JSON.stringify({ ...base, ...more }));
  return new JsonText(joined(JSON.stringify(base), JSON.stringify(more)));
};

function joined(first: string, second: string): string {
  if (second === '{}') return first;
  return first === '{}' ? second : `${first.slice(0, -1)},${second.slice(1)}`;
}

/** An object of which members, or the items of one that is a list, are written already. */
export function objectText(members: object): JsonText {
  let text = '';
  for (const [key, value] of Object.entries(members)) {
    const written = memberText(value);
    if (written !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${written}`;
  }
  return new JsonText(`{${text}}`);
}

function memberText(value: unknown): string | undefined {
  if (value instanceof JsonText) return value.text;
  if (Array.isArray(value) && value[0] instanceof JsonText) return `[${value.map(jsonOf).join(',')}]`;
  // a value that JSON leaves out
  return JSON.stringify(value);
}
