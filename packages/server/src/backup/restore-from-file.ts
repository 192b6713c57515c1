import type pg from 'pg';
import { secretMarkOf } from '../secret.js';
import { StartError } from '../start-error.js';
import { type Manifest, openBackup } from './backup-file.js';
import { readForgotten } from './forgotten-list.js';
import { restoreBackup, type Restored } from './restore-backup.js';

/**
 * Restores the backup in a file, after everything that can be wrong with it was looked for: nothing is written before.
 * Its rows are in when this ends; `finishRestore` redacts who was forgotten since.
 *
 * @throws StartError as `openBackup` and `restoreBackup`, and when the secret is another one.
 */
export async function restoreFromFile(request: {
  /** Of the login itself, no transaction open. */
  readonly client: pg.ClientBase;
  readonly secret: string;
  readonly file: string;
  readonly replace?: string | undefined;
  /** A list of `docket forgotten`. */
  readonly forgottenFile?: string | undefined;
}): Promise<Restored & { readonly manifest: Manifest }> {
  const { client, secret, file, replace, forgottenFile } = request;
  const backup = await openBackup(file);
  try {
    const { manifest } = backup;
    if (secretMarkOf(secret) !== manifest.secretMark) {
      throw new StartError(
        `${file} was made under another DOCKET_SECRET: set DOCKET_SECRET to that of the installation it was made of`,
      );
    }
    backup.assertSealedBy(secret);
    await backup.assertWhole();
    const forgotten = forgottenFile === undefined ? [] : await readForgotten(forgottenFile, manifest.secretMark);
    return { manifest, ...(await restoreBackup({ client, backup, replace, forgotten })) };
  } finally {
    await backup.close();
  }
}
