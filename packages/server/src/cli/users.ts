import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import { DEFAULT_ACCOUNT } from '../access/first-keys.js';
import { unknownRole } from '../access/role-rows.js';
import { type Database, withDatabase } from '../database/connect.js';
import { accountNames, createFollowerPool } from '../database/follower.js';
import { withAccounts } from '../database/pool.js';
import { isMailAddress } from '../mail/address.js';
import { normalisedAddress } from '../personal-data/keys.js';
import { openSecret } from '../secret.js';
import { readSettings, type Settings } from '../settings.js';
import { StartError } from '../start-error.js';
import { unknownStore } from '../stores/unknown-store.js';
import { invitationLink, passwordLink } from '../users/announcements.js';
import { INVITATION_DAYS } from '../users/invitations.js';
import type { Member } from '../users/membership-rows.js';
import { createOperator } from '../users/operator.js';
import { RESET_MINUTES } from '../users/password-resets.js';
import { isRefused, type UserRefusal } from '../users/refusal.js';
import { createStaff, type Staff } from '../users/staff.js';

interface Tools {
  readonly database: Database;
  readonly staff: Staff;
  readonly publicUrl: URL;
}

/** `docket users`: the people who work here, for whoever runs the installation. Needs neither a mail server nor a login. */
export function registerUsers(program: Command): void {
  const users = program
    .command('users')
    .description('the people who work here: invite, list, reset a password, disable');
  const inAccount = (command: Command): Command =>
    command.option('--account <account>', 'of which account', DEFAULT_ACCOUNT);

  inAccount(users.command('invite <email>'))
    .description('invite somebody, or once more, and print the link to hand over')
    .requiredOption('--role <role...>', 'what they may do, such as administrator')
    .option('--store <store...>', 'only orders of these stores')
    .option('--seller <seller>', 'only orders of which this seller has a line')
    .option('--own', 'only orders that are assigned to them')
    .action((email: string, options: InviteOptions) => withTools((tools) => invite(tools, email, options)));

  inAccount(users.command('list'))
    .description('who works in the account, or is invited')
    .action(({ account }: { readonly account: string }) => withTools((tools) => list(tools, account)));

  users
    .command('reset-password <email>')
    .description('print a link to set a new password, or set it')
    .option('--stdin', 'set the password that stands on standard input')
    .action((email: string, { stdin }: { readonly stdin?: true }) =>
      withTools((tools) => (stdin === true ? setPassword(tools, email) : printReset(tools, email))),
    );

  users
    .command('disable <email>')
    .description('close their login in all accounts, and end their sessions')
    .action((email: string) => withTools((tools) => close(tools, email, new Date().toISOString())));
  users
    .command('enable <email>')
    .description('open their login again')
    .action((email: string) => withTools((tools) => close(tools, email, null)));

  inAccount(users.command('remove <email>'))
    .description('take them out of the account; who works nowhere else is forgotten')
    .action((email: string, { account }: { readonly account: string }) =>
      withTools((tools) => remove(tools, email, account)),
    );
}

interface InviteOptions {
  readonly account: string;
  readonly role: readonly string[];
  readonly store?: readonly string[];
  readonly seller?: string;
  readonly own?: true;
}

async function withTools(work: (tools: Tools) => Promise<void>): Promise<void> {
  const settings: Settings = readSettings();
  await withDatabase(settings, async (database) => {
    const secret = await openSecret(settings.secret, database);
    const staff = createStaff({ pool: database.serving, secret, now: () => new Date().toISOString() });
    await work({ database, staff, publicUrl: new URL(settings.publicUrl) });
  });
}

/** Told by the link alone: no mail is queued. */
const nobodyElse = (): Promise<void> => Promise.resolve();

async function invite({ database, staff, publicUrl }: Tools, email: string, options: InviteOptions): Promise<void> {
  if (!isMailAddress(email)) throw new StartError(`${email} is no mail address`);
  const { account, role: roles, store: stores = null, seller = null, own = false } = options;
  await assertAccount(database, account);
  await assertKnown(database, account, { roles, stores });
  const wanted = { account, email, roles, stores, seller, own, invitedBy: 'cli', locale: null };
  let invited = await staff.invitations.invite(wanted, nobodyElse);
  if (isRefused(invited) && invited.refused === 'user_exists') {
    invited = await staff.invitations.resend(account, await idOf(database, account, email), () => nobodyElse);
  }
  if (isRefused(invited)) throw startErrorOf(invited, email);
  process.stdout.write(`${invitationLink(publicUrl, invited.code)}\n`);
  process.stderr.write(`docket: good for ${INVITATION_DAYS} days and for one use; hand it to nobody but ${email}\n`);
}

async function assertKnown(
  { serving }: Database,
  account: string,
  { roles, stores }: { readonly roles: readonly string[]; readonly stores: readonly string[] | null },
): Promise<void> {
  await withAccounts(serving, [account], async (client) => {
    const role = await unknownRole(client, account, roles);
    if (role !== null) throw new StartError(`the account ${account} has no role ${role}`);
    const unknown = await unknownStore(client, account, stores, []);
    if (unknown !== null) throw new StartError(`the account ${account} has no store ${unknown.details.store}`);
  });
}

async function idOf({ serving }: Database, account: string, email: string): Promise<string> {
  for await (const member of createOperator(serving).list(account)) {
    if (member.email === normalisedAddress(email)) return member.userId;
  }
  return '';
}

async function list({ database }: Tools, account: string): Promise<void> {
  await assertAccount(database, account);
  for await (const member of createOperator(database.serving).list(account)) {
    process.stdout.write(`${lineOf(member)}\n`);
  }
}

function lineOf({ email, name, roles, acceptedAt, disabledAt, userDisabled, lastLoginAt }: Member): string {
  const status = disabledAt !== null || userDisabled ? 'disabled' : acceptedAt === null ? 'invited' : 'active';
  const seen = lastLoginAt === null ? 'never' : lastLoginAt.toISOString();
  // A name may hold anything, and a terminal obeys control characters.
  const shown = (name ?? '').replaceAll(/\p{Cc}/gu, ' ');
  return [email, status, roles.join(','), seen, shown].join('\t');
}

async function printReset({ staff, publicUrl }: Tools, email: string): Promise<void> {
  const code = await staff.resets.issue(email);
  if (code === null) throw new StartError(`nobody has the address ${email}`);
  process.stdout.write(`${passwordLink(publicUrl, code)}\n`);
  process.stderr.write(`docket: good for ${RESET_MINUTES} minutes and for one use; hand it to nobody but ${email}\n`);
}

async function setPassword({ staff }: Tools, email: string): Promise<void> {
  // A line end is of the terminal, not of the password.
  const password = (await readAll(process.stdin)).replace(/\r?\n$/, '');
  const refusal = await staff.resets.set(email, password);
  if (refusal !== null) throw startErrorOf(refusal, email);
  process.stdout.write('the password is set, and every session of the person has ended\n');
}

async function close({ database }: Tools, email: string, at: string | null): Promise<void> {
  const found = await createOperator(database.serving).setClosed(email, at);
  if (!found) throw new StartError(`nobody has the address ${email}`);
  process.stdout.write(at === null ? 'they can log in again\n' : 'they cannot log in, and every session has ended\n');
}

async function remove({ database }: Tools, email: string, account: string): Promise<void> {
  await assertAccount(database, account);
  const found = await createOperator(database.serving).remove(account, email);
  if (!found) throw new StartError(`nobody of the address ${email} is in the account ${account}`);
  process.stdout.write(`they are out of the account ${account}\n`);
}

function startErrorOf({ refused, details }: UserRefusal, email: string): StartError {
  if (refused === 'already_accepted') return new StartError(`${email} works there already; try reset-password`);
  if (refused === 'user_not_found') return new StartError(`nobody has the address ${email}`);
  if (refused === 'password_refused') {
    const problem = String(details?.['problem']);
    return new StartError(`a password has 12 to 256 characters and is not the mail address (${problem})`);
  }
  return new StartError(refused);
}

async function assertAccount(database: Database, account: string): Promise<void> {
  const follower = createFollowerPool(database, { max: 1, applicationName: 'docket users' });
  try {
    if (!(await accountNames(follower)).includes(account)) throw new StartError(`there is no account ${account}`);
  } finally {
    await follower.end();
  }
}
