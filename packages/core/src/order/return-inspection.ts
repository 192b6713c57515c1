import { sum } from '../money/amount.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Facts } from './decision.js';
import type { Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import type { Return } from './return.js';
import type { InspectedItem } from './return-commands.js';
import { piecesOf, returnIn } from './return-request.js';
import { restocking } from './stock-claim.js';

/** How many parcels, and how many looks, one return may gather. */
const MAX_ENTRIES = 200;

/**
 * Goods came, counted at the door; they may come in several parcels, and none beyond what was authorised. Nothing is
 * accepted by it. Refusals: return_not_found, return_in_other_state, too_many, duplicate_id, reference_unknown,
 * return_quantity_exceeded, return_names_no_pieces.
 */
export function decideReturnReceipt(order: Order, command: CommandOf<'receive_return'>): Accepted | Refusal {
  const { returnId, carrier = null, trackingNumber = null } = command;
  const returned = returnIn(order, command);
  if ('refused' in returned) return returned;
  if (returned.receipts.length >= MAX_ENTRIES) return refuse('too_many', undefined, { limit: MAX_ENTRIES });
  const items = piecesOf(returned, command.items, ({ authorised, received }) => authorised - received);
  if ('refused' in items) return items;
  return accepted([{ type: 'return_received', data: { returnId, items, carrier, trackingNumber }, personal: null }]);
}

/**
 * Says piece by piece what of the received goods is accepted, what is rejected and why, and what goes back on its shelf.
 * Stock moves here and nowhere else: the return invoice of a return moves none. Refusals: return_not_found,
 * return_in_other_state, too_many, reference_unknown, return_quantity_exceeded, return_reason_unknown,
 * return_names_no_pieces.
 */
export function decideReturnInspection(
  order: Order,
  command: CommandOf<'inspect_return'>,
  facts: Facts,
): Accepted | Refusal {
  const returned = returnIn(order, command);
  if ('refused' in returned) return returned;
  if (returned.inspections.length >= MAX_ENTRIES) return refuse('too_many', undefined, { limit: MAX_ENTRIES });
  const against = againstPieces(returned, command.items) ?? againstReasons(command.items, facts);
  if (against !== null) return against;
  const items = command.items
    .filter(({ accepted: good, rejected }) => good + rejected > 0)
    .map(({ lineId, accepted: good, rejected, reason, restock }) => ({
      lineId,
      accepted: good,
      rejected,
      reason: rejected > 0 ? (reason ?? null) : null,
      restocked: restock === true && good > 0,
    }));
  if (items.length === 0) return refuse('return_names_no_pieces', '/items');
  const shelved = new Map<string, number>();
  for (const item of items)
    if (item.restocked) shelved.set(item.lineId, (shelved.get(item.lineId) ?? 0) + item.accepted);
  return accepted(
    [{ type: 'return_inspected', data: { returnId: returned.id, items }, personal: null }],
    restocking(order.lines, shelved),
  );
}

function againstPieces({ lines }: Return, items: readonly InspectedItem[]): Refusal | null {
  for (const [index, { lineId }] of items.entries()) {
    const line = lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined) return refuse('reference_unknown', `/items/${index}/lineId`);
    const asked = sum(
      items.slice(0, index + 1).map((item) => (item.lineId === lineId ? item.accepted + item.rejected : 0)),
    );
    const left = line.received - line.accepted - line.rejected;
    if (asked > left) return refuse('return_quantity_exceeded', `/items/${index}`, { left, asked });
  }
  return null;
}

function againstReasons(items: readonly InspectedItem[], { returns }: Facts): Refusal | null {
  const reasons = returns.reasons
    .filter(({ use, active }) => use === 'rejection' && active)
    .map(({ reason }) => reason);
  const index = items.findIndex(({ rejected, reason }) => rejected > 0 && !reasons.includes(reason ?? ''));
  return index < 0 ? null : refuse('return_reason_unknown', `/items/${index}/reason`, { reasons });
}

/**
 * Ends a return with which nothing more will be done: goods that never came, or that were not accepted. What was accepted
 * and not settled stays with it. Refusals: return_not_found, return_in_other_state.
 */
export function decideReturnClosing(order: Order, command: CommandOf<'close_return'>): Accepted | Refusal {
  const returned = returnIn(order, command);
  if ('refused' in returned) return returned;
  return accepted([
    { type: 'return_closed', data: { returnId: returned.id }, personal: { reason: command.reason ?? null } },
  ]);
}
