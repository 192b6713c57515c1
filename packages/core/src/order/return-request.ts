import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type ActorRef, type Context, type Facts } from './decision.js';
import { countedNumber } from './document-number.js';
import type { LinePieces } from './items.js';
import type { Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import {
  type Return,
  RETURN_HEARS,
  type ReturnLine,
  type ReturnRequester,
  type ReturnState,
  returnState,
  USUAL_RESOLUTION,
} from './return.js';
import type { ReturnItem } from './return-commands.js';
import { policyOf, type ReturnableLine, returnableOf, type ReturnFacts, type ReturnHindrance } from './returnable.js';

/** How many returns one order may gather, ended ones too; a robot in a loop must not grow it without end. */
const MAX_RETURNS = 200;
/** How many of them its buyer may ask for: who asks and withdraws in a loop leaves room for staff. */
const MAX_OF_BUYER = 100;
/** How many requests of the buyer may wait for an answer at once. */
const MAX_WAITING = 20;

/** What staff may go past for one return, with a reason. Pieces are there or are not. */
const POLICY: ReadonlySet<ReturnHindrance> = new Set([
  'returns_disabled',
  'order_status_not_allowed',
  'outside_return_window',
]);

/**
 * Asks to send goods back. Nothing moves by it: what may come is authorised, what came is received, what is good is
 * accepted. Refusals: too_many, not_this_actor (staff alone make an exception), return_names_no_pieces, reference_unknown,
 * duplicate_id, return_reason_unknown, return_comment_needed, then why the line may not come back, then
 * return_quantity_unavailable.
 */
export function decideReturnRequest(
  order: Order,
  command: CommandOf<'request_return'>,
  facts: Facts,
  context: Context,
): Accepted | Refusal {
  const { items, exception } = command;
  const by = command.byBuyer === true ? 'buyer' : requester(context.actor);
  const tooMany = noRoomFor(by, order);
  if (tooMany !== null) return tooMany;
  if (exception !== undefined && context.actor.kind !== 'staff') return refuse('not_this_actor', '/exception');
  if (items.length === 0) return refuse('return_names_no_pieces', '/items');
  const policy = policyOf(order.head.store, facts.returns.policies);
  const returnable = new Map(returnableOf(order, policy, context.at).map((line) => [line.lineId, line]));
  for (const [index, item] of items.entries()) {
    const twice = items.findIndex(({ lineId }) => lineId === item.lineId) < index;
    if (twice) return refuse('duplicate_id', `/items/${index}/lineId`);
    const against =
      againstReason(item, facts.returns, index) ??
      againstItem(item, returnable.get(item.lineId), exception !== undefined, index);
    if (against !== null) return against;
  }
  const count = Object.keys(order.documents.return).length;
  const comments = items.flatMap(({ lineId, comment }) => (comment === undefined ? [] : [[lineId, comment] as const]));
  return accepted([
    {
      type: 'return_requested',
      data: {
        returnId: String(count + 1),
        number: countedNumber(order.head, `RT${count + 1}`),
        by,
        resolution: command.resolution ?? USUAL_RESOLUTION,
        items: items.map(({ lineId, quantity, reason }) => ({ lineId, quantity, reason })),
        exception: exception !== undefined,
      },
      personal: { comments: Object.fromEntries(comments), exception: exception ?? null },
    },
  ]);
}

/** Refusal: too_many. */
function noRoomFor(by: ReturnRequester, { documents }: Order): Refusal | null {
  const all = Object.values(documents.return);
  if (all.length >= MAX_RETURNS) return refuse('too_many', undefined, { limit: MAX_RETURNS });
  if (by !== 'buyer') return null;
  const own = all.filter(({ requestedBy }) => requestedBy === 'buyer');
  if (own.length >= MAX_OF_BUYER) return refuse('too_many', undefined, { limit: MAX_OF_BUYER, by });
  const waiting = own.filter((returned) => returnState(returned) === 'requested').length;
  return waiting >= MAX_WAITING ? refuse('too_many', undefined, { limit: MAX_WAITING, by, waiting }) : null;
}

function againstReason({ reason, comment }: ReturnItem, { reasons }: ReturnFacts, index: number): Refusal | null {
  const known = reasons.filter(({ use, active }) => use === 'request' && active);
  const given = known.find((candidate) => candidate.reason === reason);
  if (given === undefined)
    return refuse('return_reason_unknown', `/items/${index}/reason`, { reasons: known.map((each) => each.reason) });
  return given.commentNeeded && comment === undefined
    ? refuse('return_comment_needed', `/items/${index}/comment`, { reason })
    : null;
}

function againstItem(
  { quantity }: ReturnItem,
  line: ReturnableLine | undefined,
  isException: boolean,
  index: number,
): Refusal | null {
  if (line === undefined) return refuse('reference_unknown', `/items/${index}/lineId`);
  const { refused, available, until } = line;
  if (refused !== null && !(isException && POLICY.has(refused)))
    return refuse(refused, `/items/${index}/lineId`, refused === 'outside_return_window' ? { until } : undefined);
  return quantity > available
    ? refuse('return_quantity_unavailable', `/items/${index}/quantity`, { available, asked: quantity })
    : null;
}

function requester({ kind }: ActorRef): ReturnRequester {
  switch (kind) {
    case 'shopper':
      return 'buyer';
    case 'staff':
    case 'seller':
    case 'marketplace':
    case 'system':
      return kind;
    case 'payment_provider':
    case 'carrier':
      return 'system';
    default: {
      const never: never = kind;
      throw new Error(`unknown actor ${String(never)}`);
    }
  }
}

/**
 * Says what may come back: everything that was asked for, or fewer pieces of some lines; the others are free to be asked
 * for again. Refusals: return_not_found, return_in_other_state, reference_unknown, return_quantity_exceeded,
 * return_names_no_pieces (nothing at all: it is declined).
 */
export function decideReturnAuthorisation(order: Order, command: CommandOf<'authorise_return'>): Accepted | Refusal {
  const returned = returnIn(order, command);
  if ('refused' in returned) return returned;
  const items = piecesOf(returned, command.items, ({ requested }) => requested);
  if ('refused' in items) return items;
  return accepted([
    {
      type: 'return_authorised',
      data: { returnId: returned.id, items },
      personal: { instructions: command.instructions ?? null },
    },
  ]);
}

/** Says that nothing may come back. Refusals: return_not_found, return_in_other_state. */
export function decideReturnDenial(order: Order, command: CommandOf<'decline_return'>): Accepted | Refusal {
  const returned = returnIn(order, command);
  if ('refused' in returned) return returned;
  return accepted([
    { type: 'return_declined', data: { returnId: returned.id }, personal: { reason: command.reason ?? null } },
  ]);
}

/** Takes the request back, as long as nothing came. Refusals: return_not_found, return_in_other_state. */
export function decideReturnWithdrawal(
  order: Order,
  command: CommandOf<'withdraw_return'>,
  { actor }: Context,
): Accepted | Refusal {
  const returned = returnIn(order, command);
  if ('refused' in returned) return returned;
  return accepted([
    {
      type: 'return_withdrawn',
      data: { returnId: returned.id, by: requester(actor) },
      personal: command.reason === undefined ? null : { reason: command.reason },
    },
  ]);
}

/** The return that a command is about, where it is in a state that hears it. Refusals: return_not_found, return_in_other_state. */
export function returnIn(
  order: Order,
  { type, returnId: id }: { readonly type: keyof typeof RETURN_HEARS; readonly returnId: string },
): Return | Refusal {
  const states: readonly ReturnState[] = RETURN_HEARS[type];
  const { return: returns } = order.documents;
  const returned = Object.hasOwn(returns, id) ? returns[id] : undefined;
  if (returned === undefined) return refuse('return_not_found', '/returnId', { returns: Object.keys(returns) });
  const state = returnState(returned);
  return states.includes(state) ? returned : refuse('return_in_other_state', '/returnId', { state, states });
}

/**
 * The pieces that a command names, or everything that `left` gives. Refusals: duplicate_id, reference_unknown,
 * return_quantity_exceeded, return_names_no_pieces.
 */
export function piecesOf(
  { lines }: Return,
  named: readonly LinePieces[] | undefined,
  left: (line: ReturnLine) => number,
): readonly LinePieces[] | Refusal {
  const items = named ?? lines.map((line) => ({ lineId: line.lineId, quantity: left(line) }));
  for (const [index, { lineId, quantity }] of items.entries()) {
    if (items.findIndex((other) => other.lineId === lineId) < index)
      return refuse('duplicate_id', `/items/${index}/lineId`);
    const line = lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined) return refuse('reference_unknown', `/items/${index}/lineId`);
    if (quantity > left(line))
      return refuse('return_quantity_exceeded', `/items/${index}/quantity`, { left: left(line), asked: quantity });
  }
  const pieces = items.filter(({ quantity }) => quantity > 0).map(({ lineId, quantity }) => ({ lineId, quantity }));
  return pieces.length === 0 ? refuse('return_names_no_pieces', '/items') : pieces;
}
