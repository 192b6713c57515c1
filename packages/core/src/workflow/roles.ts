import type { CommandName } from '../order/commands.js';
import type { Actor, StepRow } from './table.js';

/** Who usually sends a command. A row that differs writes its own list. */
export const USUAL_ACTORS: Readonly<Record<CommandName, readonly Actor[]>> = {
  place: ['staff', 'shopper', 'marketplace', 'system'],
  import_order: ['staff', 'system'],
  complete_placement: ['staff', 'shopper', 'payment_provider', 'system'],
  expire_placement: ['system'],
  accept_order: ['staff', 'seller', 'system'],
  // never staff: releasing by hand before the marketplace is paid is a command of its own (vtex-oms §3.4)
  authorise_fulfilment: ['staff', 'marketplace', 'system'],
  approve_payment: ['staff', 'payment_provider', 'system'],
  deny_payment: ['staff', 'payment_provider', 'system'],
  notify_payment: ['staff', 'payment_provider', 'system'],
  request_cancellation: ['staff', 'shopper', 'marketplace', 'seller', 'system'],
  // any holder of "cancel order" on either record confirms (vtex-oms §10.2 row 30); a shopper holds none
  confirm_cancellation: ['staff', 'marketplace', 'seller', 'system'],
  deny_cancellation: ['staff', 'seller'],
  end_cancellation_window: ['system'],
  end_deadline: ['system'],
  start_handling: ['staff', 'seller'],
  issue_invoice: ['staff', 'seller'],
  send_package: ['staff', 'seller'],
  update_package: ['staff', 'seller'],
  track_package: ['staff', 'seller', 'carrier', 'system'],
  plan_shipment: ['staff', 'seller', 'system'],
  split_shipment: ['staff', 'seller', 'system'],
  move_items: ['staff', 'seller', 'system'],
  change_shipment: ['staff', 'seller', 'system'],
  cancel_shipment: ['staff', 'seller', 'system'],
  pack_package: ['staff', 'seller', 'system'],
  move_packed_items: ['staff', 'seller', 'system'],
  unpack_package: ['staff', 'seller', 'system'],
  collect_package: ['staff', 'seller', 'carrier', 'system'],
  return_to_sender: ['staff', 'seller', 'carrier', 'system'],
  mark_delivered: ['staff', 'seller', 'carrier', 'system'],
  close_short: ['staff', 'seller'],
  issue_return_invoice: ['staff', 'seller'],
  track_return: ['staff', 'seller', 'carrier', 'system'],
  request_return: ['staff', 'shopper', 'marketplace', 'seller', 'system'],
  authorise_return: ['staff', 'seller', 'system'],
  decline_return: ['staff', 'seller', 'system'],
  withdraw_return: ['staff', 'shopper', 'marketplace', 'seller', 'system'],
  receive_return: ['staff', 'seller', 'carrier', 'system'],
  inspect_return: ['staff', 'seller'],
  settle_return: ['staff', 'seller'],
  close_return: ['staff', 'seller', 'system'],
  refund: ['staff', 'system'],
  capture_payment: ['staff', 'seller', 'system'],
  void_payment: ['staff', 'system'],
  begin_payment: ['staff', 'payment_provider', 'system'],
  add_payment: ['staff', 'system'],
  cancel_payment: ['staff', 'payment_provider', 'system'],
  book_payment: ['staff', 'payment_provider', 'system'],
  settle_capture: ['staff', 'payment_provider', 'system'],
  settle_void: ['staff', 'payment_provider', 'system'],
  settle_refund: ['staff', 'payment_provider', 'system'],
  fail_capture: ['staff', 'payment_provider', 'system'],
  fail_void: ['staff', 'payment_provider', 'system'],
  fail_refund: ['staff', 'payment_provider', 'system'],
  retry_capture: ['staff', 'system'],
  retry_void: ['staff', 'system'],
  retry_refund: ['staff', 'system'],
  abandon_capture: ['staff', 'system'],
  abandon_void: ['staff', 'system'],
  abandon_refund: ['staff', 'system'],
  set_status: ['staff', 'system'],
  receive_signal: ['marketplace', 'seller', 'system'],
  add_document: ['staff', 'seller', 'system'],
  change_document: ['staff', 'seller', 'system'],
  cancel_document: ['staff', 'seller', 'system'],
  set_custom_fields: ['staff', 'seller', 'system'],
  mark_document: ['staff', 'seller', 'system'],
  // the buyer by agreeing to a draft that they were asked about, or staff who speak for them (orders.represent)
  edit_order: ['staff', 'shopper', 'system'],
  add_note: ['staff', 'seller', 'system'],
  add_log_entry: ['staff', 'marketplace', 'seller', 'payment_provider', 'carrier', 'system'],
  change_tags: ['staff', 'system'],
  assign: ['staff', 'system'],
  place_hold: ['staff', 'seller', 'system'],
  release_hold: ['staff', 'seller', 'system'],
  end_holds: ['system'],
  delete_order: ['staff'],
  restore_order: ['staff'],
  forget_person: ['staff', 'system'],
};

/** The commands of a row, each with its usual actors. */
export function may(...commands: readonly CommandName[]): NonNullable<StepRow['commands']> {
  return Object.fromEntries(commands.map((command) => [command, USUAL_ACTORS[command]]));
}

/**
 * Permitted by every step of every workflow, and before there is one: here the step does not decide. Notes, documents, holds
 * and plans of shipments annotate an order and do not move it. An edit is judged by the rules of edits, and may move the
 * order on where it takes the last open pieces away. A signal may come at any time, and a step that does not listen ignores
 * it. The parcel of a return may be on its way whatever became of the order, and money moves when its provider moves it. A
 * return is asked for and looked after whatever the step (what arrived decides); its settlement is a return invoice, and
 * stands in the rows beside it.
 */
export const EVERYWHERE = may(
  'add_document',
  'change_document',
  'cancel_document',
  'set_custom_fields',
  'mark_document',
  // how far an order may be edited at which stage, its own rules say
  'edit_order',
  'add_note',
  'add_log_entry',
  'change_tags',
  'assign',
  'place_hold',
  'release_hold',
  'end_holds',
  'delete_order',
  'restore_order',
  'forget_person',
  'receive_signal',
  'track_return',
  'request_return',
  'authorise_return',
  'decline_return',
  'withdraw_return',
  'receive_return',
  'inspect_return',
  'close_return',
  'plan_shipment',
  'split_shipment',
  'move_items',
  'change_shipment',
  'cancel_shipment',
  'pack_package',
  'move_packed_items',
  'unpack_package',
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
);

/**
 * Legal beside those of EVERYWHERE in an order without instances: incomplete, that is placed and not finished. It cannot be
 * cancelled or handled (vtex-oms §3.8), and is edited only where the rules of edits of the account name that stage.
 */
export const BEFORE_WORKFLOW = may('place', 'import_order', 'complete_placement', 'expire_placement');

/** Everything that the free workflow permits in every step: all but placement and the clocks it does not have. */
export const AT_ANY_TIME = may(
  'approve_payment',
  'deny_payment',
  'notify_payment',
  'request_cancellation',
  'confirm_cancellation',
  'deny_cancellation',
  'start_handling',
  'issue_invoice',
  'send_package',
  'update_package',
  'track_package',
  'collect_package',
  'return_to_sender',
  'mark_delivered',
  'close_short',
  'issue_return_invoice',
  'refund',
  'set_status',
);

/**
 * Which side of a record with two instances judges a command: the one that sells (payment, cancellation, refund), the one
 * that handles (work on the goods), or either of them (clocks). With one instance, that one.
 */
export function judgedBy(command: CommandName): 'selling' | 'handling' | 'either' {
  switch (command) {
    case 'deny_cancellation':
    case 'start_handling':
    case 'issue_invoice':
    case 'send_package':
    case 'update_package':
    case 'track_package':
    case 'collect_package':
    case 'return_to_sender':
    case 'plan_shipment':
    case 'split_shipment':
    case 'move_items':
    case 'change_shipment':
    case 'cancel_shipment':
    case 'pack_package':
    case 'move_packed_items':
    case 'unpack_package':
    case 'mark_delivered':
    case 'close_short':
    case 'issue_return_invoice':
    case 'track_return':
    case 'settle_return':
      return 'handling';
    case 'end_cancellation_window':
    case 'end_deadline':
      return 'either';
    case 'place':
    case 'import_order':
    case 'complete_placement':
    case 'expire_placement':
    case 'accept_order':
    // a record with both halves is authorised by its own payment, not by command
    case 'authorise_fulfilment':
    case 'approve_payment':
    case 'deny_payment':
    case 'notify_payment':
    case 'request_cancellation':
    case 'confirm_cancellation':
    case 'request_return':
    case 'authorise_return':
    case 'decline_return':
    case 'withdraw_return':
    case 'receive_return':
    case 'inspect_return':
    case 'close_return':
    case 'refund':
    case 'capture_payment':
    case 'void_payment':
    case 'begin_payment':
    case 'add_payment':
    case 'cancel_payment':
    case 'book_payment':
    case 'settle_capture':
    case 'settle_void':
    case 'settle_refund':
    case 'fail_capture':
    case 'fail_void':
    case 'fail_refund':
    case 'retry_capture':
    case 'retry_void':
    case 'retry_refund':
    case 'abandon_capture':
    case 'abandon_void':
    case 'abandon_refund':
    case 'set_status':
    case 'receive_signal':
    case 'add_document':
    case 'change_document':
    case 'cancel_document':
    case 'set_custom_fields':
    case 'mark_document':
    case 'edit_order':
    case 'add_note':
    case 'add_log_entry':
    case 'change_tags':
    case 'assign':
    case 'place_hold':
    case 'release_hold':
    case 'end_holds':
    case 'delete_order':
    case 'restore_order':
    case 'forget_person':
      return 'selling';
    default: {
      const never: never = command;
      throw new Error(`no side judges the command ${String(never)}`);
    }
  }
}
