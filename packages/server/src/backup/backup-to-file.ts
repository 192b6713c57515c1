import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StartError } from '../start-error.js';
import { type Backup, type BackupRequest, writeBackup } from './write-backup.js';

/**
 * Writes a backup into a file that gets its name when it is whole and on the disk: whoever finds it may trust it.
 *
 * @throws StartError as `writeBackup`, and when the file is there already or cannot be written.
 */
export async function backupToFile(request: Omit<BackupRequest, 'target'>, file: string): Promise<Backup> {
  const path = resolve(file);
  if (existsSync(path)) throw new StartError(`${path} is there already: name another file`);
  const draft = `${path}.part-${process.pid}`;
  try {
    // It holds personal data in plain text, so nobody else may read it.
    const target = createWriteStream(draft, { mode: 0o600, flags: 'wx' });
    const failed = new Promise<never>((_, reject) => target.once('error', reject));
    const backup = await Promise.race([writeBackup({ ...request, target }), failed]);
    await new Promise<void>((done) => target.end(done));
    const written = await open(draft, 'r');
    await written.sync();
    await written.close();
    await rename(draft, path);
    return backup;
  } catch (error) {
    await rm(draft, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'open' || syscall === 'write') throw new StartError(`${path} cannot be written (${code ?? ''})`);
    throw error;
  }
}
