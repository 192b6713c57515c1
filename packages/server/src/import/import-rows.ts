import type pg from 'pg';
import { query, type Statement, withAccounts } from '../database/pool.js';
import type { Rejection } from './import-record.js';

type ImportState = 'uploading' | 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** Orders of one status and month that an import wrote. */
export interface ImportSum {
  readonly status: string;
  /** Of creation, in UTC: `2017-05`. */
  readonly month: string;
  readonly currency: string;
  readonly orders: number;
  /** Minor units. */
  readonly total: number;
}

/** An import as its row tells it. */
export interface Import {
  readonly import_id: string;
  readonly state: ImportState;
  readonly origin: 'upload' | 'command';
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly ended_at: Date | null;
  readonly created_by: string;
  readonly source: string | null;
  readonly mapping: string;
  /** `upload`: the number of its chunks; those of files of older versions have their place in this list. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly upload?: number }[];
  readonly position: string | null;
  readonly bytes: number;
  readonly staged_rows: number;
  readonly done_rows: number;
  readonly orders: number;
  readonly present: number;
  readonly documents: number;
  readonly rejected: number;
  readonly sums: readonly ImportSum[];
  readonly failure: string | null;
  readonly stop: boolean;
}

const COLUMNS = `import_id, state, origin, created_at, updated_at, ended_at, created_by, source, mapping, files, position,
                 bytes, staged_rows, done_rows, orders, present, documents, rejected, sums, failure, stop`;

/** Under which number the chunks of a file lie. */
export const chunksOf = ({ upload }: Import['files'][number], place: number): number => upload ?? place;

interface NewImport {
  readonly account: string;
  readonly importId: string;
  readonly state: ImportState;
  readonly origin: Import['origin'];
  readonly createdBy: string;
  readonly mapping: string;
  readonly files: Import['files'];
  readonly fingerprint: string | null;
  readonly at: string;
}

export async function insertImport(pool: pg.Pool, made: NewImport): Promise<void> {
  const { account, importId, state, origin, createdBy, mapping, files, fingerprint, at } = made;
  await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'insert_import',
        text: `insert into imports (account, import_id, state, origin, created_by, mapping, files, fingerprint, created_at, updated_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      },
      [account, importId, state, origin, createdBy, mapping, JSON.stringify(files), fingerprint, at],
    ),
  );
}

export async function findImport(pool: pg.Pool, account: string, importId: string): Promise<Import | null> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Import & pg.QueryResultRow>(
      client,
      { name: 'find_import', text: `select ${COLUMNS} from imports where account = $1 and import_id = $2` },
      [account, importId],
    ),
  );
  return rows[0] ?? null;
}

/** The newest import of the same mapping and files that has not come to its end. */
export async function findUnfinished(pool: pg.Pool, account: string, fingerprint: string): Promise<Import | null> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Import & pg.QueryResultRow>(
      client,
      {
        name: 'find_unfinished_import',
        text: `select ${COLUMNS} from imports
                where account = $1 and fingerprint = $2 and state not in ('done', 'uploading')
                order by import_id desc limit 1`,
      },
      [account, fingerprint],
    ),
  );
  return rows[0] ?? null;
}

/** Newest first, those before `before`. */
export async function listImports(
  pool: pg.Pool,
  account: string,
  before: string | null,
  limit: number,
): Promise<Import[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Import & pg.QueryResultRow>(
      client,
      {
        name: 'list_imports',
        text: `select ${COLUMNS} from imports
                where account = $1 and ($2::uuid is null or import_id < $2) order by import_id desc limit $3`,
      },
      [account, before, limit],
    ),
  );
  return rows;
}

/** What a run has come to, beside what earlier runs had. */
export interface Advance {
  readonly position: string | null;
  readonly rows: number;
  readonly orders: number;
  readonly present: number;
  readonly documents: number;
  readonly rejected: readonly Rejection[];
  readonly sums: readonly ImportSum[];
}

/** Writes how far a run has come, with the rows that it rejected. Answers whether somebody wants it to end. */
export async function advanceImport(
  pool: pg.Pool,
  account: string,
  importId: string,
  { position, rows: done, orders, present, documents, rejected, sums }: Advance,
  at: string,
): Promise<boolean> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ stop: boolean }>(
      client,
      {
        name: 'advance_import',
        text: `with refused as (
                 insert into import_rejections (account, import_id, nth, file, line, record, reason, value)
                 select $1, $2, i.rejected + u.nth, u.file, u.line, u.record, u.reason, u.value
                   from imports i,
                        unnest($9::text[], $10::int[], $11::text[], $12::text[], $13::bigint[]) with ordinality
                          as u (file, line, record, reason, value, nth)
                  where i.account = $1 and i.import_id = $2)
               update imports
                  set position = $3, done_rows = done_rows + $4, orders = orders + $5, present = present + $6,
                      documents = documents + $7, rejected = rejected + cardinality($9), sums = $8, updated_at = $14
                where account = $1 and import_id = $2
               returning stop`,
      },
      [
        account,
        importId,
        position,
        done,
        orders,
        present,
        documents,
        JSON.stringify(sums),
        rejected.map(({ file }) => storable(file)),
        rejected.map(({ line }) => line),
        rejected.map(({ record }) => storable(record)),
        rejected.map(({ reason }) => storable(reason)),
        rejected.map(({ value }) => value),
        at,
      ],
    ),
  );
  return rows[0]?.stop ?? true;
}

/** NUL cannot be stored, and a row's own words need not be long. */
const storable = (text: string): string => text.replaceAll('\0', ' ').slice(0, 500);

/**
 * False: since it was found in state `from` somebody cancelled or ended it. One that was cancelled may be run again by the
 * same command; what asked it to stop then is over.
 */
export async function startImport(
  pool: pg.Pool,
  account: string,
  { import_id: importId, state: from }: Pick<Import, 'import_id' | 'state'>,
  staged: { readonly rows: number; readonly source: string },
  at: string,
): Promise<boolean> {
  const { rowCount } = await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'start_import',
        text: `update imports
                  set state = 'running', staged_rows = $3, source = $4, failure = null, ended_at = null, updated_at = $5,
                      stop = stop and state = 'running'
                where account = $1 and import_id = $2 and state = $6`,
      },
      [account, importId, staged.rows, staged.source, at, from],
    ),
  );
  return rowCount === 1;
}

/** Ends an import; what was uploaded for it goes. */
export async function endImport(
  pool: pg.Pool,
  account: string,
  importId: string,
  end: { readonly state: 'done' | 'failed' | 'cancelled'; readonly failure: string | null },
  at: string,
): Promise<void> {
  await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'end_import',
        text: `with gone as (delete from import_chunks where account = $1 and import_id = $2)
               update imports set state = $3, failure = $4, ended_at = $5, updated_at = $5,
                      position = case when $3 = 'done' then null else position end
                where account = $1 and import_id = $2`,
      },
      [account, importId, end.state, end.failure === null ? null : storable(end.failure), at],
    ),
  );
}

/** Rejected rows in the order in which they were met, those behind `after`. */
export interface RejectedRow extends Rejection {
  readonly nth: number;
}

export async function listRejections(
  pool: pg.Pool,
  account: string,
  importId: string,
  after: number,
  limit: number,
): Promise<RejectedRow[]> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<RejectedRow & pg.QueryResultRow>(
      client,
      {
        name: 'list_rejections',
        text: `select nth, file, line, record, reason, value from import_rejections
                where account = $1 and import_id = $2 and nth > $3 order by nth limit $4`,
      },
      [account, importId, after, limit],
    ),
  );
  return rows;
}

/**
 * Keeps others from work under the same names, such as running the same import, while `work` runs. The locks belong to a
 * connection: they go with the process that held them, however that ended, so there is no lease to wait for. Null: somebody
 * else is at work under one of the names.
 */
export async function alone<T>(pool: pg.Pool, names: readonly string[], work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  const held: string[] = [];
  try {
    for (const name of names) {
      const { rows } = await query<{ mine: boolean }>(client, lockByName, [name]);
      if (rows[0]?.mine !== true) return null;
      held.push(name);
    }
    return await work();
  } finally {
    try {
      for (const name of held) await query(client, unlockByName, [name]);
    } finally {
      client.release();
    }
  }
}

const lockByName: Statement = { text: 'select pg_try_advisory_lock(hashtextextended($1, 100)) as mine' };
const unlockByName: Statement = { text: 'select pg_advisory_unlock(hashtextextended($1, 100))' };
