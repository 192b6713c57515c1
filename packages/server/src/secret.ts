import { randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from './start-error.js';

/**
 * The secret that wraps the keys of personal data: `DOCKET_SECRET`, else the file `secret` in the data directory, which
 * is made (0600, 256 random bits) when it is missing. Two processes that start at once get the same one.
 */
export async function loadSecret(secret: string | undefined, dataDirectory: string | undefined): Promise<string> {
  if (secret !== undefined) return secret;
  if (dataDirectory === undefined) throw new StartError('DOCKET_SECRET is required with DATABASE_URL');
  const path = join(dataDirectory, 'secret');
  return (await readSecret(path)) ?? (await makeSecret(path));
}

async function readSecret(path: string): Promise<string | undefined> {
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartError(`the secret file ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? ''})`);
  }
  if (text.length < 16) throw new StartError(`the secret file ${path} is damaged: restore it from a backup`);
  return text;
}

async function makeSecret(path: string): Promise<string> {
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  // link() fails when the name exists, so a whole file appears or the other process's file stays.
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  const made = await readSecret(path);
  if (made === undefined) throw new StartError(`the secret file ${path} cannot be made`);
  return made;
}
