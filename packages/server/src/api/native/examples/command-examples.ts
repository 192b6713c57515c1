import type { OUTSIDE_COMMANDS } from '@docket/core/order/allowed';
import { RETURN_EXAMPLES } from './return-examples.js';
import type { DocumentType, TargetFields } from '@docket/core/order/document-type';
import { SHIPMENT_EXAMPLES } from './shipment-examples.js';
import { PAYMENT_EXAMPLES } from './payment-examples.js';

type CommandName = (typeof OUTSIDE_COMMANDS)[number];

/** A request that a fresh order takes, with the receipt that answers it. A test sends every one of them. */
export interface CommandExample {
  /** What the order was placed with beside `ORDER_EXAMPLE`. */
  readonly placed?: object;
  /** Commands that were sent before it, each as in its own example. */
  readonly after?: readonly CommandName[];
  /** Ids in its address. */
  readonly params?: Readonly<Record<string, string>>;
  /** For whom it is sent, where staff may not. */
  readonly actingAs?: string;
  readonly body: object;
  /** `total`: where it is another than that of the order as it was placed. */
  readonly receipt: {
    readonly version: number;
    readonly status: string;
    readonly amountDue: number;
    readonly total?: number;
  };
}

/** Two teas and their way to Graz: 16.70 EUR, in the workflow of a shop that is its own seller. */
export const ORDER_EXAMPLE = {
  workflow: 'simple',
  currency: 'EUR',
  lines: [{ sku: 'TEA-100', name: 'Assam, 100 g', quantity: 2, priceMicros: 5_900_000 }],
  deliveries: [
    {
      type: 'delivery',
      price: 490,
      address: { city: 'Graz', postalCode: '8010', street: 'Hauptplatz', country: 'AT' },
    },
  ],
  payments: [{ method: 'card', amount: 1670 }],
  buyer: { email: 'ana@example.com', firstName: 'Ana', lastName: 'Gruber' },
  total: 1670,
};

/** What the account of the examples made for itself. */
export const EXAMPLE_TYPE: DocumentType = {
  type: 'warranty',
  labels: { en: 'Warranty', de: 'Garantie' },
  numbers: 'WA-{sequence:5}',
  parents: ['order'],
  statuses: [
    { status: 'open', labels: { en: 'Open' }, locks: false },
    { status: 'granted', labels: { en: 'Granted' }, locks: true },
  ],
  moves: { open: ['granted'] },
  fields: {
    type: 'object',
    properties: {
      serial: {
        type: 'string',
        maxLength: 40,
        'x-labels': { en: 'Serial number' },
        'x-listed': true,
        'x-personal': false,
      },
      until: { type: 'string', format: 'date', 'x-labels': { en: 'Valid until' }, 'x-personal': false },
    },
    required: ['serial'],
  },
  most: null,
  active: true,
};
export const EXAMPLE_FIELDS: TargetFields = {
  target: 'order',
  fields: {
    type: 'object',
    properties: { wrapping: { type: 'string', enum: ['paper', 'cloth'], 'x-personal': false } },
  },
};

const PAYMENT = { paymentId: '1' };
const PACKAGE = { packageId: 'box-1' };
const MARKETPLACE = { workflow: 'marketplace' };
const HANDLED = ['approve_payment', 'start_handling'] as const;
const SENT = [...HANDLED, 'send_package'] as const;

export const COMMAND_EXAMPLES: Readonly<Record<CommandName, CommandExample>> = {
  complete_placement: {
    placed: { incomplete: true },
    body: { payments: [{ method: 'card', amount: 1670 }] },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  approve_payment: {
    params: PAYMENT,
    body: { amount: 1670 },
    receipt: { version: 2, status: 'pending', amountDue: 0 },
  },
  deny_payment: {
    params: PAYMENT,
    body: { message: 'The card has expired.' },
    receipt: { version: 3, status: 'cancelled', amountDue: 0 },
  },
  notify_payment: { params: PAYMENT, body: {}, receipt: { version: 2, status: 'pending', amountDue: 0 } },
  request_cancellation: {
    body: { reason: 'Ordered twice.', byBuyer: true },
    receipt: { version: 3, status: 'cancelled', amountDue: 0 },
  },
  confirm_cancellation: {
    placed: MARKETPLACE,
    after: ['accept_order', 'approve_payment', 'request_cancellation'],
    body: { reason: 'Not packed yet.' },
    receipt: { version: 5, status: 'canceled', amountDue: 0 },
  },
  deny_cancellation: {
    placed: MARKETPLACE,
    after: ['accept_order', 'approve_payment', 'request_cancellation'],
    body: { reason: 'It has left the house.' },
    receipt: { version: 5, status: 'payment-approved', amountDue: 1670 },
  },
  accept_order: {
    placed: MARKETPLACE,
    body: {},
    receipt: { version: 2, status: 'payment-pending', amountDue: 1670 },
  },
  authorise_fulfilment: {
    placed: { workflow: 'fulfillment' },
    actingAs: 'marketplace',
    body: {},
    receipt: { version: 2, status: 'window-to-cancel', amountDue: 1670 },
  },
  start_handling: {
    after: ['approve_payment'],
    body: {},
    receipt: { version: 3, status: 'processing', amountDue: 0 },
  },
  issue_invoice: {
    after: HANDLED,
    body: { number: 'A-2026-17', value: 1670 },
    receipt: { version: 4, status: 'processing', amountDue: 0 },
  },
  send_package: {
    after: HANDLED,
    body: { packageId: 'box-1', carrier: 'Post', trackingNumber: 'RR123456785AT' },
    receipt: { version: 4, status: 'shipped', amountDue: 0 },
  },
  update_package: {
    after: SENT,
    params: PACKAGE,
    body: { trackingUrl: 'https://post.example/RR123456785AT' },
    receipt: { version: 5, status: 'shipped', amountDue: 0 },
  },
  track_package: {
    after: SENT,
    params: PACKAGE,
    body: {
      events: [{ at: '2026-03-04T09:12:00Z', city: 'Graz', description: 'Handed over at the door.' }],
      delivered: true,
    },
    receipt: { version: 5, status: 'delivered', amountDue: 0 },
  },
  ...SHIPMENT_EXAMPLES,
  mark_delivered: { after: SENT, body: {}, receipt: { version: 5, status: 'delivered', amountDue: 0 } },
  issue_return_invoice: {
    after: SENT,
    body: { number: 'R-2026-3', value: 590, items: [{ sku: 'TEA-100', quantity: 1 }], restock: true },
    receipt: { version: 5, status: 'shipped', amountDue: 0 },
  },
  track_return: {
    after: [...SENT, 'issue_return_invoice'],
    params: { number: 'R-2026-3' },
    body: {
      carrier: 'Post',
      trackingNumber: 'RR987654321AT',
      events: [{ at: '2026-03-09T15:40:00Z', city: 'Graz', description: 'Handed in at the counter.' }],
    },
    receipt: { version: 6, status: 'shipped', amountDue: 0 },
  },
  ...RETURN_EXAMPLES,
  ...PAYMENT_EXAMPLES,
  close_short: {
    placed: { workflow: 'free' },
    body: { reason: 'The last ones are broken.' },
    receipt: { version: 2, status: 'New', amountDue: 0 },
  },
  set_status: {
    placed: { workflow: 'free' },
    body: { status: 'Ready to send' },
    receipt: { version: 2, status: 'Ready to send', amountDue: 1670 },
  },
  add_document: {
    body: { documentType: 'warranty', custom: { serial: 'AB-1', until: '2028-03-02' } },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  change_document: {
    after: ['add_document'],
    params: { documentId: '1' },
    body: { status: 'granted' },
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
  cancel_document: {
    after: ['add_document'],
    params: { documentId: '1' },
    body: { reason: 'The buyer wants none.' },
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
  set_custom_fields: {
    body: { target: 'order', custom: { wrapping: 'cloth' } },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  mark_document: {
    body: { kind: 'payment', id: '1', approved: true, outerId: 'ERP-77' },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  edit_order: {
    body: {
      changes: [
        { change: 'set_quantity', lineId: '1', quantity: 3 },
        { change: 'add_discount', name: 'For the long wait', amount: 200 },
      ],
      reason: 'Ana called: one more, and she waited for us.',
    },
    receipt: { version: 2, status: 'pending', total: 2060, amountDue: 2060 },
  },
  add_note: {
    body: { text: 'Rings twice before noon.' },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  add_log_entry: {
    body: { source: 'erp', message: 'Exported as document 4711.' },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  change_tags: {
    body: { add: ['gift', 'fragile'] },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  assign: {
    body: { assignee: 'user:ana' },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  place_hold: {
    body: { holdType: 'address_check', reason: 'The house number is missing.', releaseAt: '2199-12-31T12:00:00Z' },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  release_hold: {
    after: ['place_hold'],
    params: { holdId: '1' },
    body: { reason: 'She called: it is 14.' },
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
  delete_order: { body: {}, receipt: { version: 2, status: 'pending', amountDue: 1670 } },
  restore_order: {
    after: ['delete_order'],
    body: {},
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
};
