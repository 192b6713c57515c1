import type { Command } from 'commander';
import { forgottenHere, forgottenLines } from '../backup/forgotten-list.js';
import { withDatabase } from '../database/connect.js';
import { createFollowerPool } from '../database/follower.js';
import { openSecret, secretMarkOf } from '../secret.js';
import { readSettings } from '../settings.js';

/** `docket forgotten`: who has to be forgotten again when an older backup is restored; holds nothing about a person. */
export function registerForgotten(program: Command): void {
  program
    .command('forgotten')
    .description('print the list of the forgotten of all accounts, for docket restore --forgotten')
    .action(async () => {
      const settings = readSettings();
      await withDatabase(settings, async (database) => {
        const secret = await openSecret(settings.secret, database);
        const follower = createFollowerPool(database, { max: 1, applicationName: 'docket forgotten' });
        try {
          const client = await follower.connect();
          const forgotten = await forgottenHere(client);
          client.release();
          process.stdout.write(forgottenLines(secretMarkOf(secret), forgotten));
        } finally {
          await follower.end();
        }
      });
    });
}
