import type pg from 'pg';
import { assertRestoreFinished } from '../backup/unfinished-restore.js';
import type { Server } from '../database/connect.js';
import { migrationsLeft } from '../database/migrate.js';
import { createPool, query } from '../database/pool.js';
import { assertBound, type Roles } from '../database/roles.js';
import { assertSecretFits } from '../secret.js';
import { StartError } from '../start-error.js';
import { fail, ok, type Verdict, warn } from './verdict.js';

export async function serverVersion(owner: pg.Pool): Promise<Verdict> {
  const { rows } = await query<{ version: string }>(owner, {
    text: "select current_setting('server_version') as version",
  });
  return ok('database', `PostgreSQL ${rows[0]?.version ?? ''}`);
}

export async function migrations(owner: pg.Pool): Promise<Verdict> {
  return refusedOr('migrations', 'Start the version of Docket that this database was last used with.', async () => {
    const { left, all } = await migrationsLeft(owner);
    if (left.length === 0) return ok('migrations', `all ${all} are in`);
    return warn(
      'migrations',
      `${left.length} of ${all} are still to run`,
      'Run npx docket migrate, or start the server.',
    );
  });
}

/** Whether what the server works as is bound by the policies of each table. */
export async function rowSecurity({ login }: Pick<Server, 'login'>, { serving: role }: Roles): Promise<Verdict> {
  const next = 'See docs/how-to/run-on-your-own-postgresql.md: the login needs other rights.';
  return refusedOr('policies', next, async () => {
    const serving = createPool({ login, role, max: 1, applicationName: 'docket doctor' });
    try {
      await assertBound(serving);
    } finally {
      await serving.end();
    }
    return ok('policies', `${role ?? 'the login'} sees one account at a time`);
  });
}

export async function secretFits(configured: string | undefined, server: Server): Promise<Verdict> {
  const next = 'Set DOCKET_SECRET (or put the file secret back) to what it was at the first start.';
  return refusedOr('secret', next, async () => {
    await assertSecretFits(configured, server);
    return ok('secret', 'opens what is stored');
  });
}

export async function restoreFinished(owner: pg.Pool): Promise<Verdict> {
  return refusedOr('restore', 'Run npx docket restore --finish.', async () => {
    await assertRestoreFinished(owner);
    return ok('restore', 'none is unfinished');
  });
}

/** Leases and timers compare times of both. Seconds. */
const CLOCKS_DIFFER = 2;
const CLOCKS_DISAGREE = 60;

/** @param now milliseconds since 1970, as this process sees them */
export async function clocks(owner: pg.Pool, now: () => number): Promise<Verdict> {
  const before = now();
  const { rows } = await query<{ at: number }>(owner, {
    text: 'select extract(epoch from clock_timestamp())::float8 * 1000 as at',
  });
  const skew = ((rows[0]?.at ?? 0) - (before + now()) / 2) / 1000;
  const found = `the database is ${Math.abs(skew).toFixed(1)} s ${skew < 0 ? 'behind' : 'ahead of'} this machine`;
  const next = 'Set both clocks by NTP: timers, leases and sessions compare their times.';
  if (Math.abs(skew) > CLOCKS_DISAGREE) return fail('clock', found, next);
  return Math.abs(skew) > CLOCKS_DIFFER ? warn('clock', found, next) : ok('clock', found);
}

/** What a start would refuse is a failure with its words. */
async function refusedOr(check: string, next: string, look: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof StartError) return fail(check, error.message, next);
    throw error;
  }
}
