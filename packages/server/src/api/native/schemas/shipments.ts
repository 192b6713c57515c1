import { LIMITS } from '@docket/core/order/placing';
import type { ItemQuantity } from '@docket/core/order/commands';
import type { Address } from '@docket/core/order/order';
import { type TSchema, Type } from 'typebox';
import { amount, closed, code, id, instant, text } from './fields.js';
import { orNull } from './setting-schemas.js';

/** What may be said of a parcel beside its carrier. */
export const parcelMeasures = {
  weight: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000, description: 'Grams.' })),
  dimensions: Type.Optional(
    closed({ length: millimetres(), width: millimetres(), height: millimetres() }, { description: 'Millimetres.' }),
  ),
  barcode: Type.Optional(text(100, 'What the label says where it is not the tracking number.')),
};

function millimetres() {
  return Type.Integer({ minimum: 1, maximum: 1_000_000 });
}

const items = (description: string, minItems = 1) =>
  Type.Array(Type.Unsafe<ItemQuantity>({ $ref: 'ItemQuantity#' }), { minItems, maxItems: LIMITS.lines, description });

const textOrNull = (schema: TSchema) => Type.Optional(Type.Unsafe<string | null>(orNull(schema)));
const amountOrNull = (schema: TSchema) => Type.Optional(Type.Unsafe<number | null>(orNull(schema)));
const address = Type.Unsafe<Address | null>({
  anyOf: [{ $ref: 'Address#' }, { type: 'null' }],
  description: 'Where it goes, if not to the address of its delivery; personal.',
});
const details = {
  deliveryId: textOrNull(id('That of its first piece where absent.')),
  address: Type.Optional(address),
  method: textOrNull(code('As of a delivery.')),
  carrier: textOrNull(text(100, 'Of its packages, where they name none.')),
  place: textOrNull(code('The stock place that packs it.')),
  pickupPoint: textOrNull(code('One of the account; its address is taken where none is sent.')),
  shipBy: textOrNull(instant()),
  promisedAt: textOrNull(instant()),
  deliverOn: textOrNull(instant('The day on which the buyer wants it.')),
  price: amountOrNull(amount('Its share of what delivery costs, in minor units; it stands in no ledger.')),
};

export const PlanShipment = closed(
  {
    items: Type.Optional(
      items('Everything that is neither sent nor planned where absent; empty: a plan to move pieces to.', 0),
    ),
    ...details,
  },
  { $id: 'PlanShipment' },
);
export const SplitShipment = closed({ items: items('What the new shipment takes.') }, { $id: 'SplitShipment' });
export const MoveItems = closed(
  {
    from: Type.Optional(id('A shipment; what is not planned where absent.')),
    to: Type.Optional(id('A shipment; planned no more where absent.')),
    items: items('What moves.'),
  },
  { $id: 'MoveItems' },
);
export const ChangeShipment = closed(details, { $id: 'ChangeShipment', minProperties: 1 });
export const CancelShipment = closed(
  { reason: Type.Optional(text(2_000, 'Free text for people; personal.')) },
  { $id: 'CancelShipment' },
);
export const PackPackage = closed(
  {
    packageId: Type.Optional(id('One that is packed, to change it; a new one, given by Docket, where absent.')),
    items: Type.Optional(
      items('Its whole content; where absent, of a new one all that is in none, of another one what it has.', 0),
    ),
    ...parcelMeasures,
  },
  { $id: 'PackPackage' },
);
export const MovePackedItems = closed(
  {
    from: Type.Optional(id('A package that is packed; what is in none where absent.')),
    to: Type.Optional(id('A package that is packed; in none any more where absent.')),
    items: items('What moves.'),
  },
  { $id: 'MovePackedItems' },
);
export const CollectPackage = closed(
  {
    collectedBy: text(200, 'Who took it away; personal.'),
    at: Type.Optional(instant('The time of the request where absent.')),
  },
  { $id: 'CollectPackage' },
);
export const ReturnToSender = closed(
  {
    reason: Type.Optional(text(2_000, 'Free text for people; personal.')),
    at: Type.Optional(instant('The time of the request where absent.')),
    restock: Type.Optional(
      Type.Boolean({
        description: 'True: the pieces go back on the shelf, held for this order; else they lie aside for it.',
      }),
    ),
  },
  { $id: 'ReturnToSender' },
);

export const SHIPMENT_INPUTS = [
  PlanShipment,
  SplitShipment,
  MoveItems,
  ChangeShipment,
  CancelShipment,
  PackPackage,
  MovePackedItems,
  CollectPackage,
  ReturnToSender,
];
