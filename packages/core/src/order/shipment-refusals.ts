import type { RefusalText } from './refusal-text.js';

/** What may stand against shipments, and against parcels that come back: a part of the catalogue of `refusals.ts`. */
export const SHIPMENT_REFUSALS = {
  shipment_not_found: {
    meaning: 'The order has no shipment of this id.',
    cause: 'The id is mistyped, or belongs to another order.',
    remedy: 'Use one of the ids in the details.',
    retry: false,
  },
  shipment_cancelled: {
    meaning: 'The shipment is cancelled, and nothing of it changes any more.',
    cause: 'Somebody cancelled it, or its pieces were sent or given up otherwise.',
    remedy: 'Plan a new shipment.',
    retry: false,
  },
  shipment_sent: {
    meaning: 'At least part of the shipment has left the house.',
    cause: 'A package of it was sent.',
    remedy: 'Move what has not left to another shipment, or out of all.',
    retry: false,
  },
  quantity_exceeds_shipment: {
    meaning: 'More pieces are named than the shipment has left of the line.',
    cause: 'The pieces were sent, or are planned in another shipment.',
    remedy: 'Name at most what the details say is left, or move pieces into the shipment first.',
    retry: false,
  },
  quantity_exceeds_unpacked: {
    meaning: 'More pieces are named than the shipment has in no package.',
    cause: 'The pieces lie in another package, have left, or are planned in another shipment.',
    remedy: 'Move them out of their package first, or name at most what the details say is left.',
    retry: false,
  },
  quantity_exceeds_package: {
    meaning: 'More pieces are named than lie in the package.',
    cause: 'Somebody moved them, or they were never in it.',
    remedy: 'Name at most what the details say is left.',
    retry: false,
  },
  package_packed: {
    meaning: 'The package is packed, and is sent with what lies in it.',
    cause: 'The command names the package and other pieces or another shipment.',
    remedy: 'Leave them out, or change what is packed first.',
    retry: false,
  },
  quantity_exceeds_unplanned: {
    meaning: 'More pieces are named than are neither sent nor planned in a shipment.',
    cause: 'Other shipments hold the pieces already.',
    remedy: 'Name at most what the details say is left, or move pieces out of another shipment.',
    retry: false,
  },
  pickup_point_unknown: {
    meaning: 'The account has no such pick-up point that takes parcels.',
    cause: 'The code is mistyped, or the point was made inactive.',
    remedy: 'Use an active point, or add it in the settings first.',
    retry: true,
  },
  package_returned: {
    meaning: 'The package came back to the sender.',
    cause: 'The carrier or a person reported before that nobody took it.',
    remedy: 'Send its pieces in a new package.',
    retry: false,
  },
  pieces_returned: {
    meaning: 'Pieces of the package were taken back as a return already.',
    cause: 'A return invoice counts these pieces as sent and returned.',
    remedy: 'Nothing to do: the return invoice tells what became of them.',
    retry: false,
  },
  restock_by_return: {
    meaning: 'The pieces left the shelf with their invoice, so a parcel that comes back cannot put them there.',
    cause: 'In this workflow invoices take pieces off the shelf, not parcels.',
    remedy: 'Leave out restock; a return invoice with restock puts them back.',
    retry: false,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
