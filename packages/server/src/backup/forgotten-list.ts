import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { StartError } from '../start-error.js';

/** Somebody who was forgotten, and the certificate of it: nothing about the person. */
export interface Forgotten {
  readonly account: string;
  readonly subject: string;
  readonly forgottenAt: string;
  readonly certificate: object;
}

/** Everybody on the list of this database whom the connection sees. */
export async function forgottenHere(client: pg.ClientBase): Promise<readonly Forgotten[]> {
  const { rows } = await query<Omit<Forgotten, 'forgottenAt'> & { forgottenAt: Date }>(client, {
    text: `select account, subject, forgotten_at as "forgottenAt", certificate
             from forgotten_subjects order by account, subject`,
  });
  return rows.map((row) => ({ ...row, forgottenAt: row.forgottenAt.toISOString() }));
}

/**
 * Of the later lists, those whom the backup does not know as forgotten, or who were forgotten once more since: their
 * certificate has grown. Who came back and was not forgotten again keeps what they ordered.
 */
export function forgottenSince(inBackup: readonly Forgotten[], later: readonly Forgotten[]): readonly Forgotten[] {
  const known = new Map(inBackup.map((one) => [nameOf(one), one]));
  const since = new Map<string, Forgotten>();
  for (const one of later) {
    const before = known.get(nameOf(one));
    const grown = before === undefined || JSON.stringify(before.certificate) !== JSON.stringify(one.certificate);
    if (grown && !since.has(nameOf(one))) since.set(nameOf(one), one);
  }
  return [...since.values()];
}

const nameOf = ({ account, subject }: Forgotten): string => `${account}\n${subject}`;

/** Puts them on the list and destroys their keys. */
export async function keepForgotten(client: pg.ClientBase, forgotten: readonly Forgotten[]): Promise<void> {
  for (const { account, subject, forgottenAt, certificate } of forgotten) {
    await query(
      client,
      {
        name: 'keep_forgotten',
        text: `insert into forgotten_subjects (account, subject, forgotten_at, certificate) values ($1, $2, $3, $4)
               on conflict (account, subject) do update set certificate = excluded.certificate`,
      },
      [account, subject, forgottenAt, JSON.stringify(certificate)],
    );
    await query(
      client,
      {
        name: 'destroy_restored_keys',
        text: `update subject_keys set wrapped_key = null, forgotten_at = $3
                where account = $1 and subject = $2 and wrapped_key is not null`,
      },
      [account, subject, forgottenAt],
    );
  }
}

const TITLE = 'forgotten subjects';

/** The list as a file: a line that names the installation, then one line each. */
export function forgottenLines(secretMark: string, forgotten: readonly Forgotten[]): string {
  return [{ docket: TITLE, secretMark }, ...forgotten].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** @throws StartError for a file that is no such list, or that of another installation. */
export async function readForgotten(path: string, secretMark: string): Promise<readonly Forgotten[]> {
  const found: Forgotten[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
      number += 1;
      const value = JSON.parse(line) as Partial<Forgotten> & { docket?: string; secretMark?: string };
      if (number === 1) {
        if (value.docket !== TITLE) throw new StartError(`${path} is not a list made by docket forgotten`);
        if (value.secretMark !== secretMark) throw new StartError(`${path} is the list of another installation`);
      } else if (isForgotten(value)) {
        found.push(value);
      } else {
        throw new StartError(`${path}, line ${number} names nobody`);
      }
    }
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${path}${number > 0 ? `, line ${number}` : ''} cannot be read: ${(error as Error).message}`);
  }
  if (number === 0) throw new StartError(`${path} is empty`);
  return found;
}

function isForgotten(value: Partial<Forgotten>): value is Forgotten {
  const { account, subject, forgottenAt, certificate } = value;
  return (
    typeof account === 'string' &&
    typeof subject === 'string' &&
    typeof forgottenAt === 'string' &&
    !Number.isNaN(Date.parse(forgottenAt)) &&
    typeof certificate === 'object'
  );
}
