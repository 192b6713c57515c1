import type { Command } from 'commander';
import { composeWritePath } from '../compose-write-path.js';
import { type Database, withDatabase } from '../database/connect.js';
import { accountNames, createFollowerPool } from '../database/follower.js';
import { customersWithAddress } from '../forgetting/customers-with-address.js';
import { forgetAgain, forgetSubject } from '../forgetting/forget-subject.js';
import { openSecret } from '../secret.js';
import { readSettings } from '../settings.js';
import { StartError } from '../start-error.js';

interface ForgetOptions {
  readonly account: string;
  readonly customer?: string;
  readonly email?: string;
  readonly order?: string;
  readonly again?: true;
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
    .option('--again', 'everybody on the list of the forgotten once more, after a backup was restored')
    .requiredOption('--reason <text>', 'why, for the log: the number of the request, not the name of the person')
    .action(async (options: ForgetOptions) => {
      const settings = readSettings();
      await withDatabase(settings, async (database) => {
        const secret = await openSecret(settings.secret, database);
        const now = (): string => new Date().toISOString();
        const { log, execute, committer } = composeWritePath({ database, secret, clock: now });
        try {
          await assertAccount(database, options.account);
          const { account, email, reason } = options;
          const request = { account, at: now(), actor: { kind: 'staff', id: 'cli' }, reason } as const;
          const subject = subjectOf(log.keys, options);
          if (subject === null) {
            const certificates = await forgetAgain({ log, execute }, request);
            process.stdout.write(`${JSON.stringify(certificates, null, 2)}\n`);
            return;
          }
          const certificate = await forgetSubject({ log, execute }, { ...request, subject });
          if (email !== undefined) {
            const { customers } = await customersWithAddress(log.pool, account, email);
            if (customers > 0) process.stderr.write(`docket: ${hintOf(customers)}\n`);
          }
          if (certificate === null) throw new StartError('nobody was found under that name; nothing was changed');
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

const hintOf = (customers: number): string =>
  customers === 1
    ? 'one customer with that mail address keeps its data: run this with --customer and its id too'
    : `${customers} customers with that mail address keep their data: run this with --customer and the id of each too`;

/** Null: everybody on the list. */
function subjectOf(
  keys: Pick<ReturnType<typeof composeWritePath>['log']['keys'], 'subjectOf'>,
  options: ForgetOptions,
): string | null {
  const { account, customer, email, order, again } = options;
  if ([customer, email, order, again].filter((name) => name !== undefined).length !== 1) {
    throw new StartError('name the person by exactly one of --customer, --email and --order, or all by --again');
  }
  if (again === true) return null;
  return keys.subjectOf(account, order ?? '', customer ?? null, email ?? null);
}
