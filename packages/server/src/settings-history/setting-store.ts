import type pg from 'pg';
import { raiseCatalogueVersion } from '../catalogue/catalogue-version.js';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { type Edit, recordChanges } from './record-change.js';
import type { SettingKind } from './setting-kinds.js';

/**
 * A plain table whose rows are settings of an account, in the words of the API. The SQL stands in the file of the table;
 * what is the same for all of them (locking, history, version of the catalogue) stands here.
 */
export interface SettingTable<Row extends object> {
  readonly kind: SettingKind;
  /** Decisions on orders read it: every change raises the version of the catalogue. */
  readonly decisionsRead: boolean;
  readonly keyOf: (row: Row) => string;
  /** The rows of these keys that there are, locked until the transaction ends; in any order. */
  readonly find: (client: pg.ClientBase, account: string, keys: readonly string[]) => Promise<Row[]>;
  /** Rows after this key, in its order. */
  readonly page: (client: pg.ClientBase, account: string, after: string, limit: number) => Promise<Row[]>;
  /** How many an account may have; absent: any number. */
  readonly most?: number;
  /** Adds rows and replaces those whose key is there. */
  readonly save: (client: pg.ClientBase, edit: Edit, rows: readonly Row[]) => Promise<void>;
  readonly remove: (client: pg.ClientBase, account: string, key: string) => Promise<void>;
  /** What a row names and the account does not have; null where all is there. */
  readonly missing?: (client: pg.ClientBase, account: string, rows: readonly Row[]) => Promise<Missing | null>;
  /** What still needs the row, in a word or two; null where it may go. */
  readonly usedBy?: (client: pg.ClientBase, account: string, key: string) => Promise<string | null>;
}

/** Nothing was written: a row names something that the account does not have. */
export interface Missing {
  readonly problem: 'missing';
  /** Which of the rows. */
  readonly index: number;
  readonly field: string;
  readonly value: string;
}

/** Nothing was written: there would be more than an account may have. */
export interface TooMany {
  readonly problem: 'too_many';
  readonly limit: number;
}

/** Nothing was removed: something needs it. */
interface InUse {
  readonly problem: 'in_use';
  readonly by: string;
}

export interface SettingStore<Row extends object> {
  get(account: string, key: string): Promise<Row | null>;
  page(account: string, after: string, limit: number): Promise<readonly Row[]>;
  /** Adds rows and replaces those whose key is there, all or none. Of a key given twice the last row stays. */
  load(edit: Edit, rows: readonly Row[]): Promise<'ok' | Missing | TooMany>;
  /**
   * Writes what `next` makes of the row as it stands (null: there is none). Whatever `next` throws leaves all as it was:
   * conditions on the row are asked there, where nobody can change it meanwhile.
   */
  change(edit: Edit, key: string, next: (before: Row | null) => Row): Promise<Changed<Row> | Missing | TooMany>;
  /** `allowed` may throw, as above. False: there is no such row. */
  remove(edit: Edit, key: string, allowed: (before: Row) => void): Promise<boolean | InUse>;
}

interface Changed<Row> {
  readonly created: boolean;
  readonly row: Row;
}

export function createSettingStore<Row extends object>(pool: pg.Pool, table: SettingTable<Row>): SettingStore<Row> {
  const { kind, keyOf, find, missing, usedBy, most } = table;

  /** Writes rows with their history. The last statement locks the account's head, which commits of orders lock last too. */
  async function write(
    client: pg.ClientBase,
    edit: Edit,
    before: ReadonlyMap<string, Row>,
    rows: readonly Row[],
  ): Promise<Missing | TooMany | null> {
    const lacks = (await missing?.(client, edit.account, rows)) ?? null;
    if (lacks !== null) return lacks;
    const added = rows.filter((row) => !before.has(keyOf(row))).length;
    // Edits of one kind follow each other, so nobody adds one meanwhile.
    const there = most === undefined || added === 0 ? 0 : (await table.page(client, edit.account, '', most)).length;
    if (most !== undefined && there + added > most && added > 0) return { problem: 'too_many', limit: most };
    await table.save(client, edit, rows);
    await recorded(
      client,
      edit,
      rows.map((row) => ({ key: keyOf(row), before: before.get(keyOf(row)) ?? null, after: row })),
    );
    return null;
  }

  async function recorded(
    client: pg.ClientBase,
    edit: Edit,
    changes: readonly { readonly key: string; readonly before: Row | null; readonly after: Row | null }[],
  ): Promise<void> {
    const count = await recordChanges(
      client,
      edit,
      changes.map((change) => ({ kind, ...change })),
    );
    if (table.decisionsRead && count > 0) await raiseCatalogueVersion(client, edit.account);
  }

  const inTurn = <T>(edit: Edit, work: (client: pg.ClientBase) => Promise<T>): Promise<T> =>
    withAccounts(pool, [edit.account], (client) =>
      inTransaction(client, async () => {
        await lockKind(client, edit.account, kind);
        return work(client);
      }),
    );

  return {
    async get(account, key) {
      const rows = await withAccounts(pool, [account], (client) => find(client, account, [key]));
      return rows[0] ?? null;
    },
    page: (account, after, limit) =>
      withAccounts(pool, [account], (client) => table.page(client, account, after, limit)),
    load: (edit, loaded) =>
      inTurn(edit, async (client) => {
        const rows = [...new Map(loaded.map((row) => [keyOf(row), row])).values()];
        const before = await find(client, edit.account, rows.map(keyOf));
        return (await write(client, edit, new Map(before.map((row) => [keyOf(row), row])), rows)) ?? 'ok';
      }),
    change: (edit, key, next) =>
      inTurn(edit, async (client) => {
        const [before] = await find(client, edit.account, [key]);
        const row = next(before ?? null);
        const lacks = await write(client, edit, new Map(before === undefined ? [] : [[key, before]]), [row]);
        return lacks ?? { created: before === undefined, row };
      }),
    remove: (edit, key, allowed) =>
      inTurn(edit, async (client) => {
        const [before] = await find(client, edit.account, [key]);
        if (before === undefined) return false;
        allowed(before);
        const by = (await usedBy?.(client, edit.account, key)) ?? null;
        if (by !== null) return { problem: 'in_use', by };
        await table.remove(client, edit.account, key);
        await recorded(client, edit, [{ key, before, after: null }]);
        return true;
      }),
  };
}

/** The name under which edits of a kind wait for each other. */
export const settingLock = (account: string, kind: SettingKind): string => `settings\n${account}\n${kind}`;

/**
 * Edits of one kind follow each other within an account: a row that does not exist yet cannot be locked, and its history
 * must not say twice that it was created.
 */
async function lockKind(client: pg.ClientBase, account: string, kind: SettingKind): Promise<void> {
  await query(client, { name: 'lock_setting_kind', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))' }, [
    settingLock(account, kind),
  ]);
}
