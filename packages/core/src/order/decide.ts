import { permits } from '../workflow/permits.js';
import { refusalNow } from './allowed.js';
import {
  decideCancellationConfirmation,
  decideCancellationDenial,
  decideCancellationRequest,
  decideClosingShort,
} from './cancellation.js';
import {
  decideAssignment,
  decideDeletion,
  decideForgetting,
  decideLogEntry,
  decideNote,
  decideRestoration,
  decideTags,
} from './changes.js';
import type { Command } from './commands.js';
import { decideDocument, decideDocumentCancellation, decideDocumentChange } from './custom-document.js';
import { decideCustomFields } from './custom-field-changes.js';
import { decideMarks } from './document-marks.js';
import type { Accepted, Context, Facts } from './decision.js';
import { decideEdit } from './edit.js';
import {
  decideAcceptance,
  decideDeadlineEnd,
  decideFulfilmentAuthorisation,
  decideHandlingStart,
  decideWindowEnd,
} from './handling.js';
import { decideHold, decideHoldRelease, decideHoldsEnd } from './hold.js';
import { decideImport } from './importing.js';
import { decideInvoice, repeatedInvoice } from './invoice.js';
import { decideStatus } from './label.js';
import { decideSignal } from './linked.js';
import type { Order, OrderLink } from './order.js';
import { decideCapture, decideVoid } from './capture.js';
import { decidePaymentAddition, decidePaymentBeginning, decidePaymentCancellation } from './later-payment.js';
import { decideApproval, decideDenial } from './payment-answer.js';
import { decideBooking } from './payment-booking.js';
import { decidePlacement, decidePlacementCompletion, decidePlacementExpiry } from './placing.js';
import { refuse, type Refusal } from './refusals.js';
import { decideRefund } from './refund.js';
import { decideReturnClosing, decideReturnInspection, decideReturnReceipt } from './return-inspection.js';
import { decideReturnInvoice, decideReturnTracking, repeatedReturnInvoice } from './return-invoice.js';
import {
  decideReturnAuthorisation,
  decideReturnDenial,
  decideReturnRequest,
  decideReturnWithdrawal,
} from './return-request.js';
import { decideReturnSettlement } from './return-settlement.js';
import { type NumberedCommand, withPaperNumber } from './paper-number.js';
import { asPacked, decidePackage } from './package.js';
import { decidePackedMove, decidePacking, decideUnpacking } from './packing.js';
import { decidePackageUpdate } from './package-update.js';
import { decideDelivery, decideTracking } from './package-tracking.js';
import { decideCollection, decideReturnToSender } from './package-handover.js';
import {
  decideMove,
  decideShipment,
  decideShipmentCancellation,
  decideShipmentChange,
  decideSplit,
} from './shipment-plan.js';
import { tracked, trackedInvoice, trackedUpdate } from './tracking-url.js';
import { decideAbandonment, decideFailure, decideRetry, decideSettlement } from './settlement.js';

/**
 * Answers a command with what happens, or with the one refusal that stands against it. Pure: the same order, command,
 * facts and context give the same answer, which is what preview, races and replays are built on.
 */
export function decide(order: Order | null, command: Command, facts: Facts, context: Context): Accepted | Refusal {
  if (command.type === 'place') {
    if (permits([], 'place', context.actor.kind, []) !== 'yes') return refuse('not_this_actor');
    return order === null
      ? decidePlacement(command, facts, context, { links: linksOf(command.fulfils, context) })
      : refuse('order_exists');
  }
  if (command.type === 'import_order') {
    if (permits([], 'import_order', context.actor.kind, []) !== 'yes') return refuse('not_this_actor');
    return order === null ? decideImport(command, facts, context) : refuse('order_exists');
  }
  if (order === null) return refuse('order_not_found');
  const resolved = command.type === 'send_package' ? asPacked(order, command) : command;
  if ('refused' in resolved) return resolved;
  const numbered = withPaperNumber(order, resolved, facts, context);
  if ('refused' in numbered) return numbered;
  const repeated = repeatedPaper(order, numbered);
  if (repeated !== null) return repeated;
  const against = refusalNow(order, command.type, context.actor.kind, numbered);
  if (against !== null) return against;
  const decision = decideChapter(order, numbered, facts, context);
  return order.head.forgotten && !('refused' in decision) ? withoutPersonal(decision) : decision;
}

/** The key of a forgotten person is gone: what could only be sealed with it is not recorded. */
const withoutPersonal = (decision: Accepted): Accepted => ({
  ...decision,
  events: decision.events.map((event) => ({ ...event, personal: null })),
});

function decideChapter(order: Order, command: NumberedCommand, facts: Facts, context: Context): Accepted | Refusal {
  switch (command.type) {
    case 'complete_placement':
      return decidePlacementCompletion(order, command, context);
    case 'expire_placement':
      return decidePlacementExpiry(order, context);
    case 'approve_payment':
    case 'notify_payment':
      return decideApproval(order, command, context);
    case 'deny_payment':
      return decideDenial(order, command, context);
    case 'request_cancellation':
      return decideCancellationRequest(order, command, context);
    case 'confirm_cancellation':
      return decideCancellationConfirmation(order, command, context);
    case 'deny_cancellation':
      return decideCancellationDenial(order, command, context);
    case 'end_cancellation_window':
      return decideWindowEnd(order, context);
    case 'end_deadline':
      return decideDeadlineEnd(order, context);
    case 'accept_order':
      return decideAcceptance(order, context);
    case 'authorise_fulfilment':
      return decideFulfilmentAuthorisation(order, context);
    case 'start_handling':
      return decideHandlingStart(order, context);
    case 'issue_invoice':
      return decideInvoice(order, trackedInvoice(command, facts), context);
    case 'send_package':
      return decidePackage(order, tracked(order, command, facts), context);
    case 'update_package':
      return decidePackageUpdate(order, trackedUpdate(order, command, facts));
    case 'track_package':
      return decideTracking(order, command, context);
    case 'mark_delivered':
      return decideDelivery(order, command, context);
    case 'plan_shipment':
      return decideShipment(order, command, facts);
    case 'split_shipment':
      return decideSplit(order, command);
    case 'move_items':
      return decideMove(order, command);
    case 'change_shipment':
      return decideShipmentChange(order, command, facts);
    case 'cancel_shipment':
      return decideShipmentCancellation(order, command);
    case 'pack_package':
      return decidePacking(order, command);
    case 'move_packed_items':
      return decidePackedMove(order, command);
    case 'unpack_package':
      return decideUnpacking(order, command);
    case 'collect_package':
      return decideCollection(order, command, context);
    case 'return_to_sender':
      return decideReturnToSender(order, command, context);
    case 'issue_return_invoice':
      return decideReturnInvoice(order, command, context);
    case 'track_return':
      return decideReturnTracking(order, command, context);
    case 'request_return':
      return decideReturnRequest(order, command, facts, context);
    case 'authorise_return':
      return decideReturnAuthorisation(order, command);
    case 'decline_return':
      return decideReturnDenial(order, command);
    case 'withdraw_return':
      return decideReturnWithdrawal(order, command, context);
    case 'receive_return':
      return decideReturnReceipt(order, command);
    case 'inspect_return':
      return decideReturnInspection(order, command, facts);
    case 'settle_return':
      return decideReturnSettlement(order, command, facts, context);
    case 'close_return':
      return decideReturnClosing(order, command);
    case 'capture_payment':
      return decideCapture(order, command);
    case 'void_payment':
      return decideVoid(order, command);
    case 'begin_payment':
      return decidePaymentBeginning(order, command);
    case 'add_payment':
      return decidePaymentAddition(order, command, facts);
    case 'book_payment':
      return decideBooking(order, command, facts, context);
    case 'cancel_payment':
      return decidePaymentCancellation(order, command, context);
    case 'settle_capture':
    case 'settle_void':
    case 'settle_refund':
      return decideSettlement(order, command, context);
    case 'fail_capture':
    case 'fail_void':
    case 'fail_refund':
      return decideFailure(order, command);
    case 'retry_capture':
    case 'retry_void':
    case 'retry_refund':
      return decideRetry(order, command);
    case 'abandon_capture':
    case 'abandon_void':
    case 'abandon_refund':
      return decideAbandonment(order, command);
    case 'refund':
      return decideRefund(order, command, context);
    case 'close_short':
      return decideClosingShort(order, command, context);
    case 'set_status':
      return decideStatus(order, command, context);
    case 'add_document':
      return decideDocument(order, command, facts, context);
    case 'change_document':
      return decideDocumentChange(order, command, facts);
    case 'cancel_document':
      return decideDocumentCancellation(order, command);
    case 'set_custom_fields':
      return decideCustomFields(order, command, facts);
    case 'mark_document':
      return decideMarks(order, command);
    case 'edit_order':
      return decideEdit(order, command, facts, context);
    case 'add_note':
      return decideNote(order, command, context);
    case 'add_log_entry':
      return decideLogEntry(order, command);
    case 'change_tags':
      return decideTags(order, command);
    case 'assign':
      return decideAssignment(order, command);
    case 'place_hold':
      return decideHold(order, command, facts, context);
    case 'release_hold':
      return decideHoldRelease(order, command, context);
    case 'end_holds':
      return decideHoldsEnd(order, context);
    case 'delete_order':
      return decideDeletion();
    case 'restore_order':
      return decideRestoration(order);
    case 'forget_person':
      return decideForgetting(order);
    case 'receive_signal':
      return decideSignal(order, command, context);
    default: {
      const never: never = command;
      throw new Error(`cannot decide ${JSON.stringify(never)}`);
    }
  }
}

/** Sending a paper again is how a careful client retries: it is answered before steps are looked at. */
function repeatedPaper(order: Order, command: NumberedCommand): Accepted | Refusal | null {
  if (command.type === 'issue_invoice') return repeatedInvoice(order, command);
  if (command.type === 'issue_return_invoice') return repeatedReturnInvoice(order, command);
  return null;
}

function linksOf(fulfils: string | undefined, context: Context): readonly OrderLink[] {
  return fulfils === undefined
    ? []
    : [{ role: 'marketplace', account: context.identity?.account ?? '', orderId: fulfils }];
}

export type { Accepted, ActorRef, Context, Facts, ProductFacts } from './decision.js';
