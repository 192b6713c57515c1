import type { Command } from 'commander';
import { withDatabase } from '../database/connect.js';
import { withAccounts } from '../database/pool.js';
import { failedTasks, restartTask } from '../followers/failed-tasks.js';
import { readSettings } from '../settings.js';
import { StartError } from '../start-error.js';

interface TasksOptions {
  readonly account: string;
  readonly restart?: string;
}

/** `docket tasks`: what was given up after its last try, and how to give it another chance. */
export function registerTasks(program: Command): void {
  program
    .command('tasks')
    .description('list tasks that were given up, or restart one')
    .option('--account <account>', 'account of the tasks', 'default')
    .option('--restart <kind/key>', 'give this task all its tries again, now')
    .action(async ({ account, restart }: TasksOptions) => {
      await withDatabase(readSettings(), ({ serving }) =>
        withAccounts(serving, [account], async (client) => {
          if (restart !== undefined) {
            const [kind = '', ...key] = restart.split('/');
            const task = { account, kind, key: key.join('/') };
            if (!(await restartTask(client, task, new Date().toISOString()))) {
              throw new StartError(`no task that was given up is called ${restart}`);
            }
            process.stdout.write(`restarted ${restart}\n`);
            return;
          }
          const tasks = await failedTasks(client, account);
          for (const { kind, key, attempts, failedAt, lastError } of tasks) {
            process.stdout.write(`${kind}/${key}: given up ${failedAt} after ${attempts} tries: ${lastError ?? ''}\n`);
          }
          if (tasks.length === 0) process.stdout.write('no task was given up\n');
        }),
      );
    });
}
