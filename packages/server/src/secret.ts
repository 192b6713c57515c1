import { createHmac, randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { query } from './database/pool.js';
import { StartError } from './start-error.js';

/**
 * The secret that wraps the keys of personal data: `DOCKET_SECRET`, else the file `secret` in the data directory, which
 * is made (0600, 256 random bits) when it is missing. Two processes that start at once get the same one.
 */
async function loadSecret(secret: string | undefined, dataDirectory: string | undefined): Promise<string> {
  if (secret !== undefined) return secret;
  const path = secretFile(dataDirectory);
  return (await readSecret(path)) ?? (await makeSecret(path));
}

/** The secret where there is one already: a backup or a restore under one that is made for it would be worth nothing. */
export async function knownSecret(secret: string | undefined, dataDirectory: string | undefined): Promise<string> {
  if (secret !== undefined) return secret;
  const path = secretFile(dataDirectory);
  const found = await readSecret(path);
  if (found === undefined) throw new StartError(`DOCKET_SECRET is not set, and there is no file ${path} either`);
  return found;
}

function secretFile(dataDirectory: string | undefined): string {
  if (dataDirectory === undefined) throw new StartError('DOCKET_SECRET is required with DATABASE_URL');
  return join(dataDirectory, 'secret');
}

/** Tells whether two secrets are the same; nothing else follows from it. */
export const secretMarkOf = (secret: string): string =>
  createHmac('sha256', secret).update('docket installation 1').digest('base64url');

/**
 * The secret of this installation, checked against the one that its first start used. With another one nobody could read
 * what is stored, and new orders would be sealed under a second secret.
 *
 * @throws StartError when it is another one
 */
export async function openSecret(
  configured: string | undefined,
  database: { readonly owner: pg.Pool; readonly dataDirectory: string | undefined },
): Promise<string> {
  const secret = await loadSecret(configured, database.dataDirectory);
  const mark = secretMarkOf(secret);
  await query(
    database.owner,
    { text: "insert into installation (name, value) values ('secret', $1) on conflict (name) do nothing" },
    [mark],
  );
  if ((await keptMark(database.owner)) !== mark) throw new StartError(ANOTHER_SECRET);
  return secret;
}

/**
 * As `openSecret`, where nothing is made: of a database that no server has started on yet, every secret fits.
 *
 * @throws StartError when it is another one, or there is none
 */
export async function assertSecretFits(
  configured: string | undefined,
  { owner, dataDirectory }: { readonly owner: pg.Pool; readonly dataDirectory: string | undefined },
): Promise<void> {
  const mark = secretMarkOf(await knownSecret(configured, dataDirectory));
  const kept = await keptMark(owner);
  if (kept !== undefined && kept !== mark) throw new StartError(ANOTHER_SECRET);
}

const ANOTHER_SECRET =
  'DOCKET_SECRET is another one than at the first start: the personal data here is sealed with that one';

async function keptMark(owner: pg.Pool): Promise<string | undefined> {
  const { rows } = await query<{ value: string }>(owner, {
    text: "select value from installation where name = 'secret'",
  });
  return rows[0]?.value;
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
