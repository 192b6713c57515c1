import type { Command } from 'commander';
import { createAccount } from '../accounts/create-account.js';
import { withDatabase } from '../database/connect.js';
import { accountNames, createFollowerPool } from '../database/follower.js';
import { readSettings } from '../settings.js';
import { StartError } from '../start-error.js';

/** `docket accounts`: the accounts of the installation, and a further one with its first key. */
export function registerAccounts(program: Command): void {
  const accounts = program.command('accounts').description('accounts of this installation');
  accounts
    .command('list')
    .description('name them')
    .action(async () => {
      await withDatabase(readSettings(), async (database) => {
        const follower = createFollowerPool(database, { max: 1, applicationName: 'docket accounts' });
        try {
          for (const name of await accountNames(follower)) process.stdout.write(`${name}\n`);
        } finally {
          await follower.end();
        }
      });
    });
  accounts
    .command('create <account>')
    .description('make a further account; its first key is shown once')
    .option('--name <name>', 'what people call it')
    .action(async (account: string, { name = account }: { readonly name?: string }) => {
      if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(account)) {
        throw new StartError('an account is named by 1 to 63 small letters, digits, _ and -');
      }
      await withDatabase(readSettings(), async ({ serving }) => {
        const made = await createAccount(serving, { account, name }, { at: new Date().toISOString(), actor: 'cli' });
        if (made === null) throw new StartError(`there is an account ${account} already`);
        process.stdout.write(`account ${account}\nkey ${made.key}\ntoken ${made.token}\n`);
      });
    });
}
