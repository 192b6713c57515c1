/**
 * Where a draft order stands. `open`: staff work on it. `sent`: its buyer has a link that accepts it; staff may still change
 * it. `placed`: an order came of it. `expired`: its time ran out. `cancelled`: somebody gave it up.
 */
export type DraftOrderState = 'open' | 'sent' | 'placed' | 'expired' | 'cancelled';

export type DraftOrderMove = 'change' | 'send' | 'place' | 'expire' | 'cancel' | 'reopen';

/** What may be done in a state, and where it leads. Only `placed` is the end: from then on there is an order. */
const MOVES: Readonly<Record<DraftOrderState, Readonly<Partial<Record<DraftOrderMove, DraftOrderState>>>>> = {
  open: { change: 'open', send: 'sent', place: 'placed', expire: 'expired', cancel: 'cancelled' },
  sent: { change: 'sent', send: 'sent', place: 'placed', expire: 'expired', cancel: 'cancelled', reopen: 'open' },
  expired: { cancel: 'cancelled', reopen: 'open' },
  cancelled: { reopen: 'open' },
  placed: {},
};

export const DRAFT_ORDER_STATES = Object.keys(MOVES) as readonly DraftOrderState[];

/** The state after a move; null where it is not made from there. */
export const movedDraftOrder = (state: DraftOrderState, move: DraftOrderMove): DraftOrderState | null =>
  MOVES[state][move] ?? null;

export const movesOf = (state: DraftOrderState): readonly DraftOrderMove[] =>
  Object.keys(MOVES[state]) as DraftOrderMove[];

/** Whether stock may be held for it. */
export const isLive = (state: DraftOrderState): boolean => movedDraftOrder(state, 'place') !== null;
