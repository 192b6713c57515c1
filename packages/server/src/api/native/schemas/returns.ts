import { RETURN_RESOLUTIONS } from '@docket/core/order/return';
import { RETURN_KIND } from '@docket/core/order/return';
import { Type } from 'typebox';
import { customFields, date, dateOrNull, int, listOf, may, money, orNull, str } from './answer-fields.js';
import {
  amount,
  closed,
  code,
  id,
  instant,
  oneOf,
  paperNumber,
  quantity,
  ref,
  sku,
  text,
  unitPrice,
} from './fields.js';

/** As many lines as a return names in one breath; more go into another one. */
const MAX_ITEMS = 500;
const resolution = (description: string) => oneOf(RETURN_RESOLUTIONS, description);
const reason = Type.Optional(text(2_000, 'Free text for people; personal.'));
const pieces = (minimum: number) => Type.Integer({ minimum, maximum: 1_000_000, description: 'Pieces.' });
const reasonCode = (description: string) => code(description);

const ReturnItem = closed(
  {
    lineId: id(),
    quantity: quantity(),
    reason: reasonCode('One of the account’s return reasons, of the use request.'),
    comment: Type.Optional(text(2_000, 'Of the buyer; personal.')),
  },
  { $id: 'ReturnItem' },
);
const ReturnPieces = closed({ lineId: id(), quantity: pieces(0) }, { $id: 'ReturnPieces' });
const items = (description: string) =>
  Type.Optional(Type.Array(ref(ReturnPieces), { minItems: 1, maxItems: MAX_ITEMS, description }));
/** What a buyer and staff say alike. */
export const returnItems = () => Type.Array(ref(ReturnItem), { minItems: 1, maxItems: MAX_ITEMS });

export const RequestReturn = closed(
  {
    items: returnItems(),
    resolution: Type.Optional(resolution('What the buyer would like; refund where absent.')),
    byBuyer: Type.Optional(Type.Boolean({ description: 'True: the buyer asked for it.' })),
    exception: Type.Optional(
      text(2_000, 'Why goods come back that the policy of the store does not take; personal. Never more pieces.'),
    ),
  },
  { $id: 'RequestReturn' },
);
export const AuthoriseReturn = closed(
  {
    items: items('Everything that was asked for where absent; a line that is not named may not come back.'),
    instructions: Type.Optional(text(2_000, 'How and where to send the goods; personal.')),
  },
  { $id: 'AuthoriseReturn' },
);
export const DeclineReturn = closed({ reason }, { $id: 'DeclineReturn' });
export const WithdrawReturn = closed({ reason }, { $id: 'WithdrawReturn' });
export const ReceiveReturn = closed(
  {
    items: items('Counted at the door; everything that is still to come where absent.'),
    carrier: Type.Optional(text(100)),
    trackingNumber: Type.Optional(text(100)),
  },
  { $id: 'ReceiveReturn' },
);
export const InspectReturn = closed(
  {
    items: Type.Array(
      closed({
        lineId: id(),
        accepted: pieces(0),
        rejected: pieces(0),
        reason: Type.Optional(reasonCode('Of rejected pieces: one of the use rejection.')),
        restock: Type.Optional(
          Type.Boolean({ description: 'True: the accepted pieces go back to the shelf they came from.' }),
        ),
      }),
      { minItems: 1, maxItems: MAX_ITEMS, description: 'A line may be named more than once.' },
    ),
  },
  { $id: 'InspectReturn' },
);
const ReturnExchange = closed(
  {
    lines: Type.Array(
      closed({
        sku: sku(),
        quantity: quantity(),
        priceMicros: Type.Optional(unitPrice('In the place of what the shop asks for it.')),
        place: Type.Optional(code('Stock place; the product’s own where absent.')),
      }),
      { minItems: 1, maxItems: MAX_ITEMS },
    ),
    priced: Type.Optional(
      Type.Boolean({
        description:
          'False: at the prices of the catalogue, without price lists and promotions. What the shop asks of this buyer where absent.',
      }),
    ),
    shipping: Type.Optional(amount('What sending it costs the buyer; nothing where absent. Minor units.')),
    leftOver: Type.Optional(
      oneOf(
        ['refund', 'store_credit'],
        'Where what the goods are worth beyond it goes; back to the payments where absent.',
      ),
    ),
    payment: Type.Optional(
      closed(
        {
          method: text(100, 'Such as card.'),
          provider: Type.Optional(code('Who moves its money; a page to pay on comes from it.')),
          dueAt: Type.Optional(instant()),
        },
        { description: 'How the buyer pays what it costs beyond the worth: the new order waits for this payment.' },
      ),
    ),
    onAccount: Type.Optional(
      Type.Boolean({ description: 'True: what it costs beyond the worth is due, and no payment waits for it.' }),
    ),
  },
  { $id: 'ReturnExchange', description: 'What an order that is placed in exchange is of; to the same buyer.' },
);
export const SettleReturn = closed(
  {
    resolution: resolution('What the buyer gets.'),
    invoiceNumber: Type.Optional(paperNumber('Of the return invoice; counted in the order where absent.')),
    includeShipping: Type.Optional(
      Type.Boolean({ description: 'True: what shipping the accepted pieces cost goes back too.' }),
    ),
    restockingFee: Type.Optional(amount('What the shop keeps: the return invoice is for that much less.')),
    refund: Type.Optional(
      amount('What is given back; as much of the value as was captured and not yet refunded where absent.'),
    ),
    exchange: Type.Optional(ref(ReturnExchange)),
  },
  { $id: 'SettleReturn' },
);
export const CloseReturn = closed({ reason }, { $id: 'CloseReturn' });

export const RETURN_INPUTS = [
  ReturnItem,
  ReturnPieces,
  RequestReturn,
  AuthoriseReturn,
  DeclineReturn,
  WithdrawReturn,
  ReceiveReturn,
  InspectReturn,
  ReturnExchange,
  SettleReturn,
  CloseReturn,
];

export const returnStatus = () => oneOf(Object.keys(RETURN_KIND.states));

const ReturnLine = closed(
  {
    lineId: str(),
    reason: str('A code of the account.'),
    comment: orNull('string', 'Personal.'),
    requested: int('Pieces.'),
    authorised: int('Pieces.'),
    received: int('Pieces.'),
    accepted: int('Pieces.'),
    rejected: int('Pieces.'),
    settled: int('Of the accepted pieces.'),
  },
  { $id: 'ReturnLine' },
);
const ReturnReceipt = closed(
  { at: date(), items: listOf('Pieces'), carrier: orNull('string'), trackingNumber: orNull('string') },
  { $id: 'ReturnReceipt' },
);
const ReturnInspection = closed(
  {
    at: date(),
    items: Type.Array(
      closed({
        lineId: str(),
        accepted: int(),
        rejected: int(),
        reason: orNull('string', 'Why pieces were rejected: a code of the account.'),
        restocked: Type.Boolean(),
      }),
    ),
  },
  { $id: 'ReturnInspection' },
);
const ReturnSettlement = closed(
  {
    at: date(),
    resolution: resolution('What the buyer got.'),
    items: listOf('Pieces'),
    invoiceNumber: orNull('string', 'Null: the pieces are worth nothing, and no paper was needed.'),
    value: money('What the pieces were sold for, before the fee. Minor units.'),
    shipping: Type.Optional(money('What of the value is for shipping; absent: nothing. Minor units.')),
    restockingFee: money(),
    refunded: money('All that the buyer got, in whatever way. Minor units.'),
    storeCredit: Type.Optional(money('What of that is store credit; absent: nothing. Minor units.')),
    exchange: Type.Optional(
      closed(
        { orderId: str(), amount: money('What of the refunded money paid it. Minor units.') },
        { description: 'The order that replaces the goods; absent: none.' },
      ),
    ),
  },
  { $id: 'ReturnSettlement' },
);
const Return = closed(
  {
    id: str('Counted from 1 in the order.'),
    number: str(),
    status: returnStatus(),
    requestedAt: date(),
    requestedBy: oneOf(['buyer', 'staff', 'seller', 'marketplace', 'system']),
    resolution: resolution('What the buyer would like.'),
    exception: Type.Boolean({ description: 'True: against the policy of the store.' }),
    exceptionReason: orNull('string', 'Personal.'),
    lines: listOf('ReturnLine'),
    authorisedAt: dateOrNull(),
    instructions: orNull('string', 'Personal.'),
    declinedAt: dateOrNull(),
    declineReason: orNull('string', 'Personal.'),
    withdrawnAt: dateOrNull(),
    withdrawReason: orNull('string', 'Personal.'),
    receipts: listOf('ReturnReceipt'),
    inspections: listOf('ReturnInspection'),
    settlements: listOf('ReturnSettlement'),
    closedAt: dateOrNull(),
    closeReason: orNull('string', 'Personal.'),
    worth: money('What settling would give back for the accepted pieces, without shipping. Minor units.'),
    worthWithShipping: money('The same with their shipping. Minor units.'),
    custom: customFields,
    may,
  },
  { $id: 'Return' },
);

const ReturnableLine = closed(
  {
    lineId: str(),
    sku: str(),
    name: str(),
    quantity: int('Ordered.'),
    delivered: int(),
    held: int('In returns that are under way.'),
    returned: int(),
    available: int('Pieces that could come back, whatever the policy says.'),
    until: dateOrNull('Null: something of the order has not arrived, so the time does not run yet.'),
    refused: orNull('string', 'Why nothing of it may be asked for: a code of /docs/refusals. Null: it may.'),
    meaning: orNull('string'),
  },
  { $id: 'ReturnableLine' },
);
const ReturnReasonChoice = closed(
  {
    reason: str(),
    use: oneOf(['request', 'rejection']),
    labels: Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: { type: 'string' } }),
    commentNeeded: Type.Boolean(),
  },
  { $id: 'ReturnReasonChoice' },
);
const Returnable = closed(
  {
    enabled: Type.Boolean(),
    windowDays: int('Days after the last delivery.'),
    lines: listOf('ReturnableLine'),
    reasons: listOf('ReturnReasonChoice'),
  },
  { $id: 'Returnable' },
);

export const RETURN_DOCUMENTS = [ReturnLine, ReturnReceipt, ReturnInspection, ReturnSettlement, Return];
export const RETURN_ANSWERS = [ReturnableLine, ReturnReasonChoice, Returnable];
