/**
 * JSON that is written already: what is always the same is written once, and put between the rest of an answer as text.
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

/** `{ ...members, [name]: last }`, where `members` has none of that name. */
export function withLast(members: object, name: string, last: JsonText): JsonText {
  const text = JSON.stringify(members);
  return new JsonText(`${text.slice(0, -1)}${text === '{}' ? '' : ','}${JSON.stringify(name)}:${last.text}}`);
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
