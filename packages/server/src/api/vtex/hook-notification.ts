import type { TakenItem } from '../../feed/items.js';
import { keyOf } from './hook-routes.js';
import { vtexFeedTime } from './feed-time.js';

/** What is delivered to a hook of the VTEX dialect (vtex-oms §5.5). */
export const hookNotification = (
  { account, owner }: { readonly account: string; readonly owner: string },
  item: TakenItem,
): object => ({
  Domain: item.domain,
  OrderId: item.vtexOrderId ?? item.orderId,
  State: item.state,
  LastState: item.lastState,
  LastChange: vtexFeedTime(item.lastChange),
  CurrentChange: vtexFeedTime(item.currentChange),
  Origin: { Account: account, Key: keyOf(owner) },
});
