import { describe, expect, it } from 'vitest';
import { fold, identifierOf, wordsOf } from './tokenise.js';

const words = (text: string): string[] => wordsOf(fold(text));

describe('words of a text', () => {
  it.each([
    ['João da Silva', ['joao', 'da', 'silva']],
    ['ana.reis@Example.test', ['ana', 'reis', 'example', 'test']],
    ['Straße Łódź Ærø', ['strasse', 'lodz', 'aero']],
    ['AB-12/X', ['ab', '12']],
    ['ﬁne ２２', ['fine', '22']],
    ['Ana B. Reis', ['ana', 'reis']],
    ['注文 123', ['注文', '123']],
    ['  -- ', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('are found with and without accents, composed or not', () => {
    expect(words('Müller')).toEqual(words('Mu\u0308ller'));
    expect(words('Müller')).toEqual(words('MULLER'));
  });

  it('keep the first 40 characters of a very long one', () => {
    expect(words('a'.repeat(100))).toEqual(['a'.repeat(40)]);
    expect(words('é'.repeat(100))).toEqual(['e'.repeat(40)]);
  });
});

describe('a value as a whole', () => {
  it('keeps its punctuation and loses its case', () => {
    expect(identifierOf(' SHIRT-Red/M ')).toBe('shirt-red/m');
  });

  it('stays apart from a very long one that differs only at its end', () => {
    const [a, b] = [identifierOf(`${'9'.repeat(200)}a`), identifierOf(`${'9'.repeat(200)}b`)];
    expect(a).not.toBe(b);
    expect(a.length).toBeLessThanOrEqual(64);
  });

  it('is never cut through a character of two halves', () => {
    expect(identifierOf('😀'.repeat(100))).not.toMatch(/\p{Surrogate}/u);
    expect(identifierOf(`x${'😀'.repeat(100)}`)).not.toMatch(/\p{Surrogate}/u);
  });
});
