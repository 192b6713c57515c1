import { loadOrder, type StoredOrder } from './load-order.js';
import type { EventLog } from './read-events.js';

/** A marketplace order, its seller's order, and a chain's order between them. */
const mostLevels = 3;

/**
 * The orders of these ids and all linked to them in the account, three levels at most. Links to other accounts are left
 * out: such a partner is told behind the log.
 */
export async function linkedOrders(
  log: EventLog,
  account: string,
  orderIds: readonly string[],
  known: readonly string[] = [],
): Promise<Map<string, StoredOrder>> {
  const found = new Map<string, StoredOrder>();
  let wanted = orderIds;
  for (let level = 1; level <= mostLevels && wanted.length > 0; level += 1) {
    const loaded = await Promise.all(wanted.map((orderId) => loadOrder(log, account, orderId)));
    for (const [index, stored] of loaded.entries()) {
      const orderId = wanted[index];
      if (stored !== null && orderId !== undefined) found.set(orderId, stored);
    }
    const links = loaded.flatMap((stored) => stored?.order.head.links ?? []);
    const next = links.filter((link) => link.account === account).map(({ orderId }) => orderId);
    wanted = [...new Set(next)].filter((orderId) => !found.has(orderId) && !known.includes(orderId));
  }
  return found;
}
