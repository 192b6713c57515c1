import { createHmac, hkdfSync } from 'node:crypto';
import type pg from 'pg';
import { query } from './database/pool.js';
import { open, seal } from './personal-data/keys.js';

/**
 * Does the work in the transaction of `client`; where the request was carried out before, under the key that its sender gave
 * it, answers what came out then. Only what `isDone` is kept: what was refused may be tried again.
 */
export type Once = <T>(
  client: pg.ClientBase,
  work: () => Promise<T>,
  isDone: (outcome: NoInfer<T>) => boolean,
) => Promise<T>;

/** For requests without a key: each is carried out. */
export const EACH_TIME: Once = (_client, work) => work();

/** A request that its sender gave a key. `content`: sha256 in hex of what was asked. */
interface KeyedRequest {
  readonly account: string;
  readonly credential: string;
  readonly key: string;
  readonly content: string;
}

/**
 * Answers of requests that make no order, so that no history can tell them again. They hold tokens, so each is sealed under
 * the key of its own request and the installation's secret, and the row does not say what that key was.
 */
export interface KeptAnswers {
  /** As `Once`; the outcome must be JSON. `reused`: the key was used for another request. The session must see the account. */
  once<T>(
    client: pg.ClientBase,
    request: KeyedRequest,
    work: () => Promise<T>,
    isDone: (outcome: T) => boolean,
  ): Promise<{ readonly outcome: T; readonly replayed: boolean } | 'reused'>;
}

export function createKeptAnswers(secret: string, clock: () => string): KeptAnswers {
  const naming = Buffer.from(hkdfSync('sha256', secret, '', 'docket kept answers, names 1', 32));
  const wordsOf = ({ account, credential, key }: KeyedRequest): string => `${account}\n${credential}\n${key}`;
  const nameOf = (request: KeyedRequest): Buffer => createHmac('sha256', naming).update(wordsOf(request)).digest();
  const keyOf = (request: KeyedRequest): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, wordsOf(request), 'docket kept answers 1', 32));

  return {
    async once(client, request, work, isDone) {
      const { account, content } = request;
      const name = nameOf(request);
      await lock(client, account, name);
      const earlier = await find(client, account, name);
      if (earlier !== undefined) {
        if (earlier.content !== content) return 'reused';
        const answer = open(keyOf(request), earlier.answer, content).toString();
        return { outcome: JSON.parse(answer) as Awaited<ReturnType<typeof work>>, replayed: true };
      }
      const outcome = await work();
      if (isDone(outcome)) {
        const answer = seal(keyOf(request), JSON.stringify(outcome), content);
        await keep(client, [clock(), account, name, content, answer]);
      }
      return { outcome, replayed: false };
    },
  };
}

/** The same request sent twice at once waits here for the first. */
async function lock(client: pg.ClientBase, account: string, name: Buffer): Promise<void> {
  await query(client, { name: 'lock_kept_answer', text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))' }, [
    `answer\n${account}\n${name.toString('base64url')}`,
  ]);
}

async function find(
  client: pg.ClientBase,
  account: string,
  name: Buffer,
): Promise<{ readonly content: string; readonly answer: Buffer } | undefined> {
  const { rows } = await query<{ content: string; answer: Buffer }>(
    client,
    { name: 'find_kept_answer', text: 'select content, answer from kept_answers where account = $1 and name = $2' },
    [account, name],
  );
  return rows[0];
}

async function keep(client: pg.ClientBase, row: readonly unknown[]): Promise<void> {
  await query(
    client,
    {
      name: 'keep_answer',
      text: 'insert into kept_answers (at, account, name, content, answer) values ($1, $2, $3, $4, $5)',
    },
    row,
  );
}
