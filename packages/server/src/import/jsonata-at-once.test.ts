import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import { jsonataAtOnce } from './jsonata-at-once.js';

const INPUT = {
  lines: [
    { sku: 'TEA', price: '5.90', tags: ['green', 'loose'] },
    { sku: 'POT', price: '11.10', tags: [] },
  ],
  note: null,
};

describe('JSONata that answers at once', () => {
  it('answers with a value and not with a promise of it: the pinned version of the library is known', () => {
    expect(jsonataAtOnce('1 + 1').evaluate(null)).toBe(2);
  });

  it.each([
    'lines.sku',
    'lines[price > "6"].{ "a": sku, "b": $number(price) }',
    '$sum(lines.$number(price))',
    'lines{ sku: $count(tags) }',
    '$map(lines, function($l, $i) { $l.sku & $i })',
    '($f := function($n) { $n < 2 ? 1 : $n * $f($n - 1) }; $f(10))',
    'lines.tags ~> $join(",")',
    '$sort(lines, function($a, $b) { $a.sku > $b.sku }).sku',
    'lines^(>price).sku[0]',
    '$reduce([1..5], function($a, $b) { $a + $b })',
    '$filter(lines, function($l) { $exists($l.tags[0]) })',
    '$replace("a1b2", /[0-9]/, function($m) { "<" & $m.match & ">" })',
    '$eval("1 + 2") & $lookup($, "note")',
    '$ ~> |lines|{ "price": 1 }|',
    'lines@$l.tags.{ "s": $l.sku, "t": $ }',
    'nothing.at.all',
    '$each(lines[0], function($v, $k) { $k })',
    'lines.%.note',
  ])('%s is what the library says', async (text) => {
    const expected: unknown = await jsonata(text).evaluate(INPUT);
    expect(JSON.stringify(jsonataAtOnce(text).evaluate(INPUT))).toBe(JSON.stringify(expected));
  });

  it.each(['1 + "a"', '$error("no")', '$unknown()', 'lines.sku.$number()'])('%s fails as there', async (text) => {
    const codeOf = async (evaluate: () => unknown): Promise<string> => {
      try {
        await evaluate();
        return 'no error';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const expected = await codeOf(() => jsonata(text).evaluate(INPUT));
    expect(expected).not.toBe('no error');
    expect(await codeOf(() => jsonataAtOnce(text).evaluate(INPUT))).toBe(expected);
  });
});
