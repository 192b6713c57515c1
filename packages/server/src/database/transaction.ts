import type pg from 'pg';

/** Commits what `work` did, or rolls it back and throws on. For plain tables; orders go through the committer. */
export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    // On a broken connection the server rolls back by itself.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The same on a connection of its own, for who follows all accounts. One that is left in doubt is thrown away. */
export async function onConnection<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await inTransaction(client, () => work(client));
  } finally {
    client.release(client.getTransactionStatus() !== 'I');
  }
}
