import { type Unit, unitBytes, type UnitAnswer } from './unit.js';

/** A unit that nobody writes yet. */
export interface Waiting {
  readonly unit: Unit;
  /** `account/order id` of all it writes, and `account/consignment/id`. */
  readonly orders: readonly string[];
  readonly resolve: (answer: UnitAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** At 50 units the slowest answers take 70 to 110 ms, at 20 they take 29 to 43, with the same throughput. */
const mostUnits = 20;
const mostBytes = 256 * 1024;

/** Units with the same key may stand in one batch. */
export const accountsKey = (unit: Unit | undefined): string => unit?.accounts.join() ?? '';

/**
 * Takes from the queue what may be written together: the first unit whose accounts and orders are free, and those behind
 * it with the same accounts, of other orders, up to 20 units and 256 KB (a larger unit goes alone). Their orders become
 * busy.
 */
export function nextBatch(
  waiting: Waiting[],
  busyOrders: Set<string>,
  isFree: (accounts: string) => boolean,
): Waiting[] {
  const batch: Waiting[] = [];
  const kept: Waiting[] = [];
  // A later unit of an order must not overtake one that is left in the queue.
  const blocked = new Set<string>();
  let accounts: string | undefined;
  let bytes = 0;
  for (const [index, candidate] of waiting.entries()) {
    if (batch.length === mostUnits) {
      kept.push(...waiting.slice(index));
      break;
    }
    const { unit, orders } = candidate;
    const size = unitBytes(unit);
    const key = accountsKey(unit);
    const fits =
      (accounts === undefined ? isFree(key) : key === accounts && bytes + size <= mostBytes) &&
      orders.every((order) => !busyOrders.has(order) && !blocked.has(order));
    if (!fits) {
      kept.push(candidate);
      for (const order of orders) blocked.add(order);
      continue;
    }
    batch.push(candidate);
    bytes += size;
    accounts = key;
    for (const order of orders) busyOrders.add(order);
  }
  waiting.splice(0, waiting.length, ...kept);
  return batch;
}
