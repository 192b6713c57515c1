import { withAccounts } from '../src/database/pool.js';
import { listDifference, type ListRow } from '../src/read-models/order-list.js';
import { tsvectorOf, valueToken } from '../src/read-models/order-list-tokens.js';
import type { TestDatabase } from './setup/database.js';

/** Four states of an order, each told in every vocabulary. */
const STAGES = [
  {
    vtex: 'payment-pending',
    orion: 'pending',
    virto: 'Not paid',
    stage: 'paying',
    payment: 'pending',
    shipping: 'none',
  },
  { vtex: 'handling', orion: 'processing', virto: 'Processing', stage: 'handling', payment: 'paid', shipping: 'none' },
  { vtex: 'invoiced', orion: 'shipped', virto: 'Completed', stage: 'travelling', payment: 'paid', shipping: 'shipped' },
  { vtex: 'canceled', orion: 'refunded', virto: 'Cancelled', stage: 'ended', payment: 'refunded', shipping: 'none' },
] as const;
export const toldOf = (n: number): (typeof STAGES)[number] => STAGES[(n * 11) % 4] ?? STAGES[0];

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
    number: null,
    total: (n * 104_729) % 20_011,
    due_amount: 0,
    version: 1,
    order_group: groupOf(n),
    group_position: 1 + (n % 2),
    pieces: 1,
    complete: n % 41 !== 0,
    deleted: n % 37 === 0,
    has_note: n % 17 === 0,
    status,
    orion_status: toldOf(n).orion,
    virto_status: toldOf(n).virto,
    stage: toldOf(n).stage,
    payment_state: toldOf(n).payment,
    shipping_state: toldOf(n).shipping,
    store: n % 4 === 0 ? 'outlet' : 'default',
    channel: n < 300 ? 'fair' : 'web',
    origin: 'Marketplace',
    workflow: n % 6 === 0 ? 'simple' : 'complete',
    currency: n % 8 === 0 ? 'CHF' : 'EUR',
    customer_id: n % 5 === 0 ? null : `c${n % 50}`,
    assignee: n % 23 === 0 ? 'ana' : null,
    buyer_name: 'Ana Reis',
    buyer_email: 'ana@example.test',
    sellers: n % 9 === 0 ? ['Çelik & Co'] : [],
    tags: n % 13 === 0 ? ['Gift wrap'] : [],
    external_ids: n % 10 === 0 ? [`shop:X-${n}`] : [],
    authorised_at: null,
    invoiced_at: null,
    has_return_invoice: false,
    on_hold: n % 19 === 0,
    tokens: '',
    ...changes,
  } satisfies ListRow;
  return { ...row, tokens: tsvectorOf(account, new Set([...wordsOfOrder(n), ...valuesOf(row)])) };
}

/** Two orders a group. */
export const groupOf = (n: number): string => `${1_480_000_000_000 + n - (n % 2)}`;

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
  const { status, store, channel, origin, currency, complete, deleted, has_note, on_hold, external_ids, order_id } =
    row;
  const told = toldOf(row.sequence);
  return [
    valueToken('order', order_id),
    ...Object.entries({ status, store, channel, origin, currency }).map(([kind, value]) =>
      valueToken(kind as 'status', value),
    ),
    ...(complete ? [] : [valueToken('flag', 'incomplete')]),
    ...(deleted ? [valueToken('flag', 'deleted')] : []),
    ...(has_note ? [valueToken('flag', 'note')] : []),
    ...(on_hold ? [valueToken('flag', 'hold')] : []),
    ...external_ids.map((id) => valueToken('external', id.split(':')[1] ?? '')),
    valueToken('sku', `S-${row.sequence % 100}`),
    valueToken('gtin', row.sequence % 2 === 0 ? '4006381333931' : '04006381333931'),
    valueToken('group', row.order_group),
    valueToken('email', `buyer-${row.sequence % 70}@example.test`),
    valueToken('vtexStatus', told.vtex),
    valueToken('orionStatus', told.orion),
    valueToken('virtoStatus', told.virto),
    valueToken('stage', told.stage),
    valueToken('payment', told.payment),
    valueToken('shipping', told.shipping),
    ...row.sellers.map((seller) => valueToken('seller', seller)),
    ...row.tags.map((tag) => valueToken('tag', tag)),
    ...(row.assignee === null ? [] : [valueToken('assignee', row.assignee)]),
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
      await client.query(
        `insert into order_external_ids (account, source, external_id, order_id)
         select $1, split_part(e, ':', 1), split_part(e, ':', 2), o from unnest($2::text[], $3::text[]) as u (e, o)`,
        externalIdsOf(
          account,
          batch.flatMap(({ insert }) => insert ?? []),
        ),
      );
    }
  });
}

function externalIdsOf(account: string, rows: readonly ListRow[]): unknown[] {
  const named = rows.flatMap(({ external_ids, order_id }) => external_ids.map((id) => [id, order_id] as const));
  return [account, named.map(([id]) => id), named.map(([, order_id]) => order_id)];
}
