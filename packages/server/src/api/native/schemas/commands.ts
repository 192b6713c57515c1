import { LIMITS } from '@docket/core/order/placing';
import { Type } from 'typebox';
import { amount, closed, code, id, instant, paperNumber, quantity, ref, sku, text } from './fields.js';
import { blocked, holdTarget, releaseBy } from './holds.js';
import { PlacedPayment } from './place-order.js';
import { parcelMeasures } from './shipments.js';

/** An item may be named by line or by SKU, so there are never more than lines. */
const MAX_ITEMS = LIMITS.lines;
const reason = Type.Optional(text(2_000, 'Free text for people; personal.'));

export const ItemQuantity = closed(
  {
    lineId: Type.Optional(id()),
    sku: Type.Optional(sku('Instead of lineId: pieces come from the lines of this SKU that have any left, in order.')),
    quantity: quantity(),
  },
  { $id: 'ItemQuantity' },
);

const packageDetails = {
  carrier: Type.Optional(text(100)),
  trackingNumber: Type.Optional(text(100)),
  trackingUrl: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000, format: 'uri', pattern: '^https?://' })),
  dispatchedAt: Type.Optional(instant()),
};

const paper = {
  value: amount(),
  items: Type.Optional(Type.Array(ref(ItemQuantity), { maxItems: MAX_ITEMS })),
  issuedAt: Type.Optional(instant('The time of the request where absent.')),
  key: Type.Optional(text(200, 'Access key of the fiscal authority.')),
  url: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000, format: 'uri', pattern: '^https?://' })),
};

export const Nothing = closed({}, { $id: 'Nothing' });
export const CompletePlacement = closed(
  { payments: Type.Optional(Type.Array(ref(PlacedPayment), { maxItems: LIMITS.payments })) },
  { $id: 'CompletePlacement' },
);
export const ApprovePayment = closed(
  { amount: Type.Optional(amount('The whole payment where absent.')) },
  { $id: 'ApprovePayment' },
);
export const DenyPayment = closed({ message: Type.Optional(text(2_000)) }, { $id: 'DenyPayment' });
export const RequestCancellation = closed(
  { reason, byBuyer: Type.Optional(Type.Boolean({ description: 'True: the buyer asked for it.' })) },
  { $id: 'RequestCancellation' },
);
export const ConfirmCancellation = closed({ reason }, { $id: 'ConfirmCancellation' });
export const DenyCancellation = closed(
  { requestId: Type.Optional(id('The open request where absent.')), reason },
  { $id: 'DenyCancellation' },
);
export const IssueInvoice = closed(
  {
    number: Type.Optional(
      paperNumber(
        'Unique in the order; the same invoice again is accepted without effect. Where absent, made by the template of the store or the account, else counted in the order.',
      ),
    ),
    ...paper,
    package: Type.Optional(
      closed(
        { packageId: Type.Optional(id('Given by Docket where absent.')), ...packageDetails },
        { description: 'The parcel that this invoice travels with.' },
      ),
    ),
  },
  {
    $id: 'IssueInvoice',
    examples: [{ number: 'A-2026-17', value: 1670, package: { carrier: 'Post', trackingNumber: 'RR123' } }],
  },
);
export const SendPackage = closed(
  {
    packageId: Type.Optional(id('Given by Docket where absent.')),
    shipmentId: Type.Optional(id('The shipment that it is of: it holds what that has left.')),
    items: Type.Optional(
      Type.Array(ref(ItemQuantity), { maxItems: MAX_ITEMS, description: 'Everything not yet sent where absent.' }),
    ),
    invoiceNumber: Type.Optional(paperNumber('The invoice that travels with it.')),
    force: Type.Optional(
      Type.Boolean({ description: 'Over the counter: hands out an order that nobody has begun to handle.' }),
    ),
    ...packageDetails,
    ...parcelMeasures,
  },
  { $id: 'SendPackage' },
);
export const UpdatePackage = closed({ ...packageDetails, ...parcelMeasures }, { $id: 'UpdatePackage' });
const news = {
  events: Type.Optional(
    Type.Array(
      closed({
        at: instant(),
        city: Type.Optional(text(200)),
        state: Type.Optional(text(100)),
        description: text(1_000),
      }),
      { maxItems: 200 },
    ),
  ),
  delivered: Type.Optional(Type.Boolean()),
  deliveredAt: Type.Optional(instant('The time of the request where absent.')),
};
export const TrackPackage = closed(news, { $id: 'TrackPackage' });
export const IssueReturnInvoice = closed(
  {
    number: Type.Optional(paperNumber('Unique in the order; where absent, made as that of an invoice.')),
    ...paper,
    refund: Type.Optional(
      amount('Money given back; as much of the value as was captured and not yet refunded where absent.'),
    ),
    restock: Type.Optional(Type.Boolean({ description: 'True: the pieces go back on the shelf they came from.' })),
  },
  { $id: 'IssueReturnInvoice' },
);
export const TrackReturn = closed({ ...packageDetails, ...news }, { $id: 'TrackReturn' });
export const CloseShort = closed({ reason }, { $id: 'CloseShort' });
export const MarkDelivered = closed(
  { deliveredAt: Type.Optional(instant('The time of the request where absent.')) },
  { $id: 'MarkDelivered' },
);
export const SetStatus = closed({ status: text(64) }, { $id: 'SetStatus' });
export const AddNote = closed({ text: text(10_000) }, { $id: 'AddNote' });
export const AddLogEntry = closed({ source: text(100), message: text(10_000) }, { $id: 'AddLogEntry' });
export const ChangeTags = closed(
  {
    add: Type.Optional(Type.Array(text(60), { maxItems: LIMITS.tags })),
    remove: Type.Optional(Type.Array(text(60), { maxItems: LIMITS.tags })),
  },
  { $id: 'ChangeTags' },
);
export const Assign = closed(
  {
    assignee: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      minLength: 1,
      maxLength: 100,
      description: 'Null takes the order from whoever has it.',
    }),
  },
  { $id: 'Assign' },
);

export const PlaceHold = closed(
  {
    holdType: code('One of the types of the account.'),
    on: Type.Optional(holdTarget()),
    blocks: Type.Optional(blocked()),
    releaseBy: Type.Optional(releaseBy('What the type says where absent.')),
    reason,
    releaseAt: Type.Optional(instant('When it ends by itself; never where absent.')),
  },
  { $id: 'PlaceHold', description: 'What is left out is taken from the type.' },
);
export const ReleaseHold = closed({ reason }, { $id: 'ReleaseHold' });
