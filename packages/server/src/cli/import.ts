import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { formatAmount } from '@docket/core/money/amount';
import type { Command } from 'commander';
import { DEFAULT_ACCOUNT } from '../access/first-keys.js';
import { composeWritePath } from '../compose-write-path.js';
import { type Database, withDatabase } from '../database/connect.js';
import { accountNames, createFollowerPool } from '../database/follower.js';
import {
  findImport,
  findUnfinished,
  type Import,
  type ImportSum,
  insertImport,
  listRejections,
} from '../import/import-rows.js';
import { runImport } from '../import/run-import.js';
import { timeOrderedId } from '../time-ordered-id.js';
import { openSecret } from '../secret.js';
import { readSettings } from '../settings.js';
import { StartError } from '../start-error.js';
import { table } from './order-text.js';
import { createProgressBar } from './progress-bar.js';
import { askedToStop } from './stop-signals.js';

interface ImportWords {
  readonly mapping: string;
  readonly account: string;
  readonly rejected: string;
}

/** `docket import orders FILE… --mapping M`: the orders of another system, from its files straight into the database. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('take history over from another system')
    .command('orders <files...>')
    .description('orders of CSV, JSON or JSON Lines, plain or gzip; run again, it goes on where it was broken off')
    .requiredOption('--mapping <file>', 'what rows mean: see docs/how-to/import-history.md')
    .option('--account <account>', 'whose orders they become', DEFAULT_ACCOUNT)
    .option('--rejected <file>', 'where rows go that became no order, one JSON object a line', 'rejected.jsonl')
    .action(async (paths: string[], words: ImportWords) => {
      const settings = readSettings();
      const mapping = await readFile(words.mapping, 'utf8').catch(unreadable(words.mapping));
      const files = await Promise.all(paths.map(fileAt));
      await withDatabase(settings, async (database) => {
        const secret = await openSecret(settings.secret, database);
        await assertAccount(database, words.account);
        await importFiles(database, secret, mapping, files, words);
      });
    });
}

interface LocalFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

async function fileAt(path: string): Promise<LocalFile> {
  const { size } = await stat(path).catch(unreadable(path));
  return { path: resolve(path), name: basename(path), bytes: size };
}

const unreadable =
  (path: string) =>
  (error: unknown): never => {
    throw new StartError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  };

async function assertAccount(database: Database, account: string): Promise<void> {
  const follower = createFollowerPool(database, { max: 1, applicationName: 'docket import' });
  try {
    if (!(await accountNames(follower)).includes(account)) throw new StartError(`there is no account ${account}`);
  } finally {
    await follower.end();
  }
}

async function importFiles(
  database: Database,
  secret: string,
  mapping: string,
  files: readonly LocalFile[],
  { account, rejected }: ImportWords,
): Promise<void> {
  const now = (): string => new Date().toISOString();
  const { serving: pool } = database;
  const fingerprint = await fingerprintOf(mapping, files);
  const found = (await findUnfinished(pool, account, fingerprint)) ?? (await begin());
  if (found.position !== null) say(`going on with import ${found.import_id} behind ${found.done_rows} rows`);

  async function begin(): Promise<Import> {
    const importId = timeOrderedId(now());
    await insertImport(pool, {
      account,
      importId,
      state: 'waiting',
      origin: 'command',
      createdBy: 'cli:import',
      mapping,
      files: files.map(({ name, bytes }) => ({ name, bytes })),
      fingerprint,
      at: now(),
    });
    const made = await findImport(pool, account, importId);
    if (made === null) throw new Error('the import that was just made is gone');
    return made;
  }

  const bar = createProgressBar(process.stderr, performance.now.bind(performance));
  const { writing, committer } = composeWritePath({ database, secret, clock: now });
  const stopping = new AbortController();
  void askedToStop(process, performance.now.bind(performance)).then(() => {
    stopping.abort();
  });
  try {
    const end = await runImport(writing, {
      account,
      import: found,
      files,
      actor: { kind: 'staff', id: 'cli:import' },
      progress: (progress) => {
        bar.show(progress);
      },
      signal: stopping.signal,
    });
    bar.end();
    if (end === 'run elsewhere') throw new StartError('another process runs this very import, or has just ended it');
    const after = await findImport(pool, account, found.import_id);
    if (after === null) throw new Error('the import is gone');
    if (after.rejected > 0) await writeRejected(pool, account, found.import_id, rejected);
    process.stdout.write(statistics(after, rejected));
    if (end === 'failed') throw new StartError(after.failure ?? 'the import failed');
    if (end === 'stopped') throw new StartError('stopped; the same command goes on from here');
  } finally {
    await committer.close();
  }
}

/** The same mapping and the same bytes are the same import. */
async function fingerprintOf(mapping: string, files: readonly LocalFile[]): Promise<string> {
  const hash = createHash('sha256').update(mapping);
  for (const { path, name } of files) {
    hash.update(`\n${name}\n`);
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

async function writeRejected(
  pool: Database['serving'],
  account: string,
  importId: string,
  path: string,
): Promise<void> {
  const file = await open(path, 'w', 0o600).catch(unreadable(path));
  try {
    for (let after = 0; ;) {
      const rows = await listRejections(pool, account, importId, after, 1000);
      const last = rows.at(-1);
      if (last === undefined) return;
      await file.write(rows.map(({ nth: _, ...row }) => `${JSON.stringify(row)}\n`).join(''));
      after = last.nth;
    }
  } finally {
    await file.close();
  }
}

function statistics(done: Import, rejectedFile: string): string {
  const lines = [
    `${done.done_rows} rows: ${done.orders} orders imported, ${done.present} there before, ${done.documents} return invoices, ${done.rejected} rows rejected`,
    ...(done.rejected > 0 ? [`rejected rows: ${rejectedFile}`] : []),
    '',
    ...table(['month', 'status', 'orders', 'total'], done.sums.toSorted(byMonth).map(sumCells)),
  ];
  return `${lines.join('\n')}\n`;
}

const byMonth = (a: ImportSum, b: ImportSum): number => (`${a.month} ${a.status}` < `${b.month} ${b.status}` ? -1 : 1);

const sumCells = ({ month, status, orders, total, currency }: ImportSum): string[] => [
  month,
  status,
  String(orders),
  `${formatAmount(total, currency)} ${currency}`,
];

function say(line: string): void {
  process.stderr.write(`docket: ${line}\n`);
}
