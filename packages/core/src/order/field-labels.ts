/** What a value is, where its JSON does not say. Amounts are in minor units, unit prices in millionths of the major unit. */
export type ValueFormat = 'amount' | 'unit_price' | 'instant' | 'plain';

/** One member of a list, as staff call it. */
const MEMBERS: Readonly<Record<string, string>> = {
  lines: 'Line',
  deliveries: 'Delivery',
  discounts: 'Discount',
  adjustments: 'Adjustment',
  promotions: 'Promotion',
  payments: 'Payment',
  invoices: 'Invoice',
  shipments: 'Shipment',
  packages: 'Package',
  returnInvoices: 'Return invoice',
  returns: 'Return',
  captures: 'Capture',
  voids: 'Void',
  refunds: 'Refund',
  documents: 'Document',
  marks: 'Mark of',
  cancellationRequests: 'Cancellation request',
  holds: 'Hold',
  instances: 'Workflow',
  links: 'Link to order',
  notes: 'Note',
  log: 'Log entry',
  tags: 'Tag',
  externalIds: 'External id of',
  custom: 'Custom field',
  attachments: 'Attachment',
};

/** Fields whose name alone would mislead. */
const FIELDS: Readonly<Record<string, string>> = {
  'statuses.vtex': 'Status in VTEX words',
  'statuses.orion': 'Status in Orion words',
  'statuses.virto': 'Status in Virto words',
  dueAt: 'Due by',
  forgotten: 'Person forgotten',
  complete: 'Payment has begun',
};

/** The English name of a field that changed: `Line 2: shipped`, `Amount due`. */
export function labelOf(field: string, id: string | null): string {
  const known = FIELDS[field];
  if (known !== undefined) return known;
  const [list = '', ...rest] = field.split('.');
  const member = MEMBERS[list];
  if (member === undefined) return capital(words(field));
  const name = id === null ? member : `${member} ${id}`;
  return rest.length === 0 ? name : `${name}: ${words(rest.join('.'))}`;
}

const AMOUNTS =
  /^(?:totals|ledger)\.|^amountDue$|^(?:deliveries|shipments)\.price$|^lines\.money\.|^lines\.refundedOfCancelled$|^lines\.taxed\.(?:goods|shipping)$|^(?:discounts|adjustments|payments|documents)\.amount$|^payments\.(?:authorised|captured|voided|refunded|capturing|voiding|refunding)$|^(?:captures|voids)\.(?:amount|beyond)$|^refunds\.(?:amount|beyond|shipping|goodwill|overpaid|credited|uncredited|items\.amount)$|^(?:invoices|returnInvoices)\.value$|^returnInvoices\.refunds\.amount$|^returns\.settlements\.(?:value|restockingFee|refunded)$/;

export function formatOf(field: string): ValueFormat {
  if (AMOUNTS.test(field)) return 'amount';
  if (field.endsWith('Micros')) return 'unit_price';
  return /(?:At|Deadline|shipBy|deliverOn)$/.test(field) ? 'instant' : 'plain';
}

/** `money.share.tax` → `money share tax`, `trackingNumber` → `tracking number`. */
const words = (field: string): string =>
  field.replaceAll(/[._]/g, ' ').replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
