import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PERMISSIONS } from '../../../server/src/access/permissions.js';

type Meanings = Readonly<Record<string, Readonly<Record<string, string>>>>;

const meaningsIn = (language: string): Meanings =>
  (
    JSON.parse(readFileSync(new URL(`../i18n/${language}/access.json`, import.meta.url), 'utf8')) as {
      meanings: Meanings;
    }
  ).meanings;

it.each(['en', 'de', 'fr', 'pt'])(
  'every permission has its meaning in %s, in English that of the server',
  (language) => {
    const meanings = meaningsIn(language);
    for (const [permission, meaning] of Object.entries(PERMISSIONS)) {
      const [group = '', what = ''] = permission.split('.');
      expect(meanings[group]?.[what], permission).toEqual(language === 'en' ? meaning : expect.any(String));
    }
  },
);
