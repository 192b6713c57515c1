import { Command } from 'commander';
import { packageVersion } from '../package-version.js';
import { StartError } from '../start-error.js';
import type { RegisterCommand } from './command.js';

/** One line a command. Each is read when it is asked for: together they are the whole server, and take seconds to read. */
const COMMANDS: Readonly<Record<string, () => Promise<RegisterCommand>>> = {
  serve: async () => (await import('./serve.js')).registerServe,
  orders: async () => (await import('./orders.js')).registerOrders,
  import: async () => (await import('./import.js')).registerImport,
  export: async () => (await import('./export.js')).registerExport,
  accounts: async () => (await import('./accounts.js')).registerAccounts,
  migrate: async () => (await import('./migrate.js')).registerMigrate,
  verify: async () => (await import('./verify.js')).registerVerify,
  doctor: async () => (await import('./doctor.js')).registerDoctor,
  tasks: async () => (await import('./tasks.js')).registerTasks,
  forget: async () => (await import('./forget.js')).registerForget,
  forgotten: async () => (await import('./forgotten.js')).registerForgotten,
  backup: async () => (await import('./backup.js')).registerBackup,
  restore: async () => (await import('./restore.js')).registerRestore,
  replay: async () => (await import('./replay.js')).registerReplay,
  rebuild: async () => (await import('./rebuild.js')).registerRebuild,
  users: async () => (await import('./users.js')).registerUsers,
  'sandbox-gateway': async () => (await import('./sandbox-gateway.js')).registerSandboxGateway,
};

/**
 * Runs the command line. A reason that a person can mend is one line on stderr and exit code 1; anything else is a bug
 * and keeps its stack trace.
 *
 * @param words the words after `docket`
 */
export async function main(words: readonly string[]): Promise<void> {
  const program = new Command('docket')
    .description('An open, self-hosted order management system')
    .version(packageVersion());
  const [first = ''] = words;
  const asked = Object.hasOwn(COMMANDS, first) ? [first] : words.includes('--version') ? [] : Object.keys(COMMANDS);
  for (const name of asked) (await COMMANDS[name]?.())?.(program);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    process.stderr.write(
      error instanceof StartError
        ? `docket: ${error.message}\n`
        : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
