import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inParallel } from '../in-parallel.js';
import { customersWithAddress, type CustomersWithAddress } from './customers-with-address.js';
import {
  beginForgetting,
  certify,
  type ForgettingCertificate,
  type ForgettingDependencies,
  type ForgettingRequest,
  redactRows,
  tellOrder,
} from './forget-subject.js';

/** A person as the command line names one too: by exactly one of these. */
interface PersonName {
  readonly customerId?: string;
  readonly email?: string;
  readonly orderId?: string;
}

/** What would go. */
interface ForgettingPreview extends CustomersWithAddress {
  readonly subject: string;
  /** Of an earlier time; null: never. */
  readonly forgottenAt: string | null;
  /** Orders that still know the person. */
  readonly orders: number;
  /** Rows beside them, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** What went, in this request; counts are in all. */
interface Forgetting extends Omit<ForgettingCertificate, 'orders'> {
  /** Told in this request, with their last event. */
  readonly orders: ForgettingCertificate['orders'];
  /** Not told yet: the same request goes on with them. Their personal parts open no more all the same. */
  readonly ordersLeft: number;
}

/** Forgetting as people of an account do it: looked at first, and done in parts that end. */
export interface Forgettings {
  preview(account: string, person: PersonName): Promise<ForgettingPreview>;
  /** Null where nobody is known under that name; then nothing is written. */
  forget(account: string, person: PersonName, by: ForgettingRequester): Promise<Forgetting | null>;
}

type ForgettingRequester = Pick<ForgettingRequest, 'actor' | 'reason'>;

export function createForgettings({
  log,
  execute,
  now,
  most = MOST_ORDERS,
}: ForgettingDependencies & { readonly now: () => string; readonly most?: number }): Forgettings {
  const subjectOf = (account: string, { customerId, email, orderId }: PersonName): string =>
    log.keys.subjectOf(account, orderId ?? '', customerId ?? null, email ?? null);
  return {
    async preview(account, person) {
      const subject = subjectOf(account, person);
      const found = await withAccounts(log.pool, [account], async (client) => ({
        subject,
        forgottenAt: await forgottenAt(client, account, subject),
        orders: (await ordersThatKnow(client, account, subject, 1)).all,
        rows: await undone(client, () => redactRows(client, log.keys, { account, subject, at: now() })),
      }));
      const others =
        person.email === undefined
          ? { customers: 0, customerIds: [] }
          : await customersWithAddress(log.pool, account, person.email);
      return { ...found, ...others };
    },

    async forget(account, person, by) {
      const request = { account, subject: subjectOf(account, person), at: now(), ...by };
      const rows = await beginForgetting(log, request);
      const { orderIds, all } = await withAccounts(log.pool, [account], (client) =>
        ordersThatKnow(client, account, request.subject, most),
      );
      await inParallel(orderIds, AT_ONCE, (orderId) => tellOrder(execute, request, orderId));
      const ordersLeft = all - orderIds.length;
      const certificate = await certify(log, request, rows, ordersLeft > 0 ? orderIds : null);
      if (certificate === null) return null;
      const told = new Set(orderIds);
      return { ...certificate, orders: certificate.orders.filter(({ orderId }) => told.has(orderId)), ordersLeft };
    },
  };
}

/** A second or two of one request. */
const MOST_ORDERS = 500;
const AT_ONCE = 8;

/** Orders of the subject that have not forgotten, oldest id first: so many of them, and how many there are. */
async function ordersThatKnow(
  client: pg.ClientBase,
  account: string,
  subject: string,
  most: number,
): Promise<{ readonly orderIds: readonly string[]; readonly all: number }> {
  const { rows } = await query<{ orderId: string; all: number }>(
    client,
    {
      name: 'orders_that_know',
      text: `select k.stream_id as "orderId", count(*) over ()::int as "all"
               from subject_keys k join orders o on o.account = k.account and o.order_id = k.stream_id
              where k.account = $1 and k.subject = $2 and k.stream_kind = 'order'
                and (o.head::jsonb ->> 'forgotten')::boolean is not true
              order by k.stream_id limit $3`,
    },
    [account, subject, most],
  );
  return { orderIds: rows.map(({ orderId }) => orderId), all: rows[0]?.all ?? 0 };
}

async function forgottenAt(client: pg.ClientBase, account: string, subject: string): Promise<string | null> {
  const { rows } = await query<{ at: Date }>(
    client,
    {
      name: 'forgotten_at',
      text: 'select forgotten_at as at from forgotten_subjects where account = $1 and subject = $2',
    },
    [account, subject],
  );
  return rows[0]?.at.toISOString() ?? null;
}

/** Counts by doing it and taking it back: what is shown is what will be done. */
async function undone<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}
