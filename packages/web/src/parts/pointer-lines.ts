/** A text of JSON that was read, with the line (from 1) of everything in it by its JSON pointer; or the line of its fault. */
export type ReadJson =
  { readonly value: unknown; readonly lines: ReadonlyMap<string, number> } | { readonly faultLine: number };

const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null))/y;

/** Reads as `JSON.parse` does, and remembers where each value began: findings of the server name places by pointers. */
export function readJson(text: string): ReadJson {
  const lines = new Map<string, number>();
  let at = 0;
  const lineAt = (position: number): number => text.slice(0, position).split('\n').length;
  const next = (): { token: string; line: number } => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) throw new Fault(lineAt(at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)));
    at = TOKEN.lastIndex;
    const token = found[1] ?? found[2] ?? found[3] ?? '';
    return { token, line: lineAt(at - token.length) };
  };
  const peek = (): string => {
    const kept = at;
    const { token } = next();
    at = kept;
    return token;
  };
  const expect = (wanted: string): void => {
    const { token, line } = next();
    if (token !== wanted) throw new Fault(line);
  };
  const members = (close: string, member: (place: number) => void): void => {
    if (peek() === close) return void next();
    for (let place = 0; ; place += 1) {
      member(place);
      const { token, line } = next();
      if (token === close) return;
      if (token !== ',') throw new Fault(line);
    }
  };
  const value = (pointer: string): void => {
    const { token, line } = next();
    if (!lines.has(pointer)) lines.set(pointer, line);
    if (token === '[') return members(']', (place) => value(`${pointer}/${place}`));
    if (token === '{') {
      return members('}', () => {
        const name = next();
        if (!name.token.startsWith('"')) throw new Fault(name.line);
        const inner = `${pointer}/${escaped(JSON.parse(name.token) as string)}`;
        lines.set(inner, name.line);
        expect(':');
        value(inner);
      });
    }
    if (/^[\]},:]$/.test(token)) throw new Fault(line);
  };
  try {
    value('');
    if (text.slice(at).trim() !== '') throw new Fault(lineAt(at));
    return { value: JSON.parse(text) as unknown, lines };
  } catch (error) {
    return { faultLine: error instanceof Fault ? error.line : 1 };
  }
}

/** The line of a place, or of what it would stand in where it is not there itself. */
export function lineOf(lines: ReadonlyMap<string, number>, pointer: string): number {
  for (let place = pointer; ; place = place.slice(0, place.lastIndexOf('/'))) {
    const line = lines.get(place);
    if (line !== undefined) return line;
    if (!place.includes('/')) return 1;
  }
}

class Fault extends Error {
  readonly line: number;

  constructor(line: number) {
    super('not JSON');
    this.line = line;
  }
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
