import { permissionsIn } from '../workflow/permits.js';
import { USUAL_ACTORS } from '../workflow/roles.js';
import type { Actor } from '../workflow/table.js';
import { openRequest } from './cancellation.js';
import type { Command, CommandName } from './commands.js';
import { heldRefusal } from './held-commands.js';
import { againstLinkedEdit } from './linked-edit.js';
import { openHolds } from './hold.js';
import { nothingLeftToSend, type Order } from './order.js';
import { handedOverWith } from './package-tracking.js';
import { notPromised } from './later-payment.js';
import { owedToBuyer } from './owed-refund.js';
import { capturable, isWithProvider, openAuthorisation, refundableOf, waits } from './payment.js';
import { isAnswerAtAnyTime } from './payment-answer.js';
import { refuse, REFUSALS, type Refusal } from './refusals.js';
import { RETURN_HEARS, unsettled } from './return.js';
import { noPieceReturnable } from './returnable.js';
import {
  againstArrival,
  againstClosingShort,
  againstRetry,
  noReturnIn,
  sentAlready,
  sentWhole,
} from './standing-against.js';
import { statusOf } from './status.js';

/** Commands that a person or a connected system may send; the rest is sent by timers and linked orders. */
export const OUTSIDE_COMMANDS = [
  'complete_placement',
  'approve_payment',
  'deny_payment',
  'notify_payment',
  'request_cancellation',
  'confirm_cancellation',
  'deny_cancellation',
  'accept_order',
  'authorise_fulfilment',
  'start_handling',
  'issue_invoice',
  'send_package',
  'update_package',
  'track_package',
  'plan_shipment',
  'split_shipment',
  'move_items',
  'change_shipment',
  'cancel_shipment',
  'pack_package',
  'move_packed_items',
  'unpack_package',
  'collect_package',
  'return_to_sender',
  'mark_delivered',
  'issue_return_invoice',
  'track_return',
  'request_return',
  'authorise_return',
  'decline_return',
  'withdraw_return',
  'receive_return',
  'inspect_return',
  'settle_return',
  'close_return',
  'refund',
  'capture_payment',
  'void_payment',
  'begin_payment',
  'add_payment',
  'cancel_payment',
  'book_payment',
  'settle_capture',
  'settle_void',
  'settle_refund',
  'fail_capture',
  'fail_void',
  'fail_refund',
  'retry_capture',
  'retry_void',
  'retry_refund',
  'abandon_capture',
  'abandon_void',
  'abandon_refund',
  'close_short',
  'set_status',
  'add_document',
  'change_document',
  'cancel_document',
  'set_custom_fields',
  'mark_document',
  'edit_order',
  'add_note',
  'add_log_entry',
  'change_tags',
  'assign',
  'place_hold',
  'release_hold',
  'delete_order',
  'restore_order',
] as const satisfies readonly CommandName[];

export interface Allowance {
  readonly command: CommandName;
  readonly allowed: boolean;
  /** Why not: the refusal that the command would meet now, and its meaning. */
  readonly refused?: Refusal['refused'];
  readonly meaning?: string;
}

/** What may be asked of the order now, and if not, why: buttons come from here. */
export function allowedNow(order: Order, actor: Actor): readonly Allowance[] {
  const refusalOf = refusalsOf(order, actor);
  return OUTSIDE_COMMANDS.map((command) => {
    const refusal = refusalOf(command);
    if (refusal === null) return { command, allowed: true };
    return { command, allowed: false, refused: refusal.refused, meaning: REFUSALS[refusal.refused].meaning };
  });
}

/** Whether this actor may ask to cancel now, and if not, why. */
export function mayAskToCancel(order: Order, actor: Actor): Refusal | null {
  return refusalNow(order, 'request_cancellation', actor);
}

/** A deleted order is hidden, not gone: its linked order and the law still reach it. */
const HEARD_WHEN_DELETED: ReadonlySet<CommandName> = new Set([
  'restore_order',
  'receive_signal',
  'forget_person',
  'expire_placement',
  // money has moved, or has not, whatever became of the order
  'book_payment',
  'settle_capture',
  'settle_void',
  'settle_refund',
  'fail_capture',
  'fail_void',
  'fail_refund',
]);

/**
 * What stands against a command before its content is looked at. `decide` asks the same, first, and says what it was
 * asked, for a hold may stand on a part of the order: no button and no route can think differently. Null: nothing does.
 */
export const refusalNow = (order: Order, command: CommandName, actor: Actor, asked?: Command): Refusal | null =>
  refusalsOf(order, actor)(command, asked);

/** As `refusalNow`, for who asks after many commands: what they have in common is looked up once. */
export function refusalsOf(order: Order, actor: Actor): (command: CommandName, asked?: Command) => Refusal | null {
  const permissionOf = permissionsIn(order.head.instances, order.published);
  return (command, asked) => refusalGiven(order, command, actor, asked, permissionOf);
}

function refusalGiven(
  order: Order,
  command: CommandName,
  actor: Actor,
  asked: Command | undefined,
  permissionOf: ReturnType<typeof permissionsIn>,
): Refusal | null {
  const isHeard =
    HEARD_WHEN_DELETED.has(command) ||
    (actor === 'payment_provider' && isAnswerAtAnyTime(order, command, actor, asked));
  if (order.head.deletedAt !== null && !isHeard) return refuse('order_deleted');
  if (order.head.deletedAt === null && command === 'restore_order') return refuse('order_not_deleted');
  if (isAnswerAtAnyTime(order, command, actor, asked) || isOwedAtTheEnd(order, command, actor))
    return heldRefusal(order, command, asked);
  // a settlement is a return invoice: it is legal where that is, in tables that were published before there were returns too
  const judged = command === 'settle_return' ? 'issue_return_invoice' : command;
  const byStep = permissionOf(judged, actor);
  if (byStep === 'yes') return factsAgainst(order, command, asked) ?? heldRefusal(order, command, asked);
  return factsInstead(order, judged) ?? refuse(byStep, undefined, { status: statusOf(order.head.instances) });
}

/** Money that is owed to the buyer can go back in every step: a refund that failed and was given up leaves an order that ended with it. */
const isOwedAtTheEnd = (order: Order, command: CommandName, actor: Actor): boolean =>
  command === 'refund' && USUAL_ACTORS.refund.includes(actor) && owedToBuyer(order) > 0 && refundableOf(order) > 0;

/** A better word than "not in this step", where the facts of the order have one. */
function factsInstead(order: Order, command: CommandName): Refusal | null {
  const { head, documents } = order;
  switch (command) {
    case 'place':
    case 'import_order':
      return refuse('order_exists');
    case 'complete_placement':
    case 'expire_placement':
      return head.complete || head.cancellation !== null ? refuse('placement_complete') : null;
    default:
      break;
  }
  if (!head.complete) return head.cancellation === null ? refuse('placement_not_complete') : refuse('order_cancelled');
  if (head.cancellation !== null) return refuse('order_cancelled');
  switch (command) {
    case 'confirm_cancellation':
    case 'deny_cancellation':
      return openRequest(order) === undefined ? refuse('cancellation_not_requested') : null;
    case 'request_cancellation':
      if (openRequest(order) !== undefined) return refuse('cancellation_pending');
      return Object.keys(documents.invoice).length > 0 ? refuse('order_invoiced') : sentAlready(order);
    case 'issue_return_invoice':
      return head.invoicedAt === null && !sentWhole(order) ? refuse('return_before_invoice') : null;
    default:
      return null;
  }
}

/** What a cancelled order is asked in vain, whatever its workflow permits. */
const ENDED_BY_CANCELLATION: ReadonlySet<CommandName> = new Set([
  'complete_placement',
  'expire_placement',
  'approve_payment',
  'deny_payment',
  'notify_payment',
  'request_cancellation',
  'start_handling',
  'issue_invoice',
  'send_package',
  'plan_shipment',
  'split_shipment',
  'move_items',
  'change_shipment',
  'cancel_shipment',
  'pack_package',
  'move_packed_items',
  'unpack_package',
  'collect_package',
  'return_to_sender',
  'mark_delivered',
  'close_short',
  'capture_payment',
  'begin_payment',
  'add_payment',
  'retry_capture',
]);

/** The step agrees; what do the documents say? */
function factsAgainst(order: Order, command: CommandName, asked?: Command): Refusal | null {
  const { head, documents } = order;
  if (head.cancellation !== null && ENDED_BY_CANCELLATION.has(command)) return refuse('order_cancelled');
  switch (command) {
    case 'complete_placement':
    case 'expire_placement':
      return head.cancellation !== null
        ? refuse('order_cancelled')
        : head.complete
          ? refuse('placement_complete')
          : null;
    case 'request_cancellation':
      if (head.cancellation !== null) return refuse('order_cancelled');
      if (openRequest(order) !== undefined) return refuse('cancellation_pending');
      if (Object.keys(documents.invoice).length > 0) return refuse('order_invoiced');
      return sentAlready(order);
    case 'confirm_cancellation':
      return openRequest(order) === undefined ? refuse('cancellation_not_requested') : sentAlready(order);
    case 'deny_cancellation':
      return openRequest(order) === undefined ? refuse('cancellation_not_requested') : null;
    case 'approve_payment':
    case 'deny_payment':
    case 'notify_payment':
    case 'cancel_payment':
    case 'begin_payment':
      return Object.values(documents.payment).some(waits) ? null : refuse('payment_not_pending');
    case 'capture_payment':
      return Object.values(documents.payment).some((payment) => capturable(payment) > 0)
        ? null
        : refuse('nothing_to_capture');
    case 'void_payment':
      return Object.values(documents.payment).some((payment) => openAuthorisation(payment) > 0)
        ? null
        : refuse('nothing_to_void');
    case 'book_payment':
      return Object.values(documents.payment).some(isWithProvider) ? null : refuse('provider_knows_nothing');
    case 'add_payment':
      if (!head.complete) return refuse('placement_not_complete');
      return notPromised(order) > 0 ? null : refuse('nothing_due');
    case 'settle_capture':
    case 'fail_capture':
    case 'abandon_capture':
      return Object.keys(documents.capture).length === 0 ? refuse('capture_not_found') : null;
    case 'settle_void':
    case 'fail_void':
    case 'abandon_void':
      return Object.keys(documents.void).length === 0 ? refuse('void_not_found') : null;
    case 'settle_refund':
    case 'fail_refund':
    case 'abandon_refund':
      return Object.keys(documents.refund).length === 0 ? refuse('refund_not_found') : null;
    case 'retry_capture':
      return againstRetry(order, 'capture');
    case 'retry_void':
      return againstRetry(order, 'void');
    case 'retry_refund':
      return againstRetry(order, 'refund');
    case 'update_package':
    case 'track_package':
      return Object.keys(documents.package).length === 0 ? refuse('package_not_found') : null;
    case 'collect_package':
    case 'return_to_sender':
      return againstArrival(order);
    case 'plan_shipment':
      if (!head.complete) return refuse('placement_not_complete');
      return sentWhole(order) ? refuse('nothing_to_ship') : null;
    case 'split_shipment':
    case 'change_shipment':
    case 'cancel_shipment':
    case 'pack_package':
    case 'move_packed_items':
    case 'unpack_package':
      return Object.keys(documents.shipment).length === 0 ? refuse('shipment_not_found') : null;
    case 'change_document':
    case 'cancel_document':
      return Object.keys(documents.custom).length === 0 ? refuse('document_not_found') : null;
    case 'track_return':
      return Object.keys(documents.return_invoice).length === 0 ? refuse('return_not_found') : null;
    case 'request_return':
      return noPieceReturnable(order);
    case 'authorise_return':
    case 'decline_return':
    case 'withdraw_return':
    case 'receive_return':
    case 'close_return':
    case 'inspect_return':
      return noReturnIn(order, RETURN_HEARS[command]);
    case 'settle_return':
      return noReturnIn(order, RETURN_HEARS[command], (returned) => unsettled(returned).length > 0);
    case 'refund':
      return refundableOf(order) === 0 ? refuse('nothing_to_refund') : null;
    case 'close_short':
      return againstClosingShort(order);
    case 'accept_order':
    case 'authorise_fulfilment':
      // where the marketplace order lies here, it alone speaks for the buyer's payment
      return head.links.length > 0
        ? refuse('not_this_actor', undefined, { linked: head.links.map(({ orderId }) => orderId) })
        : null;
    case 'end_deadline':
      return sentAlready(order);
    case 'mark_delivered':
      if (head.deliveredAt !== null)
        return handedOverWith(order).length > 0
          ? null
          : refuse('package_delivered', undefined, { deliveredAt: head.deliveredAt });
      return nothingLeftToSend(order) ? null : refuse('not_in_this_step', undefined, { left: 'pieces to send' });
    case 'issue_invoice':
      // the seller's own record issues it, and tells this one
      return head.links.some(({ role }) => role === 'seller')
        ? refuse('not_this_actor', undefined, { linked: head.links.map(({ orderId }) => orderId) })
        : null;
    case 'edit_order':
      return againstAnyEdit(order, asked?.type === 'edit_order' && asked.paired === true);
    case 'send_package':
      return order.lines.length > 0 && sentWhole(order) ? refuse('nothing_to_ship') : null;
    case 'release_hold':
      return openHolds(order.head).length === 0 ? refuse('hold_not_found') : null;
    default:
      return null;
  }
}

/** What no rule of an account can allow. Which kinds of changes a linked order takes, `editableNow` and the edit itself say. */
function againstAnyEdit(order: Order, isPaired: boolean): Refusal | null {
  if (order.head.cancellation !== null) return refuse('order_cancelled');
  return isPaired ? null : againstLinkedEdit(order, null);
}
