import { type Command, InvalidArgumentError } from 'commander';
import { type Database, withDatabase } from '../database/connect.js';
import { createFollowerPool } from '../database/follower.js';
import { createPersonalKeys } from '../personal-data/keys.js';
import { openSecret } from '../secret.js';
import { readSettings } from '../settings.js';
import { verifyAll } from '../verify/verify-all.js';

interface VerifyOptions {
  readonly account?: string;
  readonly most: number;
}

/** `docket verify`: recomputes everything from the log; exit code 1 and the first things found where it disagrees. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('recompute state, totals, ledger, lists, stock and hash chain of every order, and name what is wrong')
    .option('--account <account>', 'only this account')
    .option('--most <number>', 'findings to show for each account', positive, 20)
    .action(async (options: VerifyOptions) => {
      const settings = readSettings();
      await withDatabase(settings, async (database) => {
        await printReports(database, await openSecret(settings.secret, database), options);
      });
    });
}

/** Verifies and prints what was found; sets the exit code to 1 where that is anything. */
export async function printReports(
  database: Pick<Database, 'serving' | 'login' | 'roles'>,
  secret: string,
  options: VerifyOptions,
): Promise<void> {
  const { serving } = database;
  const follower = createFollowerPool(database, { max: 1, applicationName: 'docket verify' });
  try {
    const reports = await verifyAll({ serving, follower, keys: createPersonalKeys(secret) }, options);
    for (const { account, orders, events, findings } of reports) {
      process.stdout.write(
        `${account}: ${orders} orders, ${events} events, ${findings.length === 0 ? 'clean' : 'NOT clean'}\n`,
      );
      for (const { where, check, expected, found } of findings) {
        process.stdout.write(`  ${where}: ${check}: expected ${expected}, found ${found}\n`);
      }
      if (findings.length > 0) process.exitCode = 1;
    }
  } finally {
    await follower.end();
  }
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number above 0 is needed');
  return number;
}
