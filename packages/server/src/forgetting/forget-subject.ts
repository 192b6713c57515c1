import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import type { EventLog } from '../event-log/read-events.js';
import type { Envelope, Execute } from '../execute.js';
import { recordChange } from '../settings-history/record-change.js';
import { type Forgotten, REDACTIONS } from './redactions.js';

/** What proves that a person was forgotten: counts, times and hashes, nothing about the person. */
export interface ForgettingCertificate {
  readonly account: string;
  /** `customer:<id>`, `email:<hmac>`, `order:<id>`. */
  readonly subject: string;
  /** The first time. */
  readonly forgottenAt: string;
  /** Keys destroyed, in all: one for each order. */
  readonly keys: number;
  /** Rows redacted beside the orders, by table, in all. */
  readonly rows: Readonly<Record<string, number>>;
  /** Last event of each order after the last time. The chains stay valid and can be checked against these. */
  readonly orders: readonly { readonly orderId: string; readonly version: number; readonly hash: string }[];
}

export interface ForgettingDependencies {
  readonly log: EventLog;
  readonly execute: Execute;
}

/**
 * Forgets a person. First every key of theirs is destroyed: from then on nothing sealed for them opens, and no command
 * can seal anything new. Then each order is told (`forget_person`), through the one write path, so that a command that
 * had read the order before meets another version and begins again without the person. State, list and search are
 * written again without the personal parts; events, books and chains stay as they are.
 *
 * May be repeated after a crash, or when orders came under the same customer later: what is done stays done, and the
 * certificate says it all. Null where nobody is known under that name; then nothing is written.
 */
export async function forgetSubject(
  { log, execute }: ForgettingDependencies,
  request: ForgettingRequest,
): Promise<ForgettingCertificate | null> {
  const rows = await beginForgetting(log, request);
  for await (const orderId of ordersOf(log, request.account, request.subject))
    await tellOrder(execute, request, orderId);
  return certify(log, request, rows, null);
}

export interface ForgettingRequest {
  readonly account: string;
  readonly subject: string;
  readonly at: string;
  readonly actor: Envelope['actor'];
  readonly reason: string;
}

/** Destroys the keys and redacts plain tables; answers how many rows, by table. */
export async function beginForgetting(
  log: EventLog,
  { account, subject, at }: ForgettingRequest,
): Promise<Record<string, number>> {
  await destroyKeys(log, account, subject, at);
  return withAccounts(log.pool, [account], (client) =>
    inTransaction(client, () => redactRows(client, log.keys, { account, subject, at })),
  );
}

export async function tellOrder(
  execute: Execute,
  { account, actor, reason }: ForgettingRequest,
  orderId: string,
): Promise<void> {
  const outcome = await execute({ account, orderId, command: { type: 'forget_person' }, actor, reason });
  if (!outcome.accepted) throw new Error(`order ${orderId} did not forget: ${outcome.refusal.refused}`);
}

/** Keeps the certificate with these orders in it, all of them where null, and records that it grew. */
export async function certify(
  log: EventLog,
  { account, subject, at, actor, reason }: ForgettingRequest,
  rows: Readonly<Record<string, number>>,
  orderIds: readonly string[] | null,
): Promise<ForgettingCertificate | null> {
  return withAccounts(log.pool, [account], (client) =>
    inTransaction(client, async () => {
      const { rows: orders } = await query<{ orderId: string; version: number; hash: string }>(
        client,
        {
          name: 'certify_orders',
          text: `select o.order_id as "orderId", o.version, encode(o.hash, 'hex') as hash
                   from subject_keys k join orders o on o.account = k.account and o.order_id = k.stream_id
                  where k.account = $1 and k.subject = $2 and k.stream_kind = 'order'
                    and ($3::text[] is null or k.stream_id = any ($3))
                  order by o.order_id`,
        },
        [account, subject, orderIds],
      );
      const keys = await countDestroyedKeys(client, account, subject);
      const earlier = await keptCertificate(client, account, subject);
      if (earlier === null && keys === 0 && orders.length === 0 && Object.values(rows).every((count) => count === 0)) {
        return null;
      }
      const certificate = joined(earlier, { account, subject, forgottenAt: at, keys, rows, orders });
      // A restored backup forgets everybody on this list again.
      await query(
        client,
        {
          name: 'keep_certificate',
          text: `insert into forgotten_subjects (account, subject, forgotten_at, certificate) values ($1, $2, $3, $4)
                 on conflict (account, subject) do update set certificate = excluded.certificate`,
        },
        [account, subject, certificate.forgottenAt, JSON.stringify(certificate)],
      );
      const before = earlier === null ? null : told(earlier);
      const after = told(certificate);
      if (!isDeepStrictEqual(before, after)) {
        const change = { kind: 'forgetting', key: subject, before, after: { ...after, reason } } as const;
        await recordChange(client, { account, at, actor: actor.id, ...change });
      }
      return certificate;
    }),
  );
}

/** What the history of settings says of a certificate. */
const told = ({ forgottenAt, keys, orders }: ForgettingCertificate): object => ({
  forgottenAt,
  keys,
  orders: orders.length,
});

/**
 * Forgets everybody on the account's list once more: a restored backup has their keys again. Who came back after being
 * forgotten is forgotten with what they ordered since. Answers the certificates, in the order of the subjects.
 */
export async function forgetAgain(
  dependencies: ForgettingDependencies,
  request: Omit<ForgettingRequest, 'subject'>,
): Promise<readonly ForgettingCertificate[]> {
  const { rows } = await withAccounts(dependencies.log.pool, [request.account], (client) =>
    query<{ subject: string }>(
      client,
      {
        name: 'forgotten_subjects',
        text: 'select subject from forgotten_subjects where account = $1 order by subject',
      },
      [request.account],
    ),
  );
  const certificates: ForgettingCertificate[] = [];
  for (const { subject } of rows) {
    const certificate = await forgetSubject(dependencies, { ...request, subject });
    if (certificate !== null) certificates.push(certificate);
  }
  return certificates;
}

async function keptCertificate(
  client: pg.ClientBase,
  account: string,
  subject: string,
): Promise<ForgettingCertificate | null> {
  const { rows } = await query<{ certificate: ForgettingCertificate }>(
    client,
    {
      name: 'kept_certificate',
      text: 'select certificate from forgotten_subjects where account = $1 and subject = $2 for update',
    },
    [account, subject],
  );
  return rows[0]?.certificate ?? null;
}

/**
 * A certificate only grows: the person holds the first one. Keys are counted in the table and not summed, so that
 * destroying those of a restored backup once more does not count twice.
 */
function joined(earlier: ForgettingCertificate | null, now: ForgettingCertificate): ForgettingCertificate {
  if (earlier === null) return now;
  const rows: Record<string, number> = { ...earlier.rows };
  for (const [table, count] of Object.entries(now.rows)) rows[table] = (rows[table] ?? 0) + count;
  const orders = new Map([...earlier.orders, ...now.orders].map((order) => [order.orderId, order]));
  return {
    ...now,
    forgottenAt: earlier.forgottenAt,
    keys: Math.max(earlier.keys, now.keys),
    rows,
    orders: [...orders.values()].sort((a, b) => (a.orderId < b.orderId ? -1 : 1)),
  };
}

/** Plain tables come before the orders: what the orders and the customer's record still say is how to find the rest. */
export async function redactRows(
  client: pg.ClientBase,
  keys: EventLog['keys'],
  { account, subject, at }: Omit<Forgotten, 'addresses'>,
): Promise<Record<string, number>> {
  const known = subject.startsWith('customer:')
    ? await addressesOfCustomer(client, account, subject.slice('customer:'.length))
    : [];
  const addresses = [subject, ...known.map((address) => keys.subjectOf(account, '', null, address))];
  const rows: Record<string, number> = {};
  for (const { table, redactSubject } of REDACTIONS) {
    if (redactSubject !== null) rows[table] = await redactSubject(client, { account, subject, addresses, at });
  }
  return rows;
}

async function addressesOfCustomer(client: pg.ClientBase, account: string, customerId: string): Promise<string[]> {
  const { rows } = await query<{ email: string }>(
    client,
    {
      name: 'addresses_of_customer',
      text: `select email from customers where account = $1 and customer_id = $2 and email is not null
              union
             select buyer_email from order_list where account = $1 and customer_id = $2 and buyer_email is not null`,
    },
    [account, customerId],
  );
  return rows.map(({ email }) => email);
}

async function countDestroyedKeys(client: pg.ClientBase, account: string, subject: string): Promise<number> {
  const { rows } = await query<{ keys: number }>(
    client,
    {
      name: 'count_destroyed_keys',
      text: `select count(*)::int as keys from subject_keys
              where account = $1 and subject = $2 and wrapped_key is null`,
    },
    [account, subject],
  );
  return rows[0]?.keys ?? 0;
}

async function destroyKeys(log: EventLog, account: string, subject: string, at: string): Promise<void> {
  await withAccounts(log.pool, [account], (client) =>
    query(
      client,
      {
        name: 'destroy_keys',
        text: `update subject_keys set wrapped_key = null, forgotten_at = $3
                where account = $1 and subject = $2 and wrapped_key is not null`,
      },
      [account, subject, at],
    ),
  );
}

const PAGE = 500;

/** Orders of a subject, oldest id first, a page at a time. */
async function* ordersOf(log: EventLog, account: string, subject: string): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await withAccounts(log.pool, [account], (client) =>
      query<{ stream_id: string }>(
        client,
        {
          name: 'orders_of_subject',
          text: `select stream_id from subject_keys
                  where account = $1 and subject = $2 and stream_kind = 'order' and stream_id > $3
                  order by stream_id limit $4`,
        },
        [account, subject, after, PAGE],
      ),
    );
    for (const { stream_id } of rows) yield stream_id;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.stream_id;
  }
}
