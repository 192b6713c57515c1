/** Characters that are encoded at once: a text of more than 128 KiB is memory of its own for V8, which it gives back each time. */
const PIECE = 16_000;
/** A character of JavaScript is three bytes of UTF-8 at most. */
const BYTES_EACH = 3;
/** Lists of more elements are written element by element. */
const LONG_LIST = 8;
/** Objects less deep than this are written key by key, because their lists may be long. */
const DEPTH = 2;

/** A value that is JSON already: a member of a list of a document that is written by `jsonBytes`, and by nothing else. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toJSON(): never {
    throw new Error('what is JSON already stands where JSON.stringify meets it');
  }
}

/**
 * The bytes of `JSON.stringify` of a document, or of a list of them, without ever holding the whole text. Short values are
 * better served by `JSON.stringify`.
 * @param value without cycles
 */
export function jsonBytes(value: object): Buffer {
  const encoded: Buffer[] = [];
  let waiting = '';
  const flush = (): void => {
    if (waiting !== '') encoded.push(encode(waiting));
    waiting = '';
  };
  const add = (text: string): void => {
    waiting += text;
    if (waiting.length >= PIECE) flush();
  };
  const whole = (part: unknown): void => {
    if (part instanceof JsonText) {
      add(part.text);
      return;
    }
    // In a list, what has no value is null.
    add(part === undefined ? 'null' : JSON.stringify(part));
  };
  const list = (elements: readonly unknown[], each: (element: unknown) => void): void => {
    for (const [index, element] of elements.entries()) {
      add(index === 0 ? '[' : ',');
      each(element);
    }
    add(elements.length === 0 ? '[]' : ']');
  };
  const write = (part: unknown, depth: number): void => {
    if (typeof part !== 'object' || part === null || 'toJSON' in part) whole(part);
    else if (Array.isArray(part)) {
      if (depth === 0) list(part, (element) => write(element, 0));
      else if (part.length > LONG_LIST || part[0] instanceof JsonText) list(part, whole);
      else whole(part);
    } else if (depth >= DEPTH) whole(part);
    else {
      let separator = '{';
      for (const [name, of] of Object.entries(part)) {
        if (of === undefined) continue;
        add(`${separator}${JSON.stringify(name)}:`);
        separator = ',';
        write(of, depth + 1);
      }
      add(separator === '{' ? '{}' : '}');
    }
  };
  write(value, 0);
  flush();
  return Buffer.concat(encoded);
}

const encoder = new TextEncoder();
let room = new Uint8Array(PIECE * 4 * BYTES_EACH);

/** Into room that is there and then copied: `Buffer.from` reads a text twice, once to count its bytes. */
function encode(text: string): Buffer {
  if (text.length * BYTES_EACH > room.length) room = new Uint8Array(text.length * BYTES_EACH);
  return Buffer.from(room.subarray(0, encoder.encodeInto(text, room).written));
}
