import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { type Edit, recordChange } from '../settings-history/record-change.js';
import { type SettingTable, settingLock } from '../settings-history/setting-store.js';
import { beginFollowing } from './positions.js';
import type { ProviderSeal } from './provider-seal.js';

export const ADAPTERS = ['manual', 'sandbox', 'stripe', 'store_credit'] as const;
export type Adapter = (typeof ADAPTERS)[number];

/** Secrets that an adapter cannot do without. */
export const SECRETS_OF: Readonly<Record<Adapter, readonly string[]>> = {
  manual: [],
  sandbox: ['apiKey'],
  stripe: ['secretKey', 'eventSecret'],
  store_credit: [],
};

/** A payment provider of an account, without its secrets. */
export interface ProviderRow {
  readonly provider: string;
  readonly name: string;
  readonly adapter: Adapter;
  /** False: no new payment names it; what was begun with it goes on. */
  readonly active: boolean;
  /** Of the sandbox: where it listens. */
  readonly url: string | null;
  /** Of the sandbox: what it shall do wrong, or late. */
  readonly behaviours: readonly string[];
}

const columns = 'provider, name, adapter, active, url, behaviours';

export const PAYMENT_PROVIDERS: SettingTable<ProviderRow> = {
  kind: 'payment_provider',
  decisionsRead: true,
  most: 100,
  keyOf: ({ provider }) => provider,
  async find(client, account, keys) {
    const { rows } = await query<ProviderRow & Record<string, unknown>>(
      client,
      {
        name: 'find_payment_providers',
        text: `select ${columns} from payment_providers where account = $1 and provider = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<ProviderRow & Record<string, unknown>>(
      client,
      {
        name: 'list_payment_providers',
        text: `select ${columns} from payment_providers where account = $1 and provider > $2 order by provider limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_payment_providers',
        text: `insert into payment_providers (account, provider, name, adapter, active, url, behaviours)
               select $1, provider, name, adapter, active, url, behaviours
                 from json_to_recordset($2)
                      as p (provider text, name text, adapter text, active boolean, url text, behaviours text[])
               on conflict (account, provider) do update
                  set name = excluded.name, active = excluded.active, url = excluded.url,
                      behaviours = excluded.behaviours,
                      -- Keys for one kind of provider are none for another, and those for one address none for another.
                      secrets = case when payment_providers.adapter = excluded.adapter
                                      and payment_providers.url is not distinct from excluded.url
                                     then payment_providers.secrets end,
                      adapter = excluded.adapter`,
      },
      [account, JSON.stringify(rows)],
    );
    if (rows.some(({ adapter }) => adapter !== 'manual')) await beginFollowing(client, account);
  },
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_payment_provider', text: 'delete from payment_providers where account = $1 and provider = $2' },
      [account, key],
    );
  },
  /** Without its keys nobody could ask what became of money that is on its way, or close a page on which a buyer pays. */
  async usedBy(client, account, key) {
    const { rows } = await query<{ moves: boolean; waits: boolean }>(
      client,
      {
        name: 'payment_provider_used_by',
        text: `select exists (
                 select from document_list d
                   join orders o on o.account = d.account and o.order_id = d.order_id
                  where d.account = $1 and d.kind in ('capture', 'void', 'refund') and d.status = 'requested'
                    and o.documents::jsonb #>> array['payment', substr(d.parent, length('payment:') + 1), 'provider'] = $2
               ) as moves, exists (
                 select from document_list d
                   join orders o on o.account = d.account and o.order_id = d.order_id
                  where d.account = $1 and d.kind = 'payment' and d.status = 'pending' and d.outer_id is not null
                    and o.documents::jsonb #>> array['payment', d.document_id, 'provider'] = $2
               ) as waits`,
      },
      [account, key],
    );
    const [used] = rows;
    if (used?.moves === true) return 'money under way';
    return used?.waits === true ? 'payments that wait for their buyers' : null;
  },
};

/** Names of secrets of a provider, without what they are. */
export interface SecretNames {
  /** Those that are there. */
  readonly names: readonly string[];
  /** Those that its kind cannot do without. */
  readonly needed: readonly string[];
}

/** What is secret of a provider. It is written and used, and never shown again. */
export interface ProviderSecrets {
  /** Null: there is no such provider. */
  names(account: string, provider: string): Promise<SecretNames | null>;
  /** Sets some of them and takes away those that are null. Answers as `names`. */
  change(
    edit: Required<Edit>,
    provider: string,
    secrets: Readonly<Record<string, string | null>>,
  ): Promise<SecretNames | null>;
}

export function createProviderSecrets(pool: pg.Pool, seal: ProviderSeal): ProviderSecrets {
  return {
    names: (account, provider) =>
      withAccounts(pool, [account], async (client) => {
        const found = await findProvider(client, account, provider, seal);
        return found === null ? null : namesOf(found, found.secrets);
      }),
    change: (edit, provider, secrets) =>
      withAccounts(pool, [edit.account], (client) =>
        inTransaction(client, async () => {
          await lockProviders(client, edit.account);
          const found = await findProvider(client, edit.account, provider, seal);
          if (found === null) return null;
          const next = Object.fromEntries(
            Object.entries({ ...found.secrets, ...secrets }).filter(
              (each): each is [string, string] => each[1] !== null,
            ),
          );
          await saveSecrets(client, edit.account, provider, seal.seal(edit.account, provider, next));
          const [before, after] = [found.secrets, next].map((each) => ({ secrets: Object.keys(each).sort() }));
          // The same names with other values are a change too.
          const changed = Object.keys(secrets).sort();
          await recordChange(client, {
            ...edit,
            kind: 'payment_provider',
            key: provider,
            before: before ?? null,
            after: { ...after, secretsChanged: changed },
          });
          return namesOf(found, next);
        }),
      ),
  };
}

const namesOf = ({ adapter }: ProviderRow, secrets: Readonly<Record<string, string>>): SecretNames => ({
  names: Object.keys(secrets).sort(),
  needed: SECRETS_OF[adapter],
});

export type OpenedRow = ProviderRow & { readonly secrets: Readonly<Record<string, string>> };

/** With its secrets; null: there is none. */
export async function findProvider(
  client: pg.ClientBase,
  account: string,
  provider: string,
  seal: ProviderSeal,
): Promise<OpenedRow | null> {
  const { rows } = await query<ProviderRow & { sealed: Buffer | null } & Record<string, unknown>>(
    client,
    {
      name: 'find_payment_provider',
      text: `select ${columns}, secrets as sealed from payment_providers where account = $1 and provider = $2`,
    },
    [account, provider],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { sealed, ...plain } = row;
  return { ...plain, secrets: sealed === null ? {} : seal.open(account, provider, sealed) };
}

async function saveSecrets(client: pg.ClientBase, account: string, provider: string, sealed: Buffer): Promise<void> {
  await query(
    client,
    {
      name: 'save_provider_secrets',
      text: 'update payment_providers set secrets = $3 where account = $1 and provider = $2',
    },
    [account, provider, sealed],
  );
}

async function lockProviders(client: pg.ClientBase, account: string): Promise<void> {
  await query(client, { name: 'lock_providers', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))' }, [
    settingLock(account, 'payment_provider'),
  ]);
}
