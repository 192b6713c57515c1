import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Rows of a page whose first column is such a number: all their cells. */
const rowsOf = (page: string, number: RegExp): string[][] =>
  readFileSync(join(root, 'docs/explanation', page), 'utf8')
    .split('\n')
    .filter((line) => number.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

/** What comes in a later version has no test, and its row says so. */
const LATER = ['T20', 'T28'];

describe.each([
  ['known-pains.md', rowsOf('known-pains.md', /^\| 2\.\d+ /), Array.from({ length: 42 }, (_, at) => `2.${at + 1}`)],
  ['document-rules.md', rowsOf('document-rules.md', /^\| T\d+ /), Array.from({ length: 28 }, (_, at) => `T${at + 1}`)],
])('%s', (_page, rows, numbers) => {
  it('answers each of them', () => {
    expect(rows.map(([, number]) => number)).toEqual(numbers);
    for (const row of rows) expect(row.slice(1, -2), row[1]).not.toContain('');
  });

  it.each(rows.filter(([, number = '']) => !LATER.includes(number)).map((row) => [row[1], row.at(-2) ?? ''] as const))(
    'names tests that are there for %s',
    (_number, shown) => {
      for (const one of shown.split(/; (?=`)/)) {
        const [, path = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(one) ?? [];
        expect(existsSync(join(root, path)), path).toBe(true);
        expect(title).not.toBe('');
        expect(readFileSync(join(root, path), 'utf8')).toContain(title.replaceAll('\\|', '|'));
      }
    },
  );
});
