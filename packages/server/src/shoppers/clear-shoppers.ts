import type pg from 'pg';
import { query } from '../database/pool.js';

/** Drops codes, sessions and links that have ended, of all accounts. `follower` sees every account. */
export async function clearShoppers(follower: pg.Pool, now: string): Promise<void> {
  for (const text of [
    'delete from shopper_codes where expires_at < $1',
    'delete from shopper_sessions where expires_at < $1',
    'delete from guest_links where expires_at < $1',
    `delete from draft_order_links l
      where l.expires_at < $1
        and not exists (select from guest_links g where g.account = l.account and g.link_id = l.link_id)`,
  ]) {
    await query(follower, { text }, [now]);
  }
}
