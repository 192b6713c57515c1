import { createHmac, hkdfSync } from 'node:crypto';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';

/** How often something may be tried in which time. The window begins with the first try and ends by itself. */
const LIMITS = {
  /** Codes mailed to one address. */
  code_to: { attempts: 5, seconds: 60 * 60 },
  /** Codes asked for from one network address; a proxy may hide many shoppers behind one. */
  code_from: { attempts: 300, seconds: 60 * 60 },
  /** Guesses from one network address; each code ends by itself after five. */
  try_from: { attempts: 300, seconds: 15 * 60 },
} as const;

export interface Attempts {
  /**
   * Counts a try before it is made, so that tries at the same moment, in any process, are counted too. Null: go ahead; else
   * the seconds after which one may try again.
   */
  count(account: string, kind: keyof typeof LIMITS, who: string): Promise<number | null>;
}

export function createAttempts(pool: pg.Pool, secret: string, clock: () => string): Attempts {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'docket shopper attempts 1', 32));
  const nameOf = (kind: string, who: string): Buffer => createHmac('sha256', key).update(`${kind}\n${who}`).digest();
  return {
    async count(account, kind, who) {
      const { attempts, seconds } = LIMITS[kind];
      const at = Date.parse(clock());
      const until = new Date(at + seconds * 1_000);
      const counted = await countAttempt(pool, account, { subject: nameOf(kind, who), at: new Date(at), until });
      if (counted.attempts <= attempts) return null;
      return Math.max(1, Math.ceil((counted.expires_at.getTime() - at) / 1_000));
    },
  };
}

async function countAttempt(
  pool: pg.Pool,
  account: string,
  { subject, at, until }: { subject: Buffer; at: Date; until: Date },
): Promise<{ attempts: number; expires_at: Date }> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ attempts: number; expires_at: Date }>(
      client,
      {
        name: 'count_shopper_attempt',
        // Past any limit the number stays, so that it cannot overflow.
        text: `insert into shopper_attempts as a (account, subject, attempts, expires_at) values ($1, $2, 1, $4)
               on conflict (account, subject) do update
                  set attempts = case when a.expires_at <= $3 then 1 else least(a.attempts + 1, 1000000) end,
                      expires_at = case when a.expires_at <= $3 then excluded.expires_at else a.expires_at end
               returning attempts, expires_at`,
      },
      [account, subject, at, until],
    ),
  );
  const [counted] = rows;
  if (counted === undefined) throw new Error('an attempt was not counted');
  return counted;
}
