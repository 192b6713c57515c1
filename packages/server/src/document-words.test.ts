import { readFileSync } from 'node:fs';
import { DOCUMENT_KINDS } from '@docket/core/order/document-kinds';
import { describe, expect, it } from 'vitest';

/** The desk has no words of a kind that core does not have, and one for each state that core has. */

interface Words {
  readonly kinds: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const wordsIn = (language: string): Words =>
  JSON.parse(readFileSync(new URL(`../../web/src/i18n/${language}/documents.json`, import.meta.url), 'utf8')) as Words;

const KINDS = Object.values(DOCUMENT_KINDS).filter(({ kind }) => kind !== 'custom');

describe.each(['en', 'de', 'fr', 'pt'])('the words of documents in %s', (language) => {
  const words = wordsIn(language);

  it('are of every built-in kind', () => {
    const names = KINDS.map(({ kind }) => kind).sort();
    expect(Object.keys(words.states).sort()).toEqual(names);
    expect(Object.keys(words.lists).sort()).toEqual(names);
    expect(Object.keys(words.kinds).sort()).toEqual([...names, 'custom'].sort());
  });

  it.each(KINDS.map((kind) => [kind.title, kind] as const))('tell every state of a %s', (_title, { kind, states }) => {
    expect(Object.keys(words.states[kind] ?? {}).sort()).toEqual(Object.keys(states).sort());
  });
});
