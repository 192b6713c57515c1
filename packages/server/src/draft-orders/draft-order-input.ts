import { changedParts, type DraftOrderContent, type StockPolicy } from '@docket/core/draft-order/draft-order';
import type { DraftOrderState } from '@docket/core/draft-order/draft-order-states';
import type { Refusal } from '@docket/core/order/refusals';
import type { DraftOrder } from './draft-order-rows.js';

/** What staff say of a draft order; written anew as a whole. */
export interface DraftOrderInput {
  /** That of the channel, else the account's default, where absent. */
  readonly store?: string;
  readonly channel?: string;
  readonly currency: string;
  readonly customerId?: string;
  readonly stockPolicy: StockPolicy;
  readonly reservedUntil?: string;
  readonly expiresAt?: string;
  readonly content: DraftOrderContent;
}

/** Why something was not done, with nothing written. `refused`: what its placement, or its stock, was refused with. */
export type NotDone =
  | { readonly problem: 'not_found' | 'version_mismatch' | 'unreachable' | 'too_many' }
  | { readonly problem: 'closed'; readonly state: DraftOrderState }
  | { readonly problem: 'refused'; readonly refusal: Refusal };

export const isNotDone = (answer: object): answer is NotDone => 'problem' in answer;

export interface Acting {
  /** `key:…`, `user:…`, `guest:…`. */
  readonly actor: string;
  /** The version that somebody looked at; refused where it has another one. */
  readonly expectedVersion?: readonly number[];
}

const HEAD_PARTS = [
  'store',
  'channel',
  'currency',
  'customerId',
  'stockPolicy',
  'reservedUntil',
  'expiresAt',
] as const satisfies readonly (keyof DraftOrder)[];

/** What its buyer does not see: they need not accept anew for it. */
const UNSEEN: ReadonlySet<string> = new Set(['note', 'tags', 'stockPolicy', 'reservedUntil']);

export const writtenBy = ({
  currency,
  customerId,
  stockPolicy,
  reservedUntil,
  expiresAt,
  content,
}: DraftOrderInput): Pick<DraftOrder, 'currency' | 'customerId' | 'stockPolicy' | 'reservedUntil' | 'expiresAt'> & {
  readonly content: DraftOrderContent;
} => ({
  currency,
  customerId: customerId ?? null,
  stockPolicy,
  reservedUntil: stockPolicy === 'soft' ? (reservedUntil ?? null) : null,
  expiresAt: expiresAt ?? null,
  content,
});

/** Names of what the next one has otherwise, in its head and its content. */
export const partsChanged = (
  before: DraftOrder & { readonly content: DraftOrderContent },
  next: DraftOrder & { readonly content: DraftOrderContent },
): readonly string[] =>
  [...changedParts(before.content, next.content), ...HEAD_PARTS.filter((name) => before[name] !== next[name])].sort();

export const isSeenByBuyer = (part: string): boolean => !UNSEEN.has(part);
