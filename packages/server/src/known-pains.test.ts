import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** The table of docs/explanation/known-pains.md: number, pain, answer, and the test that shows it. */
const rows = readFileSync(join(root, 'docs/explanation/known-pains.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| 2\.\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the page of known pains', () => {
  it('answers each of the 42', () => {
    expect(rows.map(([, number]) => number)).toEqual(Array.from({ length: 42 }, (_, index) => `2.${index + 1}`));
    for (const [, number, pain, answer] of rows) expect([pain, answer], number).not.toContain('');
  });

  it.each(rows.map(([, number = '', , , shown = '']) => [number, shown] as const))(
    'names a test that is there for %s',
    (_number, shown) => {
      const [, path = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(shown) ?? [];
      expect(existsSync(join(root, path)), path).toBe(true);
      expect(title).not.toBe('');
      expect(readFileSync(join(root, path), 'utf8')).toContain(title.replaceAll('\\|', '|'));
    },
  );
});
