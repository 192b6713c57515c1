import type pg from 'pg';
import { query } from '../database/pool.js';
import type { DecidedItem } from './decide-items.js';

/**
 * Puts decided items into their feeds, under the lock of the account's position: each takes the next sequence of its feed.
 * Answers how many there were.
 */
export async function storeItems(
  client: pg.ClientBase,
  account: string,
  decided: readonly DecidedItem[],
  at: string,
): Promise<number> {
  const items = await withoutEntered(client, account, decided);
  if (items.length === 0) return 0;
  const next = await takeSequences(client, account, items);
  const sequences = items.map(({ feed }) => {
    const sequence = (next.get(feed) ?? 0) + 1;
    next.set(feed, sequence);
    return sequence;
  });
  await query(client, insertStatement, [
    account,
    items.map(({ feed }) => feed),
    sequences,
    items.map(({ item }) => item.seq),
    items.map(({ item }) => item.orderId),
    items.map(({ item }) => item.version),
    items.map(({ item }) => item.domain),
    items.map(({ item }) => item.state),
    items.map(({ item }) => item.lastState),
    items.map(({ item }) => item.lastChange),
    items.map(({ item }) => item.currentChange),
    at,
  ]);
  return items.length;
}

const insertStatement = {
  name: 'insert_feed_items',
  text: `insert into feed_items (account, feed, sequence, seq, order_id, version, domain, state, last_state, last_change,
                                 current_change, created_at, visible_at)
         select $1, feed, sequence, seq, order_id, version, domain, state, last_state, last_change, current_change, $12, $12
           from unnest($2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::int[], $7::text[], $8::text[], $9::text[],
                       $10::timestamptz[], $11::timestamptz[])
             as i (feed, sequence, seq, order_id, version, domain, state, last_state, last_change, current_change)`,
};

/** Leaves out what may enter a feed once and has: before, or further up in the same page. */
async function withoutEntered(
  client: pg.ClientBase,
  account: string,
  decided: readonly DecidedItem[],
): Promise<readonly DecidedItem[]> {
  const keyOf = (feed: string, orderId: string): string => `${feed}\n${orderId}`;
  const first = new Map<string, DecidedItem>();
  for (const each of decided) {
    const key = keyOf(each.feed, each.item.orderId);
    if (each.once && !first.has(key)) first.set(key, each);
  }
  if (first.size === 0) return decided;
  const entering = [...first.values()];
  const { rows } = await query<{ feed: string; orderId: string }>(
    client,
    {
      name: 'enter_feed_orders',
      text: `insert into feed_orders (account, feed, order_id)
             select $1, feed, order_id from unnest($2::text[], $3::text[]) as e (feed, order_id)
             on conflict do nothing
             returning feed, order_id as "orderId"`,
    },
    [account, entering.map(({ feed }) => feed), entering.map(({ item }) => item.orderId)],
  );
  const entered = new Set(rows.map(({ feed, orderId }) => keyOf(feed, orderId)));
  return decided.filter((each) => {
    if (!each.once) return true;
    const key = keyOf(each.feed, each.item.orderId);
    return entered.has(key) && first.get(key) === each;
  });
}

/** The last sequence of each feed before these items, which are counted with it. */
async function takeSequences(
  client: pg.ClientBase,
  account: string,
  items: readonly DecidedItem[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { feed } of items) counts.set(feed, (counts.get(feed) ?? 0) + 1);
  const { rows } = await query<{ feed: string; before: number }>(
    client,
    {
      name: 'take_feed_sequences',
      text: `update feeds f set last_sequence = f.last_sequence + taken.count
               from unnest($2::text[], $3::int[]) as taken (feed, count)
              where f.account = $1 and f.feed = taken.feed
             returning f.feed, f.last_sequence - taken.count as before`,
    },
    [account, [...counts.keys()], [...counts.values()]],
  );
  return new Map(rows.map(({ feed, before }) => [feed, before]));
}
