import type { CommandName, CommandOf } from '@docket/core/order/commands';
import type { Static, TObject } from 'typebox';
import type { Permission } from '../../access/permissions.js';
import * as body from './schemas/commands.js';
import * as documents from './schemas/documents.js';
import { closed, id, orderId, paperNumber } from './schemas/fields.js';

/** Commands that only the house itself sends: timers, forgetting, the other side of a link. They have no route. */
type SystemCommand =
  'expire_placement' | 'end_cancellation_window' | 'end_deadline' | 'end_holds' | 'receive_signal' | 'forget_person';

/** `place` makes the order, so it has a route of its own. */
type RoutedCommand = Exclude<CommandName, SystemCommand | 'place' | 'import_order'>;

export interface CommandRoute {
  readonly command: RoutedCommand;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1/admin/orders/:orderId`. */
  readonly path: string;
  readonly permission: Permission;
  readonly params: TObject;
  readonly body: TObject;
  readonly tag: string;
  readonly summary: string;
}

const OrderParams = closed({ orderId: orderId() });
const PaymentParams = closed({ orderId: orderId(), paymentId: id() });
const DocumentParams = closed({ orderId: orderId(), documentId: id() });
const ReturnParams = closed({ orderId: orderId(), number: paperNumber('Of the return invoice.') });
const PackageParams = closed({ orderId: orderId(), packageId: id() });
const HoldParams = closed({ orderId: orderId(), holdId: id() });

/** What a caller must hold to send a command. */
export const permissionOf = (command: CommandName): Permission =>
  command === 'place' ? 'orders.place' : (PERMISSION_BY_COMMAND.get(command) ?? nobodys(command));

function nobodys(command: CommandName): never {
  throw new Error(`${command} has no route, so nobody may send it`);
}

/** A row whose parameters and body together are its command: where they are not, it does not compile. */
function route<Name extends RoutedCommand, Params extends TObject, Body extends TObject>(
  command: Name,
  row: Omit<CommandRoute, 'command' | 'params' | 'body'> & { params: Params; body: Body } & Fits<Name, Params, Body>,
): CommandRoute {
  return { command, ...row };
}

type Fits<Name extends RoutedCommand, Params extends TObject, Body extends TObject> =
  { type: Name } & Omit<Static<Params>, 'orderId'> & Static<Body> extends CommandOf<Name>
    ? unknown
    : { readonly doesNotFit: CommandOf<Name> };

/** Every command that people and systems may send, once. Routes, OpenAPI and permissions are made from these rows. */
export const COMMAND_ROUTES: readonly CommandRoute[] = [
  route('complete_placement', {
    method: 'POST',
    path: '/placement/complete',
    permission: 'orders.place',
    params: OrderParams,
    body: body.CompletePlacement,
    tag: 'orders',
    summary: 'Complete a placement whose payment had not begun',
  }),
  route('approve_payment', {
    method: 'POST',
    path: '/payments/:paymentId/approve',
    permission: 'orders.edit',
    params: PaymentParams,
    body: body.ApprovePayment,
    tag: 'payments',
    summary: 'Say that a payment is good',
  }),
  route('deny_payment', {
    method: 'POST',
    path: '/payments/:paymentId/deny',
    permission: 'orders.edit',
    params: PaymentParams,
    body: body.DenyPayment,
    tag: 'payments',
    summary: 'Say that a payment failed',
  }),
  route('notify_payment', {
    method: 'POST',
    path: '/payments/:paymentId/notify',
    permission: 'orders.edit',
    params: PaymentParams,
    body: body.Nothing,
    tag: 'payments',
    summary: 'Say that the money of a payment has come in',
  }),
  route('request_cancellation', {
    method: 'POST',
    path: '/cancellation/request',
    permission: 'orders.cancel',
    params: OrderParams,
    body: body.RequestCancellation,
    tag: 'cancellation',
    summary: 'Ask to cancel; before handling this cancels at once',
  }),
  route('confirm_cancellation', {
    method: 'POST',
    path: '/cancellation/confirm',
    permission: 'orders.cancel',
    params: OrderParams,
    body: body.ConfirmCancellation,
    tag: 'cancellation',
    summary: 'Answer the open cancellation request with yes',
  }),
  route('deny_cancellation', {
    method: 'POST',
    path: '/cancellation/deny',
    permission: 'orders.cancel',
    params: OrderParams,
    body: body.DenyCancellation,
    tag: 'cancellation',
    summary: 'Answer the open cancellation request with no',
  }),
  route('accept_order', {
    method: 'POST',
    path: '/accept',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.Nothing,
    tag: 'fulfilment',
    summary: 'Accept a marketplace order, as its seller',
  }),
  route('authorise_fulfilment', {
    method: 'POST',
    path: '/authorise-fulfilment',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.Nothing,
    tag: 'fulfilment',
    summary: 'Release the order to its seller, as the marketplace',
  }),
  route('start_handling', {
    method: 'POST',
    path: '/start-handling',
    permission: 'orders.invoice',
    params: OrderParams,
    body: body.Nothing,
    tag: 'fulfilment',
    summary: 'Begin to pick and pack',
  }),
  route('issue_invoice', {
    method: 'POST',
    path: '/invoices',
    permission: 'orders.invoice',
    params: OrderParams,
    body: body.IssueInvoice,
    tag: 'fulfilment',
    summary: 'Record an invoice for the order or a part of it',
  }),
  route('send_package', {
    method: 'POST',
    path: '/packages',
    permission: 'orders.ship',
    params: OrderParams,
    body: body.SendPackage,
    tag: 'fulfilment',
    summary: 'Send a package',
  }),
  route('update_package', {
    method: 'PATCH',
    path: '/packages/:packageId',
    permission: 'orders.ship',
    params: PackageParams,
    body: body.UpdatePackage,
    tag: 'fulfilment',
    summary: 'Change carrier or tracking number of a package',
  }),
  route('track_package', {
    method: 'POST',
    path: '/packages/:packageId/tracking',
    permission: 'orders.ship',
    params: PackageParams,
    body: body.TrackPackage,
    tag: 'fulfilment',
    summary: 'Add what the carrier says about a package',
  }),
  route('mark_delivered', {
    method: 'POST',
    path: '/delivered',
    permission: 'orders.ship',
    params: OrderParams,
    body: body.MarkDelivered,
    tag: 'fulfilment',
    summary: 'Say that everything has arrived',
  }),
  route('close_short', {
    method: 'POST',
    path: '/close-short',
    permission: 'orders.ship',
    params: OrderParams,
    body: body.CloseShort,
    tag: 'fulfilment',
    summary: 'Send no more: give up what has not left the house',
  }),
  route('issue_return_invoice', {
    method: 'POST',
    path: '/return-invoices',
    permission: 'orders.refund',
    params: OrderParams,
    body: body.IssueReturnInvoice,
    tag: 'returns',
    summary: 'Record a return invoice and give money back',
  }),
  route('track_return', {
    method: 'POST',
    path: '/return-invoices/:number/tracking',
    permission: 'orders.ship',
    params: ReturnParams,
    body: body.TrackReturn,
    tag: 'returns',
    summary: 'Add what is known of the parcel that brings goods back',
  }),
  route('refund', {
    method: 'POST',
    path: '/refund',
    permission: 'orders.refund',
    params: OrderParams,
    body: body.Refund,
    tag: 'returns',
    summary: 'Give money back without a return',
  }),
  route('set_status', {
    method: 'POST',
    path: '/status',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.SetStatus,
    tag: 'orders',
    summary: 'Set the label of an order in the free workflow',
  }),
  route('add_document', {
    method: 'POST',
    path: '/documents',
    permission: 'orders.edit',
    params: OrderParams,
    body: documents.AddDocument,
    tag: 'documents',
    summary: 'Add a document of a type that the account made',
  }),
  route('change_document', {
    method: 'PATCH',
    path: '/documents/:documentId',
    permission: 'orders.edit',
    params: DocumentParams,
    body: documents.ChangeDocument,
    tag: 'documents',
    summary: 'Change such a document',
  }),
  route('cancel_document', {
    method: 'POST',
    path: '/documents/:documentId/cancel',
    permission: 'orders.edit',
    params: DocumentParams,
    body: documents.CancelDocument,
    tag: 'documents',
    summary: 'End such a document',
  }),
  route('set_custom_fields', {
    method: 'PATCH',
    path: '/custom-fields',
    permission: 'orders.edit',
    params: OrderParams,
    body: documents.SetCustomFields,
    tag: 'documents',
    summary: 'Set fields that the account defined for orders, lines and built-in documents',
  }),
  route('add_note', {
    method: 'POST',
    path: '/notes',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.AddNote,
    tag: 'annotations',
    summary: 'Add a note',
  }),
  route('add_log_entry', {
    method: 'POST',
    path: '/log',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.AddLogEntry,
    tag: 'annotations',
    summary: 'Add an entry that another system makes',
  }),
  route('change_tags', {
    method: 'POST',
    path: '/tags',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.ChangeTags,
    tag: 'annotations',
    summary: 'Add and remove tags',
  }),
  route('assign', {
    method: 'PUT',
    path: '/assignee',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.Assign,
    tag: 'annotations',
    summary: 'Give the order to somebody',
  }),
  route('place_hold', {
    method: 'POST',
    path: '/holds',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.PlaceHold,
    tag: 'holds',
    summary: 'Put the order, a line or a document on hold',
  }),
  route('release_hold', {
    method: 'POST',
    path: '/holds/:holdId/release',
    permission: 'orders.edit',
    params: HoldParams,
    body: body.ReleaseHold,
    tag: 'holds',
    summary: 'Release a hold',
  }),
  route('delete_order', {
    method: 'DELETE',
    path: '',
    permission: 'orders.delete',
    params: OrderParams,
    body: body.Nothing,
    tag: 'orders',
    summary: 'Delete the order; it can be restored',
  }),
  route('restore_order', {
    method: 'POST',
    path: '/restore',
    permission: 'orders.delete',
    params: OrderParams,
    body: body.Nothing,
    tag: 'orders',
    summary: 'Restore a deleted order',
  }),
];

const PERMISSION_BY_COMMAND: ReadonlyMap<CommandName, Permission> = new Map(
  COMMAND_ROUTES.map(({ command, permission }) => [command, permission]),
);

/** Whether somebody may release a hold at all; the hold may ask for more. */
export const TO_RELEASE_HOLDS = permissionOf('release_hold');
