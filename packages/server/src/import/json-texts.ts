import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

export interface NumberedText {
  /** Where it begins in its file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** One object may not be larger: a bracket that is never closed would read the whole file into memory. */
const MAX_TEXT = 4 * 1024 * 1024;

/**
 * The texts of the objects in a file: its lines (`jsonl`), or the members of the one array that it is (`json`), each
 * unparsed. Memory holds one of them, however long the file is.
 * @throws where a JSON file is no array, or one text is over 4 MB.
 */
export async function* jsonTexts(stream: Readable, format: 'json' | 'jsonl'): AsyncGenerator<NumberedText> {
  const splitter = format === 'json' ? arraySplitter() : lineSplitter();
  const decoder = new StringDecoder('utf8');
  for await (const chunk of stream) yield* splitter.take(decoder.write(chunk as Buffer));
  yield* splitter.take(decoder.end());
  yield* splitter.end();
}

interface Splitter {
  take(text: string): Iterable<NumberedText>;
  end(): Iterable<NumberedText>;
}

function lineSplitter(): Splitter {
  let rest = '';
  let line = 0;
  return {
    *take(text) {
      const lines = (rest + text).split('\n');
      rest = bounded(lines.pop() ?? '');
      for (const one of lines) {
        line += 1;
        if (one.trim() !== '') yield { line, text: withoutMark(one) };
      }
    },
    *end() {
      if (rest.trim() !== '') yield { line: line + 1, text: withoutMark(rest) };
    },
  };
}

/** Counts brackets outside of strings; a member ends at the comma or bracket of the array itself. */
function arraySplitter(): Splitter {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let line = 1;
  let begins = 1;
  let member = '';
  let state: 'before' | 'inside' | 'after' = 'before';

  function* take(text: string): Generator<NumberedText> {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (char === '\n') line += 1;
      if (inString) {
        if (escaped) escaped = false;
        else if (char === '\\') escaped = true;
        else if (char === '"') inString = false;
        continue;
      }
      if (state !== 'inside') {
        if (state === 'before' && char === '[') {
          state = 'inside';
          from = at + 1;
          begins = line;
        } else if (!/[\s\ufeff]/.test(char)) {
          throw new Error(`the file is not one JSON array: "${char}" in line ${line}`);
        }
        continue;
      }
      if (char === '"') inString = true;
      else if (char === '{' || char === '[') {
        if (depth === 0) begins = line;
        depth += 1;
      } else if (depth > 0 && (char === '}' || char === ']')) depth -= 1;
      else if (depth === 0 && (char === ',' || char === ']')) {
        member += text.slice(from, at);
        from = at + 1;
        if (member.trim() !== '') yield { line: begins, text: member };
        member = '';
        if (char === ']') state = 'after';
      }
    }
    if (state === 'inside') member = bounded(member + text.slice(from));
  }

  return {
    take,
    *end() {
      if (state === 'inside') throw new Error('the JSON array of the file does not end');
      yield* [];
    },
  };
}

function bounded(text: string): string {
  if (text.length > MAX_TEXT) throw new Error('one object of the file is over 4 MB');
  return text;
}

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);
