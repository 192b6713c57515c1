import type { Command } from 'commander';
import { withDatabase } from '../database/connect.js';
import { readSettings } from '../settings.js';

/** `docket migrate`: brings the database to the state of this version and ends. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to the state of this version')
    .action(async () => {
      await withDatabase(readSettings(), async ({ applied }) => {
        for (const name of applied) process.stdout.write(`applied ${name}\n`);
        if (applied.length === 0) process.stdout.write('nothing to do\n');
        return Promise.resolve();
      });
    });
}
