import type { Order } from '@docket/core/order/order';
import { timersOf } from '@docket/core/order/timers';

/** A task of the kind `order_timer`: the command it carries is asked of the order when it is due. */
export interface TimerRow extends TimerKey {
  readonly due: string;
  /** JSON: `{ orderId, command }`, and what else the timer names. */
  readonly payload: string;
}

export interface TimerKey {
  readonly account: string;
  /** `<order id>/<timer>`. */
  readonly key: string;
}

/** The open timers of an order as task rows. A pure function of the order, so that rebuild and verify can repeat it. */
export function timerRows(order: Order): TimerRow[] {
  const { account, orderId } = order.head;
  return timersOf(order).map(({ name, due, ...asked }) => ({
    account,
    key: `${orderId}/${name}`,
    due,
    payload: JSON.stringify({ orderId, ...asked }),
  }));
}

/** What a commit has to write so that the stored timers are those of `after`. */
export function timerDifference(
  before: Order | null,
  after: Order,
): { readonly set: readonly TimerRow[]; readonly removed: readonly TimerKey[] } {
  // Every event stamps the head.
  if (before?.head === after.head) return nothing;
  const old = before === null ? [] : timerRows(before);
  const now = timerRows(after);
  if (old.length === 0 && now.length === 0) return nothing;
  const same = (a: TimerRow) => (b: TimerRow) => a.key === b.key && a.due === b.due && a.payload === b.payload;
  return {
    set: now.filter((row) => !old.some(same(row))),
    removed: old.filter((row) => !now.some(({ key }) => key === row.key)).map(({ account, key }) => ({ account, key })),
  };
}

const nothing = { set: [], removed: [] } as const;
