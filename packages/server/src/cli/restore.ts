import type { Command } from 'commander';
import { restoreFromFile } from '../backup/restore-from-file.js';
import { finishRestore } from '../backup/unfinished-restore.js';
import { composeWritePath } from '../compose-write-path.js';
import { type Database, withDatabase, withServer } from '../database/connect.js';
import { knownSecret, openSecret } from '../secret.js';
import { readSettings, type Settings } from '../settings.js';
import { StartError } from '../start-error.js';
import { printReports } from './verify.js';

interface RestoreOptions {
  readonly replace?: string;
  readonly forgotten?: string;
  readonly verify?: true;
  readonly finish?: true;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `docket restore FILE`: an empty database, or one that may be replaced, becomes what the backup says. */
export function registerRestore(program: Command): void {
  program
    .command('restore [file]')
    .description('make an empty database what a backup says, and forget again whoever was forgotten since')
    .option('--replace <database>', 'delete what is in the database first; its name confirms it')
    .option('--forgotten <list>', 'people forgotten since the backup, as docket forgotten prints them')
    .option('--verify', 'run docket verify afterwards')
    .option('--finish', 'go on with a restore that was cut off after the rows were in; needs no file')
    .action(async (file: string | undefined, options: RestoreOptions) => {
      const settings = readSettings();
      if ((file === undefined) !== (options.finish === true)) {
        throw new StartError('name the file of the backup, or --finish for a restore that was cut off');
      }
      if (file !== undefined) await restore(settings, file, options);
      await withDatabase(settings, (database) => finish(settings, database, options));
    });
}

async function restore(settings: Settings, file: string, { replace, forgotten }: RestoreOptions): Promise<void> {
  await withServer(settings, async ({ owner, dataDirectory }) => {
    const secret = await knownSecret(settings.secret, dataDirectory);
    const client = await owner.connect();
    try {
      const { manifest, rows, applied } = await restoreFromFile({
        client,
        secret,
        file,
        replace,
        forgottenFile: forgotten,
      });
      say(`${rows} rows of ${manifest.at}, written by Docket ${manifest.docket}`);
      for (const name of applied) say(`applied ${name}`);
    } finally {
      client.release(true);
    }
  });
}

async function finish(settings: Settings, database: Database, { verify }: RestoreOptions): Promise<void> {
  const secret = await openSecret(settings.secret, database);
  const clock = (): string => new Date().toISOString();
  const { log, execute, committer } = composeWritePath({ database, secret, clock });
  try {
    const forgotten = await finishRestore(database.owner, { log, execute }, clock());
    if (forgotten === null) throw new StartError('no restore is open: there is nothing to finish');
    say(forgotten === 1 ? 'one person was forgotten again' : `${forgotten} people were forgotten again`);
  } finally {
    await committer.close();
  }
  if (verify === true) await printReports(database, secret, { most: 20 });
}
