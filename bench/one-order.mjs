// Part (c), get of one order: `loadOrder` as the API calls it, over clones of one order that was placed.
import { composeWritePath } from '../packages/server/dist/compose-write-path.js';
import { STATE_SCHEMA } from '../packages/core/dist/order/order.js';
import { createPool } from '../packages/server/dist/database/pool.js';
import { loadOrder } from '../packages/server/dist/event-log/load-order.js';
import { openEventLog } from '../packages/server/dist/event-log/read-events.js';
import { createPersonalKeys } from '../packages/server/dist/personal-data/keys.js';
import { orderBodies } from './order-body.mjs';
import { percentiles, sizeName } from './filled.mjs';
import { seededRandom } from './statistics.mjs';

const account = 'default';
const secret = 'a secret of the benchmark';
/** State rows are 4 KB each: more of them would only be a larger index. */
const mostOrders = 1_000_000;
const clonesAtOnce = 20_000;

const cloneId = (number) => `${1_490_000_000_000 + number}-01`;

/**
 * @param {Awaited<ReturnType<typeof import('./filled.mjs').openFilled>>} databases
 * @returns {Promise<{ p50: number, p95: number, rows: number }>}
 */
export async function benchOneOrder(databases, { size, runs, progress }) {
  const orders = Math.min(size, mostOrders);
  // Clones have no events that an older state could be folded from anew.
  const { serving, owner } = await databases.database(`get${sizeName(orders)}_${STATE_SCHEMA}`, {
    isFilled: `exists (select from orders where account = '${account}' and order_id = '${cloneId(orders)}')`,
    fill: (opened) => fillOrders(opened, orders, progress),
  });
  const { rows } = await owner.query('select min(order_id) as placed from orders where account = $1', [account]);
  const keys = createPersonalKeys(secret);
  // A clone's key is bound to the order it was made for; opening it costs the same.
  const log = openEventLog(serving, {
    ...keys,
    unwrap: (key, of, kind) => keys.unwrap(key, of, kind, rows[0].placed),
  });
  const random = seededRandom(1);
  const get = async () => {
    const found = await loadOrder(log, account, cloneId(1 + Math.floor(random() * orders)));
    if (found === null) throw new Error('a clone is missing');
  };
  return { ...(await percentiles(get, runs)), rows: 1 };
}

async function fillOrders({ owner, login, roles }, orders, progress) {
  const pool = createPool({ login, role: roles.serving, max: 2, applicationName: 'bench' });
  await pool.query('select 1');
  await owner.query("select ensure_account($1, 'Bench')", [account]);
  const { execute, committer } = composeWritePath({
    database: { login, roles, serving: pool },
    secret,
    clock: () => '2026-03-02T10:00:00.000Z',
  });
  const [body] = orderBodies(1);
  const command = { type: 'place', store: 'default', channel: 'default', workflow: 'complete', ...body };
  const outcome = await execute({
    account,
    command,
    actor: { kind: 'staff', id: 'key:bench' },
    reason: 'the benchmark',
  });
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.refusal));
  await committer.close();
  await pool.end();
  const { orderId } = outcome.order.head;
  await owner.query('set synchronous_commit = off');
  for (let first = 1; first <= orders; first += clonesAtOnce) {
    const last = Math.min(first + clonesAtOnce - 1, orders);
    await clone(owner, 'orders', 'order_id', orderId, [first, last]);
    await clone(owner, 'subject_keys', 'stream_id', orderId, [first, last]);
    if (last % 200_000 === 0) progress(`${last} orders cloned`);
  }
  await owner.query('vacuum (analyze) orders');
  await owner.query('vacuum (analyze) subject_keys');
}

/** Rows `first` … `last` like the one of an order, each under an id of its own. */
async function clone(owner, table, idColumn, orderId, range) {
  const { rows } = await owner.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> $2`,
    [table, idColumn],
  );
  const [{ columns }] = rows;
  await owner.query(
    `insert into ${table} (${idColumn}, ${columns})
     select (1490000000000 + n) || '-01', ${columns} from ${table}, generate_series($1::bigint, $2::bigint) n
      where account = $3 and ${idColumn} = $4`,
    [...range, account, orderId],
  );
}
