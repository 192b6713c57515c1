import type { CommandName } from '@docket/core/order/commands';
import type { Permission } from '../../access/permissions.js';
import { type CommandRoute, commandRoute, OrderParams, PaymentParams } from './command-route.js';
import { EDIT_COMMAND_ROUTES } from './edit-command-routes.js';
import { PAYMENT_COMMAND_ROUTES } from './payment-command-routes.js';
import * as body from './schemas/commands.js';
import { RETURN_COMMAND_ROUTES } from './return-command-routes.js';
import * as documents from './schemas/documents.js';
import { closed, id, orderId, paperNumber } from './schemas/fields.js';
import { SHIPMENT_COMMAND_ROUTES } from './shipment-command-routes.js';

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

/** Every command that people and systems may send, once. Routes, OpenAPI and permissions are made from these rows. */
export const COMMAND_ROUTES: readonly CommandRoute[] = [
  commandRoute('complete_placement', {
    method: 'POST',
    path: '/placement/complete',
    permission: 'orders.place',
    params: OrderParams,
    body: body.CompletePlacement,
    tag: 'orders',
    summary: 'Complete a placement whose payment had not begun',
  }),
  commandRoute('approve_payment', {
    method: 'POST',
    path: '/payments/:paymentId/approve',
    permission: 'orders.edit',
    params: PaymentParams,
    body: body.ApprovePayment,
    tag: 'payments',
    summary: 'Say that a payment is good',
  }),
  commandRoute('deny_payment', {
    method: 'POST',
    path: '/payments/:paymentId/deny',
    permission: 'orders.edit',
    params: PaymentParams,
    body: body.DenyPayment,
    tag: 'payments',
    summary: 'Say that a payment failed',
  }),
  commandRoute('notify_payment', {
    method: 'POST',
    path: '/payments/:paymentId/notify',
    permission: 'orders.edit',
    params: PaymentParams,
    body: body.Nothing,
    tag: 'payments',
    summary: 'Say that the money of a payment has come in',
  }),
  commandRoute('request_cancellation', {
    method: 'POST',
    path: '/cancellation/request',
    permission: 'orders.cancel',
    params: OrderParams,
    body: body.RequestCancellation,
    tag: 'cancellation',
    summary: 'Ask to cancel; before handling this cancels at once',
  }),
  commandRoute('confirm_cancellation', {
    method: 'POST',
    path: '/cancellation/confirm',
    permission: 'orders.cancel',
    params: OrderParams,
    body: body.ConfirmCancellation,
    tag: 'cancellation',
    summary: 'Answer the open cancellation request with yes',
  }),
  commandRoute('deny_cancellation', {
    method: 'POST',
    path: '/cancellation/deny',
    permission: 'orders.cancel',
    params: OrderParams,
    body: body.DenyCancellation,
    tag: 'cancellation',
    summary: 'Answer the open cancellation request with no',
  }),
  commandRoute('accept_order', {
    method: 'POST',
    path: '/accept',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.Nothing,
    tag: 'fulfilment',
    summary: 'Accept a marketplace order, as its seller',
  }),
  commandRoute('authorise_fulfilment', {
    method: 'POST',
    path: '/authorise-fulfilment',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.Nothing,
    tag: 'fulfilment',
    summary: 'Release the order to its seller, as the marketplace',
  }),
  commandRoute('start_handling', {
    method: 'POST',
    path: '/start-handling',
    permission: 'orders.invoice',
    params: OrderParams,
    body: body.Nothing,
    tag: 'fulfilment',
    summary: 'Begin to pick and pack',
  }),
  commandRoute('issue_invoice', {
    method: 'POST',
    path: '/invoices',
    permission: 'orders.invoice',
    params: OrderParams,
    body: body.IssueInvoice,
    tag: 'fulfilment',
    summary: 'Record an invoice for the order or a part of it',
  }),
  commandRoute('send_package', {
    method: 'POST',
    path: '/packages',
    permission: 'orders.ship',
    params: OrderParams,
    body: body.SendPackage,
    tag: 'fulfilment',
    summary: 'Send a package',
  }),
  commandRoute('update_package', {
    method: 'PATCH',
    path: '/packages/:packageId',
    permission: 'orders.ship',
    params: PackageParams,
    body: body.UpdatePackage,
    tag: 'fulfilment',
    summary: 'Change carrier or tracking number of a package',
  }),
  commandRoute('track_package', {
    method: 'POST',
    path: '/packages/:packageId/tracking',
    permission: 'orders.ship',
    params: PackageParams,
    body: body.TrackPackage,
    tag: 'fulfilment',
    summary: 'Add what the carrier says about a package',
  }),
  ...SHIPMENT_COMMAND_ROUTES,
  commandRoute('mark_delivered', {
    method: 'POST',
    path: '/delivered',
    permission: 'orders.ship',
    params: OrderParams,
    body: body.MarkDelivered,
    tag: 'fulfilment',
    summary: 'Say that everything has arrived',
  }),
  commandRoute('close_short', {
    method: 'POST',
    path: '/close-short',
    permission: 'orders.ship',
    params: OrderParams,
    body: body.CloseShort,
    tag: 'fulfilment',
    summary: 'Send no more: give up what has not left the house',
  }),
  commandRoute('issue_return_invoice', {
    method: 'POST',
    path: '/return-invoices',
    permission: 'orders.refund',
    params: OrderParams,
    body: body.IssueReturnInvoice,
    tag: 'returns',
    summary: 'Record a return invoice and give money back',
  }),
  commandRoute('track_return', {
    method: 'POST',
    path: '/return-invoices/:number/tracking',
    permission: 'orders.ship',
    params: ReturnParams,
    body: body.TrackReturn,
    tag: 'returns',
    summary: 'Add what is known of the parcel that brings goods back',
  }),
  ...RETURN_COMMAND_ROUTES,
  ...PAYMENT_COMMAND_ROUTES,
  commandRoute('set_status', {
    method: 'POST',
    path: '/status',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.SetStatus,
    tag: 'orders',
    summary: 'Set the label of an order in the free workflow',
  }),
  commandRoute('add_document', {
    method: 'POST',
    path: '/documents',
    permission: 'orders.edit',
    params: OrderParams,
    body: documents.AddDocument,
    tag: 'documents',
    summary: 'Add a document of a type that the account made',
  }),
  commandRoute('change_document', {
    method: 'PATCH',
    path: '/documents/:documentId',
    permission: 'orders.edit',
    params: DocumentParams,
    body: documents.ChangeDocument,
    tag: 'documents',
    summary: 'Change such a document',
  }),
  commandRoute('cancel_document', {
    method: 'POST',
    path: '/documents/:documentId/cancel',
    permission: 'orders.edit',
    params: DocumentParams,
    body: documents.CancelDocument,
    tag: 'documents',
    summary: 'End such a document',
  }),
  commandRoute('set_custom_fields', {
    method: 'PATCH',
    path: '/custom-fields',
    permission: 'orders.edit',
    params: OrderParams,
    body: documents.SetCustomFields,
    tag: 'documents',
    summary: 'Set fields that the account defined for orders, lines and built-in documents',
  }),
  commandRoute('mark_document', {
    method: 'PATCH',
    path: '/document-marks',
    permission: 'orders.edit',
    params: OrderParams,
    body: documents.MarkDocument,
    tag: 'documents',
    summary: 'Approve a built-in document, give it an id of another system or a comment',
  }),
  commandRoute('add_note', {
    method: 'POST',
    path: '/notes',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.AddNote,
    tag: 'annotations',
    summary: 'Add a note',
  }),
  commandRoute('add_log_entry', {
    method: 'POST',
    path: '/log',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.AddLogEntry,
    tag: 'annotations',
    summary: 'Add an entry that another system makes',
  }),
  commandRoute('change_tags', {
    method: 'POST',
    path: '/tags',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.ChangeTags,
    tag: 'annotations',
    summary: 'Add and remove tags',
  }),
  commandRoute('assign', {
    method: 'PUT',
    path: '/assignee',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.Assign,
    tag: 'annotations',
    summary: 'Give the order to somebody',
  }),
  commandRoute('place_hold', {
    method: 'POST',
    path: '/holds',
    permission: 'orders.edit',
    params: OrderParams,
    body: body.PlaceHold,
    tag: 'holds',
    summary: 'Put the order, a line or a document on hold',
  }),
  commandRoute('release_hold', {
    method: 'POST',
    path: '/holds/:holdId/release',
    permission: 'orders.edit',
    params: HoldParams,
    body: body.ReleaseHold,
    tag: 'holds',
    summary: 'Release a hold',
  }),
  commandRoute('delete_order', {
    method: 'DELETE',
    path: '',
    permission: 'orders.delete',
    params: OrderParams,
    body: body.Nothing,
    tag: 'orders',
    summary: 'Delete the order; it can be restored',
  }),
  commandRoute('restore_order', {
    method: 'POST',
    path: '/restore',
    permission: 'orders.delete',
    params: OrderParams,
    body: body.Nothing,
    tag: 'orders',
    summary: 'Restore a deleted order',
  }),
  ...EDIT_COMMAND_ROUTES,
];

const PERMISSION_BY_COMMAND: ReadonlyMap<CommandName, Permission> = new Map(
  COMMAND_ROUTES.map(({ command, permission }) => [command, permission]),
);

/** Whether somebody may release a hold at all; the hold may ask for more. */
export const TO_RELEASE_HOLDS = permissionOf('release_hold');
