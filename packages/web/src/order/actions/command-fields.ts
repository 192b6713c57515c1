import type { CommandName } from '@docket/sdk';

/**
 * What a field of a form is. `news` is one word of a carrier; `items` are pieces by line, all that is left where none is
 * named; `refund-items` are pieces whose price goes back; `payment`, `package`, `shipment`, `return`, `tags-of-order`, `hold` and `hold-part` are chosen among those of the order.
 */
type FieldKind =
  | 'text'
  | 'long'
  | 'url'
  | 'amount'
  | 'yes'
  | 'instant'
  | 'items'
  | 'refund-items'
  | 'payment'
  | 'any-payment'
  | 'capture'
  | 'void'
  | 'refund'
  | 'package'
  | 'shipment'
  | 'return'
  | 'tags'
  | 'tags-of-order'
  | 'news'
  | 'until'
  | 'hold'
  | 'hold-type'
  | 'hold-part'
  | 'hold-blocks'
  | 'nobody-or-text'
  | 'given'
  | 'resolution'
  | 'return-request'
  | 'pieces-requested'
  | 'pieces-authorised'
  | 'inspection'
  | 'moment'
  | 'count'
  | 'choice'
  | 'carrier'
  | 'provider'
  | 'dimensions';

export interface CommandField {
  /** As the request has it; a dot leads into an object. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly required?: true;
  /** Of a choice: what may be chosen. */
  readonly choices?: readonly string[];
  /** Of an amount: which of the ceilings that the order shows it has. */
  readonly most?: Ceiling;
}

/** What the server says may be asked for at most: of the chosen payment, or of the order. */
type Ceiling = 'mayCapture' | 'mayVoid' | 'mayRefund' | 'refundableShipping';

const PAYMENT: CommandField = { name: 'paymentId', kind: 'payment', required: true };
const CAPTURE: CommandField = { name: 'captureId', kind: 'capture', required: true };
const VOID: CommandField = { name: 'voidId', kind: 'void', required: true };
const REFUND: CommandField = { name: 'refundId', kind: 'refund', required: true };
const SETTLED: readonly CommandField[] = [
  { name: 'outerId', kind: 'text' },
  { name: 'amount', kind: 'amount' },
];
const FAILED: readonly CommandField[] = [
  { name: 'message', kind: 'long' },
  { name: 'reversed', kind: 'yes' },
];
const PACKAGE: CommandField = { name: 'packageId', kind: 'package', required: true };
const RETURN: CommandField = { name: 'returnId', kind: 'given', required: true };
const REASON: CommandField = { name: 'reason', kind: 'long' };
const CARRIER: readonly CommandField[] = [
  { name: 'carrier', kind: 'carrier' },
  { name: 'trackingNumber', kind: 'text' },
  { name: 'trackingUrl', kind: 'url' },
];
const MEASURES: readonly CommandField[] = [
  { name: 'weight', kind: 'count' },
  { name: 'dimensions', kind: 'dimensions' },
  { name: 'barcode', kind: 'text' },
];
const PAPER: readonly CommandField[] = [
  { name: 'number', kind: 'text' },
  { name: 'value', kind: 'amount', required: true },
  { name: 'items', kind: 'items' },
];
const ISSUED: readonly CommandField[] = [
  { name: 'issuedAt', kind: 'instant' },
  { name: 'key', kind: 'text' },
  { name: 'url', kind: 'url' },
];

/** The fields that each command asks for. What is good in them, the server says: here are no rules. */
const COMMAND_FIELDS: { readonly [Name in CommandName]?: readonly CommandField[] } = {
  approve_payment: [PAYMENT, { name: 'amount', kind: 'amount' }],
  deny_payment: [PAYMENT, { name: 'message', kind: 'long' }],
  notify_payment: [PAYMENT],
  request_cancellation: [REASON, { name: 'byBuyer', kind: 'yes' }],
  confirm_cancellation: [REASON],
  deny_cancellation: [REASON],
  issue_invoice: [
    ...PAPER,
    ...ISSUED,
    { name: 'package.carrier', kind: 'carrier' },
    { name: 'package.trackingNumber', kind: 'text' },
  ],
  send_package: [
    { name: 'packageId', kind: 'given' },
    { name: 'shipmentId', kind: 'shipment' },
    { name: 'items', kind: 'items' },
    ...CARRIER,
    ...MEASURES,
    { name: 'invoiceNumber', kind: 'text' },
    { name: 'force', kind: 'yes' },
  ],
  update_package: [PACKAGE, ...CARRIER, ...MEASURES],
  track_package: [PACKAGE, { name: 'events', kind: 'news' }, { name: 'delivered', kind: 'yes' }],
  pack_package: [
    { name: 'shipmentId', kind: 'given', required: true },
    { name: 'packageId', kind: 'given' },
    ...MEASURES,
  ],
  collect_package: [PACKAGE, { name: 'collectedBy', kind: 'text', required: true }, { name: 'at', kind: 'instant' }],
  return_to_sender: [PACKAGE, REASON, { name: 'restock', kind: 'yes' }],
  cancel_shipment: [{ name: 'shipmentId', kind: 'given', required: true }, REASON],
  mark_delivered: [{ name: 'deliveredAt', kind: 'instant' }],
  close_short: [REASON],
  issue_return_invoice: [...PAPER, { name: 'refund', kind: 'amount' }, { name: 'restock', kind: 'yes' }, ...ISSUED],
  track_return: [
    { name: 'number', kind: 'return', required: true },
    ...CARRIER,
    { name: 'events', kind: 'news' },
    { name: 'delivered', kind: 'yes' },
  ],
  request_return: [
    { name: 'items', kind: 'return-request', required: true },
    { name: 'resolution', kind: 'choice', choices: ['refund', 'store_credit', 'exchange'] },
    { name: 'byBuyer', kind: 'yes' },
    { name: 'exception', kind: 'long' },
  ],
  authorise_return: [RETURN, { name: 'items', kind: 'pieces-requested' }, { name: 'instructions', kind: 'long' }],
  decline_return: [RETURN, REASON],
  withdraw_return: [RETURN, REASON],
  receive_return: [
    RETURN,
    { name: 'items', kind: 'pieces-authorised' },
    { name: 'carrier', kind: 'carrier' },
    { name: 'trackingNumber', kind: 'text' },
  ],
  inspect_return: [RETURN, { name: 'items', kind: 'inspection', required: true }],
  settle_return: [
    RETURN,
    { name: 'resolution', kind: 'resolution', required: true },
    { name: 'exchange', kind: 'given' },
    { name: 'includeShipping', kind: 'yes' },
    { name: 'restockingFee', kind: 'amount' },
    { name: 'refund', kind: 'amount' },
    { name: 'invoiceNumber', kind: 'text' },
  ],
  close_return: [RETURN, REASON],
  refund: [
    { name: 'paymentId', kind: 'any-payment' },
    { name: 'items', kind: 'refund-items' },
    { name: 'shipping', kind: 'amount', most: 'refundableShipping' },
    { name: 'amount', kind: 'amount', most: 'mayRefund' },
    { name: 'reasonCode', kind: 'text' },
    REASON,
  ],
  capture_payment: [PAYMENT, { name: 'amount', kind: 'amount', most: 'mayCapture' }, { name: 'final', kind: 'yes' }],
  void_payment: [PAYMENT, { name: 'amount', kind: 'amount', most: 'mayVoid' }],
  cancel_payment: [PAYMENT],
  book_payment: [PAYMENT],
  add_payment: [
    { name: 'method', kind: 'text', required: true },
    { name: 'amount', kind: 'amount', required: true },
    { name: 'provider', kind: 'provider' },
    { name: 'dueAt', kind: 'moment' },
    { name: 'installments', kind: 'count' },
    { name: 'capture', kind: 'choice', choices: ['on_approval', 'on_invoice', 'by_hand'] },
    { name: 'brand', kind: 'text' },
    { name: 'lastDigits', kind: 'text' },
    { name: 'expiry', kind: 'text' },
    { name: 'holder', kind: 'text' },
    { name: 'phone', kind: 'text' },
    { name: 'token', kind: 'text' },
    { name: 'transactionId', kind: 'text' },
  ],
  begin_payment: [
    PAYMENT,
    { name: 'link', kind: 'url' },
    { name: 'token', kind: 'text' },
    { name: 'outerId', kind: 'text' },
  ],
  settle_capture: [CAPTURE, ...SETTLED],
  settle_void: [VOID, ...SETTLED],
  settle_refund: [REFUND, ...SETTLED],
  fail_capture: [CAPTURE, ...FAILED],
  fail_void: [VOID, ...FAILED],
  fail_refund: [REFUND, ...FAILED],
  retry_capture: [CAPTURE],
  retry_void: [VOID],
  retry_refund: [REFUND],
  abandon_capture: [CAPTURE],
  abandon_void: [VOID],
  abandon_refund: [REFUND],
  set_status: [{ name: 'status', kind: 'text', required: true }],
  add_note: [{ name: 'text', kind: 'long', required: true }],
  add_log_entry: [
    { name: 'source', kind: 'text', required: true },
    { name: 'message', kind: 'long', required: true },
  ],
  change_tags: [
    { name: 'add', kind: 'tags' },
    { name: 'remove', kind: 'tags-of-order' },
  ],
  place_hold: [
    { name: 'holdType', kind: 'hold-type', required: true },
    { name: 'on', kind: 'hold-part' },
    { name: 'blocks', kind: 'hold-blocks' },
    REASON,
    { name: 'releaseAt', kind: 'until' },
  ],
  release_hold: [{ name: 'holdId', kind: 'hold', required: true }, REASON],
  assign: [{ name: 'assignee', kind: 'nobody-or-text' }],
};

const fieldsOf = (command: string): readonly CommandField[] => COMMAND_FIELDS[command as CommandName] ?? [];

/** Those that are asked for: of a package that is packed nobody asks what lies in it. */
export const askedFields = (command: string, typed: Typed): readonly CommandField[] =>
  command === 'send_package' && typed['packageId'] !== undefined
    ? fieldsOf(command).filter(({ name }) => !['shipmentId', 'items', 'force'].includes(name))
    : fieldsOf(command);

/** What has been typed, by the name of the field. */
export type Typed = Readonly<Record<string, unknown>>;

/** The request that a form makes: what was left empty is not sent. */
export function wordsOf(command: string, typed: Typed): Record<string, unknown> {
  const words: Record<string, unknown> = {};
  for (const { name, kind } of fieldsOf(command)) {
    const given = typed[name] ?? '';
    const value = kind === 'nobody-or-text' && given === '' ? null : given;
    if (value === '' || value === false) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    const [outer, inner] = split(name);
    words[outer] = inner === undefined ? value : { ...(words[outer] as object | undefined), [inner]: value };
  }
  return words;
}

/** `package.carrier` lies in `package`. */
function split(name: string): readonly [outer: string, inner: string | undefined] {
  const dot = name.indexOf('.');
  return dot === -1 ? [name, undefined] : [name.slice(0, dot), name.slice(dot + 1)];
}
