import { type Amount, sum } from '../money/amount.js';
import type { CommandName } from './commands.js';
import type { DocumentKind } from './document-kind.js';
import { withDocument } from './document-kind.js';
import type { EventOf, OrderEventOf } from './events.js';
import { type LinePieces, withCounted } from './items.js';
import type { Instant, Order } from './order.js';

// Events

export type ReturnEvent =
  | EventOf<'return_requested', ReturnRequested, ReturnRequestedPersonal>
  | EventOf<'return_authorised', ReturnAuthorised, { readonly instructions: string | null }>
  | EventOf<'return_declined', { readonly returnId: string }, { readonly reason: string | null }>
  | EventOf<
      'return_withdrawn',
      { readonly returnId: string; readonly by: ReturnRequester },
      { readonly reason: string | null }
    >
  | EventOf<'return_received', ReturnReceived>
  | EventOf<'return_inspected', ReturnInspected>
  | EventOf<'return_settled', ReturnSettled>
  | EventOf<'return_closed', { readonly returnId: string }, { readonly reason: string | null }>;

export type ReturnRequester = 'buyer' | 'staff' | 'seller' | 'marketplace' | 'system';

/** What the buyer gets for what comes back. */
export const RETURN_RESOLUTIONS = ['refund', 'store_credit', 'exchange'] as const;
/** Where nobody says. */
export const USUAL_RESOLUTION: (typeof RETURN_RESOLUTIONS)[number] = 'refund';
export type ReturnResolution = (typeof RETURN_RESOLUTIONS)[number];

export interface ReturnRequested {
  readonly returnId: string;
  readonly number: string;
  readonly by: ReturnRequester;
  readonly resolution: ReturnResolution;
  readonly items: readonly { readonly lineId: string; readonly quantity: number; readonly reason: string }[];
  /** True: against the policy of the store; why is personal. */
  readonly exception: boolean;
}

export interface ReturnRequestedPersonal {
  /** By line. */
  readonly comments: Readonly<Record<string, string>>;
  readonly exception: string | null;
}

export interface ReturnAuthorised {
  readonly returnId: string;
  readonly items: readonly LinePieces[];
}

export interface ReturnReceived {
  readonly returnId: string;
  readonly items: readonly LinePieces[];
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
}

export interface ReturnInspected {
  readonly returnId: string;
  readonly items: readonly InspectedPieces[];
}

export interface InspectedPieces {
  readonly lineId: string;
  readonly accepted: number;
  readonly rejected: number;
  /** Why pieces were rejected; null: none was. */
  readonly reason: string | null;
  /** True: the accepted pieces went back to their shelf with this very fact. */
  readonly restocked: boolean;
}

export interface ReturnSettled {
  readonly returnId: string;
  readonly resolution: ReturnResolution;
  readonly items: readonly LinePieces[];
  /** The return invoice issued with it; null: the pieces are worth nothing, and no paper was needed. */
  readonly invoiceNumber: string | null;
  /** What the pieces were worth, before the fee. Minor units. */
  readonly value: Amount;
  /** What of the value is for shipping; absent: nothing. */
  readonly shipping?: Amount;
  readonly restockingFee: Amount;
  /** All that the buyer got, in whatever way. */
  readonly refunded: Amount;
  /** What of that is store credit; absent: nothing. */
  readonly storeCredit?: Amount;
  /** The order that replaces the goods, and what of the refunded money paid it; absent: none. */
  readonly exchange?: { readonly orderId: string; readonly amount: Amount };
}

// State

/** A case of goods that come back. The paper about it is the return invoice; the money is on that. */
export interface Return {
  readonly id: string;
  readonly number: string;
  readonly requestedAt: Instant;
  readonly requestedBy: ReturnRequester;
  /** What was wished for. */
  readonly resolution: ReturnResolution;
  readonly exception: boolean;
  /** Personal. */
  readonly exceptionReason: string | null;
  readonly lines: readonly ReturnLine[];
  readonly authorisedAt: Instant | null;
  /** Personal: how and where to send the goods. */
  readonly instructions: string | null;
  readonly declinedAt: Instant | null;
  /** Personal. */
  readonly declineReason: string | null;
  readonly withdrawnAt: Instant | null;
  /** Personal. */
  readonly withdrawReason: string | null;
  /** Each parcel that came, in the order of their coming. */
  readonly receipts: readonly ReturnReceipt[];
  readonly inspections: readonly ReturnInspection[];
  readonly settlements: readonly ReturnSettlement[];
  readonly closedAt: Instant | null;
  /** Personal. */
  readonly closeReason: string | null;
}

/** Pieces of a line: each number is a fact of its own, and none takes the place of another. */
export interface ReturnLine {
  readonly lineId: string;
  readonly reason: string;
  /** Personal. */
  readonly comment: string | null;
  readonly requested: number;
  readonly authorised: number;
  readonly received: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Of the accepted: what was given back in money or kind. */
  readonly settled: number;
}

export interface ReturnReceipt extends Omit<ReturnReceived, 'returnId'> {
  readonly at: Instant;
}

export interface ReturnInspection extends Omit<ReturnInspected, 'returnId'> {
  readonly at: Instant;
}

export interface ReturnSettlement extends Omit<ReturnSettled, 'returnId'> {
  readonly at: Instant;
}

export type ReturnState = keyof typeof RETURN_STATES;

/** Each parcel brings a return back to the table until all of them came; nothing leads out of the last three. */
const RETURN_STATES = {
  requested: ['authorised', 'partly_authorised', 'declined', 'withdrawn'],
  authorised: ['received', 'withdrawn', 'closed'],
  partly_authorised: ['received', 'withdrawn', 'closed'],
  received: ['inspected', 'partly_received', 'settled', 'closed'],
  inspected: ['received', 'partly_received', 'settled', 'closed'],
  /** All that came was settled or rejected, and other pieces have not come. */
  partly_received: ['received', 'closed'],
  settled: ['closed'],
  declined: [],
  withdrawn: [],
  closed: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type LineCount = 'requested' | 'authorised' | 'received' | 'accepted' | 'rejected' | 'settled';

const count = ({ lines }: Pick<Return, 'lines'>, of: LineCount): number => sum(lines.map((line) => line[of]));

/** Read off the facts: nothing is stored that they tell. */
export function returnState(returned: Return): ReturnState {
  if (returned.withdrawnAt !== null) return 'withdrawn';
  if (returned.declinedAt !== null) return 'declined';
  if (returned.closedAt !== null) return 'closed';
  if (returned.authorisedAt === null) return 'requested';
  const [authorised, received] = [count(returned, 'authorised'), count(returned, 'received')];
  const [accepted, rejected] = [count(returned, 'accepted'), count(returned, 'rejected')];
  if (received === 0) return authorised < count(returned, 'requested') ? 'partly_authorised' : 'authorised';
  if (accepted + rejected < received) return 'received';
  if (accepted > count(returned, 'settled')) return 'inspected';
  if (received < authorised) return 'partly_received';
  return accepted > 0 ? 'settled' : 'closed';
}

/** Pieces of a line that the case keeps from being asked for again, beside those that were settled. */
export function heldPieces(
  returned: Return,
  { requested, authorised, accepted, rejected, settled }: ReturnLine,
): number {
  if (returned.withdrawnAt !== null || returned.declinedAt !== null) return 0;
  if (returned.authorisedAt === null) return requested;
  return returned.closedAt === null ? authorised - settled : accepted + rejected - settled;
}

/** Accepted pieces that nothing was given back for yet. */
export const unsettled = ({ lines }: Return): readonly LinePieces[] =>
  lines.flatMap(({ lineId, accepted: good, settled }) =>
    good > settled ? [{ lineId, quantity: good - settled }] : [],
  );

/** What a clerk has to do next. */
const RETURN_WORK: Readonly<Record<ReturnState, 'decide' | 'expect' | 'inspect' | 'settle' | 'done'>> = {
  requested: 'decide',
  authorised: 'expect',
  partly_authorised: 'expect',
  received: 'inspect',
  inspected: 'settle',
  partly_received: 'expect',
  settled: 'done',
  declined: 'done',
  withdrawn: 'done',
  closed: 'done',
};

const UNDER_WAY = ['authorised', 'partly_authorised', 'received', 'inspected', 'partly_received', 'settled'] as const;

/** The states in which each command is heard, in the order of the work. */
export const RETURN_HEARS = {
  authorise_return: ['requested'],
  decline_return: ['requested'],
  inspect_return: ['received'],
  settle_return: ['received', 'inspected'],
  receive_return: UNDER_WAY,
  withdraw_return: ['requested', 'authorised', 'partly_authorised'],
  close_return: UNDER_WAY,
} as const satisfies Readonly<Partial<Record<CommandName, readonly ReturnState[]>>>;

export const RETURN_KIND: DocumentKind<Return> = {
  kind: 'return',
  title: 'return',
  list: 'returns',
  permissions: { view: 'orders.view', edit: 'orders.refund' },
  parents: [],
  states: RETURN_STATES,
  stateOf: returnState,
  work: RETURN_WORK,
  numberOf: ({ number }) => number,
  amountOf: ({ settlements }) =>
    settlements.length === 0 ? null : sum(settlements.map(({ value, restockingFee }) => value - restockingFee)),
  outerIdOf: () => null,
  createdAt: ({ requestedAt }) => requestedAt,
  parentOf: () => null,
  searchTerms: ({ number, receipts }) => [
    number,
    ...receipts.flatMap(({ trackingNumber }) => (trackingNumber === null ? [] : [trackingNumber])),
  ],
  redact: (returned) => ({
    ...returned,
    exceptionReason: null,
    instructions: null,
    declineReason: null,
    withdrawReason: null,
    closeReason: null,
    lines: returned.lines.map((line) => (line.comment === null ? line : { ...line, comment: null })),
  }),
};

// Folding

export function foldReturnRequested(
  order: Order,
  event: OrderEventOf<'return_requested'>,
  requestedAt: Instant,
): Partial<Order> {
  const { returnId: id, number, by: requestedBy, resolution, items, exception } = event.data;
  const comments = event.personal?.comments ?? {};
  const lines = items.map(({ lineId, quantity, reason }): ReturnLine => {
    const comment = Object.hasOwn(comments, lineId) ? (comments[lineId] ?? null) : null;
    return { lineId, reason, comment, requested: quantity, ...NOTHING_YET };
  });
  const exceptionReason = event.personal?.exception ?? null;
  return withReturn(order, {
    ...{ id, number, requestedAt, requestedBy, resolution, exception, exceptionReason, lines },
    ...{ authorisedAt: null, instructions: null, declinedAt: null, declineReason: null },
    ...{ withdrawnAt: null, withdrawReason: null },
    ...{ receipts: [], inspections: [], settlements: [], closedAt: null, closeReason: null },
  });
}

const NOTHING_YET = { authorised: 0, received: 0, accepted: 0, rejected: 0, settled: 0 } as const;

export const foldReturnAuthorised = (
  order: Order,
  { data, personal }: OrderEventOf<'return_authorised'>,
  at: Instant,
): Partial<Order> =>
  changed(order, data.returnId, (returned) => ({
    ...counted(returned, 'authorised', data.items),
    authorisedAt: at,
    instructions: personal?.instructions ?? null,
  }));

export const foldReturnDeclined = (
  order: Order,
  { data, personal }: OrderEventOf<'return_declined'>,
  at: Instant,
): Partial<Order> =>
  changed(order, data.returnId, (returned) => ({
    ...returned,
    declinedAt: at,
    declineReason: personal?.reason ?? null,
  }));

export const foldReturnWithdrawn = (
  order: Order,
  { data, personal }: OrderEventOf<'return_withdrawn'>,
  at: Instant,
): Partial<Order> =>
  changed(order, data.returnId, (returned) => ({
    ...returned,
    withdrawnAt: at,
    withdrawReason: personal?.reason ?? null,
  }));

export const foldReturnReceived = (
  order: Order,
  { data: { returnId, items, carrier, trackingNumber } }: OrderEventOf<'return_received'>,
  at: Instant,
): Partial<Order> =>
  changed(order, returnId, (returned) => ({
    ...counted(returned, 'received', items),
    receipts: [...returned.receipts, { at, items, carrier, trackingNumber }],
  }));

export const foldReturnInspected = (
  order: Order,
  { data: { returnId, items } }: OrderEventOf<'return_inspected'>,
  at: Instant,
): Partial<Order> =>
  changed(order, returnId, (returned) => {
    const pieces = (of: 'accepted' | 'rejected'): LinePieces[] =>
      items.map((item) => ({ lineId: item.lineId, quantity: item[of] }));
    return {
      ...counted(counted(returned, 'accepted', pieces('accepted')), 'rejected', pieces('rejected')),
      inspections: [...returned.inspections, { at, items }],
    };
  });

/** Pieces that no return invoice counts are counted here: each comes back to its line once. */
export function foldReturnSettled(order: Order, event: OrderEventOf<'return_settled'>, at: Instant): Partial<Order> {
  const { returnId, moves: _moves, numbers: _numbers, ...settled } = event.data;
  const { items, invoiceNumber } = settled;
  const after = changed(order, returnId, (returned) => ({
    ...counted(returned, 'settled', items),
    settlements: [...returned.settlements, { at, ...settled }],
  }));
  if (invoiceNumber !== null) return after;
  const lines = withCounted(order.lines, items, (line, quantity) => ({ ...line, returned: line.returned + quantity }));
  return { ...after, lines };
}

export const foldReturnClosed = (
  order: Order,
  { data, personal }: OrderEventOf<'return_closed'>,
  at: Instant,
): Partial<Order> =>
  changed(order, data.returnId, (returned) => ({ ...returned, closedAt: at, closeReason: personal?.reason ?? null }));

const withReturn = (order: Order, returned: Return): Partial<Order> => ({
  documents: withDocument(order.documents, 'return', returned.id, returned),
});

function changed(order: Order, id: string, change: (returned: Return) => Return): Partial<Order> {
  const returned = order.documents.return[id];
  if (returned === undefined) throw new Error(`the order has no return ${id}`);
  return withReturn(order, change(returned));
}

function counted(returned: Return, field: LineCount, items: readonly LinePieces[]): Return {
  const pieces = new Map<string, number>();
  for (const { lineId, quantity } of items) pieces.set(lineId, (pieces.get(lineId) ?? 0) + quantity);
  return {
    ...returned,
    lines: returned.lines.map((line) => ({ ...line, [field]: line[field] + (pieces.get(line.lineId) ?? 0) })),
  };
}
