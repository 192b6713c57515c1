import { RETURN_RESOLUTIONS } from '@docket/core/order/return';
import { Type } from 'typebox';
import { date, dateOrNull, listOf, orNull, str } from './answer-fields.js';
import { closed, oneOf } from './fields.js';
import { returnItems, returnStatus } from './returns.js';

export const AskForReturnBody = closed(
  {
    items: returnItems(),
    resolution: Type.Optional(oneOf(RETURN_RESOLUTIONS, 'What you would like; refund where absent.')),
  },
  { $id: 'AskForReturn' },
);

const OwnReturn = closed(
  {
    id: str('In the order.'),
    number: str(),
    status: returnStatus(),
    requestedAt: date(),
    resolution: oneOf(RETURN_RESOLUTIONS),
    lines: listOf('ReturnLine'),
    authorisedAt: dateOrNull(),
    instructions: orNull('string', 'How and where to send the goods.'),
    declinedAt: dateOrNull(),
    declineReason: orNull('string', 'What the shop says about it.'),
    withdrawnAt: dateOrNull(),
    receivedAt: dateOrNull('When the last parcel came.'),
    settlements: listOf('ReturnSettlement'),
    mayWithdraw: Type.Boolean(),
  },
  { $id: 'OwnReturn' },
);
const OwnReturns = closed({ returns: listOf('OwnReturn') }, { $id: 'OwnReturns' });

export const OWN_RETURN_ANSWERS = [OwnReturn, OwnReturns];
