import type { Readable } from 'node:stream';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import {
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
  /** A file of the same name takes the place of the one before. Refusals: import_not_found, import_not_open, import_too_large. */
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
      const before = found.files.findIndex((file) => file.name === name);
      const file = before < 0 ? found.files.length : before;
      if (file >= MOST_FILES) return 'import_too_large';
      const others = found.files.reduce((sum, { bytes }, index) => (index === file ? sum : sum + bytes), 0);
      const bytes = await uploads.store({ account, importId, file }, content, mostBytes - others);
      if (bytes === null) return 'import_too_large';
      const files = found.files.toSpliced(file, 1, { name, bytes });
      return (await noteFiles(pool, account, importId, files, now())) ? existing(account, importId) : 'import_not_open';
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

async function noteFiles(
  pool: pg.Pool,
  account: string,
  importId: string,
  files: Import['files'],
  at: string,
): Promise<boolean> {
  const { rowCount } = await withAccounts(pool, [account], (client) =>
    query(
      client,
      {
        name: 'note_import_files',
        text: `update imports set files = $3, updated_at = $4
                where account = $1 and import_id = $2 and state = 'uploading'`,
      },
      [account, importId, JSON.stringify(files), at],
    ),
  );
  return rowCount === 1;
}

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
