import type { RefusalText } from '../order/refusal-text.js';

/** What may stand against consignments: a part of the catalogue of `order/refusals.ts`. */
export const CONSIGNMENT_REFUSALS = {
  consignment_not_found: {
    meaning: 'The account has no consignment of this id that the caller may see.',
    cause: 'The id is mistyped, or one of its orders is outside what the caller sees.',
    remedy: 'Take the id from the list of consignments.',
    retry: false,
  },
  consignment_not_open: {
    meaning: 'The consignment was handed over or cancelled, so what travels in it changes no more.',
    cause: 'Somebody handed it over or cancelled it, or its last shipment was taken out.',
    remedy: 'Put the shipments into a new consignment.',
    retry: false,
  },
  consignment_not_sent: {
    meaning: 'The consignment has not been handed over yet.',
    cause: 'What a carrier reports, or an arrival, can only follow the hand-over.',
    remedy: 'Hand it over first.',
    retry: true,
  },
  consignment_ended: {
    meaning: 'Everything in the consignment has arrived or came back.',
    cause: 'The carrier or a person reported it before.',
    remedy: 'Nothing to do.',
    retry: false,
  },
  consignment_differs: {
    meaning: 'Not all of it is of one store, in one currency, to one address, by one method.',
    cause: 'The order in the details differs from the others in what the details name.',
    remedy: 'Take it out of the consignment, or make its shipment the same.',
    retry: true,
  },
  consignment_weight_missing: {
    meaning: 'The cost is to be shared by weight, and a shipment has none.',
    cause: 'Nobody said what the shipment in the details weighs.',
    remedy: 'Say the weight of each shipment, or share the cost otherwise.',
    retry: true,
  },
  shipment_in_consignment: {
    meaning: 'The shipment waits in a consignment, and leaves the house with it.',
    cause: 'Somebody put it together with shipments of other orders.',
    remedy: 'Hand the consignment over, or take the shipment out of it first.',
    retry: true,
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
