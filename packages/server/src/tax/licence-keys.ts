import type pg from 'pg';
import { raiseCatalogueVersion } from '../catalogue/catalogue-version.js';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { type Edit, recordChange } from '../settings-history/record-change.js';
import type { TaxSeal } from './tax-seal.js';

/** Writes the keys of tax services; nothing reads them but the calls that are made with them. */
export interface LicenceKeys {
  /** Null takes the key away. False: the store has no tax settings. */
  set(edit: Edit, store: string, licenceKey: string | null): Promise<boolean>;
}

export const createLicenceKeys = (pool: pg.Pool, seal: Pick<TaxSeal, 'sealKey'>): LicenceKeys => ({
  set: (edit, store, licenceKey) =>
    withAccounts(pool, [edit.account], (client) =>
      inTransaction(client, async () => {
        const before = await hasKey(client, edit.account, store);
        if (before === null) return false;
        const sealed = licenceKey === null ? null : seal.sealKey(edit.account, store, licenceKey);
        await query(
          client,
          {
            name: 'set_tax_licence_key',
            text: 'update tax_settings set licence_key = $3 where account = $1 and store = $2',
          },
          [edit.account, store, sealed],
        );
        // Of a key that takes another's place the history tells too, and keeps neither.
        await recordChange(client, {
          ...edit,
          kind: 'tax_settings',
          key: store,
          before: { licenceKey: before ? 'before' : null },
          after: { licenceKey: sealed === null ? null : 'after' },
        });
        await raiseCatalogueVersion(client, edit.account);
        return true;
      }),
    ),
});

async function hasKey(client: pg.ClientBase, account: string, store: string): Promise<boolean | null> {
  const { rows } = await query<{ has: boolean }>(
    client,
    {
      name: 'has_tax_licence_key',
      text: 'select licence_key is not null as has from tax_settings where account = $1 and store = $2 for update',
    },
    [account, store],
  );
  return rows[0]?.has ?? null;
}
