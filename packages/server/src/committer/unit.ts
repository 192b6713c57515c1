import type { StockClaim } from '@docket/core/order/stock-claim';
import type { SealedEvent } from '../event-log/seal-events.js';
import type { DocumentDifference } from '../read-models/document-list.js';
import type { UseClaim } from '../claims/promotion-uses.js';
import type { ConsignmentRow } from '../read-models/consignment-list.js';
import type { TimerKey, TimerRow } from '../read-models/timers.js';

/** Everything one command writes. All of it is committed, or none. */
export interface Unit {
  /** Sorted, without repeats. More than one only for linked orders whose link was checked. */
  readonly accounts: readonly string[];
  readonly orders: readonly OrderWrite[];
  /** Consignments that change with them; absent: none. */
  readonly consignments?: readonly ConsignmentWrite[];
  readonly idempotency?: IdempotencyEntry;
  /** Version of the catalogue that the decision read, where it read one. Of the unit's first account. */
  readonly catalogueVersion?: number;
  /** The draft of an edit that this confirms. */
  readonly draft?: ConfirmedDraft;
  /** The draft order that becomes the unit's first order. */
  readonly draftOrder?: DraftOrderTaken;
}

/** A draft that is closed with its edit, as it was when it was read. */
export interface ConfirmedDraft {
  readonly account: string;
  readonly draftId: string;
  /** It must still have it: one that was written anew meanwhile is another edit. */
  readonly revision: number;
  readonly at: string;
  readonly versionBefore: number;
  readonly versionAfter: number;
  /** The buyer's session or link; null: staff confirms. One that agrees needs a question that waits. */
  readonly agreedBy: string | null;
}

/** A draft order as it was read for its placement; it becomes no order where it has another version by then. */
export interface DraftOrderTaken {
  readonly account: string;
  readonly draftOrderId: string;
  readonly version: number;
  /** What is reserved for it: given back where its order claims, so nobody else comes between. */
  readonly claims: readonly StockClaim[];
  /** Minor units. */
  readonly total: number;
  readonly at: string;
  readonly actor: string;
}

/** One order of a unit, new or changed. */
export interface OrderWrite {
  readonly account: string;
  readonly orderId: string;
  /** 0: the order must not exist yet. */
  readonly expectedVersion: number;
  readonly events: readonly SealedEvent[];
  readonly state: StateWrite;
  /** Of a new order, else null. */
  readonly key: { readonly subject: string; readonly wrapped: Buffer } | null;
  readonly externalIds: readonly (readonly [source: string, id: string])[];
  readonly claims: readonly StockClaim[];
  /** Rows of read models as JSON objects, ready to stand in an array; null where there is none to write. */
  readonly listInsert: string | null;
  readonly listUpdate: string | null;
  readonly rollups: readonly string[];
  readonly documents: DocumentDifference;
  /** Uses of promotions that it takes or gives back. */
  readonly uses: readonly UseClaim[];
  readonly timers: { readonly set: readonly TimerRow[]; readonly removed: readonly TimerKey[] };
}

/** One consignment of a unit, new or changed. */
export interface ConsignmentWrite {
  readonly account: string;
  readonly consignmentId: string;
  /** 0: it is new. */
  readonly expectedVersion: number;
  readonly schema: number;
  /** JSON text. */
  readonly state: string;
  readonly row: ConsignmentRow;
  readonly events: readonly SealedEvent[];
}

/** JSON texts of the parts that changed; all four of a new order. */
export interface StateWrite {
  readonly head: string | null;
  readonly lines: string | null;
  readonly documents: string | null;
  readonly carried: string | null;
}

export interface IdempotencyEntry {
  readonly account: string;
  readonly credential: string;
  readonly key: string;
  readonly content: string;
  readonly orderId: string;
  readonly version: number;
  readonly outcome: string;
  readonly at: string;
}

/** What became of a unit. All but the first leave nothing behind. */
export type UnitAnswer =
  | { readonly kind: 'ok' }
  | { readonly kind: 'version_conflict' }
  | { readonly kind: 'stale_catalogue' }
  /** Its draft is not what was read any more. */
  | { readonly kind: 'draft_changed' }
  | ClaimFailed
  | UseFailed
  | { readonly kind: 'draft_order_changed' }
  | { readonly kind: 'duplicate_key'; readonly key: 'external_id' | 'idempotency' | 'order_id' };

export interface ClaimFailed {
  readonly kind: 'claim_failed';
  readonly reason: 'insufficient_stock' | 'stock_not_counted';
  readonly sku: string;
  readonly place: string;
  readonly requested: number;
  /** Null where the product has no stock row at the place. */
  readonly available: number | null;
}

/** A promotion or a coupon has no use left. */
export interface UseFailed {
  readonly kind: 'use_failed';
  readonly reason: 'promotion_used_up' | 'coupon_used_up';
  /** Of the promotion or the coupon. */
  readonly id: string;
  readonly limit: number;
  /** Whether it is the limit of this one customer. */
  readonly ofCustomer: boolean;
}

/** Rough bytes on the wire, for the size of batches. */
export function unitBytes(unit: Unit): number {
  let bytes = 500;
  for (const { events, state, listInsert, listUpdate, claims } of unit.orders) {
    for (const { data, personal } of events) bytes += data.length + (personal?.length ?? 0) + 300;
    bytes += (state.head?.length ?? 0) + (state.lines?.length ?? 0) + (state.documents?.length ?? 0);
    bytes += (state.carried?.length ?? 0) + (listInsert?.length ?? 0) + (listUpdate?.length ?? 0) + claims.length * 150;
  }
  for (const { events, state } of unit.consignments ?? []) {
    for (const { data } of events) bytes += data.length + 300;
    bytes += state.length;
  }
  return bytes;
}
