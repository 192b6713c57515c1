import { withAccounts } from '../src/database/pool.js';
import { listDifference, type ListRow } from '../src/read-models/order-list.js';
import { tsvectorOf, valueToken } from '../src/read-models/order-list-tokens.js';
import type { TestDatabase } from './setup/database.js';

const STATUSES = ['payment-pending', 'handling', 'invoiced', 'invoiced', 'invoiced', 'canceled'];

/** The n-th row of a list whose every filter has something to find and something to leave out. */
export function order(n: number, account = 'shop', changes: Partial<ListRow> = {}): ListRow {
  const created = new Date(Date.UTC(2025, 9, 1) + n * 7_200_000);
  const status = STATUSES[(n * 7) % STATUSES.length] ?? 'invoiced';
  const row = {
    account,
    // Three orders at a time share their instant: only the order id keeps them apart.
    created_at: new Date(created.getTime() - (n % 3) * 7_200_000).toISOString(),
    order_id: `${1_480_000_000_000 + n}-01`,
    updated_at: new Date(created.getTime() + ((n * 7919) % 90) * 86_400_000).toISOString(),
    due_at: status === 'handling' ? new Date(created.getTime() + 86_400_000 * (n % 30)).toISOString() : null,
    sequence: n,
    total: (n * 104_729) % 20_011,
    due_amount: 0,
    version: 1,
    order_group: `${1_480_000_000_000 + n}`,
    group_position: 1,
    pieces: 1,
    complete: n % 41 !== 0,
    deleted: n % 37 === 0,
    has_note: n % 17 === 0,
    status,
    orion_status: 'processing',
    virto_status: 'Processing',
    stage: 'handling',
    payment_state: 'paid',
    shipping_state: 'none',
    store: n % 4 === 0 ? 'outlet' : 'default',
    channel: n < 300 ? 'fair' : 'web',
    origin: 'Marketplace',
    workflow: 'complete',
    currency: 'EUR',
    customer_id: n % 5 === 0 ? null : `c${n % 50}`,
    assignee: null,
    buyer_name: 'Ana Reis',
    buyer_email: 'ana@example.test',
    sellers: [],
    tags: [],
    external_ids: n % 10 === 0 ? [`shop:X-${n}`] : [],
    tokens: '',
    ...changes,
  } satisfies ListRow;
  return { ...row, tokens: tsvectorOf(account, new Set([...wordsOfOrder(n), ...valuesOf(row)])) };
}

/** `common` in 3 of 4 orders, `seldom` in 1 of 90, `former` only in the oldest 300, `once` in one. */
export function wordsOfOrder(n: number): string[] {
  return [
    ...(n % 4 === 1 ? [] : ['common']),
    ...(n % 90 === 0 ? ['seldom', 'seldomly'] : []),
    ...(n < 300 ? ['former'] : []),
    ...(n === 4321 ? ['once'] : []),
  ];
}

function valuesOf(row: ListRow): string[] {
  const { status, store, channel, origin, currency, complete, deleted, has_note, external_ids, order_id } = row;
  return [
    valueToken('order', order_id),
    ...Object.entries({ status, store, channel, origin, currency }).map(([kind, value]) =>
      valueToken(kind as 'status', value),
    ),
    ...(complete ? [] : [valueToken('flag', 'incomplete')]),
    ...(deleted ? [valueToken('flag', 'deleted')] : []),
    ...(has_note ? [valueToken('flag', 'note')] : []),
    ...external_ids.map((id) => valueToken('external', id.split(':')[1] ?? '')),
    valueToken('sku', `S-${row.sequence % 100}`),
  ];
}

/** As the commit does it: at most 20 orders a batch, rows and rollups together. */
export async function write(
  database: TestDatabase,
  account: string,
  rows: readonly ListRow[],
  before: ReadonlyMap<string, ListRow> = new Map(),
): Promise<void> {
  await withAccounts(database.serving, [account], async (client) => {
    for (let from = 0; from < rows.length; from += 500) {
      const batch = rows.slice(from, from + 500).map((row) => listDifference(before.get(row.order_id) ?? null, row));
      const rollups = batch.flatMap((difference) => difference.rollups);
      await client.query('select apply_order_list($1, $2), apply_rollups($3)', [
        JSON.stringify(batch.flatMap(({ insert }) => insert ?? [])),
        JSON.stringify(batch.flatMap(({ update }) => update ?? [])),
        JSON.stringify(rollups),
      ]);
    }
  });
}
