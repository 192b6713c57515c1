import type { RefusalCode } from '../order/refusals.js';
import { type Consignment, consignmentStatus } from './consignment.js';
import type { ConsignmentCommandName } from './consignment-commands.js';

interface DescribedConsignmentCommand {
  readonly does: string;
  /** What it may be refused with beside `CONSIGNMENT_REFUSALS_OF_ALL`; those of member orders name the order in their details. */
  readonly refusals: readonly RefusalCode[];
}

/** What any command on a consignment may be refused with. */
export const CONSIGNMENT_REFUSALS_OF_ALL = [
  'consignment_not_found',
  'version_conflict',
  'idempotency_key_reused',
] as const satisfies readonly RefusalCode[];

const JOINING = [
  'too_many',
  'too_many_documents',
  'order_not_found',
  'order_deleted',
  'order_cancelled',
  'placement_not_complete',
  'nothing_to_ship',
  'shipment_not_found',
  'shipment_cancelled',
  'shipment_in_consignment',
  'consignment_differs',
  'not_this_actor',
] as const;
const NEWS = ['consignment_not_sent', 'consignment_ended', 'consignment_not_open', 'date_out_of_range'] as const;

/** Consignments in words: the descriptions of their routes are made from this. */
export const CONSIGNMENT_CATALOGUE: Readonly<Record<ConsignmentCommandName, DescribedConsignmentCommand>> = {
  create_consignment: {
    does: 'Puts shipments of several orders together, which travel as one: of one store and currency, to one address, by one method, 50 at most. What of an order is in no shipment yet becomes one.',
    refusals: [...JOINING, 'amount_invalid'],
  },
  extend_consignment: {
    does: 'Puts further shipments into an open consignment. One that is in it already is passed over.',
    refusals: [...JOINING, 'consignment_not_open'],
  },
  take_out_of_consignment: {
    does: 'Takes a shipment out of an open consignment; it stays planned and travels by itself. Without any shipment the consignment is cancelled.',
    refusals: ['consignment_not_open', 'reference_unknown'],
  },
  change_consignment: {
    does: 'Changes what is named; null takes it away. After the hand-over the packages of all orders get carrier and tracking, and their shipments their shares of the cost.',
    refusals: ['consignment_not_open', 'consignment_weight_missing', 'reference_unknown', 'amount_invalid'],
  },
  hand_over_consignment: {
    does: 'Everything leaves the house at once: each order sends a package with what its shipment has left, as it would by itself. What stands against one stands against all, and the details name its order.',
    refusals: [
      'consignment_not_open',
      'consignment_differs',
      'consignment_weight_missing',
      'nothing_to_ship',
      'not_in_this_step',
      'not_this_actor',
      'on_hold',
      'order_deleted',
      'package_exists',
      'too_many',
      'too_many_documents',
      'insufficient_stock',
      'date_out_of_range',
    ],
  },
  track_consignment: {
    does: 'Adds what the carrier saw to the packages of all orders that are still under way. Orders that hear of parcels no more are passed over.',
    refusals: [...NEWS, 'too_many'],
  },
  deliver_consignment: {
    does: 'It has arrived, and so have the packages of all orders that were still under way.',
    refusals: NEWS,
  },
  return_consignment: {
    does: 'Nobody took it, and it is in the house again: the pieces of all orders can be sent once more. With restock they lie on the shelf, held for their orders.',
    refusals: [...NEWS, 'pieces_returned', 'restock_by_return'],
  },
  cancel_consignment: {
    does: 'Gives up an open consignment; its shipments stay planned and travel by themselves. Again has no effect.',
    refusals: ['consignment_not_open'],
  },
};

/** What may be asked of it now, as far as it alone decides: buttons come from here. */
export function allowedOfConsignment(consignment: Consignment): readonly ConsignmentCommandName[] {
  switch (consignmentStatus(consignment)) {
    case 'open':
      return [
        'extend_consignment',
        'take_out_of_consignment',
        'change_consignment',
        'hand_over_consignment',
        'cancel_consignment',
      ];
    case 'sent':
    case 'in_transit':
      return ['change_consignment', 'track_consignment', 'deliver_consignment', 'return_consignment'];
    case 'delivered':
    case 'returned_to_sender':
      return ['change_consignment'];
    case 'cancelled':
      return [];
  }
}
