import type { Writable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { sharingMigrations } from '../database/migrate.js';
import { query } from '../database/pool.js';
import { secretMarkOf } from '../secret.js';
import { StartError } from '../start-error.js';
import { createBackupWriter, type Manifest } from './backup-file.js';
import { type StoredTable, storedSequences, storedTables } from './stored-tables.js';

export interface BackupRequest {
  /** Of the login itself, no transaction open. */
  readonly client: pg.ClientBase;
  /** Whom the policies show every account; undefined: the login, which names all accounts. */
  readonly followerRole: string | undefined;
  readonly target: Writable;
  readonly secret: string;
  readonly version: string;
  readonly at: string;
  readonly progress?: (table: string, rows: number) => void;
}

export interface Backup {
  readonly manifest: Omit<Manifest, 'parts' | 'format'>;
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Copies everything stored, as of one moment, while others go on writing: one read-only transaction, a table after the
 * other, in constant memory. Holds back neither reads nor writes; only a migration waits for it.
 *
 * @throws StartError when the database is not one of Docket, or was sealed with another secret.
 */
export async function writeBackup(request: BackupRequest): Promise<Backup> {
  const { client } = request;
  const tables = await sharingMigrations(client, async () => {
    // Like this the snapshot is taken when no migration runs, and none can begin that would rewrite a table under it.
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    const found = await storedTables(client);
    if (!found.some(({ name }) => name === 'schema_migrations')) {
      throw new StartError('there is nothing to back up: the database was never started by Docket');
    }
    for (const table of found)
      await actAs(request, table, `lock table ${pg.escapeIdentifier(table.name)} in access share mode`);
    return found;
  });
  try {
    return await copyAll(request, tables);
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}

async function copyAll(request: BackupRequest, tables: readonly StoredTable[]): Promise<Backup> {
  const { client, secret, target, version, at } = request;
  const described = await describeDatabase(request, version, at);
  if (described.secretMark !== secretMarkOf(secret)) {
    throw new StartError(
      'DOCKET_SECRET is another one than at the first start: a backup under it could not be restored',
    );
  }
  const writer = await createBackupWriter(target);
  let rows = 0;
  for (const table of tables) {
    await actAs(request, table);
    const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    const source = client.query(copyTo(`copy (select ${columns} from ${pg.escapeIdentifier(table.name)}) to stdout`));
    await writer.addPart(table.name, table.columns, source, () => source.rowCount);
    rows += source.rowCount;
    request.progress?.(table.name, source.rowCount);
  }
  await client.query('reset role');
  // After the rows: a sequence knows no snapshot, and may stand too far but never too low.
  const manifest = { ...described, sequences: await storedSequences(client) };
  return { manifest, rows, bytes: await writer.finish(manifest, secret) };
}

async function describeDatabase(
  request: BackupRequest,
  version: string,
  at: string,
): Promise<Omit<Manifest, 'parts' | 'format'>> {
  const { client } = request;
  await client.query('reset role');
  const { rows: facts } = await query<{ mark: string | null; until: string }>(client, {
    text: `select (select value from installation where name = 'secret') as mark, order_list_future_from() as until`,
  });
  const { rows: migrations } = await query<Manifest['migrations'][number]>(client, {
    text: 'select number, name, sha256 from schema_migrations order by number',
  });
  await actAs(request, { secured: true });
  const { rows: accounts } = await query<Manifest['accounts'][number]>(client, {
    text: `select h.account, h.seq, encode(e.hash, 'hex') as "lastHash"
             from account_heads h left join events e on e.account = h.account and e.seq = h.seq order by h.account`,
  });
  const { mark, until } = facts[0] ?? { mark: null, until: '' };
  if (mark === null) throw new StartError('there is nothing to back up: no server was ever started here');
  return {
    docket: version,
    at,
    secretMark: mark,
    migrations,
    orderListUntil: until,
    accounts,
    sequences: [],
  };
}

/** The follower sees the rows of every account; what no policy guards is the login's own. */
async function actAs(
  { client, followerRole }: BackupRequest,
  { secured }: Pick<StoredTable, 'secured'>,
  then = '',
): Promise<void> {
  const role = secured && followerRole !== undefined ? pg.escapeIdentifier(followerRole) : 'none';
  await client.query(`set local role ${role}; ${then}`);
  if (secured && followerRole === undefined) {
    await client.query(
      "select set_config('docket.accounts', coalesce(string_agg(account, ','), ''), true) from accounts",
    );
  }
}
