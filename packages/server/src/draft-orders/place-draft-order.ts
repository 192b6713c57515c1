import {
  type BuyersPart,
  completed,
  type DraftOrderContent,
  handedOver,
  type MissingPart,
  notAskedFor,
  placementOf,
  stillMissing,
} from '@docket/core/draft-order/draft-order';
import { type DraftOrderState, isLive } from '@docket/core/draft-order/draft-order-states';
import type { ActorRef } from '@docket/core/order/decision';
import { type Refusal, refuse } from '@docket/core/order/refusals';
import { withAccounts } from '../database/pool.js';
import type { Execute } from '../execute.js';
import { countedTotal, type ForecastDependencies, foreseeDraftOrder } from './draft-order-forecast.js';
import { changesSince } from './draft-order-changes.js';
import type { DraftOrder } from './draft-order-rows.js';
import type { DraftOrders } from './draft-orders.js';

/** `again`: the order was there already, because of an earlier click or try. */
export type DraftOrderPlaced = { readonly orderId: string; readonly again: boolean } | NotPlaced;

export type NotPlaced =
  | { readonly problem: 'not_found' | 'version_mismatch' }
  | { readonly problem: 'closed'; readonly state: DraftOrderState }
  /** What somebody agreed to is not what it is now. `parts`: names of what changed. `total`: what it comes to. */
  | {
      readonly problem: 'outdated';
      readonly revision: number;
      readonly parts: readonly string[];
      readonly total: number | null;
    }
  | { readonly problem: 'incomplete'; readonly missing: readonly MissingPart[] }
  | { readonly problem: 'not_asked_for'; readonly field: keyof BuyersPart }
  | { readonly problem: 'refused'; readonly refusal: Refusal };

interface Placing {
  readonly actor: ActorRef;
  readonly reason: string;
  /** What somebody agreed to; where absent it is placed for whatever it comes to. */
  readonly total?: number;
}

export interface PlaceDraftOrder {
  /** By staff: on account, or paid in another way. */
  place(
    account: string,
    draftOrderId: string,
    placing: Placing & { readonly expectedVersion?: readonly number[] },
  ): Promise<DraftOrderPlaced>;
  /** By its buyer, who saw this revision and this total, and says what was missing. */
  accept(
    account: string,
    draftOrderId: string,
    accepting: Placing & { readonly revision: number; readonly total: number; readonly part: BuyersPart },
  ): Promise<DraftOrderPlaced>;
}

/** Stock that lapses, or staff who write, between reading and committing: then it is read again. */
const MOST_TRIES = 8;

/**
 * Turns a draft order into an order. One commit places the order, hands the reserved stock over to it and ends the draft order,
 * if that still has the version that was read: so it becomes one order, however often it is asked and wherever a process ends.
 */
export function createPlaceDraftOrder(
  dependencies: ForecastDependencies & { readonly execute: Execute; readonly drafts: Pick<DraftOrders, 'find'> },
): PlaceDraftOrder {
  const { log, execute, drafts, clock } = dependencies;

  async function placeOnce(
    account: string,
    id: string,
    { actor, reason, total }: Placing,
    judge: (draft: DraftOrder, content: DraftOrderContent) => Promise<NotPlaced | DraftOrderContent>,
  ): Promise<DraftOrderPlaced> {
    let refusal = refuse('version_conflict');
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const draft = await drafts.find(account, id);
      if (draft === null) return { problem: 'not_found' };
      if (draft.orderId !== null) return { orderId: draft.orderId, again: true };
      const { state, expiresAt, content } = draft;
      const hasExpired = expiresAt !== null && expiresAt <= clock();
      if (content === null || !isLive(state)) return { problem: 'closed', state };
      if (hasExpired) return { problem: 'closed', state: 'expired' };
      const agreed = await judge(draft, content);
      if ('problem' in agreed) return agreed;
      const comesTo = total ?? (await totalOf(account, draft, agreed));
      if (typeof comesTo !== 'number') return { problem: 'refused', refusal: comesTo };
      const outcome = await execute({
        account,
        command: placementOf(draft, agreed, comesTo),
        actor,
        reason,
        draftOrder: { draftOrderId: id, version: draft.version, claims: handedOver(draft.reserved) },
      });
      if (outcome.accepted) return { orderId: outcome.order.head.orderId, again: false };
      ({ refusal } = outcome);
      const counted = countedTotal(refusal);
      if (counted !== null && total !== undefined) return outdated(account, draft, draft.revision, counted);
      const mayHelp =
        counted !== null || refusal.refused === 'version_conflict' || refusal.refused === 'external_id_taken';
      if (!mayHelp) return { problem: 'refused', refusal };
    }
    return { problem: 'refused', refusal };
  }

  async function totalOf(account: string, draft: DraftOrder, content: DraftOrderContent): Promise<number | Refusal> {
    const { order, refusal } = await foreseeDraftOrder(dependencies, account, draft, content, draft.reserved);
    return order?.head.totals.total ?? refusal ?? refuse('version_conflict');
  }

  async function outdated(
    account: string,
    draft: DraftOrder,
    revision: number,
    total: number | null,
  ): Promise<Extract<NotPlaced, { problem: 'outdated' }>> {
    const { parts } = await withAccounts(log.pool, [account], (client) =>
      changesSince(client, account, draft.draftOrderId, revision),
    );
    return { problem: 'outdated', revision: draft.revision, parts, total };
  }

  return {
    place: (account, id, { expectedVersion, ...placing }) =>
      placeOnce(account, id, placing, (draft, content) =>
        Promise.resolve(
          expectedVersion?.includes(draft.version) === false ? { problem: 'version_mismatch' as const } : content,
        ),
      ),
    accept: (account, id, { revision, part, ...placing }) =>
      placeOnce(account, id, placing, async (draft, content) => {
        if (draft.revision !== revision) {
          const total = await totalOf(account, draft, content);
          return outdated(account, draft, revision, typeof total === 'number' ? total : null);
        }
        const field = notAskedFor(content, part);
        if (field !== null) return { problem: 'not_asked_for', field };
        const missing = stillMissing(content, part);
        return missing.length > 0 ? { problem: 'incomplete', missing } : completed(content, part);
      }),
  };
}
