import { randomInt } from 'node:crypto';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { query, type Statement, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import {
  chunksOf,
  endImport,
  findImport,
  type Import,
  insertImport,
  listImports,
  listRejections,
  type RejectedRow,
} from './import-rows.js';
import type { Uploads } from './uploads.js';

/** Why an import cannot be changed so. */
export type ImportRefusal = 'import_not_found' | 'import_not_open' | 'import_too_large' | 'import_without_files';

/** Imports as the routes reach them: files come in, a worker runs them. */
export interface Imports {
  create(account: string, made: { readonly mapping: string; readonly by: string }): Promise<Import>;
  /**
   * A file of the same name takes the place of the one before when it is whole. Several may come at once; one that is still
   * coming when the import is started is refused. Refusals: import_not_found, import_not_open, import_too_large.
   */
  addFile(account: string, importId: string, name: string, content: Readable): Promise<Import | ImportRefusal>;
  /** Hands it to a worker. Refusals: import_not_found, import_not_open, import_without_files. */
  start(account: string, importId: string): Promise<Import | ImportRefusal>;
  /** A running one ends after the batch that it is at; what was written stays. Refusals: import_not_found, import_not_open. */
  cancel(account: string, importId: string): Promise<Import | ImportRefusal>;
  find(account: string, importId: string): Promise<Import | null>;
  list(account: string, before: string | null, limit: number): Promise<readonly Import[]>;
  rejections(account: string, importId: string, after: number, limit: number): Promise<readonly RejectedRow[]>;
}

export interface ImportsDependencies {
  readonly pool: pg.Pool;
  readonly uploads: Uploads;
  readonly now: () => string;
  readonly newId: (now: string) => string;
  /** Bytes that the files of one import may have together. */
  readonly mostBytes: number;
}

/** Files of one import; histories come in a handful. */
const MOST_FILES = 20;

export function createImports({ pool, uploads, now, newId, mostBytes }: ImportsDependencies): Imports {
  async function existing(account: string, importId: string): Promise<Import> {
    const found = await findImport(pool, account, importId);
    if (found === null) throw new Error(`import ${importId} is gone`);
    return found;
  }

  const fits = (files: Files, name: string, bytes: number): boolean =>
    others(files, name).length < MOST_FILES && bytesOf(others(files, name)) + bytes <= mostBytes;

  /** Holds the row, so that of files that come at once each finds those before it. */
  const addTo = (account: string, importId: string, file: Files[number]): Promise<ImportRefusal | null> =>
    withAccounts(pool, [account], (client) =>
      inTransaction(client, async () => {
        const { rows } = await query<Pick<Import, 'state' | 'files'>>(client, lockStatement, [account, importId]);
        const [found] = rows;
        if (found === undefined) return 'import_not_found';
        if (found.state !== 'uploading') return 'import_not_open';
        const { files } = found;
        if (!fits(files, file.name, file.bytes)) return 'import_too_large';
        const before = files.findIndex(({ name }) => name === file.name);
        const after = before < 0 ? [...files, file] : files.with(before, file);
        await query(client, filesStatement, [account, importId, JSON.stringify(after), now()]);
        const replaced = files[before];
        if (replaced !== undefined) {
          await query(client, dropStatement, [account, importId, chunksOf(replaced, before)]);
        }
        return null;
      }),
    );

  return {
    async create(account, { mapping, by }) {
      const importId = newId(now());
      const made = { account, importId, state: 'uploading', origin: 'upload', createdBy: by, mapping } as const;
      await insertImport(pool, { ...made, files: [], fingerprint: null, at: now() });
      return existing(account, importId);
    },
    async addFile(account, importId, name, content) {
      const found = await findImport(pool, account, importId);
      if (found === null) return 'import_not_found';
      if (found.state !== 'uploading') return 'import_not_open';
      const { files } = found;
      if (!fits(files, name, 0)) return 'import_too_large';
      const upload = newUpload();
      const place = { account, importId, file: upload };
      const bytes = await uploads.store(place, content, mostBytes - bytesOf(others(files, name)));
      if (typeof bytes === 'string') return bytes;
      const refusal = await addTo(account, importId, { name, bytes, upload });
      if (refusal === null) return existing(account, importId);
      await uploads.discard(place);
      return refusal;
    },
    async start(account, importId) {
      const found = await findImport(pool, account, importId);
      if (found === null) return 'import_not_found';
      if (found.files.length === 0) return 'import_without_files';
      return (await move(pool, account, importId, 'uploading', now()))
        ? existing(account, importId)
        : 'import_not_open';
    },
    async cancel(account, importId) {
      const found = await findImport(pool, account, importId);
      if (found === null) return 'import_not_found';
      if (found.ended_at !== null) return 'import_not_open';
      // One statement, so that of this and of a worker that begins one is first; the other sees it.
      if (await askToStop(pool, account, importId, now())) {
        await endImport(pool, account, importId, { state: 'cancelled', failure: null }, now());
      }
      const after = await existing(account, importId);
      return after.stop ? after : 'import_not_open';
    },
    find: (account, importId) => findImport(pool, account, importId),
    list: (account, before, limit) => listImports(pool, account, before, limit),
    rejections: (account, importId, after, limit) => listRejections(pool, account, importId, after, limit),
  };
}

type Files = Import['files'];

const others = (files: Files, name: string): Files => files.filter((file) => file.name !== name);
const bytesOf = (files: Files): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
/** By chance, so that none has to be reserved; a clash meets the primary key of the chunks. */
const newUpload = (): number => randomInt(MOST_FILES, 2 ** 31);

const lockStatement: Statement = {
  name: 'lock_import_files',
  text: 'select state, files from imports where account = $1 and import_id = $2 for update',
};
const filesStatement: Statement = {
  name: 'note_import_files',
  text: 'update imports set files = $3, updated_at = $4 where account = $1 and import_id = $2',
};
const dropStatement: Statement = {
  name: 'drop_import_file',
  text: 'delete from import_chunks where account = $1 and import_id = $2 and file = $3',
};

/** Of two who start it at once, one does. */
async function move(
  pool: pg.Pool,
  account: string,
  importId: string,
  from: Import['state'],
  at: string,
): Promise<boolean> {
  const { rowCount } = await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'queue_import',
        text: `update imports set state = 'waiting', updated_at = $4
                where account = $1 and import_id = $2 and state = $3`,
      },
      [account, importId, from, at],
    ),
  );
  return rowCount === 1;
}

/** True: nobody runs it, and from now on nobody begins. False: who runs it stops, or it had ended. */
async function askToStop(pool: pg.Pool, account: string, importId: string, at: string): Promise<boolean> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ state: Import['state'] }>(
      client,
      {
        name: 'stop_import',
        text: `update imports
                  set stop = true, state = case when state = 'running' then state else 'cancelled' end, updated_at = $3
                where account = $1 and import_id = $2 and ended_at is null
               returning state`,
      },
      [account, importId, at],
    ),
  );
  return rows[0]?.state === 'cancelled';
}
