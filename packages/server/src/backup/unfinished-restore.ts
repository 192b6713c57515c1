import type pg from 'pg';
import { query } from '../database/pool.js';
import { forgetSubject, type ForgettingDependencies } from '../forgetting/forget-subject.js';
import { StartError } from '../start-error.js';
import type { Forgotten } from './forgotten-list.js';

/*
 * After the rows of a backup are in, people forgotten since it was made have no keys, but their orders and lists still
 * show them. Redacting those runs through the write path, so it follows the restore; until it is done no server starts.
 */

/** Written in the transaction of the restore. */
export async function beginFinishing(client: pg.ClientBase, toForget: readonly Forgotten[]): Promise<void> {
  const left = toForget.map(({ account, subject }) => ({ account, subject }));
  await query(client, { text: "insert into installation (name, value) values ('restore', $1)" }, [
    JSON.stringify(left),
  ]);
}

type Left = Pick<Forgotten, 'account' | 'subject'>;

async function leftToForget(owner: pg.Pool): Promise<readonly Left[] | null> {
  const { rows } = await query<{ value: string }>(owner, {
    text: "select value from installation where name = 'restore'",
  });
  return rows[0] === undefined ? null : (JSON.parse(rows[0].value) as readonly Left[]);
}

/** @throws StartError while people who were forgotten are still to be seen. */
export async function assertRestoreFinished(owner: pg.Pool): Promise<void> {
  if ((await leftToForget(owner)) !== null) {
    throw new StartError(
      'a restore was cut off before everybody on the list was forgotten again: run docket restore --finish',
    );
  }
}

/** Redacts what is left to redact; may be repeated. Answers how many people that were; null: no restore is open. */
export async function finishRestore(
  owner: pg.Pool,
  forgetting: ForgettingDependencies,
  at: string,
): Promise<number | null> {
  const left = await leftToForget(owner);
  if (left === null) return null;
  for (const { account, subject } of left) {
    const actor = { kind: 'system', id: 'restore' } as const;
    await forgetSubject(forgetting, { account, subject, at, actor, reason: 'a backup was restored' });
  }
  await query(owner, { text: "delete from installation where name = 'restore'" });
  return left.length;
}
