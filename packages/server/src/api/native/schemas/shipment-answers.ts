import { Type } from 'typebox';
import { date, dateOrNull, int, listOf, may, money, orNull, str } from './answer-fields.js';
import { closed, freeObject, oneOf } from './fields.js';

/** What a package shows only where it is known. */
export const PACKAGE_EXTRAS = {
  shipmentId: Type.Optional(str('The shipment that it is of.')),
  consignmentId: Type.Optional(str('The consignment that it travels in.')),
  weight: Type.Optional(int('Grams.')),
  dimensions: Type.Optional(closed({ length: int(), width: int(), height: int() }, { description: 'Millimetres.' })),
  barcode: Type.Optional(str()),
  collectedBy: Type.Optional(orNull('string', 'Who took it away. Null without personal.view.')),
  returnedAt: Type.Optional(date('When it was in the house again, because nobody took it.')),
  returnReason: Type.Optional(orNull('string', 'Null without personal.view.')),
};

const ShipmentItem = closed(
  { lineId: str(), quantity: int('Planned.'), sent: int('In packages that left and did not come back.') },
  { $id: 'ShipmentItem' },
);

const PackedPackage = closed(
  {
    packageId: str('Under it the package is sent.'),
    items: Type.Array(closed({ lineId: str(), quantity: int() })),
    weight: Type.Optional(int('Grams.')),
    dimensions: Type.Optional(closed({ length: int(), width: int(), height: int() }, { description: 'Millimetres.' })),
    barcode: Type.Optional(str()),
  },
  { $id: 'PackedPackage', description: 'A package that is packed and has not left.' },
);

const Shipment = closed(
  {
    id: str('In the order.'),
    number: str(),
    status: oneOf(['planned', 'partly_sent', 'sent', 'delivered', 'returned_to_sender', 'cancelled']),
    items: listOf('ShipmentItem'),
    packing: listOf('PackedPackage'),
    deliveryId: orNull('string'),
    address: Type.Unsafe<unknown>({
      type: ['object', 'null'],
      description: 'Null: that of its delivery. Personal.',
      additionalProperties: true,
    }),
    method: orNull('string'),
    carrier: orNull('string'),
    place: orNull('string', 'The stock place that packs it.'),
    pickupPoint: orNull('string'),
    shipBy: dateOrNull(),
    promisedAt: dateOrNull(),
    deliverOn: dateOrNull('The day on which the buyer wants it.'),
    price: money('Minor units; its share of what delivery costs.'),
    plannedAt: date(),
    cancelledAt: dateOrNull(),
    cancelReason: orNull('string'),
    consignment: Type.Optional(
      closed(
        {
          consignmentId: str(),
          number: str(),
          sentAt: Type.Optional(date('When it left the house; absent: it waits.')),
          cost: Type.Optional(
            money('Its share of what the consignment costs the merchant; the buyer does not pay it.'),
          ),
        },
        { description: 'What it travels in with shipments of other orders; absent: it travels by itself.' },
      ),
    ),
    custom: Type.Optional(
      Type.Unsafe<Record<string, unknown>>({
        ...freeObject('Fields of the account by name; absent where none is set.'),
        additionalProperties: true,
      }),
    ),
    may,
  },
  { $id: 'Shipment' },
);

/** Shipments of an order as answers show them. */
export const SHIPMENT_SCHEMAS = [ShipmentItem, PackedPackage, Shipment];
