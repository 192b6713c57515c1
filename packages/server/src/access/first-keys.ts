import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import type { Settings } from '../settings.js';
import { ensureAppKey, removeAppKey } from './app-key-rows.js';
import { EVERY_PERMISSION } from './permissions.js';

export const DEFAULT_ACCOUNT = 'default';
export const DEMO_KEY = 'docket-demo';
export const DEMO_TOKEN = 'docket-demo-token';

/**
 * The account that every installation has, and the keys that the settings name. Out of demo mode the key that everybody
 * knows is taken away, also where an earlier start made it. Answers whether the account is new.
 */
export async function ensureFirstKeys(pool: pg.Pool, settings: Pick<Settings, 'demo' | 'appKey'>): Promise<boolean> {
  const { rows } = await withAccounts(pool, [DEFAULT_ACCOUNT], (client) =>
    query<{ made: boolean }>(client, { text: 'select ensure_account($1, $2) as made' }, [DEFAULT_ACCOUNT, 'Default']),
  );
  const permissions = [EVERY_PERMISSION];
  if (settings.demo) {
    await ensureAppKey(pool, DEFAULT_ACCOUNT, { key: DEMO_KEY, token: DEMO_TOKEN, permissions });
  } else {
    await removeAppKey(pool, DEFAULT_ACCOUNT, DEMO_KEY);
  }
  if (settings.appKey !== undefined) {
    await ensureAppKey(pool, DEFAULT_ACCOUNT, { ...settings.appKey, permissions });
  }
  return rows[0]?.made ?? false;
}
