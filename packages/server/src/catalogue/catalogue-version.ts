import type pg from 'pg';
import { query } from '../database/pool.js';

/**
 * Tells every process that what decisions read from plain tables was changed. The last statement of its transaction: it
 * locks the account's head, which commits of orders lock last too.
 */
export async function raiseCatalogueVersion(client: pg.ClientBase, account: string): Promise<void> {
  await query(
    client,
    {
      name: 'raise_catalogue_version',
      text: 'update account_heads set catalogue_version = catalogue_version + 1 where account = $1',
    },
    [account],
  );
}
