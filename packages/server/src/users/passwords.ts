import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP advises it: 19 MiB, two passes, one lane; about 50 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each takes a thread that the rest of the process needs too, and 19 MiB. */
const AT_ONCE = 2;
/** 40 at two a time wait about a second; whoever comes after them is told to come back. */
const MAY_WAIT = 40;

const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 256;

export interface Passwords {
  /** Null: too many wait already. */
  hash(password: string): Promise<string | null>;
  /**
   * Whether it is this password. Of a person that does not exist or has none (`stored` null) it takes as long, and never
   * is. Null: too many wait already.
   */
  verify(stored: string | null, password: string): Promise<boolean | null>;
}

/** What is wrong with a new password, or null. Letters count as a reader sees them, however the keyboard made them. */
export function passwordProblem(password: string, email: string): 'too_short' | 'too_long' | 'is_address' | null {
  const letters = Array.from(normalised(password));
  if (letters.length < MIN_PASSWORD) return 'too_short';
  if (letters.length > MAX_PASSWORD) return 'too_long';
  return normalised(password).toLowerCase() === email.toLowerCase() ? 'is_address' : null;
}

/** The same password typed on another keyboard gives other bytes without this. */
const normalised = (password: string): string => password.normalize('NFKC');

/** Of no password that anybody knows, at the same cost. */
const OF_NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$VIyhGEGt+MxqgmpUjtVO+A$LAo6C17iUliQAfCpoiDk6iwZDC/mTtzU+T+dLiLHktA';

export function createPasswords(mayWait = MAY_WAIT): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    if (running >= AT_ONCE) {
      if (waiting.length >= mayWait) return null;
      // Whoever ends hands its turn on, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (password) => inTurn(() => hash(normalised(password), COST)),
    verify: (stored, password) =>
      inTurn(async () => {
        const right = await verify(stored ?? OF_NOBODY, normalised(password));
        return right && stored !== null;
      }),
  };
}
