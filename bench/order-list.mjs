// Parts (c) and (e) of the benchmark that concern the order list: reading it at several sizes, and what holds its tokens.
import { readFileSync } from 'node:fs';
import { percentiles, sizeName } from './filled.mjs';

const server = (file) => import(new URL(`../packages/server/dist/${file}`, import.meta.url).href);
const FILL = readFileSync(new URL('order-list-fill.sql', import.meta.url), 'utf8');
const ACCOUNT = 'default';

/**
 * Reads the list at a size: `{ case: { p50, p95, rows } }` in milliseconds and rows of the answer, as the serving role,
 * through the very functions that the API calls.
 *
 * @param {Awaited<ReturnType<typeof import('./filled.mjs').openFilled>>} databases
 */
export async function benchOrderListReads(databases, { size, runs, progress }) {
  const { accountPrefix } = await server('read-models/order-list-tokens.js');
  const { serving } = await databases.database(`list${sizeName(size)}`, {
    // The rollups are the last that is filled.
    isFilled: 'exists (select from order_rollups)',
    fill: ({ owner }) =>
      fillOrderList(owner, { account: ACCOUNT, prefix: accountPrefix(ACCOUNT), orders: size, progress }),
  });
  return readCases(serving, runs);
}

/** Fills list and rollups alone; the token index is made afterwards, in one go. */
export async function fillOrderList(owner, { account, prefix, orders, progress = () => {} }) {
  const [{ def } = {}] = (await owner.query("select pg_get_indexdef('order_list_tokens'::regclass) as def")).rows;
  await owner.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'; drop index order_list_tokens");
  await owner.query(FILL);
  for (let first = 1; first <= orders; first += 50_000) {
    await owner.query('call pg_temp.fill($1, $2, $3, $4, $5)', [
      account,
      prefix,
      first,
      Math.min(first + 49_999, orders),
      orders,
    ]);
    if (first % 500_000 === 1 && first > 1) progress(`${first - 1} orders listed`);
  }
  await owner.query(def.replace('ON ONLY ', 'ON '));
  await owner.query(`insert into order_rollups
    select account, (created_at at time zone 'UTC')::date, status, origin, channel, store, currency,
           count(*), sum(total), sum(total::numeric * total)
      from order_list where complete and not deleted group by 1, 2, 3, 4, 5, 6, 7`);
  await owner.query(`insert into order_rollup_months
    select account, date_trunc('month', day)::date, status, origin, channel, store, currency, sum(orders), sum(amount)
      from order_rollups group by 1, 2, 3, 4, 5, 6, 7`);
  await owner.query('vacuum (analyze) order_list');
  await owner.query('vacuum (analyze) order_rollups');
}

async function readCases(pool, runs) {
  const { listOrders } = await server('read-models/order-list-queries.js');
  const { tallyOrders } = await server('read-models/order-list-tally.js');
  const list = (query) => () => listOrders(pool, ACCOUNT, query);
  const count = (query) => () => tallyOrders(pool, ACCOUNT, query);
  const middle = await listOrders(pool, ACCOUNT, { createdTo: '2025-12-01T00:00:00.000Z' });
  const customer = middle.orders[0].customer_id;
  const number = middle.orders[7].order_id;
  const cases = {
    'first page': list({}),
    'page in the middle': list({ createdTo: '2025-12-01T00:00:00.000Z', cursor: middle.next }),
    'status, common': list({ status: ['invoiced'] }),
    'status, two open ones': list({ status: ['handling', 'payment-pending'] }),
    store: list({ store: ['outlet'] }),
    customer: list({ customerId: [customer] }),
    'three customers': list({ customerId: [customer, middle.orders[1].customer_id, middle.orders[2].customer_id] }),
    'total range': list({ totalFrom: 40_000, totalTo: 45_000 }),
    'updated last days': list({ updatedFrom: '2026-10-28T00:00:00.000Z' }),
    'sort by total': list({ sort: 'total' }),
    'sort by update': list({ sort: 'updated' }),
    late: list({ lateAt: '2026-10-30T00:00:00.000Z', sort: 'due' }),
    'due in a range': list({ dueFrom: '2026-10-20T00:00:00.000Z', dueTo: '2026-10-25T00:00:00.000Z', sort: 'due' }),
    'search common (1 of 3)': list({ text: 'always' }),
    'search 1 of 100': list({ text: 'seldom' }),
    // Every 500th order is deleted, and so are these at a million and more.
    'search rare (40 in all)': list({ text: 'once', deleted: 'any' }),
    'search old only': list({ text: 'former' }),
    'search nothing': list({ text: 'nowhere' }),
    'search prefix': list({ text: 'onc*' }),
    'search order number': list({ text: number }),
    'search two words': list({ text: 'seldom always', channel: ['market-one'] }),
    'search 1 of 100 by total': list({ text: 'seldom', sort: 'total' }),
    'search old only by total': list({ text: 'former', sort: 'total' }),
    'count all': count({}),
    'count a status and days': count({ status: ['invoiced'], createdFrom: '2025-03-10T00:00:00.000Z' }),
    'count a total range': count({ totalFrom: 40_000, totalTo: 45_000 }),
    'count search common': count({ text: 'always' }),
    'count search common of a status': count({ text: 'always', status: ['invoiced'] }),
    'count search 1 of 100': count({ text: 'seldom' }),
    'count search rare': count({ text: 'once', deleted: 'any' }),
  };
  const results = {};
  for (const [name, run] of Object.entries(cases)) {
    const answer = await run();
    if ('problem' in answer) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    const rows = 'exact' in answer ? 1 : answer.orders.length;
    results[name] = { ...(await percentiles(run, runs)), rows };
  }
  return results;
}
