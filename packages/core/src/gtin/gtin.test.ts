import { describe, expect, it } from 'vitest';
import { gtinProblem, normaliseGtin } from './gtin.js';

describe('a GTIN', () => {
  it.each([
    ['96385074', '00000096385074'],
    ['036000291452', '00036000291452'],
    ['4006381333931', '04006381333931'],
    ['5901234123457', '05901234123457'],
    ['6291041500213', '06291041500213'],
    ['10614141123459', '10614141123459'],
    ['978-3-16-148410-0', '09783161484100'],
    [' 4006381 333931 ', '04006381333931'],
  ])('%s is one, compared as %s', (value, normalised) => {
    expect(gtinProblem(value)).toBeNull();
    expect(normaliseGtin(value)).toBe(normalised);
  });

  it.each([
    ['', 'length'],
    ['123', 'length'],
    ['36000291452', 'length'], // a GTIN-12 whose leading zero a spreadsheet ate
    ['400638133393100', 'length'],
    ['4.00638E+12', 'digits'],
    ['400638133393X', 'digits'],
    ['٤٠٠٦٣٨١٣٣٣٩٣١', 'digits'],
    ['4006381333930', 'check_digit'],
    ['4006381339331', 'check_digit'], // two digits swapped
    ['00000000', 'all_zeros'],
    ['0000000000000', 'all_zeros'],
    ['00000000000000', 'all_zeros'],
  ])('"%s" is none: %s', (value, problem) => {
    expect(gtinProblem(value)).toBe(problem);
    expect(normaliseGtin(value)).toBeNull();
  });

  it('keeps its check digit when padded to 14 digits', () => {
    expect(gtinProblem('00000096385074')).toBeNull();
  });

  it.each(Array.from('4006381333931', (digit, position) => [position, digit] as const))(
    'with its digit %i misread is caught',
    (position, digit) => {
      const misread = String((Number(digit) + 1) % 10);
      const value = '4006381333931'.slice(0, position) + misread + '4006381333931'.slice(position + 1);
      expect(gtinProblem(value)).toBe('check_digit');
    },
  );
});
