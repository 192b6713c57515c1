import type { Command } from 'commander';
import { withDatabase } from '../database/connect.js';
import { createPool, query } from '../database/pool.js';
import { createPersonalKeys } from '../personal-data/keys.js';
import { rebuildReadModels } from '../read-models/rebuild.js';
import { loadSecret } from '../secret.js';
import { readSettings } from '../settings.js';

/** `docket rebuild`: makes order list, counts and timers what the orders say; may run beside a working server. */
export function registerRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('make the order list, its counts and the timers anew from the orders')
    .option('--account <account>', 'only this account')
    .action(async ({ account }: { readonly account?: string }) => {
      const settings = readSettings();
      await withDatabase(settings, async ({ login, roles, serving, dataDirectory }) => {
        const keys = createPersonalKeys(await loadSecret(settings.secret, dataDirectory));
        const follower = createPool({ login, role: roles.follower, max: 1, applicationName: 'docket rebuild' });
        try {
          const { rows } = await query<{ account: string }>(follower, {
            text: 'select account from accounts order by account',
          });
          const accounts = rows.map((row) => row.account).filter((name) => account === undefined || name === account);
          if (accounts.length === 0) process.stdout.write('no such account\n');
          for (const name of accounts) {
            const { orders, mended } = await rebuildReadModels({ pool: serving, keys }, name);
            process.stdout.write(`${name}: ${orders} orders, ${mended} rows mended\n`);
          }
        } finally {
          await follower.end();
        }
      });
    });
}
