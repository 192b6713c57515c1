import { Command } from 'commander';
import { packageVersion } from '../package-version.js';
import { StartError } from '../start-error.js';
import type { RegisterCommand } from './command.js';
import { registerAccounts } from './accounts.js';
import { registerDoctor } from './doctor.js';
import { registerBackup } from './backup.js';
import { registerExport } from './export.js';
import { registerForget } from './forget.js';
import { registerForgotten } from './forgotten.js';
import { registerImport } from './import.js';
import { registerMigrate } from './migrate.js';
import { registerOrders } from './orders.js';
import { registerRebuild } from './rebuild.js';
import { registerReplay } from './replay.js';
import { registerRestore } from './restore.js';
import { registerSandboxGateway } from './sandbox-gateway.js';
import { registerServe } from './serve.js';
import { registerTasks } from './tasks.js';
import { registerUsers } from './users.js';
import { registerVerify } from './verify.js';

/** One line a command. */
const commands: readonly RegisterCommand[] = [
  registerServe,
  registerOrders,
  registerImport,
  registerExport,
  registerAccounts,
  registerMigrate,
  registerVerify,
  registerDoctor,
  registerTasks,
  registerForget,
  registerForgotten,
  registerBackup,
  registerRestore,
  registerReplay,
  registerRebuild,
  registerUsers,
  registerSandboxGateway,
];

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
  for (const register of commands) register(program);
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
