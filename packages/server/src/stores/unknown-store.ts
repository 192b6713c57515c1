import type pg from 'pg';
import { STORES } from './stores.js';

interface StoreUnknown {
  readonly refused: 'store_unknown';
  readonly pointer: string;
  readonly details: { readonly store: string };
}

/**
 * Refuses a scope that names a store which the account has not; null where it has all. What the scope named `before`
 * stays, for a store may have been taken away since. Sellers are names on lines without a table, so any may stand there.
 */
export async function unknownStore(
  client: pg.ClientBase,
  account: string,
  stores: readonly string[] | null,
  before: readonly string[],
): Promise<StoreUnknown | null> {
  const added = (stores ?? []).filter((store) => !before.includes(store));
  if (added.length === 0) return null;
  const known = new Set((await STORES.find(client, account, added)).map(({ store }) => store));
  const store = added.find((each) => !known.has(each));
  if (store === undefined) return null;
  return { refused: 'store_unknown', pointer: `/scope/stores/${String(stores?.indexOf(store))}`, details: { store } };
}
