import type { Command } from 'commander';
import { withDatabase } from '../database/connect.js';
import { accountNames, createFollowerPool } from '../database/follower.js';
import { openEventLog } from '../event-log/read-events.js';
import { createPersonalKeys } from '../personal-data/keys.js';
import { rebuildReadModels } from '../read-models/rebuild.js';
import { openSecret } from '../secret.js';
import { readSettings } from '../settings.js';
import { StartError } from '../start-error.js';

/** `docket rebuild`: makes order list, counts and timers what the orders say; may run beside a working server. */
export function registerRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('make the order list, its counts and the timers anew from the orders')
    .option('--account <account>', 'only this account')
    .action(async ({ account }: { readonly account?: string }) => {
      const settings = readSettings();
      await withDatabase(settings, async (database) => {
        const keys = createPersonalKeys(await openSecret(settings.secret, database));
        const follower = createFollowerPool(database, { max: 1, applicationName: 'docket rebuild' });
        try {
          const accounts = (await accountNames(follower)).filter((name) => account === undefined || name === account);
          if (account !== undefined && accounts.length === 0) throw new StartError(`there is no account ${account}`);
          for (const name of accounts) {
            const { orders, mended } = await rebuildReadModels(openEventLog(database.serving, keys), name);
            process.stdout.write(`${name}: ${orders} orders, ${mended} rows mended\n`);
          }
        } finally {
          await follower.end();
        }
      });
    });
}
