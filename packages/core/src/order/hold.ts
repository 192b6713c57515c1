import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type ActorRef, type Context, type Facts } from './decision.js';
import type { EventOf, OrderEventOf } from './events.js';
import type { Blocked } from './held-commands.js';
import { inRange } from './instant.js';
import type { DocumentKindName, Instant, Order, OrderHead } from './order.js';
import { refuse, type Refusal } from './refusals.js';

// Events

export type HoldEvent =
  | EventOf<'hold_placed', HoldPlaced, { readonly reason: string | null }>
  | EventOf<'hold_released', HoldReleased, { readonly reason: string | null }>;

export interface HoldPlaced {
  readonly holdId: string;
  readonly holdType: string;
  readonly on: HoldTarget | null;
  readonly blocks: readonly Blocked[];
  readonly releaseBy: string | null;
  readonly releaseAt: Instant | null;
  readonly by: string;
}

export interface HoldReleased {
  readonly holdId: string;
  readonly holdType: string;
  readonly how: HoldRelease['how'];
  readonly by: string;
}

// State

/** A part of an order that a hold stands on. */
export interface HoldTarget {
  readonly kind: 'line' | DocumentKindName;
  /** Of the line or the document: a paper's number is its id. */
  readonly id: string;
}

/** Somebody's word that a part of the work waits. What it blocks is refused until it is released (`held-commands.ts`). */
export interface Hold {
  /** Counted from 1 in the order. */
  readonly id: string;
  /** A type of the account's own list: `fraud_review`. */
  readonly holdType: string;
  /** Null: the whole order. */
  readonly on: HoldTarget | null;
  readonly blocks: readonly Blocked[];
  /** A permission, or a role behind `role:`, that releasing takes beside that of the command; null: none. */
  readonly releaseBy: string | null;
  /** When it ends by itself; null: never. */
  readonly releaseAt: Instant | null;
  readonly placedAt: Instant;
  readonly placedBy: string;
  /** Personal: free text. */
  readonly reason: string | null;
  /** Null: it stands. */
  readonly released: HoldRelease | null;
}

export interface HoldRelease {
  readonly at: Instant;
  readonly by: string;
  readonly how: 'by_hand' | 'by_time';
  /** Personal: free text. */
  readonly reason: string | null;
}

/** How many holds may stand side by side; a robot in a loop must not grow an order without end. */
export const MAX_OPEN_HOLDS = 50;
/** Released holds that the order still shows; its log has all of them. */
export const KEPT_RELEASED_HOLDS = 50;

/** The holds that stand, in the order in which they were placed. */
export const openHolds = (head: Pick<OrderHead, 'holds'>): readonly Hold[] =>
  head.holds.filter(({ released }) => released === null);

/** When the next hold ends by itself; null: none does. */
export function nextRelease(head: Pick<OrderHead, 'holds'>): Instant | null {
  const ends = openHolds(head).flatMap(({ releaseAt }) => releaseAt ?? []);
  return ends.reduce<Instant | null>((first, end) => (first === null || end < first ? end : first), null);
}

/** Whether this actor may release the hold, beside being let send the command at all. Rules and timers may. */
export const mayRelease = ({ releaseBy }: Pick<Hold, 'releaseBy'>, { may }: Pick<ActorRef, 'may'>): boolean =>
  releaseBy === null || may === undefined || may.has('*') || may.has(releaseBy);

/** The holds without their free text. */
export const withoutReasons = (holds: readonly Hold[]): readonly Hold[] =>
  holds.map((hold) => ({
    ...hold,
    reason: null,
    released: hold.released === null ? null : { ...hold.released, reason: null },
  }));

// Folding

export function foldHoldPlaced(order: Order, event: OrderEventOf<'hold_placed'>, at: Instant): Partial<Order> {
  const { holdId, holdType, on, blocks, releaseBy, releaseAt, by } = event.data;
  const reason = event.personal?.reason ?? null;
  const hold: Hold = {
    id: holdId,
    holdType,
    on,
    blocks,
    releaseBy,
    releaseAt,
    placedAt: at,
    placedBy: by,
    reason,
    released: null,
  };
  return { head: { ...order.head, holds: [...order.head.holds, hold] } };
}

export function foldHoldReleased(order: Order, event: OrderEventOf<'hold_released'>, at: Instant): Partial<Order> {
  const { holdId, how, by } = event.data;
  const released: HoldRelease = { at, by, how, reason: event.personal?.reason ?? null };
  const holds = order.head.holds.map((hold) => (hold.id === holdId ? { ...hold, released } : hold));
  return { head: { ...order.head, holds: withoutOldest(holds) } };
}

/** The one placed last always stays, so that ids go on from it. */
function withoutOldest(holds: readonly Hold[]): readonly Hold[] {
  let surplus = holds.filter(({ released }) => released !== null).length - KEPT_RELEASED_HOLDS;
  if (surplus <= 0) return holds;
  return holds.filter(({ released }) => {
    if (released === null || surplus <= 0) return true;
    surplus -= 1;
    return false;
  });
}

// Deciding

/**
 * Makes a part of the work wait. What the command leaves out, its type says.
 * Refusals: hold_type_unknown, reference_unknown, date_out_of_range, hold_over_already, too_many.
 */
export function decideHold(
  order: Order,
  command: CommandOf<'place_hold'>,
  facts: Facts,
  context: Context,
): Accepted | Refusal {
  const { holdType, on = null, releaseAt = null } = command;
  const type = facts.holdTypes.find((candidate) => candidate.holdType === holdType && candidate.active);
  if (type === undefined) {
    const types = facts.holdTypes.filter(({ active }) => active).map((known) => known.holdType);
    return refuse('hold_type_unknown', '/holdType', { types });
  }
  if (on !== null && !isThere(order, on)) return refuse('reference_unknown', '/on/id', { kind: on.kind });
  if (releaseAt !== null && !inRange(releaseAt)) return refuse('date_out_of_range', '/releaseAt');
  if (releaseAt !== null && releaseAt <= context.at) return refuse('hold_over_already', '/releaseAt');
  if (openHolds(order.head).length >= MAX_OPEN_HOLDS) return refuse('too_many', undefined, { limit: MAX_OPEN_HOLDS });
  const holdId = String(Number(order.head.holds.at(-1)?.id ?? 0) + 1);
  const blocks = simplest(command.blocks ?? type.blocks);
  const releaseBy = command.releaseBy ?? type.releaseBy;
  return accepted([
    {
      type: 'hold_placed',
      data: { holdId, holdType, on, blocks, releaseBy, releaseAt, by: context.actor.id },
      personal: { reason: command.reason ?? null },
    },
  ]);
}

const isThere = (order: Order, { kind, id }: HoldTarget): boolean =>
  kind === 'line' ? order.lines.some((line) => line.id === id) : Object.hasOwn(order.documents[kind], id);

/** Each group once; beside `all` no other says anything. */
const simplest = (blocks: readonly Blocked[]): readonly Blocked[] =>
  blocks.includes('all') ? ['all'] : [...new Set(blocks)];

/** Lets the work go on. Refusals: hold_not_found, release_not_permitted. */
export function decideHoldRelease(
  order: Order,
  command: CommandOf<'release_hold'>,
  context: Context,
): Accepted | Refusal {
  const open = openHolds(order.head);
  const hold = open.find(({ id }) => id === command.holdId);
  if (hold === undefined) return refuse('hold_not_found', '/holdId', { holds: open.map(({ id }) => id) });
  const { id: holdId, holdType, releaseBy } = hold;
  if (!mayRelease(hold, context.actor))
    return refuse('release_not_permitted', '/holdId', { holdId, holdType, releaseBy });
  return accepted([
    {
      type: 'hold_released',
      data: { holdId, holdType, how: 'by_hand', by: context.actor.id },
      personal: { reason: command.reason ?? null },
    },
  ]);
}

/**
 * Holds whose time has come end by themselves. Where none is left to end, somebody was faster than the timer, and nothing
 * happens. Refusal: not_due_yet.
 */
export function decideHoldsEnd(order: Order, context: Context): Accepted | Refusal {
  const due = nextRelease(order.head);
  if (due === null) return accepted([]);
  if (due > context.at) return refuse('not_due_yet', undefined, { due });
  return accepted(
    openHolds(order.head).flatMap(({ id: holdId, holdType, releaseAt }) =>
      releaseAt === null || releaseAt > context.at
        ? []
        : [
            {
              type: 'hold_released',
              data: { holdId, holdType, how: 'by_time', by: context.actor.id },
              personal: { reason: null },
            } as const,
          ],
    ),
  );
}
