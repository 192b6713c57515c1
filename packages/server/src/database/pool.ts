import pg from 'pg';

/** Anything a statement can be sent to: a pool, or a client taken from one. */
export type Queryable = pg.Pool | pg.ClientBase;

/** A statement in the open. With a name, PostgreSQL parses it once per connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

// Amounts, versions and sequences are safe integers by contract; a value beyond is a bug that must not pass as rounded.
pg.types.setTypeParser(pg.types.builtins.INT8, safeInteger);
// int8[], whose number is missing in the driver's list; its own parser answers texts.
const int8Array: number = 1016;
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- see above
pg.types.setTypeParser(int8Array, (text: string) => {
  const items = text.slice(1, -1);
  return items === '' ? [] : items.split(',').map((item) => (item === 'NULL' ? null : safeInteger(item)));
});
// A calendar day has no time zone; the driver would make local midnight of it.
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is not a safe integer`);
  return value;
}

export interface PoolOptions {
  readonly login: pg.PoolConfig;
  /** The role every connection drops to; `undefined`: the login is used as it is. */
  readonly role: string | undefined;
  readonly max: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Names every account, and all people, in the session of each connection (`createFollowerPool`); none where absent. */
  readonly seesAll?: boolean;
}

/**
 * A pool whose connections have dropped to `role`, work in UTC and see no account until `withAccounts` names one.
 */
export function createPool(options: PoolOptions): pg.Pool {
  const setRole = options.role === undefined ? '' : `set role ${pg.escapeIdentifier(options.role)};`;
  const seesAll = options.seesAll === true;
  const accounts = seesAll ? "(select coalesce(string_agg(account, ','), '') from accounts)" : "''";
  const follows = seesAll ? "set_config('docket.follows', 'people', false)," : '';
  const onConnect = async (client: pg.ClientBase): Promise<void> => {
    await client.query(
      `${setRole} set timezone = 'UTC'; select ${follows} set_config('docket.accounts', ${accounts}, false)`,
    );
  };
  const pool = new pg.Pool({
    ...options.login,
    max: options.max,
    application_name: options.applicationName,
    connectionTimeoutMillis: 10_000,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the driver waits for it, so no query overtakes it
    onConnect,
  });
  // An idle connection that breaks is thrown away by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** The accounts a connection sees now, as text. Absent means the empty value set at connect. */
const accountsSeen = new WeakMap<pg.ClientBase, string>();

/**
 * Runs `work` on a connection that sees exactly these accounts. The session value is sent only when it differs from the
 * connection's last one, so a one-account installation pays no round trip.
 *
 * More than one account is for linked units whose link was checked.
 */
export async function withAccounts<T>(
  pool: pg.Pool,
  accounts: readonly string[],
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const wanted = accountsText(accounts);
  const client = await pool.connect();
  try {
    if ((accountsSeen.get(client) ?? '') !== wanted) {
      await query(client, { name: 'set_accounts', text: "select set_config('docket.accounts', $1, false)" }, [wanted]);
      accountsSeen.set(client, wanted);
    }
    return await work(client);
  } finally {
    // Work that left a transaction open must not hand it to the next caller.
    client.release(client.getTransactionStatus() !== 'I');
  }
}

function accountsText(accounts: readonly string[]): string {
  for (const account of accounts) {
    if (account === '' || account.includes(',')) throw new Error(`not an account name: ${JSON.stringify(account)}`);
  }
  return [...new Set(accounts)].sort().join(',');
}

/** Sends one parametrised statement and answers its rows. */
export async function query<Row extends pg.QueryResultRow>(
  target: Queryable,
  statement: Statement,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  return target.query<Row>({ ...statement, values: [...values] });
}
