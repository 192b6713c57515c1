import type { Command } from 'commander';
import { backupToFile } from '../backup/backup-to-file.js';
import { writeBackup } from '../backup/write-backup.js';
import { withServer } from '../database/connect.js';
import { ensureRoles } from '../database/roles.js';
import { packageVersion } from '../package-version.js';
import { knownSecret } from '../secret.js';
import { readSettings } from '../settings.js';

/** `docket backup FILE`: everything stored, as of one moment, while servers go on. */
export function registerBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('write everything stored into one file, as of one moment, while servers go on; - writes to stdout')
    .action(async (file: string) => {
      const settings = readSettings();
      await withServer(settings, async ({ owner, dataDirectory }) => {
        const secret = await knownSecret(settings.secret, dataDirectory);
        const client = await owner.connect();
        try {
          const { follower } = await ensureRoles(client);
          const at = new Date().toISOString();
          const request = { client, followerRole: follower, secret, version: packageVersion(), at };
          const began = performance.now();
          const { rows, bytes } =
            file === '-'
              ? await writeBackup({ ...request, target: process.stdout })
              : await backupToFile(request, file);
          const seconds = ((performance.now() - began) / 1000).toFixed(1);
          process.stderr.write(
            `docket: ${rows} rows in ${(bytes / 1_000_000).toFixed(1)} MB, ${seconds} s. ` +
              'DOCKET_SECRET is not in it: without that secret it cannot be restored\n',
          );
        } finally {
          client.release(true);
        }
      });
    });
}
