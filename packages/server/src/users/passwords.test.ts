import { describe, expect, it } from 'vitest';
import { createPasswords, passwordProblem } from './passwords.js';

const passwords = createPasswords();
const GOOD = 'a teapot of clay';

describe('a password', () => {
  it.each([
    ['eleven char', 'too_short'],
    ['twelve chars', null],
    ['🫖'.repeat(11), 'too_short'],
    ['🫖'.repeat(12), null],
    // Ligatures are one letter on the keyboard and two for everybody who reads it.
    ['ﬁ'.repeat(6), null],
    ['x'.repeat(256), null],
    ['x'.repeat(257), 'too_long'],
    ['Ana.Gruber@Example.com', 'is_address'],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password, 'ana.gruber@example.com')).toBe(problem);
  });

  it('is kept as argon2id of 19 MiB and two passes, with a salt of its own', async () => {
    const [one, other] = [await passwords.hash(GOOD), await passwords.hash(GOOD)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passwords.verify(one, GOOD)).toBe(true);
    expect(await passwords.verify(one, `${GOOD} `)).toBe(false);
  });

  it('is the same however the keyboard composes its letters', async () => {
    const stored = await passwords.hash('Kaff\u00ea und Kuchen');
    expect(await passwords.verify(stored, 'Kaffe\u0302 und Kuchen')).toBe(true);
  });

  it('of nobody is never right, and takes as long as a wrong one', async () => {
    const stored = await passwords.hash(GOOD);
    // The fastest of several, taken in turn: everything else that the machine does only adds to it.
    let [ofNobody, ofSomebody] = [Infinity, Infinity];
    const millis = async (of: string | null): Promise<number> => {
      const began = performance.now();
      expect(await passwords.verify(of, 'another password')).toBe(false);
      return performance.now() - began;
    };
    for (let n = 0; n < 6; n += 1) {
      ofNobody = Math.min(ofNobody, await millis(null));
      ofSomebody = Math.min(ofSomebody, await millis(stored));
    }
    expect(ofNobody / ofSomebody).toBeGreaterThan(0.3);
    expect(ofNobody / ofSomebody).toBeLessThan(3);
  });

  it('waits where two are hashed already, and is turned away behind those who may wait', async () => {
    const few = createPasswords(3);
    const answers = await Promise.all(Array.from({ length: 8 }, () => few.verify(null, GOOD)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(3);
    expect(await few.verify(null, GOOD)).toBe(false);
  });
});
