import type { ShipmentCommand } from '@docket/core/order/shipment-commands';
import type { CommandExample } from './command-examples.js';

const SHIPMENT = { shipmentId: '1' };
const PACKAGE = { packageId: 'box-1' };
const SENT = ['approve_payment', 'start_handling', 'send_package'] as const;

export const SHIPMENT_EXAMPLES: Readonly<Record<ShipmentCommand['type'], CommandExample>> = {
  plan_shipment: {
    body: { items: [{ sku: 'TEA-100', quantity: 2 }], carrier: 'Post', shipBy: '2026-03-03T12:00:00Z' },
    receipt: { version: 2, status: 'pending', amountDue: 1670 },
  },
  split_shipment: {
    after: ['plan_shipment'],
    params: SHIPMENT,
    body: { items: [{ sku: 'TEA-100', quantity: 1 }] },
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
  move_items: {
    after: ['plan_shipment', 'split_shipment'],
    body: { from: '2', to: '1', items: [{ sku: 'TEA-100', quantity: 1 }] },
    receipt: { version: 4, status: 'pending', amountDue: 1670 },
  },
  change_shipment: {
    after: ['plan_shipment'],
    params: SHIPMENT,
    body: { deliverOn: '2026-03-06T00:00:00Z', address: { city: 'Graz', street: 'Murgasse 4', country: 'AT' } },
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
  cancel_shipment: {
    after: ['plan_shipment'],
    params: SHIPMENT,
    body: { reason: 'It goes with the other one.' },
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
  pack_package: {
    after: ['plan_shipment'],
    params: SHIPMENT,
    body: { items: [{ sku: 'TEA-100', quantity: 1 }], weight: 450, barcode: 'BOX-1' },
    receipt: { version: 3, status: 'pending', amountDue: 1670 },
  },
  move_packed_items: {
    after: ['plan_shipment', 'pack_package'],
    params: SHIPMENT,
    body: { to: '1', items: [{ sku: 'TEA-100', quantity: 1 }] },
    receipt: { version: 4, status: 'pending', amountDue: 1670 },
  },
  unpack_package: {
    after: ['plan_shipment', 'pack_package'],
    params: { ...SHIPMENT, packageId: '1' },
    body: {},
    receipt: { version: 4, status: 'pending', amountDue: 1670 },
  },
  collect_package: {
    after: SENT,
    params: PACKAGE,
    body: { collectedBy: 'Ana Gruber' },
    receipt: { version: 5, status: 'delivered', amountDue: 0 },
  },
  return_to_sender: {
    after: SENT,
    params: PACKAGE,
    body: { reason: 'Nobody was in, three times.', restock: true },
    receipt: { version: 5, status: 'processing', amountDue: 0 },
  },
};
