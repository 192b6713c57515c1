import type { DescribedCommand } from './command-catalogue.js';
import type { ShipmentCommand } from './shipment-commands.js';

const ENDED = ['placement_not_complete', 'order_cancelled'] as const;
const DETAILS = ['reference_unknown', 'stock_place_unknown', 'pickup_point_unknown', 'amount_invalid'] as const;
const OPEN = ['shipment_not_found', 'shipment_cancelled'] as const;

/** Shipments in words: a part of the catalogue of `command-catalogue.ts`. */
export const SHIPMENT_CATALOGUE: Readonly<Record<ShipmentCommand['type'], DescribedCommand>> = {
  plan_shipment: {
    readsSettings: true,
    does: 'Plans what goes together to one address by one method: the items named, else everything that is neither sent nor planned. What is not said is taken from the delivery.',
    refusals: [
      'nothing_to_ship',
      'quantity_exceeds_unplanned',
      'date_out_of_range',
      'too_many',
      'order_forgotten',
      ...DETAILS,
      ...ENDED,
    ],
  },
  split_shipment: {
    does: 'Makes a new shipment of pieces of another one that have not left. What is known of the other holds of the new one too, but its price.',
    refusals: ['reference_unknown', 'quantity_exceeds_shipment', 'too_many', 'on_hold', ...OPEN, ...ENDED],
  },
  move_items: {
    does: 'Moves pieces that have not left from one shipment to another. Without from they come from what is not planned, without to they go there.',
    refusals: [
      'on_hold',
      'reference_unknown',
      'quantity_exceeds_shipment',
      'quantity_exceeds_unplanned',
      'too_many',
      ...OPEN,
      ...ENDED,
    ],
  },
  change_shipment: {
    readsSettings: true,
    comparesPersonal: true,
    does: 'Changes what is named of a shipment. Null takes a value away; what is so already has no effect.',
    refusals: ['date_out_of_range', 'order_forgotten', ...DETAILS, ...OPEN, ...ENDED],
  },
  cancel_shipment: {
    does: 'Gives up a plan of which nothing has left; its pieces are planned in none. Again has no effect.',
    refusals: ['shipment_not_found', 'shipment_sent', 'order_forgotten', ...ENDED],
  },
  pack_package: {
    does: 'Says what lies in a package of a shipment before it leaves: the items named, else all that are in none yet. Of one that is packed already it changes content and measures. It moves no stock and no step; send_package with its packageId sends it as it is packed.',
    refusals: [
      'shipment_in_consignment',
      'package_exists',
      'reference_unknown',
      'quantity_exceeds_unpacked',
      'nothing_to_ship',
      'too_many',
      ...OPEN,
      ...ENDED,
    ],
  },
  move_packed_items: {
    does: 'Moves pieces between two packages of a shipment that have not left. Without from they come from what is in none, without to they go there.',
    refusals: [
      'shipment_in_consignment',
      'package_not_found',
      'reference_unknown',
      'quantity_exceeds_package',
      'quantity_exceeds_unpacked',
      ...OPEN,
      ...ENDED,
    ],
  },
  unpack_package: {
    does: 'Takes a package apart that has not left; its pieces are in none.',
    refusals: ['shipment_in_consignment', 'package_not_found', ...OPEN, ...ENDED],
  },
  collect_package: {
    does: 'Somebody took a parcel away at a pick-up point or the counter: it has arrived. When it is the last one, the order has arrived.',
    refusals: ['package_not_found', 'package_delivered', 'package_returned', 'date_out_of_range', 'on_hold', ...ENDED],
  },
  return_to_sender: {
    does: 'A parcel that nobody took is in the house again: its pieces can be sent once more. With restock they lie on the shelf, held for the order; without it they lie aside. Money stays as it is.',
    refusals: [
      'package_not_found',
      'package_delivered',
      'package_returned',
      'pieces_returned',
      'restock_by_return',
      'date_out_of_range',
      ...ENDED,
    ],
  },
};
