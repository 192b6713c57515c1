import { type DocketClient, type ListedOrder, Refused, type ShownOrder } from './docket-client.js';
import { journeyOf } from './journey.js';
import { placementOf, SOURCE } from './placement.js';
import type { OlistRecord } from './record.js';

export interface Driven {
  readonly order: ShownOrder;
  /** False: an earlier run had placed it. */
  readonly placed: boolean;
  /** Commands sent beside the placement. */
  readonly commands: number;
}

/**
 * Places the record as a live order, unless Docket has it, and drives it to where the record ended. May be cut off
 * anywhere and run again: what the order shows as done is not asked for, and what is asked for twice has one key.
 *
 * @throws Refused where Docket says no.
 */
export async function drive(client: DocketClient, record: OlistRecord, orderId: string | undefined): Promise<Driven> {
  const begun = orderId === undefined ? await place(client, record) : await earlier(client, orderId);
  let { order } = begun;
  let commands = 0;
  for (const step of journeyOf(record)) {
    if (step.done(order)) continue;
    const path = `/orders/${order.orderId}${step.path}`;
    order = (await client.post(path, step.body, keyOf(record, step.name))) as ShownOrder;
    commands += 1;
  }
  return { order, placed: begun.placed, commands };
}

async function place(client: DocketClient, record: OlistRecord): Promise<{ order: ShownOrder; placed: boolean }> {
  try {
    const order = await client.post('/orders', placementOf(record), keyOf(record, 'place'));
    return { order: order as ShownOrder, placed: true };
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'external_id_taken') throw error;
  }
  // Placed by somebody else, or on another channel, which the list of replayed orders does not show.
  const found = `/orders?externalSource=${SOURCE}&externalId=${record.olistId}&complete=any&deleted=any`;
  const [row] = ((await client.get(found)) as { orders: readonly ListedOrder[] }).orders;
  if (row === undefined) throw new Error(`order ${record.olistId} is taken and not in the list`);
  return earlier(client, row.orderId);
}

const earlier = async (client: DocketClient, orderId: string): Promise<{ order: ShownOrder; placed: boolean }> => ({
  order: await readOrder(client, orderId),
  placed: false,
});

export const readOrder = async (client: DocketClient, orderId: string): Promise<ShownOrder> =>
  (await client.get(`/orders/${orderId}`)) as ShownOrder;

/** Every replayed order of the list, by the id that Olist gave it; more than one under an id would be a double. */
export async function listReplayed(client: DocketClient): Promise<ReadonlyMap<string, readonly ListedOrder[]>> {
  const orders = new Map<string, ListedOrder[]>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/orders?channel=${SOURCE}&complete=any&deleted=any&limit=100${from}`;
    const page = (await client.get(path)) as { orders: readonly ListedOrder[]; next: string | null };
    for (const row of page.orders) {
      const olistId = row.externalIds.find((id) => id.startsWith(`${SOURCE}:`))?.slice(SOURCE.length + 1);
      if (olistId === undefined) continue;
      const same = orders.get(olistId);
      if (same === undefined) orders.set(olistId, [row]);
      else same.push(row);
    }
    cursor = page.next;
  }
  return orders;
}

const keyOf = ({ olistId }: OlistRecord, step: string): string => `${SOURCE}:${olistId}:${step}`;
