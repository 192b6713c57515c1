import { LIMITS } from '@docket/core/order/placing';
import { Type } from 'typebox';
import { customFields, date, dateOrNull, int, listOf, may, money, orNull, str } from './answer-fields.js';
import { ItemQuantity } from './commands.js';
import { amount, closed, id, oneOf, ref, text } from './fields.js';
import { PlacedPayment } from './place-order.js';

const MONEY_KINDS = ['capture', 'void', 'refund'] as const;
const outerId = Type.Optional(text(200, 'Its id at the provider.'));
const reason = Type.Optional(text(2_000, 'Free text for people; personal.'));
const { id: _, ...added } = PlacedPayment.properties;

export const CapturePayment = closed(
  {
    amount: Type.Optional(amount('All that is authorised and not taken where absent.', 1)),
    final: Type.Optional(Type.Boolean({ description: 'True: what is left of the authorisation is given up.' })),
  },
  { $id: 'CapturePayment' },
);
export const VoidPayment = closed(
  { amount: Type.Optional(amount('All that is authorised and not taken where absent.', 1)) },
  { $id: 'VoidPayment' },
);
export const BeginPayment = closed(
  {
    link: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 2_000,
        format: 'uri',
        pattern: '^https://',
        description: 'The page of the provider on which the buyer pays; personal.',
      }),
    ),
    token: Type.Optional(text(500, 'What the provider knows the means of payment by; never answered in full.')),
    outerId,
    whole: Type.Optional(
      Type.Array(oneOf(MONEY_KINDS), {
        maxItems: MONEY_KINDS.length,
        uniqueItems: true,
        description: 'What the provider does wholly or not at all; as it was where absent.',
      }),
    ),
  },
  { $id: 'BeginPayment' },
);
export const AddPayment = closed(added, { $id: 'AddPayment' });
export const Refund = closed(
  {
    amount: Type.Optional(amount('What it names where absent, or all that was captured and not refunded.', 1)),
    paymentId: Type.Optional(id('Over the payments in proportion to what each took where absent.')),
    items: Type.Optional(
      Type.Array(ref(ItemQuantity), {
        maxItems: LIMITS.lines,
        description: 'Pieces whose price goes back: exactly what they were sold at, without shipping.',
      }),
    ),
    shipping: Type.Optional(amount('What of it is for shipping.')),
    reasonCode: Type.Optional(
      Type.String({ pattern: '^[a-z0-9][a-z0-9_.-]{0,39}$', description: 'Such as damaged or goodwill.' }),
    ),
    reason,
  },
  { $id: 'Refund' },
);
const settled = {
  outerId,
  amount: Type.Optional(amount('What moved; what was asked for where absent.', 1)),
};
const failed = {
  message: Type.Optional(text(2_000, 'In the words of the provider; personal.')),
  reversed: Type.Optional(Type.Boolean({ description: 'True: it had settled, and the provider takes that back.' })),
};
export const SettleMoney = closed(settled, { $id: 'SettleMoney' });
export const FailMoney = closed(failed, { $id: 'FailMoney' });

export const PAYMENT_INPUTS = [CapturePayment, VoidPayment, BeginPayment, AddPayment, Refund, SettleMoney, FailMoney];

const Payment = closed(
  {
    id: str(),
    number: str(),
    status: oneOf([
      'pending',
      'authorised',
      'captured',
      'partly_refunded',
      'refunded',
      'voided',
      'denied',
      'cancelled',
    ]),
    createdAt: date(),
    added: Type.Boolean({ description: 'True: it came after the order was placed.' }),
    provider: orNull('string', 'Who moves its money; null: a person or another system does, and tells of it.'),
    method: str(),
    amount: money(),
    installments: int(),
    capture: oneOf(['on_approval', 'on_invoice', 'by_hand']),
    brand: orNull('string'),
    lastDigits: orNull('string'),
    expiry: orNull('string', 'MM/YYYY.'),
    holder: orNull('string', 'Personal.'),
    phone: orNull('string', 'Personal.'),
    token: orNull('string', 'Personal; its last characters alone.'),
    link: orNull('string', 'Personal: the page of the provider on which the buyer pays.'),
    transactionId: orNull('string'),
    dueAt: dateOrNull(),
    answer: oneOf(['pending', 'approved', 'denied']),
    answeredAt: dateOrNull(),
    cancelledAt: dateOrNull('Since then nobody waits for it.'),
    whole: Type.Optional(
      Type.Array(oneOf(MONEY_KINDS), {
        description:
          'What its provider does wholly or not at all: then no less than the ceiling is asked for. Absent: nothing.',
      }),
    ),
    authorised: money(),
    captured: money(),
    voided: money(),
    refunded: money(),
    capturing: money('Asked of the provider and not answered. Minor units.'),
    voiding: money('Asked of the provider and not answered. Minor units.'),
    refunding: money('Asked of the provider and not answered. Minor units.'),
    mayCapture: money('What may be asked for at most. Minor units.'),
    mayVoid: money('What may be asked for at most. Minor units.'),
    mayRefund: money('What may be asked for at most. Minor units.'),
    may,
    custom: customFields,
  },
  { $id: 'Payment' },
);

const moneyDocument = {
  id: str('In the order.'),
  number: str(),
  paymentId: str(),
  amount: money('What was asked for; once settled, what moved. Minor units.'),
  state: oneOf(['requested', 'settled', 'failed', 'abandoned']),
  createdAt: date(),
  settledAt: dateOrNull(),
  outerId: orNull('string', 'Its id at the provider.'),
  failure: orNull('string', 'Personal: why it failed the last time, in the words of the provider.'),
  attempts: int('How often it was asked for.'),
  beyond: money('What of it went beyond what the payment could bear. Minor units.'),
  elsewhere: Type.Optional(
    Type.Literal(true, {
      description: 'It was made at the provider itself, and booked here. Absent: it was asked for here.',
    }),
  ),
  custom: customFields,
  may,
};
const Capture = closed(
  { ...moneyDocument, invoice: orNull('string', 'Number of the invoice that took it.') },
  { $id: 'Capture' },
);
const Void = closed(moneyDocument, { $id: 'Void', description: 'An authorisation that was given up.' });
const RefundedItem = closed({ lineId: str(), quantity: int(), amount: money() }, { $id: 'RefundedItem' });
const RefundDocument = closed(
  {
    ...moneyDocument,
    cause: oneOf(['refund', 'return', 'cancellation', 'import']),
    returnInvoice: orNull('string', 'Number of the return invoice that it is for.'),
    items: listOf('RefundedItem'),
    shipping: money(),
    goodwill: money(),
    overpaid: money('What of it was paid too much. Minor units.'),
    credited: money('What the buyer was let off with it. Minor units.'),
    uncredited: money('What of that is owed again, because it was given up. Minor units.'),
    reasonCode: orNull('string'),
    reason: orNull('string', 'Personal.'),
    to: Type.Optional(
      oneOf(['store_credit', 'exchange'], 'Where it goes instead of back to its payment; absent: back to it.'),
    ),
  },
  { $id: 'RefundDocument' },
);

/** Payments and the money that moved on them, as an order shows them. */
export const PAYMENT_ANSWERS = [Payment, Capture, Void, RefundedItem, RefundDocument];

/** What an order shows of money that moved. */
export const MONEY_OF_ORDER = {
  captures: listOf('Capture'),
  voids: listOf('Void'),
  refunds: listOf('RefundDocument'),
  refundableShipping: money('What may be refunded of shipping at most. Minor units.'),
};
