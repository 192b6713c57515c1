import type { Command } from 'commander';
import { composeWritePath } from '../compose.js';
import { type Database, withDatabase } from '../database/connect.js';
import { accountNames, createFollowerPool } from '../database/follower.js';
import { forgetSubject } from '../forgetting/forget-subject.js';
import { openSecret } from '../secret.js';
import { readSettings } from '../settings.js';
import { StartError } from '../start-error.js';

interface ForgetOptions {
  readonly account: string;
  readonly customer?: string;
  readonly email?: string;
  readonly order?: string;
  readonly reason: string;
}

/** `docket forget`: destroys a person's keys, redacts every copy and prints the certificate as JSON. */
export function registerForget(program: Command): void {
  program
    .command('forget')
    .description('forget a person: destroy their keys, redact every copy, print a certificate')
    .option('--account <account>', 'account of the orders', 'default')
    .option('--customer <id>', 'the person by customer id')
    .option('--email <address>', 'the person by the mail address they ordered with as a guest')
    .option('--order <id>', 'the person behind one order that names neither')
    .requiredOption('--reason <text>', 'why, for the log: the number of the request, not the name of the person')
    .action(async (options: ForgetOptions) => {
      const settings = readSettings();
      await withDatabase(settings, async (database) => {
        const secret = await openSecret(settings.secret, database);
        const now = (): string => new Date().toISOString();
        const { log, execute, committer } = composeWritePath({ database, secret, clock: now });
        try {
          await assertAccount(database, options.account);
          const certificate = await forgetSubject(
            { log, execute },
            {
              account: options.account,
              subject: subjectOf(log.keys, options),
              at: now(),
              actor: { kind: 'staff', id: 'cli' },
              reason: options.reason,
            },
          );
          if (certificate.orders.length === 0 && Object.values(certificate.rows).every((count) => count === 0)) {
            throw new StartError(
              'nobody was found under that name; nothing was changed but the list of forgotten people',
            );
          }
          process.stdout.write(`${JSON.stringify(certificate, null, 2)}\n`);
        } finally {
          await committer.close();
        }
      });
    });
}

/** A list of the forgotten for an account that does not exist would be a trap for the restore. */
async function assertAccount(database: Database, account: string): Promise<void> {
  const follower = createFollowerPool(database, { max: 1, applicationName: 'docket forget' });
  try {
    if (!(await accountNames(follower)).includes(account)) throw new StartError(`there is no account ${account}`);
  } finally {
    await follower.end();
  }
}

function subjectOf(
  keys: Pick<ReturnType<typeof composeWritePath>['log']['keys'], 'subjectOf'>,
  options: ForgetOptions,
): string {
  const { account, customer, email, order } = options;
  if ([customer, email, order].filter((name) => name !== undefined).length !== 1) {
    throw new StartError('name the person by exactly one of --customer, --email and --order');
  }
  return keys.subjectOf(account, order ?? '', customer ?? null, email ?? null);
}
