import { type BuyersPart, completed } from '@docket/core/draft-order/draft-order';
import { isLive } from '@docket/core/draft-order/draft-order-states';
import { withAccounts } from '../database/pool.js';
import { shopName } from '../shoppers/shop-name.js';
import { type DraftOrderForecast, type ForecastDependencies, foreseeDraftOrder } from './draft-order-forecast.js';
import { type DraftOrderVisitor, openDraftOrderLink, openOrderByLink } from './draft-order-links.js';
import type { DraftOrder } from './draft-order-rows.js';
import type { DraftOrders } from './draft-orders.js';
import type { DraftOrderPlaced, PlaceDraftOrder } from './place-draft-order.js';

export interface SeenDraftOrder {
  /** With what its buyer said. */
  readonly draft: DraftOrder;
  readonly forecast: DraftOrderForecast | null;
  readonly shop: string;
}

/** A draft order as the holder of its link reaches it. */
export interface DraftOrderVisits {
  /** Null where the token opens nothing. */
  open(token: string): Promise<DraftOrderVisitor | null>;
  /** As it is now, and would be with what the buyer says; null where it is gone. */
  look(visitor: DraftOrderVisitor, part: BuyersPart): Promise<SeenDraftOrder | null>;
  accept(
    visitor: DraftOrderVisitor,
    accepted: { readonly revision: number; readonly total: number; readonly part: BuyersPart },
  ): Promise<DraftOrderPlaced>;
}

export function createDraftOrderVisits(
  dependencies: ForecastDependencies & {
    readonly drafts: Pick<DraftOrders, 'find'>;
    readonly placing: Pick<PlaceDraftOrder, 'accept'>;
  },
): DraftOrderVisits {
  const { log, clock, drafts, placing } = dependencies;
  const { pool } = log;
  return {
    open: (token) => openDraftOrderLink(pool, token, clock()),
    async look(visitor, part) {
      const { account, draftOrderId } = visitor;
      const found = await drafts.find(account, draftOrderId);
      if (found === null) return null;
      // Staff placed it, or a process ended between the order and its link.
      if (found.orderId !== null) await openOrderByLink(pool, visitor, found.orderId, clock());
      const shop = (await withAccounts(pool, [account], (client) => shopName(client, account))) ?? account;
      const draft = { ...found, content: found.content === null ? null : completed(found.content, part) };
      const { content } = draft;
      const forecast =
        content === null || !isLive(draft.state)
          ? null
          : await foreseeDraftOrder(dependencies, account, draft, content, draft.reserved);
      return { draft, forecast, shop };
    },
    async accept(visitor, accepted) {
      const { account, draftOrderId, actor } = visitor;
      const reason = 'its buyer accepted the draft order';
      const placed = await placing.accept(account, draftOrderId, { ...accepted, actor, reason });
      if ('orderId' in placed) await openOrderByLink(pool, visitor, placed.orderId, clock());
      return placed;
    },
  };
}
