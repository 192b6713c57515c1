import type { Order } from '@docket/core/order/order';
import { isBuiltIn } from '@docket/core/workflow/built-in';
import type { WorkflowTable } from '@docket/core/workflow/table';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';

/** Tables that accounts published, as orders need them. */
export interface PublishedTables {
  /** The order with the tables that it is pinned to; itself, at once, where its workflow is built in. */
  attach(order: Order): Order | Promise<Order>;
}

/** Tables kept before all are forgotten: some 10 MB. */
const mostTables = 1_000;

/** Reads each version of a workflow once: what was published never changes, so what was read never goes stale. */
export function createPublishedTables(pool: pg.Pool): PublishedTables {
  const known = new Map<string, WorkflowTable>();
  const nameOf = (account: string, { name, version }: Pin): string => `${account}\n${name}\n${version ?? ''}`;

  async function attached(order: Order): Promise<Order> {
    const { account } = order.head;
    const pins = pinsOf(order);
    const kept = pins.map((pin) => known.get(nameOf(account, pin)));
    if (!kept.includes(undefined)) return { ...order, published: kept.filter((table) => table !== undefined) };
    const published = await withAccounts(pool, [account], (client) => readTables(client, account, pins));
    if (known.size >= mostTables) known.clear();
    for (const table of published) known.set(nameOf(account, table), table);
    return { ...order, published };
  }

  return { attach: (order) => (isBuiltIn(order.head.workflow) ? order : attached(order)) };
}

/** A table that an order needs. Without a version: the latest one, for an order that has not entered its workflow yet. */
interface Pin {
  readonly name: string;
  readonly version: number | null;
}

function pinsOf({ head }: Pick<Order, 'head'>): readonly Pin[] {
  if (isBuiltIn(head.workflow)) return [];
  const pins = head.instances.map(({ table, version }) => ({ name: table, version }));
  return pins.length > 0 ? pins : [{ name: head.workflow, version: null }];
}

/** As `attach`, for many orders of one account on one connection; nothing is kept. */
export async function attachTables(
  client: pg.ClientBase,
  account: string,
  orders: readonly Order[],
): Promise<readonly Order[]> {
  const pins = orders.flatMap(pinsOf);
  if (pins.length === 0) return orders;
  const tables = await readTables(client, account, pins);
  return orders.map((order) => {
    const needed = pinsOf(order);
    const published = tables.filter((table) =>
      needed.some(({ name, version }) => table.name === name && (version ?? table.version) === table.version),
    );
    return { ...order, published };
  });
}

async function readTables(client: pg.ClientBase, account: string, pins: readonly Pin[]): Promise<WorkflowTable[]> {
  const { rows } = await query<{ definition: WorkflowTable }>(
    client,
    {
      name: 'read_workflow_tables',
      text: `select distinct on (v.workflow, v.version) v.definition
               from unnest($2::text[], $3::int[]) as p (workflow, version)
               join workflows w on w.account = $1 and w.workflow = p.workflow
               join workflow_versions v on v.account = $1 and v.workflow = p.workflow
                and v.version = coalesce(p.version, w.version)`,
    },
    [account, pins.map(({ name }) => name), pins.map(({ version }) => version)],
  );
  return rows.map(({ definition }) => definition);
}
