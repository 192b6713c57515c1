import type { ProviderEvent } from '@docket/core/payment-provider';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { timeOrderedId } from '../time-ordered-id.js';

export const EVENT_STATES = ['received', 'applied', 'ignored', 'failed'] as const;
type EventState = (typeof EVENT_STATES)[number];

/**
 * Why an event was not applied. `no_order`: no order knows the payment; where the event says that somebody paid, that is an
 * alarm. `conflict`: provider and order disagree in a way that a person has to judge. `not_answered`: the provider did not
 * say what stands. `error`: anything else.
 */
export const EVENT_PROBLEMS = ['no_order', 'conflict', 'not_answered', 'error'] as const;
type EventProblem = (typeof EVENT_PROBLEMS)[number];

export interface InboxEntry {
  readonly id: string;
  readonly receivedAt: string;
  readonly provider: string;
  readonly eventId: string;
  readonly type: string;
  readonly state: EventState;
  readonly paid: boolean;
  readonly outerId: string | null;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly tries: number;
  readonly problem: EventProblem | null;
  readonly message: string | null;
  readonly nextAt: string | null;
  readonly settledAt: string | null;
  /** Who put it aside; null: nobody did. */
  readonly settledBy: string | null;
}

/** An event that this worker has claimed. */
export interface ClaimedEvent extends Pick<
  InboxEntry,
  'id' | 'provider' | 'eventId' | 'type' | 'paid' | 'outerId' | 'orderId' | 'paymentId' | 'tries'
> {
  readonly account: string;
}

export type Settled =
  | { readonly state: 'applied' | 'ignored'; readonly orderId: string | null; readonly paymentId: string | null }
  | { readonly state: 'failed'; readonly problem: EventProblem; readonly message: string };

/** What a list of events is asked for; absent: whatever. */
interface EventFilter {
  readonly state?: EventState;
  /** True: those alone that say that a buyer paid for what no order knows. */
  readonly alarms?: boolean;
  readonly provider?: string;
  readonly orderId?: string;
}

export interface Inbox {
  /** Keeps events; those that are there already change nothing. Answers how many are new. */
  receive(account: string, provider: string, events: readonly ProviderEvent[], now: string): Promise<number>;
  /** Newest first. */
  page(
    account: string,
    asked: EventFilter & { readonly before: string | null; readonly limit: number },
  ): Promise<readonly InboxEntry[]>;
  /** Gives an event that was given up all its tries again, now. Answers whether there was one. */
  retry(account: string, id: string, now: string): Promise<boolean>;
  /** Puts an event aside that was given up: a person has judged that there is nothing to do. Answers whether there was one. */
  ignore(account: string, id: string, by: string, now: string): Promise<boolean>;
}

/** 10 s, 30 s, 90 s … : the tenth try is some eight hours after the first. Then a person has to look. */
const FIRST_DELAY = 10;
const GROWTH = 3;
const MOST_TRIES = 10;
/** Longer than a lookup takes. In seconds. */
const LEASE = 60;

const secondsUntil = (tries: number): number => FIRST_DELAY * GROWTH ** (tries - 1);

const COLUMNS = `id, received_at as "receivedAt", provider, event_id as "eventId", type, state, paid,
                 outer_id as "outerId", order_id as "orderId", payment_id as "paymentId", tries, problem, message,
                 next_at as "nextAt", settled_at as "settledAt", settled_by as "settledBy"`;

export function createInbox(pool: pg.Pool): Inbox {
  return {
    receive: (account, provider, events, now) =>
      withAccounts(pool, [account], async (client) => {
        const { rowCount } = await query(
          client,
          {
            name: 'receive_payment_events',
            text: `insert into payment_events (account, provider, event_id, id, received_at, next_at, type, state, paid,
                                               outer_id, order_id, payment_id)
                   select $1, $2, "eventId", id, $3, $3, type, 'received', paid, "outerId", "orderId", "paymentId"
                     from json_to_recordset($4)
                          as e ("eventId" text, id uuid, type text, paid boolean, "outerId" text, "orderId" text,
                                "paymentId" text)
                   on conflict (account, provider, event_id) do nothing`,
          },
          [
            account,
            provider,
            now,
            JSON.stringify(events.map(({ id, ...event }) => ({ ...event, eventId: id, id: timeOrderedId(now) }))),
          ],
        );
        return rowCount ?? 0;
      }),
    page: async (account, { before, limit, ...filter }) => {
      const values: unknown[] = [account];
      const conditions = conditionsOf(filter, before, (value) => `$${values.push(value)}`);
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<Row & Record<string, unknown>>(
          client,
          {
            text: `select ${COLUMNS} from payment_events
                    where account = $1${conditions.map((condition) => ` and ${condition}`).join('')}
                    order by id desc limit $${values.push(limit)}`,
          },
          values,
        ),
      );
      return rows.map(entryOf);
    },
    retry: (account, id, now) =>
      withAccounts(pool, [account], async (client) => {
        const { rowCount } = await query(
          client,
          {
            name: 'retry_payment_event',
            text: `update payment_events set state = 'received', tries = 0, next_at = $3, lease_until = null
                    where account = $1 and id = $2 and state = 'failed'`,
          },
          [account, id, now],
        );
        return rowCount === 1;
      }),
    ignore: (account, id, by, now) =>
      withAccounts(pool, [account], async (client) => {
        const { rowCount } = await query(
          client,
          {
            name: 'ignore_payment_event',
            text: `update payment_events set state = 'ignored', settled_at = $3, settled_by = $4, lease_until = null
                    where account = $1 and id = $2 and state = 'failed'`,
          },
          [account, id, now, by],
        );
        return rowCount === 1;
      }),
  };
}

/** Each as an index has it, so that no page reads more than it shows; two filters at once read those of one of them. */
function conditionsOf(
  { state, alarms = false, provider, orderId }: EventFilter,
  before: string | null,
  parameter: (value: unknown) => string,
): readonly string[] {
  const equal = { state, provider, order_id: orderId };
  return [
    ...Object.entries(equal).flatMap(([column, value]) =>
      value === undefined ? [] : [`${column} = ${parameter(value)}`],
    ),
    ...(alarms ? [ALARM] : []),
    ...(before === null ? [] : [`id < ${parameter(before)}::uuid`]),
  ];
}

/** A buyer paid, and no order knows of it. */
const ALARM = `state in ('received', 'failed') and paid and problem = 'no_order'`;

interface Row extends Omit<InboxEntry, 'receivedAt' | 'nextAt' | 'settledAt'> {
  readonly receivedAt: Date;
  readonly nextAt: Date | null;
  readonly settledAt: Date | null;
}

const entryOf = ({ receivedAt, nextAt, settledAt, ...row }: Row): InboxEntry => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
  nextAt: nextAt?.toISOString() ?? null,
  settledAt: settledAt?.toISOString() ?? null,
});

/**
 * Claims events that are due, oldest first, never two of one payment at once: who applies the second finds what the first
 * did. `follower` sees every account.
 */
export async function claimEvents(follower: pg.Pool, now: string, limit: number): Promise<readonly ClaimedEvent[]> {
  const { rows } = await query<ClaimedEvent & Record<string, unknown>>(
    follower,
    {
      name: 'claim_payment_events',
      text: `update payment_events e set lease_until = $1::timestamptz + make_interval(secs => $3), tries = e.tries + 1
               from (select account, provider, event_id from payment_events d
                      where next_at is not null and next_at <= $1 and (lease_until is null or lease_until <= $1)
                        and not exists (
                              select 1 from payment_events o
                               where o.account = d.account and o.provider = d.provider and o.id <> d.id
                                 and (o.outer_id = d.outer_id
                                      or (o.order_id = d.order_id and o.payment_id = d.payment_id))
                                 and o.next_at is not null
                                 and (o.lease_until > $1 or (o.next_at <= $1 and o.id < d.id)))
                      order by next_at, id limit $2 for update skip locked) as due
              where e.account = due.account and e.provider = due.provider and e.event_id = due.event_id
             returning e.account, e.id, e.provider, e.event_id as "eventId", e.type, e.paid, e.outer_id as "outerId",
                       e.order_id as "orderId", e.payment_id as "paymentId", e.tries`,
    },
    [now, limit, LEASE],
  );
  return rows;
}

/** Records what became of an event; one that failed is tried again later, or given up after its last try. */
export async function settleEvent(
  follower: pg.Pool,
  { account, id, tries, orderId, paymentId }: ClaimedEvent,
  settled: Settled,
  now: string,
): Promise<void> {
  const failed = settled.state === 'failed' ? settled : null;
  const goesOn = failed !== null && tries < MOST_TRIES;
  const seconds = secondsUntil(tries);
  const found = settled.state === 'failed' ? { orderId, paymentId } : settled;
  await query(
    follower,
    {
      name: 'settle_payment_event',
      text: `update payment_events
                set state = $3, problem = $4, message = $5, lease_until = null,
                    next_at = case when $6 then $7::timestamptz + make_interval(secs => $8) end,
                    settled_at = case when $3 in ('applied', 'ignored') then $7::timestamptz end,
                    order_id = coalesce($9, order_id), payment_id = coalesce($10, payment_id)
              where account = $1 and id = $2 and tries = $11`,
    },
    [
      account,
      id,
      goesOn ? 'received' : settled.state,
      failed?.problem ?? null,
      failed?.message.replaceAll('\0', ' ').slice(0, 1_000) ?? null,
      goesOn,
      now,
      seconds,
      found.orderId,
      found.paymentId,
      tries,
    ],
  );
}

/** Drops events that were settled before this instant; what nobody settled stays. `follower` sees every account. */
export async function dropOldEvents(follower: pg.Pool, before: string): Promise<void> {
  for (let dropped = DROPPED_AT_ONCE; dropped === DROPPED_AT_ONCE;) {
    const { rowCount } = await query(
      follower,
      {
        name: 'drop_old_payment_events',
        text: `delete from payment_events e
                using (select account, provider, event_id from payment_events where settled_at < $1 limit $2) as old
                where e.account = old.account and e.provider = old.provider and e.event_id = old.event_id`,
      },
      [before, DROPPED_AT_ONCE],
    );
    dropped = rowCount ?? 0;
  }
}

const DROPPED_AT_ONCE = 5_000;

/** Paid, and no order knows of it: how many there are, over all accounts. */
export async function countAlarms(follower: pg.Pool): Promise<number> {
  const { rows } = await query<{ alarms: number }>(follower, {
    name: 'count_payment_alarms',
    text: `select count(*)::int as alarms from payment_events
            where ${ALARM}`,
  });
  return rows[0]?.alarms ?? 0;
}
