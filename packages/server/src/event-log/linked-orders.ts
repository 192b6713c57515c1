import { loadStoredOrders, type StoredOrder } from './load-order.js';
import type { EventLog } from './read-events.js';

/** A marketplace order, its seller's order, a chain's order between them, and the one that the search began with. */
const mostReads = 4;

/**
 * The orders of these ids and all linked to them in the account, three levels at most, as they stood at one moment: read one
 * after the other, a cancelled order could meet its partner from before, and be refused for a reason that never was. Links to
 * other accounts are left out: such a partner is told behind the log.
 */
export async function linkedOrders(
  log: EventLog,
  account: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, StoredOrder>> {
  let wanted = orderIds;
  for (let reads = 1; ; reads += 1) {
    const found = await loadStoredOrders(log, account, wanted);
    const partners = [...found.values()].flatMap(({ order }) => partnersOf(order, account));
    const further = [...new Set(partners)].filter((orderId) => !wanted.includes(orderId));
    if (further.length === 0 || reads === mostReads) return found;
    wanted = [...wanted, ...further];
  }
}

/** The linked orders of the same account. */
export const partnersOf = ({ head }: StoredOrder['order'], account: string): readonly string[] =>
  head.links.filter((link) => link.account === account).map(({ orderId }) => orderId);
