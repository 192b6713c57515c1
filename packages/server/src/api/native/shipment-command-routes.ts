import { type CommandRoute, commandRoute, OrderParams } from './command-route.js';
import { Nothing } from './schemas/commands.js';
import { closed, id, orderId } from './schemas/fields.js';
import * as body from './schemas/shipments.js';

const ShipmentParams = closed({ orderId: orderId(), shipmentId: id() });
const PackedParams = closed({ orderId: orderId(), shipmentId: id(), packageId: id() });
const PackageParams = closed({ orderId: orderId(), packageId: id() });

/** Routes of shipments, and of parcels that are collected or come back. */
export const SHIPMENT_COMMAND_ROUTES: readonly CommandRoute[] = [
  commandRoute('plan_shipment', {
    method: 'POST',
    path: '/shipments',
    permission: 'orders.ship',
    params: OrderParams,
    body: body.PlanShipment,
    tag: 'fulfilment',
    summary: 'Plan what goes together',
  }),
  commandRoute('move_items', {
    method: 'POST',
    path: '/shipments/move-items',
    permission: 'orders.ship',
    params: OrderParams,
    body: body.MoveItems,
    tag: 'fulfilment',
    summary: 'Move pieces between shipments',
  }),
  commandRoute('split_shipment', {
    method: 'POST',
    path: '/shipments/:shipmentId/split',
    permission: 'orders.ship',
    params: ShipmentParams,
    body: body.SplitShipment,
    tag: 'fulfilment',
    summary: 'Split a shipment in two',
  }),
  commandRoute('change_shipment', {
    method: 'PATCH',
    path: '/shipments/:shipmentId',
    permission: 'orders.ship',
    params: ShipmentParams,
    body: body.ChangeShipment,
    tag: 'fulfilment',
    summary: 'Change a shipment',
  }),
  commandRoute('cancel_shipment', {
    method: 'POST',
    path: '/shipments/:shipmentId/cancel',
    permission: 'orders.ship',
    params: ShipmentParams,
    body: body.CancelShipment,
    tag: 'fulfilment',
    summary: 'Give up a shipment of which nothing has left',
  }),
  commandRoute('pack_package', {
    method: 'POST',
    path: '/shipments/:shipmentId/packages',
    permission: 'orders.ship',
    params: ShipmentParams,
    body: body.PackPackage,
    tag: 'fulfilment',
    summary: 'Say what lies in a package before it leaves',
  }),
  commandRoute('move_packed_items', {
    method: 'POST',
    path: '/shipments/:shipmentId/packages/move-items',
    permission: 'orders.ship',
    params: ShipmentParams,
    body: body.MovePackedItems,
    tag: 'fulfilment',
    summary: 'Move pieces between packages that have not left',
  }),
  commandRoute('unpack_package', {
    method: 'DELETE',
    path: '/shipments/:shipmentId/packages/:packageId',
    permission: 'orders.ship',
    params: PackedParams,
    body: Nothing,
    tag: 'fulfilment',
    summary: 'Take a package apart that has not left',
  }),
  commandRoute('collect_package', {
    method: 'POST',
    path: '/packages/:packageId/collected',
    permission: 'orders.ship',
    params: PackageParams,
    body: body.CollectPackage,
    tag: 'fulfilment',
    summary: 'Say who took a package away',
  }),
  commandRoute('return_to_sender', {
    method: 'POST',
    path: '/packages/:packageId/returned-to-sender',
    permission: 'orders.ship',
    params: PackageParams,
    body: body.ReturnToSender,
    tag: 'fulfilment',
    summary: 'Say that a package came back',
  }),
];
