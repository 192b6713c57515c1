import type pg from 'pg';
import { query } from '../database/pool.js';
import { createAttemptNames } from './one-time.js';
import { presenting } from './presenting.js';

interface Limit {
  readonly attempts: number;
  readonly seconds: number;
}

/** How often something may be tried, and in which time. The window begins with the first try and ends by itself. */
const LIMITS = {
  /** Guesses at one person's password, whoever makes them. */
  login: { attempts: 10, seconds: 15 * 60 },
  /** Guesses from one address at anybody's password; an office shares an address, so those that succeed are taken off. */
  login_address: { attempts: 100, seconds: 15 * 60 },
  /** Mails with a link to one person. */
  reset: { attempts: 3, seconds: 60 * 60 },
  reset_address: { attempts: 20, seconds: 60 * 60 },
  /** One-time codes tried from one address: 256 bits are not guessed, but each costs a transaction. */
  code_address: { attempts: 60, seconds: 15 * 60 },
  /** Codes mailed to one shopper of an account. */
  shopper_code_to: { attempts: 5, seconds: 60 * 60 },
  /** Codes that shoppers ask for from one address; a proxy may hide many of them behind one. */
  shopper_code_from: { attempts: 300, seconds: 60 * 60 },
  /** Guesses at codes of shoppers from one address; each code ends by itself after five. */
  shopper_try_from: { attempts: 300, seconds: 15 * 60 },
} as const satisfies Readonly<Record<string, Limit>>;

type AttemptKind = keyof typeof LIMITS;

export interface Attempts {
  /**
   * Counts a try before it is made, so that tries at the same moment, in any process, are counted too. Null: go ahead;
   * else the seconds after which one may try again.
   */
  count(kind: AttemptKind, who: string): Promise<number | null>;
  /** Takes one try off: it was right. */
  takeBack(kind: AttemptKind, who: string): Promise<void>;
  /** Forgets all tries. */
  clear(kind: AttemptKind, who: string): Promise<void>;
}

export function createAttempts(pool: pg.Pool, secret: string, now: () => string): Attempts {
  const nameOf = createAttemptNames(secret);
  return {
    async count(kind, who) {
      const { attempts, seconds } = LIMITS[kind];
      const at = Date.parse(now());
      const counted = await countAttempt(pool, nameOf(kind, who), new Date(at), new Date(at + seconds * 1_000));
      if (counted.attempts <= attempts) return null;
      return Math.max(1, Math.ceil((counted.expires_at.getTime() - at) / 1_000));
    },
    takeBack: (kind, who) => takeBackAttempt(pool, nameOf(kind, who)),
    clear: (kind, who) => clearAttempts(pool, nameOf(kind, who)),
  };
}

interface Counted {
  readonly attempts: number;
  readonly expires_at: Date;
}

async function countAttempt(pool: pg.Pool, subject: Buffer, at: Date, until: Date): Promise<Counted> {
  const { rows } = await presenting(pool, { hash: subject }, (client) =>
    query<Counted & Record<string, unknown>>(
      client,
      {
        name: 'count_attempt',
        // Past any limit the number stays, so that it cannot overflow.
        text: `insert into login_attempts as l (subject, attempts, expires_at) values ($1, 1, $3)
               on conflict (subject) do update
                  set attempts = case when l.expires_at <= $2 then 1 else least(l.attempts + 1, 1000000) end,
                      expires_at = case when l.expires_at <= $2 then excluded.expires_at else l.expires_at end
               returning attempts, expires_at`,
      },
      [subject, at, until],
    ),
  );
  const [counted] = rows;
  if (counted === undefined) throw new Error('an attempt was not counted');
  return counted;
}

async function takeBackAttempt(pool: pg.Pool, subject: Buffer): Promise<void> {
  await presenting(pool, { hash: subject }, (client) =>
    query(
      client,
      {
        name: 'take_back_attempt',
        text: 'update login_attempts set attempts = attempts - 1 where subject = $1 and attempts > 0',
      },
      [subject],
    ),
  );
}

async function clearAttempts(pool: pg.Pool, subject: Buffer): Promise<void> {
  await presenting(pool, { hash: subject }, (client) =>
    query(client, { name: 'clear_attempts', text: 'delete from login_attempts where subject = $1' }, [subject]),
  );
}
